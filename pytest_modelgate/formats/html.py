"""`inventory` as a page for people: one file that asks nobody for anything and can be read without its script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Format

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Report


def _render(report: Report, style: Style) -> str:
    from pytest_modelgate.formats._page import render

    return render(report, style)


FORMAT = Format(name="html", inventory=_render, needs=("jinja2",))
