"""What Ruby looks like to the engine, and what its usual methods do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import binary, either, name
from pytest_modelgate.grammars.grammar import Grammar
from pytest_modelgate.languages._ruby_nodes import (
    PASSING,
    assigned,
    block,
    body,
    branches,
    call,
    case,
    chained,
    class_of,
    denied,
    each_of,
    element,
    function,
    given_back,
    heredoc,
    last,
    loop,
    mapping,
    parameter,
    row,
    scope,
    splat,
    string,
    symbol,
    when,
)

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Look

_BINARY = binary(
    joins=("+",),
    falls_back=("||", "or"),
    compares=("==", "!=", "===", "=~", "!~", "<=>", "<", ">", "<=", ">="),
)
_NAMES = ("identifier", "constant", "instance_variable", "class_variable", "global_variable", "hash_key_symbol")
_STRINGS = ("string", "bare_string", "bare_symbol", "delimited_symbol", "simple_symbol", "heredoc_body")

SHAPES: dict[str, Look] = {
    **dict.fromkeys(("string", "bare_string", "bare_symbol", "delimited_symbol"), string),
    "simple_symbol": symbol,
    "heredoc_body": heredoc,
    **dict.fromkeys((*_NAMES, "self"), name),
    "scope_resolution": scope,
    "element_reference": element,
    "call": call,
    "hash": mapping,
    **dict.fromkeys(("array", "string_array", "symbol_array"), row),
    "assignment": assigned,
    "operator_assignment": assigned,
    **dict.fromkeys(("keyword_parameter", "optional_parameter"), parameter),
    **dict.fromkeys(("method", "singleton_method", "lambda"), function),
    **dict.fromkeys(("block", "do_block"), block),
    "block_parameters": each_of,
    **dict.fromkeys(("body_statement", "block_body"), body),
    **dict.fromkeys(("class", "module"), class_of),
    **dict.fromkeys(("return", "break", "next"), given_back),
    "case": case,
    "case_match": case,
    "when": when,
    "in_clause": when,
    **dict.fromkeys(("if", "unless", "elsif", "if_modifier", "unless_modifier"), branches),
    **dict.fromkeys(("then", "else", "begin", "parenthesized_statements"), last),
    "conditional": either("consequence", "alternative", test="condition"),
    "chained_string": chained,
    "binary": _BINARY,
    "unary": denied,
    "for": loop,
    **dict.fromkeys(("splat_argument", "hash_splat_argument"), splat),
}


def ruby() -> Grammar:
    """Ruby, as its grammar of tree-sitter reads it."""
    return Grammar(
        tree="ruby",
        framework="ruby",
        shapes=SHAPES,
        strings=_STRINGS,
        names=_NAMES,
        through=frozenset(
            "argument_list pair pattern right_assignment_list method_parameters block_parameters lambda_parameters"
            " interpolation superclass rescue_modifier alternative_pattern array_pattern hash_pattern keyword_pattern"
            " as_pattern in left_assignment_list".split()
        ),
        own=frozenset({"self"}),
        options=True,
        bare=True,
        documents=True,
        sigil="@",
        unquoted=r"%[wWiIqQ]?(?:\[[^\]]{0,20000}\]|\([^)]{0,20000}\)|\{[^}]{0,20000}\}|<[^>]{0,20000}>)",
        environments=frozenset({"ENV"}),
        lookups=frozenset({"ENV.fetch"}),
        defaulting=frozenset({"fetch"}),
        passing=PASSING,
        joining=frozenset({"concat", "join", "format", "sprintf"}),
        mentions=frozenset(
            "puts p pp raise fail abort say desc t it describe context shared_examples log add_error flash notify"
            " trace truncate".split()
        ),
        matching=frozenset(
            "start_with? end_with? starts_with? ends_with? match match? sub sub! gsub gsub! delete_prefix"
            " delete_suffix scan split tr index rindex partition slice".split()
        ),
        comparing=frozenset(
            "include? exclude? member? eql? equal? in? key? has_key? value? casecmp casecmp? cover? any? all? none?"
            " eq eql be equal match_array contain_exactly assert_equal refute_equal delete except only"
            " validates validates_inclusion_of where find_by find_by! exists?".split()
        ),
        listing=frozenset({"Set", "enum", "select", "options_for_select", "radio_button"}),
        options_of_commands=frozenset({"option", "method_option", "class_option"}),
        encoding=frozenset({"JSON.generate", "JSON.dump", "Oj.dump"}),
        importing=frozenset({"require", "require_relative", "load", "autoload", "gem"}),
        constructors=frozenset({"initialize"}),
    )
