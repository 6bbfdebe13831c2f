"""Says for which day a run judges: the only room that looks at the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pytest_modelgate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "MODELGATE_AS_OF"


def day_of_run(option: str | None, name: str, environ: Mapping[str, str]) -> date:
    """The day that the option called `name` gives, else the variable MODELGATE_AS_OF, else today in UTC.

    Raises UsageError for text that is no day.
    """
    given, name = (option, name) if option is not None else (environ.get(VARIABLE), VARIABLE)
    if not given:
        if option is None:
            return datetime.now(UTC).date()
        raise UsageError(f"{name} is empty: write a day as YYYY-MM-DD, such as 2027-01-31")
    try:
        day = date.fromisoformat(given)
    except ValueError:
        day = None
    # The standard library also reads 20270131 and 2027-W04-7.
    if day is None or day.isoformat() != given:
        raise UsageError(f"{name}: {given!r} is no day: write it as YYYY-MM-DD, such as 2027-01-31")
    return day
