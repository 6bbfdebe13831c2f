"""Python."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language
from pytest_modelgate.remarks import PYTHON, remarks

_ROOM = "pytest_modelgate.languages.python.extraction"

LANGUAGE = Language(
    name="python",
    suffixes=(".py", ".pyi", ".pyw"),
    extract=later(_ROOM, "extract"),
    passages=later("pytest_modelgate.languages.python.strings", "passages"),
    remarks=lambda source: remarks(source.text, PYTHON),
    packages="python",
)
