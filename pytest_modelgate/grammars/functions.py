"""The functions of one tree: the calls of each, what it gives back, and by what name it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.shapes import (
    Answer,
    Call,
    Class,
    Either,
    Function,
    Name,
    Record,
    Sequence,
    Text,
    Through,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.names import Names

_STEPS = 200_000
"""Statements of one file that are looked through for what functions give back."""


class Functions:
    """The functions of one tree."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.tree = names.tree
        self._left = _STEPS

    def calls_of(self, name: str) -> Iterator[tuple[Node, Call]]:
        """The calls of this file of what is called so."""
        known = self.names.known(name)
        for read in (*known.reads, *known.member_reads):
            above = self.tree.parent(read)
            while above is not None and isinstance(self.tree.shape(above), Through):
                above = self.tree.parent(above)
            shape = None if above is None else self.tree.shape(above)
            if above is not None and isinstance(shape, Call) and shape.name == name and not _gives(shape, read):
                yield above, shape

    def of(self, call: Call) -> list[Node]:
        """The functions of this file that a call is of."""
        known = self.names.known(call.name) if call.name else None
        if known is None:
            return []
        bounds = [bound for each in known.bound.values() for bound in each] if call.of is None else known.members
        nodes = (bound.made or bound.value for bound in bounds)
        found = [node for node in nodes if node is not None and isinstance(self.tree.shape(node), Function)]
        return [node for node in found if self.may_be(call, node)]

    def may_be(self, call: Call, function: Node) -> bool:
        """Whether a call may be of a function, rather than of another class's of that name: `Other.new()`."""
        shape = None if call.of is None or call.makes else self.tree.shape(call.of)
        if not isinstance(shape, Name) or not shape.text[:1].isupper() or shape.text.isupper():
            return True
        home = self.names.class_of(function)
        return not home or shape.text == home or shape.text in self.tree.grammar.own

    def answers(self, function: Node) -> Iterator[Node]:
        """What a function gives back."""
        shape = self.tree.shape(function)
        if not isinstance(shape, Function) or shape.body is None:
            return
        if shape.answers:
            yield shape.body
            return
        waiting = [shape.body]
        while waiting and self._left > 0:
            self._left -= 1
            node = waiting.pop()
            said = self.tree.shape(node)
            if isinstance(said, Answer) and said.value is not None:
                yield said.value
            # What stands before the last statement of a body may give back something too.
            if isinstance(said, Answer) and node.id != shape.body.id:
                continue
            if not isinstance(said, Function | Class | Text | Record | Sequence):
                waiting += reversed(node.named_children)

    def given_back(self, function: Node, call: Call) -> Iterator[Node]:
        """What a function gives back to one call: a parameter is what this call gives it, whatever others do."""
        waiting = list(self.answers(function))[::-1]
        while waiting:
            node = waiting.pop()
            shape = self.tree.shape(node)
            if isinstance(shape, Through):
                waiting.append(shape.value)
            elif isinstance(shape, Either):
                waiting += reversed(shape.values)
            else:
                given = self._given(function, call, node) if isinstance(shape, Name) else None
                yield node if given is None else given

    def _given(self, function: Node, call: Call, node: Node) -> Node | None:
        for bound in self.names.bindings(node):
            if bound.parameter is None or bound.key or bound.function is None or bound.function.id != function.id:
                continue
            text = self.tree.text(bound.node)
            value = next((each.value for each in call.arguments if each.name == text), None)
            if value is None and bound.parameter < len(call.arguments):
                given = call.arguments[bound.parameter]
                value = None if given.spread or given.name else given.value
            return value
        return None

    def called(self, node: Node, shape: Function | Class) -> str:
        """By what name a function is called: its own, that of what it is given to, that of the class it constructs."""
        if shape.name in self.tree.grammar.constructors:
            return self.names.class_of(node)
        if shape.name:
            return shape.name
        for above, _ in self.tree.ancestors(node):
            said = self.tree.shape(above)
            if isinstance(said, Through | Call):
                continue
            targets = getattr(said, "pairs", ())
            for target, _value in (pair for pair in targets if isinstance(pair, tuple)):
                named = self.tree.shape(target)
                return named.text if isinstance(named, Name) else getattr(named, "name", "")
            if self.tree.grammar.through.isdisjoint({above.type}):
                return ""
        return ""


def _gives(call: Call, node: Node) -> bool:
    return any(each.value.id == node.id for each in call.arguments)
