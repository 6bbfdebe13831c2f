"""`check` for people: what fails the build first and in full, grouped by file, then what does not."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._evidence import evidence
from pytest_modelgate.formats._layout import BOLD, CYAN, DIM, RED, YELLOW, count, paint, where, wrapped
from pytest_modelgate.formats._summary import MESSAGE_LIMIT
from pytest_modelgate.kinds import Format
from pytest_modelgate.terms import Role, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Finding, Report, Suppression

_PLACES = {
    Role.RUNTIME: "in running code",
    Role.TEST: "in tests",
    Role.CATALOGUE: "in catalogues (price lists, enums, comparisons)",
    Role.DOC: "in documentation",
}
_COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: CYAN}


def line_of(finding: Finding, style: Style) -> str:
    """The finding in one plain line: `path:line:column: CODE message`."""
    return f"{_place(finding, style)}: {finding.code} {visible(clipped(finding.message, MESSAGE_LIMIT))}"


def calm(report: Report) -> list[Finding]:
    """What does not fail the build although its role could, and it is not the place that spares it."""
    near = [finding for finding in report.findings if finding.reference.role in report.gate_roles]
    return [finding for finding in near if report.touched(finding.reference) and not report.gates(finding)]


def _unchanged(report: Report) -> list[Finding]:
    """What stands where nothing changed, of roles that could fail the build."""
    near = [finding for finding in report.findings if finding.reference.role in report.gate_roles]
    return [finding for finding in near if not report.touched(finding.reference)]


def counted(report: Report, style: Style) -> list[str]:
    """One line for findings on unchanged lines, for each role that does not gate, and for what is suppressed."""
    groups = {"on unchanged lines": _unchanged(report)}
    groups |= {
        _PLACES[role]: [finding for finding in report.findings if finding.reference.role is role]
        for role in Role
        if role not in report.gate_roles
    }
    lines = []
    for place, findings in groups.items():
        codes = Counter(f"{finding.code} {finding.name}" for finding in findings)
        if codes:
            listed = ", ".join(f"{number} {code}" for code, number in sorted(codes.items()))
            verb = "does" if codes.total() == 1 else "do"
            lines.append(f"{count(codes.total(), 'finding')} {place} {verb} not fail the build ({listed}).")
    if report.suppressed:
        are = "is" if len(report.suppressed) == 1 else "are"
        lines.append(f"{count(len(report.suppressed), 'finding')} {are} suppressed.")
    if lines:
        lines[-1] += " List them with `modelgate check --all`."
    return [paint(line, DIM, style) for line in lines]


def _render(report: Report, style: Style) -> str:
    gating = [finding for finding in report.findings if report.gates(finding)]
    far = [finding for finding in report.findings if finding.reference.role not in report.gate_roles]
    blocks = _blocks(gating, style, lambda finding: "")
    blocks += _blocks(calm(report), style, lambda finding: f" ({finding.severity.value})")
    if style.everything:
        blocks += _blocks(_unchanged(report), style, lambda finding: f" ({finding.severity.value}, unchanged line)")
        for role in Role:
            of_role = [finding for finding in far if finding.reference.role is role]
            blocks += _blocks(of_role, style, lambda finding: f" ({finding.reference.role.value})")
        blocks.append([line for suppression in report.suppressed for line in _suppression(suppression, style)])
        blocks += _left_out(report, style)
    else:
        blocks.append(counted(report, style))
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


def _blocks(findings: Sequence[Finding], style: Style, remark: Callable[[Finding], str]) -> list[list[str]]:
    by_file = groupby(findings, key=lambda finding: finding.reference.path)
    return [[line for finding in group for line in _finding(finding, style, remark(finding))] for _, group in by_file]


def _finding(finding: Finding, style: Style, remark: str) -> list[str]:
    code = paint(finding.code, _COLOURS[finding.severity], style)
    head = f"{paint(_place(finding, style), BOLD, style)}: {code} {finding.name}{paint(remark, DIM, style)}"
    message = visible(clipped(finding.message, MESSAGE_LIMIT))
    reasons = evidence(finding.reference, style) if style.evidence else []
    aside = [paint(line, DIM, style) for reason in reasons for line in wrapped(reason, style, "    ")]
    if style.width is None:
        return [f"{head}: {_marked(message, finding, style)}", *aside]
    return [head, *(_marked(line, finding, style) for line in wrapped(message, style, "    ")), *aside]


def _place(finding: Finding, style: Style) -> str:
    return where(finding.reference.path, style, finding.reference.span.line, finding.reference.span.column)


def _marked(message: str, finding: Finding, style: Style) -> str:
    model = visible(finding.reference.id)
    return message.replace(model, paint(model, BOLD, style), 1) if style.colour and model else message


def _suppression(suppression: Suppression, style: Style) -> list[str]:
    until = "" if suppression.until is None else f" until {suppression.until.isoformat()}"
    reason = "" if suppression.reason is None else f", {suppression.reason}"
    remark = visible(clipped(f" (suppressed by {suppression.by}{until}{reason})", MESSAGE_LIMIT))
    return _finding(suppression.finding, style, remark)


def _left_out(report: Report, style: Style) -> list[list[str]]:
    return [
        [f"{where(path, style)}: left out: {visible(reason)}" for path in paths]
        for reason, paths in sorted(report.files.left_out.items())
    ]


FORMAT = Format(name="text", check=_render)
