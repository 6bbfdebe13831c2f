"""What catalogues that machines can read say of models, and what it comes to when the table is held against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from pytest_modelgate.content import RowContent


class UnreadableError(Exception):
    """A catalogue that cannot be had or read; its text is the reason, ready for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a catalogue says of one id on one surface."""

    surface: str
    id: str
    """As the surface takes it, without the catalogue's own prefixes."""
    also: tuple[str, ...] = ()
    """Other spellings under which the table may have the same model."""
    kind: str | None = None
    """Only where the catalogue, or a form that the provider documents, says so."""
    modality: str | None = None
    retires: date | None = None
    ended: bool = False
    """Whether it is called deprecated or gone without a day."""
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quirk:
    """A day that a catalogue gives and that is no end day. `holds(claim, row, sharing)` recognises it.

    `sharing` counts the ids of the same surface to which the catalogue gives the same day.
    """

    name: str
    reason: str
    holds: Callable[[Claim, RowContent | None, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A published package that lists models. `read(files)` gives its claims, or raises UnreadableError."""

    name: str
    package: str
    """The name under which pip knows it."""
    official: bool
    """Whether the provider of all its surfaces publishes it."""
    surfaces: frozenset[str]
    members: tuple[str, ...]
    """The files of the package that are read; each must be there."""
    read: Callable[[Mapping[str, bytes]], tuple[Claim, ...]]
    complete: frozenset[str] = frozenset()
    """Surfaces of which it lists every model that can be called, so that an absence means something."""
    quirks: tuple[Quirk, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one release of a catalogue says, or why it could not be read."""

    catalogue: Catalogue
    version: str | None = None
    claims: tuple[Claim, ...] = ()
    unread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that a catalogue and the table do not say alike."""

    surface: str
    id: str
    """The table's id where it has one, else the catalogue's."""
    catalogue: str
    official: bool
    kind: str
    """`missing-row`, `missing-date`, `other-date`, `other-successor`, `gone-there` or `unknown-there`."""
    table: str
    says: str
    """What the catalogue says; a review applies only while these are its words."""
    reviewed: str | None = None
    """The reason that a person recorded."""
    row: Mapping[str, object] | None = None
    """A row in the table's keys that settles it; None where a person must find out more first."""
    source: Mapping[str, object] | None = None
    """The catalogue as a source of that row, which its own `source` does not name yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """Rows of which nothing newer than this source was read."""

    surface: str
    source: str
    title: str
    read: date
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The table against all that was read. Differences are sorted by surface, id, catalogue and kind."""

    today: date
    as_of: date
    """The newest day up to which a provider's sources were read."""
    rows: int
    readings: tuple[Reading, ...] = ()
    differences: tuple[Difference, ...] = ()
    excused: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How many days of a catalogue are no end days, by catalogue and quirk."""
    beyond: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How many ids of a catalogue are not in the table, by catalogue and surface, where the table lists only some."""
    spent: tuple[tuple[str, str, str], ...] = ()
    """Reviews, by surface, id and catalogue, that no difference needs any more."""
    stale: tuple[Stale, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether everything was read and no official catalogue says anything that nobody has looked at."""
        return not any(reading.unread for reading in self.readings) and not any(
            difference.official and difference.reviewed is None for difference in self.differences
        )
