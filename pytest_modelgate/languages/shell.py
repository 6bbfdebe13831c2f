"""Scripts of POSIX shells, bash and zsh."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._shell_scripts"

LANGUAGE = Language(
    name="shell",
    suffixes=(".sh", ".bash", ".zsh", ".ksh", ".envrc"),
    names=(".envrc",),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
)
