"""One JSON object a line: of `inventory` for every reference of every role, of `check` for every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.formats.json import ends_of, finding_fields, reading_fields, serialized, span_fields
from pytest_modelgate.kinds import Format

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.terms import State
    from pytest_modelgate.values import Reference, Report, Succession


def line_of(reference: Reference, state: State, succession: Succession) -> dict[str, object]:
    """One reference as JSON's own types."""
    return {
        "path": reference.path,
        **span_fields(reference.span),
        "id": reference.id,
        "model": reference.model,
        "surface": reference.surface,
        "role": reference.role.value,
        "reach": reference.occurrence.reach.value,
        **reading_fields(reference),
        "state": state.value,
        "ends": ends_of(reference),
        "successor": succession.living,
    }


def _check(report: Report, style: Style) -> str:
    return "".join(serialized(finding_fields(finding, report)) + "\n" for finding in report.findings)


def _inventory(report: Report, style: Style) -> str:
    rows = zip(report.references, report.states, report.successions, strict=True)
    return "".join(serialized(line_of(*row)) + "\n" for row in rows)


FORMAT = Format(name="jsonl", check=_check, inventory=_inventory)
