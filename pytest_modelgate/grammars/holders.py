"""The names of what holds an expression: arguments, keys, targets, functions and classes around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.parts import argument_at, pair_at, within
from pytest_modelgate.grammars.shapes import Bind, Call, Class, Either, Function, Item, Name, Pattern, Record, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.texts import Texts

_CLIMB = 60
"""Nodes around an expression whose names are told."""
_HOLDERS = 8
"""Names around one expression, and alternatives to it, that are told."""


class Holders:
    """Answers for one tree."""

    def __init__(self, flow: Flow, texts: Texts) -> None:
        self.flow = flow
        self.texts = texts
        self.tree = flow.tree
        self.names = flow.names

    def around(self, node: Node) -> Iterator[str]:
        """The names of what holds an expression: arguments, keys, parameters, targets, calls and classes around it."""
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if at > _CLIMB:
                return
            if isinstance(shape, Record):
                pair = pair_at(shape.pairs, node)
                yield "" if pair is None else pair.name or self.flow.key_of(pair.key) or ""
            elif isinstance(shape, Bind):
                yield from (self.last(target) for target, value in shape.pairs if value and within(value, node))
            elif isinstance(shape, Call):
                yield shape.name
                given = argument_at(shape.arguments, node)
                yield "" if given is None else given.name
                if shape.arguments and not shape.arguments[0].name and not within(shape.arguments[0].value, node):
                    # The variable of an environment look-up, the option of a command.
                    yield self.flow.key_of(shape.arguments[0].value) or ""
            elif isinstance(shape, Class | Function):
                yield shape.name
            elif isinstance(shape, Either):
                others = (value for value in shape.values[:_HOLDERS] if not within(value, node))
                yield from filter(None, map(self.texts.variable, others))

    def symbol(self, node: Node) -> str | None:
        """The dotted name of what holds an expression: `MODEL`, `Settings.model`, `ask.model` for a parameter."""
        names: list[str] = []
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if isinstance(shape, Function | Class) or at > _CLIMB:
                break
            if isinstance(shape, Pattern) and not names:
                names += [self.last(part[1]) for part in shape.parts if part[2] is not None and within(part[2], node)]
            if isinstance(shape, Bind) and not names:
                names += [self.last(to) for to, value in shape.pairs if value is not None and within(value, node)][:1]
        scope: Node | None = self.names.scope(node)
        while scope is not None and len(names) < _HOLDERS:
            shape = self.tree.shape(scope)
            if isinstance(shape, Function | Class) and shape.name:
                names.append(shape.name)
            scope = self.names.outer(scope)
        return ".".join(filter(None, reversed(names))) or None

    def last(self, target: Node) -> str:
        """The last name of a target; empty where it has none."""
        shape = self.tree.shape(target)
        if isinstance(shape, Item):
            return self.flow.key_of(shape.key) or ""
        if isinstance(shape, Text):
            # The name of a constant that a function defines.
            return self.flow.key_of(target) or ""
        return shape.text if isinstance(shape, Name) else getattr(shape, "name", "")
