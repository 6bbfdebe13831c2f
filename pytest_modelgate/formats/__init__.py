"""One file per output format: report to text. `modelgate` offers the names found here."""

from __future__ import annotations

from pytest_modelgate._shelf import members
from pytest_modelgate.kinds import Format


def all_formats() -> tuple[Format, ...]:
    """Every format on this shelf, sorted by name."""
    return members(__name__, Format)
