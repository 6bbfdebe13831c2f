"""LiteLLM's cost map: ids with their routes, modes and, for some, an end day of very mixed origin."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pytest_modelgate.catalogues._days import day_in
from pytest_modelgate.catalogues._hosted import bedrock, vertex
from pytest_modelgate.claims import Catalogue, Claim, Quirk, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.content import RowContent

_MAP = "litellm/model_prices_and_context_window_backup.json"

_SURFACES = {
    "ai21": "ai21",
    "anthropic": "anthropic",
    "assemblyai": "assemblyai",
    "azure": "azure",
    "azure_ai": "azure",
    "azure_text": "azure",
    "baseten": "baseten",
    "bedrock": "bedrock",
    "bedrock_converse": "bedrock",
    "bedrock_mantle": "bedrock",
    "bigmodel": "zhipu",
    "cerebras": "cerebras",
    "cloudflare": "cloudflare-workers-ai",
    "cohere": "cohere",
    "cohere_chat": "cohere",
    "dashscope": "qwen",
    "databricks": "databricks",
    "deepgram": "deepgram",
    "deepinfra": "deepinfra",
    "deepseek": "deepseek",
    "elevenlabs": "elevenlabs",
    "fireworks_ai": "fireworks",
    "fireworks_ai-embedding-models": "fireworks",
    "gemini": "gemini",
    "groq": "groq",
    "mistral": "mistral",
    "moonshot": "moonshot",
    "novita": "novita",
    "nvidia_nim": "nvidia-nim",
    "openai": "openai",
    "perplexity": "perplexity",
    "sambanova": "sambanova",
    "snowflake": "snowflake",
    "text-completion-openai": "openai",
    "together_ai": "together",
    "voyage": "voyage",
    "wandb": "wandb",
    "xai": "xai",
    "zai": "zhipu",
}
"""What the map calls a provider, and our surface. Vertex has a dozen names, which all begin with `vertex_ai`."""

_MODALITIES = {
    "audio_speech": "audio",
    "audio_transcription": "audio",
    "chat": "chat",
    "completion": "completion",
    "embedding": "embedding",
    "image_edit": "image",
    "image_generation": "image",
    "moderation": "moderation",
    "ocr": "ocr",
    "realtime": "realtime",
    "rerank": "rerank",
    "responses": "chat",
    "video_generation": "video",
}
_NO_MODELS = frozenset({"evaluation", "extraction", "guardrail", "search", "vector_store"})
"""Modes of entries that price something else than a model."""

_ROUTES = {"azure_text": "azure", "bedrock_converse": "bedrock", "fireworks_ai-embedding-models": "fireworks_ai"}
"""The first word of a key, where it is not what the map calls the provider."""

_PRICED = re.compile(
    r"hd|high|low|medium|standard|max-x-max|\d+-x-\d+|max-steps|\d+-steps|apac|eu|global|global-standard|us|us-gov"
    r"|invoke|\*|[a-z]{2}(?:-gov)?-[a-z]+-\d|\d-month-commitment"
)
"""A word of a key that says how the id after it is priced: a picture's size, a data zone, a region, a commitment."""

_TIER = re.compile(r"(?:fireworks|together)-ai-.*|container")
"""Keys that price whatever has a size, or runs code."""

_FEATURES = ("bedrock/claude_platform/", "azure/speech/", "azure_ai/doc-intelligence/", "deepgram/streaming/")
"""Prefixes of keys that price a feature, or another service's copy of an id."""

_DATE = re.compile(r"-(?:\d{4}|\d{4}-\d{2}-\d{2})$", re.ASCII)

_MISSPELT = frozenset(
    {
        # Neither has a dated form; every Claude from 4.6 on has one id only.
        ("anthropic", "claude-opus-4-6-20260205"),
        ("anthropic", "claude-opus-4-7-20260416"),
        # An embedding model under the name of one that completed texts.
        ("azure", "ada"),
        # The day is that of another Sonnet.
        ("bedrock", "anthropic.claude-3-7-sonnet-20240620-v1:0"),
        # Bedrock's own spelling ends in :0.
        ("bedrock", "amazon.titan-image-generator-v2"),
        # The API knows llama3.1, without a hyphen.
        ("cerebras", "llama-3.1-70b"),
        ("cerebras", "llama-3.1-8b"),
        # The API has only ever known deepseek-chat, deepseek-reasoner and deepseek-coder for these.
        ("deepseek", "deepseek-r1"),
        ("deepseek", "deepseek-v3"),
        ("deepseek", "deepseek-v3.2"),
        # Documented for Vertex alone.
        ("gemini", "veo-3.1-fast-generate-001"),
        ("gemini", "veo-3.1-generate-001"),
        # The sizes of Maverick and Scout are exchanged, and Llama 3 had no 405b.
        ("vertex", "meta/llama-4-maverick-17b-16e-instruct-maas"),
        ("vertex", "meta/llama-4-scout-17b-128e-instruct-maas"),
        ("vertex", "meta/llama3-405b-instruct-maas"),
    }
)
_SYNCED = frozenset({"baseten", "fireworks", "together", "wandb"})
"""Hosts whose lists a scheduled run reads, and whose vanished ids it gives its own day."""
_MANY = 5


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    try:
        entries = json.loads(files[_MAP])
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{_MAP} is no JSON that can be read") from error
    claims = tuple(_claims(entries)) if isinstance(entries, dict) else ()
    if not claims:
        raise UnreadableError(f"{_MAP} names no models any more; it may have another form")
    return claims


def _claims(entries: dict[str, Any]) -> Iterator[Claim]:
    for key, entry in entries.items():
        if not isinstance(entry, dict) or not isinstance(host := entry.get("litellm_provider"), str):
            continue
        surface = "vertex" if host.startswith("vertex_ai") else _SURFACES.get(host)
        mode = entry.get("mode")
        if surface is None or (isinstance(mode, str) and mode in _NO_MODELS) or key.startswith(_FEATURES):
            continue
        spellings = _spellings(surface, host, key)
        if not spellings or (surface, spellings[0]) in _MISSPELT:
            continue
        said = entry.get("deprecation_date")
        yield Claim(
            surface=surface,
            id=spellings[0],
            also=spellings[1:],
            modality=_MODALITIES.get(mode) if isinstance(mode, str) else None,
            retires=day_in(said) if isinstance(said, str) else None,
        )


def _spellings(surface: str, host: str, key: str) -> tuple[str, ...]:
    """The surface's own id for a key of the map, its likeliest spelling first; none when the key is no model's."""
    route = "vertex_ai" if surface == "vertex" else _ROUTES.get(host, host)
    words = key.split("/")
    while len(words) > 1 and (words[0] == route or _PRICED.fullmatch(words[0])):
        # A route stands once: behind it, the same word is part of the id.
        route = "" if words[0] == route else route
        words.pop(0)
    rest = "/".join(words)
    if not rest or _TIER.fullmatch(rest):
        return ()
    if surface == "bedrock":
        # Every model's id begins with its maker; what does not is a guardrail.
        return (bedrock(rest),) if "." in rest else ()
    if surface == "vertex":
        return vertex(rest)
    if surface == "fireworks" and not rest.startswith("accounts/"):
        return (f"accounts/fireworks/models/{rest}", f"accounts/fireworks/routers/{rest}")
    if surface == "cloudflare-workers-ai" and not rest.startswith("@"):
        return (f"@cf/cloudflare/{rest}",)
    if surface == "openai" and rest.startswith("ft:"):
        # One row stands for what was tuned from any snapshot of a base, where the provider names the base alone.
        tuned = f"ft-{rest[3:]}"
        return tuple(dict.fromkeys((tuned, _DATE.sub("", tuned))))
    return (rest,)


def _is_floor(claim: Claim, row: RowContent | None, sharing: int) -> bool:
    return row is not None and "retires" not in row and row.get("earliest") == str(claim.retires)


def _is_stamp(claim: Claim, row: RowContent | None, sharing: int) -> bool:
    return claim.surface in _SYNCED and sharing >= _MANY and (row is None or row.get("retires") != str(claim.retires))


CATALOGUE = Catalogue(
    name="litellm",
    package="litellm",
    official=False,
    surfaces=frozenset({*_SURFACES.values(), "vertex"}),
    members=(_MAP,),
    read=_read,
    quirks=(
        Quirk(
            name="floor",
            reason="the day that a provider calls the earliest is stored as if it were the end",
            holds=_is_floor,
        ),
        Quirk(
            name="sync-stamp",
            reason="the day of the run that missed many ids of a host in its list is stored as the end of each",
            holds=_is_stamp,
        ),
    ),
)
