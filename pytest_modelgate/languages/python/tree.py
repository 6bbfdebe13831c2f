"""The libcst tree of what matters in a file, and what its readers ask of it: parents, scopes, bindings, uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.conversion import Conversion
from pytest_modelgate.languages.python.nodes import F_STRING
from pytest_modelgate.languages.python.scopes import Bound, Scope

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable, Iterator, Sequence

    from pytest_modelgate.languages.python.literals import Literals
    from pytest_modelgate.languages.python.units import Unit

__all__ = ["Bound", "Scope", "Tree", "element_of", "key_of"]

_MOST = 100
"""Values of one name that are followed: code that gives it more was written to keep its reader busy."""


class Tree:
    """The statements of a file that matter, as libcst's nodes. `literals` are the strings and calls in them."""

    def __init__(self, units: Iterable[Unit], literals: Literals) -> None:
        """Raises RecursionError where the statements nest too deeply."""
        made = Conversion(units, literals)
        self.literals = literals
        self.module = made.module
        self.top = made.top
        self.parents = made.parents
        self.scopes = made.scopes
        self.strings = made.strings
        self.calls = made.calls
        """Every call with what `ast` read there."""
        self.operations = made.operations
        self.targets = made.targets
        self._returned = made.returned
        for node in made.binding:
            self._bind(node, self.scopes[node])
        for load in made.loads:
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
        return None if number is None else self.literals.all[number].value

    def bindings(self, node: cst.CSTNode) -> list[Bound]:
        """What a name, or an attribute of `self` or of a class of this file, may stand for; empty when not known.

        Of a name that is given more than `_MOST` values, the first of them.
        """
        scope = self.scopes[node]
        if isinstance(node, cst.Name):
            owner = self._owner(scope, node.value)
            found = owner.values.get(node.value, []) if owner is not None else []
        elif isinstance(node, cst.Attribute):
            owner = self.class_of(node.value)
            found = owner.values.get(node.attr.value, []) if owner is not None else []
        else:
            found = []
        return found[:_MOST]

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
                    yield from self.returned(bound.value)

    def returned(self, function: cst.FunctionDef) -> Sequence[cst.BaseExpression]:
        """What a function returns."""
        return self._returned.get(function, ())

    def written(self, node: cst.CSTNode) -> ast.expr:
        """What `ast` read for a call or an operation. Raises KeyError for any other node."""
        return self.calls[node] if isinstance(node, cst.Call) else self.operations[node]  # type: ignore[index]

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

    def variable_of(self, node: cst.CSTNode) -> cst.Name | None:
        """The name that an expression begins with, if the file gives it a value and never imports what is called so."""
        while isinstance(node, cst.Attribute):
            node = node.value
        owner = self.owner_of(node) if isinstance(node, cst.Name) else None
        if not isinstance(node, cst.Name) or owner is None or node.value in owner.imports:
            return None
        return node if node.value in owner.values else None

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

    def _bind(self, node: cst.CSTNode, scope: Scope) -> None:
        """Records what a node binds in the scope that it stands in."""
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            scope.values.setdefault(node.name.value, []).append(Bound(node))
        elif isinstance(node, cst.Param):
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


def element_of(values: cst.CSTNode | None, taken: cst.Subscript) -> cst.BaseExpression | None:
    """The element of a list or tuple that `MODELS[0]` takes; None where it cannot be told."""
    key = key_of(taken)
    behind = isinstance(key, cst.UnaryOperation) and isinstance(key.operator, cst.Minus)
    number = key.expression if isinstance(key, cst.UnaryOperation) and behind else key
    if not isinstance(values, cst.List | cst.Tuple) or not isinstance(number, cst.Integer):
        return None
    if any(isinstance(each, cst.StarredElement) for each in values.elements):
        return None
    place = -number.evaluated_value if behind else number.evaluated_value
    return values.elements[place].value if -len(values.elements) <= place < len(values.elements) else None


def key_of(node: cst.Subscript) -> cst.CSTNode | None:
    """The only index of a subscript, or None for slices and several indices."""
    if len(node.slice) == 1 and isinstance(node.slice[0].slice, cst.Index):
        return node.slice[0].slice.value
    return None
