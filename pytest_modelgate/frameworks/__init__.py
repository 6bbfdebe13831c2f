"""What SDKs and frameworks call their clients and their model arguments, one file each."""

from __future__ import annotations

from pytest_modelgate._shelf import members
from pytest_modelgate.kinds import Framework

HOSTS = {
    "api.openai.com": "openai",
    "api.anthropic.com": "anthropic",
    "generativelanguage.googleapis.com": "gemini",
    "openai.azure.com": "azure",
    "cognitiveservices.azure.com": "azure",
    "services.ai.azure.com": "azure",
    "googleapis.com": "vertex",
    "amazonaws.com": "bedrock",
    "api.aws": "bedrock",
    "openrouter.ai": "openrouter",
    "api.groq.com": "groq",
    "api.together.xyz": "together",
    "api.fireworks.ai": "fireworks",
    "api.mistral.ai": "mistral",
    "api.deepseek.com": "deepseek",
    "api.x.ai": "xai",
    "api.perplexity.ai": "perplexity",
    "models.inference.ai.azure.com": "github-models",
    "models.github.ai": "github-models",
    "api.cerebras.ai": "cerebras",
    "api.moonshot.ai": "moonshot",
    "api.moonshot.cn": "moonshot",
    "dashscope.aliyuncs.com": "qwen",
    "dashscope-intl.aliyuncs.com": "qwen",
    "integrate.api.nvidia.com": "nvidia-nim",
    "api.ai21.com": "ai21",
    "api.assemblyai.com": "assemblyai",
    "api.eu.assemblyai.com": "assemblyai",
    "api.cloudflare.com": "cloudflare-workers-ai",
    "api.cohere.ai": "cohere",
    "api.cohere.com": "cohere",
    "api.deepgram.com": "deepgram",
    "api.deepinfra.com": "deepinfra",
    "api.elevenlabs.io": "elevenlabs",
    "api.inference.wandb.ai": "wandb",
    "api.novita.ai": "novita",
    "api.sambanova.ai": "sambanova",
    "api.together.ai": "together",
    "api.voyageai.com": "voyage",
    "api.z.ai": "zhipu",
    "cloud.databricks.com": "databricks",
    "inference.baseten.co": "baseten",
    "ollama.com": "ollama-cloud",
    "open.bigmodel.cn": "zhipu",
    "router.huggingface.co": "huggingface",
    "snowflakecomputing.com": "snowflake",
}
"""Host name to surface, for clients that speak one provider's protocol to another's address; the first that fits."""

PATHS = {
    "/chat/completions": "chat.completions",
    "/fim/completions": "fim.completions",
    "/completions": "completions",
    "/responses": "responses",
    "/v1/messages": "messages",
    "/v1/messages/count_tokens": "messages",
    "/embeddings": "embeddings",
    "/contextualizedembeddings": "embedding",
    "/multimodalembeddings": "embedding",
    "/images/generations": "images.generations",
    "/images/edits": "images.edits",
    "/images/variations": "image",
    "/audio/speech": "audio.speech",
    "/audio/transcriptions": "audio.transcriptions",
    "/audio/translations": "audio.translations",
    "/moderations": "moderations",
    "/v1/videos": "videos",
    "/v1/edits": "edits",
    "/v1/answers": "answers",
    "/v1/classifications": "classifications",
    "/v1/fine-tunes": "fine-tunes",
    "/v1/engines": "engines",
    "/v1/assistants": "assistants",
    "/openai/assistants": "assistants",
    "/v1/threads": "assistants",
    "/openai/threads": "assistants",
    "/threads/runs": "assistants",
    "/v1/ocr": "ocr",
    "/v1/chat": "chat",
    "/v2/chat": "chat",
    "/v1/generate": "generate",
    "/v1/embed": "embed",
    "/v2/embed": "embed",
    "/rerank": "rerank",
    "/v1beta/interactions": "interactions",
    ":generateContent": "generateContent",
    ":streamGenerateContent": "generateContent",
    ":embedContent": "embedContent",
    ":batchEmbedContents": "embedContent",
    ":predictLongRunning": "predictLongRunning",
    "/api/chat": "chat",
    "/api/generate": "completion",
    "/api/embed": "embedding",
}
"""The end of an address's path to the endpoint that it is; the longest that fits."""

PATHS = {
    "/chat/completions": "chat.completions",
    "/responses": "responses",
    "/v1/messages": "messages",
    "/embeddings": "embeddings",
    ":generateContent": "generateContent",
}
"""The end of an address's path to the endpoint that it is."""


def all_frameworks() -> tuple[Framework, ...]:
    """Every framework on the shelf, sorted by name."""
    return members(__name__, Framework)
