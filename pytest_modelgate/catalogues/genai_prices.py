"""The genai-prices package: the ids that its prices are named after, and those that it calls deprecated."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from pytest_modelgate.catalogues._hosted import bedrock
from pytest_modelgate.catalogues._python import calls, parse, text
from pytest_modelgate.claims import Catalogue, Claim, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PRICES = "genai_prices/data.py"
_SURFACES = {
    "anthropic": "anthropic",
    "aws": "bedrock",
    "azure": "azure",
    "baseten": "baseten",
    "cerebras": "cerebras",
    "cloudflare": "cloudflare-workers-ai",
    "cohere": "cohere",
    "databricks": "databricks",
    "deepseek": "deepseek",
    "elevenlabs": "elevenlabs",
    "fireworks": "fireworks",
    "groq": "groq",
    "mistral": "mistral",
    "moonshotai": "moonshot",
    "novita": "novita",
    "openai": "openai",
    "openrouter": "openrouter",
    "perplexity": "perplexity",
    "together": "together",
    "voyageai": "voyage",
    "x-ai": "xai",
    "zai": "zhipu",
    "zhipuai": "zhipu",
}
"""What the package calls a provider, and our surface. `google` is left out: it is the Gemini API and Vertex in one."""


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    claims = tuple(_claims(parse(files[_PRICES], _PRICES)))
    if not claims:
        raise UnreadableError(f"{_PRICES} names no models any more; they may have moved to another file")
    return claims


def _claims(tree: ast.Module) -> Iterator[Claim]:
    for provider in calls(tree, "Provider"):
        surface = _SURFACES.get(text(provider.get("id")))
        models = provider.get("models")
        for model in calls(models, "ModelInfo") if surface and models else ():
            flag = model.get("deprecated")
            ended = isinstance(flag, ast.Constant) and flag.value is True
            id_ = text(model.get("id"))
            if id_ and _is_id(id_, model.get("match")):
                yield Claim(surface=surface or "", id=bedrock(id_) if surface == "bedrock" else id_, ended=ended)


def _is_id(name: str, match: ast.expr | None) -> bool:
    """Whether a price matches its own name exactly.

    Where it does not, the name is a family's. The other texts that it matches are spellings of any router, and not ids.
    """
    return match is not None and any(text(clause.get("equals")) == name for clause in calls(match, "ClauseEquals"))


CATALOGUE = Catalogue(
    name="genai-prices",
    package="genai-prices",
    official=False,
    surfaces=frozenset(_SURFACES.values()),
    members=(_PRICES,),
    read=_read,
)
