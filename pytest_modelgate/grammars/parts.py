"""Which part of an expression holds a node: found by its place, as the parts stand in order."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Argument, Pair


def within(outer: Node, inner: Node) -> bool:
    """Whether a node stands in another, or is that."""
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


def pair_at(pairs: tuple[Pair, ...], node: Node) -> Pair | None:
    """Which pair of a record holds a node, in its key or its value."""
    at = bisect_right(pairs, node.start_byte, key=lambda pair: pair.key.start_byte) - 1
    pair = pairs[at] if at >= 0 else None
    return pair if pair is not None and (within(pair.key, node) or within(pair.value, node)) else None


def argument_at(arguments: tuple[Argument, ...], node: Node) -> Argument | None:
    """Which argument of a call holds a node."""
    at = bisect_right(arguments, node.start_byte, key=lambda argument: argument.value.start_byte) - 1
    argument = arguments[at] if at >= 0 else None
    return argument if argument is not None and within(argument.value, node) else None
