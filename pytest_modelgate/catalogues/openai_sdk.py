"""The openai package: the models that its types name, and the shutdown days in the types' docstrings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.catalogues._days import day_in
from pytest_modelgate.catalogues._python import listed, parse
from pytest_modelgate.claims import Catalogue, Claim, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TYPES = {
    "openai/types/audio/speech_model.py": "audio",
    "openai/types/audio_model.py": "audio",
    # The types of chat and of responses name each other's models, images and agents among them, so that they say
    # nothing of a modality. Nor does any type say that an endpoint takes all that it names.
    "openai/types/beta/realtime/session_create_params.py": None,
    "openai/types/completion_create_params.py": "completion",
    "openai/types/embedding_model.py": "embedding",
    "openai/types/image_model.py": "image",
    "openai/types/live/session_config_param.py": None,
    "openai/types/moderation_model.py": "moderation",
    "openai/types/realtime/audio_transcription_param.py": None,
    "openai/types/realtime/realtime_session_create_request_param.py": None,
    "openai/types/shared/all_models.py": None,
    "openai/types/shared/chat_model.py": None,
    "openai/types/shared/responses_model.py": None,
    "openai/types/video_model.py": "video",
}
_HOLDER = re.compile(r"model|\w*Models?")
_ENTRY = re.compile(r'(?:^|\s)- (?=")')
_END = re.compile(r"shutdown date:|(?:shut down|retired|removed) on", re.IGNORECASE)
_DATED = re.compile(r".+-\d{4}-\d{2}-\d{2}", re.ASCII)


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for path, source in sorted(files.items()):
        before = len(claims)
        for one in listed(parse(source, path)):
            if _HOLDER.fullmatch(one.name):
                claims.extend(_claims(one.texts, one.doc, _TYPES[path]))
        if len(claims) == before:
            raise UnreadableError(f"{path} names no models any more; they may have moved to another file")
    return tuple(claims)


def _claims(ids: tuple[str, ...], doc: str, modality: str | None) -> Iterator[Claim]:
    ends = dict(_ends(doc))
    for id_ in ids:
        said = ends.get(id_, "")
        # Such an id was a mistake of the types, and stays so that code which names it is still typed.
        if "not a supported model" in said.lower():
            continue
        end = _END.search(said)
        retires = day_in(said[end.end() :]) if end else None
        yield Claim(
            surface="openai",
            id=id_,
            kind="snapshot" if _DATED.fullmatch(id_) else None,
            modality=modality,
            retires=retires,
            ended=bool(said) and retires is None,
            successors=tuple(other for other in ids if other != id_ and other in _replacements(said)),
        )


def _ends(doc: str) -> Iterator[tuple[str, str]]:
    """Each id that the docstring calls deprecated, with what it says of it."""
    _, heading, text = " ".join(doc.split()).partition("Deprecated values:")
    for entry in _ENTRY.split(text) if heading else ():
        names, _, said = entry.partition('": ')
        yield from ((id_, said) for id_ in names.strip('"').split('", "') if said)


def _replacements(said: str) -> set[str]:
    _, _, advice = said.partition(" Use ")
    return {word.rstrip(".,") for word in advice.split()}


CATALOGUE = Catalogue(
    name="openai-sdk",
    package="openai",
    official=True,
    surfaces=frozenset({"openai"}),
    members=tuple(_TYPES),
    read=_read,
)
