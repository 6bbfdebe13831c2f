"""The anthropic package: the models of its Model type, and the end days of its mapping of deprecated models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.catalogues._days import day_in
from pytest_modelgate.catalogues._python import listed, mapping, parse
from pytest_modelgate.claims import Catalogue, Claim, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODEL = "anthropic/types/model.py"
_MESSAGES = "anthropic/resources/messages/messages.py"
_DATED = re.compile(r".+-\d{8}", re.ASCII)


def _read(files: Mapping[str, bytes]) -> tuple[Claim, ...]:
    named = [id_ for one in listed(parse(files[_MODEL], _MODEL)) if one.name == "Model" for id_ in one.texts]
    if not named:
        raise UnreadableError(f"{_MODEL} names no models any more; they may have moved to another file")
    ends = mapping(parse(files[_MESSAGES], _MESSAGES), "DEPRECATED_MODELS")
    if ends is None:
        raise UnreadableError(f"{_MESSAGES} has no DEPRECATED_MODELS any more; it may have moved to another file")
    return tuple(
        Claim(
            surface="anthropic",
            id=id_,
            kind="snapshot" if _DATED.fullmatch(id_) else None,
            modality="chat",
            retires=day_in(ends.get(id_, "")),
            ended=id_ in ends and day_in(ends[id_]) is None,
        )
        for id_ in dict.fromkeys((*named, *ends))
    )


CATALOGUE = Catalogue(
    name="anthropic-sdk",
    package="anthropic",
    official=True,
    surfaces=frozenset({"anthropic"}),
    members=(_MODEL, _MESSAGES),
    read=_read,
    complete=frozenset({"anthropic"}),
)
