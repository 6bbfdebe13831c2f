"""Finds literals with `ast`, and with libcst how they are used, where a verdict hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.languages.python.borrowed import borrowed
from pytest_modelgate.languages.python.depth import candidates, needs_context
from pytest_modelgate.languages.python.literals import Literals, UnreadableError, newlines_as_line_feeds, parse
from pytest_modelgate.languages.python.needles import Hits, search
from pytest_modelgate.languages.python.prose import prose
from pytest_modelgate.languages.python.units import chosen
from pytest_modelgate.languages.python.unparsed import literals_of
from pytest_modelgate.terms import Reach, Role
from pytest_modelgate.values import Extraction, Notification, Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import SourceFile, Use


def extract(
    source: SourceFile, lexicon: Lexicon, deep: bool, asked: Mapping[str, tuple[Use, ...]] | None = None
) -> Extraction:
    """The occurrences of a Python file, in order of place, and the calls whose model another file holds.

    Without `deep`, a test or a file whose verdict cannot depend on context is read by its literals alone, and comments
    and docstrings are not read. `asked` are the file's names that calls of other files take their model from. What
    cannot be parsed is read by its string literals, with a blocking notification.
    """
    text = newlines_as_line_feeds(source.text)
    mentions = list(prose(text, lexicon)) if deep else []
    hits = search(text, lexicon)
    given = () if source.test else tuple(borrowed(text))
    if hits is None and not asked:
        return Extraction(occurrences=_sorted(mentions), links=given)
    hits = hits or Hits()
    try:
        parsed = parse(text)
        units = chosen(parsed, hits, lexicon, asked or (), deep=deep)
        literals = Literals(parsed, (root for unit in units for root in unit.roots))
    except UnreadableError as error:
        strings = literals_of(text, lexicon, test=source.test)
        return Extraction(occurrences=_sorted(strings), notifications=(_unread(source, error.reason, error.line),))
    shallow = source.test or not needs_context(literals, lexicon, hits.aliases)
    if not units or (shallow and not deep and not asked):
        found = _without_context(literals, lexicon, test=source.test)
        return Extraction(occurrences=_sorted([*found, *mentions]), links=given)
    from pytest_modelgate.languages.python.reading import read

    try:
        found, links = read(
            units,
            literals,
            lexicon,
            file=source.path.stem,
            folder=source.path.parent.name,
            test=source.test,
            asked=asked,
        )
    except RecursionError:
        found = _without_context(literals, lexicon, test=source.test)
        return Extraction(
            occurrences=_sorted([*found, *mentions]),
            notifications=(_unread(source, "nested too deeply to be read in context", None),),
        )
    # What a known call takes from another file says more than that something called like a model does.
    told = {(link.path, link.use.argument or link.use.line) for link in links}
    others = tuple(link for link in given if (link.path, link.use.line) not in told)
    return Extraction(occurrences=_sorted([*found, *mentions]), links=(*links, *others))


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
