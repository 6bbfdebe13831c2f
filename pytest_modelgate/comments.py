"""Reads the comments by which somebody silences findings, and says what is wrong with those that were mistyped."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.options import hint, quoted
from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pytest_modelgate.parts import Remark

FILE_LINES = 20
"""The lines from the top on which a comment may speak for the whole file."""

FORM = "modelgate: ignore[retired-model] until=2027-01-31 -- reason"
"""How to write one, behind any sign."""

_OTHERS_WORDS = frozenset({"allow", "disable", "nolint", "noqa", "off", "skip", "suppress"})
"""What other tools call it; their users will try it here."""

_RESEMBLANCE = 0.7

_OPENING = re.compile(r"\s*modelgate\b\s*(?P<colon>:?)\s*(?P<verb>[\w-]*)\s*(?P<rest>.*)", re.IGNORECASE)
_REST = re.compile(r"\[(?P<rules>[^\]]*)\](?:\s+until=(?P<until>\S+))?\s*(?:--\s*(?P<reason>.*\S)\s*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment that silences."""

    path: str
    line: int
    codes: frozenset[str]
    whole_file: bool
    until: date | None
    """The last day on which it silences."""
    reason: str | None
    end_line: int
    below: int | None
    """The line that it speaks for from above, when it stands alone."""
    written: str
    """The order itself: `ignore[retired-model]`."""
    column: int
    """Where that begins."""


class Comments:
    """The comments of a file that silence, by the lines they speak for."""

    def __init__(self, comments: Iterable[Comment]) -> None:
        self._whole_file: list[Comment] = []
        found: list[tuple[int, Comment]] = []
        self._above: dict[int, list[Comment]] = {}
        for comment in comments:
            if comment.whole_file:
                self._whole_file.append(comment)
            found += [(line, comment) for line in sorted({comment.line, comment.end_line})]
            if comment.below is not None:
                self._above.setdefault(comment.below, []).append(comment)
        found.sort(key=lambda pair: pair[0])
        self._lines = [line for line, _ in found]
        self._beside = [comment for _, comment in found]

    def speaking_for(self, code: str, first: int, last: int) -> Iterator[Comment]:
        """Those that silence that rule in a text that stands on the lines from the first to the last."""
        start, end = bisect_left(self._lines, first), bisect_left(self._lines, last + 1)
        beside = (self._beside[number] for number in range(start, end))
        for comments in (beside, self._above.get(first, ()), self._whole_file):
            yield from (comment for comment in comments if code in comment.codes)


def comments_in(
    path: str, remarks: Sequence[Remark], rules: Sequence[tuple[str, str]]
) -> tuple[tuple[Comment, ...], tuple[Notification, ...]]:
    """The comments of a file that silence, and a blocking notification for each that was meant to but cannot.

    `remarks` are the file's, in order of place.
    """
    comments: list[Comment] = []
    mistakes = []
    spoken_for: dict[int, int] = {}
    # From the last to the first, so that of several one below the other each speaks for what the last speaks for.
    for remark in reversed(remarks):
        below = None
        if remark.alone:
            next_line = (remark.end_line or remark.line) + 1
            below = spoken_for.get(next_line, next_line)
        read = _read(path, remark, below, rules)
        if isinstance(read, Comment):
            comments.append(read)
            if below is not None:
                spoken_for[remark.line] = below
        elif read is not None:
            form = f"{remark.sign} {FORM} {remark.close}".rstrip()
            message = f"{path}:{remark.line}: {read}, so this comment silences nothing; write it as `{form}`"
            mistakes.append(Notification(message=message, path=path, line=remark.line, blocking=True))
    return tuple(reversed(comments)), tuple(reversed(mistakes))


def _read(path: str, remark: Remark, below: int | None, rules: Sequence[tuple[str, str]]) -> Comment | str | None:
    """The comment, what is wrong with it, or None when it only talks about us."""
    opening = _OPENING.match(remark.text)
    if opening is None or not _means_us(opening):
        return None
    verb, rest = opening["verb"], opening["rest"]
    if verb not in ("ignore", "ignore-file"):
        return f"{quoted(verb)} is not something modelgate knows; {hint(verb, ('ignore', 'ignore-file'))}"
    if not opening["colon"]:
        return "the colon behind `modelgate` is missing"
    if not rest.startswith("["):
        return f"`{verb}` does not say which rules"
    read = _REST.match(rest)
    if read is None:
        return "the bracket is not closed"
    left = rest[read.end() :].strip()
    if left and not left.startswith(remark.sign):
        return f"{quoted(left)} is not understood"
    words = [word.strip() for word in read["rules"].split(",")]
    known = {**{code.lower(): code for code, _ in rules}, **{name: code for code, name in rules}}
    for word in words:
        if word.lower() not in known:
            return f"{quoted(word)} is no rule; {hint(word, (word for rule in rules for word in rule))}"
    until = _day(read["until"])
    if read["until"] and until is None:
        return f"until={quoted(read['until'])} is no date"
    if verb == "ignore-file" and (remark.line > FILE_LINES or not remark.alone):
        return f"`ignore-file` must stand alone on one of the first {FILE_LINES} lines"
    start, end = opening.start("verb"), opening.start("rest") + rest.index("]") + 1
    return Comment(
        path=path,
        line=remark.line,
        codes=frozenset(known[word.lower()] for word in words),
        whole_file=verb == "ignore-file",
        until=until,
        reason=read["reason"],
        end_line=remark.end_line or remark.line,
        below=below,
        written=remark.text[start:end],
        column=remark.begin + start,
    )


def _means_us(opening: re.Match[str]) -> bool:
    """Whether the comment was meant to silence, and is not a sentence about us."""
    verb = opening["verb"].lower()
    if (verb and opening["rest"].startswith("[")) or verb in ("ignore", "ignore-file"):
        return True
    from difflib import SequenceMatcher

    return bool(opening["colon"]) and (
        verb in _OTHERS_WORDS or SequenceMatcher(None, verb, "ignore").ratio() >= _RESEMBLANCE
    )


def _day(text: str | None) -> date | None:
    if text is None or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
