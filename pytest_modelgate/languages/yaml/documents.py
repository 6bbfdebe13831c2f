"""Reads YAML by the events of PyYAML with their marks: settings, workflows, charts, and what is filled into them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.languages._accounts import passages_of, remarks_of
from pytest_modelgate.languages._configurations import Configuration
from pytest_modelgate.languages._holding import Holding, Places
from pytest_modelgate.languages._settled import may_matter
from pytest_modelgate.languages._templates import fallbacks, holes, is_filled, masked
from pytest_modelgate.languages._unread import entries
from pytest_modelgate.languages.yaml.events import parsed
from pytest_modelgate.languages.yaml.scripts import may_hold, piece, scripts
from pytest_modelgate.values import Extraction, Notification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages._documents import Document
    from pytest_modelgate.parts import Passage, Piece, Remark
    from pytest_modelgate.values import SourceFile, Use

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_RECORDED = 50_000
"""Characters beyond which what tests recorded is read line by line unless it is asked for."""


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The occurrences of a YAML file, in order of place.

    What cannot be parsed is read line by line, with a notification, which blocks unless the file is a template.
    """
    if not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    if source.test and not deep and len(source.text) > _RECORDED:
        Configuration(holding, entries(source.text), deep=False).read()
        return holding.extraction()
    fallbacks(holding)
    text, document = _document(source.text)
    notifications: list[Notification] = []
    roots = document.roots
    if document.trouble is not None:
        filled = is_filled(source.text)
        notifications.append(_notification(source, document, filled=filled))
        roots = [*roots, *entries(text, _line_begin(text, document.read))]
    apart = frozenset(scalar for scalar, _ in scripts(document)) if may_hold(text) else frozenset()
    Configuration(holding, roots, deep=deep, apart=apart).read()
    if deep:
        for start, end in _comments(text, document):
            holding.comment(start, end)
    return holding.extraction(notifications)


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every text and comment of a file; where it is not valid YAML, those of its lines."""
    text, document = _document(source.text)
    unread = entries(text, _line_begin(text, document.read)) if document.trouble is not None else ()
    known = replace(document, comments=list(_comments(text, document)))
    return passages_of(source, known, unread=unread, holes=holes(source.text))


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments of a file in order of place."""
    return remarks_of(source, _comments(*_document(source.text)))


def pieces(source: SourceFile) -> Iterator[Piece]:
    """The commands of workflows and the files that a file holds."""
    if not may_hold(source.text):
        return
    (_, document), places = _document(source.text), Places(source.text)
    for scalar, language in scripts(document):
        style = document.blocks.get(scalar.held.start)
        if (found := piece(source.text, places, scalar, language, style)) is not None:
            yield found


def _document(text: str) -> tuple[str, Document]:
    """The document, and the text that it was read from: without what is filled in, where that reads no worse."""
    without = masked(text)
    document = parsed(without)
    if document.trouble is not None and without != text and parsed(text).read > document.read:
        return text, parsed(text)
    return without, document


def _comments(text: str, document: Document) -> Iterator[tuple[int, int]]:
    starts = [scalar.held.start for scalar in document.scalars]
    for comment in _COMMENT.finditer(text):
        at = bisect_right(starts, comment.start()) - 1
        if at < 0 or document.scalars[at].held.end <= comment.start():
            yield comment.span()


def _line_begin(text: str, at: int) -> int:
    """Where the line begins after the last that was read to its end."""
    return 1 + max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))


def _notification(source: SourceFile, document: Document, *, filled: bool) -> Notification:
    step = "As it is a template, this blocks nothing." if filled else "Mend the file, or leave it out with `exclude`."
    return Notification(
        message=f"{document.trouble}; from there on it was read line by line, with less context. {step}",
        path=source.shown,
        line=document.line,
        blocking=not filled,
    )
