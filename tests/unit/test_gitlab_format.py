from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pytest_modelgate.formats.gitlab import FORMAT
from pytest_modelgate.kinds import Style
from pytest_modelgate.terms import Role
from tests.golden.sample import OLD, clean, reference, report, retired

if TYPE_CHECKING:
    from pytest_modelgate.values import Report


def rows(made: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(FORMAT.render("check", made, Style()))
    return found


def test_each_finding_has_what_gitlab_asks_for() -> None:
    found = rows(report())
    assert len(found) == len(report().findings)
    for row in found:
        assert row.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith("./")
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert len({row["fingerprint"] for row in found}) == len(found)


def test_only_what_fails_the_build_is_critical() -> None:
    made = report()
    severities = [row["severity"] for row in rows(made)]
    assert [severity == "critical" for severity in severities] == [made.gates(finding) for finding in made.findings]
    warned = replace(retired(reference("gpt-old", "a.py", 1, record=OLD)), severity=made.findings[3].severity)
    assert rows(replace(clean(), findings=(warned,)))[0]["severity"] == "minor"
    assert rows(replace(clean(), findings=(warned,), fail_on=warned.severity))[0]["severity"] == "major"
    tested = retired(reference("gpt-old", "test_a.py", 1, role=Role.TEST, record=OLD))
    assert rows(replace(clean(), findings=(tested,)))[0]["severity"] == "info"


def test_a_fingerprint_does_not_change_with_the_line() -> None:
    def prints(*lines: int) -> list[str]:
        found = tuple(retired(reference("gpt-old", "a.py", line, record=OLD)) for line in lines)
        return [row["fingerprint"] for row in rows(replace(clean(), findings=found))]

    assert prints(3, 9) == prints(30, 90)
    assert prints(3) == prints(9) == prints(3, 9)[:1]
