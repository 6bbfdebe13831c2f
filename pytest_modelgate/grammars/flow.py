"""Where a value comes from: an expression followed back, within one file, to the literals and objects it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.functions import Functions
from pytest_modelgate.grammars.items import item, number
from pytest_modelgate.grammars.names import Names
from pytest_modelgate.grammars.paths import is_one_of
from pytest_modelgate.grammars.setters import Setters
from pytest_modelgate.grammars.shapes import (
    Bind,
    Call,
    Case,
    Class,
    Either,
    Function,
    Item,
    Join,
    Member,
    Name,
    Record,
    Sequence,
    Spread,
    Text,
    Through,
)
from pytest_modelgate.vocabulary import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.bounds import Bound
    from pytest_modelgate.grammars.syntax import Syntax

_STEPS = 200_000
"""Expressions of one file that are followed."""
_LISTED = 1_000
"""Values of one list that are followed."""
_DEEP = 12
"""Members of members, and functions around functions, through which a value is followed."""


@dataclass(frozen=True, slots=True)
class End:
    """An expression that leads no further: a literal, a join of text, an object, a call of something unknown."""

    node: Node
    sure: bool = True
    """Whether it is the value, rather than one of several that a table holds."""


class Flow:
    """Follows values through the names of one tree."""

    def __init__(self, tree: Syntax) -> None:
        self.tree = tree
        self.grammar = tree.grammar
        self.names = Names(tree)
        self.functions = Functions(self.names)
        self.setters = Setters(self.functions)
        self._left = _STEPS
        self._ends: dict[int, tuple[End, ...]] = {}
        self._question: dict[tuple[int, str], tuple[Node, ...]] | None = None
        """What was found on the way to one answer, so that no way to it is gone twice; None between questions."""

    def origins(self, node: Node) -> Iterator[End]:
        """The strings and joins of text that an expression may stand for, or that a list holds."""
        for end in self.ends(node):
            shape = self.tree.shape(end.node)
            if isinstance(shape, Text | Join):
                yield end
            elif isinstance(shape, Sequence):
                inner = (each for value in shape.values[:_LISTED] for each in self.ends(value))
                yield from (each for each in inner if isinstance(self.tree.shape(each.node), Text | Join))

    def ends(self, node: Node, depth: int = 0) -> tuple[End, ...]:
        """All that an expression may stand for, followed as far as the file tells."""
        if node.id not in self._ends:
            # What leads back to itself is not known.
            self._ends[node.id] = ()
            if depth:
                found = tuple(self._followed(node, depth))
                del self._ends[node.id]
                return found
            outer, self._question = self._question, {}
            self._ends[node.id] = tuple(self._followed(node, depth))
            self._question = outer
        return self._ends[node.id]

    def held(self, node: Node, key: str, depth: int = 0) -> Iterator[Node]:
        """What an object has under a key, dotted where that leads through objects."""
        if depth:
            yield from self._held(node, key, depth)
            return
        outer, self._question = self._question, {}
        found = list(self._held(node, key, depth))
        self._question = outer
        yield from found

    def _held(self, node: Node, key: str, depth: int) -> Iterator[Node]:
        first, _, rest = key.partition(".")
        for each in self._under(node, first, depth):
            if rest:
                yield from self.held(each, rest, depth + 1)
            else:
                yield each

    def key_of(self, node: Node) -> str | None:
        """The text of an expression, where it is one certain text."""
        texts = {
            shape.parts[0] if shape.parts else ""
            for end in self.ends(node)
            if isinstance(shape := self.tree.shape(end.node), Text) and len(shape.parts) < 2  # no holes
        }
        text = texts.pop() if len(texts) == 1 else None
        return text if isinstance(text, str) else None

    def given(self, bound: Bound) -> Iterator[Node]:
        """What the callers of a function, or who makes objects of a class, give its parameter."""
        shape = None if bound.function is None else self.tree.shape(bound.function)
        if not isinstance(shape, Function | Class) or bound.parameter is None or bound.function is None:
            return
        name = self.functions.called(bound.function, shape)
        if not name:
            return
        text = self.tree.text(bound.node)
        for _, call in self.functions.calls_of(name):
            if not self.functions.may_be(call, bound.function):
                continue
            value = next((each.value for each in call.arguments if each.name == text), None)
            if value is None and bound.parameter < len(call.arguments):
                given = call.arguments[bound.parameter]
                value = None if given.spread or given.name else given.value
            if value is not None and bound.key:
                yield from self.held(value, bound.key, 1)
            elif value is not None:
                yield value

    def class_named(self, node: Node | None, name: str) -> str:
        """The class of this file that an expression with that last name names; empty for any other."""
        known = self.names.known(name) if name else None
        bounds = (bound for each in known.bound.values() for bound in each) if known and node is None else ()
        made = any(bound.made and isinstance(self.tree.shape(bound.made), Class) for bound in bounds)
        return name if made else ""

    def is_lookup(self, call: Call) -> bool:
        """Whether a call reads a variable of the environment."""
        return is_one_of(self.tree, call, self.grammar.lookups) or call.name in ENVIRONMENT

    def _followed(self, node: Node, depth: int) -> Iterator[End]:
        seen: set[int] = set()
        waiting = [End(node)]
        while waiting and self._left > 0:
            end = waiting.pop()
            if end.node.id in seen:
                continue
            seen.add(end.node.id)
            self._left -= 1
            further = self._step(end.node, depth)
            if further is None:
                yield end
            else:
                waiting += [End(each, end.sure and sure) for each, sure in reversed(further)]

    def _step(self, node: Node, depth: int) -> list[tuple[Node, bool]] | None:
        """The expressions that one stands for, each with whether it is sure; None for one that leads no further."""
        shape = self.tree.shape(node)
        if isinstance(shape, Through | Spread):
            return [(shape.value, True)]
        if isinstance(shape, Either):
            return [(value, True) for value in shape.values]
        if isinstance(shape, Case):
            return [(shape.answer, True)] if shape.answer is not None else None
        if isinstance(shape, Name):
            return self._of_name(node, depth)
        if isinstance(shape, Member):
            found = [(each, True) for each in self._under(shape.of, shape.name, depth + 1)]
            return found or None
        if isinstance(shape, Item):
            key = self.key_of(shape.key)
            if key is not None:
                return [(each, True) for each in self._under(shape.of, key, depth + 1)] or None
            taken = self._taken(shape, depth + 1)
            if taken:
                return [(each, True) for each in taken]
            return [(each, False) for each in self._all(shape.of, depth + 1)] or None
        if isinstance(shape, Call):
            return self._of_call(shape, depth)
        if isinstance(shape, Bind):
            # What is given to a name there is also what the expression is: `@client ||= Client.new`.
            values = [value for _, value in shape.pairs]
            return [(values[0], True)] if len(values) == 1 and values[0] is not None else None
        if isinstance(shape, Function) and self.grammar.bare and depth < _DEEP:
            return [(answer, True) for answer in self.functions.answers(node)] or None
        return None

    def _of_name(self, node: Node, depth: int) -> list[tuple[Node, bool]] | None:
        found: list[tuple[Node, bool]] = []
        for bound in self.names.bindings(node):
            if bound.made is not None:
                found.append((bound.made, True))
            elif bound.value is not None and bound.key and bound.value.id != node.id:
                found += [(each, True) for each in self.held(bound.value, bound.key, depth + 1)]
            elif bound.value is not None and bound.each:
                found += [(each, False) for each in self._all(bound.value, depth + 1)]
            elif bound.value is not None:
                found.append((bound.value, True))
            if bound.parameter is not None and depth < _DEEP:
                found += [(each, True) for each in self.given(bound)]
        return found or None

    def _of_call(self, call: Call, depth: int) -> list[tuple[Node, bool]] | None:
        grammar, given = self.grammar, call.arguments
        if call.makes:
            return None
        if grammar.options_answer and len(given) > 2 and is_one_of(self.tree, call, grammar.options_of_commands):
            return [(given[-2].value, True)]
        if self.is_lookup(call):
            return [(each.value, True) for each in given[1:]] or None
        if call.name in grammar.defaulting and given:
            return [(given[-1].value, True)]
        if call.name in grammar.passing:
            inner = given[0].value if given else call.of
            return None if inner is None else [(inner, True)]
        if is_one_of(self.tree, call, grammar.encoding) and given:
            return [(given[0].value, True)]
        if depth >= _DEEP:
            return None
        found = [
            (each, True) for function in self.functions.of(call) for each in self.functions.given_back(function, call)
        ]
        return found or None

    def _under(self, node: Node, key: str, depth: int) -> tuple[Node, ...]:
        """What an expression has under a plain key: objects, classes and enumerations, objects of classes."""
        if depth > _DEEP:
            return ()
        known = self._question
        if known is None:
            return tuple(self._members(node, key, depth))
        if (node.id, key) not in known:
            known[node.id, key] = ()
            known[node.id, key] = tuple(self._members(node, key, depth))
        return known[node.id, key]

    def _members(self, node: Node, key: str, depth: int) -> Iterator[Node]:
        shape = self.tree.shape(node)
        if isinstance(shape, Name) and self.names.is_own(node, shape.text):
            yield from self._of_class(self.names.class_of(node), key)
            return
        for end in self.ends(node, depth):
            said = self.tree.shape(end.node)
            if isinstance(said, Record):
                for pair in said.pairs:
                    if (pair.name or self._key(pair.key)) == key:
                        yield pair.value
                for spread in said.spreads:
                    yield from self._under(spread, key, depth + 1)
            elif isinstance(said, Class):
                yield from self._of_class(said.name, key)
            elif isinstance(said, Call):
                yield from (each.value for each in said.arguments if each.name == key and not each.spread)
                yield from self._of_class(self.class_named(said.of, said.name), key)
                if self.grammar.fluent and not said.makes:
                    yield from self._chained(said, key, depth)
        if isinstance(shape, Name):
            yield from self._given_to(node, key)
        elif isinstance(shape, Call) and not shape.makes and depth < _DEEP:
            # What a function gives a name of its own before it gives that back.
            answers = (answer for each in self.functions.of(shape) for answer in self.functions.answers(each))
            for answer in answers:
                if isinstance(self.tree.shape(answer), Name):
                    yield from self._given_to(answer, key)

    def _chained(self, call: Call, key: str, depth: int) -> Iterator[Node]:
        """What a chain of calls gives under a key to the object that it builds, or that a name holds."""
        yield from self.setters.before(call, key)
        begin = self.setters.begin(call)
        if begin is not None and isinstance(self.tree.shape(begin), Name):
            yield from self._under(begin, key, depth + 1)

    def _given_to(self, node: Node, key: str) -> Iterator[Node]:
        """What a name is given under a key after it was made, and what the class has that a parameter is said to be."""
        yield from self.setters.to(node, key)
        for bound in self.names.bindings(node):
            if bound.annotation is not None:
                name = self.tree.text(bound.annotation).strip(": *&?")
                yield from self._of_class(self.class_named(None, name), key)

    def _of_class(self, home: str, key: str) -> Iterator[Node]:
        for bound in self.names.members(key, home):
            if bound.value is not None:
                yield bound.value
            elif bound.made is not None and self.grammar.bare:
                yield bound.made
            if bound.parameter is not None and bound.function is not None:
                yield from self.given(bound)

    def _taken(self, taken: Item, depth: int) -> list[Node]:
        """What is taken of rows by its number; empty where that is not known."""
        at = number(self.tree, taken.key)
        if at is None or depth > _DEEP:
            return []
        rows = [self.tree.shape(end.node) for end in self.ends(taken.of, depth)]
        found = [item(self.tree, row, at) if isinstance(row, Sequence) else None for row in rows]
        known = [each for each in found if each is not None]
        return known if len(known) == len(found) else []

    def _all(self, node: Node, depth: int) -> Iterator[Node]:
        """Every value that an expression holds."""
        if depth > _DEEP:
            return
        for end in self.ends(node, depth):
            said = self.tree.shape(end.node)
            if isinstance(said, Record):
                yield from (pair.value for pair in said.pairs)
            elif isinstance(said, Sequence):
                yield from said.values
            elif isinstance(said, Call) and (not said.makes or is_one_of(self.tree, said, self.grammar.listing)):
                yield from (value for each in said.arguments for value in self._all(each.value, depth + 1))

    def _key(self, node: Node) -> str | None:
        shape = self.tree.shape(node)
        if isinstance(shape, Text):
            text = shape.parts[0] if len(shape.parts) == 1 else None
            return text if isinstance(text, str) else None
        return self.key_of(node) if isinstance(shape, Name | Member) else None
