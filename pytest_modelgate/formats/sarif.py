"""`check` as SARIF 2.1.0, for code scanning and other archives of findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from pytest_modelgate import __version__
from pytest_modelgate.formats._escape import clipped, encodable, visible
from pytest_modelgate.formats._fingerprints import fingerprints
from pytest_modelgate.formats._layout import count, from_here
from pytest_modelgate.formats._summary import MESSAGE_LIMIT
from pytest_modelgate.formats.json import iso, serialized
from pytest_modelgate.kinds import HELP_BASE, Format, help_url
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Severity

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Rule, Style
    from pytest_modelgate.values import Edit, Finding, Fix, Notification, Report, Span, Suppression

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 5_000
"""Results that code scanning keeps of a run (docs.github.com, SARIF results exceed a limit, read 2026-11)."""

_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_LINKS = re.compile(r"[\\\[\]]")


def document(report: Report, style: Style) -> dict[str, object]:
    """The report as one run: what fails the build first, what is suppressed last, with the reason."""
    gating = [finding for finding in report.findings if report.gates(finding)]
    calm = [finding for finding in report.findings if not report.gates(finding)]
    silenced = [suppression.finding for suppression in report.suppressed]
    findings = [*gating, *calm, *silenced]
    reasons: list[Suppression | None] = [None] * (len(gating) + len(calm)) + list(report.suppressed)
    rules = all_rules()
    places = {rule.code: at for at, rule in enumerate(rules)}
    results = [
        _result(finding, suppression, fingerprint, places[finding.code], report, style)
        for finding, suppression, fingerprint in zip(findings, reasons, fingerprints(findings), strict=True)
    ]
    troubles = [_trouble(notification, style) for notification in report.notifications]
    if len(results) > MOST:
        rest = count(len(results) - MOST, "result")
        troubles.append({"level": "warning", "message": {"text": f"{rest} more: code scanning keeps {MOST} of a run."}})
    run: dict[str, object] = {
        "tool": {
            "driver": {
                "name": "modelgate",
                "semanticVersion": __version__,
                "informationUri": HELP_BASE,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "automationDetails": {"id": "modelgate/"},
        "columnKind": "unicodeCodePoints",
        "results": results[:MOST],
        "invocations": [
            {
                "executionSuccessful": not any(notification.blocking for notification in report.notifications),
                "toolExecutionNotifications": troubles,
            }
        ],
        "properties": {"judgedFor": report.today.isoformat(), "tableOf": report.table.as_of.isoformat()},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, object]:
    page = rule.page.strip()
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.summary},
        "help": {"text": f"{rule.summary}\n\n{page}", "markdown": f"{rule.summary}\n\n{page}"},
        "helpUri": help_url(rule.code),
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "problem.severity": _PROBLEMS[rule.severity],
            "precision": "high",
            "tags": ["maintainability", "llm"],
        },
    }


def _result(
    finding: Finding, suppression: Suppression | None, fingerprint: str, rule: int, report: Report, style: Style
) -> dict[str, object]:
    reference = finding.reference
    # What stands in a price list is no error of the project's; its severity says how bad it would be where it is used.
    level = finding.severity.value if reference.role in report.gate_roles else Severity.NOTE.value
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": level,
        "message": {"text": _LINKS.sub(r"\\\g<0>", visible(clipped(finding.message, MESSAGE_LIMIT)))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(reference.path, style)},
                    "region": _region(reference.span),
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1"},
        "properties": {
            "id": encodable(reference.id),
            "surface": reference.surface,
            "role": reference.role.value,
            "ends": iso(finding.ends),
            "successor": finding.successor,
            "gates": suppression is None and report.gates(finding),
        },
    }
    if finding.fix is not None and finding.fix.edits:
        result["fixes"] = [_fix(finding.fix, reference.path, style)]
    if suppression is not None:
        result["suppressions"] = [_suppression(suppression)]
    return result


def _suppression(suppression: Suppression) -> dict[str, object]:
    until = None if suppression.until is None else f"until {suppression.until.isoformat()}"
    said = (suppression.by, until, suppression.reason)
    kind = "inSource" if suppression.by.startswith("comment") else "external"
    return {"kind": kind, "status": "accepted", "justification": visible(", ".join(filter(None, said)))}


def _fix(fix: Fix, path: str, style: Style) -> dict[str, object]:
    return {
        "description": {"text": visible(fix.title)},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(path, style)}, "replacements": [_replacement(edit) for edit in fix.edits]}
        ],
    }


def _replacement(edit: Edit) -> dict[str, object]:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _trouble(notification: Notification, style: Style) -> dict[str, object]:
    said: dict[str, object] = {
        "level": "error" if notification.blocking else "warning",
        "message": {"text": visible(clipped(notification.message, MESSAGE_LIMIT))},
    }
    if notification.path is not None:
        location: dict[str, object] = {"artifactLocation": {"uri": _uri(notification.path, style)}}
        if notification.line is not None:
            location["region"] = {"startLine": notification.line}
        said["locations"] = [{"physicalLocation": location}]
    return said


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(path: str, style: Style) -> str:
    """The path as a relative reference: what has a meaning in addresses is written as bytes."""
    uri = quote(from_here(path, style).encode("utf-8", "surrogateescape"), safe="/~+,@")
    # A first part with a colon would be read as a scheme; quoting has taken care of it.
    return uri.lstrip("/") if uri.startswith("//") else uri


def _render(report: Report, style: Style) -> str:
    return serialized(document(report, style), indent=2) + "\n"


FORMAT = Format(name="sarif", check=_render)
