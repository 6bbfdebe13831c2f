"""Reads the code of a notebook's cells as one module with its places in the file, and the rest as prose."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pytest_modelgate.excerpts import Excerpt, Sheet
from pytest_modelgate.languages._cells import notebook, quoted, strings
from pytest_modelgate.languages._magics import asks_first, other_language, untangle
from pytest_modelgate.languages.python.literals import UnreadableError, newlines_as_line_feeds, parse
from pytest_modelgate.languages.python.prose import mentions
from pytest_modelgate.languages.python.unparsed import literals_of
from pytest_modelgate.parts import Passage, Piece
from pytest_modelgate.terms import Role
from pytest_modelgate.values import Extraction, Notification, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages._cells import Cell
    from pytest_modelgate.values import SourceFile, Use

_PYTHON = frozenset("python ipython python3 pyspark".split())
_PROSE = ("md", "markdown")


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """What was shown below cells, as prose; of a file that is no notebook, the ids among its strings."""
    book = notebook(source.text)
    if book.trouble is not None:
        found = strings(source.text)
        text = newlines_as_line_feeds(found.text)
        return Extraction(
            occurrences=tuple(
                replace(each, span=found.span(each.span)) for each in literals_of(text, lexicon, test=source.test)
            ),
            notifications=(_unread(source, book.trouble, book.line),),
        )
    shown = ((cell.number, text) for cell in book.cells for text in cell.shown) if deep else ()
    mentioned = [
        replace(each, span=text.span(each.span), cell=number)
        for number, text in shown
        if lexicon.stems.within(text.text)
        for each in mentions(newlines_as_line_feeds(text.text), 1, 1, lexicon)
    ]
    return Extraction(occurrences=tuple(sorted(mentioned, key=lambda each: (each.span, each.text))))


def pieces(source: SourceFile) -> Iterator[Piece]:
    """The code as one module, cells in other languages, commands for the shell, and Markdown as prose."""
    book = notebook(source.text)
    joined: list[Cell] = []
    for cell in book.cells:
        language = (cell.language or book.language).lower()
        if cell.kind == "markdown":
            yield _piece([cell], "markdown", role=Role.DOC)
        elif cell.kind != "code":
            continue
        elif language in _PYTHON and (whole := other_language(cell.text.text)):
            role = Role.DOC if whole.language in _PROSE else None
            yield _piece([cell], whole.language, whole.start, role)
        elif language == book.language or language in _PYTHON:
            joined.append(cell)
        else:
            yield _piece([cell], language)
    if book.language in _PYTHON:
        yield from _module(joined)
    elif joined:
        yield _piece(joined, book.language)


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """What was shown below cells; of a file that is no notebook, its strings."""
    book = notebook(source.text)
    sheet = Sheet(source.text)
    if book.trouble is not None:
        whole = (
            Passage(text=text, source=spelt, span=sheet.span(*place)) for text, spelt, place in quoted(source.text)
        )
        return tuple(whole)
    shown = [text for cell in book.cells for text in cell.shown if text]
    spans = [text.span(Span(line=1, column=1, end_line=len(text) + 1, end_column=1)) for text in shown]
    return tuple(
        Passage(text=text.text, source=sheet.cut(span), span=span, prose=True)
        for text, span in zip(shown, spans, strict=True)
    )


class _Joined:
    """Cells behind one another, each with a newline at its end."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = cells
        self._whole = Excerpt(cells[0].text.sheet)
        self._starts: list[int] = []
        for cell in cells:
            self._starts.append(len(self._whole))
            self._whole.extend(cell.text)
            self._whole.put("\n", self._whole.end, self._whole.end)
        self.sheet = Sheet(self._whole.text)

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Where each cell begins and ends."""
        return pairwise((*self._starts, len(self._whole)))

    def piece(self, part: Excerpt, language: str, role: Role | None = None) -> Piece:
        """A text made of the cells as a piece of the file."""
        return Piece(
            language=language,
            text=part.text,
            place=lambda line, column: self._whole.sheet.place(self._whole.original(part.offset(line, column))),
            role=role,
            cells=lambda line: self._cells[bisect_right(self._starts, part.offset(line, 1)) - 1].number,
        )


def _piece(cells: Sequence[Cell], language: str, start: int = 0, role: Role | None = None) -> Piece:
    joined = _Joined(cells)
    part = Excerpt(joined.sheet)
    part.take(start, len(joined.sheet.text))
    return joined.piece(part, language, role)


def _module(cells: Sequence[Cell]) -> Iterator[Piece]:
    """Cells in Python as one module; those apart that would keep it from being parsed."""
    if not cells:
        return
    code, *others = _untangled(cells)
    if len(cells) > 1 and not _parses(code):
        whole = []
        for cell in cells:
            code, *_ = _untangled([cell])
            if _parses(code):
                whole.append(cell)
            else:
                yield code
        if whole:
            code, *_ = _untangled(whole)
            yield code
    else:
        yield code
    yield from others


def _untangled(cells: Sequence[Cell]) -> tuple[Piece, ...]:
    """The Python of cells, and what they tell the shell and the environment."""
    joined = _Joined(cells)
    code, commands, settings = (Excerpt(joined.sheet) for _ in range(3))
    for cell, (start, end) in zip(cells, joined.ranges(), strict=True):
        first = asks_first(cell.text.text)
        untangle(joined.sheet, start, end if first is None else start + first + 1, code, commands, settings)
    others = ((commands, "shell"), (settings, "dotenv"))
    return joined.piece(code, "python"), *(joined.piece(part, name) for part, name in others if part)


def _parses(code: Piece) -> bool:
    try:
        parse(newlines_as_line_feeds(code.text))
    except UnreadableError:
        return False
    return True


def _unread(source: SourceFile, reason: str, line: int | None) -> Notification:
    return Notification(
        message=f"{reason}; only its strings were read, without their context. Save it again, or leave it out with"
        " `exclude`.",
        path=source.shown,
        line=line,
        blocking=True,
    )
