"""What the nodes of Rust say, and what its usual functions do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import (
    arguments_of,
    binary,
    bind,
    call_of,
    member,
    name,
    named,
    sequence,
    text_between,
    through,
)
from pytest_modelgate.grammars.grammar import Grammar
from pytest_modelgate.grammars.shapes import (
    Answer,
    Argument,
    Call,
    Case,
    Compare,
    Either,
    Item,
    Member,
    Name,
    Text,
    Through,
)
from pytest_modelgate.languages._rust_declarations import (
    block,
    closure,
    constant,
    field,
    function,
    imported,
    loop,
    methods,
    parameter,
    pattern,
    record,
    type_name,
    variable,
)
from pytest_modelgate.languages._rust_macros import FORMATS, attribute, macro, option, tokens, word

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Look
    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F_]{1,8})\}|x([0-9a-fA-F]{2})|\s+|([\s\S]))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
_ESCAPES = frozenset({"escape_sequence"})
_WRAPPERS = frozenset("Lazy LazyLock LazyCell Arc Rc Box Mutex RwLock OnceCell OnceLock Cell RefCell Some".split())
_WRAPS = frozenset({"new", "const_new", "from"})
"""What makes one of these of a value."""
_NEAR = 60
"""Nodes between an object and the type whose methods make it."""


def _string(tree: Syntax, node: Node) -> Shape | None:
    above = tree.parent(node)
    outer = tree.parent(above) if above is not None and above.type == "token_tree" else None
    if above is not None and outer is not None and outer.type == "macro_invocation":
        called = outer.child_by_field_name("macro")
        if called is not None and tree.text(called) in FORMATS and above.children[1].id == node.id:
            # What is put together says what it is.
            return None
    opened = tree.text(node).find('"') + 1
    start = node.start_byte + max(opened, 1)
    return text_between(tree, node, start, max(start, node.end_byte - 1), _ESCAPES, unescape=_unescaped)


def _unescaped(escape: str) -> str:
    found = _ESCAPE.fullmatch(escape)
    if found is None:
        return escape
    code = (found[1] or found[2] or "").replace("_", "")
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else escape  # the end of Unicode
    return _LETTERS.get(found[3], found[3]) if found[3] else ""


def _raw(tree: Syntax, node: Node) -> Text:
    inner = next((child for child in node.children if child.type == "string_content"), None)
    start, end = (node.end_byte, node.end_byte) if inner is None else (inner.start_byte, inner.end_byte)
    return text_between(tree, node, start, end, _ESCAPES)


def _call(tree: Syntax, node: Node) -> Shape | None:
    callee = node.child_by_field_name("function")
    if callee is None:
        return None
    given = arguments_of(tree, node.child_by_field_name("arguments"))
    made = call_of(tree, callee, given)
    of = None if made.of is None else tree.shape(made.of)
    if len(given) == 1 and made.name in _WRAPS and isinstance(of, Name | Member):
        return Through(given[0].value) if (of.text if isinstance(of, Name) else of.name) in _WRAPPERS else made
    return made


def _inner(tree: Syntax, node: Node) -> Shape | None:
    """`call::<T>` and `Type<T>`, without what they are of."""
    inner = node.child_by_field_name("function") or node.child_by_field_name("type")
    return None if inner is None else tree.shape(inner)


def _object(tree: Syntax, node: Node) -> Shape | None:
    """`Request { model: "x", ..more }`; `Self` is the type whose method makes it."""
    kind = node.child_by_field_name("name")
    given: list[Argument] = []
    for child in named(node.child_by_field_name("body")):
        if child.type == "field_initializer":
            key, value = child.child_by_field_name("field"), child.child_by_field_name("value")
            if key is not None and value is not None:
                given.append(Argument(value, tree.text(key)))
        elif child.type == "shorthand_field_initializer":
            given += [Argument(inner, tree.text(inner)) for inner in named(child)[-1:]]
        elif child.type == "base_field_initializer":
            given += [Argument(inner, spread=True) for inner in named(child)[:1]]
    if kind is None:
        return None
    if tree.text(kind) == "Self":
        return Call(None, _own(tree, node), tuple(given), makes=True)
    return call_of(tree, kind, tuple(given), makes=True)


def _own(tree: Syntax, node: Node) -> str:
    """The type whose methods a node stands in."""
    for at, (above, _) in enumerate(tree.ancestors(node)):
        if above.type == "impl_item":
            return type_name(tree, above.child_by_field_name("type"))
        if at > _NEAR:
            break
    return "Self"


def _match(tree: Syntax, node: Node) -> Shape | None:
    arms = tuple(child for child in named(node.child_by_field_name("body")) if child.type == "match_arm")
    return Either(arms, node.child_by_field_name("value"))


def _arm(tree: Syntax, node: Node) -> Case:
    compared, answer = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    return Case(() if compared is None else (compared,), answer)


def _if(tree: Syntax, node: Node) -> Shape | None:
    ways = (node.child_by_field_name("consequence"), node.child_by_field_name("alternative"))
    return Either(tuple(way for way in ways if way is not None), node.child_by_field_name("condition"))


def _condition(tree: Syntax, node: Node) -> Shape | None:
    """`if let "x" = m` compares, `if let Some(m) = n` gives `m` a value."""
    target = node.child_by_field_name("pattern")
    if target is not None and target.type in ("string_literal", "raw_string_literal", "or_pattern"):
        return Compare(tuple(named(node)))
    return variable(tree, node)


def _unary(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if not inner or not node.children:
        return None
    return Compare((inner[-1],)) if node.children[0].type == "!" else Through(inner[-1])


def _item(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if len(inner) != 2:  # what has items, and the key of one
        return None
    return Through(inner[0]) if inner[1].type == "range_expression" else Item(inner[0], inner[1])


def _answer(tree: Syntax, node: Node) -> Answer:
    return Answer(next(iter(named(node)), None))


_PATH = member("path", "name")
SHAPES: dict[str, Look] = {
    "string_literal": _string,
    "raw_string_literal": _raw,
    "identifier": word,
    "self": word,
    **dict.fromkeys(("field_identifier", "type_identifier", "shorthand_field_identifier", "super", "crate"), name),
    "field_expression": member("value", "field"),
    **dict.fromkeys(("scoped_identifier", "scoped_type_identifier"), _PATH),
    **dict.fromkeys(("generic_function", "generic_type", "generic_type_with_turbofish"), _inner),
    "index_expression": _item,
    "call_expression": _call,
    "struct_expression": _object,
    "macro_invocation": macro,
    "token_tree": tokens,
    "attribute_item": attribute,
    "attribute": option,
    **dict.fromkeys(("array_expression", "tuple_expression"), sequence),
    **dict.fromkeys(("const_item", "static_item"), constant),
    "field_declaration": field,
    "parameter": parameter,
    "let_declaration": variable,
    "let_condition": _condition,
    **dict.fromkeys(("tuple_struct_pattern", "tuple_pattern"), pattern),
    "for_expression": loop,
    **dict.fromkeys(("assignment_expression", "compound_assignment_expr"), bind("left", "right")),
    "binary_expression": binary(falls_back=(), compares=("==", "!=", "<", ">", "<=", ">=")),
    "unary_expression": _unary,
    "match_expression": _match,
    "match_arm": _arm,
    "if_expression": _if,
    "else_clause": through(),
    "block": block,
    **dict.fromkeys(
        (
            "parenthesized_expression",
            "await_expression",
            "try_expression",
            "unsafe_block",
            "async_block",
            "const_block",
        ),
        through(),
    ),
    **dict.fromkeys(("reference_expression", "type_cast_expression"), through("value")),
    "return_expression": _answer,
    "function_item": function,
    "closure_expression": closure,
    **dict.fromkeys(("struct_item", "enum_item", "trait_item", "union_item", "mod_item"), record),
    "impl_item": methods,
    "use_declaration": imported,
}
_THROUGH = frozenset(
    "arguments field_initializer field_initializer_list shorthand_field_initializer base_field_initializer match_block"
    " match_pattern or_pattern struct_pattern field_pattern macro_invocation slice_pattern range_pattern"
    " reference_pattern captured_pattern tuple_struct_pattern tuple_pattern token_tree attribute attribute_item"
    " parameters parameter closure_parameters expression_statement binary_expression".split()
)


def rust() -> Grammar:
    """Rust as tree-sitter reads it."""
    return Grammar(
        tree="rust",
        framework="rust",
        shapes=SHAPES,
        strings=("string_literal", "raw_string_literal", "macro_invocation"),
        names=("identifier", "field_identifier", "type_identifier", "shorthand_field_identifier"),
        comments=("line_comment", "block_comment"),
        through=_THROUGH,
        own=frozenset({"self", "Self"}),
        fluent=True,
        documents=True,
        tests=frozenset({"tests", "test"}),
        constructors=frozenset(),
        makers=frozenset("new default builder from_env with_config new_with from_config try_default with_key".split()),
        lookups=frozenset({"env.var", "std.env.var", "dotenvy.var", "dotenv.var", "env", "option_env"}),
        defaulting=frozenset(
            "unwrap_or unwrap_or_else or or_else map_or get_or_insert get_or_insert_with get_or_init"
            " or_insert or_insert_with set_default".split()
        ),
        passing=frozenset(
            "to_string to_owned into String from Some Ok Box Arc Rc Cow Borrowed Owned clone cloned as_str as_ref"
            " as_deref trim to_lowercase to_uppercase to_vec iter into_iter collect unwrap unwrap_or_default ok"
            " leak as_bytes copied borrow to_ascii_lowercase from_static from_str parse".split()
        ),
        mentions=frozenset(
            "println print eprintln eprint dbg debug info warn error trace log event span bail panic anyhow todo"
            " unimplemented unreachable ensure expect expect_err context with_context write writeln format_err"
            " instrument doc help about long_about deprecated wrap_err msg".split()
        ),
        matching=frozenset(
            "starts_with ends_with find rfind matches strip_prefix strip_suffix trim_start_matches trim_end_matches"
            " split splitn rsplit replace replacen split_once rsplit_once".split()
        ),
        comparing=frozenset("eq ne contains contains_key eq_ignore_ascii_case get remove cmp is_some_and".split()),
        listing=frozenset({"possible_values", "value_parser"}),
        options_of_commands=frozenset(
            {"arg", "clap", "structopt", "default_value", "default_missing_value", "default_value_if"}
        ),
        encoding=frozenset({"serde_json.to_string", "serde_json.to_value", "serde_json.to_vec", "to_value"}),
    )
