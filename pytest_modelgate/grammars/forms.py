"""The usual ways in which nodes of tree-sitter's grammars are read as shapes, by the names of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.shapes import (
    Argument,
    Bind,
    Call,
    Compare,
    Either,
    Holds,
    Join,
    Member,
    Name,
    Sequence,
    Text,
    Through,
    Where,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Look
    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_COMMENTS = frozenset({"comment", "line_comment", "block_comment", "multiline_comment"})


def named(node: Node | None) -> list[Node]:
    """The children of a node that are more than signs, without comments."""
    return [] if node is None else [child for child in node.named_children if child.type not in _COMMENTS]


def text_of(tree: Syntax, node: Node | None) -> str:
    """What the file says there; empty for nothing."""
    return "" if node is None else tree.text(node)


def name(tree: Syntax, node: Node) -> Name:
    """A leaf that is a name."""
    return Name(tree.text(node))


def string(
    *,
    quotes: int = 1,
    escapes: Iterable[str] = ("escape_sequence",),
    holes: Iterable[str] = (),
    unescape: Callable[[str], str] | None = None,
) -> Look:
    """A string of nodes: `quotes` bytes at either end, children of types `escapes` that spell other characters, and
    children of types `holes` with one expression each. Without `unescape`, an escape stands for itself.
    """
    escaped, holed = frozenset(escapes), frozenset(holes)

    def look(tree: Syntax, node: Node) -> Text:
        start, end = node.start_byte + quotes, max(node.start_byte + quotes, node.end_byte - quotes)
        return text_between(tree, node, start, end, escaped, holed, unescape)

    return look


def text_between(
    tree: Syntax,
    node: Node,
    start: int,
    end: int,
    escapes: frozenset[str],
    holes: frozenset[str] = frozenset(),
    unescape: Callable[[str], str] | None = None,
) -> Text:
    """A string whose text stands in these bytes of a node: escapes and holes are children of those types."""
    parts: list[str | Node] = []
    at, plain, fixed = start, True, ""
    for child in node.named_children:
        if child.type not in escapes and child.type not in holes:
            continue
        fixed += tree.content[at : child.start_byte].decode("utf-8", "replace")
        at, plain = child.end_byte, False
        if child.type in escapes:
            fixed += unescape(tree.text(child)) if unescape else tree.text(child)
            continue
        inner = named(child)
        parts += [fixed, inner[0] if inner else child]
        fixed = ""
    fixed += tree.content[at:end].decode("utf-8", "replace")
    return Text((*parts, fixed) if fixed or not parts else tuple(parts), start, end, plain and "\n" not in fixed)


def member(of: str, last: str) -> Look:
    """`a.b`: the fields that hold `a` and `b`."""

    def look(tree: Syntax, node: Node) -> Shape | None:
        owner, called = node.child_by_field_name(of), node.child_by_field_name(last)
        if called is None:
            return None
        return Name(tree.text(called)) if owner is None else Member(owner, tree.text(called))

    return look


def call(callee: str, arguments: str, argument: Callable[[Syntax, Node], Argument] | None = None, **more: bool) -> Look:
    """A call whose callee is an expression: `a.b(c)`. `argument` reads one child of the list of arguments."""

    def look(tree: Syntax, node: Node) -> Shape | None:
        called = node.child_by_field_name(callee)
        given = arguments_of(tree, node.child_by_field_name(arguments), argument)
        return None if called is None else call_of(tree, called, given, **more)

    return look


def call_of(tree: Syntax, callee: Node, arguments: tuple[Argument, ...], *, makes: bool = False) -> Call:
    """A call of an expression: of a name, of a member, or of anything else, which has no name."""
    shape = tree.shape(callee)
    while isinstance(shape, Through):
        callee = shape.value
        shape = tree.shape(callee)
    if isinstance(shape, Member):
        return Call(shape.of, shape.name, arguments, makes)
    return Call(None, shape.text, arguments, makes) if isinstance(shape, Name) else Call(callee, "", arguments, makes)


def arguments_of(
    tree: Syntax, node: Node | None, argument: Callable[[Syntax, Node], Argument] | None = None
) -> tuple[Argument, ...]:
    """The arguments that stand in a list of them."""
    return tuple(argument(tree, child) if argument else Argument(child) for child in named(node))


def bind(target: str, value: str, *, holds: Holds = Holds.VARIABLE, annotation: str = "") -> Look:
    """One target that is given one value."""

    def look(tree: Syntax, node: Node) -> Shape | None:
        to = node.child_by_field_name(target)
        kind = node.child_by_field_name(annotation) if annotation else None
        return None if to is None else Bind(((to, node.child_by_field_name(value)),), holds, kind)

    return look


def binds(targets: str, values: str, *, holds: Holds = Holds.VARIABLE, annotation: str = "") -> Look:
    """Targets in a row that are given values in a row: `a, b := c, d`. One value for several is the value of each."""

    def look(tree: Syntax, node: Node) -> Shape | None:
        to = _each(node.children_by_field_name(targets))
        given: list[Node | None] = [*_each(node.children_by_field_name(values))]
        kind = node.child_by_field_name(annotation) if annotation else None
        if len(given) == 1:
            given *= len(to)
        given += [None] * (len(to) - len(given))
        return Bind(tuple(zip(to, given, strict=False)), holds, kind) if to else None

    return look


def _each(nodes: list[Node]) -> list[Node]:
    """The expressions of a field, one by one, where a list holds them."""
    plain = [node for node in nodes if node.is_named]
    return [child for node in plain for child in (named(node) if node.type == "expression_list" else [node])]


def through(field: str = "") -> Look:
    """An expression around another: its field, or its first child that is more than a sign."""

    def look(tree: Syntax, node: Node) -> Shape | None:
        inner = node.child_by_field_name(field) if field else next(iter(named(node)), None)
        return None if inner is None else Through(inner)

    return look


def sequence(tree: Syntax, node: Node) -> Sequence:
    """Values in a row, its children."""
    return Sequence(tuple(named(node)))


def either(*fields: str, test: str = "") -> Look:
    """One of its fields, as `test` decides."""

    def look(tree: Syntax, node: Node) -> Shape | None:
        values = (node.child_by_field_name(field) for field in fields)
        return Either(
            tuple(value for value in values if value is not None), node.child_by_field_name(test) if test else None
        )

    return look


def binary(
    left: str = "left",
    sign: str = "operator",
    right: str = "right",
    *,
    joins: Iterable[str] = ("+",),
    falls_back: Iterable[str] = ("||", "??"),
    compares: Iterable[str] = ("==", "!=", "===", "!==", "<", ">", "<=", ">=", "in"),
) -> Look:
    """Two expressions with a sign between them, which decides what they say; any other sign says nothing."""
    joining, falling, comparing = frozenset(joins), frozenset(falls_back), frozenset(compares)

    def look(tree: Syntax, node: Node) -> Shape | None:
        sides = (node.child_by_field_name(left), node.child_by_field_name(right))
        values = tuple(side for side in sides if side is not None)
        operator = text_of(tree, node.child_by_field_name(sign))
        if operator in joining:
            return Join(values)
        if operator in falling:
            return Either(values, fallback=True)
        return Compare(values) if operator in comparing else None

    return look


def compare(tree: Syntax, node: Node) -> Compare:
    """Its children are compared."""
    return Compare(tuple(named(node)))


def of_type(tree: Syntax, node: Node) -> Where:
    """What stands here is a type."""
    return Where.TYPE
