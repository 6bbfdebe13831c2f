"""Ids that prose mentions: never uses, so always of the role `doc`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Occurrence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Lexicon

_QUOTED = re.compile(r"""(?P<quote>["'`])(?P<text>[^"'`\s]{2,200})(?P=quote)""")
_BARE = re.compile(r"""[^\s"'`()\[\]{},;<>=|*]+""")
_TRAILING = ".:!?"
_NEWLINE = re.compile(r"\r\n|\n|\r")


def mentions(prose: str, line: int, column: int, lexicon: Lexicon) -> Iterator[Occurrence]:
    """The ids that a piece of prose beginning at `line` and `column` names: quoted ones, and bare ones of the table."""
    for offset, text in enumerate(_NEWLINE.split(prose)):
        start = column if offset == 0 else 1
        taken: set[int] = set()
        for match in _QUOTED.finditer(text):
            if lexicon.is_id(match["text"]):
                taken.update(range(match.start(), match.end()))
                yield _mention(match["text"], line + offset, start + match.start("text"))
        for match in _BARE.finditer(text):
            word = match[0].rstrip(_TRAILING)
            if match.start() not in taken and lexicon.is_known(word):
                yield _mention(word, line + offset, start + match.start())


def _mention(text: str, line: int, column: int) -> Occurrence:
    span = Span(line=line, column=column, end_line=line, end_column=column + len(text))
    return Occurrence(text=text, span=span, reach=Reach.OTHER, role=Role.DOC)
