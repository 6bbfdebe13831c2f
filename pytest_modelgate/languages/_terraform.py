"""Reads HCL by tree-sitter's grammar of it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate import remarks as signs
from pytest_modelgate.languages._holding import Held, Holding, Places, may_matter
from pytest_modelgate.parts import Passage
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Extraction, Notification
from pytest_modelgate.vocabulary import names_choice, names_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tree_sitter import Node

    from pytest_modelgate.grammars.trees import Tree
    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.parts import Remark
    from pytest_modelgate.values import SourceFile, Use

_NAMES = 6
"""Names around a text that are heard; what is further out says nothing of it."""
_BESIDE = 60
"""Members of a block or an object that are known to each other."""
_SURFACES = (("aws_bedrock", "bedrock"), ("azurerm_cognitive", "azure"), ("google_vertex_ai", "vertex"))
"""How types of resources begin, with whom they ask."""
_PROSE = frozenset("description error_message summary title comment display_name source region location".split())
_SHOWN = frozenset("tags labels tags_all default_tags annotations".split())
"""What only tells people, and asks nobody."""
_COMPARING = frozenset("contains index startswith endswith strcontains regex regexall trimprefix trimsuffix".split())
_FALLING_BACK = frozenset("coalesce try optional".split())
_COMMENTS_AND_TEXTS = "(string_lit) @s (quoted_template) @s (heredoc_template) @s (comment) @c (ERROR) @e"
_ASSIGNED = re.compile(
    r"^[^\S\r\n]*(?:export[^\S\r\n]+)?(?P<name>[\w.-]+)[^\S\r\n]*[=:][^\S\r\n]*(?P<quote>[\"']?)"
    r"(?P<value>[^\s\"'#]+)",
    re.MULTILINE,
)
"""A line of a longer text that gives something its value."""
_ARN = re.compile(r"arn:[^/\s]*[$*][^/\s]*:(?:foundation-model|inference-profile)/(?P<id>[a-z][\w.:-]+)$")
"""What names a model of Bedrock in a Region that only running code knows, or in any."""
_BLANKS = re.compile(r"(?<=\s)\s{60,}+(?![A-Za-z_]\w*[^\S\n]*$)", re.ASCII | re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:([nrt\"\\])|u([0-9A-Fa-f]{4}))")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}


class _Place(NamedTuple):
    """What is known of the texts at one place of the tree."""

    kind: str = ""
    names: tuple[str, ...] = ()
    reach: Reach = Reach.CONSTANT
    role: Role | None = None
    surface: str | None = None
    sent: Mapping[str, str] | None = None
    block: str = ""
    beside: Mapping[str, str] | None = None
    """The members of the same block or object that are plain texts."""
    fallback: int | None = None
    """The byte from which on a text is what is taken when a key is not found."""

    def named(self, name: str, **changes: object) -> _Place:
        """What is known of what that name holds."""
        return self._replace(names=(name, *self.names[: _NAMES - 1]), **changes)  # type: ignore[arg-type]


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The texts that may name models, by the names of what holds them."""
    if not may_matter(source, lexicon):
        return Extraction()
    tree = _tree(source)
    reading = _Reading(source, tree, Holding(source, lexicon, deep=deep))
    reading.read()
    return reading.holding.extraction(_broken(source, reading.holding.places, lexicon, reading.errors))


def _tree(source: SourceFile) -> Tree:
    from pytest_modelgate.grammars.trees import Tree

    # The grammar takes a time that grows with the square of the blanks in a row; a comment of their length is the same.
    return Tree(_BLANKS.sub(lambda found: f"/*{' ' * (len(found[0]) - 5)}*/{found[0][-1]}", source.text), "hcl")


class _Reading:
    """Goes once through the tree of a file."""

    def __init__(self, source: SourceFile, tree: Tree, holding: Holding) -> None:
        self.holding = holding
        self.errors: list[tuple[int, int]] = []
        self._source = source
        self._tree = tree

    def read(self) -> None:
        """Gathers what the whole file holds."""
        cursor = self._tree.root.walk()
        places = [_Place()]
        broken = 0
        while True:
            node = cursor.node
            if node is None:
                return
            if node.is_error and not broken:
                broken = len(places)
                self._error(node)
            inner = self._inside(node, cursor.field_name, places[-1])
            if inner is not None and cursor.goto_first_child():
                places.append(inner)
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return
                places.pop()
                broken = broken if broken < len(places) else 0
            broken = broken if broken < len(places) else 0

    def _inside(self, node: Node, field: str | None, place: _Place) -> _Place | None:
        """What is known inside of a node; None where nothing more is to be read."""
        kind = node.type
        if kind in ("string_lit", "quoted_template"):
            return self._string(node, place)
        if kind == "heredoc_template":
            return self._heredoc(node, place)
        if kind == "comment":
            self.holding.comment(*self._bounds(node.start_byte, node.end_byte))
            return None
        if kind == "expression" and field == "key":
            return place._replace(kind="key", reach=Reach.OTHER, role=Role.CATALOGUE)
        if kind == "block":
            return self._block(node, place)
        if kind in ("attribute", "object_elem"):
            return self._member(node, place)
        if kind in ("body", "object"):
            return self._members(node, place)
        if kind == "tuple":
            return self._list(node, place)
        if kind == "function_call":
            return self._call(node, place)
        if kind == "binary_operation":
            compared = any(child.type in ("==", "!=") for child in node.children)
            return place._replace(reach=Reach.COMPARISON, role=Role.CATALOGUE) if compared else place
        if kind in ("new_index", "legacy_index", "for_cond", "template_if_intro"):
            return place._replace(reach=Reach.OTHER, role=Role.CATALOGUE)
        return place

    def _list(self, node: Node, place: _Place) -> _Place:
        if place.reach in (Reach.COMPARISON, Reach.PREFIX_CHECK):
            return place
        name = place.names[0] if place.names else ""
        chosen = name == "for_each" or names_choice(name)
        begin = node.named_child(1).start_byte if node.named_child_count > 1 else 0
        objects = self._tree.content[begin : begin + 1] == b"{"
        # Its brackets are nodes as well.
        one = node.named_child_count <= 3
        role = place.role if objects or one or chosen else Role.CATALOGUE
        return place._replace(reach=Reach.COLLECTION, role=Role.CATALOGUE if names_table(name) else role)

    def _block(self, node: Node, place: _Place) -> _Place:
        words = [self._word(child) for child in islice(node.children, 6) if child.type in ("identifier", "string_lit")]
        kind, labels = (words[0], words[1:]) if words else ("", [])
        if place.block:
            inner = place
            for name in reversed(words):
                inner = inner.named(name)
            return inner._replace(kind="block")
        if kind == "locals":
            return place._replace(kind="block", block=kind)
        surface = next((to for begin, to in _SURFACES if labels and labels[0].startswith(begin)), None)
        names = tuple(reversed(labels))
        reach = Reach.DEFAULT if kind == "variable" else Reach.FIELD
        # What may be asked for is not asked for thereby.
        role = Role.CATALOGUE if labels and labels[0].startswith("aws_iam_") else None
        return _Place(kind="block", names=names, reach=reach, role=role, surface=surface, block=kind or "block")

    def _member(self, node: Node, place: _Place) -> _Place | None:
        name = self._word(node.child(0)) if node.child_count else ""
        value = node.type == "object_elem"
        if not value and place.block == "variable" and name == "default":
            return place._replace(kind="attribute")
        if not value and (name in _PROSE or self._is_deployment(name, place)):
            return None
        if not value and name == "condition":
            return place._replace(kind=node.type, reach=Reach.COMPARISON, role=Role.CATALOGUE)
        if name in ("value", "default", "string_value") and place.beside and place.beside.get("name"):
            # Lists of variables for the environment: `{ name = "OPENAI_MODEL", value = "gpt-4o" }`.
            return place._replace(kind=node.type, names=(place.beside["name"], *place.names), reach=Reach.DICT_VALUE)
        role = Role.CATALOGUE if name in _SHOWN else place.role
        reach = Reach.DICT_VALUE if value else place.reach
        return place.named(name, kind=node.type, role=role, reach=reach)

    def _is_deployment(self, name: str, place: _Place) -> bool:
        """Whether an attribute is the name that a team gives its deployment."""
        return name == "name" and place.surface == "azure" and place.names[:1] != ("model",)

    def _members(self, node: Node, place: _Place) -> _Place:
        """What the members of a block or an object say of each other."""
        beside: dict[str, str] = {}
        if 1 < node.named_child_count <= _BESIDE:
            for child in node.named_children:
                if child.type not in ("attribute", "object_elem") or not child.child_count:
                    continue
                first, last = child.child(0), child.child(child.child_count - 1)
                if last.end_byte - last.start_byte < 300:
                    text = self._word(last)
                    if text and self._tree.content[last.start_byte : last.start_byte + 1] == b'"':
                        beside[self._word(first)] = text
        sent = self.holding.sent(beside.items()) if len(beside) > 1 else None
        return place._replace(kind=node.type, beside=beside or None, sent=sent or place.sent)

    def _call(self, node: Node, place: _Place) -> _Place:
        function = self._word(node.child(0)) if node.child_count else ""
        if function in _COMPARING:
            prefix = function.startswith(("starts", "trimp"))
            reach = Reach.PREFIX_CHECK if prefix else Reach.COMPARISON
            return place._replace(reach=reach, role=Role.CATALOGUE)
        if function in _FALLING_BACK:
            return place._replace(reach=Reach.DEFAULT)
        if function == "lookup":
            arguments = next((child for child in node.named_children if child.type == "function_arguments"), None)
            full = arguments is not None and arguments.named_child_count > 2
            until = arguments.named_child(2).start_byte if arguments is not None and full else None
            return place._replace(reach=Reach.OTHER, role=Role.CATALOGUE, fallback=until)
        return place

    def _string(self, node: Node, place: _Place) -> _Place | None:
        if place.kind == "block":
            return None
        low, high = self._bounds(node.start_byte + 1, node.end_byte)
        raw = self._source.text[low:high]
        if raw.endswith('"'):
            raw = raw[:-1]
        elif raw:
            # A string that is never closed ends with its line.
            raw = raw.splitlines()[0]
            self.errors.append((low, high))
        high = low + len(raw)
        if place.fallback is not None and node.start_byte >= place.fallback:
            place = place._replace(reach=Reach.DEFAULT, role=None)
        if (within := _ARN.search(raw)) is not None:
            held = Held(within["id"], low + within.start("id"), low + within.end("id"))
            self.holding.value(held, place.names, place.reach, role=place.role, surfaces=("bedrock",))
        else:
            self._setting(Held(_unescaped(raw), low, high), place)
        return place if node.type == "quoted_template" else None

    def _setting(self, held: Held, place: _Place) -> None:
        names = place.names or ("",)
        sent = {"": place.surface} if place.surface else place.sent
        self.holding.setting(held, names, place.reach, sent=sent, role=place.role)

    def _heredoc(self, node: Node, place: _Place) -> _Place:
        """Reads a text of several lines as a body that is sent, or as lines that each give something a value."""
        low, high = self._bounds(node.start_byte, node.end_byte)
        if not self.holding.body(Held("", low, high), role=place.role):
            for found in _ASSIGNED.finditer(self._source.text, low, high):
                held = Held(found["value"], *found.span("value"))
                self._setting(held, place.named(found["name"], reach=Reach.CONSTANT))
        return place

    def _error(self, node: Node) -> None:
        low, high = self._bounds(node.start_byte, node.end_byte)
        self.errors.append((low, high))

    def _word(self, node: Node) -> str:
        return self._tree.text(node).strip('"') if node.end_byte - node.start_byte < 300 else ""

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        return self.holding.places.character(start), self.holding.places.character(end)


def _unescaped(raw: str) -> str:
    if "\\" not in raw:
        return raw
    return _ESCAPE.sub(lambda found: chr(int(found[2], 16)) if found[2] else _ESCAPED.get(found[1], found[1]), raw)


def _broken(
    source: SourceFile, places: Places, lexicon: Lexicon, errors: Iterable[tuple[int, int]]
) -> Iterator[Notification]:
    """What is said of the first part that is no HCL and may hold an id."""
    for start, end in errors:
        if lexicon.stems.within(source.text[start:end]):
            line = places.span(start, end).line
            yield Notification(
                message="this is no Terraform that can be parsed; its strings were read "
                "all the same, but perhaps without their context. Let `terraform fmt` show what is wrong.",
                path=source.shown,
                line=line,
            )
            return


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every string, every text of several lines, every comment, and what is no HCL."""
    tree = _tree(source)
    found = []
    for name, node in tree.nodes(_COMMENTS_AND_TEXTS):
        text = tree.text(node)
        span = tree.span(node.start_byte, node.end_byte)
        found.append(Passage(text=None if "${" in text else text, source=text, span=span, prose=name == "c"))
    return tuple(sorted(found, key=lambda passage: passage.span))


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments that speak of modelgate."""
    return signs.remarks(source.text, signs.TERRAFORM)
