"""Makes documents of the trees that tree-sitter reads: of JSON, and of JavaScript's objects, as JSON5 writes them."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.trees import Tree
from pytest_modelgate.languages._documents import Branch, Document, Scalar
from pytest_modelgate.languages._holding import Held, Places

if TYPE_CHECKING:
    from tree_sitter import Node

_STRINGS = frozenset({"string", "template_string"})
_NUMBERS = frozenset({"number", "true", "false", "null", "identifier", "undefined", "unary_expression"})
_KEYS = frozenset({"property_identifier", "shorthand_property_identifier"})
_PASSED = frozenset({"document", "program", "expression_statement", "parenthesized_expression", "ERROR", "pair"})
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Converter:
    """Turns nodes into branches and scalars; bytes become the file's characters."""

    def __init__(self, tree: Tree, places: Places, offset: int = 0) -> None:
        self.tree = tree
        self.places = places
        self.document = Document()
        self._offset = offset

    def at(self, byte: int) -> int:
        """The character at a byte."""
        return self.places.character(max(0, byte - self._offset))

    def scalar(self, node: Node) -> Scalar:
        """A node as a text, without its quotes."""
        kind = node.type
        start, end = node.start_byte, node.end_byte
        string = kind in _STRINGS or kind in _KEYS
        quoted = kind in _STRINGS and end - start >= 2
        raw = self.tree.content[start + quoted : end - quoted].decode("utf-8", "replace")
        held = Held(unescaped(raw) if quoted else raw, self.at(start + quoted), self.at(end - quoted))
        scalar = Scalar(held, string)
        self.document.scalars.append(scalar)
        return scalar

    def read(self) -> Document:
        """The documents of the whole text."""
        root = Branch(is_list=True)
        waiting: list[tuple[Node, Branch]] = [(self.tree.root, root)]
        while waiting:
            node, branch = waiting.pop()
            for child in node.named_children:
                self._take(child, branch, waiting)
        document = self.document
        document.scalars.sort(key=lambda scalar: scalar.held.start)
        document.comments.sort()
        document.roots = [root] if len(root.entries) != 1 else [self._alone(root)]
        return document

    def _alone(self, root: Branch) -> Branch:
        (_, value) = root.entries[0]
        if isinstance(value, Scalar):
            return root
        value.above = None
        return value

    def _take(self, child: Node, branch: Branch, waiting: list[tuple[Node, Branch]]) -> None:
        kind = child.type
        if kind == "pair" and child.child_count > 1:
            key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
            if key is None or value is None:
                waiting.append((child, branch))
            else:
                self._value(self.scalar(key), value, branch, waiting)
        elif kind == "comment":
            self.document.comments.append((self.at(child.start_byte), self.at(child.end_byte)))
        elif kind in _PASSED:
            if kind == "ERROR":
                self.document.unread.append((self.at(child.start_byte), self.at(child.end_byte)))
            waiting.append((child, branch))
        else:
            self._value(None, child, branch, waiting)

    def _value(self, key: Scalar | None, value: Node, branch: Branch, waiting: list[tuple[Node, Branch]]) -> None:
        kind = value.type
        if kind in ("object", "array", "inline_table"):
            inner = Branch(is_list=kind == "array")
            self._add(key, inner, branch)
            waiting.append((value, inner))
        elif kind in _STRINGS or kind in _NUMBERS:
            self._add(key, self.scalar(value), branch)

    def _add(self, key: Scalar | None, value: Scalar | Branch, branch: Branch) -> None:
        if key is None and not branch.is_list:
            # What stands in a mapping without a key was lost there by a mistake.
            lost = Branch(is_list=True, above=branch)
            lost.add(None, value)
            branch.entries.append((None, lost))
            return
        branch.add(key, value)


@lru_cache(maxsize=2)
def parsed(text: str) -> Document:
    """The documents of a text in JSON, with comments, or as JSON5 has it; `unread` where it is neither."""
    places = Places(text)
    tree = Tree(text, "json")
    document = Converter(tree, places).read()
    if not tree.root.has_error:
        return document
    loose = Tree(f"({text}\n)", "javascript")
    if not loose.root.has_error:
        return Converter(loose, places, 1).read()
    if not document.unread:
        # What is missing has no length, and nothing was passed over for it.
        return document
    document.trouble = "not valid JSON"
    document.line = places.span(*document.unread[0]).line
    return document


def unescaped(raw: str) -> str:
    """The value of a string without its quotes."""
    if "\\" not in raw:
        return raw
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return _ESCAPED.sub(r"\1", raw)
