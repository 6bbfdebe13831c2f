"""Where a value comes from: an expression followed back to the literals it may be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.syntax import argument, is_join, last_name
from pytest_modelgate.languages.python.tree import Bound, Tree, element_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator


_CONTAINERS = (cst.Dict, cst.List, cst.Tuple, cst.Set)
DEFAULTING = frozenset({"get", "pop", "setdefault", "getenv", "getattr", "env", "config", "getparam"})
"""Calls that answer with their last argument when there is nothing else."""
PARTIALS = frozenset({"partial", "partialmethod", "to_thread", "submit", "run_in_executor"})
"""Calls that call their first argument, or prepare to."""
WRAPPERS = frozenset(
    {"str", "list", "tuple", "set", "frozenset", "sorted", "cast", "deepcopy", "copy", "strip", "lower"}
)
"""Calls that answer with what they are given, as far as an id is concerned."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A literal or a join of text. Where it is not `sure`, it is one of several that a table holds."""

    node: cst.CSTNode
    sure: bool
    path: str | None = None
    """Of what another file holds, the dotted path by which this file imports it; `node` is then its name."""


class Flow:
    """Follows values through the names of one tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def origins(self, node: cst.CSTNode | None) -> Iterator[Origin]:
        """The literals and joins of text that an expression may stand for. What cannot be known yields nothing."""
        return self._origins(node, set(), sure=True)

    def items(self, node: cst.CSTNode | None, key: str) -> Iterator[Origin]:
        """What the dictionaries that an expression may stand for, or holds in lists, have under `key`.

        A key such as `session.model` leads through dictionaries.
        """
        return self._items(node, key, set())

    def _items(self, node: cst.CSTNode | None, key: str, seen: set[tuple[cst.CSTNode | None, str]]) -> Iterator[Origin]:
        """`seen` holds what was looked into already: a dictionary may be splatted into itself."""
        if (node, key) in seen:
            return
        seen.add((node, key))
        first, _, rest = key.partition(".")
        held: list[cst.CSTNode | None] = []
        for value in self._containers(node, set()):
            held += self._under(value, first)
            inner = [*self._spreads(value)]
            if isinstance(value, cst.List | cst.Tuple | cst.Set):
                inner += [element.value for element in value.elements]
            for each in inner:
                yield from self._items(each, key, seen)
        if isinstance(node, cst.Name | cst.Attribute):
            held += [bound.value for bound in self.tree.bindings(node) if bound.key == first]
        if isinstance(node, cst.Name):
            # Of `def ask(**options)`, what its callers name.
            held += [argument(call, first) for call in self._callers(node)]
        for item in held:
            yield from self._items(item, rest, seen) if rest else self.origins(item)

    def _under(self, value: cst.CSTNode, key: str) -> Iterator[cst.BaseExpression | None]:
        """What a dictionary, or a call of `dict`, has under a key."""
        if isinstance(value, cst.Call):
            yield argument(value, key)
        for element in value.elements if isinstance(value, cst.Dict) else ():
            if isinstance(element, cst.DictElement) and self.tree.text_of(element.key) == key:
                yield element.value

    def _spreads(self, value: cst.CSTNode) -> Iterator[cst.BaseExpression]:
        """The dictionaries that are splatted into one."""
        if isinstance(value, cst.Call):
            yield from (arg.value for arg in value.args if arg.star == "**")
        for element in value.elements if isinstance(value, cst.Dict) else ():
            if isinstance(element, cst.StarredDictElement):
                yield element.value

    def named(self, name: str) -> Iterator[Origin]:
        """What a name of the file's own stands for as others see it: `MODEL`, `Settings.model`, `MODELS[chat]`."""
        plain, _, key = name.removesuffix("]").partition("[")
        first, _, rest = plain.partition(".")
        if first in self.tree.top.imports:
            yield Origin(self.tree.module, sure=True, path=self.tree.top.imports[first] + name[len(first) :])
        for bound in self.tree.top.values.get(first, ()):
            if key and not rest:
                yield from self.items(bound.value, key)
            elif not rest:
                yield from self.origins(bound.value)
            elif isinstance(bound.value, cst.ClassDef | cst.Call):
                yield from self._field(bound.value, rest)

    def _field(self, of: cst.ClassDef | cst.Call, name: str) -> Iterator[Origin]:
        """What a class, or an instance as a call makes it, has under a name."""
        if isinstance(of, cst.Call):
            yield from self.origins(argument(of, name))
            owner = self.tree.class_of(of)
        else:
            owner = self.tree.scopes[of.body]
        for bound in owner.values.get(name.removesuffix(".value"), ()) if owner is not None else ():
            if bound.key is None:
                yield from self.origins(bound.value)
        if isinstance(of, cst.Call) and owner is None and (path := self.tree.imported_path(of.func)):
            yield Origin(of, sure=True, path=f"{path}.{name}")

    def given(self, node: cst.CSTNode) -> Iterator[cst.BaseExpression]:
        """What the callers of a function of this file give the parameter that a name is."""
        for function, call in self._calls_with(node) if isinstance(node, cst.Name) else ():
            value = self._given(function, call, node.value)  # type: ignore[attr-defined] # a name, as was asked
            if value is not None:
                yield value

    def _origins(self, node: cst.CSTNode | None, seen: set[cst.CSTNode], *, sure: bool) -> Iterator[Origin]:
        """`seen` holds the expressions that were followed already: names may lead in circles, and to many places."""
        if node is None or node in seen:
            return
        seen.add(node)
        if self.tree.number_of(node) is not None or is_join(node):
            yield Origin(node, sure)
        elif isinstance(node, cst.IfExp):
            yield from self._origins(node.body, seen, sure=sure)
            yield from self._origins(node.orelse, seen, sure=sure)
        elif isinstance(node, cst.BooleanOperation):
            yield from self._origins(node.left, seen, sure=sure)
            yield from self._origins(node.right, seen, sure=sure)
        elif isinstance(node, cst.NamedExpr):
            yield from self._origins(node.value, seen, sure=sure)
        elif isinstance(node, cst.List | cst.Tuple | cst.Set):
            for element in node.elements:
                yield from self._origins(element.value, seen, sure=sure)
        elif isinstance(node, cst.Name):
            if path := self.tree.imported_path(node):
                yield Origin(node, sure, path)
            yield from self._bound(self.tree.bindings(node), seen, sure=sure)
            for function, call in self._calls_with(node):
                yield from self._origins(self._given(function, call, node.value), seen, sure=sure)
        elif isinstance(node, cst.Attribute):
            yield from self._attribute(node, seen, sure=sure)
        elif isinstance(node, cst.Subscript):
            path, key = self.tree.imported_path(node.value), self.tree.text_of(key_of(node))
            if path is not None and key is not None:
                yield Origin(node, sure, f"{path}[{key}]")
            one = [element_of(values, node) for values in self._containers(node.value, set())]
            if any(one):
                for taken in one:
                    yield from self._origins(taken, seen, sure=sure)
            else:
                yield from self._item(node.value, key, seen, sure=sure)
        elif isinstance(node, cst.Call):
            yield from self._answer(node, seen, sure=sure)
        elif isinstance(node, cst.Await):
            yield from self._origins(node.expression, seen, sure=sure)

    def _bound(self, bindings: list[Bound], seen: set[cst.CSTNode], *, sure: bool) -> Iterator[Origin]:
        for bound in bindings:
            if bound.key is None:
                yield from self._origins(bound.value, seen, sure=sure)

    def _attribute(self, node: cst.Attribute, seen: set[cst.CSTNode], *, sure: bool) -> Iterator[Origin]:
        bound = self.tree.bindings(node)
        if not bound and node.attr.value == "value":
            # A member of an enum stands for its value.
            bound = self.tree.bindings(node.value)
        yield from self._bound(bound, seen, sure=sure)
        if not bound and (path := self._imported(node)):
            yield Origin(node, sure, path)
        owner = self.tree.class_of(node.value)
        if owner is not None and "__init__" not in owner.values:
            # The fields of a data class are what it is made with.
            for call in self._calls_of.get(owner.node, ()):
                yield from self._origins(argument(call, node.attr.value), seen, sure=sure)

    def _imported(self, node: cst.Attribute) -> str | None:
        """The dotted path of an attribute of what is imported, or of an instance of an imported class."""
        if path := self.tree.imported_path(node):
            return path
        for bound in self.tree.bindings(node.value):
            if isinstance(bound.value, cst.Call) and (path := self.tree.imported_path(bound.value.func)):
                return f"{path}.{node.attr.value}"
        return None

    @cached_property
    def _calls_of(self) -> dict[cst.CSTNode, list[cst.Call]]:
        """The calls of each function and class of the file."""
        calls: dict[cst.CSTNode, list[cst.Call]] = {}
        for call in self.tree.calls:
            callee: cst.CSTNode = call.func
            if last_name(callee) in PARTIALS and call.args:
                callee = call.args[0].value
            if isinstance(callee, cst.Name | cst.Attribute):
                for bound in self.tree.bindings(callee):
                    if isinstance(bound.value, cst.FunctionDef | cst.ClassDef):
                        calls.setdefault(bound.value, []).append(call)
        return calls

    def _calls_with(self, name: cst.Name) -> Iterator[tuple[cst.FunctionDef, cst.Call]]:
        """The function that a name is a parameter of, with each of its calls in the file."""
        owner = self.tree.owner_of(name)
        if owner is None or not isinstance(owner.node, cst.FunctionDef):
            return
        if not any(bound.parameter for bound in owner.values.get(name.value, ())):
            return
        function: cst.CSTNode = owner.node
        if owner.node.name.value == "__init__" and owner.parent is not None:
            function = owner.parent.node
        for call in self._calls_of.get(function, ()):
            yield owner.node, call

    def _callers(self, name: cst.Name) -> Iterator[cst.Call]:
        for function, call in self._calls_with(name):
            rest = function.params.star_kwarg
            if rest is not None and rest.name.value == name.value:
                yield call

    def _given(self, function: cst.FunctionDef, call: cst.Call, name: str) -> cst.BaseExpression | None:
        """What a call gives a parameter of a function of this file."""
        names = [each.name.value for each in (*function.params.posonly_params, *function.params.params)]
        if last_name(call.func) in PARTIALS:
            return argument(call, name)
        if names[:1] in (["self"], ["cls"]):
            names = names[1:]
        return argument(call, name, names.index(name) if name in names else None)

    def _answer(self, call: cst.Call, seen: set[cst.CSTNode], *, sure: bool) -> Iterator[Origin]:
        name = last_name(call.func)
        if name in DEFAULTING and len(call.args) > 1:
            yield from self._origins(argument(call, "default") or call.args[-1].value, seen, sure=sure)
        if name in ("get", "pop") and isinstance(call.func, cst.Attribute) and call.args:
            yield from self._item(call.func.value, self.tree.text_of(call.args[0].value), seen, sure=sure)
        elif name in ("Field", "field", "Option", "Argument", "Parameter"):
            yield from self._origins(argument(call, "default", 0), seen, sure=sure)
        elif name in WRAPPERS:
            for arg in call.args:
                yield from self._origins(arg.value, seen, sure=sure)
            if isinstance(call.func, cst.Attribute):
                yield from self._origins(call.func.value, seen, sure=sure)
        for answer in self.tree.answers_of(call):
            yield from self._origins(answer, seen, sure=sure)

    def _item(self, node: cst.CSTNode, key: str | None, seen: set[cst.CSTNode], *, sure: bool) -> Iterator[Origin]:
        """What a container holds under a key, or anywhere when the key is not known."""
        for value in self._containers(node, set()):
            if isinstance(value, cst.Dict):
                yield from self._items_of(value, key, seen, sure=sure and key is not None)
            elif key is None:
                yield from self._origins(value, seen, sure=False)

    def _items_of(self, value: cst.CSTNode, key: str | None, seen: set[cst.CSTNode], *, sure: bool) -> Iterator[Origin]:
        for element in value.elements if isinstance(value, cst.Dict) else ():
            if isinstance(element, cst.DictElement) and key in (None, self.tree.text_of(element.key)):
                yield from self._origins(element.value, seen, sure=sure)

    def _containers(self, node: cst.CSTNode | None, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        """The dictionaries, lists, sets, tuples and `dict(...)` calls that an expression may stand for."""
        if node is None or node in seen:
            return
        seen.add(node)
        if isinstance(node, _CONTAINERS) or (isinstance(node, cst.Call) and last_name(node.func) == "dict"):
            yield node
        elif isinstance(node, cst.Call) and last_name(node.func) == "dumps" and node.args:
            yield from self._containers(node.args[0].value, seen)
        elif isinstance(node, cst.Name | cst.Attribute):
            for bound in self.tree.bindings(node):
                if bound.key is None and not bound.element:
                    yield from self._containers(bound.value, seen)
        elif isinstance(node, cst.BooleanOperation):
            yield from self._containers(node.left, seen)
            yield from self._containers(node.right, seen)
