"""How ids of the Groq API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_OWN = (
    r"llama-3\.\d-\d{1,3}b-(?:instant|versatile|specdec|(?:(?:text|vision)-)?preview)",
    r"llama[34]-(?:groq-)?\d{1,3}b-8192(?:-tool-use-preview)?|mixtral-8x7b-32768",
    r"deepseek-r1-distill-llama-70b-specdec|qwen-qwq-32b|qwen-2\.5-(?:coder-)?32b|mistral-saba-24b",
    r"llava-v1\.5-7b-4096-preview|distil-whisper-large-v3-en|playai-tts(?:-arabic)?",
    r"compound-beta(?:-mini|-kimi)?|groq/compound(?:-mini)?",
    r"canopylabs/orpheus-(?:v\d-[a-z]{4,12}|arabic-[a-z]{4,12})",
)
# Open models under the names that their makers or other hosts give them as well.
_SHARED = (
    r"gemma\d?-\d{1,2}b-it|llama-guard-\d-\d{1,2}b|deepseek-r1-distill-(?:llama-70b|qwen-32b)|whisper-large-v\d(?:-turbo)?",
    r"openai/gpt-oss-(?:safeguard-)?\d{2,3}b|qwen/qwen\d(?:\.\d)?-\d{1,3}b|minimaxai/minimax-m\d(?:\.\d)?",
    r"meta-llama/llama-(?:4-(?:scout|maverick)-17b-\d{2,3}e-instruct|guard-\d-\d{1,2}b|prompt-guard-\d-\d{2}m)",
    r"moonshotai/kimi-k\d-instruct(?:-\d{4})?",
)

PROVIDER = Provider(
    name="groq",
    title="the Groq API",
    keywords=(
        "llama-", "llama3", "llama4", "lama-3", "mixtral-8x", "deepseek-r1", "qwen", "mistral-saba", "llava-v",
        "whisper-large", "playai-tts", "compound-beta", "groq/compound", "orpheus-", "gemma", "gpt-oss", "minimax-m",
        "kimi-",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in (*_OWN, *_SHARED))),
    family=Expression(
        r"(?:llama|gemma|mixtral|qwen)[\w.-]*-(?:instant|versatile|specdec|8192|32768)|compound-beta(?:-[\w-]+)?|groq/compound(?:-[\w-]+)?"
    ),
    claims=Expression("|".join(f"(?:{form})" for form in _OWN)),
    wraps=Expression(r"(?:openai|qwen|minimaxai|meta-llama|moonshotai)/(?P<model>[\w.-]+)"),
    routes=("groq:responses:", "litellm/groq/", "groq/", "groq:"),
    matches=(
        "llama-3.4-70b-versatile", "llama-3.3-8b-instant", "llama-3.3-70b-specdec", "llama-3.2-3b-preview",
        "llama-3.2-90b-vision-preview", "llama3-8b-8192", "llama3-groq-70b-8192-tool-use-preview",
        "mixtral-8x7b-32768", "qwen-2.5-coder-32b", "playai-tts-arabic", "compound-beta-mini", "groq/compound-mini",
        "canopylabs/orpheus-v2-english", "canopylabs/orpheus-arabic-egyptian", "gemma3-12b-it", "llama-guard-4-12b",
        "whisper-large-v4", "whisper-large-v3-turbo", "openai/gpt-oss-240b", "openai/gpt-oss-safeguard-120b",
        "qwen/qwen4-32b", "qwen/qwen3.6-35b", "minimaxai/minimax-m3", "moonshotai/kimi-k3-instruct",
        "meta-llama/llama-guard-5-12b", "meta-llama/llama-prompt-guard-3-22m",
    ),
    near_misses=(
        "groq", "groq-", "groq-sdk", "groq-python", "groq-typescript", "groq/", "groq/groq-python", "langchain-groq",
        "groq-js", "next-sanity/groq", "groq.md", "compound", "compound-beta.md", "compound-betatron",
        "compound-interest", "llama", "llama-3", "llama-3.1-8b", "llama-3.3-70b", "llama-3.3-70b-instruct",
        "llama3:8b", "llama3-8b", "llama3-70b-4096", "llama-index", "llama-3.1-8b-instant.json",
        "meta-llama/llama-3-70b-instruct", "meta-llama/llama-guard-3-8b:free", "mixtral", "mixtral-8x7b",
        "mixtral-8x7b-instruct-v0.1", "mistralai/mixtral-8x22b", "gemma", "gemma2", "gemma2:9b", "gemma-2-9b-it",
        "qwen2.5-coder-32b", "qwen-2.5-72b-instruct", "qwen/qwen3-32b:free", "qwen/qwen3-30b-a3b", "whisper",
        "whisper-1", "whisper-large", "faster-whisper-large-v3", "openai/whisper-large-v3", "distil-whisper",
        "distil-large-v3", "llava", "llava-v1.5-7b", "playai", "orpheus-tts", "canopylabs/orpheus-3b-0.1-ft",
        "openai/gpt-oss-20b:free", "openai/gpt-4o", "minimax-m2.7", "llama-guard",
    ),
)  # fmt: skip
