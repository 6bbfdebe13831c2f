"""The standing orders that a team's configuration gives about findings, references and models."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
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
class IdleIgnore:
    """An order to silence findings that silences none, or is past its day."""

    kind: str
    """`comment`, `configuration` or `baseline`."""
    rules: tuple[str, ...] = ()
    """The names of the rules that it speaks of; empty for every rule."""
    until: date | None = None
    """Its last day, where that is past."""
    back: tuple[str, ...] = ()
    """What it silenced until then, in words: the rule and the id of each finding."""
    others: int = 0
    """How many more entries of a baseline match nothing."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Which models a team lets its code ask for, beyond those that work. Globs are compared without regard to case."""

    allow: tuple[str, ...] = ()
    """Globs on an id, or on surface and id as `bedrock/anthropic.*`; empty: all that nothing forbids."""
    deny: tuple[str, ...] = ()
    require_pinned: bool = False
    """Whether names that may stand for another model tomorrow are findings."""
    no_preview: bool = False

    def __bool__(self) -> bool:
        return bool(self.allow or self.deny or self.require_pinned or self.no_preview)

    def denied(self, names: Sequence[str]) -> str | None:
        """The first glob that forbids one of the names."""
        return next((glob for glob in self.deny for name in names if _fits(name, glob)), None)

    def allowed(self, names: Sequence[str]) -> bool:
        """Whether one of the names is on the list, or there is none."""
        return not self.allow or any(_fits(name, glob) for name in names for glob in self.allow)


def _fits(name: str, glob: str) -> bool:
    return fnmatchcase(name.lower(), glob.lower())
