"""What C# makes: objects and what they are given, lists, dictionaries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import arguments_of, bind, call_of, named, text_of
from pytest_modelgate.grammars.shapes import Argument, Call, Member, Pair, Record, Sequence, Spread, Through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_WRAPPERS = frozenset({"Uri", "ApiKeyCredential", "AzureKeyCredential", "StringContent"})
"""Classes whose objects are, as far as a client is concerned, the text that they are made of."""
_LISTS = frozenset({"List", "IList", "IReadOnlyList", "IEnumerable", "Collection", "Queue", "Stack", "LinkedList"})
_SETS = frozenset({"HashSet", "SortedSet", "FrozenSet", "ImmutableHashSet", "ISet", "IReadOnlySet"})
_MAPS = re.compile(r"Dictionary$")
_COMMANDS = frozenset({"Option", "Argument", "CliOption", "CliArgument"})
"""Classes whose objects are the options of a command."""


def _argument(tree: Syntax, node: Node) -> Argument:
    called = node.child_by_field_name("name")
    inner = [each for each in named(node) if called is None or each.id != called.id]
    return Argument(inner[-1] if inner else node, text_of(tree, called))


def arguments_in(tree: Syntax, node: Node | None) -> tuple[Argument, ...]:
    return arguments_of(tree, node, _argument)


def new(tree: Syntax, node: Node) -> Shape | None:
    """`new X(a) { B = b }`: an object, a list or a dictionary, by what stands between its braces and its type."""
    kind = node.child_by_field_name("type")
    braces = next((child for child in node.children if child.type == "initializer_expression"), None)
    given = arguments_in(tree, next((child for child in node.children if child.type == "argument_list"), None))
    if kind is None:
        kind = _declared(tree, node)
    last = "" if kind is None else tree.text(kind).partition("<")[0].rpartition(".")[2]
    inner = named(braces)
    if last in _SETS:
        return Sequence(tuple(inner) or tuple(each.value for each in given), asked=True)
    if _MAPS.search(last) or (inner and all(_is_entry(each) for each in inner)):
        return Record(tuple(_entries(inner)))
    if inner and all(each.type != "assignment_expression" for each in inner):
        return Sequence(tuple(inner))
    if last in _LISTS and inner:
        return Sequence(tuple(inner))
    if last in _WRAPPERS and given:
        return Through(given[0].value)
    given = (*given, *_members(tree, inner))
    if kind is None:
        return Call(None, "", given, makes=True)
    return call_of(tree, kind, given, makes=last not in _COMMANDS)


def _declared(tree: Syntax, node: Node) -> Node | None:
    """The type that `new()` makes an object of: that of the variable or property to which it is given."""
    for _ in range(2):
        above = tree.parent(node)
        if above is None:
            return None
        kind = above.child_by_field_name("type")
        if kind is not None and above.type in ("variable_declaration", "property_declaration", "parameter"):
            inner = kind.child_by_field_name("type") if kind.type == "nullable_type" else None
            return inner or kind
        node = above
    return None


def _is_entry(node: Node) -> bool:
    """Whether a part of what stands between braces is an entry of a dictionary: `["a"] = b` or `{ "a", b }`."""
    if node.type == "assignment_expression":
        left = node.child_by_field_name("left")
        return left is not None and left.type == "element_binding_expression"
    return node.type == "initializer_expression" and node.named_child_count == 2


def _entries(parts: list[Node]) -> Iterator[Pair]:
    for part in parts:
        if part.type == "assignment_expression":
            left, right = part.child_by_field_name("left"), part.child_by_field_name("right")
            key = None if left is None else between(left)
            if key is not None and right is not None:
                yield Pair(key, right)
        elif part.type == "initializer_expression" and len(inner := named(part)) == 2:  # a key and a value
            yield Pair(inner[0], inner[1])


def between(node: Node) -> Node | None:
    """What stands between brackets, where it is one thing."""
    given = [child for child in named(node) if child.type == "argument"]
    return next(iter(named(given[0])[-1:]), None) if len(given) == 1 else None


def _members(tree: Syntax, parts: list[Node]) -> Iterator[Argument]:
    for part in parts:
        left, right = part.child_by_field_name("left"), part.child_by_field_name("right")
        if left is not None and right is not None and left.type == "identifier":
            yield Argument(right, tree.text(left))


def braces(tree: Syntax, node: Node) -> Shape | None:
    """What stands between braces: of an array its values, of `Member = { ... }` a list or an object without a name."""
    above = tree.parent(node)
    if above is None or above.type in ("object_creation_expression", "implicit_object_creation_expression"):
        return None
    parts = named(node)
    if above.type == "initializer_expression" and len(parts) == 2:
        return None
    if parts and all(_is_entry(each) for each in parts):
        return Record(tuple(_entries(parts)))
    members = tuple(_members(tree, parts))
    return Call(None, "", members, makes=True) if members else Sequence(tuple(parts))


def assignment(tree: Syntax, node: Node) -> Shape | None:
    """An assignment; between the braces of a new object, what is given it is told by the object."""
    above = tree.parent(node)
    return None if above is not None and above.type == "initializer_expression" else _ASSIGNED(tree, node)


_ASSIGNED = bind("left", "right")


def altered(tree: Syntax, node: Node) -> Shape | None:
    """`options with { Model = "x" }`."""
    inner = named(node)
    given = [named(child) for child in inner[1:] if child.type == "with_initializer"]
    members = tuple(Argument(parts[-1], tree.text(parts[0])) for parts in given if len(parts) == 2)
    return Call(inner[0], "with", members, makes=True) if inner else None


def anonymous(tree: Syntax, node: Node) -> Record:
    """`new { model = "x", messages }`."""
    pairs: list[Pair] = []
    waiting: Node | None = None
    named_so = False
    for child in node.children:
        if child.type == "=":
            named_so = True
        elif child.is_named and child.type != "comment":
            if named_so and waiting is not None:
                pairs.append(Pair(waiting, child, tree.text(waiting)))
                waiting, named_so = None, False
            else:
                waiting = child
        elif child.type in (",", "}") and waiting is not None:
            pairs.append(Pair(waiting, waiting, _short(tree, waiting)))
            waiting = None
    return Record(tuple(pairs))


def _short(tree: Syntax, node: Node) -> str:
    """What a member is called that has the name of its value: `b` for `a.b`."""
    shape = tree.shape(node)
    return shape.name if isinstance(shape, Member) else tree.text(node)


def array(tree: Syntax, node: Node) -> Shape | None:
    braces = next((child for child in node.children if child.type == "initializer_expression"), None)
    return None if braces is None else Through(braces)


def collection(tree: Syntax, node: Node) -> Sequence:
    elements = [inner for child in named(node) for inner in named(child)]
    values = [value for each in elements for value in (named(each) if each.type == "expression_element" else [each])]
    above = tree.parent(node)
    kind = None if above is None else _declared(tree, node)
    return Sequence(tuple(values), asked=kind is not None and tree.text(kind).partition("<")[0] in _SETS)


def row(tree: Syntax, node: Node) -> Shape:
    parts = named(node)
    keys = [part.child_by_field_name("name") for part in parts]
    given = arguments_in(tree, node)
    pairs = tuple(Pair(key, each.value, each.name) for key, each in zip(keys, given, strict=True) if key is not None)
    return Record(pairs) if pairs and len(pairs) == len(parts) else Sequence(tuple(each.value for each in given))


def spread(tree: Syntax, node: Node) -> Shape | None:
    return Spread(inner[0]) if (inner := named(node)) else None
