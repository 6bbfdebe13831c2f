from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from pytest_modelgate.formats import csv as sheet
from pytest_modelgate.formats import cyclonedx, html, ics
from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.kinds import Style
from pytest_modelgate.terms import State
from pytest_modelgate.values import Report, Succession
from tests.golden.sample import OLD, reference, report

SIGNS = st.sampled_from(
    ["<", ">", "&", '"', "'", "`", ";", ",", ":", "\\", "=", "+", "-", "@", "\r\n", "::", "{{", "}}"]
)
TEXTS = (
    st.lists(st.one_of(SIGNS, st.characters(), st.text(max_size=8)), min_size=1, max_size=12).map("".join).filter(bool)
)
VALID = JsonStrictValidator(SchemaVersion.V1_6)
EMPTY = replace(report(), references=(), states=(), successions=())


def of(text: str, path: str) -> Report:
    record = replace(OLD, id=text)
    used = reference(text, path, 1, record=record, symbol=text)
    return replace(EMPTY, references=(used,), states=(State.RETIRED,), successions=(Succession(living=text),))


class Tags(HTMLParser):
    """The tags of a page in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {' '.join(name for name, _ in attrs)}")

    def handle_data(self, data: str) -> None:
        self.said.append(data)


USUAL = Tags(html.FORMAT.render("inventory", of("gpt-old", "app.py"), Style(project="desk")))


@given(TEXTS, TEXTS)
def test_a_page_has_the_same_elements_whatever_the_texts_are(text: str, path: str) -> None:
    made = html.FORMAT.render("inventory", of(text, path), Style(project=text))
    found = Tags(made)
    assert found.found == USUAL.found
    assert visible(clipped(text, 160)) in found.said
    assert made.replace("\n", "").isprintable()


@given(TEXTS, TEXTS)
def test_a_sheet_has_its_cells_and_no_formula_whatever_the_texts_are(text: str, path: str) -> None:
    made = sheet.FORMAT.render("inventory", of(text, path), Style())
    [row] = csv.DictReader(StringIO(made, newline=""), strict=True)
    assert row["id"].replace("'", "") == visible(text).replace("'", "")
    assert not re.search(r"(?:^|;)\s*[=+\-@]", row["id"])
    assert None not in row.values()


@given(TEXTS, TEXTS)
@example("<<<<<<<<<<;\n", "<<<<<<<<<;;:")
def test_a_calendar_has_one_event_whatever_the_texts_are(text: str, path: str) -> None:
    made = ics.FORMAT.render("inventory", of(text, path), Style(project=text))
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert not re.search(r"^\s*::|##\[", made, re.MULTILINE)
    calendar = Calendar.from_ical(made)
    assert [len(component.errors) for component in calendar.walk()] == [0, 0]
    [event] = IcsCalendarStream.calendar_from_ics(made).events
    assert event.summary == visible(clipped(text, 80)).replace("::", r":\x3a") + " ends: OpenAI API"


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_a_bill_is_valid_and_keeps_the_name_whatever_the_texts_are(text: str, path: str) -> None:
    made = cyclonedx.FORMAT.render("inventory", of(text, path), Style(project=text))
    assert VALID.validate_str(made) is None
    [component] = json.loads(made)["components"]
    assert component["name"] == visible(text)
    assert made == cyclonedx.FORMAT.render("inventory", of(text, path), Style(project=text))
