"""Where a string goes: how it reaches its use, and whether that is a use, a table, a comparison or a mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.holders import Holders
from pytest_modelgate.grammars.items import may_be_item, number
from pytest_modelgate.grammars.parts import within
from pytest_modelgate.grammars.shapes import (
    Bind,
    Call,
    Function,
    Holds,
    Item,
    Member,
    Name,
    Record,
    Sequence,
    Through,
)
from pytest_modelgate.grammars.steps import Step, Steps
from pytest_modelgate.grammars.tables import MANY_CONSTANTS
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.vocabulary import is_local, names_choice, names_model, names_table, names_tokenizer

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.bounds import Bound
    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.tables import Tables
    from pytest_modelgate.grammars.texts import Texts

_USES = 4
"""Names through which a constant is followed to its uses."""
_READS = 50
"""Places that read a name, as far as they are asked what they read it for."""
_CLIMB = 60
"""Nodes around a string through which its use is looked for."""
_USED = frozenset({Reach.CALL_ARGUMENT, Reach.DEFAULT, Reach.ENVIRONMENT_DEFAULT, Reach.CLI_DEFAULT, Reach.FIELD})


@dataclass(frozen=True, slots=True)
class Place:
    """How a string is reached, what it is for, and whether what holds it is called like a model."""

    reach: Reach
    role: Role = Role.RUNTIME
    named: bool = False
    asked: bool = False
    """Whether it is gone through, and each value is asked for."""
    title: bool = False
    """Whether it is what people read."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A place where a name is read."""

    place: Place
    item: int | None
    """The number of the one item that is taken there."""


class Places:
    """Answers for one tree."""

    def __init__(self, flow: Flow, texts: Texts, tables: Tables) -> None:
        self.tree = flow.tree
        self.names = flow.names
        self.tables = tables
        self.holders = Holders(flow, texts)
        self.steps = Steps(flow, texts, self.holders, tables)
        self._places: dict[tuple[int, int], Place] = {}
        self._bindings: dict[tuple[int, int], list[_Read]] = {}
        self._spare: dict[int, bool] = {}

    def place(self, node: Node, depth: int = 0) -> Place:
        """Where an expression goes; through a name, to where that name is read."""
        if (node.id, depth) not in self._places:
            self._places[node.id, depth] = self._place(node, depth)
        return self._places[node.id, depth]

    def _place(self, node: Node, depth: int) -> Place:
        reach: Reach | None = None
        named = catalogue = chosen = asked = False
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            step = self._step(above, node, depth)
            if step is None or at > _CLIMB:
                break
            named = named or step.named
            if step.reach is Reach.COMPARISON:
                return Place(step.reach, Role.CATALOGUE, named)
            if step.reach is Reach.PREFIX_CHECK:
                # The beginning of an id is no id, whatever it stands among.
                return Place(step.reach, Role.CATALOGUE)
            catalogue = catalogue or step.role is Role.CATALOGUE
            reach = reach or step.reach
            chosen = chosen or step.chosen
            if step.mentioned or (step.final and step.role is Role.DOC):
                return Place(reach or Reach.OTHER, step.role, named and not step.title, title=step.title)
            if step.final:
                asked = step.asked
                chosen = chosen or (step.registered and self._is_picked(above, depth))
                break
        role = Role.CATALOGUE if catalogue and not chosen else Role.RUNTIME
        return Place(reach or Reach.OTHER, role, named or chosen, asked)

    def _step(self, above: Node, node: Node, depth: int) -> Step | None:
        shape = self.tree.shape(above)
        return self._bound(above, shape, node, depth) if isinstance(shape, Bind) else self.steps.step(above, node)

    def _bound(self, above: Node, shape: Bind, node: Node, depth: int) -> Step | None:
        pair = next((pair for pair in shape.pairs if pair[1] is not None and within(pair[1], node)), None)
        if pair is None:
            return None
        target, value = pair
        last = self.holders.last(target)
        said = self.tree.shape(target)
        if isinstance(said, Item):
            return Step(Reach.DICT_VALUE, named=names_model(last), final=True)
        if shape.holds is Holds.PARAMETER:
            function = self.tree.shape(self.names.scope(target))
            name = function.name if isinstance(function, Function) else ""
            local = (bool(name) and is_local(name)) or names_tokenizer(last)
            return Step(Reach.DEFAULT, Role.CATALOGUE if local else Role.RUNTIME, named=names_model(last), final=True)
        scope = self.names.scope(above)
        uses = self._uses_of(node, target, value, depth)
        if shape.each:
            compared = bool(uses) and all(use.role is Role.CATALOGUE for use in uses)
            role = Role.CATALOGUE if compared else Role.RUNTIME
            return Step(None, role, asked=any(map(_is_asked, uses)), final=True)
        named = names_model(last) or any(use.named for use in uses)
        reach = Reach.FIELD if shape.holds is Holds.FIELD or isinstance(said, Member) else Reach.CONSTANT
        inner = None if value is None else self._bare(value)
        container = isinstance(inner, Record | Sequence) or (isinstance(inner, Call) and self._holds(inner))
        if shape.holds is Holds.MEMBER:
            return Step(reach, Role.CATALOGUE, named=named, final=True)
        if names_tokenizer(last) or (container and names_table(last)):
            return Step(reach, Role.CATALOGUE, named=named, final=True, mentioned=True)
        # So many in one list are no choice of anybody's.
        listing = isinstance(inner, Sequence) and value is not None and self.tables.is_listing(value, MANY_CONSTANTS)
        if container and names_choice(last) and not listing:
            return Step(reach, named=True, final=True, chosen=True)
        if reach is Reach.FIELD and names_model(last) and not container:
            # Whoever makes the object sends it, whatever else this file does with it.
            return Step(reach, named=True, final=True)
        if isinstance(inner, Sequence) or (not container and self.tables.is_table(scope)):
            used = any(map(_is_asked, uses))
        else:
            used = any(use.role is Role.RUNTIME for use in uses) or not (uses or self._is_spare(scope, target))
        return Step(reach, Role.RUNTIME if used else Role.CATALOGUE, named=named, final=True)

    def _is_picked(self, made: Node, depth: int) -> bool:
        """Whether one of many things that are made alike has a name that is read where a model is asked for."""
        for above, _ in self.tree.ancestors(made):
            shape = self.tree.shape(above)
            if isinstance(shape, Bind) and shape.holds is not Holds.PARAMETER and not shape.each:
                pairs = (pair for pair in shape.pairs if pair[1] is not None and within(pair[1], made))
                return any(_is_asked(use) for pair in pairs for use in self._uses_of(made, *pair, depth))
            if shape is not None and not isinstance(shape, Through):
                return False
        return False

    def _holds(self, call: Call) -> bool:
        """Whether a call makes something of what it is given, rather than answering with some of it."""
        grammar, flow = self.tree.grammar, self.holders.flow
        answers = grammar.passing | grammar.defaulting
        return bool(call.arguments) and call.name not in answers and not flow.is_lookup(call)

    def _bare(self, node: Node) -> object:
        shape = self.tree.shape(node)
        while (inner := getattr(shape, "value", None)) is not None and not isinstance(shape, Bind):
            shape = self.tree.shape(inner)
        return shape

    def _is_spare(self, scope: Node, target: Node) -> bool:
        """Whether a constant that nothing reads is one of a class's few that are called after models of one family,
        and the class reads another.
        """
        alike = self.tables.alike(scope, target)
        key = alike[0][0].id if alike else 0
        if key not in self._spare:
            self._spare[key] = any(self._uses(*each, 0) for each in alike)
        return self._spare[key]

    def _uses_of(self, node: Node, target: Node, value: Node | None, depth: int) -> list[Place]:
        """Where the name is read that a value is given to, for all of the value or for the item that a node is."""
        reads = self._uses(target, value, depth)
        row = None if value is None or not any(read.item is not None for read in reads) else self._bare(value)
        if isinstance(row, Sequence):
            reads = [read for read in reads if read.item is None or may_be_item(self.tree, row, read.item, node)]
        return [read.place for read in reads]

    def _uses(self, target: Node, value: Node | None, depth: int) -> list[_Read]:
        if depth >= _USES or value is None:
            return []
        key = (target.id, depth)
        if key not in self._bindings:
            self._bindings[key] = []
            bound = self._bound_at(target, value)
            reads = [] if bound is None else self.names.reads(bound)[:_READS]
            outside = [read for read in reads if not within(target, read) and not _is_export(self.tree.parent(read))]
            self._bindings[key] = [_Read(self.place(read, depth + 1), self._item(read)) for read in outside]
        return self._bindings[key]

    def _item(self, read: Node) -> int | None:
        """The number of the one item that is read of a row."""
        above = self.tree.parent(read)
        shape = None if above is None else self.tree.shape(above)
        taken = isinstance(shape, Item) and within(shape.of, read)
        return number(self.tree, shape.key) if isinstance(shape, Item) and taken else None

    def _bound_at(self, target: Node, value: Node) -> Bound | None:
        shape = self.tree.shape(target)
        if isinstance(shape, Name):
            each = self.names.seen(shape.text, target)
            members = [] if each else self.names.known(shape.text).members
            return next((bound for bound in (*each, *members) if bound.value and bound.value.id == value.id), None)
        if isinstance(shape, Member):
            members = self.names.known(shape.name).members
            return next((bound for bound in members if bound.value and bound.value.id == value.id), None)
        return None


def _is_asked(use: Place) -> bool:
    """Whether a name is read where its value is asked for, rather than anywhere."""
    return use.role is Role.RUNTIME and (use.named or use.asked or use.reach in _USED)


def _is_export(node: Node | None) -> bool:
    return node is not None and node.type == "export_specifier"
