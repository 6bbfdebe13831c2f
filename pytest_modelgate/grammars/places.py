"""Where a string goes: how it reaches its use, and whether that is a use, a table, a comparison or a mention."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pytest_modelgate.grammars.flow import is_one_of
from pytest_modelgate.grammars.shapes import (
    Answer,
    Argument,
    Bind,
    Call,
    Case,
    Class,
    Compare,
    Either,
    Function,
    Holds,
    Import,
    Item,
    Member,
    Name,
    Pair,
    Pattern,
    Record,
    Sequence,
    Where,
)
from pytest_modelgate.grammars.tables import MANY, MANY_CONSTANTS, Tables
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.vocabulary import (
    ANSWER_KEYS,
    PROSE_ARGUMENTS,
    is_local,
    names_choice,
    names_list,
    names_model,
    names_table,
    names_tokenizer,
    only_mentions,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.names import Bound
    from pytest_modelgate.grammars.texts import Texts

T = TypeVar("T")

FEW = 3
"""Distinct ids in one container from which its other strings are taken for ids too, misspelt or short as they are."""
_USES = 4
"""Names through which a constant is followed to its uses."""
_READS = 50
"""Places that read a name, as far as they are asked what they read it for."""
_CLIMB = 60
"""Nodes around a string through which its use is looked for."""
_HOLDERS = 8
_TITLES = frozenset({"label", "displayName", "placeholder", "message", "text", "tooltip", "summary", "comment"})
"""Keys under which a text is shown to people."""
_NAMELESS = frozenset({"id", "value", "model", "modelId", "model_id", "key"})
"""Keys beside which a `name` is a title."""
_USED = frozenset({Reach.CALL_ARGUMENT, Reach.DEFAULT, Reach.ENVIRONMENT_DEFAULT, Reach.CLI_DEFAULT, Reach.FIELD})
_WRITES = frozenset({"set", "setItem", "put", "Set", "insert", "Add", "add"})
"""Methods that write their last argument under their first."""
_SEARCHES = frozenset({"includes", "indexOf", "contains", "Contains", "has", "some", "find", "filter", "every"})
"""Methods of a list that are asked what it holds."""


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
class _Step:
    """What one parent adds: a reach unless one is settled already, a role, and whether the climb ends here."""

    reach: Reach | None = None
    role: Role = Role.RUNTIME
    named: bool = False
    final: bool = False
    chosen: bool = False
    """Whether it is asked when nobody says otherwise, whatever it stands among."""
    asked: bool = False
    """Whether it is gone through, and each value is asked for."""
    mentioned: bool = False
    """Whether it is only told of, whoever chooses it."""
    title: bool = False
    """Whether it is what people read."""


_MENTION = _Step(Reach.OTHER, Role.CATALOGUE, final=True, mentioned=True)
_ON = _Step()


class Places:
    """Answers for one tree."""

    def __init__(self, flow: Flow, texts: Texts, tables: Tables) -> None:
        self.flow = flow
        self.texts = texts
        self.tree = flow.tree
        self.grammar = flow.grammar
        self.names = flow.names
        self.tables = tables
        self._places: dict[tuple[int, int], Place] = {}
        self._bindings: dict[tuple[int, int], list[Place]] = {}

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
                break
        role = Role.CATALOGUE if catalogue and not chosen else Role.RUNTIME
        return Place(reach or Reach.OTHER, role, named or chosen, asked)

    def holders(self, node: Node) -> Iterator[str]:
        """The names of what holds an expression: arguments, keys, parameters, targets, calls and classes around it."""
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if at > _CLIMB:
                return
            if isinstance(shape, Record):
                pair = _at(shape.pairs, node, _whole)
                yield "" if pair is None else pair.name or self.flow.key_of(pair.key) or ""
            elif isinstance(shape, Bind):
                yield from (self._last(target) for target, value in shape.pairs if value and _within(value, node))
            elif isinstance(shape, Call):
                yield shape.name
                given = _at(shape.arguments, node, _value)
                yield "" if given is None else given.name
                if shape.arguments and not _within(shape.arguments[0].value, node):
                    # The variable of an environment look-up, the option of a command.
                    yield self.flow.key_of(shape.arguments[0].value) or ""
            elif isinstance(shape, Class | Function):
                yield shape.name
            elif isinstance(shape, Either):
                yield from filter(
                    None, (self.texts.variable(value) for value in shape.values if not _within(value, node))
                )

    def symbol(self, node: Node) -> str | None:
        """The dotted name of what holds an expression: `MODEL`, `Settings.model`, `ask.model` for a parameter."""
        names: list[str] = []
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if isinstance(shape, Function | Class) or at > _CLIMB:
                break
            if isinstance(shape, Pattern) and not names:
                names += [self._last(part[1]) for part in shape.parts if part[2] is not None and _within(part[2], node)]
            if isinstance(shape, Bind) and not names:
                names += [self._last(to) for to, value in shape.pairs if value is not None and _within(value, node)][:1]
        scope: Node | None = self.names.scope(node)
        while scope is not None and len(names) < _HOLDERS:
            shape = self.tree.shape(scope)
            if isinstance(shape, Function | Class) and shape.name:
                names.append(shape.name)
            scope = self.names.outer(scope)
        return ".".join(filter(None, reversed(names))) or None

    def _last(self, target: Node) -> str:
        shape = self.tree.shape(target)
        if isinstance(shape, Item):
            return self.flow.key_of(shape.key) or ""
        return shape.text if isinstance(shape, Name) else getattr(shape, "name", "")

    def _step(self, above: Node, node: Node, depth: int) -> _Step | None:
        """What a node around an expression says of it; None where the climb ends."""
        shape = self.tree.shape(above)
        if shape is None:
            return _ON if above.type in self.grammar.through else None
        if isinstance(shape, Call):
            return self._call(above, shape, node)
        if isinstance(shape, Record):
            return self._record(above, shape, node)
        if isinstance(shape, Sequence):
            if shape.asked:
                return _Step(Reach.COLLECTION, Role.CATALOGUE)
            ids = self.tables.count(above)
            many = ids >= MANY or (ids >= FEW and len(shape.values) >= MANY)
            return _Step(Reach.COLLECTION, Role.CATALOGUE if many else Role.RUNTIME, named=ids >= FEW)
        if isinstance(shape, Bind):
            return self._bound(above, shape, node, depth)
        if isinstance(shape, Pattern):
            part = next((part for part in shape.parts if part[2] is not None and _within(part[2], node)), None)
            named = part is not None and (names_model(part[0]) or names_model(self._last(part[1])))
            return _Step(Reach.DEFAULT, named=named, final=True)
        if isinstance(shape, Compare):
            return _Step(Reach.COMPARISON)
        if isinstance(shape, Case):
            return _Step(Reach.COMPARISON) if any(_within(value, node) for value in shape.values) else _ON
        if isinstance(shape, Either):
            return self._either(shape, node)
        if isinstance(shape, Item) and _within(shape.key, node):
            return _MENTION
        if isinstance(shape, Answer):
            return self._answered(above)
        if isinstance(shape, Function):
            if shape.body is None or not shape.answers or not _within(shape.body, node):
                return None
            return self._answered(shape.body)
        if isinstance(shape, Where):
            if shape is Where.ALONE:
                return _Step(Reach.OTHER, Role.DOC, final=True)
            return _Step(Reach.COLLECTION, Role.CATALOGUE, final=True, mentioned=True)
        if isinstance(shape, Import):
            return _MENTION
        return None if isinstance(shape, Class) else _ON

    def _answered(self, node: Node) -> _Step:
        """What a function gives back is called as it is."""
        function = self.tree.shape(self.names.scope(node))
        name = function.name if isinstance(function, Function) else ""
        local = bool(name) and (is_local(name) or names_tokenizer(name))
        return _Step(None, Role.CATALOGUE if local else Role.RUNTIME, named=names_model(name), final=True)

    def _either(self, shape: Either, node: Node) -> _Step:
        if shape.test is not None and _within(shape.test, node):
            return _Step(Reach.COMPARISON)
        if not shape.fallback or not shape.values or not _within(shape.values[-1], node):
            return _ON
        others = shape.values[:-1]
        variables = [variable for value in others if (variable := self.texts.variable(value)) is not None]
        if variables:
            return _Step(Reach.ENVIRONMENT_DEFAULT, named=any(map(names_model, variables)), chosen=True)
        return _Step(None, named=any(names_model(self._last(value)) for value in others))

    def _record(self, above: Node, shape: Record, node: Node) -> _Step:
        pair = _at(shape.pairs, node, _whole)
        if pair is None:
            return _ON
        if not _within(pair.value, node):
            return _Step(Reach.COLLECTION, Role.CATALOGUE, named=self.tables.count(above) >= FEW, final=True)
        key = pair.name or self.flow.key_of(pair.key) or ""
        keys = {each.name or self.tree.text(each.key).strip("\"'") for each in shape.pairs[:_READS]}
        if not ANSWER_KEYS.isdisjoint(keys):
            return _Step(Reach.DICT_VALUE, Role.CATALOGUE, final=True, mentioned=True)
        if key in PROSE_ARGUMENTS or key in _TITLES or (key == "name" and not _NAMELESS.isdisjoint(keys)):
            return _Step(Reach.DICT_VALUE, Role.CATALOGUE, mentioned=True, title=True)
        if names_list(key):
            return _Step(Reach.DICT_VALUE, Role.CATALOGUE, mentioned=True)
        named = names_model(key)
        if self.tables.is_choice(shape):
            return _Step(Reach.DICT_VALUE, named=named, chosen=True)
        listed = self.tables.is_listing(above, MANY_CONSTANTS if named else MANY)
        if names_tokenizer(key):
            return _MENTION
        given = self._argument_above(above)
        reach = Reach.CALL_ARGUMENT if given else Reach.DICT_VALUE
        return _Step(reach, Role.CATALOGUE if listed else Role.RUNTIME, named=named)

    def _argument_above(self, node: Node) -> bool:
        """Whether an object is given to a call, whose arguments by name its keys are."""
        if not self.grammar.options:
            return False
        for above, _ in self.tree.ancestors(node):
            shape = self.tree.shape(above)
            if isinstance(shape, Call):
                return True
            if shape is not None or above.type not in self.grammar.through:
                return False
        return False

    def _call(self, above: Node, call: Call, node: Node) -> _Step | None:
        grammar, given = self.grammar, call.arguments
        argument = _at(given, node, _value)
        if argument is None:
            return self._called_on(call, node)
        first, last = argument is given[0], argument is given[-1]
        texts = [self.flow.key_of(each.value) or "" for each in given[:2] if each.value.id != argument.value.id]
        named = names_model(argument.name)
        if self.flow.is_lookup(call):
            if first and len(given) > 1:
                return _MENTION
            return _Step(Reach.ENVIRONMENT_DEFAULT, named=any(map(names_model, texts)), chosen=True)
        if not call.makes and is_one_of(self.tree, call, grammar.options_of_commands):
            return _Step(Reach.CLI_DEFAULT, named=any(map(names_model, texts)) or named)
        if is_one_of(self.tree, call, grammar.encoding):
            return _ON
        if call.name in grammar.defaulting and last and not (call.name == "get" and first):
            return _Step(Reach.DEFAULT, named=any(map(names_model, texts)))
        if call.name in grammar.passing or is_one_of(self.tree, call, grammar.joining):
            return _ON
        if call.name in _WRITES and call.of is not None and len(given) > 1:
            if first:
                return _MENTION
            named = named or any(map(names_model, texts))
        if argument.name in PROSE_ARGUMENTS:
            return _MENTION
        if is_one_of(self.tree, call, grammar.listing):
            return _Step(Reach.COLLECTION, Role.CATALOGUE, named=self.tables.count(above) >= FEW)
        if is_one_of(self.tree, call, grammar.matching):
            return _Step(Reach.PREFIX_CHECK)
        if is_one_of(self.tree, call, grammar.comparing):
            return _Step(Reach.COMPARISON)
        if call.name and (is_local(call.name) or call.name in grammar.importing):
            return _MENTION
        if (call.makes or not argument.name) and (
            is_one_of(self.tree, call, grammar.mentions) or only_mentions(call.name)
        ):
            return _MENTION
        if argument.name and names_tokenizer(argument.name):
            return _MENTION
        if call.name in ("push", "append", "add", "unshift", "Add", "concat") and call.of is not None:
            return _Step(Reach.COLLECTION, chosen=names_choice(self._last(call.of)), final=True)
        if self._is_title(above):
            return _Step(Reach.CALL_ARGUMENT, Role.CATALOGUE, final=True, mentioned=True, title=True)
        listed = self._is_row(above) or self.tables.is_registry(above, call)
        return _Step(Reach.CALL_ARGUMENT, Role.CATALOGUE if listed else Role.RUNTIME, named=named, final=True)

    def _called_on(self, call: Call, node: Node) -> _Step | None:
        """What is said of an expression that something is called on."""
        if call.of is None or not _within(call.of, node):
            return None
        if call.name in self.grammar.passing or call.name in self.grammar.defaulting:
            return _ON
        if call.name in _SEARCHES or is_one_of(self.tree, call, self.grammar.comparing | self.grammar.matching):
            return _Step(Reach.COMPARISON)
        return _Step(final=True)

    def _is_title(self, node: Node) -> bool:
        """Whether what a call answers with is shown to people."""
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if isinstance(shape, Record):
                pair = _at(shape.pairs, node, _whole)
                return pair is not None and pair.name in _TITLES
            if at > 1 or shape is not None:
                return False
        return False

    def _is_row(self, node: Node) -> bool:
        """Whether a call is one of many of its kind in a table."""
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if isinstance(shape, Sequence | Record):
                return self.tables.is_listing(above)
            if at > _HOLDERS or (shape is not None and not isinstance(shape, Call)):
                return False
        return False

    def _bound(self, above: Node, shape: Bind, node: Node, depth: int) -> _Step | None:
        pair = next((pair for pair in shape.pairs if pair[1] is not None and _within(pair[1], node)), None)
        if pair is None:
            return None
        target, value = pair
        last = self._last(target)
        said = self.tree.shape(target)
        if isinstance(said, Item):
            return _Step(Reach.DICT_VALUE, named=names_model(last), final=True)
        if shape.holds is Holds.PARAMETER:
            function = self.tree.shape(self.names.scope(target))
            name = function.name if isinstance(function, Function) else ""
            local = (bool(name) and is_local(name)) or names_tokenizer(last)
            return _Step(Reach.DEFAULT, Role.CATALOGUE if local else Role.RUNTIME, named=names_model(last), final=True)
        scope = self.names.scope(above)
        uses = self._uses(target, value, depth)
        if shape.each:
            compared = bool(uses) and all(use.role is Role.CATALOGUE for use in uses)
            role = Role.CATALOGUE if compared else Role.RUNTIME
            return _Step(None, role, asked=any(map(_is_asked, uses)), final=True)
        named = names_model(last) or any(use.named for use in uses)
        reach = Reach.FIELD if shape.holds is Holds.FIELD or isinstance(said, Member) else Reach.CONSTANT
        inner = None if value is None else self._bare(value)
        container = isinstance(inner, Record | Sequence) or (isinstance(inner, Call) and bool(inner.arguments))
        if shape.holds is Holds.MEMBER:
            return _Step(reach, Role.CATALOGUE, named=named, final=True)
        if names_tokenizer(last) or (container and names_table(last)):
            return _Step(reach, Role.CATALOGUE, named=named, final=True, mentioned=True)
        if container and names_choice(last):
            return _Step(reach, named=True, final=True, chosen=True)
        if reach is Reach.FIELD and names_model(last) and not container:
            # Whoever makes the object sends it, whatever else this file does with it.
            return _Step(reach, named=True, final=True)
        if isinstance(inner, Sequence) or (not container and self.tables.is_table(scope)):
            used = any(map(_is_asked, uses))
        else:
            used = not uses or any(use.role is Role.RUNTIME for use in uses)
        return _Step(reach, Role.RUNTIME if used else Role.CATALOGUE, named=named, final=True)

    def _bare(self, node: Node) -> object:
        shape = self.tree.shape(node)
        while (inner := getattr(shape, "value", None)) is not None and not isinstance(shape, Bind):
            shape = self.tree.shape(inner)
        return shape

    def _uses(self, target: Node, value: Node | None, depth: int) -> list[Place]:
        """Where the name that a value is given to is read, and what for."""
        if depth >= _USES or value is None:
            return []
        key = (target.id, depth)
        if key not in self._bindings:
            self._bindings[key] = []
            bound = self._bound_at(target, value)
            reads = [] if bound is None else self.names.reads(bound)[:_READS]
            outside = [read for read in reads if not _within(target, read) and not _is_export(self.tree.parent(read))]
            self._bindings[key] = [self.place(read, depth + 1) for read in outside]
        return self._bindings[key]

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


def _within(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


def _whole(pair: Pair) -> Node:
    return pair.key


def _value(argument: Argument) -> Node:
    return argument.value


def _at(parts: tuple[T, ...], node: Node, begin: Callable[[T], Node]) -> T | None:
    """Which of some parts, which are in order, holds a node."""
    at = bisect_right(parts, node.start_byte, key=lambda part: begin(part).start_byte) - 1
    if at < 0:
        return None
    part = parts[at]
    inner = (part.key, part.value) if isinstance(part, Pair) else (begin(part),)
    return part if any(_within(each, node) for each in inner) else None
