"""Where a value comes from: an expression followed back to the literals it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.tree import Bound, Tree, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytest_modelgate.languages.python.literals import Literal

_CONTAINERS = (cst.Dict, cst.List, cst.Tuple, cst.Set)
_LIMIT = 12
"""Steps after which a value is given up as not known."""
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

    def origins(self, node: cst.CSTNode | None, limit: int = _LIMIT) -> Iterator[cst.CSTNode]:
        """The literals and joins of text that an expression may stand for. What cannot be known yields nothing."""
        if node is None or limit == 0:
            return
        if self.tree.number_of(node) is not None or is_join(node):
            yield node
        elif isinstance(node, cst.IfExp):
            yield from self.origins(node.body, limit - 1)
            yield from self.origins(node.orelse, limit - 1)
        elif isinstance(node, cst.BooleanOperation):
            yield from self.origins(node.left, limit - 1)
            yield from self.origins(node.right, limit - 1)
        elif isinstance(node, cst.NamedExpr):
            yield from self.origins(node.value, limit - 1)
        elif isinstance(node, cst.List | cst.Tuple | cst.Set):
            for element in node.elements:
                yield from self.origins(element.value, limit - 1)
        elif isinstance(node, cst.Name):
            yield from self._bound(self.tree.bindings(node), limit)
        elif isinstance(node, cst.Attribute):
            bound = self.tree.bindings(node)
            if not bound and node.attr.value == "value":
                # A member of an enum stands for its value.
                bound = self.tree.bindings(node.value)
            yield from self._bound(bound, limit)
        elif isinstance(node, cst.Subscript):
            yield from self._item(node.value, self.tree.text_of(key_of(node)), limit)
        elif isinstance(node, cst.Call):
            yield from self._answer(node, limit)
        elif isinstance(node, cst.Await):
            yield from self.origins(node.expression, limit - 1)

    def _bound(self, bindings: list[Bound], limit: int) -> Iterator[cst.CSTNode]:
        for bound in bindings:
            if bound.key is None:
                yield from self.origins(bound.value, limit - 1)

    def _answer(self, call: cst.Call, limit: int) -> Iterator[cst.CSTNode]:
        name = last_name(call.func)
        if name in DEFAULTING and len(call.args) > 1:
            yield from self.origins(argument(call, "default") or call.args[-1].value, limit - 1)
        if name in ("get", "pop") and isinstance(call.func, cst.Attribute) and call.args:
            yield from self._item(call.func.value, self.tree.text_of(call.args[0].value), limit)
        elif name in ("Field", "field", "Option", "Argument", "Parameter"):
            yield from self.origins(argument(call, "default", 0), limit - 1)
        elif name in WRAPPERS:
            for arg in call.args:
                yield from self.origins(arg.value, limit - 1)
            if isinstance(call.func, cst.Attribute):
                yield from self.origins(call.func.value, limit - 1)

    def _item(self, node: cst.CSTNode, key: str | None, limit: int) -> Iterator[cst.CSTNode]:
        """What a container holds under a key, or anywhere when the key is not known."""
        for value in self.containers(node, limit):
            if isinstance(value, cst.Dict):
                for element in value.elements:
                    if isinstance(element, cst.DictElement) and key in (None, self.tree.text_of(element.key)):
                        yield from self.origins(element.value, limit - 1)
            elif key is None:
                yield from self.origins(value, limit - 1)

    def items(self, node: cst.CSTNode, key: str) -> Iterator[cst.CSTNode]:
        """What the dictionaries that an expression may stand for hold under `key`: literals and joins."""
        for value in self.containers(node, _LIMIT):
            if isinstance(value, cst.Dict):
                yield from self._item(value, key, _LIMIT)
            elif isinstance(value, cst.Call):
                yield from self.origins(argument(value, key))
        if isinstance(node, cst.Name | cst.Attribute):
            for bound in self.tree.bindings(node):
                if bound.key == key:
                    yield from self.origins(bound.value)

    def containers(self, node: cst.CSTNode | None, limit: int) -> Iterator[cst.CSTNode]:
        """The dictionaries, lists, sets, tuples and `dict(...)` calls that an expression may stand for."""
        if node is None or limit == 0:
            return
        if isinstance(node, _CONTAINERS) or (isinstance(node, cst.Call) and last_name(node.func) == "dict"):
            yield node
        elif isinstance(node, cst.Name | cst.Attribute):
            for bound in self.tree.bindings(node):
                if bound.key is None and not bound.element:
                    yield from self.containers(bound.value, limit - 1)
        elif isinstance(node, cst.BooleanOperation):
            yield from self.containers(node.left, limit - 1)
            yield from self.containers(node.right, limit - 1)

    def text(self, node: cst.CSTNode | None, limit: int = _LIMIT) -> str | None:
        """The text that an expression always is, joins followed, or None when that is not known."""
        if node is None or limit == 0:
            return None
        number = self.tree.number_of(node)
        if number is not None:
            return self._literal(self.literals[number], node, limit)
        if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
            return self._sum(node, limit)
        if isinstance(node, cst.Call) and last_name(node.func) == "join" and len(node.args) == 1:
            separator = self.text(getattr(node.func, "value", None), limit - 1)
            parts = node.args[0].value
            if separator is None or not isinstance(parts, cst.List | cst.Tuple):
                return None
            texts = [self.text(element.value, limit - 1) for element in parts.elements]
            return None if None in texts else separator.join(text for text in texts if text is not None)
        if isinstance(node, cst.Name | cst.Attribute):
            bindings = self.tree.bindings(node)
            if len(bindings) == 1 and not (bindings[0].element or bindings[0].parameter):
                return self.text(bindings[0].value, limit - 1)
        if isinstance(node, cst.Integer | cst.Float):
            return node.value
        return None

    def _literal(self, literal: Literal, node: cst.CSTNode, limit: int) -> str | None:
        """A literal's value, the holes of an f-string filled where they are constants."""
        if literal.value is not None or not isinstance(node, cst.Call):
            return literal.value
        holes = iter(node.args[1:])
        texts = [part if isinstance(part, str) else self.text(next(holes).value, limit - 1) for part in literal.parts]
        return None if None in texts else "".join(text for text in texts if text is not None)

    def _sum(self, node: cst.BinaryOperation, limit: int) -> str | None:
        """The text of a chain of `+`, walked down its left side without recursion: such chains can be long."""
        parts: list[str] = []
        at: cst.BaseExpression = node
        while isinstance(at, cst.BinaryOperation) and isinstance(at.operator, cst.Add):
            right = self.text(at.right, limit - 1)
            if right is None or isinstance(at.right, cst.Integer | cst.Float):
                return None
            parts.append(right)
            at = at.left
        first = self.text(at, limit - 1)
        return None if first is None else first + "".join(reversed(parts))
