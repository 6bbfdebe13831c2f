"""Tells on which line of a TOML text each key stands, which the standard library's reader does not."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Place = tuple[str | int, ...]
"""Where a value stands in the document: names of keys, and numbers of items in arrays."""

_Token = tuple[str, int]
"""A sign, word, string or newline as written, and its line."""

_TOKEN = re.compile(
    r"""\#[^\n]*
      | \"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*'
      | [\n\[\]{}=,.]
      | [^\s\#"'\[\]{}=,.]+""",
    re.VERBOSE | re.DOTALL,
)


def key_lines(text: str) -> Mapping[Place, int]:
    """The line of every key, table and array item of a text that is known to be TOML."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    tokens = _tokens(text)
    for word, line in tokens:
        if word == "[":
            table = _header(tokens, counts)
            _note(lines, table, line)
        elif word != "\n":
            place = (*table, *_key(tokens, word))
            _note(lines, place, line)
            _value(tokens, lines, place)
    return lines


def _note(lines: dict[Place, int], place: Place, line: int) -> None:
    """Keeps the line of a place, and of what it is in where that was never written alone."""
    for length in range(1, len(place) + 1):
        lines.setdefault(place[:length], line)


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for found in _TOKEN.finditer(text):
        word = found[0]
        if not word.startswith("#"):
            yield word, line
        line += word.count("\n")


def _header(tokens: Iterator[_Token], counts: dict[Place, int]) -> Place:
    """The place of a table whose first bracket was read; of an array of tables, of its newest one."""
    word, _ = next(tokens)
    is_array = word == "["
    parts = _key(tokens, next(tokens)[0] if is_array else word)
    if is_array:
        next(tokens)
    table: Place = ()
    for part in parts[:-1]:
        table = _newest((*table, part), counts)
    table = (*table, parts[-1])
    if is_array:
        counts[table] = counts.get(table, -1) + 1
    return _newest(table, counts)


def _newest(table: Place, counts: Mapping[Place, int]) -> Place:
    return (*table, counts[table]) if table in counts else table


def _key(tokens: Iterator[_Token], word: str) -> tuple[str, ...]:
    """The parts of a dotted key whose first word was read, up to the sign that ends it."""
    parts = [_plain(word)]
    for part, _ in tokens:
        if part in ("=", "]"):
            break
        if part != ".":
            parts.append(_plain(part))
    return tuple(parts)


def _plain(word: str) -> str:
    return str(tomllib.loads(f"key = {word}")["key"]) if word[0] in "\"'" else word


def _value(tokens: Iterator[_Token], lines: dict[Place, int], place: Place) -> str:
    """Reads a value, and gives the sign behind it."""
    for word, _ in tokens:
        if word == "[":
            _array(tokens, lines, place)
        elif word == "{":
            _inline_table(tokens, lines, place)
        elif word in ("\n", ",", "}"):
            return word
    return ""


def _array(tokens: Iterator[_Token], lines: dict[Place, int], place: Place) -> None:
    number = 0
    for word, line in tokens:
        item = (*place, number)
        if word == "]":
            return
        if word == ",":
            number += 1
            continue
        if word != "\n":
            lines.setdefault(item, line)
        if word == "[":
            _array(tokens, lines, item)
        elif word == "{":
            _inline_table(tokens, lines, item)


def _inline_table(tokens: Iterator[_Token], lines: dict[Place, int], place: Place) -> None:
    for word, line in tokens:
        if word == "}":
            return
        if word in (",", "\n"):
            continue
        key = (*place, *_key(tokens, word))
        _note(lines, key, line)
        if _value(tokens, lines, key) == "}":
            return
