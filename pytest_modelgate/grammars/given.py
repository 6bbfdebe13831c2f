"""What calls are given: by name, by place, within objects that are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.shapes import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.shapes import Call


class Given:
    """The arguments of one tree's calls."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.tree = flow.tree

    def one(self, call: Call, name: str, position: int | None = None) -> Node | None:
        """What a call is given under a name, dotted where that leads through objects, or in a place."""
        return next(self.all(call, name, position), None)

    def all(self, call: Call, name: str, position: int | None = None) -> Iterator[Node]:
        """All that a call may be given under a name or in a place."""
        first, _, rest = name.partition(".")
        for each in call.arguments:
            if each.name == first and not each.spread:
                yield from self.flow.held(each.value, rest) if rest else (each.value,)
        if self.flow.grammar.options or any(each.spread for each in call.arguments):
            for each in call.arguments:
                if each.spread or (self.flow.grammar.options and not each.name):
                    yield from self.flow.held(each.value, name)
        if position is not None and position < len(call.arguments):
            at = call.arguments[position]
            if not (at.spread or at.name or self.is_options(at.value)):
                yield at.value

    def is_options(self, node: Node) -> bool:
        """Whether an argument is an object that holds arguments by name."""
        return self.flow.grammar.options and isinstance(self.tree.shape(node), Record)
