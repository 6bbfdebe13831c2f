"""What one node around a string says of its use: a call takes it, a record holds it, a comparison asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.parts import argument_at, pair_at, within
from pytest_modelgate.grammars.paths import is_one_of
from pytest_modelgate.grammars.shapes import (
    Answer,
    Call,
    Case,
    Class,
    Compare,
    Either,
    Function,
    Import,
    Item,
    Pattern,
    Record,
    Sequence,
    Where,
)
from pytest_modelgate.grammars.tables import MANY, MANY_CONSTANTS
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.vocabulary import (
    ANSWER_KEYS,
    PROSE_ARGUMENTS,
    is_local,
    names_choice,
    names_list,
    names_model,
    names_tokenizer,
    only_mentions,
    sets_model,
)

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.holders import Holders
    from pytest_modelgate.grammars.tables import Tables
    from pytest_modelgate.grammars.texts import Texts

FEW = 3
"""Distinct ids in one container from which its other strings are taken for ids too, misspelt or short as they are."""
_READS = 50
"""Keys of a record that are looked at."""
_HOLDERS = 8
"""Nodes between a call and the table that it is a row of."""
_TITLES = frozenset({"label", "displayName", "placeholder", "message", "text", "tooltip", "summary", "comment"})
"""Keys under which a text is shown to people."""
_NAMELESS = frozenset({"id", "value", "model", "modelId", "model_id", "key"})
"""Keys beside which a `name` is a title."""
_WRITES = frozenset({"set", "setItem", "put", "Set", "insert", "Add", "add"})
"""Methods that write their last argument under their first."""
_SEARCHES = frozenset({"includes", "indexOf", "contains", "Contains", "has", "some", "find", "filter", "every"})
"""Methods of a list that are asked what it holds."""


@dataclass(frozen=True, slots=True)
class Step:
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
    registered: bool = False
    """Whether it is one of many that are made alike, each perhaps under a name of its own."""


MENTION = Step(Reach.OTHER, Role.CATALOGUE, final=True, mentioned=True)
ON = Step()


class Steps:
    """Answers for one tree, but for what is given to names, which are followed elsewhere."""

    def __init__(self, flow: Flow, texts: Texts, holders: Holders, tables: Tables) -> None:
        self.flow = flow
        self.texts = texts
        self.holders = holders
        self.tables = tables
        self.tree = flow.tree
        self.grammar = flow.grammar
        self.names = flow.names

    def step(self, above: Node, node: Node) -> Step | None:
        """What a node around an expression says of it; None where the climb ends."""
        shape = self.tree.shape(above)
        if shape is None:
            return ON if above.type in self.grammar.through else None
        if isinstance(shape, Call):
            return self._call(above, shape, node)
        if isinstance(shape, Record):
            return self._record(above, shape, node)
        if isinstance(shape, Sequence):
            if shape.asked:
                return Step(Reach.COLLECTION, Role.CATALOGUE)
            ids = self.tables.count(above)
            many = ids >= MANY or (ids >= FEW and len(shape.values) >= MANY)
            return Step(Reach.COLLECTION, Role.CATALOGUE if many else Role.RUNTIME, named=ids >= FEW)
        if isinstance(shape, Pattern):
            part = next((part for part in shape.parts if part[2] is not None and within(part[2], node)), None)
            named = part is not None and (names_model(part[0]) or names_model(self.holders.last(part[1])))
            return Step(Reach.DEFAULT, named=named, final=True)
        if isinstance(shape, Compare):
            return Step(Reach.COMPARISON)
        if isinstance(shape, Case):
            return Step(Reach.COMPARISON) if any(within(value, node) for value in shape.values) else ON
        if isinstance(shape, Either):
            return self._either(shape, node)
        if isinstance(shape, Item) and within(shape.key, node):
            return MENTION
        if isinstance(shape, Answer):
            return self._answered(above)
        if isinstance(shape, Function):
            if shape.body is None or not shape.answers or not within(shape.body, node):
                return None
            return self._answered(shape.body)
        if isinstance(shape, Where):
            if shape is Where.ALONE:
                return Step(Reach.OTHER, Role.DOC, final=True)
            return Step(Reach.COLLECTION, Role.CATALOGUE, final=True, mentioned=True)
        if isinstance(shape, Import):
            return MENTION
        return None if isinstance(shape, Class) else ON

    def _answered(self, node: Node) -> Step:
        """What a function gives back is called as it is."""
        function = self.tree.shape(self.names.scope(node))
        name = function.name if isinstance(function, Function) else ""
        local = bool(name) and (is_local(name) or names_tokenizer(name))
        return Step(None, Role.CATALOGUE if local else Role.RUNTIME, named=names_model(name), final=True)

    def _either(self, shape: Either, node: Node) -> Step:
        if shape.test is not None and within(shape.test, node):
            return Step(Reach.COMPARISON)
        if not shape.fallback or not shape.values or not within(shape.values[-1], node):
            return ON
        others = shape.values[:-1]
        variables = [variable for value in others if (variable := self.texts.variable(value)) is not None]
        if variables:
            return Step(Reach.ENVIRONMENT_DEFAULT, named=any(map(names_model, variables)), chosen=True)
        return Step(None, named=any(names_model(self.holders.last(value)) for value in others))

    def _record(self, above: Node, shape: Record, node: Node) -> Step:
        pair = pair_at(shape.pairs, node)
        if pair is None:
            return ON
        if not within(pair.value, node):
            return Step(Reach.COLLECTION, Role.CATALOGUE, named=self.tables.count(above) >= FEW, final=True)
        key = pair.name or self.flow.key_of(pair.key) or ""
        keys = {each.name or self.tree.text(each.key).strip("\"'") for each in shape.pairs[:_READS]}
        if not ANSWER_KEYS.isdisjoint(keys):
            return Step(Reach.DICT_VALUE, Role.CATALOGUE, final=True, mentioned=True)
        if key and self._is_spelt(pair.value, key):
            # The id's own name, as people read it.
            return Step(Reach.DICT_VALUE, Role.CATALOGUE, mentioned=True, title=True)
        if key in PROSE_ARGUMENTS or key in _TITLES or (key == "name" and not _NAMELESS.isdisjoint(keys)):
            return Step(Reach.DICT_VALUE, Role.CATALOGUE, mentioned=True, title=True)
        if names_list(key):
            return Step(Reach.DICT_VALUE, Role.CATALOGUE, mentioned=True)
        named = names_model(key)
        if self.tables.is_choice(shape):
            return Step(Reach.DICT_VALUE, named=named, chosen=True)
        listed = self.tables.is_listing(above, MANY_CONSTANTS if named else MANY)
        if names_tokenizer(key):
            return MENTION
        given = self._argument_above(above)
        reach = Reach.CALL_ARGUMENT if given else Reach.DICT_VALUE
        return Step(reach, Role.CATALOGUE if listed else Role.RUNTIME, named=named)

    def _is_spelt(self, value: Node, key: str) -> bool:
        """Whether a text says the same as its key in other letters: `"gpt-4": "GPT-4"`."""
        text = self.flow.key_of(value) or ""
        return text != key and text.lower().replace(" ", "-") == key.lower()

    def _argument_above(self, node: Node) -> bool:
        """Whether an object is given to a call, whose arguments by name its keys are."""
        if not self.grammar.options:
            return False
        for above, _ in self.tree.ancestors(node):
            shape = self.tree.shape(above)
            if isinstance(shape, Call):
                if shape.of is None or not within(shape.of, node):
                    return True
                if shape.name in self.grammar.passing:
                    continue
                return False
            if shape is not None or above.type not in self.grammar.through:
                return False
        return False

    def _call(self, above: Node, call: Call, node: Node) -> Step | None:
        grammar, given = self.grammar, call.arguments
        argument = argument_at(given, node)
        if argument is None:
            return self._called_on(call, node)
        first, last = argument is given[0], argument is given[-1]
        texts = [self.flow.key_of(each.value) or "" for each in given[:2] if each.value.id != argument.value.id]
        named = names_model(argument.name)
        if (grammar.fluent or grammar.functional) and first and last and not call.makes:
            named = named or sets_model(call.name)
        if self.flow.is_lookup(call):
            if first:
                return MENTION
            return Step(Reach.ENVIRONMENT_DEFAULT, named=any(map(names_model, texts)), chosen=True)
        if not call.makes and is_one_of(self.tree, call, grammar.options_of_commands):
            return Step(Reach.CLI_DEFAULT, named=any(map(names_model, texts)) or named)
        if is_one_of(self.tree, call, grammar.encoding):
            return ON
        if call.name in grammar.defaulting and last and not (call.name == "get" and first):
            return self._defaulted(call, texts)
        if call.name in grammar.passing or is_one_of(self.tree, call, grammar.joining):
            return ON
        if call.name in _WRITES and call.of is not None and len(given) > 1:
            if first:
                return MENTION
            named = named or any(map(names_model, texts))
        if argument.name in PROSE_ARGUMENTS:
            return MENTION
        if is_one_of(self.tree, call, grammar.listing):
            return Step(Reach.COLLECTION, Role.CATALOGUE, named=self.tables.count(above) >= FEW)
        if is_one_of(self.tree, call, grammar.matching):
            return Step(Reach.PREFIX_CHECK)
        if is_one_of(self.tree, call, grammar.comparing):
            return Step(Reach.COMPARISON)
        if call.name in grammar.defaulting and first and len(given) > 1 and call.of is not None:
            # The key that is looked up.
            return MENTION
        if call.name and (is_local(call.name) or call.name in grammar.importing):
            return MENTION
        if (call.makes or not argument.name) and (
            is_one_of(self.tree, call, grammar.mentions) or only_mentions(call.name)
        ):
            return MENTION
        if argument.name and names_tokenizer(argument.name):
            return MENTION
        if call.name in ("push", "append", "add", "unshift", "Add", "concat") and call.of is not None:
            return Step(Reach.COLLECTION, chosen=names_choice(self.holders.last(call.of)), final=True)
        if self._is_title(above):
            return Step(Reach.CALL_ARGUMENT, Role.CATALOGUE, final=True, mentioned=True, title=True)
        if self._is_row(above):
            return Step(Reach.CALL_ARGUMENT, Role.CATALOGUE, named=named, final=True)
        registered = self.tables.is_registry(above, call)
        role = Role.CATALOGUE if registered else Role.RUNTIME
        # A call that makes a whole list has no name for any one of its models.
        alone = registered and self.tables.count(above) == 1
        return Step(Reach.CALL_ARGUMENT, role, named=named, final=True, registered=alone)

    def _defaulted(self, call: Call, texts: list[str]) -> Step:
        """What stands in for what a function is asked or called on: `env::var("MODEL").unwrap_or("x")`."""
        of = call.of
        variable = None if of is None else self.texts.variable(of)
        if variable is not None:
            return Step(Reach.ENVIRONMENT_DEFAULT, named=names_model(variable), chosen=True)
        for _ in range(_HOLDERS):
            shape = None if of is None else self.tree.shape(of)
            if not isinstance(shape, Call) or shape.of is None or shape.arguments:
                break
            of = shape.of
        last = "" if of is None else self.holders.last(of)
        return Step(Reach.DEFAULT, named=any(map(names_model, (*texts, last))))

    def _called_on(self, call: Call, node: Node) -> Step | None:
        """What is said of an expression that something is called on."""
        if call.of is None or not within(call.of, node):
            return None
        if call.name in self.grammar.passing or call.name in self.grammar.defaulting:
            return ON
        if call.name in _SEARCHES or is_one_of(self.tree, call, self.grammar.comparing | self.grammar.matching):
            return Step(Reach.COMPARISON)
        return Step(final=True)

    def _is_title(self, node: Node) -> bool:
        """Whether what a call answers with is shown to people."""
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if isinstance(shape, Record):
                pair = pair_at(shape.pairs, node)
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
