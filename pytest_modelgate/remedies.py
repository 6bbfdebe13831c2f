"""Chooses what of a report is mended: the ids to replace, by file, and what is left with the reason."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Applicability

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from pytest_modelgate.values import Edit, Finding, Report, Span

_PLAIN = re.compile(r"@?[A-Za-z0-9](?:[A-Za-z0-9._:/@+-]*[A-Za-z0-9])?")
"""Ids that stand for themselves between any quotes and, as far as a language allows it, without them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An id and what is written in its place."""

    span: Span
    old: str
    new: str
    findings: tuple[Finding, ...]
    """What it mends; the first gives the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A finding that stays, and why, with the next step; None where its own message says all that there is to say."""

    finding: Finding
    reason: str | None = None

    @property
    def place(self) -> tuple[str, Span, str]:
        """By which they are sorted: path, span and code."""
        reference = self.finding.reference
        return reference.path, reference.span, self.finding.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done about a report."""

    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """By the path of the report, in order of place; no two of a file overlap."""
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What came of the changes of one file."""

    path: str
    changes: tuple[Change, ...] = ()
    """What was, or would be, changed."""
    left: tuple[Left, ...] = ()
    """What could not be."""
    before: str = ""
    after: str = ""


def planned(report: Report, *, unsafe: bool, named: Collection[str] = ()) -> Plan:
    """The changes that mend what fails the build, and what is `named` by its rule's code even where it only warns.

    Without `unsafe`, only those that may be made unasked. What stands where its role does not gate, or where a change
    that is looked at did not touch it, is neither changed nor listed, nor is what was silenced.
    """
    near = [each for each in report.findings if each.reference.role in report.gate_roles]
    wanted = [each for each in near if report.touched(each.reference) and (report.counts(each) or each.code in named)]
    unread = {note.path for note in report.notifications if note.blocking}
    left: list[Left] = []
    mendable: dict[str, list[tuple[Finding, Edit]]] = defaultdict(list)
    for finding in wanted:
        fix = finding.fix
        if fix is None:
            left.append(Left(finding=finding))
        elif not fix.edits:
            left.append(Left(finding=finding, reason=_by_hand(finding)))
        elif finding.reference.path in unread:
            reason = "the file could not be read to the full; mend what is told of it, and run again"
            left.append(Left(finding=finding, reason=reason))
        else:
            mendable[finding.reference.path] += [(finding, edit) for edit in fix.edits]
    changes = {}
    for path, pairs in mendable.items():
        kept: list[Change] = []
        for group in _overlapping(pairs):
            objection = _objection(group, unsafe=unsafe)
            if objection is None:
                kept.append(_change(group))
            else:
                left += [Left(finding=finding, reason=objection) for finding in _distinct(group)]
        if kept:
            changes[path] = tuple(kept)
    return Plan(changes=changes, left=tuple(sorted(left, key=lambda each: each.place)))


def spared(report: Report, named: Collection[str] = ()) -> dict[str, list[Finding]]:
    """What has a fix and is not looked at: `warnings`, the roles that do not gate, `suppressed`, `unchanged` lines."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.fix is None or not finding.fix.edits:
            continue
        if finding.reference.role not in report.gate_roles:
            found[finding.reference.role.value].append(finding)
        elif not report.touched(finding.reference):
            found["unchanged"].append(finding)
        elif not report.counts(finding) and finding.code not in named:
            found["warnings"].append(finding)
    found["suppressed"] = [each.finding for each in report.suppressed if each.finding.fix is not None]
    return {reason: findings for reason, findings in found.items() if findings}


def _by_hand(finding: Finding) -> str:
    write = f"; write {finding.successor} there by hand" if finding.successor else "; change it by hand"
    return f"the code puts it together, or spells it with escapes{write}"


def _overlapping(pairs: Iterable[tuple[Finding, Edit]]) -> Iterator[list[tuple[Finding, Edit]]]:
    """The edits that stand in each other's way, or are the same, in order of place."""
    group: list[tuple[Finding, Edit]] = []
    end = (0, 0)
    for finding, edit in sorted(pairs, key=lambda pair: pair[1].span):
        span = edit.span
        if group and (span.line, span.column) >= end:
            yield group
            group = []
        group.append((finding, edit))
        end = max(end, (span.end_line, span.end_column))
    if group:
        yield group


def _objection(group: Sequence[tuple[Finding, Edit]], *, unsafe: bool) -> str | None:
    """Why none of the edits may be made."""
    texts = list(dict.fromkeys(edit.text for _, edit in group))
    if len({edit.span for _, edit in group}) > 1 or len(texts) > 1:
        codes = " and ".join(dict.fromkeys(finding.code for finding, _ in group))
        return (
            f"different texts are wanted there, {' and '.join(texts)}, by {codes}; choose a rule with --select, or"
            " write one by hand"
        )
    for finding, edit in group:
        fix = finding.fix
        if fix is not None and fix.applicability is not Applicability.SAFE and not unsafe:
            return f"{fix.caution}; look, then add --unsafe-fixes to write {edit.text}"
        if not _PLAIN.fullmatch(edit.text):
            return f"{edit.text} may need quotes or escapes there; write it by hand"
    return None


def _change(group: Sequence[tuple[Finding, Edit]]) -> Change:
    finding, edit = group[0]
    return Change(span=edit.span, old=finding.reference.id, new=edit.text, findings=tuple(_distinct(group)))


def _distinct(group: Iterable[tuple[Finding, Edit]]) -> list[Finding]:
    """The findings, of those that say the same of one place only the first."""
    return list({(finding.code, finding.message): finding for finding, _ in reversed(list(group))}.values())[::-1]
