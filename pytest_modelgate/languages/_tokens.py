"""Takes SQL of any dialect apart into its words, names, texts, signs and comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.languages._holding import Held
    from pytest_modelgate.terms import Reach

_SHAPE = r"""
    (?P<comment>--[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|(?<!\S)\#(?=[\s!])[^\r\n]*+|\{\#(?:[^#]++|\#(?!\}))*+(?:\#\})?)
    |(?:(?<![\w$@])(?:[NnEeRrBbUu]|[Rr][Bb]|[Bb][Rr]|[Uu]&))?(?:
        LONG
        '(?P<single>(?:[^'\\ENDS]++|''|\\[^'ENDS]|\\'(?![ \t]*(?:[,;)\r\n]|\Z)))*+\\?)(?P<closed>'?)
        |\"(?P<double>(?:[^\"\\\r\n]++|\"\"|\\[^\r\n])*+)\"?
    )
    |`(?P<tick>[^`\r\n]*+)`?
    |\[(?P<bracket>[A-Za-z_][\w ]*+)\]
    |(?P<dollar>\$\w*\$)
    |(?P<word>[^\W\d][\w$\#@]*+|[@\#:]{1,2}[^\W\d][\w$\#@]*+)
    |(?P<number>\d[\w.]*+)
    |(?P<sign>::|=>|:=|<=|>=|<>|!=|==|\|\||->>?|\[++|\]++|\{\{|\}\}|\{%|%\}|[=<>(),;.{}:])
    """
_LONG = r"""(?P<triple>\'\'\'|\"\"\")(?P<long>(?:(?!(?P=triple))[^\\]|\\.)*+)(?P<shut>(?P=triple)|\Z)|"""
_FLAGS = re.VERBOSE | re.DOTALL
_TOKEN = re.compile(_SHAPE.replace("LONG", _LONG).replace("ENDS", ""), _FLAGS)
_IN_LINES = re.compile(_SHAPE.replace("LONG", "").replace("ENDS", r"\r\n"), _FLAGS)
"""For what stands behind a text that never ends: no text goes over lines."""
_LINE = re.compile(r"[^\r\n]*+")
_DATA = re.compile(r"\s*[\[{\"]|\s*[\w./:@-]+\s*$")
"""What stands between dollars where that is no program."""
_DEEP = 3
"""How deep texts between dollars are programs with such texts of their own."""


class Token(NamedTuple):
    """A part of a statement; places are characters from the text's begin."""

    kind: str
    """`word`, `name` (in quotes of names), `text`, `either` (in quotes of names or texts), `number`, `sign`, `comment`
    or `open` (a text that never ends)."""
    text: str
    start: int
    end: int
    """Of a name or a text, without its quotes."""


class Frame:
    """What is known between two brackets, or of a statement as a whole."""

    __slots__ = ("before", "clause", "function", "held", "item", "kind", "names", "place", "said")

    def __init__(self, kind: str = "", function: str = "", names: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.function = function
        self.names = names
        """What the value of all this is given to."""
        self.clause = ""
        self.place = 0
        self.item = ""
        """The first word since the last comma."""
        self.before = ""
        """The text before the last comma, which may be a key."""
        self.held: list[tuple[Held, tuple[str, ...], Reach]] = []
        self.said: dict[str, str] = {}


def tokens(text: str, start: int = 0, end: int | None = None, deep: int = 0) -> Iterator[Token]:
    """The tokens of a part of a text, in order of place."""
    place, end = start, len(text) if end is None else end
    pattern = _TOKEN
    while (found := pattern.search(text, place, end)) is not None:
        place = found.end()
        kind = found.lastgroup or ""
        if kind in ("shut", "closed"):
            kind = "long" if kind == "shut" else "single"
            if found["closed" if kind == "single" else "shut"]:
                yield Token("text", found[kind], *found.span(kind))
                continue
            pattern = _IN_LINES
            low = found.start(kind)
            line = _LINE.match(text, low, end)
            place = line.end() if line else place
            yield Token("open", text[low:place], low, place)
        elif kind == "dollar":
            close = text.find(found[0], place, end) if pattern is _TOKEN else -1
            if close < 0:
                pattern = _IN_LINES
                continue
            if deep >= _DEEP or _DATA.match(text, place, close):
                inner = text[place:close]
                low = place + len(inner) - len(inner.lstrip())
                yield Token("text", inner.strip(), low, low + len(inner.strip()))
            else:
                yield from tokens(text, place, close, deep + 1)
            place = close + len(found[0])
        elif kind == "double":
            yield Token("either", found[kind], *found.span(kind))
        elif kind in ("tick", "bracket"):
            yield Token("name", found[kind], *found.span(kind))
        else:
            yield Token(kind, found[0], *found.span())
