"""Reads JSON, and the way Python prints the same values, out of any text; nothing in the text is ever run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TRIES = 40
"""How many brackets of a text may turn out to begin nothing."""
DEEPEST = 20
_SPACE = re.compile(r"[\s]*")
_NUMBER = re.compile(r"-?\d{1,18}(?:\.\d{1,18})?(?:[eE][+-]?\d{1,3})?")
_WORD = re.compile(r"[A-Za-z_][\w.]{0,100}")
_WORDS: dict[str, object] = {"true": True, "True": True, "false": False, "False": False}
_PLAIN = {quote: re.compile(rf"[^{quote}\\]+") for quote in "\"'"}
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))")
_MEANS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}
_CLOSES = {"{": "}", "[": "]", "(": ")"}


class _NoValueError(Exception):
    """The text holds no value here."""


def values(text: str) -> Iterator[object]:
    """Every mapping, and every list of mappings, in the text, in its order: dict, list, str, int, float, bool, None.

    A value that the text breaks off is given as far as it goes. What nests deeper than twenty levels is left out.
    """
    place, tries = 0, 0
    while tries < MOST_TRIES:
        starts = [found for found in (text.find("{", place), text.find("[{", place)) if found >= 0]
        if not starts:
            return
        start = min(starts)
        try:
            value, place = _value(text, start, 0)
        except _NoValueError:
            place, tries = start + 1, tries + 1
            continue
        if value:
            yield value
        else:
            tries += 1


def _value(text: str, place: int, depth: int) -> tuple[object, int]:
    if depth > DEEPEST:
        raise _NoValueError
    place = _skip(text, place)
    first = text[place : place + 1]
    if first == "{":
        return _mapping(text, place + 1, depth)
    if first in ("[", "("):
        return _sequence(text, place + 1, _CLOSES[first], depth)
    if first in ('"', "'"):
        return _string(text, place)
    if found := _NUMBER.match(text, place):
        written = found.group()
        return (int(written) if written.lstrip("-").isdecimal() else float(written)), found.end()
    if found := _WORD.match(text, place):
        # Any other name, such as `null`, `None` or `<Enum.MEMBER>`, says nothing that is needed.
        return _WORDS.get(found.group()), found.end()
    raise _NoValueError


def _mapping(text: str, place: int, depth: int) -> tuple[object, int]:
    read: dict[str, object] = {}
    while True:
        place = _skip(text, place)
        if place >= len(text) or text[place] == "}":
            return read, place + 1
        if text[place] == "," and read:
            place += 1
            continue
        if text[place] in "\"'":
            key, place = _string(text, place)
        elif found := _WORD.match(text, place):
            # JavaScript prints keys without quotes.
            key, place = found.group(), found.end()
        else:
            raise _NoValueError
        place = _skip(text, place)
        if place >= len(text):
            return read, place
        if text[place] != ":":
            raise _NoValueError
        if _skip(text, place + 1) >= len(text):
            return read, len(text)
        read[key], place = _value(text, place + 1, depth + 1)


def _sequence(text: str, place: int, close: str, depth: int) -> tuple[object, int]:
    read: list[object] = []
    while True:
        place = _skip(text, place)
        if place >= len(text) or text[place] == close:
            return read, place + 1
        if text[place] == "," and read:
            place += 1
            continue
        value, place = _value(text, place, depth + 1)
        read.append(value)


def _string(text: str, place: int) -> tuple[str, int]:
    quote = text[place]
    place += 1
    parts: list[str] = []
    while place < len(text) and text[place] != quote:
        if found := _PLAIN[quote].match(text, place):
            parts.append(found.group())
        elif found := _ESCAPED.match(text, place):
            code = found[1] or found[2]
            parts.append(chr(int(code, 16)) if code else _MEANS.get(found[3], found[3]))
        else:
            break
        place = found.end()
    return "".join(parts), place + 1


def _skip(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return place if found is None else found.end()
