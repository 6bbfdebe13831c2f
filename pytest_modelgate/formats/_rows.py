"""The models of a report, one row for each id, surface and state, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Role, State

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.values import Reference, Report, Succession

URGENCY = (
    State.RETIRED,
    State.RETIRING,
    State.MISTYPED,
    State.DEPRECATED,
    State.LEGACY,
    State.UNKNOWN,
    State.DYNAMIC,
    State.ACTIVE,
)
"""The states in the order of the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A model as some places of the code use it. Its texts are as scanned: whoever shows them makes them harmless."""

    model: str
    surface: str
    """Several surfaces with ` or ` between them; empty where nobody knows who is asked."""
    state: State
    ends: date | None
    replacement: str
    """What to write: an id, one with a question mark where it is a guess, for an API a few words, or empty."""
    places: tuple[Reference, ...] = ()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The surfaces one by one; empty where nobody knows who is asked."""
        return tuple(self.surface.split(" or ")) if self.surface else ()

    @property
    def roles(self) -> dict[Role, int]:
        """How many places there are of each role, in the roles' own order."""
        found = [reference.role for reference in self.places]
        return {role: found.count(role) for role in Role if role in found}


def rows_of(report: Report) -> list[Row]:
    """The rows, by urgency, end day and id; the places of each in the report's order."""
    places: dict[tuple[str, str, State, date | None, str], list[Reference]] = {}
    for reference, state, succession in zip(report.references, report.states, report.successions, strict=True):
        places.setdefault(_key(reference, state, succession), []).append(reference)
    rows = [
        Row(model=model, surface=surface, state=state, ends=ends, replacement=replacement, places=tuple(found))
        for (model, surface, state, ends, replacement), found in places.items()
    ]
    return sorted(rows, key=_order)


def surface_of(reference: Reference) -> str:
    """The surfaces that may be asked, with ` or ` between them; empty where nobody knows."""
    return " or ".join(reference.surfaces) or reference.surface or ""


def ends_of(reference: Reference) -> date | None:
    """The first day on which what the reference names is gone."""
    record = reference.api or reference.record
    return None if record is None else record.retires


def replacement_of(reference: Reference, succession: Succession) -> str:
    """What to write instead, as `Row.replacement` has it."""
    if reference.api is not None:
        return reference.api.instead or ""
    return succession.living or (f"{reference.nearest[0]}?" if reference.nearest else "")


def _key(reference: Reference, state: State, succession: Succession) -> tuple[str, str, State, date | None, str]:
    return (
        reference.model if reference.model is not None else reference.id,
        surface_of(reference),
        state,
        ends_of(reference),
        replacement_of(reference, succession),
    )


def _order(row: Row) -> tuple[int, str, str, str]:
    ends = "9999" if row.ends is None else row.ends.isoformat()
    return URGENCY.index(row.state), ends, row.model, row.surface
