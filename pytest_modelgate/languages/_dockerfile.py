"""Reads Dockerfiles by tree-sitter's grammar of them; what their commands say is read as shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate import remarks as signs
from pytest_modelgate.excerpts import Excerpt, Sheet
from pytest_modelgate.languages._blanks import masked
from pytest_modelgate.languages._commands import Asked
from pytest_modelgate.languages._holding import Holding, may_matter
from pytest_modelgate.languages._instructions import Instructions
from pytest_modelgate.languages._shell import Shell, places
from pytest_modelgate.languages._unread import unread_at
from pytest_modelgate.parts import Passage, Piece
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
    """What variables, arguments and commands may name."""
    if not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    file = Instructions(source.text)
    sent = holding.sent((pair.name, pair.held.text) for pair in file.pairs)
    for pair in file.pairs:
        reach = Reach.DEFAULT if pair.argument else Reach.CONSTANT
        holding.setting(pair.held, (pair.name,), reach, sent=sent)
    shell = Shell(holding)
    for words in file.arrays:
        shell.commands.command(words, shell.commands.asked(words) or Asked(), kept=False)
    shell.read(file.commands, file.holes)
    for start, end in (*file.comments, *file.labels):
        holding.comment(start, end)
    unread = []
    read = {(each.span.line, each.span.column) for each in holding.extraction().occurrences}
    shell.failed += file.broken
    for held in shell.unread():
        span = holding.places.span(held.start, held.end)
        if (span.line, span.column) not in read and (held.text in lexicon.words or lexicon.is_id(held.text)):
            holding.value(held, (), Reach.OTHER)
            unread.append(span.line)
    notes = unread_at(
        source, unread, what="no instruction of a Dockerfile", remedy="Let `docker build --check` show what is wrong"
    )
    return holding.extraction(notes)


def pieces(source: SourceFile) -> Iterator[Piece]:
    """The files that instructions write, and the programs that they run, where their language is known."""
    if "<<" not in source.text:
        return
    sheet = Sheet(source.text)
    for start, end, language in Instructions(source.text).files:
        excerpt = Excerpt(sheet)
        excerpt.take(start, end)
        yield Piece(language=language, text=excerpt.text, place=excerpt.place)


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every value, word, text and comment."""
    file = Instructions(source.text)
    known = file.places
    found = {}
    ranges = [(*pair.held[1:], False) for pair in file.pairs]
    ranges += [(start, end, True) for start, end in (*file.comments, *file.labels)]
    ranges += [(word.start, word.end, False) for words in file.arrays for word in words if word.text]
    ranges += [(start, end, False) for start, end in file.broken]
    for first, last, prose in places(masked(source.text, file.commands, file.holes)):
        ranges.append((known.character(first), known.character(last), prose))
    for start, end, prose in ranges:
        text = source.text[start:end]
        span = known.span(start, end)
        found[span] = Passage(text=text.strip("\"'"), source=text, span=span, prose=prose)
    return tuple(sorted(found.values(), key=lambda passage: passage.span))


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments that speak of modelgate."""
    return signs.remarks(source.text, signs.HASH)
