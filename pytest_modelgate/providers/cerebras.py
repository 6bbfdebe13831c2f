"""How ids of the Cerebras API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

# Only the hyphen after `qwen` and the dot in `zai-glm` are spellings that no other host has.
_OWN = r"qwen-3-(?:235b-a22b(?:-(?:instruct|thinking)-\d{4})?|coder-\d{2,3}b)|zai-glm-\d\.\d"
_SHARED = (
    r"gpt-oss-\d{2,3}b",
    r"qwen-\d(?:\.\d)?-\d{1,3}b",
    r"llama-?[3-9]\.\d-\d{1,3}b",
    r"llama-4-(?:scout|maverick)-17b-\d{2,3}e-instruct",
    r"deepseek-r1-distill-llama-70b",
    r"gemma-[3-9]-\d{1,2}b",
)

PROVIDER = Provider(
    name="cerebras",
    title="the Cerebras API",
    keywords=("gpt-oss", "qwen", "qewn", "llama-", "llama3", "llama4", "zai-glm", "deepseek-r1", "gemma-"),
    grammar=Expression("|".join(f"(?:{form})" for form in (_OWN, *_SHARED))),
    family=Expression(r"zai-glm-\d\.\d[\w.-]*|qwen-3-(?:235b|coder)[\w.-]*"),
    claims=Expression(_OWN),
    routes=("cerebras/", "cerebras:"),
    matches=(
        "gpt-oss-20b", "gpt-oss-240b", "qwen-3-14b", "qwen-3.6-27b", "qwen-4-32b", "qwen-3-coder-30b",
        "qwen-3-235b-a22b-instruct-2607", "llama3.1-405b", "llama-3.4-70b", "llama-3.3-8b",
        "llama-4-scout-17b-128e-instruct", "gemma-4-12b", "gemma-5-31b", "zai-glm-4.8", "zai-glm-5.3",
    ),
    near_misses=(
        "cerebras", "cerebras-cloud-sdk", "cerebras-gpt", "cerebras-gpt-13b", "cerebras/cerebras-gpt-111m",
        "langchain-cerebras", "gpt-oss", "gpt-oss:20b", "gpt-oss-120b-1:0", "gpt-oss-safeguard-20b",
        "openai/gpt-oss-120b", "qwen", "qwen-agent", "qwen-72b-chat", "qwen3-32b", "qwen-3", "qwen-3-coder",
        "qwen-vl-max", "llama", "llama-3", "llama-index", "llama-stack", "llama-cpp-python", "llama.cpp", "llama3",
        "llama3-8b", "llama3.1:8b", "llama-2-7b", "llama-3.3-70b-versatile", "llama-3.1-8b.gguf",
        "meta-llama/llama-3.3-70b-instruct", "deepseek-r1", "gemma", "gemma-2b", "gemma-7b-it", "gemma-4-31b-it",
        "zai-glm", "zai-glm-4-7", "glm-4.7", "zai-org/glm-4.7",
    ),
)  # fmt: skip
