"""Gives a newly announced end some days before it fails a build that nobody changed because of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Finding, Report

_OF_ENDS_TO_COME = frozenset({"MG102", "MG103", "MG105", "MG106"})


def with_grace(report: Report, days: int) -> Report:
    """The report, in which findings of ends announced less than `days` ago are warnings that fail nothing yet.

    What is gone already fails at once, for its calls do; and so does what a change wrote, where the report knows of
    one: who writes a model that ends is told while writing it.
    """
    if not days:
        return report
    return replace(report, findings=tuple(_graced(finding, report, days) for finding in report.findings))


def fails_from(finding: Finding, days: int) -> date | None:
    """The day from which the finding fails builds, given grace; None where its end has none."""
    record = finding.reference.record or finding.reference.api
    if finding.code not in _OF_ENDS_TO_COME or record is None or record.announced is None:
        return None
    if record.stage == State.RETIRED:
        return None
    over = record.announced + timedelta(days=min(days, (date.max - record.announced).days))
    return over if finding.ends is None else min(over, finding.ends)


def _graced(finding: Finding, report: Report, days: int) -> Finding:
    first = fails_from(finding, days)
    written = report.changed is not None and report.touched(finding.reference)
    if first is None or first <= report.today or written or not report.counts(finding):
        return finding
    milder = min(finding.severity, Severity.WARNING, key=lambda severity: severity.rank)
    message = f"{finding.message} It was announced lately and fails builds from {first} on."
    return replace(finding, severity=milder, message=message, fails_from=first)
