"""Makes the languages of pages and components, each with its dialect of markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language
from pytest_modelgate.remarks import MARKUP, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.parts import Piece
    from pytest_modelgate.values import Extraction, SourceFile, Use

_ROOM = "pytest_modelgate.languages._markup"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one kind of page writes expressions."""

    grammar: str
    binds: bool = False
    """Whether attributes with a sign before their name hold expressions, and doubled braces in the text: Vue."""
    front: bool = False
    """Whether it begins with a script between two lines of dashes: Astro."""


def language(name: str, suffixes: tuple[str, ...], dialect: Dialect) -> Language:
    """A language of pages or components."""

    def pieces(source: SourceFile) -> Iterator[Piece]:
        from pytest_modelgate.languages._markup import pieces

        return pieces(source.text, dialect)

    def extract(
        source: SourceFile, _lexicon: Lexicon, _deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
    ) -> Extraction:
        from pytest_modelgate.languages._markup import extract

        return extract(source)

    return Language(
        name=name,
        suffixes=suffixes,
        extract=extract,
        passages=later(_ROOM, "passages"),
        remarks=lambda source: remarks(source.text, MARKUP),
        comment="<!-- {} -->",
        pieces=pieces,
    )
