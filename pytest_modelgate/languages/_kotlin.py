"""What the nodes of Kotlin say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import binary, call_of, compare, name, named, sequence, text_of, through
from pytest_modelgate.grammars.shapes import (
    Answer,
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
    Member,
    Name,
    Pair,
    Record,
    Spread,
    Text,
    Through,
)
from pytest_modelgate.languages import _jvm, _kotlin_calls
from pytest_modelgate.languages._jvm_constants import constant
from pytest_modelgate.languages._kotlin_calls import arguments, spelled

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Grammar, Look
    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_APART = re.compile(
    rb"\bclass\s++\w++(?:<[^<>{}()]*+>)?(?:\s++(?:@[\w.:]++(?:\([^()]*+\))?|private|internal|protected|public))*+"
    rb"\s++constructor\s*+\("
)
_LINES = re.compile(rb"[\r\n]")
_FUNCTIONAL = re.compile(rb"\bfun interface\b")
_VARIABLE = re.compile(rb"[A-Za-z_]\w*")
_TYPES = frozenset({"user_type", "nullable_type", "non_nullable_type", "function_type", "parenthesized_type"})
_ACCESS = frozenset({"getter", "setter", "type_constraints", "modifiers", "type_parameters"})


def _string(tree: Syntax, node: Node) -> Text:
    """A string: `$name` has no node of its own, only one for its sign."""
    holes = [child for child in node.named_children if _variable(tree, child)]
    whole = _jvm.string(tree, node, frozenset({"escape_sequence"}), frozenset({"interpolation"}))
    if not holes or node.type != "string_literal":
        return whole
    parts: list[str | Node] = []
    for child in node.named_children:
        if child.type == "interpolation":
            parts += named(child)[:1] or [child]
            continue
        text = tree.text(child)
        if _variable(tree, child):
            parts.append(child)
            continue
        if parts and not isinstance(last := parts[-1], str) and last.type == "string_content":
            found = _VARIABLE.match(tree.content, child.start_byte)
            text = text[len(found[0]) :] if found is not None and last.end_byte == child.start_byte else text
        parts.append(_jvm.unescaped(text) if child.type == "escape_sequence" else text)
    return Text(tuple(part for part in parts if part != ""), whole.start, whole.end, plain=False)


def _variable(tree: Syntax, node: Node) -> str:
    """The variable whose value a sign in a string stands for; empty for anything else."""
    if node.type != "string_content" or tree.content[node.start_byte : node.end_byte] != b"$":
        return ""
    found = _VARIABLE.match(tree.content, node.end_byte)
    return "" if found is None else found[0].decode()


def _hole(tree: Syntax, node: Node) -> Shape | None:
    variable = _variable(tree, node)
    return Name(variable) if variable else None


def _navigation(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if len(inner) < 2:  # what it is asked of, and for what
        return None
    name = tree.text(inner[-1])
    if name in ("value", "id", "modelName") and isinstance(tree.shape(inner[0]), Text):
        return Through(inner[0])
    holder = named(inner[0])[-1] if inner[0].type == "navigation_expression" and named(inner[0]) else inner[0]
    return constant(tree, node, tree.text(holder), name) or Member(inner[0], name)


def _binary(tree: Syntax, node: Node) -> Shape | None:
    """Two expressions; `a.b<T>("x")` is parsed as if it compared."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    operator = text_of(tree, node.child_by_field_name("operator"))
    if operator == ">" and left is not None and right is not None and right.type == "parenthesized_expression":
        callee = left.child_by_field_name("left")
        if left.type == "binary_expression" and callee is not None:
            return call_of(tree, callee, tuple(_kotlin_calls.plain(each) for each in named(right)))
    return _BINARY(tree, node)


_BINARY = binary(falls_back=("?:",))


def _infix(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if len(inner) != 3:  # two sides, and what is between them
        return None
    between = tree.text(inner[1])
    if between == "to":
        return Record((Pair(inner[0], inner[2]),))
    return Compare((inner[0], inner[2])) if between.startswith("should") or between in ("eq", "neq") else None


def _unary(tree: Syntax, node: Node) -> Shape | None:
    operator = text_of(tree, node.child_by_field_name("operator"))
    argument = node.child_by_field_name("argument")
    if argument is None or operator not in ("!", "!!"):
        return None
    return Compare((argument,)) if operator == "!" else Through(argument)


def _item(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if len(inner) != 2:  # more keys than one are no model's
        return None
    if tree.text(inner[0])[:40].replace(" ", "") == "System.getenv()":
        return Call(None, "getenv", (_kotlin_calls.plain(inner[1]),))
    return Item(inner[0], inner[1])


def _if(tree: Syntax, node: Node) -> Shape | None:
    test = node.child_by_field_name("condition")
    branches = [_jvm.last_of(each) for each in named(node) if test is None or each.id != test.id]
    given = [each for each in branches if each is not None]
    if len(given) == 2:  # a branch for either answer
        return _jvm.chosen(tree, given[0], given[1], test)
    return Either(tuple(given), test)


def _when(tree: Syntax, node: Node) -> Either:
    inner = named(node)
    entries = tuple(each for each in inner if each.type == "when_entry")
    return Either(entries, next((each for each in inner if each.type == "when_subject"), None))


def _entry(tree: Syntax, node: Node) -> Case:
    conditions = tuple(each for each in node.children_by_field_name("condition") if each.is_named)
    last = named(node)[-1:]
    answer = last[0] if last and all(last[0].id != each.id for each in conditions) else None
    return Case(conditions, _jvm.last_of(answer))


def _property(tree: Syntax, node: Node) -> Shape | None:
    inner = [each for each in named(node) if each.type not in _ACCESS and each.type not in _TYPES]
    target = next((each for each in inner if each.type == "variable_declaration"), None)
    if target is None:
        return None
    behind = [each for each in inner if each.start_byte > target.start_byte]
    words, default = _kotlin_calls.modified(tree, node)
    value = behind[0] if behind else _got(node) or default
    kind = next((each for each in named(target) if each.type in _TYPES), None)
    above = tree.parent(node)
    home = tree.parent(above) if above is not None and above.type == "class_body" else None
    if home is None:
        return Bind(((target, value),), annotation=kind)
    shared = home.type in ("companion_object", "object_declaration") and "val" in _signs(node)
    holds = Holds.CONSTANT if "const" in words or shared else Holds.FIELD
    return Bind(((target, value),), Holds.PARAMETER if value is not None and value == default else holds, kind)


def _signs(node: Node) -> set[str]:
    return {child.type for child in node.children if not child.is_named}


def _got(node: Node) -> Node | None:
    """What the getter of a property gives, where it is one expression."""
    getter = next((each for each in named(node) if each.type == "getter"), None)
    body = next((each for each in named(getter) if each.type == "function_body"), None)
    given = next(iter(named(body)), None)
    return None if given is None or given.type == "block" else given


def _declared(tree: Syntax, node: Node) -> Shape | None:
    called = next((each for each in named(node) if each.type == "identifier"), None)
    return None if called is None else Name(tree.text(called))


def _parameters(tree: Syntax, node: Node) -> Bind:
    """The defaults of parameters stand beside them."""
    given = named(node)[:_MOST]
    pairs: list[tuple[Node, Node | None]] = []
    for at, each in enumerate(given):
        target = _identifier(each)
        if each.type == "parameter" and target is not None:
            behind = given[at + 1] if at + 1 < len(given) and given[at + 1].type not in _PARAMETERS else None
            pairs.append((target, behind))
    return Bind(tuple(pairs), Holds.PARAMETER)


_PARAMETERS = frozenset({"parameter", "parameter_modifiers"})
_MOST = 600
"""Parameters with their defaults that are looked at; the JVM allows for 255."""


def _identifier(node: Node) -> Node | None:
    return next((each for each in named(node) if each.type == "identifier"), None)


def _parameter(tree: Syntax, node: Node) -> Shape | None:
    target = _identifier(node)
    if target is None:
        return None
    sign = node.next_sibling
    behind = sign.next_named_sibling if sign is not None and sign.type == "=" else None
    return Bind(((target, behind),), Holds.PARAMETER, next((each for each in named(node) if each.type in _TYPES), None))


def _class_parameter(tree: Syntax, node: Node) -> Shape | None:
    inner = [each for each in named(node) if each.type != "modifiers"]
    target = _identifier(node)
    if target is None:
        return None
    kind = next((each for each in inner if each.type in _TYPES), None)
    value = inner[-1] if "=" in _signs(node) else _kotlin_calls.modified(tree, node)[1]
    return Bind(((target, value),), Holds.PARAMETER, kind)


def _member(tree: Syntax, node: Node) -> Shape | None:
    """A member of an enumeration is as good as what its constructor is given."""
    called = _identifier(node)
    listed = next((each for each in named(node) if each.type == "value_arguments"), None)
    given: list[Node | None] = [*_jvm.telling(tree, [each.value for each in arguments(tree, listed)])]
    return None if called is None else Bind(tuple((called, value) for value in given or [None]), Holds.MEMBER)


def _function(tree: Syntax, node: Node) -> Function:
    inner = named(node)
    listed = next((each for each in inner if each.type == "function_value_parameters"), None)
    targets = (_identifier(each) for each in named(listed)[:_MOST] if each.type == "parameter")
    body = next((each for each in inner if each.type in ("function_body", "block")), None)
    single = next(iter(named(body)), None) if body is not None and body.type == "function_body" else None
    answers = single is not None and single.type != "block"
    called = "constructor" if node.type == "secondary_constructor" else text_of(tree, node.child_by_field_name("name"))
    return Function(called, tuple(each for each in targets if each is not None), single or body, answers)


def _class(tree: Syntax, node: Node) -> Class:
    inner = named(node)
    bases = [
        part if part.type == "user_type" else next(iter(named(part)), part)
        for each in inner
        if each.type == "delegation_specifiers"
        for specifier in named(each)
        for part in named(specifier)[:1]
    ]
    made = (each for each in inner if each.type == "primary_constructor")
    listed = (part for each in made for part in named(each) if part.type == "class_parameters")
    targets = (_identifier(each) for part in listed for each in named(part))
    lists = any(each.type == "enum_class_body" for each in inner)
    called = text_of(tree, node.child_by_field_name("name"))
    return Class(called, tuple(bases), lists, tuple(each for each in targets if each is not None))


def _loop(tree: Syntax, node: Node) -> Shape | None:
    inner = [each for each in named(node) if each.type not in ("label", "annotation")]
    if len(inner) < 2 or inner[0].type != "variable_declaration":  # a variable, and what it goes through
        return None
    return Bind(((inner[0], inner[1]),), each=True)


def _assignment(tree: Syntax, node: Node) -> Shape | None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None:
        return None
    # What is assigned in a block that builds something is given to what the block belongs to.
    return Through(right) if right is not None and _kotlin_calls.builds(tree, node) else Bind(((left, right),))


def _answer(tree: Syntax, node: Node) -> Answer:
    return Answer(next((each for each in named(node) if each.type != "label"), None))


def _spread(tree: Syntax, node: Node) -> Shape | None:
    return Spread(inner[0]) if (inner := named(node)) else None


def _import(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if not inner:
        return None
    everything = any(child.type == "*" for child in node.children)
    alias = tree.text(inner[1]) if len(inner) > 1 else ""
    return Import((_jvm.imported(tree.text(inner[0]), everything=everything, alias=alias),))


SHAPES: dict[str, Look] = {
    **dict.fromkeys(("string_literal", "multiline_string_literal"), _string),
    "string_content": _hole,
    **dict.fromkeys(("identifier", "this_expression", "super_expression"), name),
    "user_type": spelled,
    "navigation_expression": _navigation,
    "index_expression": _item,
    "call_expression": _kotlin_calls.call,
    "constructor_invocation": _kotlin_calls.constructed,
    "constructor_delegation_call": _kotlin_calls.delegated,
    "collection_literal": sequence,
    "spread_expression": _spread,
    "infix_expression": _infix,
    "binary_expression": _binary,
    "in_expression": compare,
    "unary_expression": _unary,
    "if_expression": _if,
    "when_expression": _when,
    "when_entry": _entry,
    "property_declaration": _property,
    "variable_declaration": _declared,
    "function_value_parameters": _parameters,
    "parameter": _parameter,
    "class_parameter": _class_parameter,
    "enum_entry": _member,
    "assignment": _assignment,
    "for_statement": _loop,
    **dict.fromkeys(
        ("parenthesized_expression", "as_expression", "property_delegate", "labeled_expression"), through()
    ),
    "return_expression": _answer,
    **dict.fromkeys(("function_declaration", "anonymous_function", "secondary_constructor"), _function),
    **dict.fromkeys(("class_declaration", "object_declaration"), _class),
    "import": _import,
}


def _mended(content: bytes) -> bytes:
    """The grammar wants constructors on the line of their class, and no word before `interface`."""
    content = _APART.sub(lambda found: _LINES.sub(b" ", found[0]), content)
    return _FUNCTIONAL.sub(b"    interface", content)


def kotlin() -> Grammar:
    """Kotlin as tree-sitter reads it."""
    return _jvm.grammar(
        "kotlin",
        SHAPES,
        strings=("string_literal", "multiline_string_literal"),
        names=("identifier",),
        imports="import",
        constants="navigation_expression",
        through="value_arguments value_argument annotation constructor_invocation modifiers interpolation function_body"
        " block getter annotated_lambda lambda_literal range_test when_subject delegation_specifier"
        " delegation_specifiers class_parameters primary_constructor try_expression catch_block annotated_expression"
        " qualified_identifier",
        mended=_mended,
    )
