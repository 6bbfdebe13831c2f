from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pytest_modelgate.changes import Changed
from pytest_modelgate.grace import fails_from, with_grace
from pytest_modelgate.records import ApiRecord, ModelRecord
from pytest_modelgate.tallies import TableUsed
from pytest_modelgate.terms import Reach, Role, Severity, Verdict
from pytest_modelgate.values import Finding, Occurrence, Reference, Report, Span

TODAY = date(2026, 11, 21)
SPAN = Span(line=4, column=9, end_line=4, end_column=16)
ROW = ModelRecord(
    surface="openai",
    id="gpt-old",
    kind="snapshot",
    modality="chat",
    announced=date(2026, 11, 17),
    retires=date(2027, 1, 15),
)


def finding(
    code: str = "MG102",
    *,
    row: ModelRecord | None = ROW,
    severity: Severity = Severity.ERROR,
    role: Role = Role.RUNTIME,
) -> Finding:
    occurrence = Occurrence(text="gpt-old", span=SPAN, reach=Reach.CALL_ARGUMENT, role=role)
    reference = Reference(
        path="a.py",
        occurrence=occurrence,
        span=SPAN,
        id="gpt-old",
        model="gpt-old",
        surface="openai",
        role=role,
        record=row,
    )
    ends = None if row is None else row.retires
    return Finding(code=code, name="x", severity=severity, reference=reference, message="It ends.", ends=ends)


def report(*findings: Finding, **known: Any) -> Report:
    table = TableUsed(as_of=TODAY, rows=1)
    return replace(Report(today=TODAY, table=table, findings=findings), **known)


def test_without_days_nothing_is_changed() -> None:
    given = report(finding())
    assert with_grace(given, 0) is given
    assert given.verdict is Verdict.FINDINGS


def test_a_newly_announced_end_is_a_warning_that_says_when_it_fails() -> None:
    given = with_grace(report(finding()), 14)
    (found,) = given.findings
    assert found.severity is Severity.WARNING
    assert found.fails_from == date(2026, 12, 1)
    assert found.message.endswith("fails builds from 2026-12-01 on.")
    assert given.verdict is Verdict.CLEAN


@pytest.mark.parametrize(("days", "graced"), [(4, False), (5, True)])
def test_the_grace_is_over_that_many_days_after_the_announcement(days: int, graced: bool) -> None:
    (found,) = with_grace(report(finding()), days).findings
    assert (found.fails_from is not None) is graced


def test_it_is_over_on_the_day_of_the_end_at_the_latest() -> None:
    soon = replace(ROW, retires=date(2026, 11, 23))
    assert fails_from(finding(row=soon), 30) == date(2026, 11, 23)
    gone = replace(ROW, retires=TODAY)
    (found,) = with_grace(report(finding(row=gone)), 30).findings
    assert found.fails_from is None


def test_what_is_gone_fails_at_once() -> None:
    given = report(finding("MG101", row=replace(ROW, retires=date(2026, 11, 20))))
    assert with_grace(given, 365) == given
    undated = report(finding("MG105", row=replace(ROW, retires=None, stage="retired")))
    assert with_grace(undated, 365) == undated


@pytest.mark.parametrize("row", [None, replace(ROW, announced=None)])
def test_what_nobody_announced_has_no_grace(row: ModelRecord | None) -> None:
    assert with_grace(report(finding(row=row)), 365).verdict is Verdict.FINDINGS


def test_mistakes_of_ones_own_have_no_grace() -> None:
    assert with_grace(report(finding("MG201")), 365).verdict is Verdict.FINDINGS


def test_the_end_of_an_api_has_the_same_grace() -> None:
    api = ApiRecord(surface="openai", id="assistants", title="Assistants", announced=date(2026, 11, 20))
    plain = finding("MG106", row=None)
    found = replace(plain, reference=replace(plain.reference, api=api))
    assert fails_from(found, 7) == date(2026, 11, 27)


def test_what_fails_nothing_anyway_is_left_as_it_is() -> None:
    given = report(finding(role=Role.TEST), finding("MG103", severity=Severity.WARNING))
    assert with_grace(given, 14) == given


def test_a_warning_that_fails_builds_has_grace_too() -> None:
    given = with_grace(report(finding("MG103", severity=Severity.WARNING), fail_on=Severity.WARNING), 14)
    assert given.verdict is Verdict.CLEAN
    assert given.findings[0].severity is Severity.WARNING


def test_who_writes_an_ending_model_today_is_told_at_once() -> None:
    written = report(finding(), changed=Changed(ref="main", lines={"a.py": frozenset({4})}))
    assert with_grace(written, 14) == written
    assert written.verdict is Verdict.FINDINGS
    stayed = with_grace(report(finding(), changed=Changed(ref="main")), 14)
    assert stayed.findings[0].fails_from == date(2026, 12, 1)
    assert not stayed.counts(stayed.findings[0])


def test_a_grace_beyond_the_calendar_ends_with_it() -> None:
    late = replace(ROW, announced=date(9999, 12, 30), retires=None)
    assert fails_from(finding("MG103", row=late), 30) == date.max
