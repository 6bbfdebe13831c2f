"""Reads JSON by tree-sitter, which tells every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.languages._accounts import passages_of, remarks_of
from pytest_modelgate.languages._configurations import Configuration
from pytest_modelgate.languages._holding import Holding
from pytest_modelgate.languages._purposes import FEW
from pytest_modelgate.languages._settled import may_matter
from pytest_modelgate.languages._syntax import parsed
from pytest_modelgate.languages._templates import fallbacks, holes, is_filled, masked
from pytest_modelgate.languages._unread import entries
from pytest_modelgate.values import Extraction, Notification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages._documents import Document
    from pytest_modelgate.parts import Passage, Remark
    from pytest_modelgate.values import SourceFile, Use


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The occurrences of a JSON file, in order of place.

    Where the parser loses its way, lines are read in its stead, with a notification if one of them may hold an id.
    """
    if not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    document = _document(source.text)
    notifications: list[Notification] = []
    roots = document.roots
    if document.trouble is not None:
        filled = is_filled(source.text)
        lost = [part for part in document.unread if lexicon.stems.within(source.text[slice(*part)])]
        for start, end in lost:
            roots = [*roots, *entries(source.text[:end], start)]
        if lost:
            fallbacks(holding)
            notifications.append(_notification(source, holding.places.span(*lost[0]).line, filled=filled))
    lines = source.path.suffix.lower() in (".jsonl", ".ndjson") and any(len(root.entries) >= FEW for root in roots[:1])
    Configuration(holding, roots, deep=deep, records=lines).read()
    if deep:
        for start, end in document.comments:
            holding.comment(start, end)
    return holding.extraction(notifications)


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every text, key and comment of a file in order of place."""
    document = _document(source.text)
    unread = [branch for start, end in document.unread for branch in entries(source.text[:end], start)]
    return passages_of(source, document, unread=unread, holes=holes(source.text))


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments of a file in order of place."""
    return remarks_of(source, _document(source.text).comments)


def _document(text: str) -> Document:
    document = parsed(text)
    if document.trouble is not None and is_filled(text):
        other = parsed(masked(text, "1"))
        return other if len(other.unread) < len(document.unread) or other.trouble is None else document
    return document


def _notification(source: SourceFile, line: int, *, filled: bool) -> Notification:
    step = "As it is a template, this blocks nothing." if filled else "Mend the file, or leave it out with `exclude`."
    return Notification(
        message=f"not valid JSON; from there on some of it was read line by line, with less context. {step}",
        path=source.shown,
        line=line,
        blocking=not filled,
    )
