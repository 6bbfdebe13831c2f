"""Which item of a row is taken by its number: `MODELS[0]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.parts import within
from pytest_modelgate.grammars.shapes import Spread

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Sequence
    from pytest_modelgate.grammars.syntax import Syntax

_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)


def number(tree: Syntax, key: Node) -> int | None:
    """The number that a key is; None for any other key."""
    text = tree.text(key) if key.end_byte - key.start_byte < 12 else ""  # longer than any such number
    return int(text) if _NUMBER.fullmatch(text) else None


def item(tree: Syntax, row: Sequence, at: int) -> Node | None:
    """What a row has at a place, counted from its end where that is below zero; None where that is not known."""
    if not -len(row.values) <= at < len(row.values):
        return None
    passed = row.values[: at + 1] if at >= 0 else row.values[at:]
    # What else is put into the row moves what stands behind it.
    return None if any(isinstance(tree.shape(each), Spread) for each in passed) else row.values[at]


def may_be_item(tree: Syntax, row: Sequence, at: int, node: Node) -> bool:
    """Whether a node stands in what a row has at a place, as far as that is known."""
    found = item(tree, row, at)
    return found is None or within(found, node)
