"""Makes a language of the shelf from the description of its grammar."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Language
from pytest_modelgate.parts import Passage, Remark
from pytest_modelgate.remarks import remarks
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Extraction, Notification, Occurrence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tree_sitter import Node

    from pytest_modelgate.grammars.grammar import Grammar
    from pytest_modelgate.grammars.syntax import Syntax
    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.remarks import Signs
    from pytest_modelgate.values import SourceFile, Use

_STRING = re.compile(rb"""(?P<quote>["'`])(?P<text>[^"'`\s\\]{2,200})(?P=quote)""")

_NEAR = 6
"""Nodes between a text and what could not be read."""


def language(
    described: Callable[[], Grammar],
    name: str,
    suffixes: tuple[str, ...],
    *,
    packages: str,
    signs: Signs,
    names: tuple[str, ...] = (),
) -> Language:
    """The language of files that end in `suffixes`, or are called as `names` say, as its grammar describes it.

    `described` gives the grammar when a file is read, so that only then what describes it is imported; `signs` begin
    its comments. It answers as `kinds.Language` asks, and raises nothing, whatever a file holds.
    """
    grammar = cache(described)

    def extract(
        source: SourceFile,
        lexicon: Lexicon,
        deep: bool,
        asked: Mapping[str, tuple[Use, ...]] | None = None,
    ) -> Extraction:
        return _extract(grammar(), source, lexicon, deep=deep)

    def passages(source: SourceFile) -> tuple[Passage, ...]:
        return tuple(sorted(_passages(_parsed(grammar(), source)), key=lambda passage: passage.span))

    def spoken(source: SourceFile) -> Iterable[Remark]:
        return remarks(source.text, signs)

    return Language(
        name=name,
        suffixes=suffixes,
        names=names,
        packages=packages,
        extract=extract,
        passages=passages,
        remarks=spoken,
        comment=f"{signs.line[0]} {{}}",
    )


def _extract(grammar: Grammar, source: SourceFile, lexicon: Lexicon, *, deep: bool) -> Extraction:
    from pytest_modelgate.grammars.candidates import candidates, uses
    from pytest_modelgate.grammars.knowledge import knowledge
    from pytest_modelgate.grammars.prose import mentions
    from pytest_modelgate.grammars.reading import read

    content = source.text.encode("utf-8", "replace")
    low = content.lower()
    places = candidates(content, lexicon, grammar.unquoted)
    keywords = knowledge(lexicon, grammar.framework).keywords
    calls = uses(low, keywords, quoted=grammar.quoted)
    prose = deep and lexicon.stems.holds(low)
    if not (places or calls or prose):
        return Extraction()
    tree = _parsed(grammar, source)
    found = read(tree, places, lexicon, source) if places or calls else []
    notifications: list[Notification] = []
    if tree.root.has_error:
        lost = list(_lost(tree, places, lexicon, source))
        found += lost
        if lost:
            notifications.append(_unread(source, lost[0].span.line))
    if prose:
        for _, node in tree.nodes(_query(grammar.comments)):
            text = tree.text(node)
            if lexicon.stems.within(text):
                span = tree.span(node.start_byte, node.end_byte)
                found += mentions(text, span.line, span.column, lexicon)
    if grammar.declaring and source.path.name.lower().endswith(grammar.declaring):
        found = [replace(each, role=Role.CATALOGUE) if each.role is Role.RUNTIME else each for each in found]
    ordered = sorted(found, key=lambda occurrence: (occurrence.span, occurrence.text))
    return Extraction(occurrences=tuple(ordered), notifications=tuple(notifications))


def _parsed(grammar: Grammar, source: SourceFile) -> Syntax:
    from pytest_modelgate.grammars.syntax import Syntax

    own = next((tree for end, tree in grammar.extra.items() if source.path.name.lower().endswith(end)), "")
    return Syntax(source.text, grammar, own)


def _lost(tree: Syntax, places: Sequence[int], lexicon: Lexicon, source: SourceFile) -> Iterator[Occurrence]:
    """The ids in quotes where the grammar found no string, because it could not read what stands there."""
    last = -1
    for leaf, place in zip(tree.leaves(places), places, strict=True):
        if place < last or leaf.type in tree.grammar.strings or leaf.type in tree.grammar.comments:
            continue
        above = tree.parent(leaf)
        if (above is not None and above.type in tree.grammar.strings) or not _is_broken(tree, leaf):
            continue
        begin = max(tree.content.rfind(quote, max(0, place - 200), place) for quote in (b'"', b"'", b"`"))
        match = _STRING.match(tree.content, begin) if begin >= 0 else None
        text = match["text"].decode("utf-8", "replace") if match else ""
        if match and lexicon.is_id(text):
            last = match.end()
            yield Occurrence(
                text=text,
                span=tree.span(match.start("text"), match.end("text")),
                reach=Reach.OTHER,
                role=Role.TEST if source.test else Role.RUNTIME,
            )


def _is_broken(tree: Syntax, leaf: Node) -> bool:
    """Whether the grammar could not read what stands there."""
    node: Node | None = leaf
    for _ in range(_NEAR):
        if node is None or node.type == "ERROR":
            return node is not None
        node = tree.parent(node)
    return False


def _unread(source: SourceFile, line: int) -> Notification:
    return Notification(
        message="this could not be parsed; the ids there were read without their context. "
        "Mend the file, or leave it out with `exclude`.",
        path=source.shown,
        line=line,
    )


def _query(types: Iterable[str]) -> str:
    return f"[{' '.join(f'({each})' for each in types)}] @found"


def _passages(tree: Syntax) -> Iterator[Passage]:
    from pytest_modelgate.grammars.shapes import Join, Text, Through, Where

    for _, node in tree.nodes(_query(tree.grammar.comments)):
        text = tree.text(node)
        yield Passage(text=text, source=text, span=tree.span(node.start_byte, node.end_byte), prose=True)
    for _, node in tree.nodes(_query((*tree.grammar.strings, *tree.grammar.constants))):
        shape = tree.shape(node)
        if not isinstance(shape, Text):
            continue
        above = tree.parent(node)
        while above is not None and isinstance(tree.shape(above), Through):
            above = tree.parent(above)
        said = None if above is None else tree.shape(above)
        known = not shape.parts or (len(shape.parts) == 1 and isinstance(shape.parts[0], str))
        yield Passage(
            text="".join(part for part in shape.parts if isinstance(part, str)) if known else None,
            source=tree.text(node),
            span=tree.span(shape.start, shape.end),
            prose=said is Where.ALONE,
            part=isinstance(said, Join),
        )
