"""Variables for the environment, as python-dotenv reads them; what it gives back of each line tells its place.

A line that it cannot read is read as far as it goes, and told where it may hold an id.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.languages._holding import Held, Holding, Places, may_matter
from pytest_modelgate.parts import Passage
from pytest_modelgate.remarks import remarks_among
from pytest_modelgate.terms import Reach
from pytest_modelgate.values import Extraction, Notification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import SourceFile, Use

_BEGIN = re.compile(r"\s*(?:export[^\S\r\n]+)?(?:'[^']*'|[^=#\s]+)[^\S\r\n]*=[^\S\r\n]*(?P<quote>['\"]?)")
_COMMENT = re.compile(r"(?:^|(?<=[\s]))#[^\r\n]*", re.MULTILINE)


class _Line(NamedTuple):
    """What one binding of the file says, its places in characters from the file's begin."""

    key: str | None
    value: str | None
    start: int
    end: int
    value_start: int
    value_end: int
    broken: bool


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The values that may name models, by the names of their variables."""
    if not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    bindings = list(_lines(source.text))
    sent = holding.sent((line.key, line.value) for line in bindings if line.key and line.value)
    broken = []
    for line in bindings:
        if line.key is not None and line.value:
            holding.setting(Held(line.value, line.value_start, line.value_end), (line.key,), sent=sent)
        elif line.broken and lexicon.stems.within(source.text[line.start : line.end]):
            broken.append(line)
            for word in re.finditer(r"[\w./:@-]+", source.text[line.start : line.end]):
                holding.value(Held(word[0], line.start + word.start(), line.start + word.end()), (), Reach.OTHER)
        for start, end in _comments(source.text, line):
            holding.comment(start, end)
    return holding.extraction([_broken(source, holding.places, broken)] if broken else ())


def _broken(source: SourceFile, places: Places, broken: list[_Line]) -> Notification:
    """What is said of the lines that are no bindings: of the first, and how many there are."""
    first = source.text[broken[0].start : broken[0].end]
    number = places.span(broken[0].start + len(first) - len(first.lstrip()), broken[0].end).line
    others = f", nor are {len(broken) - 1} more lines" if len(broken) > 1 else ""
    return Notification(
        message=f"this is no variable with its value{others}; only the words were read, "
        "without their context. Write it as `NAME=value`, close its quote, or leave the file out with `exclude`.",
        path=source.shown,
        line=number,
        blocking=True,
    )


def _lines(text: str) -> Iterator[_Line]:
    from dotenv.parser import parse_stream

    start = 0
    for binding in parse_stream(io.StringIO(text, newline="")):
        original = binding.original.string
        begin = _BEGIN.match(original)
        value = binding.value
        low = high = start + len(original)
        if begin is not None and value is not None:
            low = start + begin.end()
            end = text.find(begin["quote"], low + len(value)) if begin["quote"] else low + len(value)
            # With escapes, the text between the quotes is longer than the value.
            high = end if end >= 0 else low + len(value)
        yield _Line(binding.key, value, start, start + len(original), low, high, binding.error)
        start += len(original)


def _comments(text: str, line: _Line) -> Iterator[tuple[int, int]]:
    """The comments of a line: all of it, or what stands behind its value."""
    if line.broken:
        return
    start = line.start if line.key is None else line.value_end
    for found in _COMMENT.finditer(text, start, line.end):
        yield found.span()


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every value and every comment."""
    places = Places(source.text)
    found = []
    for line in _lines(source.text):
        parts = [(line.value_start, line.value_end, line.value, False)] if line.value else []
        if line.broken:
            raw = source.text[line.start : line.end]
            # The span ends where the line's words do, before its newline.
            start, end = line.end - len(raw.lstrip("\r\n")), line.start + len(raw.rstrip("\r\n"))
            parts = [(start, end, source.text[start:end], False)] if start < end else []
        parts += [(start, end, source.text[start:end], True) for start, end in _comments(source.text, line)]
        found += [
            Passage(text=text, source=source.text[start:end], span=places.span(start, end), prose=prose)
            for start, end, text, prose in parts
        ]
    return tuple(found)


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments, each of which stands alone or behind white space."""
    found = (place for line in _lines(source.text) for place in _comments(source.text, line))
    yield from remarks_among(source.text, (("#", "", start, end) for start, end in found))
