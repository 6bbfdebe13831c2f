"""Which containers, classes and functions list models for somebody to choose from, and which hold the choice itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.syntax import last_name
from pytest_modelgate.vocabulary import names_maker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_modelgate.languages.python.tree import Scope, Tree

MANY = 5
"""Distinct ids in one container from which it is a table of models rather than a choice of a few."""
MANY_CONSTANTS = 8
"""Distinct ids in constants of one class or module, or in calls of one function, from which these are a table."""
_BASES = 4
"""Classes through which a base is followed, and names through which a list is."""
CONTAINERS = (cst.Dict, cst.List, cst.Tuple, cst.Set)
_GATHERING = frozenset({"list", "tuple", "sorted"})
"""Functions that make a list of what they are given."""


class Tables:
    """Counts the ids of one tree. `is_id` tells which of its texts look like ids."""

    def __init__(self, tree: Tree, is_id: Callable[[str], bool]) -> None:
        self.tree = tree
        self._ids: dict[cst.CSTNode, set[str]] = {}
        """The distinct ids below each container, call, class body and module."""
        self._made: dict[tuple[cst.CSTNode, str], set[str]] = {}
        """The distinct ids that calls in a scope are given, by the name of what is called."""
        for node in tree.strings.values():
            text = tree.text_of(node)
            if text is not None and is_id(text):
                self._count(node, text)

    def count(self, node: cst.CSTNode) -> int:
        """The distinct ids in a container."""
        return len(self._ids.get(node, ()))

    def is_listing(self, container: cst.CSTNode, many: int = MANY) -> bool:
        """Whether a container has so many ids that it is a table of models."""
        return self.count(container) >= many

    def is_list(self, node: cst.CSTNode) -> bool:
        """Whether an expression is a container, or puts lists together: `A + B`, `sorted(A)`."""
        return isinstance(node, CONTAINERS) or (
            isinstance(node, cst.BinaryOperation | cst.Call) and self._joins(node, _BASES)
        )

    def _joins(self, node: cst.CSTNode, depth: int) -> bool:
        """Whether an expression leads to a list, set or tuple, through so many names and calls at the most."""
        if isinstance(node, cst.List | cst.Set | cst.Tuple):
            return True
        if not depth:
            return False
        if isinstance(node, cst.BinaryOperation):
            return self._joins(node.left, depth - 1) or self._joins(node.right, depth - 1)
        if isinstance(node, cst.Call):
            return last_name(node.func) in _GATHERING and any(self._joins(arg.value, depth - 1) for arg in node.args)
        bound = self.tree.bindings(node) if isinstance(node, cst.Name | cst.Attribute) else []
        whole = (each.value for each in bound if each.value is not None and not each.element and each.key is None)
        return any(self._joins(value, depth - 1) for value in whole)

    def is_choice(self, container: cst.Dict) -> bool:
        """Whether a dictionary has one id for each of some providers: what is asked, rather than what there is."""
        items = [item for item in container.elements if isinstance(item, cst.DictElement)]
        keys = [self.tree.text_of(item.key) or "" for item in items]
        plain = all(isinstance(item.value, cst.SimpleString) for item in items)
        return plain and len(items) > 1 and 2 * sum(map(names_maker, keys)) > len(items)

    def is_registry(self, call: cst.Call) -> bool:
        """Whether a function makes the same of many ids, one call for each: a list for somebody to choose from."""
        scope = self.tree.scopes[call].node
        calls = (each for each in (call, *self.enclosing(call)) if isinstance(each, cst.Call))
        return any(len(self._made.get((scope, last_name(each.func)), ())) >= MANY_CONSTANTS for each in calls)

    def is_table(self, scope: Scope) -> bool:
        """Whether a scope's constants are one list of models: an enum, or many ids side by side."""
        if isinstance(scope.node, cst.ClassDef):
            if self._is_enum(scope.node, 0):
                return True
            return self.is_listing(scope.node, MANY_CONSTANTS)
        return isinstance(scope.node, cst.Module) and self.is_listing(scope.node, MANY_CONSTANTS)

    def _is_enum(self, node: cst.ClassDef, depth: int) -> bool:
        """Whether a class is an enumeration, by its bases or by theirs."""
        for base in node.bases:
            if last_name(base.value).endswith(("Enum", "Flag")):
                return True
            bound = self.tree.bindings(base.value) if depth < _BASES else []
            if any(isinstance(each.value, cst.ClassDef) and self._is_enum(each.value, depth + 1) for each in bound):
                return True
        return False

    def enclosing(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The expressions around a node, up to its statement."""
        for parent, _, _ in self.tree.ancestors(node):
            if isinstance(parent, cst.BaseSmallStatement | cst.BaseCompoundStatement | cst.Param):
                return
            yield parent

    def _count(self, node: cst.CSTNode, text: str) -> None:
        statement: cst.CSTNode = node
        for statement in self.enclosing(node):
            self._ids.setdefault(statement, set()).add(text)
            if isinstance(statement, cst.Call):
                made = (self.tree.scopes[statement].node, last_name(statement.func))
                self._made.setdefault(made, set()).add(text)
        assignment = next((parent for parent, _, _ in self.tree.ancestors(statement)), None)
        is_scalar = not isinstance(statement, cst.Dict | cst.List | cst.Tuple | cst.Set | cst.Call)
        if is_scalar and isinstance(assignment, cst.Assign | cst.AnnAssign) and statement is assignment.value:
            self._ids.setdefault(self.tree.scopes[assignment].node, set()).add(text)
