"""What the declarations, statements and branches of PHP say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import named, text_of
from pytest_modelgate.grammars.shapes import (
    Answer,
    Bind,
    Case,
    Class,
    Either,
    Function,
    Holds,
    Import,
    Pattern,
    Text,
    Where,
)

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_STATEMENTS = ("compound_statement", "colon_block")


def assigned(tree: Syntax, node: Node) -> Shape | None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    return None if left is None else Bind(((left, right),))


def pattern(tree: Syntax, node: Node) -> Pattern:
    parts: list[tuple[str, Node, Node | None]] = []
    key = ""
    for child in named(node):
        said = tree.shape(child)
        if isinstance(said, Text):
            key = next((part for part in said.parts if isinstance(part, str)), "")
        else:
            parts.append((key, child, None))
            key = ""
    return Pattern(tuple(parts))


def constant(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    around = tree.parent(tree.parent(node) or node)
    holds = Holds.VARIABLE if around is None or around.type == "program" else Holds.CONSTANT
    return Bind(((inner[0], inner[-1]),), holds) if len(inner) > 1 else None


def parameter(tree: Syntax, node: Node) -> Shape | None:
    target = node.child_by_field_name("name")
    default, kind = node.child_by_field_name("default_value"), node.child_by_field_name("type")
    return None if target is None else Bind(((target, default),), Holds.PARAMETER, kind)


def field(tree: Syntax, node: Node) -> Shape | None:
    target, above = node.child_by_field_name("name"), tree.parent(node)
    kind = None if above is None else above.child_by_field_name("type")
    value = node.child_by_field_name("default_value")
    return None if target is None else Bind(((target, value),), Holds.FIELD, kind)


def function(tree: Syntax, node: Node) -> Function:
    listed = named(node.child_by_field_name("parameters"))
    targets = tuple(each.child_by_field_name("name") or each for each in listed)
    body = node.child_by_field_name("body")
    answers = body is not None and body.type not in _STATEMENTS
    return Function(text_of(tree, node.child_by_field_name("name")), targets, body, answers)


def class_of(tree: Syntax, node: Node) -> Class:
    clauses = (child for child in named(node) if child.type == "base_clause")
    bases = tuple(base for clause in clauses for base in named(clause))
    return Class(text_of(tree, node.child_by_field_name("name")), bases, node.type == "enum_declaration")


def conditional(tree: Syntax, node: Node) -> Shape | None:
    test, body = node.child_by_field_name("condition"), node.child_by_field_name("body")
    other = node.child_by_field_name("alternative")
    if test is None or other is None:
        return None
    return Either((test, other), fallback=True) if body is None else Either((body, other), test)


def match(tree: Syntax, node: Node) -> Shape | None:
    return Either(tuple(named(node.child_by_field_name("body"))), node.child_by_field_name("condition"))


def arm(tree: Syntax, node: Node) -> Case:
    conditions = named(node.child_by_field_name("conditional_expressions"))
    return Case(tuple(conditions), node.child_by_field_name("return_expression"))


def case(tree: Syntax, node: Node) -> Case:
    value = node.child_by_field_name("value")
    return Case(() if value is None else (value,))


def each(tree: Syntax, node: Node) -> Shape | None:
    inner = [child for child in named(node) if child.type not in _STATEMENTS]
    if len(inner) < 2:
        return None
    target = named(inner[1])[-1] if inner[1].type == "pair" and named(inner[1]) else inner[1]
    return Bind(((target, inner[0]),), each=True)


def answer(tree: Syntax, node: Node) -> Answer:
    return Answer(next(iter(named(node)), None))


def statement(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    return Where.ALONE if inner and inner[0].type in ("string", "encapsed_string") else None


def imported(tree: Syntax, node: Node) -> Import:
    r"""`use A\B as C, A\D`, `use A\{B, C}`."""
    names: list[tuple[str, str]] = []
    before = ""
    for child in named(node):
        if child.type == "namespace_name":
            before = f"{tree.text(child)}\\"
        clauses = named(child) if child.type == "namespace_use_group" else [child]
        for clause in (each for each in clauses if each.type == "namespace_use_clause"):
            alias = clause.child_by_field_name("alias")
            inner = [part for part in named(clause) if alias is None or part.id != alias.id]
            if inner:
                module, _, last = f"{before}{tree.text(inner[-1])}".lstrip("\\").rpartition("\\")
                names.append((text_of(tree, alias) or last, f"{module}#{last}"))
    return Import(tuple(names))
