"""What Java and Kotlin share: what the usual functions of their libraries do, and how frameworks write defaults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.forms import named, text_between
from pytest_modelgate.grammars.grammar import Grammar
from pytest_modelgate.grammars.shapes import Call, Either, Pair, Record, Sequence, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Look
    from pytest_modelgate.grammars.shapes import Argument, Shape
    from pytest_modelgate.grammars.syntax import Syntax

_ESCAPE = re.compile(r"\\(?:u+([0-9a-fA-F]{4})|([0-7]{1,3})|([\s\S]))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "s": " ", "\n": ""}
_PLACEHOLDER = re.compile(rb"\\?\$\{[^${}:\\\n]{1,200}:(?P<value>[^${}\\\n]*)\}")
"""A property as Spring asks for it, with what stands in where nobody sets it."""
_ID = re.compile(r"[\w.:/@-]*[-.:/\d][\w.:/@-]*")
"""How an id looks beside a title or a flag."""
_MISSING = re.compile(r"\bnull\b|isEmpty|isBlank|isNullOr|hasText|hasLength")
_LONGEST = 300
"""Bytes of a condition that are looked at."""
_DEFAULTS = frozenset({"Value", "DefaultValue", "Default"})
"""Annotations that give what they annotate a default as their only argument."""
_DESCRIBE = frozenset("Schema Parameter Operation ApiModelProperty ApiParam ArraySchema Header Tool P".split())
"""Annotations that only describe what they annotate."""
_LISTS = frozenset(
    "List.of Arrays.asList Stream.of ImmutableList.of Lists.newArrayList Flux.just listOf listOfNotNull mutableListOf"
    " arrayListOf arrayOf sequenceOf Collections.singletonList persistentListOf".split()
)
_SETS = frozenset(
    "Set.of ImmutableSet.of Sets.newHashSet setOf mutableSetOf hashSetOf linkedSetOf Collections.singleton"
    " Set.copyOf persistentSetOf".split()
)
_MAPS = frozenset("Map.of ImmutableMap.of Collections.singletonMap".split())
_ENTRIES = frozenset(
    "Map.ofEntries ImmutableMap.ofEntries mapOf mutableMapOf hashMapOf linkedMapOf sortedMapOf".split()
)
_ENTRY = frozenset({"Map.entry", "entry", "Pair", "Pair.of", "SimpleEntry"})
_FALLBACKS = frozenset(
    "orElse requireNonNullElse defaultIfBlank defaultIfEmpty defaultString firstNonNull ifEmpty ifBlank getOrElse"
    " orElseGet defaultIfNull coalesce".split()
)
"""Functions that answer with their last argument where what they are asked for is missing."""


def string(tree: Syntax, node: Node, escapes: frozenset[str], holes: frozenset[str]) -> Text:
    """A string, in which a property with a default stands for that default."""
    quotes = 3 if tree.content[node.start_byte : node.start_byte + 3] == b'"""' else 1
    start, end = node.start_byte + quotes, max(node.start_byte + quotes, node.end_byte - quotes)
    found = _PLACEHOLDER.fullmatch(tree.content, start, end)
    if found is not None:
        value = found["value"].decode("utf-8", "replace")
        return Text((value,), found.start("value"), found.end("value"), plain=True)
    return text_between(tree, node, start, end, escapes, holes, unescaped)


def unescaped(escape: str) -> str:
    """What an escape stands for."""
    found = _ESCAPE.fullmatch(escape)
    if found is None:
        return escape
    if found[1]:
        return chr(int(found[1], 16))
    return chr(int(found[2], 8)) if found[2] else _LETTERS.get(found[3], found[3])


def call(tree: Syntax, of: Node | None, name: str, given: tuple[Argument, ...], *, makes: bool = False) -> Shape:
    """A call, or what the library's own functions of that name make: a list, a set, a map, one of two values."""
    owner = tree.text(of) if of is not None and of.type == "identifier" else ""
    spelled = f"{owner}.{name}" if of is not None else name
    values = tuple(each.value for each in given)
    if spelled in _LISTS and len(values) > 0:
        return Sequence(values)
    if spelled in _SETS:
        return Sequence(values, asked=True)
    if spelled in _MAPS:
        return Record(tuple(Pair(key, value) for key, value in zip(values[::2], values[1::2], strict=False)))
    if spelled in _ENTRY and len(values) == 2:  # a key and a value
        return Record((Pair(*values),))
    if spelled in _ENTRIES:
        inner = [tree.shape(value) for value in values]
        return Record(tuple(pair for each in inner if isinstance(each, Record) for pair in each.pairs))
    if name == "getOrDefault" and of is not None and tree.text(of).replace(" ", "") == "System.getenv()":
        return Call(None, "getenv", given)
    if name in _FALLBACKS and values:
        before = (of,) if of is not None and (len(values) == 1 or not owner[:1].isupper()) else ()
        # A key that is asked for is no value.
        return Either((*before, values[-1]) if name == "getOrElse" else (*before, *values), fallback=True)
    return Call(of, name, given, makes)


def default_of(call: Call) -> Node | None:
    """The default that an annotation gives what it annotates."""
    if call.name in _DESCRIBE:
        return None
    for each in call.arguments:
        if each.name == "defaultValue" or (call.name in _DEFAULTS and each.name in ("", "value")):
            return each.value
    return None


def annotation(call: Call) -> Call | None:
    """An annotation, unless it gives a default, which belongs to what it annotates."""
    return call if default_of(call) is None else None


def telling(tree: Syntax, values: list[Node]) -> list[Node]:
    """What a member of an enumeration is made of, that which may be an id first."""

    def is_id(value: Node) -> bool:
        shape = tree.shape(value)
        text = shape.parts[0] if isinstance(shape, Text) and len(shape.parts) == 1 else ""
        return isinstance(text, str) and _ID.fullmatch(text) is not None

    return sorted(values, key=lambda value: not is_id(value))


def chosen(tree: Syntax, first: Node | None, second: Node | None, test: Node | None) -> Either | None:
    """One of two, as a condition decides: where it asks for one that may be missing, the other stands in for it."""
    if first is None or second is None:
        return None
    asked = "" if test is None else tree.content[test.start_byte : test.end_byte][:_LONGEST].decode("utf-8", "replace")
    for value, other in ((first, second), (second, first)):
        if value.end_byte - value.start_byte < _LONGEST and tree.text(value) in asked and _MISSING.search(asked):
            return Either((value, other), test, fallback=True)
    return Either((first, second), test)


def imported(path: str, *, everything: bool = False, alias: str = "") -> tuple[str, str]:
    """What an import takes, and from which package: classes begin with a capital letter."""
    if everything:
        return "*", path
    parts = path.split(".")
    at = next((at for at, part in enumerate(parts) if part[:1].isupper()), len(parts) - 1)
    return alias or parts[-1], f"{'.'.join(parts[:at])}#{'.'.join(parts[at:])}"


def last_of(node: Node | None) -> Node | None:
    """What a block gives: its last expression; any other expression gives itself."""
    if node is None or node.type not in ("block", "lambda_literal"):
        return node
    inner = named(node)
    return inner[-1] if inner else None


def grammar(
    tree: str,
    shapes: Mapping[str, Look],
    strings: tuple[str, ...],
    names: tuple[str, ...],
    through: str,
    imports: str,
    constants: str,
    mended: Callable[[bytes], bytes] | None = None,
) -> Grammar:
    """A language of the JVM, with what the functions of its libraries do."""
    return Grammar(
        tree=tree,
        framework="java",
        shapes=shapes,
        strings=strings,
        names=names,
        comments=("line_comment", "block_comment"),
        through=frozenset(through.split()),
        lookups=frozenset(
            "System.getProperty getProperty dotenv.get Dotenv.get resolvePlaceholders getEnv getEnvOrDefault"
            " envOrDefault environmentOrDefault envOr getEnvOr".split()
        ),
        defaulting=frozenset(
            "getOrDefault getString optString asText getStringOrDefault default getOptionValue getParsedOptionValue"
            " getAttribute".split()
        ),
        passing=frozenset(
            "of ofNullable toString trim strip toLowerCase intern valueOf getId getName getValue getModelName"
            " getModelId getModel asString ModelId trimIndent trimMargin stripIndent lazy orEmpty".split()
        ),
        joining=frozenset({"concat", "format", "formatted", "plus", "String.join"}),
        mentions=frozenset(
            "println printf trace severe debugf infof warnf errorf fail describedAs require check"
            " error requireNonNull requireNotNull checkNotNull addAttribute setText makeText setTitle setHint"
            " setToolTipText JLabel JButton Log.d Log.i Log.w Log.e Log.v Log.wtf Timber.d Timber.i Timber.w"
            " Timber.e DisplayName Schema Parameter Operation Tag ApiResponse ExampleObject ApiModelProperty Tool P"
            " Description Deprecated SuppressWarnings JsonProperty JsonAlias SerialName SerializedName Column Table"
            " Qualifier Named Component Bean Service Profile AiService RegisterAiService ConditionalOnProperty"
            " RequestMapping GetMapping PostMapping Disabled ReplaceWith".split()
        ),
        matching=frozenset(
            "startsWith endsWith indexOf lastIndexOf matches replace replaceAll replaceFirst split startsWithIgnoreCase"
            " removePrefix removeSuffix substringBefore substringAfter substringBeforeLast substringAfterLast toRegex"
            " Regex Pattern.compile".split()
        ),
        comparing=frozenset(
            "equals equalsIgnoreCase contentEquals compareTo compareToIgnoreCase contains containsKey containsValue"
            " containsIgnoreCase containsExactly containsOnly get getOrDefault remove isEqualTo isNotEqualTo"
            " isEqualToIgnoringCase assertEquals assertNotEquals assertSame assertThat assertThrows equalTo is eq"
            " hasValue anyMatch noneMatch allMatch shouldBe shouldNotBe".split()
        ),
        options_of_commands=frozenset({"addOption", "withLongOpt"}),
        encoding=frozenset({"writeValueAsString", "toJson", "toJSONString", "encodeToString", "writeValueAsBytes"}),
        makers=frozenset({"builder", "Builder", "newBuilder", "fromEnv", "create", "getInstance"}),
        fluent=True,
        whole=(imports,),
        constants=(constants,),
        documents=True,
        mended=mended,
    )
