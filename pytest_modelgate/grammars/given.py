"""What calls are given: by name, by place, in objects that are given, by options, by what is called on the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.paths import is_setter, path_of
from pytest_modelgate.grammars.shapes import Call, Member, Name, Record, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow


class Given:
    """The arguments of one tree's calls."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.tree = flow.tree
        self.grammar = flow.grammar

    def one(self, node: Node, name: str, position: int | None = None) -> Node | None:
        """What the call of a node is given under a name, dotted where that leads through objects, or in a place."""
        return next(self.all(node, name, position), None)

    def all(self, node: Node, name: str, position: int | None = None) -> Iterator[Node]:
        """All that a call may be given under a name or in a place."""
        call = self.tree.shape(node)
        if not isinstance(call, Call):
            return
        first, _, rest = name.partition(".")
        for each in call.arguments:
            if each.name == first and not each.spread:
                yield from self.flow.held(each.value, rest) if rest else (each.value,)
        if self.grammar.options or any(each.spread for each in call.arguments):
            for each in call.arguments:
                if each.spread or (self.grammar.options and not each.name):
                    yield from self.flow.held(each.value, name)
        for option in self._options(call) if self.grammar.functional else ():
            named = path_of(self.tree, option) == name if rest else is_setter(option.name, name)
            if named and option.arguments:
                yield option.arguments[0].value
        if position is not None and position < len(call.arguments):
            at = call.arguments[position]
            if not (at.spread or at.name or self.is_options(at.value)):
                yield at.value
        if not rest:
            yield from self.flow.setters.after(node, name)

    def at(self, node: Node, position: int | None) -> Node | None:
        """What a call is given in a place, where it is no more than that."""
        call = self.tree.shape(node)
        if not isinstance(call, Call) or position is None or position >= len(call.arguments):
            return None
        each = call.arguments[position]
        return None if each.spread or each.name or self.is_options(each.value) else each.value

    def is_options(self, node: Node) -> bool:
        """Whether an argument is an object that holds arguments by name."""
        return self.grammar.options and isinstance(self.tree.shape(node), Record)

    def is_open(self, node: Node) -> bool:
        """Whether a call may be given more than the file says."""
        call = self.tree.shape(node)
        for each in call.arguments if isinstance(call, Call) else ():
            if each.spread:
                return True
            if not self.grammar.options or each.name:
                continue
            shapes = [self.tree.shape(end.node) for end in self.flow.ends(each.value)]
            if any(isinstance(shape, Name | Member | Call) for shape in shapes):
                return True
            if any(isinstance(shape, Record) and shape.spreads for shape in shapes):
                return True
        return False

    def _options(self, call: Call) -> Iterator[Call]:
        """The options that a call is given, one by one or in a list."""
        for each in call.arguments:
            for end in self.flow.ends(each.value):
                shape = self.tree.shape(end.node)
                inner = shape.values if isinstance(shape, Sequence) else (end.node,)
                said = (self.tree.shape(value) for value in inner)
                yield from (option for option in said if isinstance(option, Call) and not option.makes)
