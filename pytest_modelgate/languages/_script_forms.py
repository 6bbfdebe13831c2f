"""What those nodes of JavaScript and TypeScript say whose fields alone do not tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import (
    arguments_of,
    bind,
    call_of,
    named,
    text_between,
    text_of,
)
from pytest_modelgate.grammars.shapes import (
    Answer,
    Argument,
    Bind,
    Call,
    Case,
    Class,
    Compare,
    Function,
    Holds,
    Import,
    Item,
    Pair,
    Pattern,
    Record,
    Spread,
    Text,
    Where,
)

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|[ux]([0-9a-fA-F]{2,4})|([\s\S]))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_REGISTRY = re.compile(r"(?:npm|jsr):/?|https://(?:esm\.sh|cdn\.skypack\.dev|cdn\.jsdelivr\.net/npm|unpkg\.com)/")
"""Where a module is from, for what reads it from there: Deno, and browsers."""
_VERSION = re.compile(r"(?<=[\w-])@[^/]*")
_ESCAPES = frozenset({"escape_sequence"})
_HOLES = frozenset({"template_substitution"})


def string(tree: Syntax, node: Node) -> Text:
    """A string, or a template with its holes."""
    inside = node.start_byte + 1, max(node.start_byte + 1, node.end_byte - 1)
    return text_between(tree, node, *inside, _ESCAPES, _HOLES, _unescaped)


def _unescaped(escape: str) -> str:
    found = _ESCAPE.fullmatch(escape)
    if found is None:
        return escape
    code = found[1] or found[2]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else escape  # the end of Unicode
    return _LETTERS.get(found[3], found[3])


def _argument(tree: Syntax, node: Node) -> Argument:
    inner = named(node) if node.type == "spread_element" else []
    return Argument(inner[0], spread=True) if inner else Argument(node)


def call(tree: Syntax, node: Node) -> Shape | None:
    """A call, that of a module and of a tagged template among them."""
    callee, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if callee is None or given is None:
        return None
    if callee.type == "import":
        return Call(None, "import", arguments_of(tree, given, _argument))
    tagged = given.type == "template_string"
    return call_of(tree, callee, (Argument(given),) if tagged else arguments_of(tree, given, _argument))


def new(tree: Syntax, node: Node) -> Shape | None:
    """The making of an object."""
    callee = node.child_by_field_name("constructor")
    given = arguments_of(tree, node.child_by_field_name("arguments"), _argument)
    return None if callee is None else call_of(tree, callee, given, makes=True)


def element(tree: Syntax, node: Node) -> Shape | None:
    """`<Chat model="x" {...more}/>` makes what `new Chat({ model: "x", ...more })` makes."""
    tag = node.child_by_field_name("name")
    if tag is None:
        return None
    given: list[Argument] = []
    for child in named(node):
        parts = named(child)
        if child.type == "jsx_attribute" and len(parts) == 2:  # a name and a value
            inner = named(parts[1]) if parts[1].type == "jsx_expression" else [parts[1]]
            given += [Argument(value, tree.text(parts[0])) for value in inner[:1]]
        elif child.type == "jsx_expression":
            given += [_argument(tree, part) for part in parts[:1]]
    return call_of(tree, tag, tuple(given), makes=True)


def record(tree: Syntax, node: Node) -> Record:
    """An object with its pairs, shorthands, spreads and methods."""
    pairs: list[Pair] = []
    spreads: list[Node] = []
    for child in named(node):
        if child.type == "pair":
            key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
            if key is not None and value is not None:
                pairs.append(_pair(tree, key, value))
        elif child.type == "shorthand_property_identifier":
            pairs.append(Pair(child, child, tree.text(child)))
        elif child.type == "spread_element":
            spreads += named(child)[:1]
        elif child.type == "method_definition" and (key := child.child_by_field_name("name")) is not None:
            pairs.append(Pair(key, child, tree.text(key)))
    return Record(tuple(pairs), tuple(spreads))


def _pair(tree: Syntax, key: Node, value: Node) -> Pair:
    if key.type == "computed_property_name":
        key = next(iter(named(key)), key)
        return Pair(key, value)
    return Pair(key, value, "" if key.type == "string" else tree.text(key))


def pattern(tree: Syntax, node: Node) -> Pattern:
    """An object or array that names are taken from."""
    parts: list[tuple[str, Node, Node | None]] = []
    for child in named(node):
        if child.type == "pair_pattern":
            key, target = child.child_by_field_name("key"), child.child_by_field_name("value")
            if key is not None and target is not None:
                parts.append((tree.text(key).strip("\"'"), *_with_default(target)))
        elif child.type == "rest_pattern":
            parts += [("", inner, None) for inner in named(child)[:1]]
        elif node.type == "array_pattern":
            parts.append(("", *_with_default(child)))
        else:
            target, default = _with_default(child)
            parts.append((tree.text(target), target, default))
    return Pattern(tuple(parts))


def _with_default(node: Node) -> tuple[Node, Node | None]:
    if node.type in ("assignment_pattern", "object_assignment_pattern"):
        return node.child_by_field_name("left") or node, node.child_by_field_name("right")
    return node, None


def default_in_place(tree: Syntax, node: Node) -> Shape | None:
    """The default of a parameter; that of a part of a pattern is the pattern's."""
    above = tree.parent(node)
    if above is not None and above.type in ("array_pattern", "pair_pattern", "object_pattern"):
        return None
    return _default(tree, node)


_default = bind("left", "right", holds=Holds.PARAMETER)


def function(tree: Syntax, node: Node) -> Function:
    """A function of any kind."""
    single = node.child_by_field_name("parameter")
    listed = named(node.child_by_field_name("parameters"))
    targets = [_target(each) for each in ([single] if single is not None else listed)]
    body = node.child_by_field_name("body")
    answers = body is not None and body.type != "statement_block"
    return Function(text_of(tree, node.child_by_field_name("name")), tuple(targets), body, answers)


def _target(parameter: Node) -> Node:
    """What a parameter is called, without its type and default."""
    field = {"assignment_pattern": "left", "required_parameter": "pattern", "optional_parameter": "pattern"}
    target = parameter.child_by_field_name(field[parameter.type]) if parameter.type in field else None
    target = target or parameter
    return next(iter(named(target)), target) if target.type == "rest_pattern" else target


def class_(tree: Syntax, node: Node) -> Class:
    """A class or an enumeration."""
    heritage = next((child for child in node.children if child.type == "class_heritage"), None)
    parts = named(heritage)
    clauses = [inner for part in parts for inner in (named(part) if part.type == "extends_clause" else [part])]
    bases = tuple(base for base in clauses if base.type not in ("implements_clause", "type_arguments"))
    return Class(text_of(tree, node.child_by_field_name("name")), bases, node.type == "enum_declaration")


def loop(tree: Syntax, node: Node) -> Shape | None:
    """`for (const each of all)`; `in` gives keys, which are no values."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or text_of(tree, node.child_by_field_name("operator")) != "of":
        return None
    return Bind(((left, right),), each=True)


def answer(tree: Syntax, node: Node) -> Answer:
    """What a function gives back."""
    return Answer(next(iter(named(node)), None))


def case(tree: Syntax, node: Node) -> Case:
    """A branch of a switch."""
    value = node.child_by_field_name("value")
    return Case(() if value is None else (value,))


def statement(tree: Syntax, node: Node) -> Shape | None:
    """A string that stands alone."""
    inner = named(node)
    return Where.ALONE if inner and inner[0].type in ("string", "template_string") else None


def denied(tree: Syntax, node: Node) -> Shape | None:
    """`!a` and `typeof a`, which ask."""
    operator = text_of(tree, node.child_by_field_name("operator"))
    return Compare(tuple(named(node)[-1:])) if operator in ("!", "typeof") else None


def spread(tree: Syntax, node: Node) -> Shape | None:
    """`...a`."""
    return Spread(inner[0]) if (inner := named(node)) else None


def item(tree: Syntax, node: Node) -> Shape | None:
    """`a[b]`."""
    of, key = node.child_by_field_name("object"), node.child_by_field_name("index")
    return None if of is None or key is None else Item(of, key)


def import_(tree: Syntax, node: Node) -> Shape | None:
    """What an import, or an export of what is elsewhere, names."""
    source = node.child_by_field_name("source")
    if source is None:
        return None
    module = _VERSION.sub("", _REGISTRY.sub("", tree.text(source)[1:-1]))
    names: list[tuple[str, str]] = []
    for clause in (child for child in named(node) if child.type in ("import_clause", "import_require_clause")):
        for part in named(clause):
            if part.type == "identifier":
                names.append((tree.text(part), f"{module}#default"))
            elif part.type == "namespace_import":
                names += [(tree.text(inner), module) for inner in named(part)]
            for each in named(part) if part.type == "named_imports" else ():
                called = text_of(tree, each.child_by_field_name("name"))
                names.append((text_of(tree, each.child_by_field_name("alias")) or called, f"{module}#{called}"))
    return Import(tuple(names))


def requires(tree: Syntax, node: Node) -> Shape | None:
    """`import x = require("y")`."""
    source, called = node.child_by_field_name("source"), next(iter(named(node)), None)
    if source is None or called is None:
        return None
    return Import(((tree.text(called), f"{tree.text(source)[1:-1]}#default"),))
