"""Where a text of code may hold an id, found by searching it: all else that reads it costs far more."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.finder import Finder
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Lexicon

_OPEN_QUOTE = re.compile(rb"""["'`][^"'`\s]*\Z""")
_LONGEST_ROUTE = 100
"""Bytes that may stand between a quote and an id: a router's prefix, or a hole."""
_NAMED = re.compile(
    rb"""(?P<name>(?:\w{0,60}(?:[Mm]odel|MODEL|[Ll]lm|LLM|[Ee]ngine|ENGINE|[Dd]eployment|DEPLOYMENT|[Ee]mbedding))\w{0,60})"""
    rb"""["'`]?\]?\s{0,20}(?:[?!]?:|:?=>?|\|\||\?\?|,|\(|\{|\)|(?=["'`]))[^"'`\n;]{0,100}(?P<quote>["'`])"""
)
"""A name called like a model, soon before a string."""


def candidates(content: bytes, lexicon: Lexicon) -> list[int]:
    """The offsets, in order, at which a text may hold an id, or a string under a name that is called like a model's."""
    low = content.lower()
    found = {at for at in set(lexicon.stems.places(low)) if _OPEN_QUOTE.search(low, max(0, at - _LONGEST_ROUTE), at)}
    # After a quote, or after a router's prefix.
    found |= {at for at in _closed_words(lexicon).places(low) if low[at - 1 : at] in (b"'", b'"', b"`", b"/", b":")}
    found.update(_named(content))
    return sorted(found)


def _named(content: bytes) -> Iterator[int]:
    at = 0
    while (match := _NAMED.search(content, at)) is not None:
        at = match.end("name")
        if names_model(match["name"].decode("utf-8", "replace")):
            yield match.end("quote")


@lru_cache(maxsize=1)
def _closed_words(lexicon: Lexicon) -> Finder:
    return Finder(f"{word}{quote}" for word in lexicon.words for quote in ("'", '"', "`"))
