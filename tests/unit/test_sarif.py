from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from pytest_modelgate.formats.sarif import FORMAT, MOST
from pytest_modelgate.kinds import Style
from pytest_modelgate.rules import all_rules
from tests.golden.sample import HOSTILE_PATH, OLD, clean, reference, report, retired

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_modelgate.values import Report


def run_of(made: Report, style: Style | None = None) -> dict[str, Any]:
    document = json.loads(FORMAT.render("check", made, style or Style()))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    found: dict[str, Any] = run
    return found


def test_every_rule_is_described_with_what_code_scanning_asks_for() -> None:
    rules = run_of(clean())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["helpUri"].startswith("https://")


def test_each_finding_is_a_result_with_its_rule_and_exact_place() -> None:
    made = report()
    run = run_of(made)
    results = run["results"]
    assert len(results) == len(made.findings) + len(made.suppressed)
    for result in results:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    first = results[1]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "app/a.py"},
        "region": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 16},
    }
    assert run["columnKind"] == "unicodeCodePoints"


def test_what_fails_the_build_comes_first_and_what_is_suppressed_last_with_the_reason() -> None:
    results = run_of(report())["results"]
    gates = [result["properties"]["gates"] for result in results]
    assert gates == sorted(gates, reverse=True)
    assert [index for index, result in enumerate(results) if "suppressions" in result] == [len(results) - 1]
    (said,) = results[-1]["suppressions"]
    assert said["kind"] == "inSource"
    assert "until 2027-01-14" in said["justification"]


def test_what_stands_in_tests_and_price_lists_is_a_note() -> None:
    levels = {result["properties"]["role"]: result["level"] for result in run_of(report())["results"]}
    assert levels["test"] == levels["catalogue"] == "note"


def test_fixes_and_fingerprints_are_there_for_who_reads_them() -> None:
    result = next(each for each in run_of(report())["results"] if "fixes" in each)
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "gpt-new"}
    prints = [each["partialFingerprints"]["primaryLocationLineHash"] for each in run_of(report())["results"]]
    assert len(set(prints)) == len(prints)


def test_a_path_is_one_relative_reference_whatever_it_holds() -> None:
    run = run_of(report())
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    evil = next(uri for uri in uris if "owned" in uri)
    assert unquote(evil) == HOSTILE_PATH
    assert not {":", "#", "?", "\n", " "} & set(evil)


def test_a_message_holds_no_link() -> None:
    found = replace(retired(reference("gpt-old", "a.py", 1, record=OLD)), message="[click](https://evil.example) \\")
    (result,) = run_of(replace(clean(), findings=(found,)))["results"]
    assert result["message"]["text"] == "\\[click\\](https://evil.example) \\\\"


def test_trouble_is_told_and_says_that_the_run_did_not_succeed() -> None:
    (invocation,) = run_of(report())["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = [each["level"] for each in invocation["toolExecutionNotifications"]]
    assert levels == ["warning", "error"]
    assert run_of(clean())["invocations"][0]["executionSuccessful"] is True


def test_more_than_code_scanning_keeps_are_cut_and_counted() -> None:
    many = tuple(retired(reference("gpt-old", f"app/{at}.py", 1, record=OLD)) for at in range(MOST + 7))
    run = run_of(replace(clean(), findings=many))
    assert len(run["results"]) == MOST
    assert "7 results more" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]


@pytest.mark.skipif(
    "MODELGATE_TEST_SARIF" not in os.environ, reason="set MODELGATE_TEST_SARIF to the schema of SARIF 2.1.0"
)
def test_it_is_valid_by_the_schema(tmp_path: Path) -> None:
    broken = FORMAT.render("check", report(), Style()).replace('"level": "note"', '"level": "fatal"')
    texts = [*(FORMAT.render("check", made, Style(root="../a b")) for made in (report(), clean())), broken]
    codes = []
    for at, text in enumerate(texts):
        file = tmp_path / f"{at}.sarif"
        file.write_text(text, "utf-8")
        words = ["-m", "check_jsonschema", "--schemafile", os.environ["MODELGATE_TEST_SARIF"], str(file)]
        codes.append(subprocess.run([sys.executable, *words], capture_output=True, timeout=120, check=False).returncode)
    assert codes == [0, 0, 1]
