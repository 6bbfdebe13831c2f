"""`inventory` as a table for people: one row a model and surface, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import BOLD, CYAN, DIM, GREEN, RED, YELLOW, paint, where
from pytest_modelgate.formats._rows import Row, rows_of
from pytest_modelgate.kinds import Format
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Reference, Report

_HEADS = ("MODEL", "SURFACE", "STATE", "ENDS", "REPLACEMENT", "PLACES")
_ID_LIMIT = 80
_COLOURS = {
    State.RETIRED: RED,
    State.RETIRING: RED,
    State.MISTYPED: RED,
    State.DEPRECATED: YELLOW,
    State.LEGACY: YELLOW,
    State.UNKNOWN: CYAN,
    State.DYNAMIC: CYAN,
    State.ACTIVE: GREEN,
}


def _render(report: Report, style: Style) -> str:
    rows = rows_of(report)
    if not rows:
        return ""
    cells = [_cells(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(_HEADS, *cells, strict=True)]
    lines = [paint("  ".join(_padded(_HEADS, widths)).rstrip(), BOLD, style)]
    for row, texts in zip(rows, cells, strict=True):
        columns = _padded(texts, widths)
        columns[2] = paint(columns[2], _COLOURS[row.state], style)
        lines.append("  ".join(columns).rstrip())
        if style.everything:
            lines += [paint(place, DIM, style) for place in _places(row.places, style)]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        visible(clipped(row.model, _ID_LIMIT)),
        visible(row.surface or "-"),
        row.state.value,
        "-" if row.ends is None else row.ends.isoformat(),
        visible(row.replacement or "-"),
        ", ".join(f"{number} {role.value}" for role, number in row.roles.items()),
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


FORMAT = Format(name="table", inventory=_render)
