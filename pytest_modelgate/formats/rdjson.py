"""`check` in reviewdog's diagnostic format, for review comments on any host of code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import from_here
from pytest_modelgate.formats._summary import MESSAGE_LIMIT
from pytest_modelgate.formats.json import serialized
from pytest_modelgate.kinds import HELP_BASE, Format, help_url
from pytest_modelgate.terms import Severity

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Finding, Report

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def _render(report: Report, style: Style) -> str:
    document = {
        "source": {"name": "modelgate", "url": HELP_BASE},
        "severity": "WARNING",
        "diagnostics": [_diagnostic(finding, report, style) for finding in report.findings],
    }
    return serialized(document, indent=2) + "\n"


def _diagnostic(finding: Finding, report: Report, style: Style) -> dict[str, object]:
    span = finding.reference.span
    return {
        "message": visible(clipped(finding.message, MESSAGE_LIMIT)),
        "location": {
            "path": from_here(finding.reference.path, style),
            # The format counts bytes in columns, which only the file tells; lines are the same everywhere.
            "range": {"start": {"line": span.line}, "end": {"line": span.end_line}},
        },
        "severity": _SEVERITIES[finding.severity] if report.gates(finding) else "INFO",
        "code": {"value": finding.code, "url": help_url(finding.code)},
    }


FORMAT = Format(name="rdjson", check=_render)
