from __future__ import annotations

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pytest_modelgate.formats
from pytest_modelgate.formats import all_formats
from pytest_modelgate.kinds import Format, Style
from pytest_modelgate.tallies import TableUsed
from pytest_modelgate.terms import Verdict
from pytest_modelgate.values import Report
from tests.golden.sample import SHEETS, clean, report

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parents[1] / "golden"
STYLES = [Style(), Style(everything=True), Style(colour=True, width=60), Style(colour=True, everything=True, width=20)]
EMPTY = Report(today=date(2026, 11, 21), table=TableUsed(as_of=date(2026, 11, 5), rows=0))
# What we write ourselves: commands of one line; line ends; and, with colour, the sequences that set and reset it.
COMMAND = re.compile(r"::(?:error|warning|notice) (?:\w+=[^:,]*,?)*::.*")
OURS = re.compile(r"\n|\x1b\[[0-9;]*m")


SERVED = [(form, command) for form in all_formats() for command in ("check", "inventory") if form.serves(command)]


@pytest.fixture(params=SERVED, ids=lambda served: f"{served[0].name}-{served[1]}")
def render(request: pytest.FixtureRequest) -> Callable[[Report, Style], str]:
    form, command = request.param
    return calendar if form.name == "ics" else partial(form.render, command)


def calendar(made: Report, style: Style) -> str:
    """A calendar without the carriage returns that its standard asks for at the end of each line, and only there."""
    text = next(form for form in all_formats() if form.name == "ics").render("inventory", made, style)
    assert text.count("\r\n") == text.count("\n") == text.count("\r")
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize("name", SHEETS)
def test_what_people_and_programs_see_is_what_was_agreed(name: str) -> None:
    assert SHEETS[name]() == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_golden_file_belongs_to_a_sheet_and_every_format_has_one() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted(SHEETS)
    assert {form.name for form in all_formats()} <= SHEETS.keys()


@pytest.mark.parametrize("form", all_formats(), ids=lambda form: form.name)
def test_a_file_on_the_shelf_is_named_for_its_format_and_serves_a_command(form: Format) -> None:
    assert (Path(pytest_modelgate.formats.__file__).parent / f"{form.name}.py").is_file()
    assert form.check or form.inventory


@pytest.mark.parametrize("style", STYLES)
def test_nothing_hostile_is_left(render: Callable[[Report, Style], str], style: Style) -> None:
    text = render(report(), style)
    rest = OURS.sub("", text)
    assert rest.isprintable()
    assert rest.isascii()
    for line in OURS.sub(lambda found: "\n" if found[0] == "\n" else "", text).split("\n"):
        assert COMMAND.fullmatch(line) or not line.lstrip().startswith("::")
        assert "##[" not in line


@pytest.mark.parametrize("style", STYLES)
def test_colour_is_there_only_when_it_is_wanted(render: Callable[[Report, Style], str], style: Style) -> None:
    if not style.colour:
        assert "\x1b" not in render(report(), style)


def test_the_same_report_gives_the_same_text_and_stays_as_it_is(render: Callable[[Report, Style], str]) -> None:
    made = report()
    assert render(made, Style()) == render(report(), Style())
    assert made == report()


@pytest.mark.parametrize("style", STYLES)
def test_nothing_at_all_is_shown_without_a_fault(render: Callable[[Report, Style], str], style: Style) -> None:
    text = render(EMPTY, style)
    assert text == "" or text.endswith("\n")
    assert render(clean(), style).endswith("\n") or render(clean(), style) == ""


def test_the_sample_holds_what_it_should() -> None:
    assert report().verdict is Verdict.FINDINGS
    assert clean().verdict is Verdict.CLEAN
