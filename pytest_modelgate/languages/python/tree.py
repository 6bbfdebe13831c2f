"""The libcst tree of a skeleton with what its readers ask of it: parents, scopes, bindings and uses of names."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.skeleton import F_STRING, call_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_BINDING = frozenset(
    {cst.FunctionDef, cst.ClassDef, cst.Lambda, cst.Param, cst.Assign, cst.AnnAssign, cst.NamedExpr}
    | {cst.For, cst.CompFor, cst.WithItem, cst.Import, cst.ImportFrom}
)
"""Asked first, since `isinstance` is slow on classes with an abstract base and most nodes bind nothing."""
_NOTED = frozenset({cst.Name, cst.Attribute, cst.SimpleString, cst.Call, cst.Return})
_LAYOUT = frozenset(
    {"header", "footer", "leading_lines", "lines_after_decorators", "indent", "equal", "dot", "colon", "comma"}
    | {"lpar", "rpar", "lbracket", "rbracket", "lbrace", "rbrace", "semicolon", "encoding", "ast_type"}
    | {"default_indent", "default_newline"}
)


@dataclass(eq=False, slots=True)
class Scope:
    """A module, class, function or lambda, and what its names are bound to."""

    node: cst.CSTNode
    parent: Scope | None
    values: dict[str, list[Bound]] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    """Local names of imported things, with their full dotted paths."""

    @property
    def is_class(self) -> bool:
        """Whether names bound here are attributes of a class."""
        return isinstance(self.node, cst.ClassDef)


@dataclass(eq=False, slots=True)
class Bound:
    """One value of a name. `element`: the name stands for each element of the value; `key`: for its item."""

    value: cst.CSTNode | None
    element: bool = False
    key: str | None = None
    parameter: bool = False
    """Whether the value is only a default, which callers may replace."""
    annotation: cst.CSTNode | None = None
    uses: list[cst.CSTNode] = field(default_factory=list)
    """The expressions that read the name, wherever they stand in the file."""


class Tree:
    """A parsed skeleton. `texts` are the values of its numbered strings, None where only running code knows."""

    def __init__(self, source: str, texts: list[str | None]) -> None:
        self.module = cst.parse_module(source)
        self.texts = texts
        self.parents: dict[cst.CSTNode, tuple[cst.CSTNode, str]] = {}
        self.scopes: dict[cst.CSTNode, Scope] = {}
        self.strings: dict[int, cst.BaseExpression] = {}
        """The expression that stands for each numbered string."""
        self.calls: list[cst.Call] = []
        self._returned: dict[cst.CSTNode, list[cst.BaseExpression]] = {}
        """What each function returns."""
        self._loads: list[cst.Name | cst.Attribute] = []
        self.top = Scope(self.module, None)
        self._walk()
        for load in self._loads:
            for bound in self.bindings(load):
                bound.uses.append(load)

    def ancestors(self, node: cst.CSTNode) -> Iterator[tuple[cst.CSTNode, str, cst.CSTNode]]:
        """Each parent with the field by which the node below it hangs, and that node; the nearest first."""
        while node in self.parents:
            parent, name = self.parents[node]
            yield parent, name, node
            node = parent

    def number_of(self, node: cst.CSTNode) -> int | None:
        """The number of the string that an expression is, or None."""
        if isinstance(node, cst.SimpleString):
            return int(node.value[1:-1]) if node.value[:1] == '"' else None
        if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == F_STRING:
            return self.number_of(node.args[0].value)
        return None

    def text_of(self, node: cst.CSTNode | None) -> str | None:
        """The value of a string literal, or None for anything else."""
        number = None if node is None else self.number_of(node)
        return None if number is None else self.texts[number]

    def bindings(self, node: cst.CSTNode) -> list[Bound]:
        """What a name, or an attribute of `self` or of a class of this file, may stand for; empty when not known."""
        scope = self.scopes[node]
        if isinstance(node, cst.Name):
            owner = self._owner(scope, node.value)
            return owner.values[node.value] if owner is not None and node.value in owner.values else []
        if isinstance(node, cst.Attribute):
            owner = self.class_of(node.value)
            return owner.values.get(node.attr.value, []) if owner is not None else []
        return []

    def owner_of(self, name: cst.Name) -> Scope | None:
        """The scope that binds a name where it is read."""
        return self._owner(self.scopes[name], name.value)

    def class_of(self, node: cst.CSTNode) -> Scope | None:
        """The class of this file that `self`, a class name, or a name bound to an instance stands for."""
        seen: set[cst.CSTNode] = set()
        waiting = [node]
        while waiting:
            at = waiting.pop()
            at = at.func if isinstance(at, cst.Call) else at
            if not isinstance(at, cst.Name) or at in seen:
                continue
            seen.add(at)
            if at.value in ("self", "cls"):
                return self._own_class(self.scopes[at])
            for bound in reversed(self.bindings(at)):
                if isinstance(bound.value, cst.ClassDef):
                    return self.scopes[bound.value.body]
                waiting += [each for each in (bound.annotation, bound.value) if isinstance(each, cst.Name | cst.Call)]
        return None

    def is_own(self, node: cst.CSTNode) -> bool:
        """Whether a name is that of a function or class of this file."""
        return isinstance(node, cst.Name) and any(
            isinstance(bound.value, cst.FunctionDef | cst.ClassDef) for bound in self.bindings(node)
        )

    def answers_of(self, call: cst.Call) -> Iterator[cst.BaseExpression]:
        """What the function of this file that is called returns."""
        if isinstance(call.func, cst.Name | cst.Attribute):
            for bound in self.bindings(call.func):
                if isinstance(bound.value, cst.FunctionDef):
                    yield from self._returned.get(bound.value, ())

    def number_of_call(self, call: cst.Call) -> int | None:
        """The number that the skeleton gives a call, or None where it could not."""
        return (
            call_number(call.whitespace_after_func.value)
            if isinstance(call.whitespace_after_func, cst.SimpleWhitespace)
            else None
        )

    def dotted(self, node: cst.CSTNode) -> str | None:
        """The dotted name of an expression with its first name replaced by what it was imported as."""
        names: list[str] = []
        while isinstance(node, cst.Attribute):
            names.append(node.attr.value)
            node = node.value
        if not isinstance(node, cst.Name):
            return None
        owner = self._owner(self.scopes[node], node.value)
        names.append(owner.imports.get(node.value, node.value) if owner is not None else node.value)
        return ".".join(reversed(names))

    def imported_path(self, node: cst.CSTNode) -> str | None:
        """The dotted path by which the file imports what an expression names, or holds what it is an attribute of."""
        root = node
        while isinstance(root, cst.Attribute):
            root = root.value
        if not isinstance(root, cst.Name):
            return None
        owner = self.owner_of(root)
        known = owner is not None and root.value in owner.imports and root.value not in owner.values
        return self.dotted(node) if known else None

    def imported(self) -> set[str]:
        """The top-level packages that the file imports anywhere in what was read."""
        return {
            path.lstrip(".").partition(".")[0]
            for scope in {id(scope): scope for scope in self.scopes.values()}.values()
            for path in scope.imports.values()
        }

    def _owner(self, scope: Scope, name: str) -> Scope | None:
        """The scope that binds a name, as Python looks it up: enclosing classes are passed over."""
        at: Scope | None = scope
        while at is not None:
            if (at is scope or not at.is_class) and (name in at.values or name in at.imports):
                return at
            at = at.parent
        return None

    def _walk(self) -> None:
        stack: list[tuple[cst.CSTNode, Scope]] = [(self.module, self.top)]
        while stack:
            node, scope = stack.pop()
            self.scopes[node] = scope
            kind: type = type(node)
            if kind in _NOTED:
                self._note(node)
            inner = self._bind(node, scope)
            # Pushed last to first, so that names are bound in the order of the source.
            for name in _children(kind):
                child = getattr(node, name)
                below = inner if name in ("body", "params") else scope
                for item in reversed(child) if type(child) in (tuple, list) else (child,):
                    # A good deal faster than `isinstance`, which asks the node's abstract base.
                    if cst.CSTNode in type(item).__mro__:
                        self.parents[item] = (node, name)
                        stack.append((item, below))

    def _note(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.Name | cst.Attribute):
            self._loads.append(node)
            return
        if isinstance(node, cst.Return):
            if node.value is not None:
                self._returned.setdefault(self.scopes[node].node, []).append(node.value)
            return
        number = self.number_of(node)
        if isinstance(node, cst.Call) and number is None:
            self.calls.append(node)
        elif isinstance(node, cst.BaseExpression) and number is not None:
            # The call that stands for an f-string comes before the number inside it.
            self.strings.setdefault(number, node)

    def _bind(self, node: cst.CSTNode, scope: Scope) -> Scope:
        """Records what a node binds in `scope`; the scope of its body is returned."""
        kind = type(node)
        if kind not in _BINDING:
            return scope
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            scope.values.setdefault(node.name.value, []).append(Bound(node))
            return Scope(node, scope)
        if isinstance(node, cst.Lambda):
            return Scope(node, scope)
        if isinstance(node, cst.Param):
            annotation = node.annotation.annotation if node.annotation else None
            bound = Bound(node.default, parameter=True, annotation=annotation)
            scope.values.setdefault(node.name.value, []).append(bound)
        elif isinstance(node, cst.Assign):
            for target in node.targets:
                self._assign(target.target, node.value, scope)
        elif isinstance(node, cst.AnnAssign):
            self._assign(node.target, node.value, scope, annotation=node.annotation.annotation)
        elif isinstance(node, cst.NamedExpr):
            self._assign(node.target, node.value, scope)
        elif isinstance(node, cst.For | cst.CompFor):
            self._assign(node.target, node.iter, scope, element=True)
        elif isinstance(node, cst.WithItem) and node.asname is not None:
            self._assign(node.asname.name, node.item, scope)
        elif isinstance(node, cst.Import | cst.ImportFrom) and not isinstance(node.names, cst.ImportStar):
            _imports(node, scope)
        return scope

    def _assign(
        self,
        target: cst.CSTNode,
        value: cst.CSTNode | None,
        scope: Scope,
        *,
        element: bool = False,
        annotation: cst.CSTNode | None = None,
    ) -> None:
        bound = Bound(value, element=element, annotation=annotation)
        if isinstance(target, cst.Name):
            scope.values.setdefault(target.value, []).append(bound)
        elif isinstance(target, cst.Attribute):
            owner = self._attribute_owner(target, scope)
            if owner is not None:
                owner.values.setdefault(target.attr.value, []).append(bound)
        elif isinstance(target, cst.Tuple | cst.List) and isinstance(value, cst.Tuple | cst.List) and not element:
            for left, right in zip(target.elements, value.elements, strict=False):
                self._assign(left.value, right.value, scope)
        elif isinstance(target, cst.Subscript) and isinstance(target.value, cst.Name):
            key = self.text_of(key_of(target))
            if key is not None and target.value.value in scope.values:
                scope.values[target.value.value].append(Bound(value, key=key))

    def _attribute_owner(self, target: cst.Attribute, scope: Scope) -> Scope | None:
        own = isinstance(target.value, cst.Name) and target.value.value in ("self", "cls")
        return self._own_class(scope) if own else None

    def _own_class(self, scope: Scope) -> Scope | None:
        """The class that `self` stands for in a scope."""
        at: Scope | None = scope
        while at is not None and not at.is_class:
            at = at.parent
        return at


def key_of(node: cst.Subscript) -> cst.CSTNode | None:
    """The only index of a subscript, or None for slices and several indices."""
    if len(node.slice) == 1 and isinstance(node.slice[0].slice, cst.Index):
        return node.slice[0].slice.value
    return None


def _imports(node: cst.Import | cst.ImportFrom, scope: Scope) -> None:
    module = ""
    if isinstance(node, cst.ImportFrom):
        module = "." * len(node.relative) + (_spelt(node.module) if node.module is not None else "") + "."
    assert not isinstance(node.names, cst.ImportStar)  # noqa: S101 - the caller has looked
    for alias in node.names:
        path = _spelt(alias.name)
        if alias.asname is not None:
            scope.imports[_spelt(alias.asname.name)] = module + path
        elif module:
            scope.imports[path] = module + path
        else:
            first = path.partition(".")[0]
            scope.imports[first] = first


def _spelt(node: cst.CSTNode) -> str:
    names: list[str] = []
    while isinstance(node, cst.Attribute):
        names.append(node.attr.value)
        node = node.value
    names.append(node.value if isinstance(node, cst.Name) else "")
    return ".".join(reversed(names))


@cache
def _children(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    """The fields of a node that can hold syntax, layout left out."""
    return tuple(
        each.name for each in reversed(fields(kind)) if each.name not in _LAYOUT and "whitespace" not in each.name
    )
