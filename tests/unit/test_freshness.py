from __future__ import annotations

from datetime import date, timedelta

import pytest

from pytest_modelgate.freshness import OLD, doubts
from pytest_modelgate.tallies import TableUsed
from pytest_modelgate.values import Notification

TODAY = date(2026, 11, 21)
NEXT = "`modelgate table update` fetches a newer table, and so does a newer pytest-modelgate."
MISSING = "the table may miss what was announced since its sources were read: "


def used(trouble: str | None = None, **ages: int) -> TableUsed:
    """A table whose parts are so many days old."""
    read = {surface: TODAY - timedelta(days=age) for surface, age in ages.items()}
    return TableUsed(as_of=TODAY, rows=1, read_up_to=read, trouble=trouble)


def test_a_table_that_nobody_needs_to_doubt() -> None:
    assert doubts(used(), TODAY, None) == []
    assert doubts(used(openai=0), TODAY, 0) == []


@pytest.mark.parametrize(("age", "told"), [(0, False), (44, False), (45, False), (46, True), (400, True)])
def test_a_part_is_old_after_45_days(age: int, told: bool) -> None:
    assert OLD == 45
    assert bool(doubts(used(openai=age), TODAY, None)) is told


def test_an_old_part_is_named_with_its_day_and_the_next_step_and_blocks_nothing() -> None:
    assert doubts(used(openai=46), TODAY, None) == [
        Notification(message=f"{MISSING}openai (up to 2026-10-06, 46 days ago). {NEXT}")
    ]


def test_several_parts_stand_in_one_line_sorted() -> None:
    (told,) = doubts(used(vertex=60, openai=3, azure=47), TODAY, None)
    assert told.message == (
        f"{MISSING}azure (up to 2026-10-05, 47 days ago), vertex (up to 2026-09-22, 60 days ago). {NEXT}"
    )


@pytest.mark.parametrize(("age", "limit", "blocks"), [(3, 3, False), (4, 3, True), (1, 0, True), (0, 0, False)])
def test_a_part_that_is_older_than_the_limit_blocks(age: int, limit: int, blocks: bool) -> None:
    assert [told.blocking for told in doubts(used(openai=age), TODAY, limit)] == ([True] if blocks else [])


def test_what_blocks_names_the_limit() -> None:
    assert doubts(used(openai=4), TODAY, 3) == [
        Notification(
            message=f"{MISSING}openai (up to 2026-11-17, 4 days ago); `max-table-age` is 3, so this is no verdict."
            f" {NEXT}",
            blocking=True,
        )
    ]


def test_a_part_is_told_once_whether_it_blocks_or_is_only_old() -> None:
    blocking, old = doubts(used(azure=61, openai=50, vertex=2), TODAY, 60)
    assert (blocking.blocking, "azure" in blocking.message, "openai" in blocking.message) == (True, True, False)
    assert (old.blocking, "azure" in old.message, "openai" in old.message) == (False, False, True)
    assert "vertex" not in blocking.message + old.message


def test_a_limit_beyond_the_usual_still_warns_after_45_days() -> None:
    assert [told.blocking for told in doubts(used(openai=46), TODAY, 365)] == [False]


@pytest.mark.parametrize("limit", [None, 0])
def test_a_day_before_the_table_was_read_is_no_doubt(limit: int | None) -> None:
    assert doubts(used(openai=-1), TODAY, limit) == []


def test_trouble_with_a_fetched_table_is_told_first_and_blocks_nothing() -> None:
    trouble, old = doubts(used("the fetched table is broken", openai=46), TODAY, None)
    assert trouble == Notification(message="the fetched table is broken")
    assert old.message.startswith(MISSING)
