from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from pytest_modelgate.formats._escape import visible
from pytest_modelgate.formats.ics import ALARMS, FORMAT, MOST
from pytest_modelgate.kinds import Style
from pytest_modelgate.records import ApiRecord, ModelRecord
from pytest_modelgate.terms import Role, State
from pytest_modelgate.values import Reference, Report, Succession
from tests.golden.sample import HOSTILE_ID, HOSTILE_PATH, LATER, OLD, TO_NEW, TODAY, clean, reference, report

EMPTY = replace(report(), references=(), states=(), successions=())
ENDING = ModelRecord(surface="openai", id="gpt-ending", kind="model", modality="chat")


def of(*used: Reference, succession: Succession = TO_NEW) -> Report:
    states = (State.DEPRECATED,) * len(used)
    return replace(report(), references=used, states=states, successions=(succession,) * len(used))


def ending(day: date, model: str = "gpt-ending", path: str = "a.py", line: int = 1) -> Reference:
    return reference(model, path, line, record=replace(ENDING, id=model, retires=day))


def events(given: Report, style: Style | None = None) -> list[Any]:
    """The events, once two readers have opened the calendar without complaint."""
    text = FORMAT.render("inventory", given, style or Style())
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(text)
    assert not any(component.errors for component in calendar.walk())
    strict = IcsCalendarStream.calendar_from_ics(text)
    found: list[Any] = calendar.walk("VEVENT")
    assert [event.uid for event in strict.events] == [str(event["uid"]) for event in found]
    return found


def text_of(event: Any, name: str) -> str:
    return str(event[name])


@pytest.mark.parametrize("given", [report(), clean(), EMPTY], ids=["report", "clean", "empty"])
@pytest.mark.parametrize("project", ["", "support-desk", HOSTILE_ID, "a;b,c:d\\n"])
def test_every_calendar_opens(given: Report, project: str) -> None:
    events(given, Style(project=project))


def test_each_model_that_ends_is_an_event_of_one_whole_day() -> None:
    found = events(report())
    assert [text_of(event, "summary") for event in found] == [
        "gpt-old ends: OpenAI API",
        "claude-later ends: Claude API",
    ]
    assert [event.start for event in found] == [OLD.retires, LATER.retires]
    assert all(event.end - event.start == timedelta(days=1) for event in found)
    assert not any(isinstance(event.start, datetime) for event in found)


def test_an_event_is_stamped_with_the_day_of_the_table_and_takes_nobodys_time() -> None:
    for event in events(report()):
        assert event["dtstamp"].dt.isoformat() == "2026-11-05T00:00:00+00:00"
        assert text_of(event, "transp") == "TRANSPARENT"


def test_an_event_says_what_to_write_and_each_place_code_that_runs_first() -> None:
    assert text_of(events(report())[0], "description").splitlines() == [
        "From 2026-10-01 on, gpt-old is gone from the OpenAI API.",
        "Write gpt-new instead.",
        "To change, 6 places:",
        "- app/a.py:3:9 (runtime)",
        "- app/a.py:7:1 (runtime)",
        "- app/c.py:8:9 (runtime)",
        "- tests/test_a.py:5:9 (test)",
        "- tests/test_b.py:6:9 (test)",
        "- app/prices.py:4:9 (catalogue)",
    ]


def test_an_end_to_come_without_a_replacement_says_so() -> None:
    assert text_of(events(report())[1], "description").splitlines()[:2] == [
        "From 2027-06-01 on, claude-later will be gone from the Claude API.",
        "No replacement is named.",
    ]


@pytest.mark.parametrize(
    ("days", "rung"),
    [
        (200, [90, 30, 7]),
        (90, [90, 30, 7]),
        (89, [30, 7]),
        (30, [30, 7]),
        (29, [7]),
        (7, [7]),
        (6, []),
        (0, []),
        (-9, []),
    ],
)
def test_alarms_ring_90_30_and_7_days_before_and_never_in_the_past(days: int, rung: list[int]) -> None:
    [event] = events(of(ending(TODAY + timedelta(days=days))))
    assert [-alarm["trigger"].dt.days for alarm in event.walk("VALARM")] == rung
    assert set(rung) <= set(ALARMS)


def test_the_day_itself_is_the_first_without_the_model() -> None:
    assert "gpt-ending is gone" in text_of(events(of(ending(TODAY)))[0], "description")
    assert "gpt-ending will be gone" in text_of(events(of(ending(TODAY + timedelta(days=1))))[0], "description")


def test_an_event_keeps_its_name_when_its_day_its_places_or_the_table_change() -> None:
    first, moved = (
        events(of(ending(TODAY))),
        events(of(ending(date(2027, 1, 1), path="b.py"), ending(date(2027, 1, 1)))),
    )
    assert [event["uid"] for event in first] == [event["uid"] for event in moved]
    others = events(of(ending(TODAY), ending(TODAY, model="gpt-other")))
    assert len({str(event["uid"]) for event in others}) == 2


def test_two_days_of_one_model_are_two_events() -> None:
    both = events(of(ending(date(2027, 1, 1)), ending(date(2027, 2, 1))))
    assert [event.start for event in both] == [date(2027, 1, 1), date(2027, 2, 1)]
    assert len({str(event["uid"]) for event in both}) == 2
    twice = of(ending(date(2027, 1, 1)), ending(date(2027, 1, 1)))
    differing = replace(twice, successions=(TO_NEW, Succession()))
    assert len({str(event["uid"]) for event in events(differing)}) == 2


def test_an_api_that_ends_is_an_event_too() -> None:
    api = ApiRecord(surface="openai", id="assistants", title="Assistants API", retires=TODAY, instead="use Responses")
    [event] = events(of(replace(reference("assistants", "a.py", 1), api=api)))
    assert event.start == TODAY
    assert "Write use Responses instead." not in text_of(event, "description")
    assert "use Responses" in text_of(event, "description")


def test_very_many_places_are_counted_rather_than_listed() -> None:
    said = text_of(events(of(*(ending(TODAY, line=line) for line in range(1, MOST + 12))))[0], "description")
    assert said.count("\n- ") == MOST
    assert said.endswith("and 11 more; `modelgate inventory --all` lists them.")


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_named(role: Role) -> None:
    used = reference("gpt-old", "a.py", 1, record=OLD, role=role)
    assert f"- a.py:1:9 ({role.value})" in text_of(events(of(used))[0], "description")


@pytest.mark.parametrize(
    "model",
    [
        HOSTILE_ID,
        "a;b,c:d\\n\\,",
        "BEGIN:VEVENT",
        "\r\nEND:VCALENDAR\r\n",
        "x" * 500,
        "\U0001f600" * 70,
        "::error::x" * 9,
    ],
)
def test_hostile_names_stay_texts(model: str) -> None:
    record = replace(ENDING, id=model, retires=date(2027, 5, 1))
    given = of(reference(model, HOSTILE_PATH, 1, record=record))
    text = FORMAT.render("inventory", given, Style())
    assert not re.search(r"^\s*::|##\[", text, re.MULTILINE)
    assert text.replace("\r\n", "").isprintable()
    assert len(events(given)) == 1
    [event] = IcsCalendarStream.calendar_from_ics(text).events
    assert event.summary is not None
    assert event.summary.startswith(visible(model)[:40].replace("::", r":\x3a"))


def test_a_calendar_without_events_still_holds_what_the_standard_asks_for() -> None:
    calendar = Calendar.from_ical(FORMAT.render("inventory", EMPTY, Style()))
    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]
