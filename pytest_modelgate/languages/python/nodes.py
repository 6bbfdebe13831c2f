"""Makes libcst nodes from what `ast` has already read, without libcst's parser.

It costs many times what `ast` costs: it keeps every space and checks every node, and none of that is asked for here. A
string has its number for its value, and an f-string with holes becomes a call of `F_STRING`.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, TypeVar

import libcst as cst

from pytest_modelgate.languages.python.scopes import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pytest_modelgate.languages.python.literals import Literals

Node = TypeVar("Node", bound=cst.CSTNode)

F_STRING = "__f_string__"
"""The call that stands for an f-string with holes: its number, then its holes, `...` for what no name fills."""
_LONGEST_NUMBER = 64
"""Bits of a whole number beyond which it is part of no text that is followed."""
_NAMES = (ast.Name, ast.Attribute)
_UNKNOWN = ast.Constant(value=...)
set_field = object.__setattr__
"""Gives a node a field, as libcst's own constructors do: its nodes are frozen."""


class Nodes:
    """The nodes of one file, made in the order of its source, each with its parent and its scope."""

    def __init__(self, literals: Literals, makers: Mapping[type[ast.AST], str]) -> None:
        """`makers` are the names of the methods that make each kind of node."""
        self.literals = literals
        self.module = object.__new__(cst.Module)
        self.top = Scope(self.module, None)
        self.parents: dict[cst.CSTNode, tuple[cst.CSTNode, str]] = {}
        """Each node's parent, and the field of the parent that it is in."""
        self.scopes: dict[cst.CSTNode, Scope] = {self.module: self.top}
        self.strings: dict[int, cst.BaseExpression] = {}
        """The expression that stands for each numbered string."""
        self.calls: dict[cst.Call, ast.Call] = {}
        """Each call with what it was made from."""
        self.operations: dict[cst.BinaryOperation, ast.BinOp] = {}
        self.loads: list[cst.Name | cst.Attribute] = []
        self.binding: list[cst.CSTNode] = []
        """What binds names, scopes and parameters among it."""
        self._makers: dict[type[ast.AST], Callable[..., Any]] = {
            kind: getattr(type(self), name) for kind, name in makers.items()
        }

    def _new(self, kind: type[Node], parent: cst.CSTNode, field: str, scope: Scope) -> Node:
        """A node without its own fields. libcst's constructors would look at the spaces between them."""
        node = object.__new__(kind)
        self.parents[node] = (parent, field)
        self.scopes[node] = scope
        return node

    def _expression(self, written: ast.expr, parent: cst.CSTNode, field: str, scope: Scope) -> cst.BaseExpression:
        number = self.literals.numbers.get(written)
        if number is not None:
            return self._string(number, parent, field, scope)
        make = self._makers.get(type(written))
        made: cst.BaseExpression = (
            self._new(cst.Ellipsis, parent, field, scope) if make is None else make(self, written, parent, field, scope)
        )
        return made

    def _fill(self, node: cst.CSTNode, scope: Scope, **fields: ast.expr | None) -> None:
        """Gives a node the expressions that are its fields, in order."""
        for field, written in fields.items():
            set_field(node, field, None if written is None else self._expression(written, node, field, scope))

    def _wrapped(
        self, kind: type[Node], inner: str, written: ast.expr, parent: cst.CSTNode, field: str, scope: Scope
    ) -> Node:
        """A node that holds a single expression in the field `inner`."""
        node = self._new(kind, parent, field, scope)
        set_field(node, inner, self._expression(written, node, inner, scope))
        return node

    def _name(self, name: str, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Name:
        node = self._new(cst.Name, parent, field, scope)
        set_field(node, "value", name)
        self.loads.append(node)
        return node

    def _arg(
        self,
        written: ast.expr,
        parent: cst.CSTNode,
        field: str,
        scope: Scope,
        keyword: str | None = None,
        star: str = "",
    ) -> cst.Arg:
        node = self._new(cst.Arg, parent, field, scope)
        set_field(node, "star", star)
        self._fill(node, scope, value=written)
        set_field(node, "keyword", None if keyword is None else self._name(keyword, node, "keyword", scope))
        return node

    def _string(self, number: int, parent: cst.CSTNode, field: str, scope: Scope) -> cst.BaseExpression:
        literal = self.literals.all[number]
        if literal.value is not None:
            return self._numbered(number, parent, field, scope)
        call = self._new(cst.Call, parent, field, scope)
        self.strings[number] = call
        set_field(call, "func", self._name(F_STRING, call, "func", scope))
        first = self._new(cst.Arg, call, "args", scope)
        set_field(first, "keyword", None)
        set_field(first, "star", "")
        set_field(first, "value", self._numbered(number, first, "value", scope))
        holes = [part if isinstance(part, _NAMES) else _UNKNOWN for part in literal.parts if not isinstance(part, str)]
        set_field(call, "args", (first, *(self._arg(hole, call, "args", scope) for hole in holes)))
        return call

    def _numbered(self, number: int, parent: cst.CSTNode, field: str, scope: Scope) -> cst.SimpleString:
        node = self._new(cst.SimpleString, parent, field, scope)
        set_field(node, "value", f'"{number}"')
        self.strings.setdefault(number, node)
        return node

    def _constant(self, written: ast.Constant, parent: cst.CSTNode, field: str, scope: Scope) -> cst.BaseExpression:
        value = written.value
        if value is None or isinstance(value, bool):
            return self._name(str(value), parent, field, scope)
        kind: type[cst.BaseExpression] = cst.Ellipsis
        if isinstance(value, int) and value.bit_length() <= _LONGEST_NUMBER:
            kind = cst.Integer
        elif isinstance(value, float):
            kind = cst.Float
        elif isinstance(value, complex):
            kind = cst.Imaginary
        elif isinstance(value, str | bytes):
            # Bytes, and what stands in the hole of an f-string, have no number.
            kind, value = cst.SimpleString, "''"
        node = self._new(kind, parent, field, scope)
        if kind is not cst.Ellipsis:
            set_field(node, "value", str(value))
        return node
