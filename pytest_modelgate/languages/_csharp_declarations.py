"""What C# declares: variables and fields, properties, parameters, attributes, functions, classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import call_of, named, text_of
from pytest_modelgate.grammars.shapes import Argument, Bind, Call, Class, Function, Holds, Through
from pytest_modelgate.languages._csharp_objects import arguments_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax

_GIVE_DEFAULTS = frozenset({"DefaultValue", "DefaultValueAttribute"})
"""Attributes whose first argument is the default of what they stand at; of others, arguments of such a name are."""
_DEFAULTS = frozenset({"Default", "DefaultValue"})
_TELL_VALUES = frozenset(
    {"EnumMember", "JsonStringEnumMemberName", "Description", "Display", "JsonProperty", "JsonPropertyName"}
)
"""Attributes by which a member of an enumeration is written."""


def declarator(tree: Syntax, node: Node) -> Shape | None:
    """A variable or a field; its type and what it may be stand before all that are declared with it."""
    target, value = node.child_by_field_name("name"), _initial(node)
    declaration = tree.parent(node)
    if target is None or declaration is None:
        return None
    above = tree.parent(declaration)
    holds = Holds.VARIABLE
    if above is not None and above.type == "field_declaration":
        words = {tree.text(child) for child in above.children if child.type == "modifier"}
        constant = "const" in words or {"static", "readonly"} <= words
        holds = Holds.CONSTANT if constant else Holds.FIELD
    return Bind(((target, value),), holds, declaration.child_by_field_name("type"))


def _or_none(values: list[Node]) -> list[Node | None]:
    """The values that something is given; it is declared even where it is given none."""
    return [*values] or [None]


def _initial(node: Node) -> Node | None:
    """What stands behind the sign that gives something its value."""
    for at, child in enumerate(node.children):
        if child.type == "=":
            return next((each for each in node.children[at + 1 :] if each.is_named and each.type != "comment"), None)
    return None


def property_of(tree: Syntax, node: Node) -> Shape | None:
    target = node.child_by_field_name("name")
    if target is None:
        return None
    values = [_value(node.child_by_field_name("value")), _got(node.child_by_field_name("accessors"))]
    given = [*(value for value in values if value is not None), *_defaults(tree, node)]
    pairs = tuple((target, value) for value in _or_none(given))
    return Bind(pairs, Holds.FIELD, node.child_by_field_name("type"))


def _got(accessors: Node | None) -> Node | None:
    """What a property gives whose `get` is one expression."""
    getters = [child for child in named(accessors) if _which(child) == "get"]
    body = getters[0].child_by_field_name("body") if getters else None
    return _value(body) if body is not None and body.type == "arrow_expression_clause" else None


def _which(accessor: Node) -> str:
    called = accessor.child_by_field_name("name")
    return "" if called is None else called.type


def _value(node: Node | None) -> Node | None:
    """An expression, also behind an arrow."""
    if node is not None and node.type == "arrow_expression_clause":
        return next(iter(named(node)), None)
    return node


def accessor(tree: Syntax, node: Node) -> Shape | None:
    """The block by which a property answers, which is called as the property is."""
    body = node.child_by_field_name("body")
    above = tree.parent(node)
    outer = None if above is None else tree.parent(above)
    if body is None or body.type != "block" or outer is None:
        return None
    return Function(text_of(tree, outer.child_by_field_name("name")), (), body)


def parameter(tree: Syntax, node: Node) -> Shape | None:
    target = node.child_by_field_name("name")
    if target is None:
        return None
    given = [value for value in (_initial(node), *_defaults(tree, node)) if value is not None]
    pairs = tuple((target, value) for value in _or_none(given))
    return Bind(pairs, Holds.PARAMETER, node.child_by_field_name("type"))


def _attributes(tree: Syntax, node: Node) -> Iterator[tuple[str, tuple[Argument, ...]]]:
    """The attributes of a declaration, by their last names, with what they are given."""
    for listed in (child for child in node.children if child.type == "attribute_list"):
        for each in named(listed):
            called = each.child_by_field_name("name")
            given = next((child for child in each.children if child.type == "attribute_argument_list"), None)
            if called is not None:
                yield tree.text(called).rpartition(".")[2], arguments_in(tree, given)


def _defaults(tree: Syntax, node: Node) -> Iterator[Node]:
    """What attributes give a property or a parameter that nobody sets."""
    for called, given in _attributes(tree, node):
        for at, each in enumerate(given):
            if each.name in _DEFAULTS or (called in _GIVE_DEFAULTS and at == 0):
                yield each.value


def attribute(tree: Syntax, node: Node) -> Shape | None:
    """`[Model("x", Kind = "y")]` makes what `new Model("x", Kind: "y")` would; what gives a value is what it is for."""
    called = node.child_by_field_name("name")
    listed = tree.parent(node)
    at = None if listed is None else tree.parent(listed)
    if called is None:
        return None
    given = arguments_in(
        tree, next((child for child in node.children if child.type == "attribute_argument_list"), None)
    )
    last = tree.text(called).rpartition(".")[2]
    if at is not None and at.type == "enum_member_declaration" and last in _TELL_VALUES:
        return None
    if last in _GIVE_DEFAULTS or any(each.name in _DEFAULTS for each in given):
        return None
    return call_of(tree, called, given, makes=True)


def choice(tree: Syntax, node: Node) -> Shape | None:
    """A member of an enumeration, with the text as which it is written."""
    target = node.child_by_field_name("name")
    told = [each.value for called, given in _attributes(tree, node) if called in _TELL_VALUES for each in given]
    return None if target is None else Bind(tuple((target, value) for value in _or_none(told)), Holds.MEMBER)


def unnamed(tree: Syntax, node: Node) -> Shape | None:
    """A function without a name; one that is given nothing and says what it gives is as good as that."""
    body, shape = node.child_by_field_name("body"), function(tree, node)
    if body is not None and shape.answers and (not shape.parameters or _ignores(tree, shape)):
        return Through(body)
    return shape


def _ignores(tree: Syntax, function: Function) -> bool:
    return all(tree.text(each) == "_" for each in function.parameters)


def function(tree: Syntax, node: Node) -> Function:
    listed = node.child_by_field_name("parameters")
    single = listed is not None and listed.type in ("implicit_parameter", "identifier")
    parameters = [listed] if single and listed is not None else named(listed)
    targets = tuple(each.child_by_field_name("name") or each for each in parameters)
    body = node.child_by_field_name("body") or next((child for child in node.children if child.type == "block"), None)
    answers = body is not None and body.type != "block"
    return Function(text_of(tree, node.child_by_field_name("name")), targets, _value(body), answers)


def class_of(tree: Syntax, node: Node) -> Class:
    listed = next((child for child in node.children if child.type == "parameter_list"), None)
    targets = (each.child_by_field_name("name") for each in named(listed))
    bases = next((child for child in node.children if child.type == "base_list"), None)
    kinds = tuple(_base(each) for each in named(bases) if each.type != "argument_list")
    called = text_of(tree, node.child_by_field_name("name"))
    lists = node.type == "enum_declaration"
    return Class(called, kinds, lists, tuple(target for target in targets if target is not None))


def _base(node: Node) -> Node:
    return node.child_by_field_name("type") or node if node.type == "primary_constructor_base_type" else node


def bases(tree: Syntax, node: Node) -> Shape | None:
    """`class Own(string model) : Base(model)` makes a `Base`."""
    inner = named(node)
    if inner and inner[0].type == "primary_constructor_base_type":
        return None
    if len(inner) < 2 or inner[1].type != "argument_list":  # the base, and what it is given
        return None
    return call_of(tree, inner[0], arguments_in(tree, inner[1]), makes=True)


def based(tree: Syntax, node: Node) -> Shape | None:
    kind = node.child_by_field_name("type")
    given = next((child for child in node.children if child.type == "argument_list"), None)
    return None if kind is None else call_of(tree, kind, arguments_in(tree, given), makes=True)


def delegated(tree: Syntax, node: Node) -> Call:
    """`: this("x")` and `: base("x")`, by which one constructor calls another."""
    called = next((child.type for child in node.children if child.type in ("this", "base")), "")
    given = next((child for child in node.children if child.type == "argument_list"), None)
    return Call(None, called, arguments_in(tree, given), makes=True)
