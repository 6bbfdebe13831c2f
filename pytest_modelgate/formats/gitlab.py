"""`check` as a Code Quality report of GitLab, which shows findings in merge requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._fingerprints import fingerprints
from pytest_modelgate.formats._layout import from_here
from pytest_modelgate.formats._summary import MESSAGE_LIMIT
from pytest_modelgate.formats.json import serialized
from pytest_modelgate.kinds import Format
from pytest_modelgate.terms import Severity

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Finding, Report

_CALM = {Severity.ERROR: "minor", Severity.WARNING: "minor", Severity.NOTE: "info"}


def _render(report: Report, style: Style) -> str:
    rows = [
        {
            "description": visible(clipped(finding.message, MESSAGE_LIMIT)),
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": fingerprint,
            "severity": _severity(finding, report),
            "location": {
                "path": from_here(finding.reference.path, style),
                "lines": {"begin": finding.reference.span.line, "end": finding.reference.span.end_line},
            },
        }
        for finding, fingerprint in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    return serialized(rows, indent=2) + "\n"


def _severity(finding: Finding, report: Report) -> str:
    """In GitLab's words: what fails the build is `critical` or `major`, what stands in tests or catalogues `info`."""
    if report.gates(finding):
        return "critical" if finding.severity is Severity.ERROR else "major"
    return _CALM[finding.severity] if finding.reference.role in report.gate_roles else "info"


FORMAT = Format(name="gitlab", check=_render)
