"""What text an expression is: literals and what joins them, constants followed, with holes for what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.syntax import is_join, last_name
from pytest_modelgate.languages.python.tree import key_of
from pytest_modelgate.vocabulary import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.languages.python.literals import Literal
    from pytest_modelgate.languages.python.tree import Tree

_LONGEST = 1_000
"""Characters beyond which a text is not followed: sums of sums can grow without end."""


class Texts:
    """Reads the texts of one tree."""

    def __init__(self, tree: Tree, literals: Sequence[Literal]) -> None:
        self.tree = tree
        self.literals = literals
        self._texts: dict[cst.CSTNode, str | None] = {}

    def text(self, node: cst.CSTNode | None) -> str | None:
        """The text that an expression always is, joins followed, or None when that is not known."""
        if node is None:
            return None
        if node not in self._texts:
            # A text that holds itself is not known.
            self._texts[node] = None
            text = self._text(node)
            self._texts[node] = text if text is None or len(text) <= _LONGEST else None
        return self._texts[node]

    def _text(self, node: cst.CSTNode) -> str | None:
        number = self.tree.number_of(node)
        if number is not None:
            return self._literal(self.literals[number], node)
        if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
            return self._sum(node)
        if isinstance(node, cst.Call) and last_name(node.func) == "join" and len(node.args) == 1:
            separator = self.text(getattr(node.func, "value", None))
            parts = node.args[0].value
            if separator is None or not isinstance(parts, cst.List | cst.Tuple):
                return None
            return _joined(separator, [self.text(element.value) for element in parts.elements])
        if isinstance(node, cst.Name | cst.Attribute):
            bindings = self.tree.bindings(node)
            if len(bindings) == 1 and not (bindings[0].element or bindings[0].parameter):
                return self.text(bindings[0].value)
        return node.value if isinstance(node, cst.Integer | cst.Float) else None

    def outline(self, node: cst.CSTNode) -> str:
        """The text of an expression with `{}` for what is not known."""
        text = self.text(node)
        if text is not None:
            return text
        number = self.tree.number_of(node)
        if number is not None and isinstance(node, cst.Call):
            holes = iter(node.args[1:])
            parts = self.literals[number].parts
            return "".join(part if isinstance(part, str) else self.text(next(holes).value) or "{}" for part in parts)
        if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
            return (self.text(node.left) or "{}") + (self.text(node.right) or "{}")
        if isinstance(node, cst.Name | cst.Attribute):
            values = [bound.value for bound in self.tree.bindings(node) if bound.value is not None]
            if len(values) == 1 and (is_join(values[0]) or self.tree.number_of(values[0]) is not None):
                return self.outline(values[0])
        return "{}"

    def variable(self, node: cst.CSTNode) -> str | None:
        """The environment variable that an expression is the value of, or None."""
        if isinstance(node, cst.Name):
            bindings = self.tree.bindings(node)
            if len(bindings) == 1 and isinstance(bindings[0].value, cst.Call | cst.Subscript):
                return self.variable(bindings[0].value)
        elif isinstance(node, cst.BooleanOperation):
            return self.variable(node.left)
        elif isinstance(node, cst.Subscript) and last_name(node.value) == "environ":
            return self.tree.text_of(key_of(node))
        elif isinstance(node, cst.Call) and node.args:
            dotted = self.tree.dotted(node.func) or ""
            if last_name(node.func) in ENVIRONMENT or ".environ." in f".{dotted}.":
                return self.tree.text_of(node.args[0].value)
        return None

    def _literal(self, literal: Literal, node: cst.CSTNode) -> str | None:
        """A literal's value, the holes of an f-string filled where they are constants."""
        if literal.value is not None or not isinstance(node, cst.Call):
            return literal.value
        holes = iter(node.args[1:])
        return _joined("", [part if isinstance(part, str) else self.text(next(holes).value) for part in literal.parts])

    def _sum(self, node: cst.BinaryOperation) -> str | None:
        """The text of a chain of `+`, walked down its left side without recursion: such chains can be long."""
        parts: list[str | None] = []
        at: cst.BaseExpression = node
        while isinstance(at, cst.BinaryOperation) and isinstance(at.operator, cst.Add):
            parts.append(None if isinstance(at.right, cst.Integer | cst.Float) else self.text(at.right))
            at = at.left
        return _joined("", [self.text(at), *reversed(parts)])


def _joined(separator: str, texts: list[str | None]) -> str | None:
    known = [text for text in texts if text is not None]
    return separator.join(known) if len(known) == len(texts) else None
