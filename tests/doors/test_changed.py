"""Only what a change touched fails, through the command line and through pytest."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import cli

if TYPE_CHECKING:
    from collections.abc import Callable

pytest_plugins = ["pytester"]

ADDED = 'client.responses.create(model="gpt-4-0613", input="Hello")\n'
SPREAD = """\
from openai import OpenAI

OLD = "gpt-4-32k"
NEW = "gpt-6-luna"


def ask():
    return OpenAI().responses.create(
        input="Hello",
        model={},
    )
"""
ITEM = "app/bad.py::modelgate"


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "so")


@pytest.fixture
def project(project: Path) -> Path:
    """The project in a checkout, as the branch `base` has it."""
    git("init", "-q")
    commit()
    git("branch", "base")
    return project


def check(*words: str) -> tuple[int, dict[str, Any]]:
    code = cli.main(["check", *words, "--format", "json", "--output", "report.json"])
    document: dict[str, Any] = json.loads(Path("report.json").read_text())
    Path("report.json").unlink()
    return code, document


def gating(document: dict[str, Any]) -> list[tuple[str, int]]:
    return [(finding["path"], finding["line"]) for finding in document["findings"] if finding["gates"]]


def extend(name: str, text: str) -> None:
    path = Path(name)
    path.write_text(path.read_text() + text)


@pytest.mark.usefixtures("project")
def test_what_stood_there_before_is_reported_and_fails_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--changed", "base"]) == 0
    told = capsys.readouterr()
    line = "2 findings on unchanged lines do not fail the build (1 MG101 retired-model, 1 MG201 mistyped-model)."
    assert line in told.out
    assert "Clean: nothing fails the build." in told.err
    assert "2 findings in 1 file on lines unchanged since base would fail the build otherwise." in told.err
    assert cli.main(["check", "--changed", "base", "--all"]) == 0
    assert "app/bad.py:4:32: MG101 retired-model (error, unchanged line): " in capsys.readouterr().out
    code, document = check("--changed=base")
    assert (code, document["changed"]) == (0, {"ref": "base", "spared": 2})
    assert document["verdict"] == "clean"
    assert gating(document) == []
    assert len(document["findings"]) == 3


@pytest.mark.usefixtures("project")
def test_a_new_line_fails_alone_whether_it_is_committed_or_not() -> None:
    extend("app/bad.py", ADDED)
    assert gating(check("--changed", "base")[1]) == [("app/bad.py", 6)]
    commit()
    code, document = check("--changed", "base")
    assert (code, gating(document)) == (1, [("app/bad.py", 6)])
    assert check("--changed", "HEAD")[0] == 0
    assert check()[1]["changed"] is None
    assert len(gating(check()[1])) == 3


@pytest.mark.usefixtures("project")
def test_a_new_file_fails_wholly_and_a_moved_one_not_at_all() -> None:
    Path("app/new.py").write_text(Path("app/bad.py").read_text())
    git("mv", "app/bad.py", "app/moved.py")
    assert gating(check("--changed", "base")[1]) == [("app/new.py", 4), ("app/new.py", 5)]


@pytest.mark.usefixtures("project")
def test_a_call_that_a_change_introduces_brings_the_id_that_it_reaches() -> None:
    path = Path("app/spread.py")
    path.write_text(SPREAD.format("NEW"))
    commit()
    assert check("app/spread.py", "--changed", "HEAD")[0] == 0
    path.write_text(SPREAD.format("OLD"))
    assert gating(check("app/spread.py", "--changed", "HEAD")[1]) == [("app/spread.py", 3)]


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("nope", "what changed since 'nope' cannot be told: it names no commit in "),
        ("", "what changed since '' cannot be told: it names no commit in "),
        ("--output=x", "what changed since '--output=x' cannot be told: no commit has such a name"),
        ("\x1b[31m", "no commit has such a name"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_cannot_be_told_is_no_verdict(capsys: pytest.CaptureFixture[str], ref: str, told: str) -> None:
    assert cli.main(["check", f"--changed={ref}", "--exit-zero"]) == 2
    answer = capsys.readouterr()
    assert told in answer.err
    assert "\x1b" not in answer.err
    assert answer.out == ""


@pytest.mark.usefixtures("project")
def test_a_file_cannot_say_what_counts_as_changed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("modelgate.toml").write_text('changed = "HEAD"\n')
    assert cli.main(["check"]) == 2
    assert "modelgate.toml:1: changed counts on the command line alone" in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_a_newly_announced_end_warns_for_the_days_of_grace_and_fails_who_writes_it() -> None:
    row = "id: acme-fast, kind: snapshot, modality: chat, announced: 2026-11-17, retires: 2027-01-15, source: N1"
    table = f"openai:\n  sources: {{N1: {{title: a notice, read: 2026-11-20}}}}\n  models:\n    - {{{row}}}\n"
    Path("models.yaml").write_text(table)
    Path("modelgate.toml").write_text('extra-tables = ["models.yaml"]\ngrace = 14\n')
    Path("app/bad.py").write_text('import openai\n\nopenai.OpenAI().responses.create(model="acme-fast")\n')
    code, document = check()
    (finding,) = [found for found in document["findings"] if found["id"] == "acme-fast"]
    assert code == 0
    assert (finding["severity"], finding["fails_from"], finding["gates"]) == ("warning", "2026-12-01", False)
    assert "fails builds from 2026-12-01 on" in finding["message"]
    assert check("--grace", "0")[0] == 1
    assert check("--as-of", "2026-12-01")[0] == 1
    code, document = check("--changed", "base")
    assert (code, gating(document)) == (1, [("app/bad.py", 3)])
    commit()
    assert check("--changed", "HEAD")[0] == 0


@pytest.mark.usefixtures("project")
def test_roles_of_the_configuration_decide_what_fails() -> None:
    Path("modelgate.toml").write_text(
        '[[roles]]\npath = "app/"\nrole = "catalogue"\n\n[[roles]]\npath = "tests/"\nrole = "runtime"\n'
    )
    code, document = check()
    assert (code, gating(document)) == (1, [("tests/test_app.py", 1)])
    places = {found["path"]: found["corrected"] for found in document["findings"]}
    assert places == {"app/bad.py": "modelgate.toml:1", "tests/test_app.py": "modelgate.toml:5"}
    Path("modelgate.toml").write_text('[[roles]]\nsymbol = "MODEL"\nrole = "runtime"\n')
    assert ("tests/test_app.py", 1) in gating(check()[1])


@pytest.fixture(params=["off", "idle", "active"])
def run(
    request: pytest.FixtureRequest, project: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., pytest.RunResult]:
    """Runs pytest with the gate in the project, without xdist, with it idle, and with two workers."""
    monkeypatch.chdir(project)
    (project / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    modes = {"off": (), "idle": ("-p", "xdist", "-n0"), "active": ("-p", "xdist", "-n2")}

    def start(*words: str) -> pytest.RunResult:
        return pytester.runpytest_subprocess("-p", "modelgate", "--modelgate", *modes[request.param], *words)

    return start


def test_pytest_fails_for_what_changed_alone(run: Callable[..., pytest.RunResult]) -> None:
    done = run("--modelgate-changed", "base")
    done.assert_outcomes(passed=5)
    text = done.stdout.str()
    assert "2 findings on unchanged lines do not fail the build" in text
    assert "2 findings in 1 file on lines unchanged since base would fail the build otherwise." in text
    extend("app/bad.py", ADDED)
    done = run("--modelgate-changed=base")
    done.assert_outcomes(passed=4, failed=1)
    text = done.stdout.str()
    assert "app/bad.py:6:32: MG101 gpt-4-0613" in text
    assert "app/bad.py:4:" not in text
    run().assert_outcomes(passed=4, failed=1)


@pytest.mark.parametrize("words", [(), ("tests",), (ITEM,)])
def test_pytest_gives_no_verdict_where_changes_cannot_be_told(
    run: Callable[..., pytest.RunResult], words: tuple[str, ...]
) -> None:
    done = run("--modelgate-changed", "nope", *words)
    assert done.ret == 4
    assert "what changed since 'nope' cannot be told" in done.stdout.str() + done.stderr.str()


def test_a_file_of_pytest_cannot_say_what_counts_as_changed(run: Callable[..., pytest.RunResult]) -> None:
    Path("pytest.ini").write_text("[pytest]\naddopts = --modelgate-changed=HEAD\n")
    done = run()
    assert done.ret == 4
    assert "--modelgate-changed counts on the command line alone" in done.stdout.str() + done.stderr.str()
