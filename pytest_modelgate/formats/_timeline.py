"""Where on a line of months each end day of an inventory stands, surface by surface."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.formats._groups import Group, group_of
from pytest_modelgate.formats._surfaces import title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_modelgate.formats._rows import Row

BEFORE, LEAST, MOST = 2, 7, 18
"""Months on the line: before this one, and at least and at most from this one on."""
_EDGE = 98.5
"""In hundredths of the line, the furthest that a mark may stand without being cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The first day of a month."""

    at: float
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What ends on one day; `at` is in hundredths of the line."""

    at: float
    day: date
    rows: tuple[Row, ...]
    off: str = ""
    """`before` or `after` where the day is not on the line; the mark then stands at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One month's ends of a surface, or all that is past."""

    group: Group
    marks: tuple[Mark, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """What ends, in order of day."""
        return tuple(row for mark in self.marks for row in mark.rows)

    @property
    def places(self) -> int:
        """How many places use what ends."""
        return sum(len(row.places) for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A surface with its lanes, the past first."""

    title: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The line; tracks by the next end to come, those with only a past last."""

    ticks: tuple[Tick, ...]
    today: float
    tracks: tuple[Track, ...]

    @property
    def earlier(self) -> bool:
        """Whether something ended before the line begins."""
        return any(mark.off == "before" for track in self.tracks for lane in track.lanes for mark in lane.marks)


def timeline_of(rows: Sequence[Row], today: date) -> Timeline | None:
    """The line of all rows with an end day; None where none has one."""
    ending = [(row, row.ends) for row in rows if row.ends is not None]
    if not ending:
        return None
    months = max(LEAST, min(MOST, _months(today, max(ends for _, ends in ending)) + 2))
    begin, end = _shifted(today, -BEFORE), _shifted(today, months)
    length = (end - begin).days

    def at(day: date) -> float:
        return round(min(max((day - begin).days / length * 100, 100 - _EDGE), _EDGE), 2)

    def mark(day: date, found: Sequence[Row]) -> Mark:
        off = "before" if day < begin else "after" if day >= end else ""
        return Mark(at=at(day), day=day, rows=tuple(found), off=off)

    surfaces: dict[str, dict[tuple[int, int], dict[date, list[Row]]]] = {}
    for row, ends in ending:
        lane = (0, 0) if ends <= today else (ends.year, ends.month)
        surfaces.setdefault(row.surface, {}).setdefault(lane, {}).setdefault(ends, []).append(row)
    tracks = [_track(surface, lanes, mark, today) for surface, lanes in surfaces.items()]
    ticks = []
    month = begin
    while month < end:
        ticks.append(Tick(at=round((month - begin).days / length * 100, 2), day=month))
        month = _shifted(month, 1)
    return Timeline(ticks=tuple(ticks), today=at(today), tracks=tuple(sorted(tracks, key=_order)))


def _track(
    surface: str,
    lanes: dict[tuple[int, int], dict[date, list[Row]]],
    mark: Callable[[date, Sequence[Row]], Mark],
    today: date,
) -> Track:
    made = []
    for _, days in sorted(lanes.items()):
        marks = tuple(mark(day, found) for day, found in sorted(days.items()))
        made.append(Lane(group=group_of(marks[0].rows[0], today), marks=marks))
    title = " or ".join(map(title_of, surface.split(" or ") if surface else [None]))
    return Track(title=title, lanes=tuple(made))


def _order(track: Track) -> tuple[date, str]:
    coming = [mark.day for lane in track.lanes if lane.group is not Group.GONE for mark in lane.marks]
    return min(coming, default=date.max), track.title


def _months(first: date, last: date) -> int:
    """How many months the last day is after the first."""
    return (last.year - first.year) * 12 + last.month - first.month


def _shifted(day: date, months: int) -> date:
    """The first day of the month that is so many months away."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(min(max(day.year + years, 1), 9999), month + 1, 1)
