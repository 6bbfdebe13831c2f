from __future__ import annotations

from datetime import date, timedelta

import pytest

from pytest_modelgate.lifecycle import DEFAULT_HORIZON, is_alive, state_of
from pytest_modelgate.records import ModelRecord
from pytest_modelgate.terms import State

D = date(2027, 1, 14)
DAY = timedelta(days=1)


def record(**facts: date | str) -> ModelRecord:
    return ModelRecord(surface="openai", id="m", kind="snapshot", modality="chat", **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (D - 92 * DAY, State.DEPRECATED),
        (D - 91 * DAY, State.DEPRECATED),
        (D - 90 * DAY, State.RETIRING),
        (D - 89 * DAY, State.RETIRING),
        (D - DAY, State.RETIRING),
        (D, State.RETIRED),
        (D + DAY, State.RETIRED),
    ],
)
def test_the_days_around_the_end_and_the_horizon(today: date, state: State) -> None:
    assert DEFAULT_HORIZON == 90
    assert state_of(record(retires=D), today) is state
    assert state_of(record(retires=D, announced=D - 200 * DAY), today) is state


@pytest.mark.parametrize(("today", "state"), [(D - DAY, State.DEPRECATED), (D, State.RETIRED)])
def test_without_a_horizon_nothing_is_retiring(today: date, state: State) -> None:
    assert state_of(record(retires=D), today, 0) is state


@pytest.mark.parametrize(
    ("today", "state"), [(D - DAY, State.ACTIVE), (D, State.DEPRECATED), (D + 1000 * DAY, State.DEPRECATED)]
)
def test_an_announcement_without_an_end_counts_from_its_day(today: date, state: State) -> None:
    assert state_of(record(announced=D), today) is state


@pytest.mark.parametrize("today", [D - DAY, D, D + DAY, D + 1000 * DAY])
def test_a_floor_is_never_an_end(today: date) -> None:
    assert state_of(record(earliest=D), today) is State.ACTIVE


@pytest.mark.parametrize("stage", ["retired", "deprecated", "legacy"])
def test_what_the_provider_says_without_a_day_holds_on_every_day(stage: str) -> None:
    assert state_of(record(stage=stage), D) is State(stage)
    assert state_of(record(stage=stage, announced=D), D + DAY) is State(stage)
    assert state_of(record(stage=stage, earliest=D), D + DAY) is State(stage)


def test_nothing_known_is_active() -> None:
    assert state_of(record(), D) is State.ACTIVE


def test_only_what_is_neither_gone_nor_going_is_alive() -> None:
    assert {state for state in State if is_alive(state)} == {State.ACTIVE, State.LEGACY}


def test_the_last_days_of_the_calendar_are_no_trouble() -> None:
    assert state_of(record(retires=date.max), date(2026, 11, 21)) is State.DEPRECATED


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (D - 1000 * DAY, State.ACTIVE),
        (D - 91 * DAY, State.ACTIVE),
        (D - 90 * DAY, State.RETIRING),
        (D - DAY, State.RETIRING),
        (D, State.RETIRED),
        (D + DAY, State.RETIRED),
    ],
)
def test_a_model_that_the_provider_calls_active_is_so_until_its_end_is_near(today: date, state: State) -> None:
    assert state_of(record(retires=D, stage="active"), today) is state
    assert state_of(record(retires=D, stage="active", announced=D - 2000 * DAY), today) is state


def test_without_a_horizon_an_active_model_is_so_to_its_last_day() -> None:
    assert state_of(record(retires=D, stage="active"), D - DAY, 0) is State.ACTIVE
    assert state_of(record(retires=D, stage="active"), D, 0) is State.RETIRED
