"""Dockerfiles and Containerfiles."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._dockerfile"
_STEMS = ("dockerfile", "containerfile")

LANGUAGE = Language(
    name="dockerfile",
    suffixes=tuple(f".{stem}" for stem in _STEMS),
    names=tuple(f"{stem}{more}" for stem in _STEMS for more in ("", ".*", "-*", "_*")),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
    apart=True,
    pieces=later(_ROOM, "pieces"),
)
