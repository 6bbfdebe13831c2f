"""The languages that are read, one file or package each."""

from __future__ import annotations

from pytest_modelgate._shelf import members
from pytest_modelgate.kinds import Language


def all_languages() -> tuple[Language, ...]:
    """Every language on the shelf, sorted by name."""
    return members(__name__, Language)
