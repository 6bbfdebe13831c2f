"""The pydantic-ai-slim package: the models that it proposes while one types, by provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.catalogues._hosted import bedrock, vertex
from pytest_modelgate.catalogues._python import listed, parse
from pytest_modelgate.claims import Catalogue, Claim, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMES = "pydantic_ai/models/_known_model_names.py"
_SURFACES = {
    "anthropic": "anthropic",
    "bedrock": "bedrock",
    "bedrock-mantle": "bedrock",
    "cerebras": "cerebras",
    "cohere": "cohere",
    "deepseek": "deepseek",
    "google": "gemini",
    "google-cloud": "vertex",
    "groq": "groq",
    "mistral": "mistral",
    "moonshotai": "moonshot",
    "openai": "openai",
    "openai-chat": "openai",
    "snowflake": "snowflake",
    "xai": "xai",
    "zai": "zhipu",
}


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    claims = tuple(
        claim
        for one in listed(parse(files[_NAMES], _NAMES))
        if one.name == "KnownModelName"
        for name in one.texts
        for claim in _claims(name)
    )
    if not claims:
        raise UnreadableError(f"{_NAMES} names no models any more; they may have moved to another file")
    return claims


def _claims(name: str) -> Iterator[Claim]:
    provider, _, id_ = name.partition(":")
    surface = _SURFACES.get(provider)
    if surface is not None and id_:
        first, *also = vertex(id_) if surface == "vertex" else (bedrock(id_) if surface == "bedrock" else id_,)
        yield Claim(surface=surface, id=first, also=tuple(also))


CATALOGUE = Catalogue(
    name="pydantic-ai",
    package="pydantic-ai-slim",
    official=False,
    surfaces=frozenset(_SURFACES.values()),
    members=(_NAMES,),
    read=_read,
)
