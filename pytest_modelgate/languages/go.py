"""Go, parsed with tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.grammars.code import language
from pytest_modelgate.remarks import GO

if TYPE_CHECKING:
    from pytest_modelgate.grammars.grammar import Grammar


def _grammar() -> Grammar:
    from pytest_modelgate.grammars import forms
    from pytest_modelgate.grammars.grammar import Grammar
    from pytest_modelgate.languages import _go as go

    return Grammar(
        tree="go",
        framework="go",
        shapes={
            "interpreted_string_literal": go.string,
            "raw_string_literal": go.string,
            **dict.fromkeys(("identifier", "field_identifier", "type_identifier", "package_identifier"), forms.name),
            "selector_expression": forms.member("operand", "field"),
            "qualified_type": forms.member("package", "name"),
            "index_expression": go.item,
            "call_expression": go.call,
            "composite_literal": go.composite,
            "literal_value": go.elided,
            "const_spec": go.constants,
            "var_spec": go.variables,
            "short_var_declaration": go.assigned,
            "assignment_statement": go.assigned,
            "range_clause": go.loop,
            "parameter_declaration": go.parameter,
            "variadic_parameter_declaration": go.parameter,
            "field_declaration": go.field,
            "binary_expression": forms.binary(falls_back=()),
            "unary_expression": go.unary,
            "parenthesized_expression": forms.through(),
            "type_assertion_expression": forms.through("operand"),
            "type_conversion_expression": forms.through("operand"),
            "return_statement": go.answer,
            **dict.fromkeys(("function_declaration", "method_declaration", "func_literal"), go.function),
            "type_spec": go.kind,
            "expression_case": go.case,
            "import_spec": go.imported,
        },
        strings=("interpreted_string_literal", "raw_string_literal"),
        names=("identifier", "field_identifier", "type_identifier", "package_identifier"),
        through=frozenset(
            {
                "argument_list",
                "expression_list",
                "keyed_element",
                "literal_element",
                "literal_value",
                "parameter_list",
                "variadic_argument",
            }
        ),
        own=frozenset(),
        lookups=frozenset(
            "os.Getenv os.LookupEnv GetEnv getEnv GetEnvOrDefault getEnvOrDefault GetEnvWithDefault getEnvWithDefault"
            " getEnvDefault GetEnvDefault EnvOr envOr GetenvDefault getenvDefault EnvOrDefault envOrDefault GetenvOr"
            " getenvOr GetEnvOr getEnvOr env.GetString env.Get envutil.String".split()
        ),
        defaulting=frozenset("SetDefault DefaultQuery DefaultPostForm Coalesce coalesce FirstNonEmpty firstNonEmpty"
                             " CoalesceOrEmpty orDefault OrDefault".split()),
        passing=frozenset(
            "string ToLower TrimSpace F Raw String NewOpt NewOptString Opt Ptr ToPtr PtrTo Pointer StringPtr To Of"
            " ChatModel EmbeddingModel ImageModel AudioModel SpeechModel ModerationModel VideoModel Model ModelID"
            " ResponsesModel ChatCompletionModel NewReader NewBuffer NewBufferString".split()
        ),
        joining=frozenset({"fmt.Sprintf", "fmt.Sprint", "strings.Join", "path.Join"}),
        mentions=frozenset(
            "Print Println Printf Fprint Fprintln Fprintf Fatal Fatalf Fatalln Panic Panicf Log Logf Error Errorf Debug"
            " Debugf Info Infof Warn Warnf Trace Tracef Skip Skipf errors.New panic t.Run b.Run Msg Msgf Infow Errorw"
            " Debugw Warnw".split()
        ),
        matching=frozenset(
            f"{of}.{name}"
            for of in ("strings", "bytes")
            for name in (
                "HasPrefix HasSuffix Contains Index LastIndex Count Split SplitN Trim TrimPrefix TrimSuffix TrimLeft"
                " TrimRight Replace ReplaceAll Cut CutPrefix CutSuffix ContainsAny".split()
            )
        )
        | {"regexp.MustCompile", "regexp.Compile", "regexp.MatchString", "MatchString"},
        comparing=frozenset(
            "EqualFold strings.Compare slices.Contains slices.Index slices.IndexFunc lo.Contains assert.Contains"
            " require.Contains Equal NotEqual DeepEqual cmp.Diff delete Has".split()
        ),
        listing=frozenset({"sets.New", "sets.NewString", "sets.NewSet", "mapset.NewSet", "NewSet", "set.New"}),
        options_of_commands=frozenset(
            f"{of}.{name}"
            for of in ("flag", "pflag", "flags", "fs", "Flags()", "PersistentFlags()")
            for name in ("String", "StringVar", "StringP", "StringVarP", "StringSlice", "StringSliceVar", "StringArray")
        ),
        encoding=frozenset({"json.Marshal", "json.MarshalIndent"}),
        options_answer=True,
        quoted=True,
        documents=True,
        constructors=frozenset(),
        functional=True,
        implied=("import_spec",),
    )  # fmt: skip


LANGUAGE = language(_grammar, "go", (".go",), packages="go", signs=GO)
