"""INI files and Java's properties."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._ini"

LANGUAGE = Language(
    name="ini",
    suffixes=(".ini", ".cfg", ".properties"),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
    apart=True,
)
