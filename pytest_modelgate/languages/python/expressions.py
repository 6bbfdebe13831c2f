"""Makes the nodes of expressions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.nodes import Nodes, set_field
from pytest_modelgate.languages.python.scopes import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence


class Expressions(Nodes):
    """The nodes of expressions, each kind made by a method of its own."""

    def _read(self, written: ast.Name, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Name:
        return self._name(written.id, parent, field, scope)

    def _attribute(self, written: ast.Attribute, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Attribute:
        node = self._new(cst.Attribute, parent, field, scope)
        self.loads.append(node)
        set_field(node, "value", self._expression(written.value, node, "value", scope))
        set_field(node, "attr", self._name(written.attr, node, "attr", scope))
        return node

    def _call(self, written: ast.Call, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Call:
        node = self._new(cst.Call, parent, field, scope)
        self.calls[node] = written
        set_field(node, "func", self._expression(written.func, node, "func", scope))
        set_field(node, "args", self._arguments(written.args, written.keywords, node, scope))
        return node

    def _arguments(
        self,
        positional: list[ast.expr],
        keywords: list[ast.keyword],
        node: cst.CSTNode,
        scope: Scope,
        fields: tuple[str, str] = ("args", "args"),
    ) -> tuple[cst.Arg, ...]:
        """What a call or a class is given, in order; `fields` are those for what has no name and what has one."""
        given: list[ast.expr | ast.keyword] = [*positional, *keywords]
        if positional and keywords and isinstance(positional[-1], ast.Starred):
            # `*rest` may come after what is named.
            given.sort(key=lambda each: (each.lineno, each.col_offset))
        return tuple(
            self._arg(each.value, node, fields[1], scope, each.arg, "" if each.arg else "**")
            if isinstance(each, ast.keyword)
            else self._arg(_unstarred(each), node, fields[0], scope, None, "*" if isinstance(each, ast.Starred) else "")
            for each in given
        )

    def _subscript(self, written: ast.Subscript, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Subscript:
        node = self._new(cst.Subscript, parent, field, scope)
        self._fill(node, scope, value=written.value)
        elements = []
        for each in _indices(written.slice):
            element = self._new(cst.SubscriptElement, node, "slice", scope)
            if isinstance(each, ast.Slice):
                inner: cst.BaseSlice = self._new(cst.Slice, element, "slice", scope)
                self._fill(inner, scope, lower=each.lower, upper=each.upper, step=each.step)
            else:
                inner = self._wrapped(cst.Index, "value", _unstarred(each), element, "slice", scope)
            set_field(element, "slice", inner)
            elements.append(element)
        set_field(node, "slice", tuple(elements))
        return node

    def _sequence(
        self, written: ast.List | ast.Tuple | ast.Set, parent: cst.CSTNode, field: str, scope: Scope
    ) -> cst.BaseExpression:
        node: cst.BaseExpression = self._new(_SEQUENCES[type(written)], parent, field, scope)
        elements = tuple(
            self._wrapped(
                cst.StarredElement if isinstance(each, ast.Starred) else cst.Element,
                "value", _unstarred(each), node, "elements", scope,
            )
            for each in written.elts
        )  # fmt: skip
        set_field(node, "elements", elements)
        return node

    def _dictionary(self, written: ast.Dict, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Dict:
        node = self._new(cst.Dict, parent, field, scope)
        elements: list[cst.BaseDictElement] = []
        for key, value in zip(written.keys, written.values, strict=True):
            if key is None:
                elements.append(self._wrapped(cst.StarredDictElement, "value", value, node, "elements", scope))
                continue
            element = self._new(cst.DictElement, node, "elements", scope)
            self._fill(element, scope, key=key, value=value)
            elements.append(element)
        set_field(node, "elements", tuple(elements))
        return node

    def _binary(self, written: ast.BinOp, parent: cst.CSTNode, field: str, scope: Scope) -> cst.BinaryOperation:
        node = self._new(cst.BinaryOperation, parent, field, scope)
        self.operations[node] = written
        set_field(node, "operator", _OPERATORS.get(type(written.op), _OTHER_OPERATOR))
        set_field(node, "left", self._expression(written.left, node, "left", scope))
        set_field(node, "right", self._expression(written.right, node, "right", scope))
        return node

    def _unary(self, written: ast.UnaryOp, parent: cst.CSTNode, field: str, scope: Scope) -> cst.UnaryOperation:
        node = self._new(cst.UnaryOperation, parent, field, scope)
        set_field(node, "operator", _OPERATORS.get(type(written.op), _OTHER_SIGN))
        self._fill(node, scope, expression=written.operand)
        return node

    def _boolean(self, written: ast.BoolOp, parent: cst.CSTNode, field: str, scope: Scope) -> cst.BooleanOperation:
        return self._chain(written.values, _OPERATORS[type(written.op)], parent, field, scope)

    def _chain(
        self, values: Sequence[ast.expr], operator: cst.CSTNode, parent: cst.CSTNode, field: str, scope: Scope
    ) -> cst.BooleanOperation:
        """`a or b or c` as libcst has it: the last value on the right, what comes before it on the left."""
        node = self._new(cst.BooleanOperation, parent, field, scope)
        set_field(node, "operator", operator)
        if len(values) > 2:
            set_field(node, "left", self._chain(values[:-1], operator, node, "left", scope))
        else:
            self._fill(node, scope, left=values[0])
        self._fill(node, scope, right=values[-1])
        return node

    def _comparison(self, written: ast.Compare, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Comparison:
        node = self._new(cst.Comparison, parent, field, scope)
        self._fill(node, scope, left=written.left)
        comparisons = tuple(
            self._wrapped(cst.ComparisonTarget, "comparator", each, node, "comparisons", scope)
            for each in written.comparators
        )
        set_field(node, "comparisons", comparisons)
        return node

    def _lambda(self, written: ast.Lambda, parent: cst.CSTNode, field: str, scope: Scope) -> cst.Lambda:
        node = self._new(cst.Lambda, parent, field, scope)
        inner = Scope(node, scope)
        set_field(node, "params", self._parameters(written.args, node, inner))
        self._fill(node, inner, body=written.body)
        return node

    def _parameters(self, written: ast.arguments, parent: cst.CSTNode, scope: Scope) -> cst.Parameters:
        node = self._new(cst.Parameters, parent, "params", scope)
        plain = [*written.posonlyargs, *written.args]
        defaults = [*[None] * (len(plain) - len(written.defaults)), *written.defaults]
        fields = [*["posonly_params"] * len(written.posonlyargs), *["params"] * len(written.args)]
        params = [
            self._param(arg, default, node, field, scope)
            for arg, default, field in zip(plain, defaults, fields, strict=True)
        ]
        set_field(node, "posonly_params", tuple(params[: len(written.posonlyargs)]))
        set_field(node, "params", tuple(params[len(written.posonlyargs) :]))
        rest = written.vararg
        set_field(node, "star_arg", None if rest is None else self._param(rest, None, node, "star_arg", scope))
        named = (
            self._param(arg, default, node, "kwonly_params", scope)
            for arg, default in zip(written.kwonlyargs, written.kw_defaults, strict=True)
        )
        set_field(node, "kwonly_params", tuple(named))
        rest = written.kwarg
        set_field(node, "star_kwarg", None if rest is None else self._param(rest, None, node, "star_kwarg", scope))
        return node

    def _param(
        self, written: ast.arg, default: ast.expr | None, parent: cst.CSTNode, field: str, scope: Scope
    ) -> cst.Param:
        node = self._new(cst.Param, parent, field, scope)
        self.binding.append(node)
        set_field(node, "name", self._name(written.arg, node, "name", scope))
        set_field(node, "annotation", self._annotation(written.annotation, node, "annotation", scope))
        self._fill(node, scope, default=default)
        return node

    def _annotation(
        self, written: ast.expr | None, parent: cst.CSTNode, field: str, scope: Scope
    ) -> cst.Annotation | None:
        return None if written is None else self._wrapped(cst.Annotation, "annotation", written, parent, field, scope)

    def _comprehension(
        self,
        written: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
        parent: cst.CSTNode,
        field: str,
        scope: Scope,
    ) -> cst.BaseExpression:
        node = self._new(_COMPREHENSIONS[type(written)], parent, field, scope)
        if isinstance(written, ast.DictComp):
            self._fill(node, scope, key=written.key, value=written.value)
        else:
            self._fill(node, scope, elt=written.elt)
        above: cst.CSTNode = node
        for number, each in enumerate(written.generators):
            loop = self._new(cst.CompFor, above, "inner_for_in" if number else "for_in", scope)
            self.binding.append(loop)
            self._fill(loop, scope, target=each.target, iter=each.iter)
            for test in each.ifs:
                self._wrapped(cst.CompIf, "test", test, loop, "ifs", scope)
            above = loop
        return node

    def _plain(self, written: ast.expr, parent: cst.CSTNode, field: str, scope: Scope) -> cst.BaseExpression:
        """An expression whose fields are expressions."""
        kind, fields = _PLAIN[type(written)]
        node = self._new(kind, parent, field, scope)
        if kind is cst.NamedExpr:
            self.binding.append(node)
        for name, own in fields:
            value = getattr(written, own)
            set_field(node, name, None if value is None else self._expression(value, node, name, scope))
        return node


def _indices(written: ast.expr) -> list[ast.expr]:
    """The indices of a subscript. A tuple in brackets of its own is one."""
    if not isinstance(written, ast.Tuple) or not written.elts:
        return [written]
    first = written.elts[0]
    return written.elts if (first.lineno, first.col_offset) == (written.lineno, written.col_offset) else [written]


def _unstarred(written: ast.expr) -> ast.expr:
    return written.value if isinstance(written, ast.Starred) else written


_OPERATORS: dict[type[ast.AST], cst.CSTNode] = {
    ast.Add: cst.Add(),
    ast.Mod: cst.Modulo(),
    ast.BitOr: cst.BitOr(),
    ast.And: cst.And(),
    ast.Or: cst.Or(),
    ast.Not: cst.Not(),
    ast.USub: cst.Minus(),
}
_OTHER_OPERATOR = cst.Multiply()
_OTHER_SIGN = cst.Plus()
_SEQUENCES: dict[type[ast.expr], type[cst.BaseExpression]] = {
    ast.List: cst.List,
    ast.Tuple: cst.Tuple,
    ast.Set: cst.Set,
}
_COMPREHENSIONS: dict[type[ast.expr], type[cst.BaseExpression]] = {
    ast.ListComp: cst.ListComp,
    ast.SetComp: cst.SetComp,
    ast.GeneratorExp: cst.GeneratorExp,
    ast.DictComp: cst.DictComp,
}
_PLAIN: dict[type[ast.expr], tuple[type[cst.BaseExpression], tuple[tuple[str, str], ...]]] = {
    ast.Await: (cst.Await, (("expression", "value"),)),
    ast.IfExp: (cst.IfExp, (("test", "test"), ("body", "body"), ("orelse", "orelse"))),
    ast.NamedExpr: (cst.NamedExpr, (("target", "target"), ("value", "value"))),
    ast.Yield: (cst.Yield, (("value", "value"),)),
    ast.YieldFrom: (cst.Yield, (("value", "value"),)),
    ast.Starred: (cst.StarredElement, (("value", "value"),)),
}
MAKERS: dict[type[ast.AST], str] = {
    ast.Name: "_read",
    ast.Attribute: "_attribute",
    ast.Constant: "_constant",
    ast.Call: "_call",
    ast.Subscript: "_subscript",
    ast.Dict: "_dictionary",
    ast.BinOp: "_binary",
    ast.BoolOp: "_boolean",
    ast.UnaryOp: "_unary",
    ast.Compare: "_comparison",
    ast.Lambda: "_lambda",
    **dict.fromkeys(_SEQUENCES, "_sequence"),
    **dict.fromkeys(_COMPREHENSIONS, "_comprehension"),
    **dict.fromkeys(_PLAIN, "_plain"),
}
