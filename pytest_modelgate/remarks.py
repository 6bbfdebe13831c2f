"""Finds the comments of a file that speak of modelgate, by the signs that begin comments and strings in its format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.parts import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ORDERS = ("modelgate:", "modelgate ignore")
"""Lower-case texts, one of which comments hold that are meant to silence; files without an id are read for these."""

# Each form of a string matches to some end whatever follows, so that no text is gone through twice.
_QUOTED = r"(?<!\w)\"(?:[^\"\\\r\n]++|\\.)*+\"?|(?<!\w)'(?:[^'\\\r\n]++|\\.)*+'?"
_LITERAL = r"(?<!\w)\"(?:[^\"\\\r\n]++|\\.)*+\"?|(?<!\w)'[^'\r\n]*+'?"
_DOUBLED = r"(?<!\w)\"[^\"\r\n]*+\"?|(?<!\w)'[^'\r\n]*+'?"
_CHARACTER = r"\"(?:[^\"\\\r\n]++|\\.)*+\"?|(?<!\w)'(?:[^'\\\r\n]|\\[^\r\n]{1,9}?)'"
_PYTHON = (
    r"\"\"\"(?:[^\"\\]++|\\.|\"(?!\"\"))*+(?:\"\"\")?|'''(?:[^'\\]++|\\.|'(?!''))*+(?:''')?"
    r"|\"(?:[^\"\\\r\n]++|\\.)*+\"?|'(?:[^'\\\r\n]++|\\.)*+'?"
)
_TOML = (
    r"\"\"\"(?:[^\"\\]++|\\.|\"(?!\"\"))*+(?:\"\"\")?|'''(?:[^']++|'(?!''))*+(?:''')?"
    r"|\"(?:[^\"\\\r\n]++|\\.)*+\"?|'[^'\r\n]*+'?"
)
_TRIPLE = r"\"\"\"(?:[^\"\\]++|\\.|\"(?!\"\"))*+(?:\"\"\")?"
_TEMPLATE = r"`(?:[^`\\]++|\\.)*+`?"
_RAW = r"`[^`]*+`?"
_VERBATIM = r"(?:@\$?|\$@)\"(?:[^\"]++|\"\")*+\"?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What begins comments and strings in one format."""

    line: tuple[str, ...] = ()
    """What begins a comment that ends with its line, such as `#`."""
    blocks: tuple[tuple[str, str], ...] = ()
    """What begins and ends a comment that may go over several lines, such as `/*` and `*/`."""
    strings: str = ""
    """A pattern of the strings, each of which matches to some end, so that a sign inside of one begins no comment."""
    apart: bool = False
    """Whether a sign begins a comment only at the begin of a line or behind space."""


_SLASHES = ("//",)
_STARS = (("/*", "*/"),)

PYTHON = Signs(line=("#",), strings=_PYTHON)
TOML = Signs(line=("#",), strings=_TOML)
RUBY = Signs(line=("#",), strings=_QUOTED, apart=True)
HASH = Signs(line=("#",), strings=_LITERAL, apart=True)
"""YAML, `.env`, Dockerfiles and shell, whose strings over several lines may well hold comments of another language."""
INI = Signs(line=("#", ";"), apart=True)
SCRIPT = Signs(line=_SLASHES, blocks=_STARS, strings=f"{_QUOTED}|{_TEMPLATE}")
"""JavaScript and TypeScript."""
JSONC = Signs(line=_SLASHES, blocks=_STARS, strings=_QUOTED)
GO = Signs(line=_SLASHES, blocks=_STARS, strings=f"{_CHARACTER}|{_RAW}")
JAVA = Signs(line=_SLASHES, blocks=_STARS, strings=f"{_TRIPLE}|{_CHARACTER}")
"""Java and Kotlin."""
CSHARP = Signs(line=_SLASHES, blocks=_STARS, strings=f"{_TRIPLE}|{_VERBATIM}|{_CHARACTER}")
RUST = Signs(line=_SLASHES, blocks=_STARS, strings=_CHARACTER)
PHP = Signs(line=("//", "#"), blocks=_STARS, strings=_QUOTED)
TERRAFORM = Signs(line=("#", "//"), blocks=_STARS, strings=_QUOTED)
SQL = Signs(line=("--",), blocks=_STARS, strings=_DOUBLED)
MARKUP = Signs(blocks=(("<!--", "-->"),))
"""Markdown, HTML and what is around the scripts of Vue and Svelte."""

_NEWLINE = re.compile(r"\r\n|\n|\r")


def remarks(text: str, signs: Signs) -> Iterator[Remark]:
    """The comments of a text that speak of modelgate right behind a sign, in order of place."""
    if "modelgate" in text.lower():
        yield from remarks_among(text, _comments(text, signs))


def remarks_among(text: str, comments: Iterable[tuple[str, str, int, int]]) -> Iterator[Remark]:
    """Those of a text's comments that speak of modelgate.

    Of each comment, in order of place, `comments` gives the sign, what closes it, empty where its line does, and where
    it begins and ends without that.
    """
    lines = _Lines(text)
    last = -1
    for sign, close, start, end in comments:
        introductions = list(_introduction(sign, bool(close)).finditer(text, start, end))
        if not introductions:
            continue
        lines.advance(start)
        # Of several on one line none is alone, and so no line is looked at more than once.
        alone = lines.begin != last and _is_alone(text, lines.begin, start, end + len(close))
        places = []
        for found in introductions:
            lines.advance(found.end())
            places.append((lines.line, found.end() - lines.begin + 1, len(found[0].lstrip())))
        lines.advance(end)
        last = lines.begin
        ends = [*(found.start() for found in introductions[1:]), end]
        for found, (line, begin, width), until in zip(introductions, places, ends, strict=True):
            yield Remark(
                text=_NEWLINE.split(text[found.end() : until], maxsplit=1)[0],
                line=line,
                alone=alone,
                column=begin - width,
                begin=begin,
                end_line=lines.line,
                sign=sign,
                close=close,
            )


class _Lines:
    """Counts lines while going through a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counted = 0
        self.line = 1
        self.begin = 0

    def advance(self, position: int) -> None:
        """Goes on to a position, which gives its `line` and where that begins."""
        for newline in _NEWLINE.finditer(self._text, self._counted, position):
            self.line, self.begin = self.line + 1, newline.end()
        self._counted = max(position, self._counted)


def _comments(text: str, signs: Signs) -> Iterator[tuple[str, str, int, int]]:
    """The sign of each comment, what closes it, where it begins and where what closes it stands, or its line ends."""
    closes = dict(signs.blocks)
    pattern = _openings(signs)
    position = 0
    while (found := pattern.search(text, position)) is not None:
        position = found.end()
        sign = found["sign"]
        if sign is None:
            continue
        close = closes.get(sign, "")
        if not close:
            newline = _NEWLINE.search(text, position)
            position = len(text) if newline is None else newline.start()
            yield sign, "", found.start(), position
        elif (end := text.find(close, position)) >= 0:
            position = end + len(close)
            yield sign, close, found.start(), end
        else:
            # What is never closed is no comment, and neither is any of its kind behind it.
            del closes[sign]
            pattern = _openings(
                Signs(line=signs.line, blocks=tuple(closes.items()), strings=signs.strings, apart=signs.apart)
            )


@lru_cache(maxsize=64)
def _openings(signs: Signs) -> re.Pattern[str]:
    words = [*(sign for sign, _ in signs.blocks), *signs.line]
    before = r"(?<!\S)" if signs.apart else ""
    sign = f"{before}(?P<sign>{'|'.join(map(re.escape, words)) or '(?!)'})"
    return re.compile(f"{signs.strings}|{sign}" if signs.strings else sign, re.DOTALL)


@lru_cache(maxsize=64)
def _introduction(sign: str, block: bool) -> re.Pattern[str]:
    """Finds a sign, or in a block the begin of a line, with our name behind it."""
    more = re.escape(sign[-1])
    begins = rf"{re.escape(sign)}[{more}!]*+"
    if block:
        begins += r"|(?<![^\r\n])[ \t]*+\*?"
    return re.compile(rf"(?:{begins})(?=[ \t]*+modelgate\b)", re.IGNORECASE)


def _is_alone(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a comment shares its lines with nothing; the braces that JSX needs around one are nothing."""
    newline = _NEWLINE.search(text, end)
    after = text[end : len(text) if newline is None else newline.start()].strip()
    return (text[begin:start].strip(), after) in (("", ""), ("{", "}"))
