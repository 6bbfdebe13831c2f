"""What the nodes of Java say."""

from __future__ import annotations

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
    text_of,
    through,
)
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
    Member,
    Through,
)
from pytest_modelgate.languages import _jvm
from pytest_modelgate.languages._jvm_constants import constant

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Grammar, Look
    from pytest_modelgate.grammars.shapes import Shape, Text
    from pytest_modelgate.grammars.syntax import Syntax

_ESCAPES = frozenset({"escape_sequence"})


def _string(tree: Syntax, node: Node) -> Text:
    return _jvm.string(tree, node, _ESCAPES, frozenset({"string_interpolation"}))


def _invocation(tree: Syntax, node: Node) -> Shape | None:
    called, of = node.child_by_field_name("name"), node.child_by_field_name("object")
    if called is None:
        return None
    given = arguments_of(tree, node.child_by_field_name("arguments"))
    told = (inner for each in given for inner in (each, *_built(tree, each.value)))
    return _jvm.call(tree, of, tree.text(called), tuple(told))


def _built(tree: Syntax, node: Node) -> list[Argument]:
    """What a function that is given something to build gives it: `request -> request.modelId("m")`."""
    parameter, body = node.child_by_field_name("parameters"), node.child_by_field_name("body")
    if node.type != "lambda_expression" or parameter is None or parameter.type != "identifier":
        return []
    found: list[Argument] = []
    while body is not None and body.type == "method_invocation":
        called, given = body.child_by_field_name("name"), named(body.child_by_field_name("arguments"))
        if called is not None and len(given) == 1:
            found.append(Argument(given[0], tree.text(called)))
        body = body.child_by_field_name("object")
    begins = body is not None and tree.text(body) == tree.text(parameter)
    return found[::-1] if begins else []


def _delegated(tree: Syntax, node: Node) -> Shape | None:
    """`this("x")` and `super("x")`, by which one constructor calls another."""
    called = node.child_by_field_name("constructor")
    return Call(None, text_of(tree, called), arguments_of(tree, node.child_by_field_name("arguments")), makes=True)


def _new(tree: Syntax, node: Node) -> Shape | None:
    kind = node.child_by_field_name("type")
    given = arguments_of(tree, node.child_by_field_name("arguments"))
    return None if kind is None else call_of(tree, kind, given, makes=True)


def _annotation(tree: Syntax, node: Node) -> Shape | None:
    """`@Model(name = "x")` makes what `new Model(name: "x")` would; what gives a default is what it annotates."""
    call = _annotation_call(tree, node)
    return None if call is None else _jvm.annotation(call)


def _annotation_call(tree: Syntax, node: Node) -> Call | None:
    called = node.child_by_field_name("name")
    given = tuple(_annotated(tree, child) for child in named(node.child_by_field_name("arguments")))
    return None if called is None else call_of(tree, called, given, makes=True)


def _annotated(tree: Syntax, node: Node) -> Argument:
    key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
    return Argument(node) if key is None or value is None else Argument(value, tree.text(key))


def _modified(tree: Syntax, node: Node) -> tuple[frozenset[str], Node | None]:
    """The words before a declaration, and the default that one of its annotations gives."""
    modifiers = next((child for child in node.children if child.type == "modifiers"), None)
    words = frozenset(child.type for child in modifiers.children) if modifiers is not None else frozenset()
    calls = (_annotation_call(tree, child) for child in named(modifiers) if child.type == "annotation")
    values = (_jvm.default_of(call) for call in calls if call is not None)
    return words, next((value for value in values if value is not None), None)


def _access(tree: Syntax, node: Node) -> Shape | None:
    """What something has under a name; of the types of SDKs, constants for ids."""
    shape = _MEMBER(tree, node)
    if not isinstance(shape, Member):
        return shape
    holder = shape.of.child_by_field_name("field") or shape.of
    return constant(tree, node, tree.text(holder), shape.name) or shape


_MEMBER = member("object", "field")


def _declarator(tree: Syntax, node: Node) -> Shape | None:
    """A variable or a field, whose type and annotations stand before all that are declared with it."""
    called, above = node.child_by_field_name("name"), tree.parent(node)
    if called is None:
        return None
    value = node.child_by_field_name("value")
    kind = None if above is None else above.child_by_field_name("type")
    if above is None or above.type == "local_variable_declaration":
        return Bind(((called, value),), annotation=kind)
    words, default = _modified(tree, above)
    constant = above.type == "constant_declaration" or {"static", "final"} <= words
    holds = Holds.CONSTANT if constant else Holds.FIELD
    return Bind(((called, value if value is not None else default),), holds, kind)


def _field(tree: Syntax, node: Node) -> Shape | None:
    """What an annotation gives a field."""
    _, default = _modified(tree, node)
    declared = node.child_by_field_name("declarator")
    target = None if declared is None else declared.child_by_field_name("name")
    return None if target is None or default is None else Bind(((target, default),), Holds.PARAMETER)


def _parameter(tree: Syntax, node: Node) -> Shape | None:
    called = node.child_by_field_name("name")
    if called is None:
        return None
    _, default = _modified(tree, node)
    return Bind(((called, default),), Holds.PARAMETER, node.child_by_field_name("type"))


def _constant(tree: Syntax, node: Node) -> Shape | None:
    """A member of an enumeration is as good as what its constructor is given."""
    called = node.child_by_field_name("name")
    given: list[Node | None] = [*_jvm.telling(tree, named(node.child_by_field_name("arguments")))]
    return None if called is None else Bind(tuple((called, value) for value in given or [None]), Holds.MEMBER)


def _function(tree: Syntax, node: Node) -> Function:
    single = node.child_by_field_name("parameters")
    listed = [] if single is None else [single] if single.type == "identifier" else named(single)
    targets = tuple(each.child_by_field_name("name") or each for each in listed)
    body = node.child_by_field_name("body")
    answers = node.type == "lambda_expression" and body is not None and body.type != "block"
    return Function(text_of(tree, node.child_by_field_name("name")), targets, body, answers)


def _class(tree: Syntax, node: Node) -> Class:
    bases = named(node.child_by_field_name("superclass"))
    lists = node.type == "enum_declaration"
    parameters = tuple(
        target
        for each in named(node.child_by_field_name("parameters"))
        if (target := each.child_by_field_name("name")) is not None
    )
    return Class(text_of(tree, node.child_by_field_name("name")), tuple(bases), lists, parameters)


def _type(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if node.type == "generic_type":
        return Through(inner[0]) if inner else None
    return Member(inner[0], tree.text(inner[-1])) if len(inner) > 1 else None


def _loop(tree: Syntax, node: Node) -> Shape | None:
    called, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    return None if called is None else Bind(((called, value),), each=True, annotation=node.child_by_field_name("type"))


def _switch(tree: Syntax, node: Node) -> Shape | None:
    rules = tuple(rule for rule in named(node.child_by_field_name("body")) if rule.type == "switch_rule")
    return Either(rules, node.child_by_field_name("condition"))


def _rule(tree: Syntax, node: Node) -> Case:
    """`case "a" -> "b";`."""
    inner = named(node)
    label = inner[0] if inner and inner[0].type == "switch_label" else None
    body = inner[-1] if inner and inner[-1].type in ("expression_statement", "block") else None
    if body is not None and body.type == "block":
        body = next((each for each in named(body) if each.type == "yield_statement"), None)
    answer = next(iter(named(body)), None)
    return Case(tuple(named(label)), answer)


def _ternary(tree: Syntax, node: Node) -> Shape | None:
    fields = (node.child_by_field_name(each) for each in ("consequence", "alternative", "condition"))
    return _jvm.chosen(tree, *fields)


def _denied(tree: Syntax, node: Node) -> Shape | None:
    operator = text_of(tree, node.child_by_field_name("operator"))
    return Compare(tuple(named(node)[-1:])) if operator == "!" else None


def _item(tree: Syntax, node: Node) -> Shape | None:
    of, key = node.child_by_field_name("array"), node.child_by_field_name("index")
    return None if of is None or key is None else Item(of, key)


def _answer(tree: Syntax, node: Node) -> Answer:
    return Answer(next(iter(named(node)), None))


def _import(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    if not inner:
        return None
    return Import((_jvm.imported(tree.text(inner[0]), everything=inner[-1].type == "asterisk"),))


SHAPES: dict[str, Look] = {
    "string_literal": _string,
    **dict.fromkeys(("identifier", "type_identifier", "this", "super"), name),
    "field_access": _access,
    "scoped_identifier": member("scope", "name"),
    "scoped_type_identifier": _type,
    "generic_type": _type,
    "array_access": _item,
    "method_invocation": _invocation,
    "explicit_constructor_invocation": _delegated,
    "object_creation_expression": _new,
    "annotation": _annotation,
    **dict.fromkeys(("array_initializer", "element_value_array_initializer"), sequence),
    "array_creation_expression": through("value"),
    "variable_declarator": _declarator,
    "field_declaration": _field,
    "formal_parameter": _parameter,
    "assignment_expression": bind("left", "right"),
    "resource": bind("name", "value", annotation="type"),
    "annotation_type_element_declaration": bind("name", "value", holds=Holds.PARAMETER),
    "enum_constant": _constant,
    "enhanced_for_statement": _loop,
    "binary_expression": binary(falls_back=()),
    "unary_expression": _denied,
    "ternary_expression": _ternary,
    "switch_expression": _switch,
    "switch_rule": _rule,
    "switch_label": lambda tree, node: Case(tuple(named(node))),
    "parenthesized_expression": through(),
    "cast_expression": through("value"),
    "yield_statement": through(),
    "return_statement": _answer,
    **dict.fromkeys(
        ("method_declaration", "constructor_declaration", "compact_constructor_declaration", "lambda_expression"),
        _function,
    ),
    **dict.fromkeys(
        ("class_declaration", "enum_declaration", "interface_declaration", "record_declaration"),
        _class,
    ),
    "import_declaration": _import,
}


def java() -> Grammar:
    """Java as tree-sitter reads it."""
    return _jvm.grammar(
        "java",
        SHAPES,
        strings=("string_literal",),
        names=("identifier", "type_identifier"),
        imports="import_declaration",
        constants="field_access",
        through="argument_list annotation annotation_argument_list element_value_pair modifiers expression_statement"
        " string_interpolation formal_parameters inferred_parameters",
    )
