"""Fills the page of an inventory: what is on it, in the words and the order in which people look."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pytest_modelgate.formats._escape import clipped, visible, visible_path
from pytest_modelgate.formats._groups import SENTENCES, TITLES, Group, figures_of, grouped
from pytest_modelgate.formats._layout import count
from pytest_modelgate.formats._rows import Row, rows_of
from pytest_modelgate.formats._summary import MESSAGE_LIMIT, answered, used
from pytest_modelgate.formats._surfaces import sentence_of, title_of
from pytest_modelgate.formats._timeline import timeline_of
from pytest_modelgate.kinds import HELP_BASE, SOURCE_BASE
from pytest_modelgate.terms import Role

if TYPE_CHECKING:
    from datetime import date

    from jinja2 import Template

    from pytest_modelgate.formats._timeline import Lane
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Reference, Report

TABLE = f"{SOURCE_BASE}/deprecations.yaml"
"""Where each date stands with its sources."""
MOST = 200
"""Paths that are listed of what was left out for one reason."""
_USED = {Role.RUNTIME: "running code", Role.TEST: "tests", Role.CATALOGUE: "lists", Role.DOC: "docs"}
_ID, _BRIEF = 160, 48


def render(report: Report, style: Style) -> str:
    """The whole page."""
    page: str = _page().render(**_content(report, style))
    return page


@cache
def _page() -> Template:
    """The page without a report: what it is laid out with, and what it shows texts by."""
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = files("pytest_modelgate.formats") / "_page"
    layout, sheet, script = ((folder / f"page.{kind}").read_text("utf-8") for kind in ("html", "css", "js"))
    # Whatever the page shows is made visible first and escaped then, so that nothing can be forgotten.
    world = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    world.filters |= {"day": _day, "away": _away, "count": count, "path": visible_path, "brief": _brief}
    world.filters |= {"short": _short, "title_of": _title, "asked": sentence_of}
    own = {"style": sheet, "script": script, "style_hash": _hash(sheet), "script_hash": _hash(script)}
    return world.from_string(layout, {name: Markup(text) for name, text in own.items()})  # noqa: S704


def _content(report: Report, style: Style) -> dict[str, Any]:
    rows = rows_of(report)
    groups = grouped(rows, report.today)
    for found in groups.values():
        found.sort(key=lambda row: Role.RUNTIME not in row.roles)
    surfaces = sorted({name for row in rows for name in row.surfaces}, key=lambda name: title_of(name).lower())
    troubles = sorted(report.notifications, key=lambda notification: not notification.blocking)
    return {
        "report": report,
        "project": style.project,
        "rows": rows,
        "groups": groups,
        "titles": TITLES,
        "sentences": SENTENCES,
        "figures": {group: figures_of(found) for group, found in groups.items()},
        "gone": sum(Role.RUNTIME in row.roles for row in groups[Group.GONE]),
        "next": _next(groups),
        "timeline": timeline_of(rows, report.today),
        "coming": _coming(groups),
        "surfaces": surfaces,
        "used": _USED,
        "roles": [role for role in Role if any(role in row.roles for row in rows)],
        "how": _how,
        "days": _days,
        "months": _MONTHS,
        "Group": Group,
        "most": MOST,
        "message": lambda text: clipped(text, MESSAGE_LIMIT),
        "left_out": [(reason, paths) for reason, paths in sorted(report.files.left_out.items()) if paths],
        "troubles": troubles,
        "table": used(report),
        "answered": answered(report),
        "table_url": TABLE,
        "help_url": HELP_BASE,
    }


def _next(groups: dict[Group, list[Row]]) -> tuple[Row, int] | None:
    """What ends next, of what running code asks for if that ends at all, and how many others end on that day."""
    dated = [row for group in (Group.SOON, Group.LATER) for row in groups[group] if row.ends is not None]
    coming = [row for row in dated if Role.RUNTIME in row.roles] or dated
    if not coming:
        return None
    first = min(coming, key=lambda row: (row.ends, row.model))
    return first, sum(row.ends == first.ends for row in coming) - 1


def _coming(groups: dict[Group, list[Row]]) -> list[tuple[date, list[tuple[date, list[Row]]]]]:
    """The ends to come: by month, by day."""
    months: dict[date, dict[date, list[Row]]] = {}
    for group in (Group.SOON, Group.LATER):
        for row in groups[group]:
            if row.ends is not None:
                months.setdefault(row.ends.replace(day=1), {}).setdefault(row.ends, []).append(row)
    return [(month, sorted(days.items())) for month, days in sorted(months.items())]


def _how(reference: Reference) -> str:
    """How a place uses the model: `constant SUMMARY_MODEL, through chat.completions`."""
    occurrence = reference.occurrence
    endpoints = dict.fromkeys(use.endpoint for use in occurrence.uses if use.endpoint is not None)
    return ", ".join(
        [
            " ".join(filter(None, (occurrence.reach.value.replace("-", " "), clipped(occurrence.symbol or "", _ID)))),
            *([f"through {' and '.join(endpoints)}"] if endpoints else []),
            *([f"cell {occurrence.cell}"] if occurrence.cell is not None else []),
        ]
    )


def _title(surfaces: tuple[str, ...]) -> str:
    return " or ".join(map(title_of, surfaces)) or title_of(None)


def _short(text: str) -> str:
    return clipped(text, _ID)


def _brief(text: str) -> str:
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF]}..."


def _day(day: date) -> str:
    # Not by the locale of whoever makes the page.
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _days(lane: Lane) -> str:
    """The days of a lane, which share a month: `14 Jan`, `14 and 31 Jan`, `3 days of Jan`."""
    days = [str(mark.day.day) for mark in lane.marks]
    month = _MONTHS[lane.marks[0].day.month - 1]
    return f"{' and '.join(days)} {month}" if len(days) < 3 else f"{len(days)} days of {month}"


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def _away(day: date, today: date) -> str:
    days = (day - today).days
    return "today" if not days else f"in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} ago"


def _hash(text: str) -> str:
    import hashlib
    from base64 import b64encode

    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
