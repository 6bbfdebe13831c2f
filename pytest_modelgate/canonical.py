"""Writes a table in its one canonical form, so that a change of a fact is a change of one line."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from pytest_modelgate import fields, table
from pytest_modelgate.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pytest_modelgate.content import Content

PART = ("as_of", "after_retirement", "listing", "endpoints", "sources", "reviewed", "apis", "models")
_ROWS = {"apis": tuple(fields.API), "models": tuple(fields.ROW)}

# What can stand without quotes inside brackets for every loader; which of these are no texts, YAML's rules say.
_PLAIN = re.compile(r"-?[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\s?:,\[\]{}]*(?::[^\s?:,\[\]{}]+)*", re.ASCII)
_QUOTED = frozenset({"title", "url", "condition", "instead", "note", "says", "reason"})
_DAYS = frozenset({"as_of", "read", "announced", "retires", "earliest"})
_LISTS = frozenset({"endpoints", "source"})
_SHORT_LISTS = frozenset({"successor", "unlisted"})


def formatted(text: bytes, shown: str, under: Content | None = None) -> str:
    """The canonical text of a table with the same facts: sorted, one row a line, keys in the documented order.

    `shown` names its file in messages; `under` is what a team's own table is laid over. Raises TableError where the
    table is wrong, and for comments below its head, which have no place there.
    """
    table.parse(text, shown, under, ordered=False)
    decoded = text.decode("utf-8-sig")
    head = _head(decoded)
    lost = [f"{shown}:{line}: a comment here would be lost; make it a `note`" for line in _comments(decoded, len(head))]
    if lost:
        raise TableError(lost)
    return written(table.plain(text, shown), heading(text))


def heading(text: bytes) -> str:
    """The comment at the head of a table."""
    lines = [line.rstrip() for line in _head(text.decode("utf-8-sig")).splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def written(content: Mapping[str, Any], head: str = "") -> str:
    """The canonical text of a table, whatever is wrong with its values: `table.parse` reads the same from it."""
    return head + "".join(f"{line}\n" for _, line in lines(content))


def lines(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each line of the canonical text, after the name of what it is about."""
    for surface, part in sorted(content.items()):
        yield surface, f"{_word(surface)}:"
        for key, value in _ordered(part, PART):
            if key == "sources":
                yield surface, "  sources:"
                for name, source in sorted(value.items(), key=lambda pair: _natural(pair[0])):
                    yield f"source {name} of {surface}", f"    {_word(name)}: {_mapping(source, tuple(fields.SOURCE))}"
            elif key == "reviewed":
                yield surface, "  reviewed:"
                for one in sorted(value, key=_judged):
                    yield f"a reviewed difference of {surface}", f"    - {_mapping(one, tuple(fields.REVIEWED))}"
            elif key in _ROWS:
                yield surface, f"  {key}:"
                for id_, entry in _rows(value, _ROWS[key]):
                    yield f"{id_} of {surface}", f"    - {entry}"
            else:
                names = sorted(value, key=str) if key == "endpoints" and isinstance(value, list) else value
                yield surface, f"  {_word(key)}: {_value(key, names)}"


def row(model: str, entry: Mapping[str, Any]) -> str:
    """One row as it stands in the canonical text."""
    return _mapping({"id": model, **entry}, tuple(fields.ROW))


def _rows(rows: Any, keys: Sequence[str]) -> list[tuple[str, str]]:
    """The rows, sorted by id; they come by id, or as a list of rows that name theirs."""
    entries = [{"id": id_, **entry} for id_, entry in rows.items()] if isinstance(rows, dict) else rows
    return [(entry["id"], _mapping(entry, keys)) for entry in sorted(entries, key=lambda entry: entry["id"])]


def _judged(difference: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(str(difference.get(key, "")) for key in fields.REVIEWED)


def _natural(key: str) -> tuple[str, int, str]:
    """S2 before S10."""
    letters = key.rstrip("0123456789")
    return letters, int(key[len(letters) :] or 0), key


def _ordered(mapping: Mapping[str, Any], keys: Sequence[str]) -> list[tuple[str, Any]]:
    """The pairs in the documented order; a key that no table has goes to the end, to be found wrong."""
    rank = {key: place for place, key in enumerate(keys)}
    return sorted(mapping.items(), key=lambda pair: (rank.get(pair[0], len(rank)), pair[0]))


def _mapping(mapping: Mapping[str, Any], keys: Sequence[str]) -> str:
    return "{" + ", ".join(f"{_word(key)}: {_value(key, value)}" for key, value in _ordered(mapping, keys)) + "}"


def _value(key: str, value: Any) -> str:
    if isinstance(value, str):
        if key in _LISTS:
            return f"[{_word(value)}]"
        if key in _DAYS and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return value
        return _quoted(value) if key in _QUOTED else _word(value)
    if isinstance(value, list):
        if key in _SHORT_LISTS and len(value) == 1:
            return _value("", value[0])
        return "[" + ", ".join(_value("", one) for one in value) + "]"
    return json.dumps(value)


@cache
def _word(text: str) -> str:
    """A text without quotes where YAML reads the same text from it."""
    import yaml

    resolver: Any = yaml.resolver.Resolver()
    if _PLAIN.fullmatch(text) and resolver.resolve(yaml.ScalarNode, text, (True, False)).endswith(":str"):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    marks = {"\\": "\\\\", '"': '\\"'}
    # What cannot be shown is a mistake in every place, and has to be read back to be told.
    return '"' + "".join(marks.get(one, one if one.isprintable() else f"\\U{ord(one):08x}") for one in text) + '"'


def _head(text: str) -> str:
    """The lines before the first that is neither a comment nor empty."""
    end = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.startswith("#"):
            break
        end += len(line)
    return text[:end]


def _comments(text: str, start: int) -> list[int]:
    """The numbers of the lines that have a comment, from a position on."""
    import yaml

    # Without libyaml the pure loader reads the same, only slower.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rest = list(text)
    for token in yaml.scan(text, Loader=loader):
        if isinstance(token, yaml.ScalarToken):
            begin, end = token.start_mark.index, token.end_mark.index
            if getattr(token, "style", None) in ("|", ">"):
                # A comment may follow the sign of a block.
                begin = text.index("\n", begin)
            rest[begin:end] = " " * (end - begin)
    outside = "".join(rest)
    return [
        number
        for number, line in enumerate(outside.split("\n"), 1)
        if "#" in line and number > text.count("\n", 0, start)
    ]
