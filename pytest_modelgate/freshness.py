"""Says when the table is too old to be trusted, or is not the one that the user meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.tallies import TableUsed

OLD = 45
"""Days after which providers have announced too much for silence to mean anything."""


def doubts(table: TableUsed, today: date, max_age: int | None) -> list[Notification]:
    """What speaks against the table on a day; blocking where a part is older than `max_age` days, if that is given.

    Only parts that judged something count: that nobody has read of a provider matters to who uses it.
    """
    found = [] if table.trouble is None else [Notification(message=table.trouble)]
    ages = {surface: (today - day).days for surface, day in table.read_up_to.items()}
    stale = {surface: age for surface, age in ages.items() if max_age is not None and age > max_age}
    old = {surface: age for surface, age in ages.items() if age > OLD and surface not in stale}
    if stale:
        limit = f"`max-table-age` is {max_age}"
        found.append(
            Notification(message=f"{_named(stale, table)}; {limit}, so this is no verdict. {_NEXT}", blocking=True)
        )
    if old:
        found.append(Notification(message=f"{_named(old, table)}. {_NEXT}"))
    return found


_NEXT = "`modelgate table update` fetches a newer table, and so does a newer pytest-modelgate."


def _named(ages: dict[str, int], table: TableUsed) -> str:
    parts = (f"{surface} (up to {table.read_up_to[surface]}, {age} days ago)" for surface, age in sorted(ages.items()))
    return f"the table may miss what was announced since its sources were read: {', '.join(parts)}"
