"""Python: literals are found with `ast`, and how they are used with libcst, where a verdict hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Language
from pytest_modelgate.languages.python.depth import candidates, needs_context
from pytest_modelgate.languages.python.literals import Literals, UnreadableError, newlines_as_line_feeds, parse
from pytest_modelgate.languages.python.needles import search
from pytest_modelgate.languages.python.prose import prose
from pytest_modelgate.languages.python.skeleton import skeleton
from pytest_modelgate.languages.python.strings import passages
from pytest_modelgate.languages.python.units import chosen
from pytest_modelgate.languages.python.unparsed import literals_of
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Extraction, Notification, Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import SourceFile


def extract(source: SourceFile, lexicon: Lexicon, deep: bool) -> Extraction:
    """The occurrences of a Python file, in order of place.

    Without `deep`, a test or a file whose verdict cannot depend on context is read by its literals alone, and comments
    and docstrings are not read. What cannot be parsed is read by its string literals, with a blocking notification.
    """
    text = newlines_as_line_feeds(source.text)
    mentions = list(prose(text, lexicon)) if deep else []
    hits = search(text, lexicon)
    if hits is None:
        return Extraction(occurrences=_sorted(mentions))
    try:
        parsed = parse(text)
        units = chosen(parsed, hits, lexicon)
        literals = Literals(parsed, (root for unit in units for root in unit.roots))
    except UnreadableError as error:
        strings = literals_of(text, lexicon, test=source.test)
        return Extraction(occurrences=_sorted(strings), notifications=(_unread(source, error.reason, error.line),))
    if not units or not (deep or (not source.test and needs_context(literals, lexicon, hits.aliases))):
        found = _without_context(literals, lexicon, test=source.test)
        return Extraction(occurrences=_sorted([*found, *mentions]))
    import libcst

    from pytest_modelgate.languages.python.reading import read

    try:
        found = read(skeleton(units, literals), literals, lexicon, file=source.path.stem, test=source.test)
    except (libcst.ParserSyntaxError, RecursionError) as error:
        reason = "nested too deeply to be read in context" if isinstance(error, RecursionError) else "not understood"
        found = _without_context(literals, lexicon, test=source.test)
        return Extraction(occurrences=_sorted([*found, *mentions]), notifications=(_unread(source, reason, None),))
    return Extraction(occurrences=_sorted([*found, *mentions]))


def _unread(source: SourceFile, reason: str, line: int | None) -> Notification:
    return Notification(
        message=f"{reason}; only its string literals were read, without their context. "
        "Mend the file, or leave it out with `exclude`.",
        path=source.shown,
        line=line,
        blocking=True,
    )


def _without_context(literals: Literals, lexicon: Lexicon, *, test: bool) -> list[Occurrence]:
    return [
        Occurrence(
            text=literal.value,
            span=literal.span,
            reach=Reach.JOIN if literal.joined else Reach.OTHER,
            role=Role.TEST if test else Role.RUNTIME,
            editable=literal.plain,
        )
        for literal in candidates(literals, lexicon)
        if literal.value is not None and literal.number not in literals.joined and lexicon.is_id(literal.value)
    ]


def _sorted(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(found, key=lambda occurrence: (occurrence.span, occurrence.text)))


LANGUAGE = Language(name="python", suffixes=(".py", ".pyi", ".pyw"), extract=extract, passages=passages)
