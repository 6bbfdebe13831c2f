"""Ids that comments and docstrings mention: never uses, so always of the role `doc`."""

from __future__ import annotations

import io
import re
import tokenize
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Occurrence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Lexicon

_QUOTED = re.compile(r"""(?P<quote>["'`])(?P<text>[^"'`\s]{2,200})(?P=quote)""")
_BARE = re.compile(r"""[^\s"'`()\[\]{},;<>=|*]+""")
_TRAILING = ".:!?"


_STARTING = (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
"""The tokens after which a statement begins."""


def prose(text: str, lexicon: Lexicon) -> Iterator[Occurrence]:
    """The ids that the comments and the strings standing alone as statements name, `text` having line feeds."""
    if not lexicon.stems.within(text):
        return
    fresh = True
    alone: tokenize.TokenInfo | None = None
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield from mentions(token.string, token.start[0], token.start[1] + 1, lexicon)
            elif token.type == tokenize.NEWLINE and alone is not None:
                yield from mentions(alone.string, alone.start[0], alone.start[1] + 1, lexicon)
            if token.type not in (tokenize.COMMENT, tokenize.NL):
                alone = token if token.type == tokenize.STRING and fresh else None
                fresh = token.type in _STARTING
    except (tokenize.TokenError, SyntaxError):
        # The file's own trouble is told by the parser; its prose ends where it breaks.
        return


def mentions(prose: str, line: int, column: int, lexicon: Lexicon) -> Iterator[Occurrence]:
    """The ids that a piece of prose beginning at `line` and `column` names: quoted ones, and bare ones of the table."""
    for offset, text in enumerate(prose.split("\n")):
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
