"""Reads scripts of shells as bash's grammar has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate import remarks as signs
from pytest_modelgate.languages._holding import Holding, Places, may_matter
from pytest_modelgate.languages._shell import Shell, places
from pytest_modelgate.languages._unread import unread_at
from pytest_modelgate.parts import Passage
from pytest_modelgate.terms import Reach
from pytest_modelgate.values import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import SourceFile, Use


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """What variables, options, bodies and comparisons of the commands may name."""
    if not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    shell = Shell(holding)
    shell.read()
    unread = []
    read = holding.extraction().occurrences
    covered = {(each.span.line, each.span.column) for each in read}
    for held in shell.unread():
        span = holding.places.span(held.start, held.end)
        if (span.line, span.column) not in covered and (held.text in lexicon.words or lexicon.is_id(held.text)):
            holding.value(held, (), Reach.OTHER)
            unread.append(span.line)
    notes = unread_at(source, unread, what="no command as bash reads it", remedy="Close open quotes and documents")
    return holding.extraction(notes)


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every word, text and comment."""
    known = Places(source.text)
    found = []
    for first, last, prose in places(source.text):
        start, end = known.character(first), known.character(last)
        text = source.text[start:end]
        found.append(Passage(text=text.strip("\"'"), source=text, span=known.span(start, end), prose=prose))
    return tuple(found)


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments that speak of modelgate."""
    return signs.remarks(source.text, signs.HASH)
