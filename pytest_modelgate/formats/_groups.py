"""The models of an inventory by what they ask of a team: gone, going soon, going later, unclear, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from pytest_modelgate.lifecycle import DEFAULT_HORIZON
from pytest_modelgate.terms import Role, State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from pytest_modelgate.formats._rows import Row


class Group(StrEnum):
    """The groups in the order in which they ask for something."""

    GONE = "gone"
    SOON = "soon"
    LATER = "later"
    UNCLEAR = "unclear"
    OPEN = "open"


TITLES = {
    Group.GONE: "Gone",
    Group.SOON: f"Going in {DEFAULT_HORIZON} days",
    Group.LATER: "Going later",
    Group.UNCLEAR: "Not known",
    Group.OPEN: "No end announced",
}
SENTENCES = {
    Group.GONE: "No longer served under this id. A call fails, or something else answers it.",
    Group.SOON: "The provider has named the day, and it is near.",
    Group.LATER: "Deprecated, or with an end day that is further away.",
    Group.UNCLEAR: "Misspelt, not in the table, or named only when the code runs: look these up.",
    Group.OPEN: "Nothing to do today.",
}
_UNCLEAR = frozenset({State.UNKNOWN, State.MISTYPED, State.DYNAMIC})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much there is of a group."""

    models: int
    runtime: int
    """Places in code that runs."""
    elsewhere: int


def group_of(row: Row, today: date) -> Group:
    """The group of a row on the day of the report."""
    if row.state in _UNCLEAR:
        return Group.UNCLEAR
    if row.state is State.RETIRED:
        return Group.GONE
    if row.ends is not None:
        return Group.SOON if row.ends <= today + timedelta(days=DEFAULT_HORIZON) else Group.LATER
    return Group.LATER if row.state in (State.DEPRECATED, State.RETIRING) else Group.OPEN


def grouped(rows: Iterable[Row], today: date) -> dict[Group, list[Row]]:
    """The rows of each group in their order; every group is there, empty ones too."""
    found: dict[Group, list[Row]] = {group: [] for group in Group}
    for row in rows:
        found[group_of(row, today)].append(row)
    return found


def figures_of(rows: Iterable[Row]) -> Figures:
    """How much there is of a group."""
    listed = list(rows)
    runtime = sum(place.role is Role.RUNTIME for row in listed for place in row.places)
    return Figures(models=len(listed), runtime=runtime, elsewhere=sum(len(row.places) for row in listed) - runtime)
