"""What the nodes of Ruby say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import arguments_of, call_of, named, sequence, text_between, text_of
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
    Item,
    Join,
    Member,
    Name,
    Pair,
    Record,
    Sequence,
    Spread,
    Text,
    Through,
)

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{1,2})|([\s\S]))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "s": " ", "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "\n": ""}
_ESCAPES = frozenset({"escape_sequence"})
_HOLES = frozenset({"interpolation"})
PASSING = frozenset(
    "freeze strip to_s to_str to_sym to_json itself dup clone downcase presence chomp squish deep_dup to_h compact"
    " symbolize_keys deep_symbolize_keys stringify_keys with_indifferent_access String URI".split()
)
"""Methods that answer with what they are called on, as far as an id is concerned."""
_MERGING = frozenset({"merge", "merge!", "reverse_merge", "reverse_merge!", "deep_merge", "with_defaults", "update"})
"""Methods of a hash that add to it what they are given by name."""
_EACH = frozenset({"each", "each_with_index", "map", "flat_map", "filter_map", "to_h", "each_with_object", "find"})
"""Methods that call their block for each of what stands in a row."""
_WRITERS = frozenset({"JSON", "Oj", "MultiJson"})
"""What writes a hash as a document, with or without its braces."""
_NOT_LAST = frozenset({"rescue", "ensure", "else", "empty_statement"})


def string(tree: Syntax, node: Node) -> Text:
    """A string with any quotes: those that stand as signs at its ends."""
    children = node.children
    start, end = node.start_byte, node.end_byte
    if children and not children[0].is_named:
        start = children[0].end_byte
        end = max(start, children[-1].start_byte) if len(children) > 1 and not children[-1].is_named else end
    return text_between(tree, node, start, end, _ESCAPES, _HOLES, _unescaped)


def _unescaped(escape: str) -> str:
    found = _ESCAPE.fullmatch(escape)
    if found is None:
        return escape
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else escape  # the end of Unicode
    return _LETTERS.get(found[4], found[4])


def symbol(tree: Syntax, node: Node) -> Text:
    return Text((tree.text(node).removeprefix(":"),), node.start_byte + 1, node.end_byte)


def heredoc(tree: Syntax, node: Node) -> Text:
    tag = next((child for child in node.children if child.type == "heredoc_end"), None)
    end = node.end_byte if tag is None else tag.start_byte
    return text_between(tree, node, node.start_byte, end, _ESCAPES, _HOLES, _unescaped)


def call(tree: Syntax, node: Node) -> Shape | None:
    """A call; without arguments it is what a member of its receiver is: `client.chat`, `Settings.model`."""
    method, receiver = node.child_by_field_name("method"), node.child_by_field_name("receiver")
    called = text_of(tree, method) or "call"
    listed, block = node.child_by_field_name("arguments"), node.child_by_field_name("block")
    given = tuple(each for each in arguments_of(tree, listed, _argument) if each.value.type != "block_argument")
    if called == "new" and receiver is not None:
        return call_of(tree, receiver, given, makes=True)
    if called == "fetch" and block is not None:
        given = (*given, Argument(block))
    if called in ("fetch", "dig") and receiver is not None and len(given) == 1 and not given[0].name:
        return Item(receiver, given[0].value)
    if called in _MERGING and receiver is not None:
        return _merged(tree, receiver, listed)
    module = text_of(tree, receiver) if receiver is not None and receiver.type == "constant" else ""
    if module in _WRITERS and (pairs := _pairs(tree, listed)):
        return Record(pairs)
    if module == "URI" and given:
        return Through(given[0].value)
    if receiver is not None and listed is None and block is None and called not in PASSING:
        return Member(receiver, called)
    return Call(receiver, called, given)


def _argument(tree: Syntax, node: Node) -> Argument:
    if node.type in ("hash_splat_argument", "splat_argument") and (inner := named(node)):
        return Argument(inner[0], spread=True)
    if node.type == "pair":
        key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
        if key is not None:
            return Argument(value or key, _key(tree, key))
    return Argument(node)


def _key(tree: Syntax, key: Node) -> str:
    """A key that is written as a word, as a symbol or as a string; empty for any other."""
    if key.type == "hash_key_symbol":
        return tree.text(key)
    said = tree.shape(key)
    text = said.parts[0] if isinstance(said, Text) and len(said.parts) == 1 else ""
    return text if isinstance(text, str) else ""


def _merged(tree: Syntax, receiver: Node, listed: Node | None) -> Record:
    pairs = _pairs(tree, listed)
    others = [child for child in named(listed) if child.type not in ("pair", "block_argument")]
    inner = [
        part for child in others for part in (named(child)[:1] if child.type.endswith("splat_argument") else [child])
    ]
    return Record(pairs, (receiver, *inner))


def _pairs(tree: Syntax, node: Node | None) -> tuple[Pair, ...]:
    found: list[Pair] = []
    for child in named(node):
        key = child.child_by_field_name("key") if child.type == "pair" else None
        if key is not None:
            found.append(Pair(key, child.child_by_field_name("value") or key, _key(tree, key)))
    return tuple(found)


def mapping(tree: Syntax, node: Node) -> Record:
    spreads = (child for child in named(node) if child.type == "hash_splat_argument")
    return Record(_pairs(tree, node), tuple(part for child in spreads for part in named(child)[:1]))


def assigned(tree: Syntax, node: Node) -> Shape | None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None:
        return None
    if left.type == "left_assignment_list":
        values: list[Node | None] = (
            [*named(right)] if right and right.type in ("right_assignment_list", "array") else []
        )
        targets = named(left)
        return Bind(tuple(zip(targets, [*values, *[None] * len(targets)], strict=False))) if targets else None
    return Bind(((left, right),), _holds(tree, left, node))


def _holds(tree: Syntax, target: Node, node: Node) -> Holds:
    """Constants of classes and modules are theirs, and so are variables with a sign."""
    if target.type in ("instance_variable", "class_variable"):
        return Holds.FIELD
    around = tree.parent(node)
    home = None if around is None or around.type != "body_statement" else tree.parent(around)
    inside = home is not None and home.type in ("class", "module")
    return Holds.CONSTANT if inside and target.type == "constant" else Holds.VARIABLE


def parameter(tree: Syntax, node: Node) -> Shape | None:
    target = node.child_by_field_name("name")
    return None if target is None else Bind(((target, node.child_by_field_name("value")),), Holds.PARAMETER)


def function(tree: Syntax, node: Node) -> Function:
    targets = tuple(each.child_by_field_name("name") or each for each in named(node.child_by_field_name("parameters")))
    body = node.child_by_field_name("body")
    answers = body is not None and body.type not in ("body_statement", "block_body", "block", "do_block")
    return Function(text_of(tree, node.child_by_field_name("name")), targets, body, answers)


def block(tree: Syntax, node: Node) -> Shape | None:
    """A block is a function of its own, but for that of `fetch`, which gives what stands in for what is not there."""
    above = tree.parent(node)
    if above is not None and above.type == "call" and text_of(tree, above.child_by_field_name("method")) == "fetch":
        return last(tree, node)
    return None if above is not None and above.type == "lambda" else function(tree, node)


def each_of(tree: Syntax, node: Node) -> Bind | None:
    """The first parameter of a block that is called for each of what stands in a row."""
    outer = tree.parent(node)
    above = None if outer is None else tree.parent(outer)
    of = above.child_by_field_name("receiver") if above is not None and above.type == "call" else None
    inner = named(node)
    if above is None or of is None or not inner or inner[0].type != "identifier":
        return None
    goes = text_of(tree, above.child_by_field_name("method")) in _EACH
    return Bind(((inner[0], of),), Holds.PARAMETER, each=True) if goes else None


def body(tree: Syntax, node: Node) -> Shape | None:
    """The last expression of a function is what it answers with."""
    above = tree.parent(node)
    if above is None or above.type in ("class", "module", "singleton_class"):
        return None
    if above.type in ("block", "do_block") and isinstance(tree.shape(above), Through):
        return last(tree, node)
    final = last(tree, node)
    return None if final is None else Answer(final.value)


def last(tree: Syntax, node: Node) -> Through | None:
    statements = [child for child in named(node) if child.type not in _NOT_LAST and child.type != "block_parameters"]
    return Through(statements[-1]) if statements else None


def class_of(tree: Syntax, node: Node) -> Class:
    called = node.child_by_field_name("name")
    if called is not None and called.type == "scope_resolution":
        called = called.child_by_field_name("name")
    return Class(text_of(tree, called), tuple(named(node.child_by_field_name("superclass"))))


def scope(tree: Syntax, node: Node) -> Shape | None:
    called, scope = node.child_by_field_name("name"), node.child_by_field_name("scope")
    if called is None:
        return None
    return Name(tree.text(called)) if scope is None else Member(scope, tree.text(called))


def element(tree: Syntax, node: Node) -> Shape | None:
    of = node.child_by_field_name("object")
    inner = [child for child in named(node) if of is None or child.id != of.id]
    return None if of is None or not inner else Item(of, inner[0])


def given_back(tree: Syntax, node: Node) -> Answer:
    listed = next(iter(named(node)), None)
    values = named(listed) if listed is not None and listed.type == "argument_list" else []
    return Answer(values[0] if values else listed)


def case(tree: Syntax, node: Node) -> Shape | None:
    subject = node.child_by_field_name("value")
    arms = tuple(child for child in named(node) if child.type in ("when", "in_clause", "else"))
    return Either(arms, subject)


def when(tree: Syntax, node: Node) -> Case:
    patterns = node.children_by_field_name("pattern")
    return Case(tuple(patterns), node.child_by_field_name("body"))


def branches(tree: Syntax, node: Node) -> Shape | None:
    fields = ("consequence", "alternative", "body")
    values = tuple(value for field in fields if (value := node.child_by_field_name(field)) is not None)
    return Either(values, node.child_by_field_name("condition")) if values else None


def loop(tree: Syntax, node: Node) -> Shape | None:
    target, values = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    inner = next(iter(named(values)), None)
    return None if target is None else Bind(((target, inner),), each=True)


def denied(tree: Syntax, node: Node) -> Shape | None:
    operator = text_of(tree, node.child_by_field_name("operator"))
    return Compare(tuple(named(node)[-1:])) if operator in ("!", "not", "defined?") else None


def splat(tree: Syntax, node: Node) -> Shape | None:
    return Spread(inner[0]) if (inner := named(node)) else None


def row(tree: Syntax, node: Node) -> Sequence | Record:
    """A row; `[model: "x"]` is one of a hash that has no braces."""
    pairs = _pairs(tree, node)
    return Record(pairs) if pairs else sequence(tree, node)


def chained(tree: Syntax, node: Node) -> Join:
    return Join(tuple(named(node)))
