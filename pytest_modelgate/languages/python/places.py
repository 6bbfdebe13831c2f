"""Where a string goes: how it reaches its use, and whether that is a use, a table, a comparison or a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.flow import DEFAULTING, WRAPPERS
from pytest_modelgate.languages.python.nodes import F_STRING
from pytest_modelgate.languages.python.steps import Place, Step, declares_fields, is_asked, mention
from pytest_modelgate.languages.python.syntax import last_name
from pytest_modelgate.languages.python.tables import MANY, MANY_CONSTANTS, Tables
from pytest_modelgate.languages.python.tree import element_of, key_of
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.vocabulary import (
    ANSWER_KEYS,
    COMMAND_LINE,
    ENVIRONMENT,
    FIELDS,
    MATCHING,
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
    from collections.abc import Callable, Iterator, Sequence

    from pytest_modelgate.languages.python.tree import Bound, Scope, Tree

FEW = 3
"""Distinct ids in one container from which its other strings are taken for ids too, misspelt or short as they are."""
_USES = 4
"""Names through which a constant is followed to its uses."""


class Places:
    """Answers for one tree. `is_id` tells which of its texts look like ids, so that tables of them are seen."""

    def __init__(self, tree: Tree, is_id: Callable[[str], bool]) -> None:
        self.tree = tree
        self.tables = Tables(tree, is_id)
        self._places: dict[tuple[cst.CSTNode, int], Place] = {}

    def place(self, node: cst.CSTNode, depth: int = 0) -> Place:
        """Where an expression goes; through a name, to where that name is read."""
        if (node, depth) not in self._places:
            self._places[node, depth] = self._place(node, depth)
        return self._places[node, depth]

    def _place(self, node: cst.CSTNode, depth: int) -> Place:
        reach: Reach | None = None
        named = catalogue = chosen = asked = False
        element: cst.CSTNode | None = None
        for parent, field, below in self.tree.ancestors(node):
            element = below if isinstance(parent, cst.List | cst.Tuple) else element
            if isinstance(parent, cst.Assign | cst.AnnAssign | cst.NamedExpr):
                step = self._assigned(parent, field, depth, element)
            else:
                step = self._step(parent, field, below, depth)
            if step is None:
                continue
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
                return Place(reach or Reach.OTHER, step.role, named)
            if step.final:
                asked = step.asked
                break
        role = Role.CATALOGUE if catalogue and not chosen else Role.RUNTIME
        return Place(reach or Reach.OTHER, role, named or chosen, asked)

    def holders(self, node: cst.CSTNode) -> Iterator[str]:
        """The names of what holds an expression: arguments, keys, parameters, targets, calls and classes around it."""
        for parent, _, below in self.tree.ancestors(node):
            if isinstance(parent, cst.Arg) and parent.keyword is not None:
                yield parent.keyword.value
            elif isinstance(parent, cst.DictElement):
                yield self.tree.text_of(parent.key) or ""
            elif isinstance(parent, cst.Param | cst.ClassDef):
                yield parent.name.value
            elif isinstance(parent, cst.Assign):
                yield from (last_name(each.target) for each in parent.targets)
            elif isinstance(parent, cst.AnnAssign):
                yield last_name(parent.target)
            elif isinstance(parent, cst.Call) and below is not parent.func:
                yield last_name(parent.func)
                # The variable of an environment look-up, the option of a command.
                yield (below is not parent.args[0] and self.tree.text_of(parent.args[0].value)) or ""

    def symbol(self, node: cst.CSTNode) -> str | None:
        """The dotted name of what holds an expression: `MODEL`, `Settings.model`, `ask.model` for a parameter."""
        names: list[str] = []
        for parent, _, _ in self.tree.ancestors(node):
            if not names and isinstance(parent, cst.Assign):
                names.append(last_name(parent.targets[0].target))
            elif not names and isinstance(parent, cst.AnnAssign | cst.NamedExpr):
                names.append(last_name(parent.target))
            elif (not names and isinstance(parent, cst.Param)) or isinstance(parent, cst.FunctionDef | cst.ClassDef):
                names.append(parent.name.value)
        return ".".join(reversed(names)) or None

    def _step(self, parent: cst.CSTNode, field: str, below: cst.CSTNode, depth: int) -> Step | None:
        """What one parent says of the expression below it; None when the value only passes through."""
        if isinstance(parent, cst.Call):
            return self._call(parent, below) if field == "args" else None
        if isinstance(parent, cst.Tuple) and self._is_unpacked(parent):
            return None
        if isinstance(parent, cst.Set):
            # Sets are asked what they hold; one that is gone through leads to calls, which say so.
            return Step(Reach.COLLECTION, Role.CATALOGUE)
        if isinstance(parent, cst.List | cst.Tuple):
            ids = self.tables.count(parent)
            many = ids >= MANY or (ids >= FEW and len(parent.elements) >= MANY)
            return Step(Reach.COLLECTION, Role.CATALOGUE if many else Role.RUNTIME, named=ids >= FEW)
        if isinstance(parent, cst.DictElement):
            if field == "key":
                among_ids = self.tables.count(self.tree.parents[parent][0]) >= FEW
                return Step(Reach.COLLECTION, Role.CATALOGUE, named=among_ids, final=True)
            key = self.tree.text_of(parent.key) or ""
            mentioned = key in PROSE_ARGUMENTS or names_list(key)
            return Step(Reach.DICT_VALUE, Role.CATALOGUE if mentioned else Role.RUNTIME, named=names_model(key))
        if isinstance(parent, cst.Dict):
            if any(self.tree.text_of(getattr(item, "key", None)) in ANSWER_KEYS for item in parent.elements):
                return mention()
            named = isinstance(below, cst.DictElement) and names_model(self.tree.text_of(below.key) or "")
            if self.tables.is_choice(parent):
                return Step(None, chosen=True)
            listed = self.tables.is_listing(parent, MANY_CONSTANTS if named else MANY)
            return Step(None, Role.CATALOGUE if listed else Role.RUNTIME)
        if isinstance(parent, cst.Param):
            function = next(
                (node for node, _, _ in self.tree.ancestors(parent) if isinstance(node, cst.FunctionDef)), None
            )
            local = (function is not None and is_local(function.name.value)) or names_tokenizer(parent.name.value)
            role = Role.CATALOGUE if local else Role.RUNTIME
            return Step(Reach.DEFAULT, role, named=names_model(parent.name.value), final=True)
        if isinstance(parent, cst.Attribute) and parent.attr.value in MATCHING:
            return Step(Reach.PREFIX_CHECK)
        if isinstance(parent, cst.Comparison | cst.ComparisonTarget | cst.MatchValue | cst.UnaryOperation):
            return Step(Reach.COMPARISON)
        if isinstance(parent, cst.If | cst.While | cst.IfExp | cst.Assert) and field == "test":
            return Step(Reach.COMPARISON)
        if isinstance(parent, cst.Annotation):
            return Step(Reach.OTHER, Role.CATALOGUE, final=True, mentioned=True)
        if isinstance(parent, cst.Subscript) and field == "slice":
            if last_name(parent.value) != "Literal":
                return mention()
            return Step(Reach.COLLECTION, Role.CATALOGUE, named=self.tables.count(parent) >= FEW, final=True)
        if isinstance(parent, cst.ClassDef) and isinstance(below, cst.Arg) and below.keyword is not None:
            return Step(Reach.CALL_ARGUMENT, named=names_model(below.keyword.value), final=True)
        if isinstance(parent, cst.Expr):
            return Step(Reach.OTHER, Role.DOC if self.tree.number_of(below) is not None else Role.RUNTIME, final=True)
        if isinstance(parent, cst.For | cst.CompFor) and field == "iter":
            uses = self._uses([parent.target], parent.iter, depth)
            compared = bool(uses) and all(use.role is Role.CATALOGUE for use in uses)
            role = Role.CATALOGUE if compared else Role.RUNTIME
            return Step(None, role, asked=any(map(is_asked, uses)), final=True)
        if isinstance(parent, cst.BaseSmallStatement | cst.BaseCompoundStatement):
            return Step(None, final=True)
        return None

    def _call(self, call: cst.Call, below: cst.CSTNode) -> Step | None:
        if not isinstance(below, cst.Arg):
            return None
        function = last_name(call.func)
        keyword = below.keyword.value if below.keyword is not None else None
        first = below is call.args[0] and keyword is None
        texts = [self.tree.text_of(arg.value) or "" for arg in call.args if arg.keyword is None]
        named = names_model(keyword or "")
        if function in ENVIRONMENT or (function in DEFAULTING and "environ" in (self.tree.dotted(call.func) or "")):
            named = any(names_model(text) for text in texts[:1])
            return (
                mention() if first and len(call.args) > 1 else Step(Reach.ENVIRONMENT_DEFAULT, named=named, chosen=True)
            )
        if function in COMMAND_LINE | FIELDS and keyword in PROSE_ARGUMENTS:
            return mention()
        if function in COMMAND_LINE and self._is_of_local(call):
            return Step(Reach.CLI_DEFAULT, Role.CATALOGUE, final=True)
        if function in COMMAND_LINE:
            return Step(Reach.CLI_DEFAULT, named=any(names_model(text) for text in texts))
        if function in FIELDS:
            return Step(Reach.FIELD)
        if function in DEFAULTING and len(call.args) > 1:
            if first:
                return mention()
            return Step(Reach.DEFAULT, named=any(names_model(text) for text in texts[:2]))
        if function in ("get", "pop", "index", "remove", "discard") and isinstance(call.func, cst.Attribute) and first:
            return mention()
        if function == "replace" and not first:
            return None
        if function in MATCHING and keyword is None and isinstance(call.func, cst.Attribute):
            return Step(Reach.PREFIX_CHECK)
        if function == F_STRING:
            return None
        if is_local(function):
            return mention()
        if keyword is None and only_mentions(function):
            return mention()
        if function in ("set", "frozenset") and isinstance(call.func, cst.Name):
            return Step(Reach.COLLECTION, Role.CATALOGUE)
        if keyword is not None and names_tokenizer(keyword):
            return mention()
        if function in ("append", "extend", "insert", "update") and isinstance(call.func, cst.Attribute):
            return Step(Reach.COLLECTION, chosen=names_choice(last_name(call.func.value)), final=True)
        if function == "dict":
            return Step(Reach.DICT_VALUE, named=named)
        if function in WRAPPERS:
            return None
        # A record among many of its kind is a row of a table of models.
        row = any(
            self.tables.is_listing(parent)
            for parent in self.tables.enclosing(call)
            if isinstance(parent, cst.List | cst.Tuple | cst.Set | cst.Dict)
        )
        listed = row or self.tables.is_registry(call)
        return Step(Reach.CALL_ARGUMENT, Role.CATALOGUE if listed else Role.RUNTIME, named=named, final=True)

    def _is_of_local(self, call: cst.Call) -> bool:
        """Whether a call declares an option of a command that asks nobody."""
        decorated = next((node for node, _, _ in self.tree.ancestors(call) if isinstance(node, cst.FunctionDef)), None)
        return decorated is not None and is_local(decorated.name.value)

    def _assigned(
        self, parent: cst.Assign | cst.AnnAssign | cst.NamedExpr, field: str, depth: int, element: cst.CSTNode | None
    ) -> Step | None:
        """What a name says that is given a value; `element` is the one of its list that is asked about."""
        if field != "value":
            return None
        targets = [each.target for each in parent.targets] if isinstance(parent, cst.Assign) else [parent.target]
        scope = self.tree.scopes[parent]
        named = any(names_model(last_name(target)) for target in targets)
        if isinstance(targets[0], cst.Subscript):
            key = self.tree.text_of(key_of(targets[0]))
            return Step(Reach.DICT_VALUE, named=names_model(key or ""), final=True)
        uses = self._uses(targets, parent.value, depth, element)
        named = named or any(use.named for use in uses)
        reach = Reach.FIELD if scope.is_class and declares_fields(scope, parent) else Reach.CONSTANT
        held = [last_name(target) for target in targets]
        container = parent.value is not None and self.tables.is_list(parent.value)
        offered = container and scope.is_class and "models" in held
        if offered or any(map(names_tokenizer, held)) or (container and any(map(names_table, held))):
            return Step(reach, Role.CATALOGUE, named=named, final=True, mentioned=True)
        if container and any(map(names_choice, held)):
            return Step(reach, named=True, final=True, chosen=True)
        if reach is Reach.FIELD and any(map(names_model, held)):
            # Whoever makes the object sends it, whatever else this file does with it.
            return Step(reach, named=True, final=True)
        listed = container and not isinstance(parent.value, cst.Dict)
        if listed or self.tables.is_table(scope):
            used = any(map(is_asked, uses))
        else:
            used = not uses or any(use.role is Role.RUNTIME for use in uses)
        return Step(reach, Role.RUNTIME if used else Role.CATALOGUE, named=named, final=True)

    def _is_unpacked(self, values: cst.Tuple) -> bool:
        """Whether each value of a tuple is given to a name of its own."""
        above, _ = self.tree.parents[values]
        return isinstance(above, cst.Assign) and any(isinstance(each.target, cst.Tuple) for each in above.targets)

    def _uses(
        self, targets: Sequence[cst.CSTNode], value: cst.CSTNode | None, depth: int, element: cst.CSTNode | None = None
    ) -> list[Place]:
        """Where the names that a value is given to are read, and what for; not where another `element` is taken."""
        return [
            self.place(use, depth + 1)
            for target in targets
            for bound in self._bindings(target, self.tree.scopes[target])
            if bound.value is value
            for use in bound.uses
            if depth < _USES and use not in targets and not self._takes_another(use, value, element)
        ]

    def _takes_another(self, use: cst.CSTNode, values: cst.CSTNode | None, element: cst.CSTNode | None) -> bool:
        above, _ = self.tree.parents[use]
        if not isinstance(element, cst.Element) or not isinstance(above, cst.Subscript) or above.value is not use:
            return False
        return element_of(values, above) not in (None, element.value)

    def _bindings(self, target: cst.CSTNode, scope: Scope) -> list[Bound]:
        return scope.values.get(target.value, []) if isinstance(target, cst.Name) else self.tree.bindings(target)
