"""Python: literals are found with `ast`, and how they are used with libcst, where a verdict hangs on it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Language
from pytest_modelgate.languages.python.depth import call_names, candidates, joined, needs_context
from pytest_modelgate.languages.python.literals import Parsed, UnreadableError, newlines_as_line_feeds, parse
from pytest_modelgate.languages.python.prose import comments, mentions
from pytest_modelgate.languages.python.skeleton import skeleton
from pytest_modelgate.languages.python.unparsed import literals_of
from pytest_modelgate.values import Extraction, Notification, Occurrence, Reach, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import SourceFile


def extract(source: SourceFile, lexicon: Lexicon, deep: bool) -> Extraction:
    """The occurrences of a Python file, in order of place.

    Without `deep`, a test or a file whose verdict cannot depend on context is read by its literals alone, and comments
    and docstrings are not read. What cannot be parsed is read by its string literals, with a blocking notification.
    """
    try:
        parsed = parse(source.text)
    except UnreadableError as error:
        strings = literals_of(newlines_as_line_feeds(source.text), lexicon, test=source.test)
        return Extraction(occurrences=_sorted(strings), notifications=(_unread(source, error.reason, error.line),))
    wanted = candidates(parsed, lexicon)
    calls = call_names(lexicon)
    shallow = list(_without_context(parsed, lexicon, wanted, test=source.test))
    if not deep and (source.test or not needs_context(parsed, lexicon, wanted, calls)):
        return Extraction(occurrences=_sorted(shallow))
    import libcst

    from pytest_modelgate.languages.python.reading import read

    try:
        found = read(parsed, lexicon, skeleton(parsed, wanted, calls), test=source.test)
    except (libcst.ParserSyntaxError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else "not understood by libcst"
        return Extraction(occurrences=_sorted(shallow), notifications=(_unread(source, reason, None),))
    return Extraction(occurrences=_sorted([*found, *_prose(parsed, lexicon)] if deep else found))


def _unread(source: SourceFile, reason: str, line: int | None) -> Notification:
    return Notification(
        message=f"{reason}; only its string literals were read, without their context. "
        "Mend the file, or leave it out with `exclude`.",
        path=source.shown,
        line=line,
        blocking=True,
    )


def _without_context(parsed: Parsed, lexicon: Lexicon, wanted: Iterable[int], *, test: bool) -> Iterator[Occurrence]:
    parts = joined(parsed)
    for number in wanted:
        literal = parsed.literals[number]
        if literal.value is not None and number not in parts and lexicon.is_id(literal.value):
            yield Occurrence(
                text=literal.value,
                span=literal.span,
                reach=Reach.JOIN if literal.joined else Reach.OTHER,
                role=Role.TEST if test else Role.RUNTIME,
                editable=literal.plain,
            )


def _prose(parsed: Parsed, lexicon: Lexicon) -> Iterator[Occurrence]:
    for comment, line, column in comments(parsed.text):
        yield from mentions(comment, line, column, lexicon)
    for node in ast.walk(parsed.tree):
        if isinstance(node, ast.Expr) and node.value in parsed.numbers:
            literal = parsed.literals[parsed.numbers[node.value]]
            if literal.value is not None and not lexicon.is_id(literal.value):
                yield from mentions(
                    parsed.text[literal.start : literal.end], node.lineno, literal.opening_column, lexicon
                )


def _sorted(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(found, key=lambda occurrence: (occurrence.span, occurrence.text)))


LANGUAGE = Language(name="python", suffixes=(".py", ".pyi", ".pyw"), extract=extract)
