"""`inventory` for spreadsheets: one row a place, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import visible, visible_path
from pytest_modelgate.formats._rows import ends_of, replacement_of, surface_of
from pytest_modelgate.formats._surfaces import title_of
from pytest_modelgate.kinds import Format

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.terms import State
    from pytest_modelgate.values import Reference, Report, Succession

HEAD = (
    *("path", "line", "column", "cell", "id", "model", "surface", "provider", "role", "reach", "endpoint", "symbol"),
    *("state", "ends", "days", "replacement"),
)
# Where a spreadsheet begins a cell: at its start, and at a semicolon where that is what its country separates cells by.
# The wide forms count as the plain ones in Japanese editions.
_FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])")


def _cells(reference: Reference, state: State, succession: Succession, today: date) -> tuple[str | int | None, ...]:
    occurrence, ends = reference.occurrence, ends_of(reference)
    surfaces = reference.surfaces or (reference.surface,)
    return (
        visible_path(reference.path),
        reference.span.line,
        reference.span.column,
        occurrence.cell,
        visible(reference.id),
        visible(reference.model or ""),
        visible(surface_of(reference)),
        visible(" or ".join(title_of(surface) for surface in surfaces if surface)),
        reference.role.value,
        occurrence.reach.value,
        visible(", ".join(dict.fromkeys(use.endpoint for use in occurrence.uses if use.endpoint))),
        visible(occurrence.symbol or ""),
        state.value,
        None if ends is None else ends.isoformat(),
        None if ends is None else (ends - today).days,
        visible(replacement_of(reference, succession)),
    )


def _harmless(cell: str | int | None) -> str | int | None:
    """A text that begins like a formula gets an apostrophe, the sign of spreadsheets for text."""
    return _FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell


def _render(report: Report, style: Style) -> str:
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(HEAD)
    for row in zip(report.references, report.states, report.successions, strict=True):
        writer.writerow(map(_harmless, _cells(*row, report.today)))
    return sheet.getvalue()


FORMAT = Format(name="csv", inventory=_render)
