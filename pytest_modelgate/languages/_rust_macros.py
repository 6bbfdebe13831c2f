"""What Rust's macros are given: tokens, which are read as the expressions that they would be elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import text_of
from pytest_modelgate.grammars.shapes import (
    Argument,
    Bind,
    Call,
    Compare,
    Holds,
    Join,
    Member,
    Name,
    Pair,
    Record,
    Sequence,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_STRINGS = frozenset({"string_literal", "raw_string_literal"})
_COMMENTS = frozenset({"line_comment", "block_comment"})
_RECORDS = frozenset(
    {"json", "object", "hashmap", "hash_map", "btreemap", "indexmap", "phf_map", "phf_ordered_map", "maplit"}
)
_ROWS = frozenset({"vec", "smallvec", "array", "arrayvec", "phf_set", "phf_ordered_set", "hashset", "btreeset"})
_SETS = frozenset({"phf_set", "phf_ordered_set", "hashset", "btreeset"})
_COMPARES = frozenset(
    {"assert", "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq", "debug_assert_ne", "matches"}
)
FORMATS = frozenset({"format", "formatcp"})
"""Macros that put texts together."""
_HOLE = re.compile(r"((?:[^{}]|\{\{|\}\})*+)(\{[^{}]*\}|\Z|[{}])")
_STATICS = frozenset({"lazy_static", "thread_local"})
_WRAPPERS = frozenset({"from", "Some", "Ok", "new", "Cow", "Borrowed"})
"""Functions around a text that leave it as it is."""
_DEFAULTS = frozenset({"default_value", "default_value_t", "default_missing_value", "default"})
"""What attributes call the value of what nobody sets."""
_CODE = frozenset({"serde", "builder", "argh"})
"""Attributes that name a function, or hold code, as a default."""
_PLAIN = frozenset({"default", "serde_inline_default"})
"""Attributes that are given the default alone."""
_COMMANDS = frozenset({"arg", "clap", "structopt"})
"""Attributes that make a field an option of a command."""
_MOST = 50
"""Attributes of one field, and comments between them."""
_CLOSED = frozenset({")", "]", "}"})


def macro(tree: Syntax, node: Node) -> Shape | None:
    """`vec!["a"]` is a list, `json!({ "model": m })` an object, any other a call of its name."""
    called = node.child_by_field_name("macro")
    tokens = next((child for child in node.children if child.type == "token_tree"), None)
    name = text_of(tree, called).rpartition("::")[2]
    if name in FORMATS and tokens is not None:
        return _formatted(tree, tokens)
    return None if tokens is None or name in _STATICS else _made(tree, name, tokens)


def _made(tree: Syntax, name: str, tokens: Node) -> Shape:
    if name in _RECORDS:
        return _record(tree, tokens)
    parts = list(_parts(tokens, ","))
    values = tuple(value for part in parts if (value := _value(tree, part)) is not None)
    if name in _ROWS:
        return Sequence(values, asked=name in _SETS)
    if name in _COMPARES:
        return Compare(values)
    if name == "concat":
        return Join(values)
    given = tuple(_argument(tree, part) for part in parts if part)
    return Call(None, name, given, makes=any(each.name for each in given))


def _formatted(tree: Syntax, tokens: Node) -> Shape | None:
    """`format!("{}/v1", host)`: the text with what is put into it."""
    given = list(_parts(tokens, ","))
    written = given[0][0] if given and len(given[0]) == 1 else None
    if written is None or written.type not in _STRINGS:
        return None
    text = tree.text(written)
    start = text.find('"') + 1
    inside = text[start : text.rfind('"')]
    values = iter(given[1:])
    parts: list[str | Node] = [""]
    for fixed, hole in _HOLE.findall(inside):
        parts[-1] = f"{parts[-1]}{fixed}".replace("{{", "{").replace("}}", "}")
        if hole:
            unnamed = hole.strip("{}").partition(":")[0] == ""
            parts += [(_value(tree, next(values, [])) if unnamed else None) or tokens, ""]
    begin = written.start_byte + len(text[:start].encode())
    whole = tuple(part for part in parts if part != "") or ("",)
    return Text(whole, begin, begin + len(inside.encode()), whole == (inside,) and "\n" not in inside)


def tokens(tree: Syntax, node: Node) -> Shape | None:
    """What stands between brackets of a macro: what a function or an inner macro is given, a list, an object."""
    above, before = tree.parent(node), tree.before(node)
    if above is not None and above.type == "macro_invocation":
        last = text_of(tree, above.child_by_field_name("macro"))
        return Bind(tuple(_statics(tree, node))) if last in _STATICS else None
    if above is None or above.type != "token_tree" or not node.children:
        return None
    opened = node.children[0].type
    if before is not None and before.type == "!":
        called = tree.before(before)
        return _made(tree, text_of(tree, called), node)
    if opened == "(" and before is not None and before.type == "identifier":
        given = tuple(_argument(tree, part) for part in _parts(node, ",") if part)
        of = _before(tree, before)
        return Call(of, tree.text(before), given)
    if opened == "{":
        return _record(tree, node)
    parts = list(_parts(node, ","))
    values = tuple(value for part in parts if (value := _value(tree, part)) is not None)
    return Sequence(values) if opened == "[" or len(parts) > 1 else None


def word(tree: Syntax, node: Node) -> Shape:
    """A name; behind a point among the tokens of a macro, a member of what stands before."""
    above = tree.parent(node)
    of = _before(tree, node) if above is not None and above.type == "token_tree" else None
    return Name(tree.text(node)) if of is None else Member(of, tree.text(node))


def _before(tree: Syntax, node: Node) -> Node | None:
    """What stands before a point before a token."""
    sign = tree.before(node)
    if sign is None or sign.type not in (".", "::"):
        return None
    return tree.before(sign)


def _parts(node: Node, sign: str) -> Iterator[list[Node]]:
    """The tokens between brackets, divided by a sign."""
    part: list[Node] = []
    for child in node.children[1:]:
        if child.type == sign:
            yield part
            part = []
        elif child.type not in _COMMENTS and child.type not in _CLOSED:
            part.append(child)
    if part:
        yield part


def _value(tree: Syntax, part: list[Node]) -> Node | None:
    """The token that stands for an expression: a text with what leaves it as it is, else the last of its tokens."""
    plain = [token for token in part if token.type not in ("&", "mut", "*", "?", "ref")]
    if not plain:
        return None
    if plain[0].type in _STRINGS:
        return plain[0]
    last = plain[-1]
    if last.type == "token_tree" and len(plain) > 1 and plain[-2].type == "identifier":
        inner = list(_parts(last, ","))
        if tree.text(plain[-2]) in _WRAPPERS and len(inner) == 1:
            return _value(tree, inner[0])
        if not inner and len(plain) > 3:  # a method that is given nothing: what it is called on
            return _value(tree, plain[:-3])
    return last


def _argument(tree: Syntax, part: list[Node]) -> Argument:
    """An argument, which may stand behind its name: `model = "x"`."""
    if len(part) > 2 and part[1].type == "=" and part[0].type == "identifier":
        value = _value(tree, part[2:])
        if value is not None:
            return Argument(value, tree.text(part[0]))
    return Argument(_value(tree, part) or part[-1])


def _record(tree: Syntax, node: Node) -> Shape:
    """`{ "a": 1 }` and `"a" => 1`, in braces or brackets of their own or not."""
    inner = [child for child in node.children if child.is_named and child.type not in _COMMENTS]
    if len(inner) == 1 and inner[0].type == "token_tree":
        shape = tree.shape(inner[0])
        return shape if isinstance(shape, Record | Sequence) else _record(tree, inner[0])
    pairs: list[Pair] = []
    for part in _parts(node, ","):
        at = next((at for at, token in enumerate(part) if token.type in (":", "=>")), 0)
        value = _value(tree, part[at + 1 :]) if at else None
        if value is not None:
            pairs.append(Pair(part[at - 1], value))
    return Record(tuple(pairs))


def _statics(tree: Syntax, node: Node) -> Iterator[tuple[Node, Node | None]]:
    """`static ref MODEL: String = env::var("M").unwrap_or("x".to_string());`."""
    for part in _parts(node, ";"):
        kinds = [token.type for token in part]
        if "=" in kinds and ":" in kinds:
            target = part[kinds.index(":") - 1]
            value = _value(tree, part[kinds.index("=") + 1 :])
            if target.type == "identifier":
                yield target, value


def attribute(tree: Syntax, node: Node) -> Shape | None:
    """`#[arg(default_value = "x")]` gives the field behind it a value, `#[serde(rename = "x")]` a variant its name."""
    inner = next((child for child in node.children if child.type == "attribute"), None)
    name, given = _attribute(tree, inner)
    target = tree.after(node)
    for _ in range(_MOST):
        if target is None or target.type not in (",", "attribute_item", *_COMMENTS):
            break
        target = tree.after(target)
    called = None if target is None else target.child_by_field_name("name")
    if target is None or called is None or target.type not in ("field_declaration", "enum_variant"):
        return Call(None, name, given, makes=True)
    if target.type == "enum_variant":
        return Bind(tuple((called, each.value) for each in given), Holds.MEMBER)
    values = [each.value for each in given if each.name in _DEFAULTS and name not in _CODE]
    values += [each.value for each in given[:1] if not each.name and name in _PLAIN]
    return Bind(tuple((called, value) for value in values), Holds.FIELD) if values else None


def option(tree: Syntax, node: Node) -> Shape | None:
    """What an attribute that makes a field an option of a command is given."""
    name, given = _attribute(tree, node)
    return Call(None, name, given) if name in _COMMANDS else None


def _attribute(tree: Syntax, node: Node | None) -> tuple[str, tuple[Argument, ...]]:
    """What an attribute is called, and what it is given."""
    called = None if node is None else next(iter(node.named_children), None)
    if node is None or called is None:
        return "", ()
    listed, value = node.child_by_field_name("arguments"), node.child_by_field_name("value")
    given = tuple(_argument(tree, part) for part in _parts(listed, ",") if part) if listed is not None else ()
    given += () if value is None else (Argument(value),)
    return tree.text(called).rpartition("::")[2], given
