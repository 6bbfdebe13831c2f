"""What YAML, JSON and TOML say alike: branches that hold texts under keys or in order, each text with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_modelgate.languages._holding import Held

_SIGNS = re.compile(r"[-_. ]+")
_DEEPEST = 8
"""Keys above a text that are heard; what is further up says nothing of it."""
_BESIDE = 200
"""Entries of a branch that are known to each other."""


@dataclass(slots=True, eq=False)
class Scalar:
    """One text of a document, key or value."""

    held: Held
    string: bool = True
    """Whether it is a text, rather than a number, a truth or nothing."""
    above: Branch | None = None
    key: Scalar | None = None
    """The key under which it stands; None for a key and for an item of a list."""
    number: int = 0
    """Its place in its branch."""
    origin: Scalar | None = None
    """Of an alias, the text that it stands for."""

    @property
    def text(self) -> str:
        """The value."""
        return self.held.text

    def names(self) -> tuple[str, ...]:
        """The keys that it stands under, the nearest first."""
        return tuple(_names(self))


@dataclass(slots=True, eq=False)
class Branch:
    """A mapping, or a list, whose entries have no keys."""

    is_list: bool
    above: Branch | None = None
    key: Scalar | None = None
    number: int = 0
    entries: list[tuple[Scalar | None, Scalar | Branch]] = field(default_factory=list)
    merged: list[Branch] = field(default_factory=list)
    """Mappings whose entries it takes over."""
    ids: set[str] = field(default_factory=set)
    """The different texts in it that look like ids."""
    _beside: dict[str, str] | None = None

    def add(self, key: Scalar | None, value: Scalar | Branch) -> None:
        """Takes an entry in."""
        value.above, value.key, value.number = self, key, len(self.entries)
        if key is not None:
            key.above, key.number = self, value.number
        self.entries.append((key, value))

    def names(self) -> tuple[str, ...]:
        """The keys that it stands under, the nearest first."""
        return tuple(_names(self))

    def texts(self) -> Mapping[str, str]:
        """Its plain values by their keys, in lower case and without signs; of a branch, an empty text."""
        if self._beside is None:
            beside: dict[str, str] = {}
            for branch in (self, *self.merged[:4]):
                for key, value in islice(branch.entries, _BESIDE):
                    if key is not None and len(key.text) <= _BESIDE:
                        text = value.text if isinstance(value, Scalar) else ""
                        beside.setdefault(flat(key.text), text)
            self._beside = beside
        return self._beside


@dataclass(slots=True)
class Document:
    """What could be read of a text: its branches and scalars in order, and where and why reading ended early."""

    roots: list[Branch] = field(default_factory=list)
    scalars: list[Scalar] = field(default_factory=list)
    blocks: dict[int, str] = field(default_factory=dict)
    """By where a scalar begins, the sign of its style, where it has one: `|`, `>`, `"`, `'`."""
    trouble: str | None = None
    line: int | None = None
    read: int = 0
    """The number of characters up to which everything was read."""
    comments: list[tuple[int, int]] = field(default_factory=list)
    """Where its comments stand, as far as its parser tells them."""
    unread: list[tuple[int, int]] = field(default_factory=list)
    """The parts in which its parser lost its way."""


def above(node: Scalar | Branch) -> Iterator[Branch]:
    """The branches around a node, the nearest first, as far as they are heard."""
    branch = node.above
    for _ in range(_DEEPEST):
        if branch is None:
            return
        yield branch
        branch = branch.above


def walk(roots: list[Branch]) -> Iterator[Branch]:
    """Every branch of the documents, each before what it holds, in order of place."""
    waiting = roots[::-1]
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting += [value for _, value in reversed(branch.entries) if isinstance(value, Branch)]


def flat(name: str) -> str:
    """A name in lower case and without the signs that only part its words: `Max-Tokens`, `max_tokens`, `maxTokens`."""
    return _SIGNS.sub("", name.lower())


def _names(node: Scalar | Branch) -> Iterator[str]:
    if node.key is not None:
        yield node.key.text
    for branch in above(node):
        if branch.key is not None:
            yield branch.key.text
