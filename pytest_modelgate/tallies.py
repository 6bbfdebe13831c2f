"""What a run read, and which table judged it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTally:
    """What was and was not read."""

    read: int = 0
    """Files whose bytes were searched."""
    parsed: int = 0
    """Those of them that hold a provider's keyword and so were parsed."""
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paths that were not read, by reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableUsed:
    """Which table judged, and how far it had read."""

    as_of: date
    """The newest day up to which a provider's sources were read."""
    rows: int
    name: str = "bundled"
    """`bundled` with the package, or `fetched` by the user."""
    fetched: date | None = None
    extra: tuple[str, ...] = ()
    """The team's own tables that were laid over it, as reports show paths."""
    read_up_to: Mapping[str, date] = field(default_factory=dict)
    """Of each surface that judged a reference, the day up to which its sources were read."""
    trouble: str | None = None
    """Why a fetched table could not be used."""
