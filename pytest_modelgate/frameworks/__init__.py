"""What SDKs and frameworks call their clients and their model arguments, one file each.

A file's name begins with the language whose packages it knows, `go_openai.py`, where that is not Python.
"""

from __future__ import annotations

from functools import cache

from pytest_modelgate._shelf import members
from pytest_modelgate.kinds import Framework

LANGUAGES = ("csharp", "go", "java", "javascript", "php", "python", "ruby", "rust")
"""Whose packages are known."""
_AWS = (
    "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1"
    " ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1"
    " ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1"
    " me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1"
    " us-west-2"
)
_GOOGLE = (
    "africa-south1 asia-east1 asia-east2 asia-northeast1 asia-northeast2 asia-northeast3 asia-south1 asia-south2"
    " asia-southeast1 asia-southeast2 australia-southeast1 australia-southeast2 europe-central2 europe-north1"
    " europe-southwest1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 europe-west8 europe-west9"
    " europe-west12 me-central1 me-central2 me-west1 northamerica-northeast1 northamerica-northeast2"
    " southamerica-east1 southamerica-west1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2"
    " us-west3 us-west4"
)

HOSTS = {
    "api.openai.com": "openai",
    "api.anthropic.com": "anthropic",
    "generativelanguage.googleapis.com": "gemini",
    "openai.azure.com": "azure",
    "cognitiveservices.azure.com": "azure",
    "services.ai.azure.com": "azure",
    "aiplatform.googleapis.com": "vertex",
    "aiplatform.eu.rep.googleapis.com": "vertex",
    "aiplatform.us.rep.googleapis.com": "vertex",
    **{f"{region}-aiplatform.googleapis.com": "vertex" for region in _GOOGLE.split()},
    **{f"bedrock-runtime.{region}.amazonaws.com": "bedrock" for region in _AWS.split()},
    **{f"bedrock-mantle.{region}.api.aws": "bedrock" for region in _AWS.split()},
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


def all_frameworks() -> tuple[Framework, ...]:
    """Every framework on the shelf, sorted by name."""
    found = (framework for language in LANGUAGES for framework in frameworks_of(language))
    return tuple(sorted(found, key=lambda framework: framework.name))


@cache
def frameworks_of(language: str) -> tuple[Framework, ...]:
    """The frameworks of one of the `LANGUAGES`, sorted by name: a run needs those of the files that it reads."""
    return members(__name__, Framework, wanted=lambda module: _language(module) == language)


def _language(module: str) -> str:
    first = module.partition("_")[0]
    return first if first in LANGUAGES else "python"
