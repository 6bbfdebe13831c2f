"""Where a text may hold an id or a model call, found by searching it: all else that reads it costs far more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.finder import Finder
from pytest_modelgate.languages.python.knowledge import knowledge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.kinds import Lexicon

_OPEN_QUOTE = re.compile(rb"""["']\s*[^"'\s]*\Z""")
_WORD = re.compile(rb"\w")
_CALLED = re.compile(rb"\s*\(|\s+as\s+(?P<alias>\w+)")
_LONGEST_ROUTE = 100
"""Characters that may stand between a quote and an id: a router's prefix, or an f-string's hole."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The offsets at which a text may hold an id in quotes, and a call that takes a model; both in order."""

    ids: tuple[int, ...] = ()
    calls: tuple[int, ...] = ()
    clients: tuple[int, ...] = ()
    """Where clients are made."""
    aliases: frozenset[str] = frozenset()
    """Names that the text gives to such calls when it imports them."""


def search(text: str, lexicon: Lexicon) -> Hits | None:
    """Where a text with line feeds for newlines may matter; None when it holds nothing to be judged."""
    # One byte a character keeps every offset, and bytes are searched and lowered several times faster.
    letters = text.encode("latin-1", "replace")
    ids = tuple(sorted(_quoted(letters.lower(), lexicon)))
    known, names = knowledge(lexicon), _names(lexicon)
    calls, clients, aliases = [], [], set()
    for start, end, word in names.found(letters):
        if _WORD.match(letters, start - 1) if start else False:
            continue
        if word in known.call_ends and not _WORD.match(letters, end):
            calls.append(start)
        elif after := _CALLED.match(letters, end):
            if word in known.names:
                calls.append(start)
                aliases |= {after["alias"].decode()} if after["alias"] else set()
            if word in known.clients:
                clients.append(start)
    for alias in aliases:
        calls += [match.start() for match in re.finditer(rf"\b{alias}\s*\(".encode(), letters)]
    if not (ids or calls):
        return None
    return Hits(ids, tuple(sorted(calls)), tuple(sorted(clients)), frozenset(aliases))


@lru_cache(maxsize=1)
def _names(lexicon: Lexicon) -> Finder:
    """How the calls and clients read that are known to take a model."""
    known = knowledge(lexicon)
    return Finder({*known.call_ends, *known.names, *known.clients})


def _quoted(low: bytes, lexicon: Lexicon) -> Iterator[int]:
    """The offsets in lowered text of providers' stems soon after a quote, and of quoted ordinary words that are ids."""
    for at in set(lexicon.stems.places(low)):
        if _OPEN_QUOTE.search(low, max(0, at - _LONGEST_ROUTE), at) is not None:
            yield at
    # After a quote, or after a router's prefix.
    yield from (at for at in _closed_words(lexicon).places(low) if low[at - 1 : at] in (b"'", b'"', b"/", b":"))


@lru_cache(maxsize=1)
def _closed_words(lexicon: Lexicon) -> Finder:
    return Finder(f"{word}{quote}" for word in lexicon.words for quote in ("'", '"'))


def either(names: Iterable[str]) -> str:
    """A pattern for any of the names, or for nothing when there are none."""
    return "|".join(re.escape(name) for name in sorted(names)) or "(?!)"
