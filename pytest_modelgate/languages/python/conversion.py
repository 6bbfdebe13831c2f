"""Makes the libcst nodes of the statements that matter from what `ast` has already read."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.expressions import MAKERS, Expressions
from pytest_modelgate.languages.python.nodes import set_field
from pytest_modelgate.languages.python.scopes import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pytest_modelgate.languages.python.literals import Literals
    from pytest_modelgate.languages.python.units import Unit


class Conversion(Expressions):
    """The nodes of one file, made in the order of its source, each with its parent and its scope.

    Blocks are left out: a statement hangs from the one that it is inside of.
    """

    def __init__(self, units: Iterable[Unit], literals: Literals) -> None:
        """Raises RecursionError where the statements nest too deeply."""
        super().__init__(literals, MAKERS | _MAKERS)
        self.returned: dict[cst.CSTNode, list[cst.BaseExpression]] = {}
        """What each function returns."""
        self.targets: list[cst.BaseExpression] = []
        """What assignments give a value to."""
        self._members: dict[ast.stmt, list[ast.stmt]] = {}
        body: list[ast.stmt] = []
        for unit in units:
            if unit.owner is not None:
                self._members[unit.owner.nodes[0]] += unit.nodes
                continue
            body += unit.nodes
            if unit.members:
                self._members[unit.nodes[0]] = []
        self._block(body, self.module, "body", self.top)

    def _block(self, body: Iterable[ast.AST], parent: cst.CSTNode, field: str, scope: Scope) -> None:
        for statement in body:
            make = self._makers.get(type(statement))
            if make is not None:
                make(self, statement, parent, field, scope)

    def _function(
        self, written: ast.FunctionDef | ast.AsyncFunctionDef, parent: cst.CSTNode, field: str, scope: Scope
    ) -> None:
        node = self._new(cst.FunctionDef, parent, field, scope)
        self.binding.append(node)
        inner = Scope(node, scope)
        set_field(node, "name", self._name(written.name, node, "name", scope))
        set_field(node, "params", self._parameters(written.args, node, inner))
        self._block(written.body, node, "body", inner)
        self._decorators(written.decorator_list, node, scope)
        set_field(node, "returns", self._annotation(written.returns, node, "returns", scope))

    def _class(self, written: ast.ClassDef, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.ClassDef, parent, field, scope)
        self.binding.append(node)
        set_field(node, "name", self._name(written.name, node, "name", scope))
        inner = Scope(node, scope)
        body = self._new(cst.IndentedBlock, node, "body", inner)
        set_field(node, "body", body)
        self._block(self._members.get(written, written.body), body, "body", inner)
        args = self._arguments(written.bases, written.keywords, node, scope, ("bases", "keywords"))
        set_field(node, "bases", tuple(arg for arg in args if arg.keyword is None and arg.star != "**"))
        self._decorators(written.decorator_list, node, scope)

    def _decorators(self, written: Iterable[ast.expr], node: cst.CSTNode, scope: Scope) -> None:
        for each in written:
            self._wrapped(cst.Decorator, "decorator", each, node, "decorators", scope)

    def _return(self, written: ast.Return, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.Return, parent, field, scope)
        self._fill(node, scope, value=written.value)
        if node.value is not None:
            self.returned.setdefault(scope.node, []).append(node.value)

    def _assign(self, written: ast.Assign, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.Assign, parent, field, scope)
        self.binding.append(node)
        targets = tuple(
            self._wrapped(cst.AssignTarget, "target", each, node, "targets", scope) for each in written.targets
        )
        self.targets += (each.target for each in targets)
        set_field(node, "targets", targets)
        self._fill(node, scope, value=written.value)

    def _annotated(self, written: ast.AnnAssign, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.AnnAssign, parent, field, scope)
        self.binding.append(node)
        self._fill(node, scope, target=written.target)
        set_field(node, "annotation", self._annotation(written.annotation, node, "annotation", scope))
        self._fill(node, scope, value=written.value)

    def _if(self, written: ast.If, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.If, parent, field, scope)
        self._fill(node, scope, test=written.test)
        self._block(written.body, node, "body", scope)
        self._block(written.orelse, node, "orelse", scope)

    def _for(self, written: ast.For | ast.AsyncFor, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.For, parent, field, scope)
        self.binding.append(node)
        self._fill(node, scope, target=written.target, iter=written.iter)
        self._block(written.body, node, "body", scope)
        self._block(written.orelse, node, "orelse", scope)

    def _while(self, written: ast.While, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.While, parent, field, scope)
        self._fill(node, scope, test=written.test)
        self._block(written.body, node, "body", scope)
        self._block(written.orelse, node, "orelse", scope)

    def _with(self, written: ast.With | ast.AsyncWith, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.With, parent, field, scope)
        for each in written.items:
            item = self._new(cst.WithItem, node, "items", scope)
            self.binding.append(item)
            self._fill(item, scope, item=each.context_expr)
            name = each.optional_vars
            set_field(
                item,
                "asname",
                None if name is None else self._wrapped(cst.AsName, "name", name, item, "asname", scope),
            )
        self._block(written.body, node, "body", scope)

    def _try(self, written: ast.Try, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.Try, parent, field, scope)
        self._block(written.body, node, "body", scope)
        for each in written.handlers:
            handler = self._new(cst.ExceptHandler, node, "handlers", scope)
            self._block(each.body, handler, "body", scope)
            self._fill(handler, scope, type=each.type)
        self._block(written.orelse, node, "orelse", scope)
        self._block(written.finalbody, node, "finalbody", scope)

    def _match(self, written: ast.Match, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        node = self._new(cst.Match, parent, field, scope)
        self._fill(node, scope, subject=written.subject)
        for each in written.cases:
            case = self._new(cst.MatchCase, node, "cases", scope)
            self._pattern(each.pattern, case, scope)
            self._block(each.body, case, "body", scope)
            self._fill(case, scope, guard=each.guard)

    def _pattern(self, written: ast.pattern, parent: cst.CSTNode, scope: Scope) -> None:
        """The values that a pattern compares with."""
        for each in ast.walk(written):
            if isinstance(each, ast.MatchValue):
                self._wrapped(cst.MatchValue, "value", each.value, parent, "pattern", scope)

    def _import(self, written: ast.Import | ast.ImportFrom, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        """Only names are kept, of which there is no node: nothing else is asked of an import."""
        module = ""
        if isinstance(written, ast.ImportFrom):
            module = "." * written.level + (f"{written.module}." if written.module else "")
        for alias in written.names:
            if alias.asname is not None:
                scope.imports[alias.asname] = module + alias.name
            elif module:
                scope.imports[alias.name] = module + alias.name
            else:
                first = alias.name.partition(".")[0]
                scope.imports[first] = first

    def _statement(self, written: ast.stmt, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        """A statement whose fields are expressions."""
        kind, fields = _SIMPLE[type(written)]
        node = self._new(kind, parent, field, scope)
        for name in fields:
            value = getattr(written, name)
            set_field(node, name, None if value is None else self._expression(value, node, name, scope))

    def _delete(self, written: ast.Delete, parent: cst.CSTNode, field: str, scope: Scope) -> None:
        for each in written.targets:
            self._wrapped(cst.Del, "target", each, parent, field, scope)


_SIMPLE: dict[type[ast.stmt], tuple[type[cst.CSTNode], Sequence[str]]] = {
    ast.Expr: (cst.Expr, ("value",)),
    ast.AugAssign: (cst.AugAssign, ("target", "value")),
    ast.Assert: (cst.Assert, ("test", "msg")),
    ast.Raise: (cst.Raise, ("exc", "cause")),
}
_MAKERS: dict[type[ast.AST], str] = {
    ast.FunctionDef: "_function",
    ast.AsyncFunctionDef: "_function",
    ast.ClassDef: "_class",
    ast.Return: "_return",
    ast.Assign: "_assign",
    ast.AnnAssign: "_annotated",
    ast.If: "_if",
    ast.For: "_for",
    ast.AsyncFor: "_for",
    ast.While: "_while",
    ast.With: "_with",
    ast.AsyncWith: "_with",
    ast.Try: "_try",
    ast.Match: "_match",
    ast.Import: "_import",
    ast.ImportFrom: "_import",
    ast.Delete: "_delete",
    **dict.fromkeys(_SIMPLE, "_statement"),
}
if hasattr(ast, "TryStar"):
    _MAKERS[ast.TryStar] = "_try"
if hasattr(ast, "TypeAlias"):
    _SIMPLE[ast.TypeAlias] = (cst.TypeAlias, ("value",))
    _MAKERS[ast.TypeAlias] = "_statement"
