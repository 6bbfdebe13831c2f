"""Reads TOML by tree-sitter, with every place."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.trees import Tree
from pytest_modelgate.languages._accounts import passages_of, remarks_of
from pytest_modelgate.languages._configurations import Configuration
from pytest_modelgate.languages._documents import Branch, Document, Scalar
from pytest_modelgate.languages._holding import Held, Holding, Places
from pytest_modelgate.languages._settled import may_matter
from pytest_modelgate.languages._unread import entries
from pytest_modelgate.values import Extraction, Notification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tree_sitter import Node

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.parts import Passage, Remark
    from pytest_modelgate.values import SourceFile, Use

_KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})
_OWN_FILES = frozenset({"modelgate.toml", ".modelgate.toml"})


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, _asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The occurrences of a TOML file, in order of place.

    Where the parser loses its way, lines are read in its stead, with a notification if one of them may hold an id.
    """
    # What modelgate itself is told of ids is asked of nobody.
    if source.path.name.lower() in _OWN_FILES or not may_matter(source, lexicon):
        return Extraction()
    holding = Holding(source, lexicon, deep=deep)
    document = parsed(source.text)
    notifications: list[Notification] = []
    roots = document.roots
    lost = [part for part in document.unread if lexicon.stems.within(source.text[slice(*part)])]
    for start, end in lost:
        roots = [*roots, *entries(source.text[:end], start)]
    if lost:
        line = holding.places.span(*lost[0]).line
        message = (
            "not valid TOML; from there on some of it was read line by line, with less context."
            " Mend the file, or leave it out with `exclude`."
        )
        notifications.append(Notification(message=message, path=source.shown, line=line, blocking=True))
    Configuration(holding, roots, deep=deep).read()
    if deep:
        for start, end in document.comments:
            holding.comment(start, end)
    return holding.extraction(notifications)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Tree(text, "toml")
        self.places = Places(text)
        self.document = Document()
        self.root = Branch(is_list=False)
        self._tables: dict[tuple[str, ...], Branch] = {(): self.root}

    def read(self) -> Document:
        waiting: list[tuple[Node, Branch, tuple[str, ...]]] = [(self.tree.root, self.root, ())]
        while waiting:
            node, branch, path = waiting.pop()
            for child in node.named_children:
                kind = child.type
                if kind == "comment":
                    self.document.comments.append(self._at(child))
                elif kind in ("table", "table_array_element"):
                    waiting.append((child, *self._table(child, is_array=kind != "table")))
                elif kind == "pair":
                    self._pair(child, branch, waiting)
                elif kind == "ERROR":
                    self.document.unread.append(self._at(child))
                    waiting.append((child, branch, path))
                elif kind not in _KEYS:
                    self._value(None, child, branch, waiting)
        document = self.document
        tool = self._tables.get(("tool",), self.root)
        tool.entries = [entry for entry in tool.entries if entry[1] is not self._tables.get(("tool", "modelgate"))]
        document.roots = [self.root]
        document.scalars.sort(key=lambda scalar: scalar.held.start)
        document.comments.sort()
        document.unread.sort()
        return document

    def _table(self, node: Node, *, is_array: bool) -> tuple[Branch, tuple[str, ...]]:
        keys = next((self._keys(child) for child in node.named_children if child.type in _KEYS), [])
        branch, path = self._inside(self.root, keys[:-1] if is_array else keys, ())
        if not is_array or not keys:
            return branch, path
        last = keys[-1]
        path = (*path, last.text)
        array = self._tables.get((*path, "[]"))
        if array is None:
            array = self._tables[(*path, "[]")] = Branch(is_list=True)
            branch.add(last, array)
        item = Branch(is_list=False)
        array.add(None, item)
        self._tables = {at: table for at, table in self._tables.items() if at[: len(path)] != path or at[-1] == "[]"}
        self._tables[path] = item
        return item, path

    def _inside(
        self, branch: Branch, keys: list[Scalar], path: tuple[str, ...], *, known: bool = True
    ) -> tuple[Branch, tuple[str, ...]]:
        """The branch that keys lead to, made where it is not there."""
        for key in keys:
            path = (*path, key.text)
            inner = self._tables.get(path) if known else None
            if inner is None:
                inner = Branch(is_list=False)
                branch.add(key, inner)
                if known:
                    self._tables[path] = inner
            branch = inner
        return branch, path

    def _pair(self, node: Node, branch: Branch, waiting: list[tuple[Node, Branch, tuple[str, ...]]]) -> None:
        comments = [child for child in node.named_children if child.type == "comment"]
        self.document.comments += map(self._at, comments)
        children = [child for child in node.named_children if child not in comments]
        if len(children) < 2 or children[0].type not in _KEYS:
            return
        keys = self._keys(children[0])
        if keys:
            inner, _ = self._inside(branch, keys[:-1], (), known=False)
            self._value(keys[-1], children[1], inner, waiting)

    def _value(
        self, key: Scalar | None, value: Node, branch: Branch, waiting: list[tuple[Node, Branch, tuple[str, ...]]]
    ) -> None:
        kind = value.type
        if kind in ("array", "inline_table"):
            inner = Branch(is_list=kind == "array")
            branch.add(key, inner)
            waiting.append((value, inner, ()))
        elif key is not None or branch.is_list:
            branch.add(key, self._scalar(value))

    def _keys(self, node: Node) -> list[Scalar]:
        found: list[Scalar] = []
        waiting = [node]
        while waiting:
            key = waiting.pop()
            if key.type == "dotted_key":
                waiting += reversed(key.named_children)
            elif key.type in _KEYS:
                found.append(self._scalar(key))
        return found

    def _scalar(self, node: Node) -> Scalar:
        start, end = self._at(node)
        raw = self.text[start:end]
        if node.type not in ("string", "quoted_key"):
            scalar = Scalar(Held(raw, start, end), node.type == "bare_key")
        else:
            mark = 3 if raw.startswith(('"""', "'''")) and len(raw) >= 6 else 1
            value = raw[mark : len(raw) - mark]
            start, end = start + mark, max(start + mark, end - mark)
            if mark == 3 or "\\" in value:
                value = _value_of(raw, value)
                inner = self.text[start:end]
                start, end = start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
            scalar = Scalar(Held(value, start, max(start, end)))
        self.document.scalars.append(scalar)
        return scalar

    def _at(self, node: Node) -> tuple[int, int]:
        return self.places.character(node.start_byte), self.places.character(node.end_byte)


def _value_of(raw: str, value: str) -> str:
    try:
        return str(tomllib.loads(f"key = {raw}")["key"])
    except (tomllib.TOMLDecodeError, RecursionError):
        return value


@lru_cache(maxsize=2)
def parsed(text: str) -> Document:
    """The document of a text; `unread` where it is not TOML."""
    return _Builder(text).read()


def passages(source: SourceFile) -> tuple[Passage, ...]:
    """Every text, key and comment of a file in order of place."""
    document = parsed(source.text)
    unread = [branch for start, end in document.unread for branch in entries(source.text[:end], start)]
    return passages_of(source, document, unread=unread)


def remarks(source: SourceFile) -> Iterator[Remark]:
    """The comments of a file in order of place."""
    return remarks_of(source, parsed(source.text).comments)
