"""How open models are named, which many hosts serve under the names that their makers gave them."""

from __future__ import annotations

KEYWORDS = (
    "llama", "qwen", "qwq-", "deepseek", "mistral", "mixtral", "ministral", "devstral", "codestral", "magistral",
    "pixtral", "voxtral", "gemma", "phi-", "kimi", "glm-", "minimax", "nemotron", "gpt-oss", "inkling", "bge-", "gte-",
    "jina-", "mxbai-", "nomic-embed",
)  # fmt: skip
"""Lower-case texts, one of which most names of open models hold."""

_MAKERS = (
    "01-ai", "ai21labs", "aisingapore", "allenai", "arcee-ai", "baai", "baichuan", "baichuan-inc", "baidu",
    "black-forest-labs", "bytedance", "bytedance-seed", "deepcogito", "deepseek-ai", "essentialai", "ibm",
    "ibm-granite", "inclusionai", "intfloat", "jetbrains", "jinaai", "meta", "meta-llama", "meta-models", "minimaxai",
    "mistralai", "mixedbread-ai", "moonshotai", "nomic-ai", "nousresearch", "nv-mistralai", "openpipe", "qwen",
    "servicenow-ai", "sao10k", "stabilityai", "stepfun-ai", "thinkingmachines", "thudm", "tiiuae", "upstage", "wan-ai",
    "writer", "xiaomimimo", "zai-org",
)  # fmt: skip
NO_FILE = (
    r"(?!.*\.(?:bin|c|cfg|cpp|css|csv|gguf|git|go|html?|ipynb|jpe?g|js|jsonl?|lock|mdx?|onnx|pdf|png|pth?|py|rs"
    r"|llamafile|safetensors|sh|svg|tar|tgz|toml|ts|txt|ya?ml|zip)\Z)"
)
"""Looks ahead: the text ends as no file does."""

NAME = rf"{NO_FILE}(?=[^/]*\d)[a-z0-9]+(?:[._-]+[a-z0-9]+)*"
"""A model's name without its maker, in lower case: every one of them counts its versions or its parameters."""

HOSTED = (
    rf"(?:{'|'.join(_MAKERS)})/{NAME}"
    rf"|google/(?=gemma-){NAME}|microsoft/(?=(?:phi|mai|wizardlm)-){NAME}|openai/(?=(?:gpt-oss|whisper)-){NAME}"
    rf"|nvidia/(?=[^/]*(?:nemotron|nv-embed|cosmos|llama|kimi)){NAME}|thinkingmachines/inkling(?:-small)?"
)
"""An open model's whole name as the Hugging Face hub has it, in lower case."""

HOSTED_BY = r"[\w-]+/(?P<model>[\w.-]+)"
"""A maker, and the model's own name after it, for `wraps`."""

MATCHES = (
    "meta-llama/Llama-5-70B-Instruct", "meta-llama/Llama-3.3-70B-Instruct", "Qwen/Qwen4-32B", "Qwen/QwQ-72B",
    "Qwen/Qwen3-Coder-480B-A35B-Instruct", "deepseek-ai/DeepSeek-V5", "deepseek-ai/DeepSeek-R2-0128",
    "mistralai/Mistral-Small-5-24B-Instruct-2701", "mistralai/Mixtral-8x22B-Instruct-v0.1", "google/gemma-5-27b-it",
    "microsoft/Phi-5-mini-instruct", "moonshotai/Kimi-K4", "zai-org/GLM-6-FP8", "MiniMaxAI/MiniMax-M4",
    "openai/gpt-oss-240b", "nvidia/NVIDIA-Nemotron-4-Super-120B", "thinkingmachines/Inkling-Small",
    "meta/llama-5-70b-instruct",
)  # fmt: skip
"""Names that every host of open models may come to serve."""

NEAR_MISSES = (
    "meta-llama/llama-recipes", "meta-llama/llama-stack", "mistralai/client-python", "mistralai/mistral-common",
    "google/gemma.cpp", "google/gemini-2.5-pro", "google/flan-t5-xl", "microsoft/phi-cookbook", "microsoft/vscode",
    "microsoft/deberta-v3-base", "openai/openai-python", "openai/gpt-4o", "openai/clip-vit-large-patch14",
    "openai/evals", "nvidia/cuda", "nvidia/cuda:12.4.1-base", "nvidia/tensorrt-23.10", "qwen/qwen-agent",
    "Qwen/Qwen3-8B/config.json", "Qwen/Qwen3-8B.md", "Qwen/Qwen3-8B.llamafile", "deepseek-ai/DeepSeek-V3.py",
    "deepseek-ai/", "Qwen/", "deepseek-ai", "llama.cpp", "llama-index", "llama_index.llms", "facebook/react",
    "bert-base/uncased",
    "https://huggingface.co/Qwen/Qwen3-8B", "./Qwen/Qwen3-8B", "a Qwen/Qwen3-8B model", "src/qwen3/model",
    "anthropic/claude-opus-5", "accounts/fireworks/models/glm-5", "@cf/qwen/qwen1.5-7b-chat-awq",
)  # fmt: skip
"""Packages, repositories, files and other hosts' spellings, which no host of open models takes for an id."""
