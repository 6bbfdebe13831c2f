"""`check` as JUnit XML, which every build server reads: one suite, one case for each finding or clean file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import where
from pytest_modelgate.formats._summary import MESSAGE_LIMIT, counts
from pytest_modelgate.formats.text import calm, line_of
from pytest_modelgate.kinds import Format, help_url

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Report


def _render(report: Report, style: Style) -> str:
    from xml.etree import ElementTree as ET

    suites = ET.Element("testsuites", name="modelgate")
    suite = ET.SubElement(suites, "testsuite", name="modelgate")
    failures = [finding for finding in report.findings if report.gates(finding)]
    for finding in failures:
        place = where(finding.reference.path, style, finding.reference.span.line, finding.reference.span.column)
        case = _case(suite, finding.reference.path, f"{finding.code} {finding.reference.id} at {place}", style)
        case.set("line", str(finding.reference.span.line))
        failure = ET.SubElement(case, "failure", type=f"{finding.code} {finding.name}")
        failure.set("message", visible(clipped(finding.message, MESSAGE_LIMIT)))
        failure.text = f"{line_of(finding, style)}\n{help_url(finding.code)}"
    troubles = [notification for notification in report.notifications if notification.blocking]
    for trouble in troubles:
        case = _case(suite, trouble.path or "modelgate", "could not be judged", style)
        error = ET.SubElement(case, "error", type="no verdict")
        error.set("message", visible(clipped(trouble.message, MESSAGE_LIMIT)))
        error.text = f"{where(trouble.path, style, trouble.line)}: " if trouble.path is not None else ""
        error.text += visible(clipped(trouble.message, MESSAGE_LIMIT))
    failing = {finding.reference.path for finding in failures}
    gated = {reference.path for reference in report.references if reference.role in report.gate_roles}
    for path in sorted(gated - failing):
        case = _case(suite, path, "model ids", style)
        remarks = [line_of(finding, style) for finding in calm(report) if finding.reference.path == path]
        if remarks:
            ET.SubElement(case, "system-out").text = "\n".join(remarks)
    if len(suite) == 0:
        _case(suite, "modelgate", "no model ids that may fail the build", style)
    numbers = {"tests": len(suite), "failures": len(failures), "errors": len(troubles), "skipped": 0}
    for name, number in numbers.items():
        suites.set(name, str(number))
        suite.set(name, str(number))
    ET.SubElement(suite, "system-out").text = counts(report)
    ET.indent(suites)
    text: bytes = ET.tostring(suites, "us-ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.decode("ascii")}\n'


def _case(suite: Element, path: str, name: str, style: Style) -> Element:
    from xml.etree import ElementTree as ET

    place = where(path, style)
    return ET.SubElement(suite, "testcase", classname=place, name=visible(clipped(name, 300)), file=place, time="0")


FORMAT = Format(name="junit", check=_render)
