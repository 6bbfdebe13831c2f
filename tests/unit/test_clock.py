from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pytest_modelgate.clock import day_of_run
from pytest_modelgate.errors import UsageError


def test_the_option_beats_the_variable_and_the_variable_the_clock() -> None:
    assert day_of_run("2027-01-31", "--as-of", {"MODELGATE_AS_OF": "2028-02-02"}) == date(2027, 1, 31)
    assert day_of_run(None, "--as-of", {"MODELGATE_AS_OF": "2028-02-02"}) == date(2028, 2, 2)
    before = datetime.now(UTC).date()
    assert before <= day_of_run(None, "--as-of", {"MODELGATE_AS_OF": ""}) <= datetime.now(UTC).date()


@pytest.mark.parametrize("text", ["", "today", "2027-1-31", "2027-02-30", "20270131", "2027-W04-7", "2027-01-31T00:00"])
def test_text_that_is_no_day_is_refused_by_name(text: str) -> None:
    with pytest.raises(UsageError, match=r"^--as-of\b.*YYYY-MM-DD"):
        day_of_run(text, "--as-of", {})


def test_a_wrong_variable_is_named() -> None:
    with pytest.raises(UsageError, match=r"^MODELGATE_AS_OF: 'soon' is no day"):
        day_of_run(None, "--as-of", {"MODELGATE_AS_OF": "soon"})
