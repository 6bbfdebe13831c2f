"""The text of an expression, where the file says all of it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.paths import dotted, is_one_of
from pytest_modelgate.grammars.shapes import Call, Item, Join, Member, Text, Through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow

_PARTS = 200
"""Parts of one text that are put together."""


class Texts:
    """Puts texts together in one tree."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.tree = flow.tree
        self._texts: dict[int, str | None] = {}

    def text(self, node: Node) -> str | None:
        """The text that an expression is; None where only running code knows, or where it may be one of several."""
        if node.id not in self._texts:
            # A text that is made of itself is not known.
            self._texts[node.id] = None
            parts = list(islice(self._parts(node), _PARTS + 1))
            whole = len(parts) <= _PARTS and all(part is not None for part in parts) and parts
            self._texts[node.id] = "".join(part for part in parts if part is not None) if whole else None
        return self._texts[node.id]

    def outline(self, node: Node) -> str:
        """The text that an expression is, with `{}` for what only running code knows."""
        ends = self.flow.ends(node)
        if len(ends) != 1:
            return ""
        return "".join("{}" if part is None else part for part in islice(self._parts(ends[0].node), _PARTS))

    def variable(self, node: Node) -> str | None:
        """The variable of the environment that an expression reads."""
        for end in self.flow.ends(node):
            shape = self.tree.shape(end.node)
            if isinstance(shape, Member) and dotted(self.tree, shape.of) in self.flow.grammar.environments:
                return shape.name
            if isinstance(shape, Item) and dotted(self.tree, shape.of) in self.flow.grammar.environments:
                return self.flow.key_of(shape.key)
            if isinstance(shape, Call) and self.flow.is_lookup(shape) and shape.arguments:
                return self.flow.key_of(shape.arguments[0].value)
        return None

    def _parts(self, node: Node) -> Iterator[str | None]:
        """The parts of a text in order, None for one that is not known."""
        waiting: list[Node | str] = [node]
        seen: set[int] = set()
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                yield each
                continue
            if each.id in seen:
                yield None
                return
            shape = self.tree.shape(each)
            if isinstance(shape, Text):
                waiting += reversed(shape.parts)
            elif isinstance(shape, Join):
                waiting += reversed(shape.values)
            elif isinstance(shape, Through):
                waiting.append(shape.value)
            elif isinstance(shape, Call) and is_one_of(self.tree, shape, self.flow.grammar.joining):
                yield None
            else:
                ends = self.flow.ends(each)
                if len(ends) == 1 and ends[0].sure and ends[0].node.id != each.id:
                    seen.add(each.id)
                    waiting.append(ends[0].node)
                else:
                    yield None
