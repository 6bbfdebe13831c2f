"""What those nodes of Go say whose fields alone do not tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import arguments_of, call_of, named, text_between, text_of
from pytest_modelgate.grammars.shapes import (
    Answer,
    Argument,
    Bind,
    Call,
    Case,
    Class,
    Compare,
    Either,
    Function,
    Holds,
    Import,
    Item,
    Pair,
    Record,
    Sequence,
    Text,
    Through,
)

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{3})|([\s\S]))")
_LETTERS = {"a": "\a", "n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPES = frozenset({"escape_sequence"})
_UNICODE = 0x110000
_DEFAULT = re.compile(rb'(?:\bdefault|envDefault|\bDefault):"(?P<text>[^"\\]*)"')
"""What a field's tag says that the field is when nobody says otherwise."""
_VERSION = re.compile(r"v\d+")
_AFFIXES = re.compile(r"^go-|^go\.|(?:-sdk)?-go$|\.go$|\.v\d+$|^gopkg\.")
"""What the names of modules have around the names of their packages."""
_ROWS = ("slice_type", "array_type", "implicit_length_array_type")
_NEAR = 600
"""Bytes around a constant in which others are looked for."""
_TYPED = 3
"""Constants of one type in one declaration from which they are what there is to choose from."""


def string(tree: Syntax, node: Node) -> Text:
    """A string in quotes, or a raw one; of a field's tag, the default in it."""
    if node.type == "raw_string_literal" and (tag := _default(tree, node)) is not None:
        return tag
    inside = node.start_byte + 1, max(node.start_byte + 1, node.end_byte - 1)
    return text_between(tree, node, *inside, _ESCAPES, unescape=_unescaped)


def _default(tree: Syntax, node: Node) -> Text | None:
    above = tree.parent(node)
    if above is None or above.type != "field_declaration":
        return None
    match = _DEFAULT.search(tree.content, node.start_byte, node.end_byte)
    text = match["text"].decode("utf-8", "replace") if match else ""
    return Text((text,), *match.span("text")) if match else None


def _unescaped(escape: str) -> str:
    found = _ESCAPE.fullmatch(escape)
    if found is None:
        return escape
    code = found[1] or found[2] or found[3]
    if code or found[4]:
        number = int(code, 16) if code else int(found[4], 8)
        return chr(number) if number < _UNICODE else escape
    return _LETTERS.get(found[5], found[5])


def _argument(tree: Syntax, node: Node) -> Argument:
    inner = named(node) if node.type == "variadic_argument" else []
    return Argument(inner[0], spread=True) if inner else Argument(node)


def call(tree: Syntax, node: Node) -> Shape | None:
    """A call; `cmp.Or` gives the first of its arguments that is anything."""
    callee = node.child_by_field_name("function")
    given = arguments_of(tree, node.child_by_field_name("arguments"), _argument)
    if callee is None:
        return None
    if callee.type == "selector_expression" and tree.text(callee) == "cmp.Or":
        return Either(tuple(each.value for each in given), fallback=True)
    return call_of(tree, callee, given)


def composite(tree: Syntax, node: Node) -> Shape | None:
    """A map, a list, or a struct: `pkg.T{Model: "m"}` makes a `T`."""
    kind, body = node.child_by_field_name("type"), node.child_by_field_name("body")
    if kind is None or body is None:
        return None
    if kind.type == "map_type":
        return _record(tree, body)
    if kind.type in _ROWS:
        return Sequence(tuple(_inner(each) for each in _values(body)))
    if kind.type == "generic_type":
        kind = kind.child_by_field_name("type") or kind
    given: list[Argument] = []
    for each in named(body):
        key, value = _keyed(each)
        if key is not None and key.type != "identifier":
            # A type whose name stands for a map.
            return _record(tree, body)
        given.append(Argument(value, text_of(tree, key)))
    return Call(None, "", tuple(given), makes=True) if kind.type == "struct_type" else _of_kind(tree, kind, given)


def _of_kind(tree: Syntax, kind: Node, given: list[Argument]) -> Call:
    return call_of(tree, kind, tuple(given), makes=True)


def elided(tree: Syntax, node: Node) -> Shape | None:
    """What stands in braces without its type, in a list or a map whose type tells it."""
    above = tree.parent(node)
    if above is None or above.type == "composite_literal":
        return None
    return _record(tree, node) if any(_keyed(each)[0] is not None for each in named(node)) else _row(node)


def _row(node: Node) -> Sequence:
    return Sequence(tuple(_inner(each) for each in _values(node)))


def _record(tree: Syntax, body: Node) -> Record:
    pairs: list[Pair] = []
    for each in named(body):
        key, value = _keyed(each)
        if key is not None:
            pairs.append(Pair(key, value, tree.text(key) if key.type == "identifier" else ""))
    return Record(tuple(pairs))


def _keyed(element: Node) -> tuple[Node | None, Node]:
    parts = named(element) if element.type == "keyed_element" else []
    if len(parts) != 2:  # a key and a value
        return None, _inner(element)
    return _inner(parts[0]), _inner(parts[1])


def _values(body: Node) -> list[Node]:
    return [_keyed(each)[1] for each in named(body)]


def _inner(element: Node) -> Node:
    return next(iter(named(element)), element) if element.type == "literal_element" else element


def constants(tree: Syntax, node: Node) -> Shape | None:
    """Constants; where a declaration has many of one type, members of it."""
    kind = node.child_by_field_name("type")
    above = tree.parent(node) if kind is not None else None
    same = 0
    if kind is not None and above is not None:
        # A declaration may be of any length: what stands near tells.
        beside = max(above.start_byte, node.start_byte - _NEAR), min(above.end_byte, node.end_byte + _NEAR)
        same = len(re.findall(rb"\s%s\s*=" % re.escape(tree.text(kind).encode()), tree.content[slice(*beside)]))
    return _bound(node, "name", "value", Holds.MEMBER if same >= _TYPED else Holds.VARIABLE)


def variables(tree: Syntax, node: Node) -> Shape | None:
    """Variables that are declared."""
    return _bound(node, "name", "value")


def assigned(tree: Syntax, node: Node) -> Shape | None:
    """Names, members or items that are given values."""
    return _bound(node, "left", "right")


def _bound(node: Node, names: str, values: str, holds: Holds = Holds.VARIABLE) -> Shape | None:
    targets = _each(node.children_by_field_name(names))
    given: list[Node | None] = [*_each(node.children_by_field_name(values))]
    if len(given) == 1:
        given *= len(targets)
    given += [None] * (len(targets) - len(given))
    kind = node.child_by_field_name("type")
    return Bind(tuple(zip(targets, given, strict=False)), holds, kind) if targets else None


def _each(nodes: list[Node]) -> list[Node]:
    plain = [node for node in nodes if node.is_named]
    return [child for node in plain for child in (named(node) if node.type == "expression_list" else [node])]


def loop(tree: Syntax, node: Node) -> Shape | None:
    """`for _, each := range all`; with one name, `range` gives keys or places."""
    right = node.child_by_field_name("right")
    left = _each(node.children_by_field_name("left"))
    return Bind(((left[1], right),), each=True) if right is not None and len(left) == 2 else None  # a key and a value


def parameter(tree: Syntax, node: Node) -> Shape | None:
    """Parameters of one type."""
    names = [each for each in node.children_by_field_name("name") if each.is_named]
    kind = node.child_by_field_name("type")
    return Bind(tuple((each, None) for each in names), Holds.PARAMETER, kind) if names else None


def field(tree: Syntax, node: Node) -> Shape | None:
    """Fields of a struct, which their tag may give a default."""
    names = [each for each in node.children_by_field_name("name") if each.is_named]
    tag = node.child_by_field_name("tag")
    value = tag if tag is not None and _DEFAULT.search(tree.content, tag.start_byte, tag.end_byte) else None
    kind = node.child_by_field_name("type")
    return Bind(tuple((each, value) for each in names), Holds.FIELD, kind) if names else None


def function(tree: Syntax, node: Node) -> Function:
    """A function, a method, or a function without a name."""
    listed = named(node.child_by_field_name("parameters"))
    targets = [each for one in listed for each in one.children_by_field_name("name") if each.is_named]
    receiver = next(iter(named(node.child_by_field_name("receiver"))), None)
    of = called = ""
    if receiver is not None:
        called = text_of(tree, receiver.child_by_field_name("name"))
        of = text_of(tree, receiver.child_by_field_name("type")).lstrip("*(").partition("[")[0]
    name = text_of(tree, node.child_by_field_name("name"))
    return Function(name, tuple(targets), node.child_by_field_name("body"), of=of, receiver=called)


def kind(tree: Syntax, node: Node) -> Class:
    """A type that the file declares."""
    fields = node.child_by_field_name("type")
    listed = [part for each in named(fields) for part in named(each)] if fields is not None else []
    embedded = [each for each in listed if each.type == "field_declaration" and not each.child_by_field_name("name")]
    bases = [base for each in embedded if (base := each.child_by_field_name("type")) is not None]
    return Class(text_of(tree, node.child_by_field_name("name")), tuple(bases))


def answer(tree: Syntax, node: Node) -> Answer:
    """What a function gives back: of several values, the first."""
    inner = next(iter(named(node)), None)
    return Answer(next(iter(named(inner)), None) if inner is not None and inner.type == "expression_list" else inner)


def case(tree: Syntax, node: Node) -> Case:
    """A branch of a switch."""
    return Case(tuple(_each(node.children_by_field_name("value"))))


def unary(tree: Syntax, node: Node) -> Shape | None:
    """`&a` and `*a` are what `a` is; `!a` asks."""
    operand = node.child_by_field_name("operand")
    sign = text_of(tree, node.child_by_field_name("operator"))
    if operand is None:
        return None
    return Through(operand) if sign in ("&", "*") else Compare((operand,)) if sign == "!" else None


def item(tree: Syntax, node: Node) -> Shape | None:
    """`a[b]`."""
    of, key = node.child_by_field_name("operand"), node.child_by_field_name("index")
    return None if of is None or key is None else Item(of, key)


def imported(tree: Syntax, node: Node) -> Shape | None:
    """A package, by the name that the file gives it, or by those that its path may tell."""
    path = text_of(tree, node.child_by_field_name("path"))[1:-1]
    called = text_of(tree, node.child_by_field_name("name"))
    names = [called] if called else _package(path)
    return Import(tuple((name, path) for name in names))


def _package(path: str) -> list[str]:
    """What a package may be called whose name only its own files tell."""
    parts = path.split("/")
    if len(parts) > 1 and _VERSION.fullmatch(parts[-1]):
        parts.pop()
    last = parts[-1]
    bare = _AFFIXES.sub("", _AFFIXES.sub("", last))
    return list(dict.fromkeys(name for name in (last, bare, bare.replace("-", ""), bare.replace("-", "_")) if name))
