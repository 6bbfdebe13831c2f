"""Texts that are put together from parts of a file, and where in the file each of their characters stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from pytest_modelgate.values import Span

_NEWLINE = re.compile(r"\r\n|\n|\r")


class Sheet:
    """The text of a file, with its lines. Offsets count characters from 0, lines and columns from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(newline.end() for newline in _NEWLINE.finditer(self.text))]

    def offset(self, line: int, column: int) -> int:
        """Where a line and column stand; of those that the text does not have, the nearest that it has."""
        line = min(max(line, 1), len(self.lines))
        end = self.lines[line] if line < len(self.lines) else len(self.text)
        return min(self.lines[line - 1] + max(column, 1) - 1, end)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The place of the text from one offset up to another."""
        (line, column), (end_line, end_column) = self.place(start), self.place(end)
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)

    def cut(self, span: Span) -> str:
        """What stands there."""
        return self.text[self.offset(span.line, span.column) : self.offset(span.end_line, span.end_column)]


class Excerpt:
    """A text that grows by what it takes from a file and by what is put between."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._parts: list[str] = []
        self._length = 0
        self.end = 0
        """Where in the file what was added last ends."""
        # Of each part its offset in the text, that in the file, and how far a character of it leads on in the file.
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return self._length

    def take(self, start: int, end: int) -> None:
        """Adds what the file holds from one offset up to another, character for character."""
        self._add(self.sheet.text[start:end], start, 1, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Adds a text that the file spells otherwise from `start` up to `end`, or, where these are one, not at all."""
        self._add(text, start, 0, end)

    def extend(self, other: Excerpt) -> None:
        """Adds all of another text from the same file."""
        self._starts += (self._length + start for start in other._starts)
        self._places += other._places
        self._parts += other._parts
        self._length += len(other)
        self.end = other.end

    def _add(self, text: str, start: int, step: int, end: int) -> None:
        if text:
            self._starts.append(self._length)
            self._places.append((start, step))
            self._parts.append(text)
            self._length += len(text)
        self.end = end

    @cached_property
    def text(self) -> str:
        """All that was added; nothing may be added from then on."""
        return "".join(self._parts)

    @cached_property
    def _sheet(self) -> Sheet:
        return Sheet(self.text)

    def original(self, offset: int) -> int:
        """The offset in the file of one in the text; behind the last character, where the last part ends."""
        if offset >= self._length:
            return self.end
        number = bisect_right(self._starts, offset) - 1
        start, step = self._places[number]
        return start + step * (offset - self._starts[number])

    def offset(self, line: int, column: int) -> int:
        """The offset in the file of a line and column of the text."""
        return self.original(self._sheet.offset(line, column))

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Where in the file a line and column of the text stand."""
        return self.sheet.place(self.offset(line, column))

    def span(self, span: Span) -> Span:
        """Where in the file a part of the text stands."""
        (line, column) = self.place(span.line, span.column)
        (end_line, end_column) = self.place(span.end_line, span.end_column)
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)
