from __future__ import annotations

from datetime import date, timedelta

import pytest

from pytest_modelgate.formats._groups import Group, figures_of, group_of, grouped
from pytest_modelgate.formats._rows import Row, rows_of
from pytest_modelgate.formats._timeline import MOST, Timeline, timeline_of
from pytest_modelgate.terms import State
from tests.golden.sample import TODAY, report


def row(ends: date | None, model: str = "gpt", surface: str = "openai", state: State | None = None) -> Row:
    usual = State.RETIRED if ends is not None and ends <= TODAY else State.DEPRECATED
    return Row(model=model, surface=surface, state=state or usual, ends=ends, replacement="")


def line_of(*ends: date | None) -> Timeline:
    made = timeline_of([row(day) for day in ends], TODAY)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("days", "group"),
    [(-400, Group.GONE), (0, Group.GONE), (1, Group.SOON), (90, Group.SOON), (91, Group.LATER), (4000, Group.LATER)],
)
def test_models_with_a_day_are_grouped_by_it(days: int, group: Group) -> None:
    assert group_of(row(TODAY + timedelta(days=days)), TODAY) is group


@pytest.mark.parametrize(
    ("state", "group"),
    [
        (State.RETIRED, Group.GONE),
        (State.RETIRING, Group.LATER),
        (State.DEPRECATED, Group.LATER),
        (State.LEGACY, Group.OPEN),
        (State.ACTIVE, Group.OPEN),
        (State.UNKNOWN, Group.UNCLEAR),
        (State.MISTYPED, Group.UNCLEAR),
        (State.DYNAMIC, Group.UNCLEAR),
    ],
)
def test_models_without_a_day_are_grouped_by_their_state(state: State, group: Group) -> None:
    assert group_of(row(None, state=state), TODAY) is group


def test_a_current_model_whose_end_is_published_ends_all_the_same() -> None:
    assert group_of(row(TODAY + timedelta(days=9), state=State.ACTIVE), TODAY) is Group.SOON


def test_every_row_is_in_one_group_and_the_figures_count_them() -> None:
    groups = grouped(rows_of(report()), TODAY)
    figures = {group: figures_of(found) for group, found in groups.items()}
    assert list(figures) == list(Group)
    assert sum(figure.models for figure in figures.values()) == len(rows_of(report()))
    places = sum(figure.runtime + figure.elsewhere for figure in figures.values())
    assert places == len(report().references)
    assert (figures[Group.GONE].runtime, figures[Group.GONE].elsewhere) == (3, 3)


def test_without_an_end_day_there_is_no_line() -> None:
    assert timeline_of([], TODAY) is None
    assert timeline_of([row(None)], TODAY) is None


def test_the_line_is_of_whole_months_around_today() -> None:
    made = line_of(date(2027, 1, 14))
    days = [tick.day for tick in made.ticks]
    assert (days[0], days[-1]) == (date(2026, 9, 1), date(2027, 5, 1))
    assert all(day.day == 1 for day in days)
    assert [tick.at for tick in made.ticks] == sorted(tick.at for tick in made.ticks)
    assert made.ticks[2].at < made.today < made.ticks[3].at


def test_marks_stand_in_the_order_of_their_days() -> None:
    made = line_of(date(2027, 3, 1), date(2026, 12, 2), date(2026, 11, 1), date(2026, 12, 30))
    [track] = made.tracks
    assert [[mark.day for mark in lane.marks] for lane in track.lanes] == [
        [date(2026, 11, 1)],
        [date(2026, 12, 2), date(2026, 12, 30)],
        [date(2027, 3, 1)],
    ]
    assert [lane.group for lane in track.lanes] == [Group.GONE, Group.SOON, Group.LATER]
    at = [mark.at for lane in track.lanes for mark in lane.marks]
    assert at == sorted(at)
    assert at[0] < made.today < at[1]
    assert not made.earlier


@pytest.mark.parametrize(
    ("day", "off"), [(date(2023, 1, 1), "before"), (date(2026, 8, 31), "before"), (date(2026, 9, 1), "")]
)
def test_what_ended_before_the_line_begins_is_at_its_beginning(day: date, off: str) -> None:
    made = line_of(day)
    [mark] = made.tracks[0].lanes[0].marks
    assert mark.off == off
    assert 0 < mark.at < 2
    assert made.earlier is bool(off)


@pytest.mark.parametrize("day", [date(2031, 1, 1), date(9999, 12, 31)])
def test_what_ends_after_the_line_is_at_its_end(day: date) -> None:
    made = line_of(day)
    [mark] = made.tracks[0].lanes[0].marks
    assert mark.off == "after"
    assert 98 < mark.at < 100
    assert len(made.ticks) <= MOST + 2


def test_surfaces_are_in_the_order_of_their_next_end_and_those_with_a_past_alone_come_last() -> None:
    rows = [
        row(date(2026, 1, 1), surface="mistral"),
        row(date(2027, 2, 1), surface="openai"),
        row(date(2026, 12, 1), surface="gemini or vertex"),
        row(date(2026, 12, 1), surface=""),
        row(date(2026, 12, 1), surface="custom-host"),
    ]
    made = timeline_of(rows, TODAY)
    assert made is not None
    assert [track.title for track in made.tracks] == [
        "Another host",
        "Gemini API or Vertex AI",
        "Unknown",
        "OpenAI API",
        "Mistral API",
    ]
