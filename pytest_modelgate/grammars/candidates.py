"""Where a text of code may hold an id, found by searching it: all else that reads it costs far more."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.finder import Finder
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.kinds import Lexicon

_OPEN_QUOTE = re.compile(rb"""["'`][^"'`\s]*\Z""")
_LONGEST_ROUTE = 100
"""Bytes that may stand between a quote and an id: a router's prefix, or a hole."""
_STRING_AFTER = re.compile(
    rb"""(?P<rest>\w{0,60})["'`]?\]?\s{0,20}(?:[?!]?:|:?=>?|\|\||\?\?|,|\(|\{|\)|(?=["'`]))[^"'`\n;]{0,100}(?P<quote>["'`])"""
)
"""A string soon after a part of a name, behind what gives it to the name."""
_NAME_BEFORE = re.compile(rb"\w{0,60}\Z")
_STEMS = ("model", "llm", "engine", "deployment", "embedding")
"""What names hold that are called like a model."""


def candidates(content: bytes, lexicon: Lexicon, unquoted: str = "") -> list[int]:
    """The offsets, in order, at which a text may hold an id, or a string under a name that is called like a model's.

    `unquoted` is as in a grammar.
    """
    low = content.lower()
    found = {at for at in set(lexicon.stems.places(low)) if _OPEN_QUOTE.search(low, max(0, at - _LONGEST_ROUTE), at)}
    # After a quote, or after a router's prefix.
    found |= {at for at in _closed_words(lexicon).places(low) if low[at - 1 : at] in (b"'", b'"', b"`", b"/", b":")}
    found.update(_named(content, low))
    if unquoted:
        found.update(_bare(low, lexicon, unquoted.encode()))
    return sorted(found)


def _bare(low: bytes, lexicon: Lexicon, unquoted: bytes) -> Iterator[int]:
    for row in re.finditer(unquoted, low):
        yield from (row.start() + at for at in lexicon.stems.places(row[0]))


def uses(low: bytes, keywords: tuple[str, ...], *, quoted: bool) -> bool:
    """Whether a lowered text holds one of the keywords: of texts that are `quoted`, soon after a quote or a path."""
    for start, _, keyword in finder(keywords).found(low):
        # One that begins with a sign holds its own quote or path.
        if not quoted or not keyword[0].isalnum() or low[start - 1 : start] in (b"'", b'"', b"`", b"/", b"@"):
            return True
    return False


def _named(content: bytes, low: bytes) -> Iterator[int]:
    for _, end, stem in finder(_STEMS).found(low):
        match = _STRING_AFTER.match(content, end)
        if match is None:
            continue
        before = _NAME_BEFORE.search(content, max(0, end - len(stem) - _LONGEST_ROUTE), end)
        name = (before[0] if before else b"") + match["rest"]
        if names_model(name.decode("utf-8", "replace")):
            yield match.end("quote")


@lru_cache(maxsize=16)
def finder(words: Iterable[str]) -> Finder:
    """Finds the words; of each collection of them, made once."""
    return Finder(words)


@lru_cache(maxsize=1)
def _closed_words(lexicon: Lexicon) -> Finder:
    return Finder(f"{word}{quote}" for word in lexicon.words for quote in ("'", '"', "`"))
