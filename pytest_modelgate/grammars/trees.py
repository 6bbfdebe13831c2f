"""Parses text with a tree-sitter grammar, and tells where in the file each of its bytes stands."""

from __future__ import annotations

import importlib
import re
import warnings
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from time import thread_time
from typing import TYPE_CHECKING

from pytest_modelgate.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tree_sitter import Language, Node, Query
    from tree_sitter import Tree as ParsedTree

_NEWLINE = re.compile(rb"\r\n|\n|\r")
_CONTINUED = re.compile(rb"[\x80-\xbf]")
_TYPES = re.compile(rb"(?:\b\w{1,100}\s{0,100}<\s{0,100}\w{1,100}\s{0,100},\s{0,100})+")
_DEEPEST = 2000
"""Lists of types that are open in each other; TypeScript's grammar takes the square of their number, in one step."""

_PORTION = 1 << 14
"""Bytes that a parser is given at once."""
_STEPS = (16, 200_000)
_BYTES = (64, 1 << 25)
"""The steps that a parser may take and the bytes that it may ask for: so many for each byte of the text, and more.

Real code takes at most three steps a byte and is asked for twice; what is made to hang parsers, thousands of times.
"""
_BETWEEN = 100
"""The steps between two questions of a parser whether it may go on."""
_SECONDS = (8e-6, 3.0)
"""The time of the processor, in the same way, for what is slow within these bounds; real code takes an eighth of it."""


class UnparsedError(Exception):
    """A text takes its grammar a time out of all proportion to its length."""


class Tree:
    """A text with its syntax tree. Offsets count the bytes of its UTF-8.

    Raises UnparsedError where the grammar cannot parse it in time; `pieces` then has it read without its tree.
    """

    def __init__(self, text: str, grammar: str, mended: Callable[[bytes], bytes] | None = None) -> None:
        self.content = text.encode("utf-8", "replace")
        self._grammar = _grammar(grammar)
        if grammar.startswith("typescript/") and any(run[0].count(b"<") > _DEEPEST for run in _runs(self.content)):
            raise UnparsedError
        self._tree = _parsed(mended(self.content) if mended else self.content, self._grammar)

    @property
    def root(self) -> Node:
        """The node of the whole text; it may be deeper than Python can recurse."""
        return self._tree.root_node

    def nodes(self, query: str) -> Iterator[tuple[str, Node]]:
        """The nodes that the query captures, each with the name of its capture, grouped by name."""
        from tree_sitter import QueryCursor

        for name, found in QueryCursor(_query(self._grammar, query)).captures(self.root).items():
            for node in found:
                yield name, node

    def text(self, node: Node) -> str:
        """What the file says there."""
        return self.content[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def span(self, start: int, end: int) -> Span:
        """The place of the bytes from `start` up to `end`."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)

    def line(self, offset: int) -> int:
        """The line, counted from 1, of a byte."""
        return bisect_right(self._lines, offset)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        start = self._lines[line - 1]
        continued = bisect_left(self._continued, offset) - bisect_left(self._continued, start)
        return line, offset - start - continued + 1

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(newline.end() for newline in _NEWLINE.finditer(self.content))]

    @cached_property
    def _continued(self) -> list[int]:
        """The bytes that only continue a character."""
        return [] if self.content.isascii() else [byte.start() for byte in _CONTINUED.finditer(self.content)]


def _runs(content: bytes) -> Iterator[re.Match[bytes]]:
    return _TYPES.finditer(content) if content.count(b"<") > _DEEPEST else iter(())


def _parsed(content: bytes, grammar: Language) -> ParsedTree:
    from tree_sitter import Parser

    size = len(content)
    steps = (_STEPS[0] * size + _STEPS[1]) // _BETWEEN
    left = _BYTES[0] * size + _BYTES[1]
    until = thread_time() + _SECONDS[0] * size + _SECONDS[1]

    def portion(offset: int, _point: object) -> bytes:
        nonlocal left
        if left < 0:
            return b""
        found = content[offset : offset + _PORTION]
        left -= len(found)
        return found

    def is_enough(_offset: int, _has_error: bool) -> bool:
        nonlocal steps
        steps -= 1
        return steps < 0 or left < 0 or thread_time() > until

    try:
        tree = Parser(grammar).parse(portion, progress_callback=is_enough)
    except ValueError:
        tree = None
    if tree is None or left < 0:
        raise UnparsedError
    return tree


@cache
def _grammar(name: str) -> Language:
    """A grammar by the name of its package behind `tree_sitter_`, and of one of several behind a slash."""
    from tree_sitter import Language

    package, _, part = name.partition("/")
    module = importlib.import_module(f"tree_sitter_{package}")
    with warnings.catch_warnings():
        # Some packages still hand over their grammar as a number, of which tree-sitter warns.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Language(getattr(module, f"language_{part}" if part else "language")())


@cache
def _query(grammar: Language, source: str) -> Query:
    from tree_sitter import Query

    return Query(grammar, source)
