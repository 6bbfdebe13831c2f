"""How names of Ollama's cloud look: a model and perhaps a tag, and `cloud` where the local server is asked for them."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_FAMILY = (
    r"(?:codestral|cogito|deepseek|devstral|gemini(?=-\d(?:\.\d)?-)|gemma|glm|gpt-oss|granite|kimi|llama|magistral"
    r"|minimax|ministral|mistral|mixtral|nemotron|phi|qwen|qwq|rnj)"
)
_MODEL = rf"{_FAMILY}(?:[.-]?\d+(?:\.\d+)?)?(?:-[a-z0-9]+(?:\.\d+)?){{0,5}}"
_TAG = r"(?:[a-z]?\d+(?:\.\d+)?[bmt]?|latest)(?:-(?:instruct|thinking|it|chat|a\d+b|fp\d+))?"
_SUFFIXED = rf"(?=.*\d){_MODEL}(?::cloud|:{_TAG}-cloud)"

PROVIDER = Provider(
    name="ollama-cloud",
    title="Ollama Cloud",
    keywords=(
        "qwen", "glm-", "deepseek", "minimax", "kimi", "devstral", "ministral", "mistral", "gemi", "gemma", "gpt-oss",
        "nemotron", "rnj-", "cogito", ":cloud",
    ),
    grammar=Expression(rf"(?=.*\d)(?!.*-cloud\Z){_MODEL}(?::{_TAG})?|{_SUFFIXED}"),
    family=Expression(rf"{_FAMILY}[\w.-]*(?::cloud|:\d[\w.-]*-cloud)"),
    # Without the word `cloud` a tag is of the local server, which keeps what the cloud retires.
    claims=Expression(rf"(?:ollama(?:_chat)?[/:])?{_SUFFIXED}"),
    written=Expression(r"(?:ollama(?:_chat)?[/:])?(?P<id>[\w.-]+(?P<tag>:[\w.-]+?)?)(?(tag)-|:)cloud"),
    wraps=Expression(r"(?P<model>[\w.-]+):[\w.-]+"),
    routes=("ollama-cloud/", "ollama_cloud/", "ollama-cloud:"),
    matches=(
        "qwen4-coder:480b-cloud", "qwen3.5:397b-cloud", "glm-6:cloud", "glm-4.6:cloud", "kimi-k4:cloud",
        "kimi-k2:1t-cloud", "deepseek-v5:cloud", "deepseek-v3.1:671b-cloud", "gpt-oss:120b-cloud", "gpt-oss:20b",
        "minimax-m4:cloud", "gemma4:31b-cloud", "gemini-4-flash-preview:cloud", "mistral-large-4:675b-cloud",
        "qwen3-vl:235b-instruct-cloud", "nemotron-4-nano:30b-cloud", "devstral-3:200b-cloud", "cogito-2.2:671b-cloud",
        "rnj-2:8b-cloud", "ministral-4:8b", "glm-6",
    ),
    near_misses=(
        "ollama", "ollama-cloud", ":cloud", "cloud", "google:cloud", "google-cloud", "spring-cloud", "word-cloud",
        "tag:cloud", "my-model:cloud", "qwen:cloud", "qwen-cloud", "glm-cloud", "glm-4.6-cloud", "gemma3:27b-clouds",
        "gemma3:", "gemma", "gemma.cpp", "qwen", "qwen-agent", "kimi", "kimi-cli", "deepseek", "deepseek-chat",
        "minimax", "glm", "glm-card", "mistral", "mistral-common", "llama.cpp", "llama-index", "llama_index", "phi",
        "cogito", "gpt-oss", "gpt-4o", "gpt-4o:cloud", "library/gemma3:27b", "gemma3:27b.gguf", "qwen3.md", "rnj",
        "a gemma3:27b-cloud model", "nginx:1.27", "python:3.12", "redis:7", "postgres:16-alpine", "localhost:11434",
    ),
    spellings=(
        ("qwen3-coder:480b-cloud", "qwen3-coder:480b"),
        ("glm-4.6:cloud", "glm-4.6"),
        ("gemma3:27b-cloud", "gemma3:27b"),
        ("qwen3-vl:235b-instruct-cloud", "qwen3-vl:235b-instruct"),
        ("gemini-3-flash-preview:cloud", "gemini-3-flash-preview"),
        ("ollama/kimi-k2:1t-cloud", "kimi-k2:1t"),
    ),
)  # fmt: skip
