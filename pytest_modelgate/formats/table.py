"""`inventory` as a table for people: one row a model and surface, the most urgent first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import BOLD, CYAN, DIM, GREEN, RED, YELLOW, paint, where
from pytest_modelgate.kinds import Format
from pytest_modelgate.terms import Role, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Reference, Report, Succession

_HEADS = ("MODEL", "SURFACE", "STATE", "ENDS", "REPLACEMENT", "PLACES")
_ID_LIMIT = 80
_URGENCY = {
    State.RETIRED: RED,
    State.RETIRING: RED,
    State.MISTYPED: RED,
    State.DEPRECATED: YELLOW,
    State.LEGACY: YELLOW,
    State.UNKNOWN: CYAN,
    State.DYNAMIC: CYAN,
    State.ACTIVE: GREEN,
}
"""The states in the order of the rows, with their colours."""


class _Row(NamedTuple):
    """What the places of one row have in common."""

    state: State
    ends: date | None
    model: str
    surface: str
    replacement: str

    def order(self) -> tuple[int, str, str, str]:
        ends = "9999" if self.ends is None else self.ends.isoformat()
        return list(_URGENCY).index(self.state), ends, self.model, self.surface


def _render(report: Report, style: Style) -> str:
    places: dict[_Row, list[Reference]] = {}
    for reference, state, succession in zip(report.references, report.states, report.successions, strict=True):
        places.setdefault(_row(reference, state, succession), []).append(reference)
    if not places:
        return ""
    rows = sorted(places, key=_Row.order)
    cells = [_cells(row, places[row]) for row in rows]
    widths = [max(map(_width, column)) for column in zip(_HEADS, *cells, strict=True)]
    lines = [paint("  ".join(_padded(_HEADS, widths)).rstrip(), BOLD, style)]
    for row, texts in zip(rows, cells, strict=True):
        columns = _padded(texts, widths)
        columns[2] = paint(columns[2], _URGENCY[row.state], style)
        lines.append("  ".join(columns).rstrip())
        if style.everything:
            lines += [paint(place, DIM, style) for place in _places(places[row], style)]
    return "\n".join(lines) + "\n"


def _row(reference: Reference, state: State, succession: Succession) -> _Row:
    return _Row(
        state=state,
        ends=reference.record.retires if reference.record is not None else None,
        model=visible(clipped(reference.model if reference.model is not None else reference.id, _ID_LIMIT)),
        surface=" or ".join(reference.surfaces) or reference.surface or "-",
        replacement=succession.living or (f"{reference.nearest[0]}?" if reference.nearest else "-"),
    )


def _cells(row: _Row, places: Sequence[Reference]) -> tuple[str, ...]:
    roles = Counter(reference.role for reference in places)
    return (
        row.model,
        visible(row.surface),
        row.state.value,
        "-" if row.ends is None else row.ends.isoformat(),
        visible(row.replacement),
        ", ".join(f"{roles[role]} {role.value}" for role in Role if roles[role]),
    )


def _padded(texts: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [text + " " * (width - _width(text)) for text, width in zip(texts, widths, strict=True)]


def _places(places: Sequence[Reference], style: Style) -> Iterator[str]:
    for reference in places:
        place = where(reference.path, style, reference.span.line, reference.span.column)
        line = f"  {place}  {reference.role.value}  {reference.occurrence.reach.value}"
        endpoints = {use.endpoint: None for use in reference.occurrence.uses if use.endpoint is not None}
        through = f"{line}  {visible(', '.join(endpoints))}".rstrip()
        yield through if style.width is None or len(through) <= style.width else line


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


FORMAT = Format(name="table", shows="inventory", render=_render)
