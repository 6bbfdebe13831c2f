"""Texts in which all but some ranges is blank, so that a parser sees these alone, and each in its own place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FAR = 400
"""Characters from the beginning of a line beyond which nobody looks for it."""


def line_begin(text: str, place: int) -> int:
    """Where the line of a character begins; of a line that is very long, the character itself."""
    low = max(0, place - _FAR)
    begin = max(text.rfind("\n", low, place), text.rfind("\r", low, place)) + 1
    return begin or (place if low else 0)


def masked(text: str, ranges: Iterable[tuple[int, int]], holes: Sequence[tuple[int, int]] = ()) -> str:
    """A text of the same bytes in the same places, in which all but the ranges is blank, and each has its own line.

    Holes within the ranges, in order and none over another's end, are blank as well, and end no line.
    """
    parts = []
    last = 0
    for start, end in sorted(ranges):
        if start < last:
            continue
        parts.append(_blank(text[last:start], "\n"))
        last = start
        for number in range(bisect_left(holes, (start,)), len(holes)):
            low, high = holes[number]
            if high > end:
                break
            parts += [text[last:low], _blank(text[low:high])]
            last = high
        parts.append(text[last:end])
        last = end
    return "".join((*parts, _blank(text[last:], "\n")))


def _blank(text: str, begin: str = " ") -> str:
    """As many bytes of white space; the first is `begin`."""
    size = len(text.encode("utf-8", "replace"))
    return begin + " " * (size - 1) if size else ""
