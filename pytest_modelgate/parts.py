"""What a language finds in a file besides ids: comments, strings, and pieces that are written in another language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_modelgate.terms import Role
    from pytest_modelgate.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment of a file."""

    text: str
    """What stands behind the sign that begins it, on one line."""
    line: int
    alone: bool
    """Whether nothing else stands on its line, so that it may speak for the next."""
    column: int = 1
    begin: int = 1
    """The column on which `text` begins."""
    end_line: int = 0
    """The line on which it ends; 0 for the one on which it begins."""
    sign: str = "#"
    """What begins it."""
    close: str = ""
    """What ends it, where its line does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a file that is written in another language."""

    language: str
    text: str
    place: Callable[[int, int], tuple[int, int]]
    """Where in the file a line and column of the text stand, all counted from 1."""
    role: Role | None = None
    """What everything in it is for, where its place says so."""
    cells: Callable[[int], int] | None = None
    """Of a notebook, the number of the cell that a line of the text is from, both counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A string or a comment of a file, whatever it says."""

    text: str | None
    """Its value; None where only running code knows it."""
    source: str
    """As the file spells it."""
    span: Span
    prose: bool = False
    """Whether it is a comment, or a string that stands alone as a statement."""
    part: bool = False
    """Whether it is only a part of a text that is joined."""
