"""The standing orders that a team's configuration gives about findings and references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.terms import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A standing order to silence findings by path, id and rules; all that are given must apply."""

    path: str | None
    """In gitignore syntax."""
    id: str | None
    """A glob on the id as written or as normalised."""
    rules: tuple[str, ...]
    """Codes; empty for every rule."""
    reason: str
    until: date | None
    """The last day on which it silences."""
    place: str
    """File and line, for reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A standing order to give references a role by path, symbol and id; all that are given must apply."""

    role: Role
    path: str | None = None
    """In gitignore syntax."""
    symbol: str | None = None
    """A glob on the dotted name that holds the text."""
    id: str | None = None
    """A glob on the id as written or as normalised."""
    reason: str | None = None
    place: str = ""
    """File and line, for reports."""
