"""Where a value comes from: an expression followed back to the literals it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.tree import Bound, Tree, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytest_modelgate.languages.python.literals import Literal

_CONTAINERS = (cst.Dict, cst.List, cst.Tuple, cst.Set)
_LONGEST = 1_000
"""Characters beyond which a text is not followed: sums of sums can grow without end."""
DEFAULTING = frozenset({"get", "pop", "setdefault", "getenv", "getattr", "env", "config", "getparam"})
"""Calls that answer with their last argument when there is nothing else."""
WRAPPERS = frozenset(
    {"str", "list", "tuple", "set", "frozenset", "sorted", "cast", "deepcopy", "copy", "strip", "lower"}
)
"""Calls that answer with what they are given, as far as an id is concerned."""


def argument(call: cst.Call, name: str, position: int | None = None) -> cst.BaseExpression | None:
    """The value of a call's argument by its name, or by its place where no `*` comes before it."""
    for index, arg in enumerate(call.args):
        if arg.keyword is not None and arg.keyword.value == name:
            return arg.value
        if arg.keyword is None and index == position and not arg.star:
            return arg.value
        if arg.star == "*":
            position = None
    return None


def last_name(node: cst.CSTNode) -> str:
    """The last part of a dotted expression, or nothing."""
    if isinstance(node, cst.Attribute):
        return node.attr.value
    return node.value if isinstance(node, cst.Name) else ""


def is_join(node: cst.CSTNode) -> bool:
    """Whether an expression puts text together from parts: `+`, `%`, `.format()`, `.join()`, an f-string with holes."""
    if isinstance(node, cst.BinaryOperation):
        return isinstance(node.operator, cst.Add | cst.Modulo)
    return (
        isinstance(node, cst.Call)
        and isinstance(node.func, cst.Attribute)
        and last_name(node.func) in ("format", "join")
    )


class Flow:
    """Follows values through the names of one tree."""

    def __init__(self, tree: Tree, literals: Sequence[Literal]) -> None:
        self.tree = tree
        self.literals = literals
        self._texts: dict[cst.CSTNode, str | None] = {}

    def origins(self, node: cst.CSTNode | None) -> Iterator[cst.CSTNode]:
        """The literals and joins of text that an expression may stand for. What cannot be known yields nothing."""
        return self._origins(node, set())

    def items(self, node: cst.CSTNode, key: str) -> Iterator[cst.CSTNode]:
        """What the dictionaries that an expression may stand for hold under `key`: literals and joins."""
        for value in self._containers(node, set()):
            if isinstance(value, cst.Call):
                yield from self.origins(argument(value, key))
            else:
                yield from self._items_of(value, key, set())
        if isinstance(node, cst.Name | cst.Attribute):
            for bound in self.tree.bindings(node):
                if bound.key == key:
                    yield from self.origins(bound.value)

    def _origins(self, node: cst.CSTNode | None, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        """`seen` holds the expressions that were followed already: names may lead in circles, and to many places."""
        if node is None or node in seen:
            return
        seen.add(node)
        if self.tree.number_of(node) is not None or is_join(node):
            yield node
        elif isinstance(node, cst.IfExp):
            yield from self._origins(node.body, seen)
            yield from self._origins(node.orelse, seen)
        elif isinstance(node, cst.BooleanOperation):
            yield from self._origins(node.left, seen)
            yield from self._origins(node.right, seen)
        elif isinstance(node, cst.NamedExpr):
            yield from self._origins(node.value, seen)
        elif isinstance(node, cst.List | cst.Tuple | cst.Set):
            for element in node.elements:
                yield from self._origins(element.value, seen)
        elif isinstance(node, cst.Name):
            yield from self._bound(self.tree.bindings(node), seen)
        elif isinstance(node, cst.Attribute):
            bound = self.tree.bindings(node)
            if not bound and node.attr.value == "value":
                # A member of an enum stands for its value.
                bound = self.tree.bindings(node.value)
            yield from self._bound(bound, seen)
        elif isinstance(node, cst.Subscript):
            yield from self._item(node.value, self.tree.text_of(key_of(node)), seen)
        elif isinstance(node, cst.Call):
            yield from self._answer(node, seen)
        elif isinstance(node, cst.Await):
            yield from self._origins(node.expression, seen)

    def _bound(self, bindings: list[Bound], seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        for bound in bindings:
            if bound.key is None:
                yield from self._origins(bound.value, seen)

    def _answer(self, call: cst.Call, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        name = last_name(call.func)
        if name in DEFAULTING and len(call.args) > 1:
            yield from self._origins(argument(call, "default") or call.args[-1].value, seen)
        if name in ("get", "pop") and isinstance(call.func, cst.Attribute) and call.args:
            yield from self._item(call.func.value, self.tree.text_of(call.args[0].value), seen)
        elif name in ("Field", "field", "Option", "Argument", "Parameter"):
            yield from self._origins(argument(call, "default", 0), seen)
        elif name in WRAPPERS:
            for arg in call.args:
                yield from self._origins(arg.value, seen)
            if isinstance(call.func, cst.Attribute):
                yield from self._origins(call.func.value, seen)

    def _item(self, node: cst.CSTNode, key: str | None, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        """What a container holds under a key, or anywhere when the key is not known."""
        for value in self._containers(node, set()):
            if isinstance(value, cst.Dict):
                yield from self._items_of(value, key, seen)
            elif key is None:
                yield from self._origins(value, seen)

    def _items_of(self, value: cst.CSTNode, key: str | None, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        for element in value.elements if isinstance(value, cst.Dict) else ():
            if isinstance(element, cst.DictElement) and key in (None, self.tree.text_of(element.key)):
                yield from self._origins(element.value, seen)

    def _containers(self, node: cst.CSTNode | None, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        """The dictionaries, lists, sets, tuples and `dict(...)` calls that an expression may stand for."""
        if node is None or node in seen:
            return
        seen.add(node)
        if isinstance(node, _CONTAINERS) or (isinstance(node, cst.Call) and last_name(node.func) == "dict"):
            yield node
        elif isinstance(node, cst.Name | cst.Attribute):
            for bound in self.tree.bindings(node):
                if bound.key is None and not bound.element:
                    yield from self._containers(bound.value, seen)
        elif isinstance(node, cst.BooleanOperation):
            yield from self._containers(node.left, seen)
            yield from self._containers(node.right, seen)

    def text(self, node: cst.CSTNode | None) -> str | None:
        """The text that an expression always is, joins followed, or None when that is not known."""
        if node is None:
            return None
        if node not in self._texts:
            # A text that holds itself is not known.
            self._texts[node] = None
            text = self._text(node)
            self._texts[node] = text if text is None or len(text) <= _LONGEST else None
        return self._texts[node]

    def _text(self, node: cst.CSTNode) -> str | None:
        number = self.tree.number_of(node)
        if number is not None:
            return self._literal(self.literals[number], node)
        if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
            return self._sum(node)
        if isinstance(node, cst.Call) and last_name(node.func) == "join" and len(node.args) == 1:
            separator = self.text(getattr(node.func, "value", None))
            parts = node.args[0].value
            if separator is None or not isinstance(parts, cst.List | cst.Tuple):
                return None
            return _joined(separator, [self.text(element.value) for element in parts.elements])
        if isinstance(node, cst.Name | cst.Attribute):
            bindings = self.tree.bindings(node)
            if len(bindings) == 1 and not (bindings[0].element or bindings[0].parameter):
                return self.text(bindings[0].value)
        return node.value if isinstance(node, cst.Integer | cst.Float) else None

    def _literal(self, literal: Literal, node: cst.CSTNode) -> str | None:
        """A literal's value, the holes of an f-string filled where they are constants."""
        if literal.value is not None or not isinstance(node, cst.Call):
            return literal.value
        holes = iter(node.args[1:])
        return _joined("", [part if isinstance(part, str) else self.text(next(holes).value) for part in literal.parts])

    def _sum(self, node: cst.BinaryOperation) -> str | None:
        """The text of a chain of `+`, walked down its left side without recursion: such chains can be long."""
        parts: list[str | None] = []
        at: cst.BaseExpression = node
        while isinstance(at, cst.BinaryOperation) and isinstance(at.operator, cst.Add):
            parts.append(None if isinstance(at.right, cst.Integer | cst.Float) else self.text(at.right))
            at = at.left
        return _joined("", [self.text(at), *reversed(parts)])


def _joined(separator: str, texts: list[str | None]) -> str | None:
    known = [text for text in texts if text is not None]
    return separator.join(known) if len(known) == len(texts) else None
