"""Replaces ids in the bytes of a file, and keeps all else: encoding, byte order mark, newlines, quotes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.decode import decoded, mark_of
from pytest_modelgate.errors import EditError
from pytest_modelgate.excerpts import Sheet
from pytest_modelgate.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pytest_modelgate.remedies import Change
    from pytest_modelgate.values import Finding, Reference, SourceFile


@dataclass(frozen=True, slots=True)
class Fault:
    """Why changes may not be made, and which of them is at fault; None where that cannot be told."""

    reason: str
    change: Change | None = None


_Use = tuple[str, str, str | None]
_Key = tuple[Span, str | None, _Use, str | None]


def edited(path: Path, base: Path, content: bytes, changes: Sequence[Change]) -> tuple[SourceFile, SourceFile, bytes]:
    """The file as it is, as it is to be, and its bytes then.

    Raises EditError where an id is not where it was, or where the bytes around it would not stay as they are.
    """
    source, _ = decoded(path, base, content)
    mark, _ = mark_of(content) or (b"", "")
    if _encoded(source.text, source, mark) != content:
        raise EditError(f"not all of its bytes are {source.encoding.upper()}, and they would not stay as they are")
    sheet = Sheet(source.text)
    pieces, end = [], 0
    for change in sorted(changes, key=lambda change: change.span):
        if sheet.cut(change.span) != change.old:
            raise EditError(f"{change.old} is not on line {change.span.line} any more: the file has changed; run again")
        start = sheet.offset(change.span.line, change.span.column)
        pieces += [source.text[end:start], change.new]
        end = sheet.offset(change.span.end_line, change.span.end_column)
    text = "".join([*pieces, source.text[end:]])
    result = _encoded(text, source, mark)
    after, _ = decoded(path, base, result)
    if (after.text, after.encoding, after.bom) != (text, source.encoding, source.bom):
        raise EditError(f"it would not be read as {source.encoding.upper()} any more")
    return source, after, result


def moved(span: Span, changes: Iterable[Change]) -> Span:
    """Where a span of the old text stands in the new one."""
    column, end_column = span.column, span.end_column
    for change in changes:
        longer = len(change.new) - len(change.old)
        if change.span.line == span.line and change.span.end_column <= span.column:
            column += longer
        if change.span.line == span.end_line and change.span.end_column <= span.end_column:
            end_column += longer
    return Span(line=span.line, column=column, end_line=span.end_line, end_column=end_column)


def amiss(before: Sequence[Reference], after: Sequence[Reference], changes: Sequence[Change]) -> list[Fault]:
    """What else the changes do to what is read from a file: nothing where each id comes out as the new one in place,
    asked of the same surface, and all other references are as they were.
    """
    there = {moved(change.span, changes): change for change in changes}
    found = [fault for span, change in there.items() if (fault := _misread(before, after, span, change))]
    if found:
        return found
    new = {change.span for change in changes}
    wanted = Counter(_key(each, moved(each.span, changes)) for each in before if each.span not in new)
    kept = Counter(_key(each, each.span) for each in after if each.span not in there)
    others = sorted((wanted - kept) + (kept - wanted), key=lambda key: key[0])
    return [Fault(f"{key[1] or 'a text'} on line {key[0].line} would be read otherwise then") for key in others]


def fresh(before: Sequence[Finding], after: Sequence[Finding], changes: Sequence[Change]) -> list[Fault]:
    """The findings on replaced ids that are of other rules than those on the old ones."""
    there = {moved(change.span, changes): change for change in changes}
    found = []
    for finding in after:
        change = there.get(finding.reference.span)
        if change is not None:
            known = {each.code for each in before if each.reference.span == change.span}
            if finding.code not in known - {each.code for each in change.findings}:
                reason = f"{change.new} would fail the build as well, by {finding.code}: {finding.message}"
                found.append(Fault(reason, change))
    return found


def _misread(before: Sequence[Reference], after: Sequence[Reference], span: Span, change: Change) -> Fault | None:
    """How an id that was written would be misread where it would stand."""
    olds = [each for each in before if each.span == change.span]
    found = [each for each in after if each.span == span and each.id == change.new]
    if not olds or Counter(map(_use, olds)) != Counter(map(_use, found)):
        return Fault(f"{change.new} there would not be read as {change.old} is", change)
    asked, other = olds[0].surface, found[0].surface
    if other != asked and asked not in found[0].surfaces:
        return Fault(f"{change.new} there would be taken for an id of {other}, not of {asked}", change)
    return None


def _encoded(text: str, source: SourceFile, mark: bytes) -> bytes:
    try:
        return mark + text.encode(source.encoding)
    except ValueError as error:
        raise EditError(f"not all of its text can be written as {source.encoding.upper()}") from error


def _key(reference: Reference, span: Span) -> _Key:
    # What only running code knows is told by its source, which may hold what is replaced.
    return (span, None if reference.occurrence.dynamic else reference.id, _use(reference), reference.surface)


def _use(reference: Reference) -> _Use:
    occurrence = reference.occurrence
    return (reference.role, occurrence.reach, occurrence.symbol)
