"""Jupyter notebooks."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._notebook"

LANGUAGE = Language(
    name="notebook",
    suffixes=(".ipynb",),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    pieces=later(_ROOM, "pieces"),
    comment=None,
)
