"""Reads pages and components: scripts by their own language, what tags are given as it reads in JSX."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.excerpts import Excerpt, Sheet
from pytest_modelgate.grammars.trees import Tree
from pytest_modelgate.parts import Passage, Piece
from pytest_modelgate.values import Extraction, Notification
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from pytest_modelgate.languages._components import Dialect
    from pytest_modelgate.values import SourceFile

MOST_OPEN = 4_000
"""Tags that may be open at a time: the grammars' time grows with the square of them."""
_SCRIPT = re.compile(r"<!--.*?-->|<script\b(?P<tag>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_LANGUAGE = re.compile(r"""\blang\s*=\s*["']?(?P<lang>[\w+-]+)|\btype\s*=\s*["']?(?P<type>[\w/+.-]+)""")
_TYPES = {
    "module": "js",
    "text/javascript": "js",
    "application/javascript": "js",
    "text/ecmascript": "js",
    "text/babel": "jsx",
    "text/jsx": "jsx",
    "text/typescript": "ts",
    "application/json": "json",
    "application/ld+json": "json",
}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w.:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?P<closed>/?)>")
_NEVER_CLOSED = frozenset(
    "area base br col embed hr img input link meta source track wbr p li td th tr dt dd option tbody thead".split()
)
_SAID = re.compile(
    r"(?:aria-|data-test).*|class|className|style|id|href|src|alt|title|label|placeholder|hint|help|helper-?text"
    r"|description|tooltip|name|key|for|role|type|rel|icon|width|height|d|viewBox|fill|stroke|slot|lang|xmlns|ref",
    re.IGNORECASE,
)
"""Attributes that show, find or place something."""
_KEY = re.compile(r"(?:v-bind:|bind:|:|\.)?(?P<name>[A-Za-z][\w-]*)")
_NAME = re.compile(r"[A-Za-z][\w.:-]*")
_OPTION = re.compile(r"(?:.*[-_.])?(?:option|radio)(?:-button)?|.*(?:Option|Radio)(?:Button)?", re.DOTALL)
"""Tags of what somebody may choose."""
_EVERY = re.compile(r"\s*(?:\([^()]*\)|\{[^{}]*\}|[\w$]+)\s+(?:in|of)\s+")
_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<code>.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_HOLE = re.compile(r"\{\{(?P<text>[^{}]{1,1000})\}\}")
_QUOTE = re.compile(r"[\"'`]")
_LONGEST = 200


def extract(source: SourceFile) -> Extraction:
    """What the markup itself says: nothing, or that it is nested too deeply to be read."""
    if not _too_deep(source.text):
        return Extraction()
    message = (
        f"more than {MOST_OPEN} tags are open at a time; only its scripts were read. Mend the file, or leave it"
        " out with `exclude`."
    )
    return Extraction(notifications=(Notification(message=message, path=source.shown, blocking=True),))


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """The comments of a file; its scripts and tags are pieces of it."""
    sheet = Sheet(source.text)
    return tuple(
        Passage(text=comment[1], source=comment[0], span=sheet.span(*comment.span()), prose=True)
        for comment in re.finditer(r"<!--(.{0,2000}?)-->", source.text, re.DOTALL)
    )


def pieces(text: str, dialect: Dialect) -> Iterator[Piece]:
    """The scripts, and what tags are given, as TypeScript with JSX has it."""
    sheet = Sheet(text)
    start = 0
    if dialect.front and (
        front := re.match(r"\s*---[ \t]*[\r\n](?P<code>.*?)(?<![^\r\n])---[ \t]*(?![^\r\n])", text, re.DOTALL)
    ):
        yield _piece(sheet, *front.span("code"), "tsx")
        start = front.end()
    if _too_deep(text):
        for script in _SCRIPT.finditer(text, start):
            if script["text"]:
                yield _piece(sheet, *script.span("text"), _written_in(script["tag"]))
        return
    # The front is no markup, and is blanked so that places stay what they are.
    tree = Tree(re.sub(r"[^\r\n]", " ", text[:start]) + text[start:], dialect.grammar)
    found = list(_scripts(tree, sheet))
    if tree.root.has_error:
        spelt = [each for each in _SCRIPT.finditer(text, start) if each["text"] is not None and each["text"].strip()]
        if len(spelt) > len(found):
            found = [(*each.span("text"), _written_in(each["tag"])) for each in spelt]
    for begin, end, name in found:
        yield _piece(sheet, begin, end, name)
    markup = Excerpt(sheet)
    covered = [(begin, end) for begin, end, _ in found]
    _Tags(tree, sheet, dialect, markup).read(covered)
    if markup:
        yield Piece(language="tsx", text=markup.text, place=markup.place)


def _piece(sheet: Sheet, start: int, end: int, name: str) -> Piece:
    part = Excerpt(sheet)
    part.take(start, end)
    return Piece(language=name, text=part.text, place=part.place)


def _scripts(tree: Tree, sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """From where up to where each script stands, and what it is written in."""
    for _, node in tree.nodes("(script_element) @script"):
        tag = ""
        for child in node.named_children:
            if child.type == "start_tag":
                tag = tree.text(child)
            elif child.type == "raw_text":
                yield *_offsets(child, tree, sheet), _written_in(tag)


def _written_in(tag: str) -> str:
    """The language of a script, by its tag."""
    said = {found.lastgroup: found[found.lastgroup or 0] for found in _LANGUAGE.finditer(tag)}
    return said.get("lang") or _TYPES.get(said.get("type", "module"), "")


def _offsets(node: Node, tree: Tree, sheet: Sheet) -> tuple[int, int]:
    span = tree.span(node.start_byte, node.end_byte)
    return sheet.offset(span.line, span.column), sheet.offset(span.end_line, span.end_column)


@lru_cache(maxsize=2)
def _too_deep(text: str) -> bool:
    depth = most = 0
    for tag in _TAG.finditer(text):
        if tag["end"]:
            depth = max(0, depth - 1)
        elif not tag["closed"] and tag["name"].lower() not in _NEVER_CLOSED:
            depth += 1
            most = max(most, depth)
    return most > MOST_OPEN


class _Tags:
    """What tags are given and what stands in braces, as statements of TypeScript with JSX."""

    def __init__(self, tree: Tree, sheet: Sheet, dialect: Dialect, into: Excerpt) -> None:
        self._tree = tree
        self._sheet = sheet
        self._dialect = dialect
        self._into = into

    def read(self, covered: Iterable[tuple[int, int]]) -> None:
        """Adds all that may name a model; what is `covered` is read otherwise."""
        seen: set[int] = set()
        for _, tag in self._tree.nodes("[(start_tag) (self_closing_tag)] @tag"):
            name, *attributes = tag.named_children or [tag]
            for attribute in attributes:
                if attribute.type == "attribute":
                    self._attribute(self._tree.text(name), attribute, seen)
        if self._dialect.grammar == "svelte":
            for _, node in self._tree.nodes("(svelte_raw_text) @text"):
                if node.start_byte not in seen:
                    self._expression(*_offsets(node, self._tree, self._sheet))
        if self._dialect.binds:
            at = 0
            for start, end in [*sorted(covered), (len(self._sheet.text), 0)]:
                for hole in _HOLE.finditer(self._sheet.text, at, start):
                    self._expression(*hole.span("text"))
                at = end

    def _attribute(self, tag: str, attribute: Node, seen: set[int]) -> None:
        name_node, *values = attribute.named_children
        if not values:
            return
        name, value = self._tree.text(name_node), values[0]
        start, end = _offsets(value, self._tree, self._sheet)
        if value.type == "quoted_attribute_value":
            start, end = start + 1, end - 1
            held = [part for inner in value.named_children for part in inner.named_children]
            if held and self._dialect.grammar == "svelte":
                value = held[0]
        if value.type == "expression":
            inner = next((part for part in value.named_children if part.type == "svelte_raw_text"), None)
            if inner is None:
                return
            seen.add(inner.start_byte)
            self._given(tag, name, *_offsets(inner, self._tree, self._sheet), bound=True)
        elif self._dialect.binds and name.startswith(("@", "v-on")):
            self._expression(start, end, "{", "}")
        elif self._dialect.binds and name.startswith("v-for"):
            every = _EVERY.match(self._sheet.text, start, end)
            self._expression(every.end() if every else start, end)
        elif self._dialect.binds and name.startswith(("v-", "#")) and not name.startswith("v-bind:"):
            if not name.startswith(("#", "v-slot")):
                self._expression(start, end)
        else:
            self._given(tag, name, start, end, bound=self._dialect.binds and name.startswith((":", "v-bind:", ".")))

    def _given(self, tag: str, name: str, start: int, end: int, *, bound: bool) -> None:
        """Adds what a tag is given under a name."""
        key = _KEY.match(name)
        if key is None or start >= end or _SAID.fullmatch(key["name"]):
            return
        text = self._sheet.text[start:end]
        if bound:
            if not (_QUOTE.search(text) or names_model(key["name"])):
                return
        elif len(text) > _LONGEST or len(text.split()) != 1 or '"' in text or "{" in text:
            return
        before, after = ("{(", ")}") if bound else ('"', '"')
        written = "option" if _OPTION.fullmatch(tag) else tag if _NAME.fullmatch(tag) else "x"
        self._into.put(f"(<{written} {key['name']}={before}", start, start)
        self._into.take(start, end)
        self._into.put(f"{after} />);\n", end, end)

    def _expression(self, start: int, end: int, before: str = "(", after: str = ");") -> None:
        if start < end and _QUOTE.search(self._sheet.text, start, end):
            self._into.put(before, start, start)
            self._into.take(start, end)
            self._into.put(f"{after}\n", end, end)
