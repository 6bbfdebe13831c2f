"""The calls of one tree that the frameworks may know, found by the last names of what is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.candidates import finder
from pytest_modelgate.grammars.names import MOST
from pytest_modelgate.grammars.parts import within
from pytest_modelgate.grammars.paths import made_by
from pytest_modelgate.grammars.shapes import Bind, Call, Import, Member, Name, Through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.clients import Clients
    from pytest_modelgate.kinds import Client

_NEAR = 5
"""Nodes between the last name of a callee and its call."""
_FEW = 5
"""Variables that are declared with one type, as far as they are looked at."""


class Callees:
    """Finds the calls of one tree."""

    def __init__(self, clients: Clients) -> None:
        self.clients = clients
        self.flow = clients.flow
        self.tree = clients.tree
        self.known = clients.known

    def named(self) -> Iterator[tuple[Node, Call]]:
        """The calls whose last name is known, under that name or the one that the file imports it by."""
        words = finder(self.known.last_names).found(self.tree.content)
        names = {last: {last} for last in sorted({word for _, _, word in words})}
        for last in sorted(names):
            for leaf in self.tree.leaves(self.tree.places(last)[:MOST]):
                above = self.tree.parent(leaf)
                call = self._call_at(leaf, last)
                if call is not None:
                    yield call
                    continue
                yield from self._declared(leaf, last)
                if above is not None:
                    names[last] |= self._imported_as(leaf, last)
        for last, others in names.items():
            for other in others - {last}:
                yield from self.flow.functions.calls_of(other)

    def _imported_as(self, leaf: Node, last: str) -> set[str]:
        for above, _ in self.tree.ancestors(leaf):
            shape = self.tree.shape(above)
            if isinstance(shape, Import):
                return {called for called, path in shape.names if path.endswith(f"#{last}")}
            if shape is not None and not isinstance(shape, Name):
                break
        return set()

    def _call_at(self, leaf: Node, name: str) -> tuple[Node, Call] | None:
        """The call whose last name a leaf is."""
        for at, (above, _) in enumerate(self.tree.ancestors(leaf)):
            shape = self.tree.shape(above)
            if isinstance(shape, Call):
                inside = any(each.value.start_byte <= leaf.start_byte < each.value.end_byte for each in shape.arguments)
                makes = name in (shape.name, made_by(self.tree, shape)[1])
                return (above, shape) if makes and not inside else None
            if at >= _NEAR or (shape is not None and not isinstance(shape, Member | Through | Name)):
                return None
        return None

    def _declared(self, leaf: Node, name: str) -> Iterator[tuple[Node, Call]]:
        """The objects that are made without saying their type, which is told where they are given: `X x = new("m")`."""
        for at, (above, _) in enumerate(self.tree.ancestors(leaf)):
            for node in (above, *above.named_children[:_FEW]):
                shape = self.tree.shape(node)
                if not isinstance(shape, Bind) or shape.annotation is None or not within(shape.annotation, leaf):
                    continue
                for _, value in shape.pairs:
                    made = None if value is None else self.tree.shape(value)
                    if value is not None and isinstance(made, Call) and made.makes and made.name == name:
                        yield value, made
                return
            if at >= _NEAR or self.tree.shape(above) is not None:
                return

    def of_clients(self) -> Iterator[tuple[Node, Node, Call]]:
        """The calls of what may be a client itself: what is called, and the call."""
        frameworks = {framework.name: framework for framework, _ in self.known.methods.get("", ())}
        names: set[str] = set()
        for framework in frameworks.values():
            for client in framework.clients if self.clients.imports.uses(framework) else ():
                for leaf in self.tree.leaves(self.tree.places(client.name)[:MOST]):
                    names |= self._called_so(leaf, client)
                    made = self._call_at(leaf, client.name)
                    above = None if made is None else self.tree.parent(made[0])
                    shape = None if above is None else self.tree.shape(above)
                    if made and above and isinstance(shape, Call) and shape.of and shape.of.id == made[0].id:
                        yield made[0], above, shape
        for name in sorted(names):
            known = self.flow.names.known(name)
            for read in (*known.reads, *known.member_reads):
                found = self._call_at(read, name)
                if found is not None and not found[1].makes:
                    yield read, *found

    def _called_so(self, leaf: Node, client: Client) -> set[str]:
        """The names under which the file has a client where it is named: its own, or those that it is given to."""
        if client.made and leaf.type not in self.tree.grammar.strings:
            imported = self._imported_as(leaf, client.name)
            if imported:
                return imported
        for at, (above, _) in enumerate(self.tree.ancestors(leaf)):
            shape = self.tree.shape(above)
            if isinstance(shape, Bind):
                targets = [target for target, value in shape.pairs if value is not None and within(value, leaf)]
                said = [self.tree.shape(target) for target in targets]
                return {each.text if isinstance(each, Name) else getattr(each, "name", "") for each in said} - {""}
            if at > _NEAR:
                break
        return set()
