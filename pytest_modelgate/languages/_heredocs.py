"""Finds the documents of JSON that strings over several lines hold, in Ruby's and PHP's form of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pytest_modelgate.excerpts import Excerpt, Sheet
from pytest_modelgate.parts import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN = re.compile(r"<<[~<-]?[ \t]*(?P<quote>[\"'`]?)(?P<tag>[A-Za-z_]\w{0,40})(?P=quote)[^\n]*\n")
_HOLE = re.compile(r"#\{[^{}\n]{0,200}\}|\{\$[^{}\n]{0,200}\}|\$\{?[A-Za-z_]\w*\}?(?:->\w+|\[[^\]\n]{0,60}\])?")
_OPENINGS = ("{", "[")


def pieces(text: str) -> Iterator[Piece]:
    """The heredocs of a text that are JSON once what is put into them is left out."""
    sheet = Sheet(text)
    at = 0
    ended: set[str] = set()
    while (begin := _BEGIN.search(text, at)) is not None:
        at = begin.end()
        if begin["tag"] in ended:
            continue
        end = re.compile(rf"^[ \t]*{begin['tag']}\b", re.MULTILINE).search(text, at)
        if end is None:
            # No further one of that tag ends either.
            ended.add(begin["tag"])
            continue
        if text[at : end.start()].lstrip().startswith(_OPENINGS):
            body = _bare(sheet, at, end.start(), quoted=begin["quote"] == "'")
            if _is_json(body.text):
                yield Piece(language="json", text=body.text, place=body.place)
        at = end.end()


def _bare(sheet: Sheet, start: int, end: int, *, quoted: bool) -> Excerpt:
    body = Excerpt(sheet)
    for hole in () if quoted else _HOLE.finditer(sheet.text, start, end):
        body.take(start, hole.start())
        body.put("0", *hole.span())
        start = hole.end()
    body.take(start, end)
    return body


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
