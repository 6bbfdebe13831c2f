from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from pytest_modelgate import cli
from pytest_modelgate.terms import Reach, Role, State

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = "2026-11-21"

GATING = [
    ("support_desk/replies.py", "MG203", "claude-opus-4.8"),
    ("support_desk/settings.py", "MG101", "gpt-4-turbo"),
    ("support_desk/settings.py", "MG102", "claude-sonnet-4-5"),
    ("support_desk/summarise.py", "MG201", "gpt-5-4-mini"),
]
MILDER = [
    ("support_desk/settings.py", "MG103", "gpt-5.1"),
    ("support_desk/settings.py", "MG104", "gemini-3-flash-preview"),
    ("support_desk/summarise.py", "MG103", "whisper-1"),
    ("support_desk/summarise.py", "MG202", "support-desk-reports-v2"),
]


@pytest.fixture
def application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample application, as the current directory."""
    for name in ("MODELGATE_AS_OF", "MODELGATE_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    target = tmp_path / "application"
    shutil.copytree(EXAMPLES, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    monkeypatch.chdir(target)
    return target


def checked(capsys: pytest.CaptureFixture[str], as_of: str = AS_OF) -> tuple[int, dict[str, Any]]:
    code = cli.main(["check", "--as-of", as_of, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def inventoried(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert cli.main(["inventory", "--as-of", AS_OF, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.usefixtures("application")
def test_the_findings_that_fail_the_build_are_the_ones_planted(capsys: pytest.CaptureFixture[str]) -> None:
    code, document = checked(capsys)
    runtime = [finding for finding in document["findings"] if finding["role"] == "runtime"]
    told = [(finding["path"], finding["code"], finding["id"]) for finding in runtime]
    assert code == 1
    assert sorted(told) == sorted(GATING + MILDER)
    gating = [finding for finding in document["findings"] if finding["gates"]]
    assert [(finding["path"], finding["code"], finding["id"]) for finding in gating] == GATING


@pytest.mark.usefixtures("application")
def test_what_is_ignored_says_by_whom_why_and_until_when(capsys: pytest.CaptureFixture[str]) -> None:
    _, document = checked(capsys)
    assert [(each["model"], each["by"], each["until"]) for each in document["suppressed"]] == [
        ("claude-sonnet-4-5-20250929", "comment, support_desk/replies.py:9", "2026-11-28"),
        ("gemini-embedding-2-preview", "configuration, pyproject.toml:12", "2027-03-31"),
    ]
    assert all(each["reason"] for each in document["suppressed"])


@pytest.mark.usefixtures("application")
def test_nothing_in_the_application_is_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    _, document = checked(capsys)
    assert document["notifications"] == []
    assert document["files"]["left_out"] == {}


@pytest.mark.usefixtures("application")
def test_an_ignore_ends_and_the_finding_is_back(capsys: pytest.CaptureFixture[str]) -> None:
    _, document = checked(capsys, as_of="2026-11-29")
    (ended,) = (finding for finding in document["findings"] if finding["code"] == "MG901")
    assert (ended["path"], ended["line"], ended["kind"]) == ("support_desk/replies.py", 9, "ignore")
    assert "ended on 2026-11-28" in ended["message"]
    back = [finding for finding in document["findings"] if finding["model"] == "claude-sonnet-4-5-20250929"]
    assert [finding["gates"] for finding in back] == [True]


@pytest.mark.usefixtures("application")
def test_the_application_holds_every_state_and_every_role(capsys: pytest.CaptureFixture[str]) -> None:
    lines = inventoried(capsys)
    assert {line["state"] for line in lines} == {str(state) for state in State}
    assert {line["role"] for line in lines} == {str(role) for role in Role}
    assert {line["surface"] for line in lines} == {"anthropic", "gemini", "openai", None}


@pytest.mark.usefixtures("application")
def test_the_application_holds_every_way_to_a_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert {line["reach"] for line in inventoried(capsys)} >= {str(reach) for reach in Reach}


def test_every_span_is_exactly_the_id(application: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exact = defaultdict(list)
    for line in inventoried(capsys):
        text = (application / line["path"]).read_text("utf-8").splitlines()[line["line"] - 1]
        exact[text[line["column"] - 1 : line["end_column"] - 1] == line["id"]].append(line)
    # The source of a joined or dynamic string is an expression, which the span then covers.
    assert {line["reach"] for line in exact[False]} == {"join", "f-string"}
    assert len(exact[True]) > 30


def test_its_own_tests_run_beside_the_gate(application: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV_"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--modelgate", "--modelgate-as-of", AS_OF, "-p", "no:randomly"],
        cwd=application,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    failed = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("FAILED ")]
    assert sorted(failed) == [f"{path}::modelgate" for path in sorted({path for path, _, _ in GATING})]
    assert " 3 failed, " in done.stdout


def test_no_path_of_the_machine_and_no_address_is_in_it() -> None:
    texts = [path.read_text("utf-8") for path in EXAMPLES.rglob("*") if path.suffix in {".py", ".toml"}]
    assert len(texts) == 10
    assert not [text for text in texts if "://" in text or "/home/" in text or "/opt/" in text]
