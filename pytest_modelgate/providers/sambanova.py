"""How ids of SambaNova's cloud look: open models by their names on the Hugging Face hub, without their makers."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import KEYWORDS, NAME

_FAMILY = r"(?:meta-llama|llama|deepseek|qwen\d|qwq|gpt-oss|gemma|minimax|e5-mistral|whisper-large|kimi|glm|mistral)"

PROVIDER = Provider(
    name="sambanova",
    title="SambaNova Cloud",
    keywords=(*KEYWORDS, "e5-mistral", "whisper-large"),
    grammar=Expression(rf"(?={_FAMILY}-){NAME}"),
    family=NOBODY,
    claims=NOBODY,
    routes=("sambanova/", "sambanova:"),
    matches=(
        "DeepSeek-V5", "DeepSeek-R2-0128", "DeepSeek-V3.1-Terminus", "Meta-Llama-5-70B-Instruct",
        "Llama-4-Scout-17B-16E-Instruct", "Llama-3.3-Swallow-70B-Instruct-v0.4", "gpt-oss-240b", "gemma-5-31B-it",
        "MiniMax-M4", "Qwen4-32B", "QwQ-32B", "E5-Mistral-7B-Instruct", "Whisper-Large-v3", "Kimi-K4", "GLM-6",
    ),
    near_misses=(
        "sambanova", "sambanova-langchain", "sambanova/ai-starter-kit", "deepseek", "deepseek-coder", "deepseek-chat",
        "llama", "llama-index", "llama.cpp", "llama_index", "llama3", "qwen", "qwen-agent", "gemma", "gemma.cpp",
        "gpt-oss", "gpt-4o", "gpt-oss-120b.md", "minimax", "whisper", "whisper.cpp", "whisper-large", "kimi",
        "kimi-cli", "glm", "mistral-common", "e5-mistral", "E5-base-v2", "Qwen/Qwen3-32B",
        "meta-llama/Llama-3.3-70B-Instruct", "deepseek-r1.ipynb", "llama-3-8b.gguf", "a DeepSeek-R1 model",
        "https://cloud.sambanova.ai/DeepSeek-R1",
    ),
)  # fmt: skip
