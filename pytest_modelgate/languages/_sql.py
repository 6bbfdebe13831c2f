"""SQL of any dialect: what rows, columns, settings, comparisons and calls of functions hold.

No library is used: tree-sitter's grammar loses BigQuery's and SQL Server's statements, sqlglot must be told a dialect,
which no file says, and the lexer of sqlparse is slow on a megabyte of brackets. What is asked of a file here needs no
tree: its texts, with the words before them and the brackets around them, in time that grows with its length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate import remarks as signs
from pytest_modelgate.languages._holding import Held, Holding, Places, may_matter
from pytest_modelgate.languages._statements import Statements
from pytest_modelgate.languages._tokens import tokens
from pytest_modelgate.parts import Passage
from pytest_modelgate.terms import Reach
from pytest_modelgate.values import Extraction, Notification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages._tokens import Token
    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import SourceFile, Use


_WORD = re.compile(r"[\w./:@-]+")


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The texts that may name models, by what holds them."""
    if not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    statements = Statements(holding)
    statements.read()
    broken = [each for each in statements.open if lexicon.stems.within(each.text)]
    for each in broken:
        for word in _WORD.finditer(source.text, each.start, each.end):
            holding.value(Held(word[0], *word.span()), (), Reach.OTHER)
    return holding.extraction([_unread(source, holding.places, broken[0])] if broken else ())


def _unread(source: SourceFile, places: Places, token: Token) -> Notification:
    line = places.span(token.start, token.end).line
    return Notification(
        message="the text that begins here never ends; what follows was read a line at a time, "
        "without its context. Close its quote, or leave the file out with `exclude`.",
        path=source.shown,
        line=line,
        blocking=True,
    )


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every text and every comment."""
    places = Places(source.text)
    return tuple(
        Passage(
            text=token.text,
            source=source.text[token.start : token.end],
            span=places.span(token.start, token.end),
            prose=token.kind == "comment",
        )
        for token in tokens(source.text)
        if token.kind in ("text", "either", "comment", "open")
    )


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments that speak of modelgate."""
    return signs.remarks(source.text, signs.SQL)
