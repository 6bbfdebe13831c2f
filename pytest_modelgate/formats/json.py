"""`check` as one JSON object, the public contract that programs and the pytest door's workers read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import encodable, json_text
from pytest_modelgate.formats._summary import spared
from pytest_modelgate.kinds import Format, help_url

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Finding, Fix, Notification, Reference, Report, Span, Suppression, Use

VERSION = 1
"""Raised when a field is renamed, removed or given another meaning; new fields do not raise it."""


def document(report: Report) -> dict[str, object]:
    """The whole report as JSON's own types."""
    return {
        "version": VERSION,
        "today": report.today.isoformat(),
        "table": {
            "as_of": report.table.as_of.isoformat(),
            "rows": report.table.rows,
            "name": report.table.name,
            "fetched": iso(report.table.fetched),
            "extra": list(report.table.extra),
            "read_up_to": {surface: day.isoformat() for surface, day in sorted(report.table.read_up_to.items())},
        },
        "live": _live(report),
        "changed": None if report.changed is None else {"ref": report.changed.ref, "spared": len(spared(report))},
        "findings": [finding_fields(finding, report) for finding in report.findings],
        "suppressed": [_suppression(suppression, report) for suppression in report.suppressed],
        "notifications": [_notification(notification) for notification in report.notifications],
        "files": {
            "read": report.files.read,
            "parsed": report.files.parsed,
            "left_out": {reason: len(paths) for reason, paths in sorted(report.files.left_out.items())},
        },
        "verdict": report.verdict.name.lower().replace("_", "-"),
    }


def _live(report: Report) -> dict[str, list[dict[str, object]]]:
    """By surface, what came of asking: one entry for each list that was asked for."""
    found: dict[str, list[dict[str, object]]] = {}
    for listing in report.live:
        found.setdefault(listing.surface, []).append(
            {
                "origin": listing.origin,
                "outcome": listing.outcome.value,
                "ids": len(listing.rows),
                "complete": listing.complete,
                "request_id": listing.request_id,
                "message": listing.message,
                "cached": listing.cached,
                "seconds": round(listing.seconds, 3),
            }
        )
    return found


def span_fields(span: Span) -> dict[str, object]:
    """A span as the four fields that every format names alike."""
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def reading_fields(reference: Reference) -> dict[str, object]:
    """How a reference was read, as both commands name it: by what its surface was told, and what it reaches.

    `surfaces` is there only when more than one remains possible.
    """
    occurrence = reference.occurrence
    several = {"surfaces": list(reference.surfaces)} if len(reference.surfaces) > 1 else {}
    return {
        "kind": "ignore" if reference.idle is not None else "model" if reference.api is None else "api",
        **several,
        "told": None if reference.told is None else reference.told.value,
        "foreign": reference.foreign,
        "endpoint": occurrence.uses[0].endpoint if occurrence.uses else None,
        "symbol": occurrence.symbol,
        "cell": occurrence.cell,
        "corrected": reference.corrected,
        "uses": [use_fields(use, reference.path) for use in occurrence.uses],
    }


def use_fields(use: Use, path: str) -> dict[str, object]:
    """A call as JSON's own types; `path` is the file of the text that reaches it."""
    return {
        "call": use.call,
        "path": path if use.path is None else use.path,
        "line": use.line,
        "endpoint": use.endpoint,
        "surfaces": list(use.surfaces),
        "client": use.client,
        "sure": use.sure,
    }


def ends_of(reference: Reference) -> str | None:
    """The first day on which what the reference names is gone, as YYYY-MM-DD."""
    record = reference.api or reference.record
    return None if record is None else iso(record.retires)


def iso(day: date | None) -> str | None:
    """The day as YYYY-MM-DD."""
    return None if day is None else day.isoformat()


def serialized(value: object, indent: int | None = None) -> str:
    """JSON in ASCII that no reader chokes on, whatever the strings in it hold."""
    return json_text(json.dumps(_encodable(value), indent=indent))


def finding_fields(finding: Finding, report: Report) -> dict[str, object]:
    """A finding as JSON's own types."""
    reference = finding.reference
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "path": reference.path,
        **span_fields(reference.span),
        "id": reference.id,
        "model": reference.model,
        "surface": reference.surface,
        "role": reference.role.value,
        "reach": reference.occurrence.reach.value,
        **reading_fields(reference),
        "message": finding.message,
        "ends": iso(finding.ends),
        "successor": finding.successor,
        "chain": list(finding.chain),
        "help_url": help_url(finding.code),
        "fix": None if finding.fix is None else _fix(finding.fix),
        "gates": report.gates(finding),
        "fails_from": iso(finding.fails_from),
    }


def _fix(fix: Fix) -> dict[str, object]:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "caution": fix.caution,
        "edits": [{**span_fields(edit.span), "text": edit.text} for edit in fix.edits],
    }


def _suppression(suppression: Suppression, report: Report) -> dict[str, object]:
    return {
        **finding_fields(suppression.finding, report),
        # A silenced finding fails nothing, however bad it is.
        "gates": False,
        "by": suppression.by,
        "reason": suppression.reason,
        "until": iso(suppression.until),
    }


def _notification(notification: Notification) -> dict[str, object]:
    return {
        "message": notification.message,
        "path": notification.path,
        "line": notification.line,
        "blocking": notification.blocking,
    }


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {encodable(str(key)): _encodable(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(member) for member in value]
    return value


def _render(report: Report, style: Style) -> str:
    return serialized(document(report), indent=2) + "\n"


FORMAT = Format(name="json", check=_render)
