"""What the nodes of JavaScript and TypeScript say, and what their usual functions do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import (
    binary,
    bind,
    either,
    member,
    name,
    of_type,
    sequence,
    through,
)
from pytest_modelgate.grammars.grammar import Grammar
from pytest_modelgate.grammars.shapes import (
    Holds,
)
from pytest_modelgate.languages import _script_forms as forms

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Look

_PARAMETER = bind("pattern", "value", holds=Holds.PARAMETER, annotation="type")
_ASSIGNED = bind("left", "right")

SHAPES: dict[str, Look] = {
    "string": forms.string,
    "template_string": forms.string,
    **dict.fromkeys(
        (
            "identifier",
            "property_identifier",
            "private_property_identifier",
            "shorthand_property_identifier",
            "shorthand_property_identifier_pattern",
            "type_identifier",
            "this",
        ),
        name,
    ),
    "member_expression": member("object", "property"),
    "nested_identifier": member("object", "property"),
    "nested_type_identifier": member("module", "name"),
    "subscript_expression": forms.item,
    "call_expression": forms.call,
    "new_expression": forms.new,
    "jsx_opening_element": forms.element,
    "jsx_self_closing_element": forms.element,
    "object": forms.record,
    "array": sequence,
    "spread_element": forms.spread,
    "variable_declarator": bind("name", "value", annotation="type"),
    "assignment_expression": _ASSIGNED,
    "augmented_assignment_expression": _ASSIGNED,
    "public_field_definition": bind("name", "value", holds=Holds.FIELD, annotation="type"),
    "field_definition": bind("property", "value", holds=Holds.FIELD),
    "property_signature": bind("name", "value", holds=Holds.FIELD, annotation="type"),
    "enum_assignment": bind("name", "value", holds=Holds.MEMBER),
    "required_parameter": _PARAMETER,
    "optional_parameter": _PARAMETER,
    "assignment_pattern": forms.default_in_place,
    "object_pattern": forms.pattern,
    "array_pattern": forms.pattern,
    "for_in_statement": forms.loop,
    "binary_expression": binary(),
    "unary_expression": forms.denied,
    "ternary_expression": either("consequence", "alternative", test="condition"),
    **dict.fromkeys(
        (
            "parenthesized_expression",
            "await_expression",
            "as_expression",
            "satisfies_expression",
            "non_null_expression",
            "jsx_expression",
        ),
        through(),
    ),
    "return_statement": forms.answer,
    "yield_expression": forms.answer,
    **dict.fromkeys(
        (
            "arrow_function",
            "function_declaration",
            "function_expression",
            "generator_function",
            "generator_function_declaration",
            "method_definition",
        ),
        forms.function,
    ),
    **dict.fromkeys(("class_declaration", "class", "abstract_class_declaration", "enum_declaration"), forms.class_),
    "switch_case": forms.case,
    "literal_type": of_type,
    "type_arguments": of_type,
    "template_literal_type": of_type,
    "expression_statement": forms.statement,
    "import_statement": forms.import_,
    "import_require_clause": forms.requires,
    "export_statement": forms.import_,
}


def script(tree: str, *, extra: dict[str, str] | None = None) -> Grammar:
    """JavaScript or TypeScript, as that grammar of tree-sitter reads it."""
    return Grammar(
        tree=tree,
        framework="javascript",
        shapes=SHAPES,
        strings=("string", "template_string"),
        names=(
            "identifier",
            "property_identifier",
            "private_property_identifier",
            "shorthand_property_identifier",
            "shorthand_property_identifier_pattern",
            "type_identifier",
        ),
        comments=("comment", "html_comment"),
        declaring=(".d.ts", ".d.mts", ".d.cts"),
        through=frozenset(
            {
                "arguments",
                "pair",
                "jsx_attribute",
                "computed_property_name",
                "formal_parameters",
                "template_substitution",
            }
            | {"pair_pattern", "object_assignment_pattern", "rest_pattern", "sequence_expression"}
        ),
        options=True,
        quoted=True,
        documents=True,
        environments=frozenset({"process.env", "import.meta.env", "Bun.env", "env"}),
        lookups=frozenset({"Deno.env.get", "getEnv", "getEnvironmentVariable", "getEnvVar"}),
        defaulting=frozenset({"get", "default", "getOrDefault", "withDefault", "prefault"}),
        passing=frozenset(
            {"String", "trim", "toLowerCase", "toString", "valueOf", "freeze", "from", "asConst", "values"}
        ),
        joining=frozenset({"concat"}),
        mentions=frozenset(
            {"trace", "Option", "option", "MenuItem", "SelectItem", "Radio", "describe", "it", "test", "alert", "toast"}
            | {"toThrow", "t", "$t"}
        ),
        matching=frozenset(
            "startsWith endsWith match matchAll indexOf lastIndexOf search replace replaceAll split test RegExp".split()
        ),
        comparing=frozenset(
            "includes has get delete toBe toEqual toStrictEqual toContain toContainEqual toMatch equal strictEqual"
            " deepEqual notEqual localeCompare is satisfies".split()
        ),
        listing=frozenset(
            {"Set", "z.enum", "z.literal", "z.union", "Type.Literal", "v.picklist", "v.literal", "pgEnum"}
        ),
        options_of_commands=frozenset({"option", "requiredOption", "argument", "addOption", "positional"}),
        encoding=frozenset({"JSON.stringify"}),
        importing=frozenset({"require", "import"}),
        extra=extra or {},
    )
