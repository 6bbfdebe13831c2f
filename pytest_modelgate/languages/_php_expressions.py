"""What the expressions of PHP say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import arguments_of, binary, call_of, named, text_of
from pytest_modelgate.grammars.shapes import (
    Argument,
    Bind,
    Call,
    Compare,
    Item,
    Member,
    Name,
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

_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{1,2})|([\s\S]))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "e": "\x1b", "f": "\f", "0": "\0"}
_ESCAPES = frozenset({"escape_sequence"})
_MERGING = frozenset({"array_merge", "array_replace", "array_merge_recursive", "wp_parse_args"})
"""Functions that put arrays together."""
_HOLES = frozenset(
    "variable_name dynamic_variable_name member_access_expression nullsafe_member_access_expression"
    " subscript_expression member_call_expression scoped_call_expression function_call_expression"
    " class_constant_access_expression scoped_property_access_expression".split()
)

_BINARY = binary(
    joins=(".",),
    falls_back=("??", "||", "or"),
    compares=("==", "!=", "===", "!==", "<>", "<=>", "<", ">", "<=", ">=", "instanceof"),
)


def string(tree: Syntax, node: Node) -> Text:
    """A string in single or double quotes; what is put into it stands in it without more."""
    parts: list[str | Node] = []
    start, end = node.start_byte + 1, max(node.start_byte + 1, node.end_byte - 1)
    return _filled(tree, node, start, end) if node.named_child_count else Text((*parts, ""), start, end)


def _filled(tree: Syntax, node: Node, start: int, end: int) -> Text:
    parts: list[str | Node] = []
    at, plain, fixed = start, True, ""
    for child in node.named_children:
        if child.type not in _ESCAPES and child.type not in _HOLES:
            continue
        fixed += tree.content[at : child.start_byte].decode("utf-8", "replace")
        at, plain = child.end_byte, False
        if child.type in _ESCAPES:
            fixed += _unescaped(tree.text(child))
            continue
        # Braces around what is put in belong to it.
        braced = fixed.endswith("{") and tree.content[at : at + 1] == b"}"
        parts += [fixed[:-1] if braced else fixed, child]
        at, fixed = at + braced, ""
    fixed += tree.content[at:end].decode("utf-8", "replace")
    return Text((*parts, fixed) if fixed or not parts else tuple(parts), start, end, plain and "\n" not in fixed)


def _unescaped(escape: str) -> str:
    found = _ESCAPE.fullmatch(escape)
    if found is None:
        return escape
    code = found[1] or found[2]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else escape  # the end of Unicode
    return _LETTERS.get(found[3], found[3])


def heredoc(tree: Syntax, node: Node) -> Text | None:
    body = node.child_by_field_name("value")
    return None if body is None else _filled(tree, body, body.start_byte, body.end_byte)


def variable(tree: Syntax, node: Node) -> Name:
    return Name(tree.text(node).removeprefix("$"))


def qualified(tree: Syntax, node: Node) -> Name | Member:
    r"""`\Foo\Bar`: a name with the namespace that it is of."""
    inner = named(node)
    before = next((child for child in inner if child.type == "namespace_name"), None)
    last = tree.text(inner[-1]) if inner else ""
    return Name(last) if before is None else Member(before, last)


def namespace(tree: Syntax, node: Node) -> Name:
    return Name(tree.text(node).replace("\\", "."))


def _arguments(tree: Syntax, node: Node | None) -> tuple[Argument, ...]:
    return arguments_of(tree, node, _argument)


def _argument(tree: Syntax, node: Node) -> Argument:
    if node.type != "argument":
        return Argument(node)
    called, inner = node.child_by_field_name("name"), named(node)
    value = inner[-1] if inner else node
    if value.type == "variadic_unpacking" and (spread := named(value)):
        return Argument(spread[0], spread=True)
    return Argument(value, text_of(tree, called))


def function_call(tree: Syntax, node: Node) -> Shape | None:
    callee = node.child_by_field_name("function")
    given = _arguments(tree, node.child_by_field_name("arguments"))
    if callee is None:
        return None
    if callee.type in ("name", "qualified_name") and tree.text(callee).lstrip("\\") == "define" and len(given) > 1:
        return Bind(((given[0].value, given[1].value),))
    if callee.type == "name" and tree.text(callee) in _MERGING:
        # What stands later goes before what stands earlier; both may be what is held.
        return Record((), tuple(each.value for each in given))
    return call_of(tree, callee, given)


def method_call(tree: Syntax, node: Node) -> Shape | None:
    of = node.child_by_field_name("object") or node.child_by_field_name("scope")
    called = node.child_by_field_name("name")
    given = _arguments(tree, node.child_by_field_name("arguments"))
    plain = called is not None and called.type == "name"
    return Call(of, text_of(tree, called) if plain else "", given)


def new(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    listed = next((child for child in inner if child.type == "arguments"), None)
    callee = next((child for child in inner if child.type not in ("arguments", "anonymous_class")), None)
    return None if callee is None else call_of(tree, callee, _arguments(tree, listed), makes=True)


def attribute(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    given = _arguments(tree, node.child_by_field_name("parameters"))
    return call_of(tree, inner[0], given, makes=True) if inner else None


def array(tree: Syntax, node: Node) -> Record | Sequence:
    pairs: list[Pair] = []
    spreads: list[Node] = []
    values: list[Node] = []
    for element in named(node):
        inner = named(element) if element.type == "array_element_initializer" else [element]
        if len(inner) > 1:
            pairs.append(Pair(inner[0], inner[-1]))
        elif inner and inner[0].type == "variadic_unpacking":
            spreads += named(inner[0])[:1]
        else:
            values += inner
    if pairs or (spreads and not values):
        return Record(tuple(pairs), tuple(spreads))
    return Sequence(tuple(values))


def item(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    return Item(inner[0], inner[1]) if len(inner) > 1 else None


def constant_of(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    return Member(inner[0], tree.text(inner[-1])) if len(inner) > 1 else None


def property_of(tree: Syntax, node: Node) -> Shape | None:
    """`$a->b`, `A::$b`; `A::CASE->value` is what the case is."""
    of = node.child_by_field_name("object") or node.child_by_field_name("scope")
    called = node.child_by_field_name("name")
    if of is None or called is None or called.type not in ("name", "variable_name"):
        return None
    last = tree.text(called).removeprefix("$")
    if last == "value" and of.type == "class_constant_access_expression":
        return Through(of)
    return Member(of, last)


def said(tree: Syntax, node: Node) -> Call:
    """`echo` and `print` are given what they say as functions are."""
    inner = named(node)
    values = named(inner[0]) if inner and inner[0].type == "sequence_expression" else inner
    return Call(None, "echo", tuple(Argument(value) for value in values))


def included(tree: Syntax, node: Node) -> Call:
    return Call(None, "require", tuple(Argument(value) for value in named(node)))


def denied(tree: Syntax, node: Node) -> Shape | None:
    operator = text_of(tree, node.child_by_field_name("operator"))
    return Compare(tuple(named(node)[-1:])) if operator == "!" else None


def both(tree: Syntax, node: Node) -> Shape | None:
    """Two expressions with a sign between them: of two arrays, all that they hold."""
    if text_of(tree, node.child_by_field_name("operator")) == "+":
        return Record((), tuple(named(node)))
    return _BINARY(tree, node)
