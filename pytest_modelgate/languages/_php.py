"""What PHP looks like to the engine, and what its usual functions do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import bind, name, through
from pytest_modelgate.grammars.grammar import Grammar
from pytest_modelgate.grammars.shapes import Holds
from pytest_modelgate.languages._php_expressions import (
    array,
    attribute,
    both,
    constant_of,
    denied,
    function_call,
    heredoc,
    included,
    item,
    method_call,
    namespace,
    new,
    property_of,
    qualified,
    said,
    string,
    variable,
)
from pytest_modelgate.languages._php_statements import (
    answer,
    arm,
    assigned,
    case,
    class_of,
    conditional,
    constant,
    each,
    field,
    function,
    imported,
    match,
    parameter,
    pattern,
    statement,
)

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Look

SHAPES: dict[str, Look] = {
    "string": string,
    "encapsed_string": string,
    "heredoc": heredoc,
    "nowdoc": heredoc,
    "name": name,
    "relative_scope": name,
    "variable_name": variable,
    "qualified_name": qualified,
    "namespace_name": namespace,
    "member_access_expression": property_of,
    "nullsafe_member_access_expression": property_of,
    "scoped_property_access_expression": property_of,
    "class_constant_access_expression": constant_of,
    "subscript_expression": item,
    "function_call_expression": function_call,
    "member_call_expression": method_call,
    "nullsafe_member_call_expression": method_call,
    "scoped_call_expression": method_call,
    "object_creation_expression": new,
    "attribute": attribute,
    "array_creation_expression": array,
    "variadic_unpacking": through(),
    "list_literal": pattern,
    "assignment_expression": assigned,
    "reference_assignment_expression": assigned,
    "augmented_assignment_expression": assigned,
    "const_element": constant,
    "property_element": field,
    "enum_case": bind("name", "value", holds=Holds.MEMBER),
    "simple_parameter": parameter,
    "property_promotion_parameter": parameter,
    "variadic_parameter": parameter,
    **dict.fromkeys(
        ("function_definition", "method_declaration", "anonymous_function", "arrow_function"),
        function,
    ),
    **dict.fromkeys(
        ("class_declaration", "interface_declaration", "trait_declaration", "enum_declaration", "anonymous_class"),
        class_of,
    ),
    "binary_expression": both,
    "unary_op_expression": denied,
    "conditional_expression": conditional,
    "match_expression": match,
    "match_conditional_expression": arm,
    "match_default_expression": through("return_expression"),
    "case_statement": case,
    "foreach_statement": each,
    **dict.fromkeys(
        ("parenthesized_expression", "error_suppression_expression", "clone_expression", "by_ref"),
        through(),
    ),
    "cast_expression": through("value"),
    "return_statement": answer,
    "yield_expression": answer,
    "echo_statement": said,
    "print_intrinsic": said,
    "exit_statement": said,
    **dict.fromkeys(
        ("require_expression", "require_once_expression", "include_expression", "include_once_expression"), included
    ),
    "expression_statement": statement,
    "namespace_use_declaration": imported,
}


def php() -> Grammar:
    """PHP, as its grammar of tree-sitter reads it."""
    return Grammar(
        tree="php/php",
        framework="php",
        shapes=SHAPES,
        strings=("string", "encapsed_string", "heredoc", "nowdoc"),
        names=("name",),
        through=frozenset(
            "arguments argument array_element_initializer match_block match_condition_list formal_parameters pair"
            " sequence_expression attribute_group attribute_list".split()
        ),
        own=frozenset({"this", "self", "static"}),
        options=True,
        fluent=True,
        dollar=True,
        documents=True,
        namespaces="namespace_name",
        environments=frozenset({"_ENV", "_SERVER"}),
        lookups=frozenset({"config", "Config.get", "Env.get", "get_option", "env"}),
        defaulting=frozenset({"data_get", "array_get", "default"}),
        passing=frozenset({"trim", "strtolower", "strval", "rtrim", "ltrim", "tryFrom", "from", "array_filter"}),
        joining=frozenset({"sprintf", "implode", "join"}),
        mentions=frozenset(
            "echo printf print_r var_dump var_export error_log die trigger_error __ _e esc_html esc_html__ esc_attr__"
            " trans trans_choice notice alert comment line info dd dump logger report abort expectExceptionMessage"
            " setHelp setDescription".split()
        ),
        matching=frozenset(
            "str_starts_with str_ends_with str_contains strpos stripos strstr stristr strncmp strncasecmp substr_count"
            " preg_match preg_match_all preg_replace str_replace str_ireplace preg_split explode fnmatch"
            " startsWith endsWith contains is".split()
        ),
        comparing=frozenset(
            "in_array array_key_exists array_search strcmp strcasecmp isset key_exists has assertSame assertEquals"
            " assertNotSame assertNotEquals assertContains assertStringContainsString toBe toEqual toContain where"
            " whereIn orWhere firstWhere array_keys unset".split()
        ),
        listing=frozenset({"Rule.in", "In", "Choice", "enum", "options"}),
        options_of_commands=frozenset({"addOption", "addArgument"}),
        encoding=frozenset({"json_encode", "Json.encode", "wp_json_encode"}),
        constructors=frozenset({"__construct"}),
    )
