"""Reads a file of any language word for word, where its grammar cannot parse it in reasonable time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.excerpts import Sheet
from pytest_modelgate.parts import Passage
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Extraction, Notification, Occurrence

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import SourceFile

_WORD = re.compile(r"(?<![\w./:@-])[\w./:@-]{2,200}+(?![\w./:@-])")


def extract(source: SourceFile, lexicon: Lexicon, *, prose: bool) -> Extraction:
    """Every word that is an id, as what it would be at worst, and what is said of the file."""
    if not lexicon.stems.within(source.text):
        return Extraction(notifications=(_unread(source),))
    sheet = Sheet(source.text)
    role = Role.DOC if prose else Role.TEST if source.test else Role.RUNTIME
    occurrences = tuple(
        Occurrence(text=word[0], span=sheet.span(*word.span()), reach=Reach.OTHER, role=role)
        for word in _WORD.finditer(source.text)
        if lexicon.is_id(word[0])
    )
    return Extraction(occurrences=occurrences, notifications=(_unread(source),))


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every word."""
    sheet = Sheet(source.text)
    words = _WORD.finditer(source.text)
    return tuple(Passage(text=word[0], source=word[0], span=sheet.span(*word.span())) for word in words)


def _unread(source: SourceFile) -> Notification:
    return Notification(
        message="this is nested or left open too often to be parsed in reasonable time; its words "
        "were read without their context. Mend it, or leave it out with `exclude`.",
        path=source.shown,
        line=1,
        blocking=True,
    )
