"""`inventory` as a calendar: an event on the end day of each model and surface, with the places that must change."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible, visible_path
from pytest_modelgate.formats._layout import count
from pytest_modelgate.formats._rows import Row, rows_of
from pytest_modelgate.formats._surfaces import sentence_of, title_of
from pytest_modelgate.kinds import HELP_BASE, Format
from pytest_modelgate.terms import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from icalendar import Alarm, Calendar, Event, Timezone

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Reference, Report

ALARMS = (90, 30, 7)
"""Days before an end on which calendars remind of it."""
MOST = 100
"""Places that one event lists: calendars cut or refuse descriptions of many kilobytes."""
_NAME = 80
_PLACE = 4000
"""Characters of a place: those of a path that is cut already, each of which may be shown as ten."""


def _render(report: Report, style: Style) -> str:
    text: str = _calendar(report, style).to_ical().decode("utf-8")
    return text


def _calendar(report: Report, style: Style) -> Calendar:
    from icalendar import Calendar, vText

    calendar = Calendar()
    project = f" in {_said(style.project, _NAME)}" if style.project else ""
    # The library would take it for a name of its own kind, and leave its semicolons as they are.
    name = vText(f"End days of models{project}")
    calendar.add("prodid", "-//pytest-modelgate//modelgate inventory//EN")
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    stamp = datetime.combine(report.table.as_of, time(), UTC)
    known: set[str] = set()
    for row in rows_of(report):
        if row.ends is not None:
            calendar.add_component(_event(row, row.ends, stamp, report.today, known))
    if not known:
        calendar.add_component(_nothing())
    return calendar


def _event(row: Row, ends: date, stamp: datetime, today: date, known: set[str]) -> Event:
    from icalendar import Event

    model, surface = _said(row.model, _NAME), _said(" or ".join(map(title_of, row.surfaces)) or title_of(None))
    event = Event()
    event.add("uid", _uid(row, known))
    event.add("dtstamp", stamp)
    event.add("dtstart", ends)
    event.add("dtend", ends + timedelta(days=1))
    event.add("summary", _said(f"{model} ends: {surface}", 2 * _NAME))
    event.add("description", "\n".join(_description(row, ends, today)))
    event.add("categories", ["model end day"])
    event.add("transp", "TRANSPARENT")
    event.add("url", HELP_BASE)
    for days in ALARMS:
        # Calendars ring for what is past as soon as they open the file.
        if ends - timedelta(days=days) >= today:
            event.add_component(_alarm(f"{model} ends in {count(days, 'day')}: {surface}", days))
    return event


def _description(row: Row, ends: date, today: date) -> Iterator[str]:
    verb = "is" if ends <= today else "will be"
    yield f"From {ends.isoformat()} on, {_said(row.model)} {verb} gone from {_said(sentence_of(row.surfaces))}."
    if row.places[0].api is not None and row.replacement:
        yield f"Instead: {_said(row.replacement)}."
    else:
        yield f"Write {_said(row.replacement)} instead." if row.replacement else "No replacement is named."
    places = sorted(row.places, key=lambda place: tuple(Role).index(place.role))
    yield f"To change, {count(len(places), 'place')}:"
    yield from (f"- {_place(place)}" for place in places[:MOST])
    if len(places) > MOST:
        yield f"and {len(places) - MOST} more; `modelgate inventory --all` lists them."


def _place(reference: Reference) -> str:
    # As a whole, for a path may end in a colon.
    span, path = reference.span, visible_path(clipped(reference.path, 300))
    return _said(f"{path}:{span.line}:{span.column} ({reference.role.value})", _PLACE)


def _uid(row: Row, known: set[str]) -> str:
    """The same for a model on a surface in every run, so that its event moves when its end day does."""
    import hashlib

    def made(parts: Sequence[str]) -> str:
        text = "\0".join(parts).encode("utf-8", "surrogatepass")
        return f"{hashlib.sha256(text).hexdigest()[:32]}@modelgate"

    parts = [row.surface, row.model]
    uid = made(parts)
    while uid in known:
        parts.append(str(row.ends))
        uid = made(parts)
    known.add(uid)
    return uid


def _alarm(said: str, days: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _said(said, 2 * _NAME))
    alarm.add("trigger", timedelta(days=-days))
    return alarm


def _nothing() -> Timezone:
    """What a calendar without events holds, because it must hold something (RFC 5545, 3.6): the zone of its days."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    # The hour of a zone's own clock, which no zone may be named for.
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone


def _said(text: str, limit: int = 300) -> str:
    """The text in one visible line, in which no folded line can begin as a build server's command does."""
    return visible(clipped(text, limit)).replace("::", r":\x3a")


FORMAT = Format(name="ics", inventory=_render, needs=("icalendar",))
