"""What the nodes of C# say, and what its usual functions do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import binary, call_of, either, name, named, through
from pytest_modelgate.grammars.grammar import Grammar
from pytest_modelgate.grammars.shapes import Answer, Bind, Case, Compare, Either, Import, Item, Member, Name, Through
from pytest_modelgate.languages._csharp_declarations import (
    accessor,
    attribute,
    based,
    bases,
    choice,
    class_of,
    declarator,
    delegated,
    function,
    parameter,
    property_of,
    unnamed,
)
from pytest_modelgate.languages._csharp_objects import (
    altered,
    anonymous,
    arguments_in,
    array,
    assignment,
    between,
    braces,
    collection,
    new,
    row,
    spread,
)
from pytest_modelgate.languages._csharp_texts import interpolated, raw, string, verbatim

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Look
    from pytest_modelgate.grammars.shapes import Shape
    from pytest_modelgate.grammars.syntax import Syntax


def _generic(tree: Syntax, node: Node) -> Shape | None:
    inner = next(iter(named(node)), None)
    return None if inner is None else Name(tree.text(inner))


def _last(tree: Syntax, node: Node) -> str:
    """A name without the types that it is of."""
    shape = tree.shape(node)
    return shape.text if isinstance(shape, Name) else tree.text(node)


def _member(of: str, last: str) -> Look:
    def look(tree: Syntax, node: Node) -> Shape | None:
        owner, called = node.child_by_field_name(of), node.child_by_field_name(last)
        if called is None:
            return None
        return Name(_last(tree, called)) if owner is None else Member(owner, _last(tree, called))

    return look


def _conditional(tree: Syntax, node: Node) -> Shape | None:
    """`a?.b` and `a?["b"]`."""
    of, bound = node.child_by_field_name("condition"), next(iter(named(node)[1:]), None)
    if of is None or bound is None:
        return None
    if bound.type == "member_binding_expression":
        called = bound.child_by_field_name("name")
        return None if called is None else Member(of, _last(tree, called))
    key = between(bound) if bound.type == "element_binding_expression" else None
    return None if key is None else Item(of, key)


def _invocation(tree: Syntax, node: Node) -> Shape | None:
    callee = node.child_by_field_name("function")
    return None if callee is None else call_of(tree, callee, arguments_in(tree, node.child_by_field_name("arguments")))


def _loop(tree: Syntax, node: Node) -> Shape | None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return None
    return Bind(((left, right),), each=True, annotation=node.child_by_field_name("type"))


def _section(tree: Syntax, node: Node) -> Case:
    """`case "a":` with its statements."""
    return Case(tuple(child for child in named(node) if child.type.endswith("_pattern")))


def _switch(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    arms = tuple(child for child in inner if child.type == "switch_expression_arm")
    return Either(arms, inner[0]) if inner else None


def _arm(tree: Syntax, node: Node) -> Case:
    inner = [child for child in named(node) if child.type != "when_clause"]
    return Case(tuple(inner[:1]), inner[-1] if len(inner) > 1 else None)


def _matched(tree: Syntax, node: Node) -> Compare:
    return Compare(tuple(named(node)))


def _postfix(tree: Syntax, node: Node) -> Shape | None:
    inner = named(node)
    return Through(inner[0]) if inner and node.children[-1].type == "!" else None


def _denied(tree: Syntax, node: Node) -> Shape | None:
    return Compare(tuple(named(node)[-1:])) if node.children and node.children[0].type == "!" else None


def _item(tree: Syntax, node: Node) -> Shape | None:
    of, subscript = node.child_by_field_name("expression"), node.child_by_field_name("subscript")
    key = None if subscript is None else between(subscript)
    return None if of is None or key is None else Item(of, key)


def _answer(tree: Syntax, node: Node) -> Answer:
    return Answer(next(iter(named(node)), None))


def _using(tree: Syntax, node: Node) -> Shape | None:
    """`using OpenAI.Chat;` and `using Chat = OpenAI.Chat.ChatClient;`."""
    alias, inner = node.child_by_field_name("name"), named(node)
    if not inner:
        return None
    path = tree.text(inner[-1]).replace("global::", "")
    if alias is None:
        return Import((("*", path),))
    home, _, last = path.partition("<")[0].rpartition(".")
    return Import(((tree.text(alias), f"{home}#{last}"),))


SHAPES: dict[str, Look] = {
    "string_literal": string,
    "verbatim_string_literal": verbatim,
    "raw_string_literal": raw,
    "interpolated_string_expression": interpolated,
    **dict.fromkeys(("identifier", "this", "base", "implicit_parameter"), name),
    "generic_name": _generic,
    "qualified_name": _member("qualifier", "name"),
    "alias_qualified_name": _member("", "name"),
    "member_access_expression": _member("expression", "name"),
    "member_binding_expression": _member("", "name"),
    "conditional_access_expression": _conditional,
    "element_access_expression": _item,
    "invocation_expression": _invocation,
    **dict.fromkeys(("object_creation_expression", "implicit_object_creation_expression"), new),
    "anonymous_object_creation_expression": anonymous,
    "with_expression": altered,
    "initializer_expression": braces,
    **dict.fromkeys(("array_creation_expression", "implicit_array_creation_expression"), array),
    "collection_expression": collection,
    "spread_element": spread,
    "tuple_expression": row,
    "variable_declarator": declarator,
    "property_declaration": property_of,
    "accessor_declaration": accessor,
    "parameter": parameter,
    "attribute": attribute,
    "enum_member_declaration": choice,
    "assignment_expression": assignment,
    "foreach_statement": _loop,
    "binary_expression": binary(falls_back=("??",), compares=("==", "!=", "<", ">", "<=", ">=")),
    "conditional_expression": either("consequence", "alternative", test="condition"),
    "is_pattern_expression": _matched,
    "switch_section": _section,
    "switch_expression": _switch,
    "switch_expression_arm": _arm,
    "prefix_unary_expression": _denied,
    "postfix_unary_expression": _postfix,
    **dict.fromkeys(("parenthesized_expression", "await_expression", "checked_expression"), through()),
    "cast_expression": through("value"),
    "as_expression": through("left"),
    **dict.fromkeys(("return_statement", "yield_statement"), _answer),
    **dict.fromkeys(
        (
            "method_declaration",
            "constructor_declaration",
            "local_function_statement",
            "operator_declaration",
            "anonymous_method_expression",
        ),
        function,
    ),
    "lambda_expression": unnamed,
    "constructor_initializer": delegated,
    **dict.fromkeys(
        (
            "class_declaration",
            "struct_declaration",
            "record_declaration",
            "record_struct_declaration",
            "interface_declaration",
            "enum_declaration",
        ),
        class_of,
    ),
    "base_list": bases,
    "primary_constructor_base_type": based,
    "using_directive": _using,
}
_THROUGH = frozenset(
    "argument argument_list bracketed_argument_list element_binding_expression attribute_argument"
    " attribute_argument_list attribute attribute_list initializer_expression assignment_expression with_initializer"
    " collection_element expression_element interpolation arrow_expression_clause accessor_declaration accessor_list"
    " variable_declaration binary_expression constant_pattern or_pattern and_pattern negated_pattern"
    " parenthesized_pattern relational_pattern recursive_pattern property_pattern_clause positional_pattern_clause"
    " subpattern list_pattern parameter_list base_list tuple_pattern".split()
)


def csharp() -> Grammar:
    """C# as tree-sitter reads it."""
    return Grammar(
        tree="c_sharp",
        framework="csharp",
        shapes=SHAPES,
        strings=(
            "string_literal",
            "verbatim_string_literal",
            "raw_string_literal",
            "interpolated_string_expression",
        ),
        names=("identifier", "implicit_parameter"),
        through=_THROUGH,
        own=frozenset({"this", "base"}),
        fluent=True,
        documents=True,
        environments=frozenset(
            "configuration config Configuration Config _configuration _config builder.Configuration"
            " context.Configuration hostContext.Configuration this.Configuration"
            " ConfigurationManager.AppSettings".split()
        ),
        lookups=frozenset({"GetEnvironmentVariable"}),
        defaulting=frozenset({"GetValue", "GetValueOrDefault", "GetOptional"}),
        passing=frozenset(
            "ToString Trim TrimStart TrimEnd ToLower ToLowerInvariant ToUpper ToUpperInvariant ThrowIfNull Intern"
            " AsMemory AsSpan ToArray ToList AsReadOnly FromString ToFrozenSet ToImmutableArray ConfigureAwait"
            " Parse".split()
        ),
        joining=frozenset({"string.Concat", "String.Concat", "string.Format", "String.Format"}),
        mentions=frozenset(
            "WriteLine Write LogInformation LogWarning LogError LogDebug LogTrace LogCritical Log Information Warning"
            " Verbose Fatal Assert MarkupLine Description DisplayName Display Category Obsolete Example SwaggerSchema"
            " DataMember InlineData Trait JsonPropertyName JsonProperty EnumMember WithDescription".split()
        ),
        matching=frozenset("StartsWith EndsWith IndexOf LastIndexOf Replace Split IsMatch Match Regex".split()),
        comparing=frozenset(
            "Equals Contains ContainsKey TryGetValue Remove CompareTo SequenceEqual Compare Equal NotEqual AreEqual"
            " AreNotEqual Be NotBe BeEquivalentTo True False".split()
        ),
        listing=frozenset({"AllowedValues", "AcceptOnlyFromAmong"}),
        options_of_commands=frozenset({"CommandOption", "Option", "Argument", "CliOption", "CliArgument"}),
        encoding=frozenset({"JsonSerializer.Serialize", "JsonConvert.SerializeObject", "JsonContent.Create"}),
    )
