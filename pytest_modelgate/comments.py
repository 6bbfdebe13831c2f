"""Reads the comments by which somebody silences findings, and says what is wrong with those that were mistyped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.options import hint, quoted
from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FILE_LINES = 20
"""The lines from the top on which a comment may speak for the whole file."""

SIGNS: Mapping[str, str] = {".py": "#", ".pyi": "#", ".pyw": "#"}
"""What begins a comment, by suffix; other kinds of files have none that we read."""

FORM = "# modelgate: ignore[retired-model] until=2027-01-31 -- reason"

_NEWLINE = re.compile(r"\r\n|\n|\r")
_STRING = (
    r"\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''"
    r"|\"(?:\\.|[^\"\\\r\n])*\"|'(?:\\.|[^'\\\r\n])*'"
)
_OTHERS_WORDS = frozenset({"allow", "disable", "nolint", "noqa", "off", "skip", "suppress"})
"""What other tools call it; their users will try it here."""

_RESEMBLANCE = 0.7

_OPENING = re.compile(r"\s*modelgate\b\s*(?P<colon>:?)\s*(?P<verb>[\w-]*)\s*(?P<rest>.*)", re.IGNORECASE)
_REST = re.compile(r"\[(?P<rules>[^\]]*)\](?:\s+until=(?P<until>\S+))?\s*(?:--\s*(?P<reason>.*\S)\s*)?")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment that silences."""

    path: str
    line: int
    codes: frozenset[str]
    whole_file: bool
    alone: bool
    """Whether nothing else stands on its line, so that it speaks for the next."""
    until: date | None
    """The last day on which it silences."""
    reason: str | None

    def speaks_for(self, code: str, lines: tuple[int, ...]) -> bool:
        """Whether it silences that rule in a text that stands on those lines, the first of them first."""
        if code not in self.codes:
            return False
        return self.whole_file or self.line in lines or (self.alone and self.line + 1 == lines[0])


def comments_in(
    path: str, text: str, rules: Sequence[tuple[str, str]]
) -> tuple[tuple[Comment, ...], tuple[Notification, ...]]:
    """The comments of a file that silence, and a blocking notification for each that was meant to but cannot."""
    sign = next((sign for suffix, sign in SIGNS.items() if path.lower().endswith(suffix)), None)
    if sign is None or "modelgate" not in text.lower():
        return (), ()
    comments = []
    mistakes = []
    for line, alone, body in _bodies(text, sign):
        read = _read(path, line, alone, body, sign, rules)
        if isinstance(read, Comment):
            comments.append(read)
        elif read is not None:
            message = f"{path}:{line}: {read}, so this comment silences nothing; write it as `{FORM}`"
            mistakes.append(Notification(message=message, path=path, line=line, blocking=True))
    return tuple(comments), tuple(mistakes)


def _bodies(text: str, sign: str) -> Iterator[tuple[int, bool, str]]:
    """Line, whether the comment is alone on it, and what stands behind each sign that introduces us."""
    introduces_us = re.compile(re.escape(sign) + r"(?=\s*modelgate\b)", re.IGNORECASE)
    line, counted = 1, 0
    # Strings are matched too, so that a sign inside of one begins no comment.
    for found in re.finditer(f"{_STRING}|(?P<comment>{re.escape(sign)}[^\\r\\n]*)", text, re.DOTALL):
        _, *bodies = introduces_us.split(found["comment"] or "")
        if not bodies:
            continue
        line += len(_NEWLINE.findall(text, counted, found.start()))
        counted = found.start()
        start = 1 + max(text.rfind("\n", 0, counted), text.rfind("\r", 0, counted))
        for body in bodies:
            yield line, not text[start:counted].strip(), body


def _read(
    path: str, line: int, alone: bool, body: str, sign: str, rules: Sequence[tuple[str, str]]
) -> Comment | str | None:
    """The comment, what is wrong with it, or None when it only talks about us."""
    opening = _OPENING.match(body)
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
    if left and not left.startswith(sign):
        return f"{quoted(left)} is not understood"
    words = [word.strip() for word in read["rules"].split(",")]
    known = {**{code.lower(): code for code, _ in rules}, **{name: code for code, name in rules}}
    for word in words:
        if word.lower() not in known:
            return f"{quoted(word)} is no rule; {hint(word, (word for rule in rules for word in rule))}"
    until = _day(read["until"])
    if read["until"] and until is None:
        return f"until={quoted(read['until'])} is no date"
    if verb == "ignore-file" and (line > FILE_LINES or not alone):
        return f"`ignore-file` must stand alone on one of the first {FILE_LINES} lines"
    codes = frozenset(known[word.lower()] for word in words)
    return Comment(path, line, codes, verb == "ignore-file", alone, until, read["reason"])


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
