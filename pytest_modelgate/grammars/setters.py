"""What an object is given after it is made: by methods of it, chained or called later, and by assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.names import MOST
from pytest_modelgate.grammars.parts import within
from pytest_modelgate.grammars.paths import is_setter
from pytest_modelgate.grammars.shapes import Bind, Call, Item, Member, Name, Text, Through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.functions import Functions

_CLIMB = 400
"""Nodes of one chain of calls."""
_PREFIXES = ("", "set", "with", "Set", "With")


class Setters:
    """The objects of one tree."""

    def __init__(self, functions: Functions) -> None:
        self.functions = functions
        self.names = functions.names
        self.tree = functions.tree

    def after(self, node: Node, key: str) -> Iterator[Node]:
        """What the object that a call makes is given under a name: along the chain, and where a name holds it."""
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if isinstance(shape, Call):
                if at > _CLIMB or shape.of is None or not within(shape.of, node):
                    return
                yield from self._by(shape, key)
            elif isinstance(shape, Bind):
                for target, value in shape.pairs:
                    if value is not None and within(value, node):
                        yield from self.to(target, key)
                return
            elif not isinstance(shape, Member | Through) and above.type not in self.tree.grammar.through:
                return

    def before(self, call: Call, key: str) -> Iterator[Node]:
        """What the object that a call answers with is given under a name along the chain that the call ends."""
        for link in self._chain(call):
            yield from self._by(link, key)
            if link is not call:
                yield from (each.value for each in link.arguments if each.name == key and not each.spread)

    def begin(self, call: Call) -> Node | None:
        """What the chain that a call ends begins with, where that is no call."""
        node: Node | None = None
        for link in self._chain(call):
            node = link.of
        return node

    def _chain(self, call: Call) -> Iterator[Call]:
        for _ in range(MOST):
            yield call
            shape = None if call.of is None else self.tree.shape(call.of)
            while isinstance(shape, Through):
                shape = self.tree.shape(shape.value)
            if not isinstance(shape, Call):
                return
            call = shape

    def to(self, target: Node, key: str) -> Iterator[Node]:
        """What is given under a name to what a name holds."""
        shape = self.tree.shape(target)
        if not isinstance(shape, Name):
            return
        for bound in self.names.known(key).members:
            if bound.of is not None and bound.value is not None and self._is(bound.of, shape.text, target):
                yield bound.value
        for read in self.names.known(shape.text).reads:
            value = self._under_key(read, key)
            if value is not None and self._is(read, shape.text, target):
                yield value
        if not self.tree.grammar.fluent:
            return
        for prefix in _PREFIXES:
            name = f"{prefix}{key[:1].upper()}{key[1:]}" if prefix else key
            for _, call in self.functions.calls_of(name):
                if call.of is not None and call.arguments and self._is(call.of, shape.text, target):
                    yield call.arguments[0].value

    def _under_key(self, read: Node, key: str) -> Node | None:
        """What is given to a name there under a key that is written out: `parameters["model"] = "m"`."""
        ways = self.tree.ancestors(read)
        item, of = next(((above, below) for above, below in ways if not self._is_name(above)), (read, read))
        shape = self.tree.shape(item)
        if not isinstance(shape, Item) or shape.of.id != of.id:
            return None
        text = self.tree.shape(shape.key)
        above = self.tree.parent(item)
        bind = None if above is None else self.tree.shape(above)
        if not isinstance(bind, Bind) or not isinstance(text, Text) or text.parts != (key,):
            return None
        return next((value for to, value in bind.pairs if to.id == item.id), None)

    def _is_name(self, node: Node) -> bool:
        return isinstance(self.tree.shape(node), Name)

    def _by(self, call: Call, key: str) -> Iterator[Node]:
        if is_setter(call.name, key) and call.arguments and not call.makes:
            yield call.arguments[0].value

    def _is(self, node: Node, name: str, place: Node) -> bool:
        """Whether an expression is the name of some place."""
        shape = self.tree.shape(node)
        if not isinstance(shape, Name) or shape.text != name:
            return False
        # One variable of a scope has one list of bindings.
        return self.names.seen(name, node) is self.names.seen(name, place) or not self.names.known(name).bound
