"""The occurrences of a file of code, each with its context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.grammars.calls import Calls, Ended, Reached, unique
from pytest_modelgate.grammars.documents import is_answer, models
from pytest_modelgate.grammars.flow import Flow
from pytest_modelgate.grammars.paths import is_one_of
from pytest_modelgate.grammars.places import Places
from pytest_modelgate.grammars.shapes import Call, Import, Join, Member, Text, Through
from pytest_modelgate.grammars.tables import Tables
from pytest_modelgate.grammars.texts import Texts
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Occurrence
from pytest_modelgate.vocabulary import counts_tokens, offers_models, stands_in, surface_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tree_sitter import Node

    from pytest_modelgate.grammars.places import Place
    from pytest_modelgate.grammars.syntax import Syntax
    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import SourceFile, Use

_DYNAMIC = re.compile(r"(?:[\w.-]+/)?(?:gpt|chatgpt|claude|gemini|text-embedding)-[\w.:/-]*", re.ASCII)
"""The fixed beginning of a text that can only become a model id."""
_NO_ID = re.compile(r"\s|\.[a-z]{2,5}$")
"""What speaks against an id: white space, the suffix of a file."""
_MAKERS_AND_MODEL = re.compile(r"[\w.-]+/[\w.:-]+", re.ASCII)
"""How routers that serve what others make call a model."""
_ADDRESS = re.compile(r"(?:https?://)?[\w.-]+(?::\d+)?(?:/\S*)?", re.ASCII)
_ONLY_ASKED = frozenset({Reach.COMPARISON, Reach.PREFIX_CHECK})
_LONGEST = 200
"""Characters beyond which a text is prose, whatever it holds."""


def read(tree: Syntax, places: Sequence[int], lexicon: Lexicon, source: SourceFile) -> list[Occurrence]:
    """Every occurrence in a tree, unsorted; `places` are the offsets at which its text may hold an id."""
    reading = _Reading(tree, places, lexicon, source)
    return [*reading.strings(), *reading.others()]


class _Reading:
    """One file's tree and what is known of its expressions."""

    def __init__(self, tree: Syntax, places: Sequence[int], lexicon: Lexicon, source: SourceFile) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.source = source
        self.flow = Flow(tree)
        self.texts = Texts(self.flow)
        self.file = source.path.name.partition(".")[0]
        self.through = tree.grammar.through
        self._hosts = tuple(api for _, api in lexicon.apis if api in lexicon.hosts)
        self._outer: dict[int, Node] = {}
        self._ids: dict[str, bool] = {}
        self.candidates = self._found(places)
        self.uses: dict[int, list[Use]] = {}
        """The expressions that reach the model argument of a known call, with these calls."""
        self._unknown: dict[int, tuple[Node, list[Use]]] = {}
        self._ended: dict[tuple[int, str], Ended] = {}
        reached: dict[int, Node] = {}
        found = list(Calls(self.flow, self.texts, lexicon).found())
        # What only makes what a call is given comes last, and is heard where no call is.
        for each in sorted(found, key=lambda each: not isinstance(each, Ended) and each.prepared):
            if isinstance(each, Reached):
                node = self._outermost(each.node)
                if not (each.prepared and node.id in reached):
                    reached[node.id] = node
                    self.uses.setdefault(node.id, []).append(each.use)
            elif isinstance(each, Ended):
                self._ended[each.node.id, each.surface] = each
            elif not (each.prepared and each.node.id in self._unknown):
                self._unknown.setdefault(each.node.id, (each.node, []))[1].append(each.use)
        self.candidates |= reached
        ids = ((node, text) for node in self.candidates.values() if (text := self._id(node)) is not None)
        self.places = Places(self.flow, self.texts, Tables(self.flow.names, ids))

    def strings(self) -> Iterator[Occurrence]:
        """What the strings, and the joins of strings, of the file say of models."""
        for node in self.candidates.values():
            inside = list(self._inside(node)) if self.tree.grammar.documents else []
            yield from inside
            found = None if inside else self._occurrence(node)
            if found is not None:
                yield found

    def _inside(self, node: Node) -> Iterator[Occurrence]:
        """What a string says that is a document itself."""
        shape = self.tree.shape(node)
        within = (shape.start, shape.end) if isinstance(shape, Text) else (node.start_byte, node.end_byte)
        found = list(models(self.tree.content, *within))
        if not found:
            return
        answers = is_answer(self.tree.content, *within)
        role = Role.CATALOGUE if answers else self.places.place(node).role
        symbol = self.places.holders.symbol(node)
        for start, end in found:
            yield Occurrence(
                text=self.tree.content[start:end].decode("utf-8", "replace"),
                span=self.tree.span(start, end),
                reach=Reach.DICT_VALUE,
                role=Role.TEST if self.source.test else role,
                context=Context.NAMED,
                symbol=symbol,
            )

    def others(self) -> Iterator[Occurrence]:
        """The models that only running code knows, and the calls of APIs that end."""
        role = Role.TEST if self.source.test else Role.RUNTIME
        for node, uses in self._unknown.values():
            if node.id not in self.candidates:
                yield self._dynamic(node, uses, role)
        for each in self._ended.values():
            yield Occurrence(
                text=each.use.call,
                span=self.tree.span(*self._callee(each.node)),
                reach=Reach.CALL_ARGUMENT,
                role=role,
                context=Context.CALL,
                surfaces=(each.surface,),
                editable=False,
                uses=(each.use,),
                api=True,
            )

    def _dynamic(self, node: Node, uses: list[Use], role: Role) -> Occurrence:
        return Occurrence(
            text=self.tree.text(node),
            span=self.tree.span(node.start_byte, node.end_byte),
            reach=Reach.CALL_ARGUMENT,
            role=role,
            context=Context.CALL,
            surfaces=_surfaces(uses),
            editable=False,
            dynamic=True,
            uses=unique(uses),
        )

    def _callee(self, node: Node) -> tuple[int, int]:
        """Where a call says what it calls: up to its arguments."""
        shape = self.tree.shape(node)
        given = shape.arguments if isinstance(shape, Call) else ()
        end = given[0].value.start_byte if given else node.end_byte
        text = self.tree.content[node.start_byte : end]
        opened = text.rfind(b"(")
        return node.start_byte, node.start_byte + opened if opened > 0 else end

    def _found(self, places: Sequence[int]) -> dict[int, Node]:
        """The strings at the places, or the joins of strings that they are parts of, in order."""
        found: dict[int, Node] = {}
        for leaf in self.tree.leaves(places):
            node = self._string(leaf)
            if node is not None:
                node = self._outermost(node)
                found[node.id] = node
        return found

    def _string(self, leaf: Node) -> Node | None:
        strings = self.tree.grammar.strings
        node: Node | None = leaf
        for _ in range(4):
            if node is None:
                return None
            if node.type in strings and isinstance(self.tree.shape(node), Text):
                return None if self._is_module(node) else node
            node = self.tree.parent(node)
        return None

    def _is_module(self, node: Node) -> bool:
        """Whether a string names what is imported."""
        for at, (above, _) in enumerate(self.tree.ancestors(node)):
            shape = self.tree.shape(above)
            if isinstance(shape, Import) or (isinstance(shape, Call) and shape.name in self.tree.grammar.importing):
                return True
            if shape is not None or at > 1:
                return False
        return False

    def _outermost(self, node: Node) -> Node:
        """The join that a string is a part of, joins of joins included, or the string itself."""
        way = [node]
        found = node
        for above, _ in self.tree.ancestors(node):
            if above.id in self._outer:
                found = self._outer[above.id]
                break
            shape = self.tree.shape(above)
            if isinstance(shape, Join) or (
                isinstance(shape, Call) and is_one_of(self.tree, shape, self.tree.grammar.joining)
            ):
                found = above
                way.append(above)
            elif not isinstance(shape, Through) and not self._passes(shape) and above.type not in self.through:
                break
        # What is joined in thousands of parts is looked through once.
        self._outer |= dict.fromkeys((each.id for each in way[1:]), found)
        return found

    def _passes(self, shape: object) -> bool:
        """Whether a call, or what is called on a text, answers with the text: `"x".to_string()`."""
        return isinstance(shape, Member) or (isinstance(shape, Call) and shape.name in self.tree.grammar.passing)

    def _id(self, node: Node) -> str | None:
        text = self._text(node)
        if text is None or len(text) > _LONGEST:
            return None
        if text not in self._ids:
            self._ids[text] = self.lexicon.is_id(text)
        return text if self._ids[text] else None

    def _text(self, node: Node) -> str | None:
        shape = self.tree.shape(node)
        if isinstance(shape, Text) and len(shape.parts) == 1 and isinstance(shape.parts[0], str):
            return shape.parts[0]
        return self.texts.text(node)

    def _occurrence(self, node: Node) -> Occurrence | None:
        """What an expression says of a model; None when it cannot name one."""
        given = self.uses.get(node.id, [])
        uses = [use for use in given if use.known]
        text = self._text(node)
        host = self._host(text)
        likely = text is not None and (
            host is not None or text.rpartition("/")[2] in self.lexicon.words or self._id(node) is not None
        )
        if text is None and not (uses or self._is_built_id(node)):
            return None
        if text is not None and not (uses or likely) and (len(text) > _LONGEST or not text or " " in text):
            return None
        place = self.places.place(node)
        if text is not None and not (
            uses or place.named or (likely and not place.title) or self.lexicon.is_known(text)
        ):
            return None
        symbol = self.places.holders.symbol(node)
        shape = self.tree.shape(node)
        inside = (shape.start, shape.end) if isinstance(shape, Text) else (node.start_byte, node.end_byte)
        return Occurrence(
            text=self.tree.content[slice(*inside)].decode("utf-8", "replace") if text is None else text,
            span=self.tree.span(*inside),
            reach=self._reach(shape, place.reach),
            role=self._role(place, symbol, used=any(use.sure for use in given)),
            context=Context.CALL if uses else Context.NAMED if place.named or given else Context.NONE,
            surfaces=(self.lexicon.hosts[host],) if host else _surfaces(uses) or self._surface_named(node, text),
            editable=isinstance(shape, Text) and shape.plain,
            dynamic=text is None,
            uses=unique(given),
            api=host is not None,
            symbol=symbol,
        )

    def _host(self, text: str | None) -> str | None:
        """The host that the table has an end for, where a text is an address there."""
        if text is None or not self._hosts or "." not in text or not _ADDRESS.fullmatch(text):
            return None
        host = urlsplit(text if "://" in text else f"//{text}").hostname
        return host if host in self._hosts else None

    def _surface_named(self, node: Node, text: str | None) -> tuple[str, ...]:
        """The surface that the names around an expression tell: what holds it, then its class, then its file.

        A router's prefix in the id itself says more, and is left to whoever reads the id.
        """
        if text is not None and not {"/", ":"}.isdisjoint(text):
            routed = self.places.holders.around(node) if _MAKERS_AND_MODEL.fullmatch(text) else ()
            return ("openrouter",) if surface_named(routed) == "openrouter" else ()
        surface = surface_named(
            (*self.places.holders.around(node), self.file, self.source.path.parent.name), text or ""
        )
        return () if surface is None else (surface,)

    def _is_built_id(self, node: Node) -> bool:
        """Whether a text with unknown parts begins as only ids do, and is no sentence."""
        shape = self.tree.shape(node)
        while isinstance(shape, Join) and shape.values:
            node = shape.values[0]
            shape = self.tree.shape(node)
        if not isinstance(shape, Text) or not shape.parts or not isinstance(shape.parts[0], str):
            return False
        fixed = "".join(part for part in shape.parts if isinstance(part, str))
        return _DYNAMIC.fullmatch(shape.parts[0]) is not None and not _NO_ID.search(fixed)

    def _reach(self, shape: object, reach: Reach) -> Reach:
        if reach in (Reach.COMPARISON, Reach.PREFIX_CHECK):
            return reach
        if not isinstance(shape, Text):
            return Reach.JOIN
        return reach if all(isinstance(part, str) for part in shape.parts) else Reach.F_STRING

    def _role(self, place: Place, symbol: str | None, *, used: bool) -> Role:
        if place.role is Role.DOC:
            return Role.DOC
        holders = (symbol or "").split(".")
        if self.source.test or any(map(stands_in, holders)) or not self.tree.grammar.tests.isdisjoint(holders):
            return Role.TEST
        if used and place.reach not in _ONLY_ASKED:
            return Role.RUNTIME
        told_of = any(map(counts_tokens, (*holders, self.file)))
        offered = any(map(offers_models, holders)) and place.reach is not Reach.DEFAULT
        return Role.CATALOGUE if told_of or offered else place.role


def _surfaces(uses: list[Use]) -> tuple[str, ...]:
    """Whoever any of the calls asks."""
    return tuple(sorted({surface for use in uses for surface in use.surfaces}))
