from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., pytest.RunResult]

pytest_plugins = ["pytester"]

RETIRED = "fixed: app/bad.py:4:32: gpt-4-32k -> gpt-6-luna (MG101 retired-model; ended 2025-06-06)"
MISTYPED = "fixed: app/bad.py:5:32: gpt-5-4 -> gpt-5.4 (MG201 mistyped-model)"


@pytest.fixture(params=["off", "active"])
def run(
    request: pytest.FixtureRequest, project: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Runs pytest in the project, with and without pytest-xdist."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (project / "pytest.ini").write_text("[pytest]\ntestpaths = tests\nfilterwarnings = error\n")
    mode = {"off": (), "active": ("-p", "xdist", "-n2")}[request.param]
    return lambda *words: pytester.runpytest_subprocess("-p", "modelgate", *mode, *words)


def test_what_is_safe_is_fixed_once_and_told_and_the_run_passes(run: Run, project: Path) -> None:
    code = project / "app" / "bad.py"
    before = code.read_text("utf-8")
    done = run("--modelgate", "--modelgate-fix")
    assert done.ret == 0
    assert [line for line in done.outlines if line.startswith("fixed: ")] == [RETIRED, MISTYPED]
    assert code.read_text("utf-8") == before.replace("gpt-4-32k", "gpt-6-luna").replace("gpt-5-4", "gpt-5.4")
    again = run("--modelgate", "--modelgate-fix")
    assert again.ret == 0
    assert "fixed: " not in again.stdout.str()


def test_what_remains_fails_as_before(run: Run, project: Path) -> None:
    code = project / "app" / "bad.py"
    code.write_text(code.read_text("utf-8").replace('"gpt-5-4"', '"gpt-4" "-turbo"'), "utf-8")
    done = run("--modelgate", "--modelgate-fix")
    assert done.ret == 1
    assert RETIRED in done.outlines
    done.stdout.fnmatch_lines(["app/bad.py:5:32: MG101 gpt-4-turbo was retired by the OpenAI API on *"])
    assert '"gpt-4" "-turbo"' in code.read_text("utf-8")
    assert "gpt-6-luna" in code.read_text("utf-8")


def test_what_cannot_be_written_is_told_and_fails(run: Run, project: Path) -> None:
    code = project / "app" / "bad.py"
    text = (
        'from openai import OpenAI\n\nFAMILY = "gpt-4"\nclient = OpenAI()\n'
        "client.responses.create(model=FAMILY, input='')\nclient.responses.create(model=f'{FAMILY}-turbo', input='')\n"
    )
    code.write_text(text, "utf-8")
    done = run("--modelgate", "--modelgate-fix")
    assert done.ret == 1
    done.stdout.fnmatch_lines(["not fixed: app/bad.py:3:11: gpt-4 stays (MG101 retired-model): *; write by hand"])
    assert code.read_text("utf-8") == text


def test_collecting_alone_changes_nothing(run: Run, project: Path) -> None:
    before = (project / "app" / "bad.py").read_bytes()
    run("--modelgate", "--modelgate-fix", "--collect-only")
    assert (project / "app" / "bad.py").read_bytes() == before


@pytest.mark.parametrize("run", ["off"], indirect=True)
def test_the_option_counts_with_the_gate_and_on_the_command_line_alone(run: Run, project: Path) -> None:
    before = (project / "app" / "bad.py").read_bytes()
    alone = run("--modelgate-fix")
    assert alone.ret == 4
    assert "--modelgate-fix has no effect without --modelgate; add it" in alone.stderr.str()
    (project / "pytest.ini").write_text("[pytest]\naddopts = --modelgate-fix\n")
    told = run("--modelgate")
    assert told.ret == 4
    assert "--modelgate-fix counts on the command line alone; take it out of addopts" in told.stderr.str()
    assert (project / "app" / "bad.py").read_bytes() == before
