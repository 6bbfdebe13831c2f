"""PHP: parsed with tree-sitter; the page around it is read as HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.excerpts import Excerpt, Sheet
from pytest_modelgate.grammars.code import language
from pytest_modelgate.parts import Piece
from pytest_modelgate.remarks import PHP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.grammars.grammar import Grammar
    from pytest_modelgate.values import SourceFile

_CODE = re.compile(r"<\?(?:php\b|=)(?:(?!\?>).)*+(?:\?>)?", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z]")
_LINE = re.compile(r"[^\r\n]+")


def _grammar() -> Grammar:
    from pytest_modelgate.languages._php import php

    return php()


def _pieces(source: SourceFile) -> Iterator[Piece]:
    """What stands around the code, where that is more than blanks."""
    text = source.text
    sheet = Sheet(text)
    page = Excerpt(sheet)
    at = 0
    tags = False
    for code in _CODE.finditer(text):
        tags = tags or _TAG.search(text, at, code.start()) is not None
        page.take(at, code.start())
        page.put(_LINE.sub(" ", code[0]), *code.span())
        at = code.end()
    if tags or _TAG.search(text, at):
        page.take(at, len(text))
        yield Piece(language="html", text=page.text, place=page.place)


LANGUAGE = replace(
    language(
        _grammar,
        "php",
        (".php", ".php8", ".php7", ".php5", ".ctp", ".module", ".theme", ".install"),
        packages="php",
        signs=PHP,
    ),
    pieces=_pieces,
    # Its pages hold scripts, too.
    packages=None,
)
