"""The occurrences of a parsed file with their context, read from the libcst tree of what matters in it."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import libcst as cst

from pytest_modelgate.languages.python.calls import Calls, Ended, Linked, Reached, unique
from pytest_modelgate.languages.python.flow import Flow
from pytest_modelgate.languages.python.places import Places
from pytest_modelgate.languages.python.syntax import is_join, last_name
from pytest_modelgate.languages.python.texts import Texts
from pytest_modelgate.languages.python.tree import Tree
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Link, Occurrence, Span
from pytest_modelgate.vocabulary import counts_tokens, offers_models, stands_in, surface_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.languages.python.calls import Unknown
    from pytest_modelgate.languages.python.literals import Literal, Literals
    from pytest_modelgate.languages.python.steps import Place
    from pytest_modelgate.languages.python.units import Unit
    from pytest_modelgate.values import Use

_DYNAMIC = re.compile(r"(?:[\w.-]+/)?(?:gpt|chatgpt|claude|gemini|text-embedding)-[\w.:/-]*", re.ASCII)
"""The fixed beginning of a text that can only become a model id."""
_NO_ID = re.compile(r"\s|\.[a-z]{2,5}$")
"""What speaks against an id: white space, the suffix of a file."""
_MAKERS_AND_MODEL = re.compile(r"[\w.-]+/[\w.:-]+", re.ASCII)
"""How routers that serve what others make call a model."""
_ADDRESS = re.compile(r"(?:https?://)?[\w.-]+(?::\d+)?(?:/\S*)?", re.ASCII)
_ONLY_ASKED = frozenset({Reach.COMPARISON, Reach.PREFIX_CHECK})
_HOLE = re.compile(r"[{%]")


def read(
    units: Sequence[Unit],
    literals: Literals,
    lexicon: Lexicon,
    *,
    file: str,
    folder: str,
    test: bool,
    asked: Mapping[str, tuple[Use, ...]] | None = None,
) -> tuple[list[Occurrence], list[Link]]:
    """Every occurrence in some units of a file of that name and folder, unsorted, and what other files hold.

    `asked` are the names of this file that calls of others take their models from, with these calls. Raises
    RecursionError where they nest too deeply.
    """
    reading = _Reading(units, literals, lexicon, file=file, folder=folder, test=test)
    for name, uses in (asked or {}).items():
        reading.hand_out(name, uses)
    found = [reading.occurrence(node, literals) for node, literals in reading.expressions()]
    return [*(each for each in found if each is not None), *reading.others()], reading.links


class _Reading:
    """One file's tree and what is known of its expressions."""

    def __init__(
        self, units: Sequence[Unit], literals: Literals, lexicon: Lexicon, *, file: str, folder: str, test: bool
    ) -> None:
        self.literals = literals
        self.lexicon = lexicon
        self.file = file
        self.folder = folder
        self.test = test
        self.tree = Tree(units, literals)
        self.flow = Flow(self.tree)
        self.texts = Texts(self.tree, literals.all)
        self.places = Places(self.tree, lexicon.is_id)
        self.uses: dict[cst.CSTNode, list[Use]] = {}
        """The expressions that reach the model argument of a known call, with these calls."""
        self.links: list[Link] = []
        self._unknown: dict[ast.expr, list[Use]] = {}
        self._ended: list[Ended] = []
        self._hosts = tuple(api for _, api in lexicon.apis if api in lexicon.hosts)
        for each in Calls(self.flow, self.texts, literals, lexicon).found():
            if isinstance(each, Reached):
                self.uses.setdefault(each.node, []).append(each.use)
            elif isinstance(each, Ended):
                self._ended.append(each)
            elif (value := self._argument(each)) is None:
                continue
            elif isinstance(each, Linked):
                self.links.append(Link(path=each.path, use=each.use, occurrence=self._dynamic(value, [each.use])))
            else:
                self._unknown.setdefault(value, []).append(each.use)

    def hand_out(self, name: str, uses: tuple[Use, ...]) -> None:
        """Notes that calls of other files take a name of this one as their model."""
        for origin in self.flow.named(name):
            for use in uses:
                each = replace(use, sure=use.sure and origin.sure)
                if origin.path is None:
                    self.uses.setdefault(origin.node, []).append(each)
                else:
                    self.links.append(Link(path=origin.path, use=each))

    def others(self) -> Iterator[Occurrence]:
        """The models that only running code knows, and the calls of APIs that end."""
        for value, uses in self._unknown.items():
            yield self._dynamic(value, uses)
        # One call may be known under several of its arguments.
        for each in {(each.call, each.surface): each for each in self._ended}.values():
            yield Occurrence(
                text=each.use.call,
                span=self.literals.parsed.span(self.tree.calls[each.call].func),
                reach=Reach.CALL_ARGUMENT,
                role=Role.TEST if self.test else Role.RUNTIME,
                context=Context.CALL,
                surfaces=(each.surface,),
                editable=False,
                uses=(each.use,),
                api=True,
            )

    def _argument(self, each: Linked | Unknown) -> ast.expr | None:
        """The expression in the file that a call is given as its model, or None where it holds none for all to see."""
        call = self.tree.calls[each.call]
        index = next(index for index, arg in enumerate(each.call.args) if arg.value is each.value)
        keyword = each.call.args[index].keyword
        if keyword is None:
            value = call.args[index] if index < len(call.args) else None
        else:
            value = next((given.value for given in call.keywords if given.arg == keyword.value), None)
        return _under(value, each.key) if each.key else value

    def _dynamic(self, value: ast.expr, uses: list[Use]) -> Occurrence:
        return Occurrence(
            text=self.literals.parsed.source(value),
            span=self.literals.parsed.span(value),
            reach=Reach.CALL_ARGUMENT,
            role=Role.TEST if self.test else Role.RUNTIME,
            context=Context.CALL,
            surfaces=_surfaces(uses),
            editable=False,
            dynamic=True,
            uses=unique(uses),
        )

    def expressions(self) -> Iterator[tuple[cst.CSTNode, list[Literal]]]:
        """Each string or outermost join of strings, with its literals in order of place."""
        joins: dict[cst.CSTNode, list[Literal]] = {}
        for number in sorted(self.tree.strings):
            joins.setdefault(self._outermost(self.tree.strings[number]), []).append(self.literals.all[number])
        yield from joins.items()

    def _outermost(self, node: cst.CSTNode) -> cst.CSTNode:
        """The join that a string is a part of, joins of joins included, or the string itself."""
        while True:
            parent, field = self.tree.parents.get(node, (None, ""))
            if isinstance(parent, cst.BinaryOperation) and is_join(parent):
                node = parent
                continue
            if isinstance(parent, cst.Element):
                # "-".join(["gpt", "4o"])
                argument = self.tree.parents[self.tree.parents[parent][0]][0]
                parent, field = self.tree.parents[argument] if isinstance(argument, cst.Arg) else (None, "")
                if not (isinstance(parent, cst.Call) and field == "args" and last_name(parent.func) == "join"):
                    return node
            elif isinstance(parent, cst.Attribute):
                parent, field = self.tree.parents[parent]
            else:
                return node
            if not (isinstance(parent, cst.Call) and is_join(parent)):
                return node
            node = parent

    def occurrence(self, node: cst.CSTNode, literals: list[Literal]) -> Occurrence | None:
        """What an expression says of a model; None when it cannot name one."""
        first, last = literals[0], literals[-1]
        given = self.uses.get(node, [])
        uses = [use for use in given if use.known]
        text = self.texts.text(node)
        host = self._host(text)
        if text is None:
            if not (uses or self._is_built_id(node, first)):
                return None
        elif not (uses or host or text.rpartition("/")[2] in self.lexicon.words or self.lexicon.is_id(text)):
            return None
        place, symbol = self.places.place(node), self.places.symbol(node)
        return Occurrence(
            text=self._source(node) if text is None else text,
            span=Span(
                line=first.span.line,
                column=first.span.column,
                end_line=last.span.end_line,
                end_column=last.span.end_column,
            ),
            reach=self._reach(node, literals, place.reach),
            role=self._role(place, symbol, used=any(use.sure for use in given)),
            context=Context.CALL if uses else Context.NAMED if place.named or given else Context.NONE,
            surfaces=(self.lexicon.hosts[host],) if host else _surfaces(uses) or self._surface_named(node, text),
            editable=first.plain and not is_join(node),
            dynamic=text is None,
            uses=unique(given),
            api=host is not None,
            symbol=symbol,
        )

    def _host(self, text: str | None) -> str | None:
        """The host that the table has an end for, where a text is an address there."""
        if text is None or not self._hosts or "." not in text:
            return None
        host = urlsplit(text if "://" in text else f"//{text}").hostname if _ADDRESS.fullmatch(text) else None
        return host if host in self._hosts else None

    def _surface_named(self, node: cst.CSTNode, text: str | None) -> tuple[str, ...]:
        """The surface that the names around an expression tell: what holds it, then its class, then its file.

        A router's prefix in the id itself says more, and is left to whoever reads the id.
        """
        if text is not None and not {"/", ":"}.isdisjoint(text):
            names = self.places.holders(node) if _MAKERS_AND_MODEL.fullmatch(text) else ()
            return ("openrouter",) if surface_named(names) == "openrouter" else ()
        surface = surface_named((*self.places.holders(node), self.file, self.folder), text or "")
        return () if surface is None else (surface,)

    def _source(self, node: cst.CSTNode) -> str:
        """An expression as the file spells it."""
        number = self.tree.number_of(node)
        return (
            self.literals.parsed.source(self.tree.written(node)) if number is None else self.literals.source_of(number)
        )

    def _is_built_id(self, node: cst.CSTNode, first: Literal) -> bool:
        """Whether a text with unknown parts begins as only ids do, and is no sentence."""
        beginning = first.parts[0] if first.parts else first.value
        if not isinstance(beginning, str) or self._leftmost(node) is not self.tree.strings[first.number]:
            return False
        fixed = "".join(part for part in first.parts if isinstance(part, str)) or beginning
        return _DYNAMIC.fullmatch(_HOLE.split(beginning)[0]) is not None and not _NO_ID.search(fixed)

    def _leftmost(self, node: cst.CSTNode) -> cst.CSTNode:
        while isinstance(node, cst.BinaryOperation):
            node = node.left
        if is_join(node) and isinstance(node, cst.Call) and last_name(node.func) == "format":
            return self._leftmost(node.func.value) if isinstance(node.func, cst.Attribute) else node
        return node

    def _reach(self, node: cst.CSTNode, literals: list[Literal], reach: Reach) -> Reach:
        if reach in (Reach.COMPARISON, Reach.PREFIX_CHECK):
            return reach
        if is_join(node) or (literals[0].joined and not literals[0].parts):
            return Reach.JOIN
        return Reach.F_STRING if literals[0].value is None else reach

    def _role(self, place: Place, symbol: str | None, *, used: bool) -> Role:
        if place.role is Role.DOC:
            return Role.DOC
        holders = (symbol or "").split(".")
        if self.test or any(map(stands_in, holders)):
            return Role.TEST
        if used and place.reach not in _ONLY_ASKED:
            return Role.RUNTIME
        # What a migration of a database wrote once is history.
        told_of = any(map(counts_tokens, (*holders, self.file))) or holders[0] == "Migration"
        offered = any(map(offers_models, holders)) and place.reach is not Reach.DEFAULT
        return Role.CATALOGUE if told_of or offered else place.role


def _under(value: ast.expr | None, key: str) -> ast.expr | None:
    """What a dictionary in the code has under a dotted key."""
    for part in key.split("."):
        if not isinstance(value, ast.Dict):
            return None
        keys = [each.value if isinstance(each, ast.Constant) else None for each in value.keys]
        value = value.values[keys.index(part)] if part in keys else None
    return value


def _surfaces(uses: list[Use]) -> tuple[str, ...]:
    """Whoever any of the calls asks."""
    return tuple(sorted({surface for use in uses for surface in use.surfaces}))
