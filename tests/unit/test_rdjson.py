from __future__ import annotations

import json

from pytest_modelgate.formats.rdjson import FORMAT
from pytest_modelgate.kinds import Style
from tests.golden.sample import report


def test_each_finding_is_a_diagnostic_on_its_lines() -> None:
    made = report()
    document = json.loads(FORMAT.render("check", made, Style(root="service")))
    assert document["source"]["name"] == "modelgate"
    assert len(document["diagnostics"]) == len(made.findings)
    for found, finding in zip(document["diagnostics"], made.findings, strict=True):
        assert found["location"]["path"].startswith("service/")
        assert found["location"]["range"]["start"] == {"line": finding.reference.span.line}
        assert found["code"]["value"] == finding.code
        assert (found["severity"] == "ERROR") is made.gates(finding)
