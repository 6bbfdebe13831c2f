"""Says whom the settings beside a model ask for it, and whether they are settings of a model at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.kinds import GATEWAY, LOCAL, OTHER_HOST
from pytest_modelgate.languages._documents import Branch, Scalar, above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pytest_modelgate.languages._holding import Holding

_PROVIDERS = {
    "ai21": "ai21", "anthropic": "anthropic", "anthropicbedrock": "bedrock", "anthropicvertex": "vertex",
    "assemblyai": "assemblyai", "awsbedrock": "bedrock", "amazonbedrock": "bedrock", "azure": "azure",
    "azureai": "azure", "azureopenai": "azure", "baseten": "baseten", "bedrock": "bedrock",
    "bedrockconverse": "bedrock", "cerebras": "cerebras", "claude": "anthropic", "cohere": "cohere",
    "dashscope": "qwen", "databricks": "databricks", "deepgram": "deepgram", "deepinfra": "deepinfra",
    "deepseek": "deepseek", "elevenlabs": "elevenlabs", "fireworks": "fireworks", "fireworksai": "fireworks",
    "gemini": "gemini", "githubcopilot": "github-copilot", "githubmodels": "github-models", "googleai": "gemini",
    "googleaistudio": "gemini", "googlegemini": "gemini", "googlegenai": "gemini", "googlegenerativeai": "gemini",
    "googlevertexai": "vertex", "groq": "groq", "huggingface": "huggingface", "litellm": GATEWAY,
    "litellmproxy": GATEWAY, "llamacpp": LOCAL, "lmstudio": LOCAL, "localai": LOCAL, "mistral": "mistral",
    "mistralai": "mistral", "moonshot": "moonshot", "moonshotai": "moonshot", "novita": "novita",
    "nvidia": "nvidia-nim", "nvidianim": "nvidia-nim", "ollama": LOCAL, "openai": "openai", "openaichat": "openai",
    "openaicompatible": OTHER_HOST, "openrouter": "openrouter", "perplexity": "perplexity", "replicate": "replicate",
    "sagemaker": "sagemaker", "sambanova": "sambanova", "snowflake": "snowflake", "together": "together",
    "togetherai": "together", "vertex": "vertex", "vertexai": "vertex", "vllm": LOCAL, "voyage": "voyage",
    "voyageai": "voyage", "watsonx": "watsonx", "xai": "xai", "xinference": LOCAL, "zhipu": "zhipu",
    "zhipuai": "zhipu",
}  # fmt: skip
"""What settings call who serves models, without signs between words, and the surface."""
_WITHIN = (
    "azureopenai", "azurechatopenai", "openrouter", "bedrock", "vertexai", "openaicompatible", "litellm", "openai",
    "anthropic", "googlegenerativeai", "googlegemini", "groq", "mistralai", "deepseek", "fireworks", "togetherai",
    "ollama", "perplexity", "cohere", "lmstudio",
)  # fmt: skip
"""What the names of classes and parts hold that ask them, the narrower before the wider."""
_SAYS = (
    "provider modelprovider llmprovider apiprovider aiprovider embeddingprovider providername providerid"
    " customllmprovider"
).split()
"""Keys whose value says who is asked, also for the branches below them."""
_MAY_SAY = (
    "type apitype kind class classname target backend service platform client framework uses api enginetype llmtype"
    " modeltype component"
).split()
"""Keys whose value may say it for what stands beside them."""
_ADDRESSES = (
    "baseurl apibase apibaseurl openaiapibase openaibaseurl apiurl endpoint endpointurl azureendpoint serverurl baseuri"
    " url uri host"
).split()
_SETTINGS = frozenset(
    "maxtokens maxoutputtokens maxcompletiontokens topp topk frequencypenalty presencepenalty messages systemprompt"
    " apikey apikeyenv stopsequences reasoningeffort contextlength maxretries numctx nctx".split()
)
"""Settings that only models have."""
_SENT = frozenset(
    "temperature topp topk messages systemprompt apikey apikeyenv apibase baseurl seed stream prompt frequencypenalty"
    " presencepenalty reasoningeffort connection".split()
)
"""Those that only a request has, where a list of models has the others too."""
_LIKE_SETTINGS = frozenset("temperature seed stream timeout prompt system instructions tools role goal".split())
"""Settings of models that other things have as well, so that it takes two of them."""
_MAKERS = frozenset("openai anthropic gemini mistral cohere groq deepseek openrouter perplexity local xai".split())
"""Surfaces whose names mean models and nothing else."""
_CARRIES = re.compile(
    r"(?:model_?)?(?:config(?:uration)?|params|parameters|options|settings|kwargs|args|inputs|with|spec|properties|body"
    r"|data|completion_?params|llm|model|chat|embedder|embedding|default)s?",
    re.IGNORECASE,
)
"""Keys that only stand between who is asked and what he is asked for."""
_NO_SIGN = re.compile(r"[\s_./@-]+")


class Asker(NamedTuple):
    """Who is asked, as far as settings say, and whether what they stand beside is asked for at all."""

    surfaces: tuple[str, ...] = ()
    sure: bool = False
    sends: bool = False
    """Whether settings of a request stand beside it."""


def provider(text: str) -> str | None:
    """The surface that a provider's name stands for: `azure_openai`, `Google-GenAI`."""
    return _PROVIDERS.get(_NO_SIGN.sub("", text.lower())) if len(text) <= 40 else None


def asker(scalar: Scalar, holding: Holding) -> Asker:
    """Who is asked for the model that stands there, by what stands beside it and above it."""
    sure = sends = False
    said: str | None = None
    for depth, (branch, own) in enumerate(_carriers(scalar)):
        beside = branch.texts()
        if depth == 0:
            sends = not _SENT.isdisjoint(beside)
            sure = not _SETTINGS.isdisjoint(beside) or len(_LIKE_SETTINGS.intersection(beside)) > 1
        if beside.get("format", "").lower() == "openai":
            # So Azure's templates say of a deployment whose model it holds.
            return Asker(("azure",), sure=True, sends=sends)
        where = next((key for key in _ADDRESSES if beside.get(key)), "")
        address = beside.get(where)
        at = holding.surface_at(address) if address else None
        said = said or _said(beside, own=own)
        if at is not None and (said or at != OTHER_HOST or sure or "base" in where):
            return Asker((at,), sure=True, sends=sends)
        if address is not None and said in ("openai", "anthropic"):
            # An address that only running code knows may be anybody's.
            return Asker((), sure=True, sends=sends)
        if said is not None:
            return Asker((said,), sure=True, sends=sends)
        name = branch.key.text if branch.key is not None else ""
        if surface := provider(name):
            outer = branch.above.key.text if branch.above is not None and branch.above.key is not None else ""
            # Within a cloud's settings, a maker's name only says which of its models are meant.
            return Asker((provider(outer) or surface,), sure or surface in _MAKERS, sends)
    return Asker((), sure, sends)


def _carriers(scalar: Scalar) -> Iterator[tuple[Branch, bool]]:
    """The mapping that holds a text, and those above it that speak of it; whether only carriers stand between."""
    own = True
    far = 0
    for branch in above(scalar):
        if branch.is_list:
            if far:
                return
            continue
        yield branch, own
        far += 1
        name = branch.key.text if branch.key is not None else ""
        own = own and bool(_CARRIES.fullmatch(name))
        if far > 3 or (far > 1 and not own and not provider(name)):
            return


def _said(beside: Mapping[str, str], *, own: bool) -> str | None:
    for key in _first(beside, _SAYS):
        if surface := provider(beside[key]) or _part(beside[key]):
            return surface
    for key in _first(beside, _MAY_SAY) if own else ():
        if surface := provider(beside[key]) or _part(beside[key]):
            return surface
    return None


def _part(text: str) -> str | None:
    """The surface that the name of a class or part asks: `langchain_openai.ChatOpenAI`."""
    if len(text) > 100 or " " in text or "://" in text:
        return None
    low = _NO_SIGN.sub("", text.lower())
    found = next((word for word in _WITHIN if word in low), None)
    return _PROVIDERS.get(found, "azure") if found else None


def _first(beside: Mapping[str, str], keys: Iterable[str]) -> list[str]:
    return [key for key in keys if beside.get(key)]
