"""The google-genai package: the models and agents that the types of its interactions name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.catalogues._python import listed, parse
from pytest_modelgate.claims import Catalogue, Claim, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES = {
    # Named by what makes an interaction: chat, images, speech and videos alike.
    "google/genai/_gaos/types/interactions/model.py": ("Model", None),
    "google/genai/_gaos/types/interactions/agentoption.py": ("AgentOption", "agent"),
}


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for path, (name, modality) in _TYPES.items():
        ids = [id_ for one in listed(parse(files[path], path)) if one.name == name for id_ in one.texts]
        if not ids:
            raise UnreadableError(f"{path} names no models any more; they may have moved to another file")
        claims.extend(
            Claim(surface="gemini", id=id_, kind="preview" if "-preview" in id_ else None, modality=modality)
            for id_ in ids
        )
    return tuple(claims)


CATALOGUE = Catalogue(
    name="google-genai-sdk",
    package="google-genai",
    official=True,
    surfaces=frozenset({"gemini"}),
    members=tuple(_TYPES),
    read=_read,
)
