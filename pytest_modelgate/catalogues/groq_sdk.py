"""The groq package: the models that the parameters of its calls name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.catalogues._python import listed, parse
from pytest_modelgate.claims import Catalogue, Claim, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARAMETERS = {
    "groq/types/audio/speech_create_params.py": "audio",
    "groq/types/audio/transcription_create_params.py": "audio",
    "groq/types/chat/completion_create_params.py": "chat",
}


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for path, modality in _PARAMETERS.items():
        ids = [id_ for one in listed(parse(files[path], path)) if one.name == "model" for id_ in one.texts]
        if not ids:
            raise UnreadableError(f"{path} names no models any more; they may have moved to another file")
        claims.extend(Claim(surface="groq", id=id_, modality=modality) for id_ in ids)
    return tuple(claims)


CATALOGUE = Catalogue(
    name="groq-sdk",
    package="groq",
    official=True,
    surfaces=frozenset({"groq"}),
    members=tuple(_PARAMETERS),
    read=_read,
)
