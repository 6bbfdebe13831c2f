"""Moves findings that somebody silenced aside, with who did it and why."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from pytest_modelgate.comments import Comments, comments_in
from pytest_modelgate.values import Notification, Suppression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from pytest_modelgate.kinds import Remark
    from pytest_modelgate.orders import Ignore
    from pytest_modelgate.values import Finding


def suppress(
    findings: Sequence[Finding],
    remarks: Mapping[str, Sequence[Remark]],
    ignores: Sequence[Ignore],
    rules: Sequence[tuple[str, str]],
    today: date,
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...], tuple[Notification, ...]]:
    """The findings that remain, those that are silenced, and what was wrong with the silencing; each in order.

    `remarks` are the files' by shown path; `rules` are every code and name. A comment or an ignore
    past its day silences nothing, and says so; a comment that cannot be read is a blocking notification.
    """
    read = {path: comments_in(path, said, rules) for path, said in remarks.items()}
    notifications = [mistake for _, mistakes in read.values() for mistake in mistakes]
    comments = {path: Comments(found) for path, (found, _) in read.items()}
    applies = [(ignore, _matcher(ignore)) for ignore in ignores]
    kept: list[Finding] = []
    suppressed: list[Suppression] = []
    for finding in findings:
        ended = []
        for silencer in _silencers(finding, comments.get(finding.reference.path), applies):
            if silencer.until is None or silencer.until >= today:
                suppressed.append(silencer)
                break
            ended.append(silencer)
        else:
            kept.append(finding)
            notifications += [_ended(silencer) for silencer in ended]
    return tuple(kept), tuple(suppressed), tuple(dict.fromkeys(notifications))


def _silencers(
    finding: Finding, comments: Comments | None, ignores: Sequence[tuple[Ignore, Callable[[str], bool]]]
) -> Iterator[Suppression]:
    """Everything that speaks for the finding, past its day or not, comments first."""
    spans = (finding.reference.span, finding.reference.occurrence.span)
    first, last = min(span.line for span in spans), max(span.end_line for span in spans)
    if comments is not None:
        for comment in comments.speaking_for(finding.code, first, last):
            by = f"comment, {comment.path}:{comment.line}"
            yield Suppression(finding=finding, by=by, reason=comment.reason, until=comment.until)
    names = [name for name in (finding.reference.id, finding.reference.model) if name is not None]
    for ignore, holds in ignores:
        if ignore.rules and finding.code not in ignore.rules:
            continue
        if ignore.id is not None and not any(fnmatchcase(name, ignore.id) for name in names):
            continue
        if holds(finding.reference.path):
            by = f"configuration, {ignore.place}"
            yield Suppression(finding=finding, by=by, reason=ignore.reason, until=ignore.until)


def _matcher(ignore: Ignore) -> Callable[[str], bool]:
    if ignore.path is None:
        return lambda _path: True
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([ignore.path]).match_file


def _ended(silencer: Suppression) -> Notification:
    """That a finding is back, where the order to silence it stands."""
    kind, _, place = silencer.by.partition(", ")
    path, colon, line = place.rpartition(":")
    finding = silencer.finding
    message = (
        f"{place}: the {'ignore' if kind == 'configuration' else 'comment'} that silenced {finding.name} for"
        f" {finding.reference.id!r} ended on {silencer.until}; mend the finding or set a new day"
    )
    known = colon and line.isdecimal()
    return Notification(message=message, path=path if known else place, line=int(line) if known else None)
