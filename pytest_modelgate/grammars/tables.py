"""Which objects, lists, classes and calls list models for somebody to choose from, and which hold the choice itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.parts import within
from pytest_modelgate.grammars.shapes import Answer, Bind, Call, Class, Function, Holds, Record, Sequence, Text
from pytest_modelgate.vocabulary import names_maker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

    from pytest_modelgate.grammars.names import Names

MANY = 5
"""Distinct ids in one container from which it is a table of models rather than a choice of a few."""
MANY_CONSTANTS = 8
"""Distinct ids in constants of one class or file, or in calls of one function, from which these are a table."""
FEW_CONSTANTS = 3
"""Distinct ids in a class's constants that are called after models of one family, from which these are a choice."""
_SIGNS = re.compile(r"[\W_]+")
_FAMILY = re.compile(r"[a-z]+")
_DEEP = 40
"""Nodes around an id in which it is counted."""


class Tables:
    """Counts the ids of one tree, whose strings that look like ids are given with their texts."""

    def __init__(self, names: Names, ids: Iterable[tuple[Node, str]]) -> None:
        self.names = names
        self.tree = names.tree
        self._ids: dict[int, set[str]] = {}
        """The distinct ids below each object, list, call, class and in the constants of each scope."""
        self._made: dict[tuple[int, str], set[str]] = {}
        """The distinct ids that calls in a scope are given, by the name of what is called."""
        self._called: dict[int, str] = {}
        """The constants of classes that are called after their models, each with the first word of the id."""
        self._families: dict[tuple[int, str], dict[str, tuple[Node, Node]]] = {}
        """Those of one class and first word, each with its value, by their ids."""
        for node, text in ids:
            self._count(node, text)

    def count(self, node: Node) -> int:
        """The distinct ids in a container."""
        return len(self._ids.get(node.id, ()))

    def alike(self, scope: Node, target: Node) -> tuple[tuple[Node, Node], ...]:
        """The constants of a class, with their values, that are called after models of the family that one of them is
        called after; empty where these are few.
        """
        family = self._called.get(target.id, "")
        found = self._families.get((scope.id, family), {}) if family else {}
        return tuple(found.values()) if len(found) >= FEW_CONSTANTS else ()

    def is_listing(self, container: Node, many: int = MANY) -> bool:
        """Whether a container has so many ids that it is a table of models."""
        return self.count(container) >= many

    def is_choice(self, record: Record) -> bool:
        """Whether an object has one id for each of some providers: what is asked, rather than what there is."""
        if len(record.pairs) < 2 or len(record.pairs) > 60:
            return False
        if not all(isinstance(self.tree.shape(pair.value), Text) for pair in record.pairs):
            return False
        keys = [pair.name or self.tree.text(pair.key) for pair in record.pairs]
        return 2 * sum(map(names_maker, keys)) > len(keys)

    def is_registry(self, node: Node, call: Call) -> bool:
        """Whether a function makes the same of many ids, one call for each: a list for somebody to choose from."""
        return len(self._made.get((self.names.scope(node).id, call.name), ())) >= MANY_CONSTANTS

    def is_table(self, scope: Node) -> bool:
        """Whether the constants of a class or of the file are one list of models: an enumeration, or many ids."""
        shape = self.tree.shape(scope)
        if isinstance(shape, Class) and (shape.lists or any(self._is_enum(base) for base in shape.bases)):
            return True
        return not isinstance(shape, Function) and self.is_listing(scope, MANY_CONSTANTS)

    def _is_enum(self, base: Node) -> bool:
        return self.tree.text(base).endswith("Enum")

    def _count(self, node: Node, text: str) -> None:
        holding: Node = node
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if at > _DEEP or isinstance(shape, Class | Function | Answer):
                return
            if isinstance(shape, Bind):
                constants = shape.holds is not Holds.PARAMETER and holding is node
                pair = next((pair for pair in shape.pairs if pair[1] is not None and within(pair[1], node)), None)
                if constants and pair is not None and pair[1] is not None:
                    scope = self.names.scope(above)
                    self._ids.setdefault(scope.id, set()).add(text)
                    self._call(scope, pair[0], pair[1], text)
                return
            if isinstance(shape, Call | Record | Sequence):
                holding = above
                self._ids.setdefault(above.id, set()).add(text)
                if isinstance(shape, Call):
                    self._made.setdefault((self.names.scope(above).id, shape.name), set()).add(text)

    def _call(self, scope: Node, target: Node, value: Node, text: str) -> None:
        name, id_ = (_SIGNS.sub("", each.lower()) for each in (self.tree.text(target), text))
        family = _FAMILY.match(id_)
        if family is not None and name in id_ and isinstance(self.tree.shape(scope), Class):
            self._called[target.id] = family[0]
            self._families.setdefault((scope.id, family[0]), {}).setdefault(text, (target, value))
