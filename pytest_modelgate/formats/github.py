"""`check` as workflow commands of GitHub Actions, which become annotations on the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import count, from_here
from pytest_modelgate.formats._summary import MESSAGE_LIMIT
from pytest_modelgate.formats.text import calm
from pytest_modelgate.kinds import Format
from pytest_modelgate.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Finding, Notification, Report

MOST = 9
"""Annotations of one level. GitHub shows 10 of each level for a step and drops the rest without a word, so that the
last says how many there are (docs.github.com, limits of workflow commands, read 2026-11)."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def _render(report: Report, style: Style) -> str:
    gating = [finding for finding in report.findings if report.gates(finding)]
    by_level: dict[str, list[str]] = {"error": [], "warning": [], "notice": []}
    for notification in report.notifications:
        level = "error" if notification.blocking else "warning"
        by_level[level].append(_trouble(level, notification, style))
    by_level["error"] += [_annotation("error", finding, style) for finding in sorted(gating, key=_urgency)]
    for finding in sorted(calm(report), key=_urgency):
        # What fails nothing must not look like what does.
        level = "warning" if finding.severity is Severity.ERROR else _LEVELS[finding.severity]
        by_level[level].append(_annotation(level, finding, style))
    return "".join(line for level, lines in by_level.items() for line in _some(level, lines))


def _urgency(finding: Finding) -> tuple[str, str]:
    """The order in which annotations are worth their few places: the next end first."""
    return ("9999" if finding.ends is None else finding.ends.isoformat(), finding.reference.path)


def _some(level: str, lines: Sequence[str]) -> Sequence[str]:
    if len(lines) <= MOST + 1:
        return lines
    more = f"{count(len(lines) - MOST, 'more message')} of this kind: see the job's summary or log."
    return [*lines[:MOST], command(level, {"title": "modelgate"}, more)]


def _annotation(level: str, finding: Finding, style: Style) -> str:
    span = finding.reference.span
    properties = {"file": from_here(finding.reference.path, style), "line": str(span.line)}
    if span.end_line == span.line:
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    else:
        # GitHub takes columns of one line only.
        properties["endLine"] = str(span.end_line)
    properties["title"] = f"{finding.code} {finding.name}"
    return command(level, properties, finding.message)


def _trouble(level: str, notification: Notification, style: Style) -> str:
    properties = {} if notification.path is None else {"file": from_here(notification.path, style)}
    if notification.line is not None:
        properties["line"] = str(notification.line)
    return command(level, properties | {"title": "modelgate"}, notification.message)


def command(level: str, properties: dict[str, str], message: str) -> str:
    """One workflow command, with everything in it escaped."""
    said = ",".join(f"{name}={_escaped(visible(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{level} {said}::{_escaped(visible(clipped(message, MESSAGE_LIMIT)), _DATA)}\n"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


FORMAT = Format(name="github", check=_render)
