"""How ids of Alibaba Model Studio look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_DATE = r"20\d\d-(?:0[1-9]|1[0-2])-[0-3]\d"
_LINE = r"qwen(?:\d(?:\.\d)?)?"
_USE = r"(?:vl|audio|omni|coder|math|mt|tts|asr|image|doc)"
_TIER = r"(?:max|plus|turbo|flash|long|ocr|asr|lite|character)"
_OWN = (
    rf"{_LINE}(?:-{_USE}){{0,2}}-{_TIER}(?:-realtime)?(?:-(?:latest|preview|{_DATE}))?",
    r"qwen-audio-chat|qwen2-audio-instruct|qwen-audio-\d\.\d-tts-(?:flash|plus)|qwen-coder",
    rf"q[wv]q-(?:plus|max)(?:-(?:latest|{_DATE}))?|gte-rerank(?:-v\d)?|text-embedding-v\d",
)
_SIZE = r"\d{1,3}(?:\.\d)?b(?:-a\d{1,2}b)?"
# Any host may serve open weights under the plain name; it serves those of other makers itself.
_SHARED = (
    rf"qwen\d(?:\.\d)?(?:-(?:vl|math|coder|next|omni|audio))?-{_SIZE}(?:-(?:instruct|chat|thinking))?(?:-(?:\d{{4}}|1m))?",
    r"qwen-image-\d\.\d(?:-pro)?",
    r"deepseek-(?:r1(?:-\d{4})?|v\d(?:\.\d)?(?:-(?:exp|pro|flash))?(?:-\d{4})?)",
    r"glm-\d(?:\.\d)?|kimi-k\d(?:\.\d)?(?:-(?:code|thinking))?",
)

PROVIDER = Provider(
    name="qwen",
    title="Alibaba Model Studio",
    keywords=(
        "qwen", "qewn", "qwne", "qwem", "quen3", "qwq-", "qvq-", "gte-rerank", "text-embedding-v", "deepsee", "glm-",
        "kimi-",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in (*_OWN, *_SHARED))),
    family=Expression(rf"{_LINE}(?:-{_USE})*-{_TIER}[\w.-]*|q[wv]q-(?:plus|max)[\w.-]*|gte-rerank-[\w-]+"),
    claims=Expression("|".join(f"(?:{form})" for form in _OWN)),
    routes=(
        "dashscope:embeddings:", "alicloud:embeddings:", "dashscope:embedding:", "alibaba:embeddings:",
        "alicloud:embedding:", "aliyun:embeddings:", "alibaba:embedding:", "qwen_ai_platform/", "aliyun:embedding:",
        "dashscope/", "qwencloud/", "dashscope:", "alicloud:", "alibaba:", "aliyun:",
    ),
    matches=(
        "qwen-plus", "qwen-plus-latest", "qwen-max-2025-01-25", "qwen-turbo-2025-04-28", "qwen-long", "qwen-flash",
        "qwen4-max", "qwen3.9-plus", "qwen3.9-max-preview", "qwen3.7-flash-2027-01-31", "qwen-vl-plus-latest",
        "qwen-vl-ocr", "qwen3-vl-plus", "qwen3-coder-flash", "qwen3-asr-flash", "qwen3.8-omni-flash",
        "qwen3-tts-flash", "qwen3-omni-flash-realtime", "qwen-mt-plus", "qwen-math-turbo", "qwen-audio-3.1-tts-plus",
        "qwen-coder-plus", "qwq-plus-latest", "qvq-max-2025-03-25", "gte-rerank-v2", "text-embedding-v4", "qwen3-14b",
        "qwen4-235b-a22b", "qwen2.5-14b-instruct-1m", "qwen3-vl-8b-instruct", "qwen3.5-397b-a17b",
        "qwen3-coder-30b-a3b-instruct", "qwen-image-3.0-pro", "deepseek-v3.1", "deepseek-r1-0528",
        "deepseek-v4-flash-0731", "glm-5.2", "kimi-k2.7-code",
    ),
    near_misses=(
        "qwen", "qwen-", "qwen2", "qwen3", "qwen2.5", "qwen-agent", "qwen-code", "qwen-cli", "qwen-vl", "qwen-audio",
        "qwen-image", "qwen-image-edit", "qwen-vl-utils", "qwen-tokenizer", "qwen-7b-chat", "qwen3:32b",
        "qwen3-coder:480b", "qwen3-coder", "qwen3-coder-next", "qwen3-next:80b", "qwen3p7-plus", "qwen-3-32b",
        "qwen-2.5-32b", "qwen-qwq-32b", "qwen/qwen3-32b", "qwen.qwen3-32b-v1:0", "qwen3-32b-fp8", "qwen3-32b.gguf",
        "qwen2.5-7b-instruct-awq", "qwen3-235b-a22b-instruct-2507-maas", "qwen3-reranker-8b", "qwen3-embedding-0.6b",
        "qwen-max.md", "qwen-plus-card", "qwq", "qwq-32b", "qvq", "gte-large", "gte-rerank-base", "dashscope",
        "text-embedding-3-large", "text-embedding-v", "deepseek-v3-base", "glm-4-9b-chat", "kimi-k2-instruct",
        "a qwen-max call",
    ),
)  # fmt: skip
