"""A tree of code with the shape of each node, and the way from a place in the text to what stands around it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Grammar
    from pytest_modelgate.grammars.shapes import Shape

_MOST = 3_000_000
"""Steps through one tree after which no further way is looked for: hostile files nest deeper than any that is real."""
_DEEPEST = 60
"""Looks that one look may lead to, each through the one before."""
_FEW = 40
"""Words that are looked for one by one, before all are found at once."""
_WORD = re.compile(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*")
_WORDY = re.compile(rb"[\w$\x80-\xff]")
_PLAIN_WORD = re.compile(rb"[A-Za-z_\x80-\xff][\w\x80-\xff]*")
_PLAINLY_WORDY = re.compile(rb"[\w\x80-\xff]")


class Syntax(Tree):
    """A text of a language. Only the ways to the places that are asked for are walked."""

    def __init__(self, text: str, grammar: Grammar, tree: str = "") -> None:
        super().__init__(text, tree or grammar.tree, grammar.mended)
        self.grammar = grammar
        self._word, self._wordy = (_PLAIN_WORD, _PLAINLY_WORDY) if grammar.dollar else (_WORD, _WORDY)
        self._shapes: dict[int, Shape | None] = {}
        self._parents: dict[int, Node | None] = {self.root.id: None}
        self._children: dict[int, tuple[list[Node], dict[int, int]]] = {}
        self._places: dict[str, list[int]] = {}
        self._steps = 0
        self._looking = 0

    def shape(self, node: Node) -> Shape | None:
        """What a node says; None for one that the language does not describe.

        What a look asks of the nodes below its own is answered to some depth alone, so that it needs no care of it.
        """
        if node.id not in self._shapes:
            look = self.grammar.shapes.get(node.type)
            if look is not None and self._looking > _DEEPEST:
                return None
            self._looking += 1
            self._shapes[node.id] = None if look is None else look(self, node)
            self._looking -= 1
        return self._shapes[node.id]

    def parent(self, node: Node) -> Node | None:
        """What a node stands in."""
        if node.id not in self._parents:
            for _ in self.leaves((node.start_byte,), until=node):
                pass
        # A node without any text is not found by its place.
        return self._parents[node.id] if node.id in self._parents else self._spent(node)

    def before(self, node: Node) -> Node | None:
        """What stands right before a node, signs included, in what it stands in."""
        return self._beside(node, -1)

    def after(self, node: Node) -> Node | None:
        """What stands right behind a node, signs included, in what it stands in."""
        return self._beside(node, 1)

    def _beside(self, node: Node, step: int) -> Node | None:
        # A node itself finds its neighbours from the root of the tree, which may be far.
        above = self.parent(node)
        if above is None:
            return None
        if above.id not in self._children:
            children = above.children
            self._children[above.id] = children, {child.id: at for at, child in enumerate(children)}
        children, places = self._children[above.id]
        at = places.get(node.id, -1) + step
        return children[at] if node.id in places and 0 <= at < len(children) else None

    def ancestors(self, node: Node) -> Iterator[tuple[Node, Node]]:
        """Each node around one, the nearest first, with the child in which it holds it."""
        above = self.parent(node)
        while above is not None and self._steps < _MOST:
            self._steps += 1
            yield above, node
            node, above = above, self.parent(above)

    def leaves(self, offsets: Iterable[int], until: Node | None = None) -> Iterator[Node]:
        """The innermost node at each of the offsets, which are in order, or the node `until` where that is met."""
        cursor = self.root.walk()
        way = [self.root]
        for offset in offsets:
            while len(way) > 1 and offset >= way[-1].end_byte:
                cursor.goto_parent()
                way.pop()
            while self._steps < _MOST and (until is None or way[-1].id != until.id):
                if cursor.goto_first_child_for_byte(offset) is None:
                    break
                node = cursor.node
                self._steps += 1
                if node is None or node.start_byte > offset:
                    cursor.goto_parent()
                    break
                self._parents[node.id] = way[-1]
                way.append(node)
            yield way[-1]

    def places(self, word: str) -> list[int]:
        """Where a word stands in the text, whether or not it is a name there."""
        if word not in self._places:
            sign = len(word) - len(word.lstrip(self.grammar.sigil or " "))
            # A sign before a name belongs to the same leaf as the name.
            known = self._words.get(word[sign:].encode(), []) if len(self._places) > _FEW else None
            self._places[word] = self._search(word) if known is None else known
        return self._places[word]

    def _search(self, word: str) -> list[int]:
        sought, content, found = word.encode(), self.content, []
        at = content.find(sought)
        while at >= 0 and sought:
            end = at + len(sought)
            if not (self._wordy.match(content, at - 1) if at else None) and not self._wordy.match(content, end):
                found.append(at)
            at = content.find(sought, end)
        return found

    @cached_property
    def _words(self) -> dict[bytes, list[int]]:
        """All words, with their places, for texts of which many are looked for."""
        found: dict[bytes, list[int]] = {}
        for match in self._word.finditer(self.content):
            found.setdefault(match.group(), []).append(match.start())
        return found

    def _spent(self, node: Node) -> Node | None:
        return None if self._steps >= _MOST else node.parent
