"""`modelgate lock`, and what the gate makes of its file, through the command line and pytest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["pytester"]
FILE = "modelgate.lock"
GOOD = "claude-opus-4-8"


@pytest.fixture
def clean(project: Path) -> Path:
    """The project without what fails by itself."""
    (project / "app" / "bad.py").unlink()
    return project


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = cli.main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


def lock(root: Path) -> str:
    return (root / FILE).read_text("utf-8")


def test_what_is_recorded_passes_and_what_is_new_fails(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "lock") == (
        0,
        f"+ {GOOD} (anthropic): new, runtime in app/good.py\n",
        f"{FILE} holds 1 model; 1 difference\n",
    )
    assert f'id = "{GOOD}"\nsurface = "anthropic"\n' in lock(clean)
    assert told(capsys, "check")[0] == 0
    (clean / "app" / "new.py").write_text('MODEL = "gpt-6-luna"\n', "utf-8")
    code, out, _ = told(capsys, "check")
    assert code == 1
    assert out.startswith(
        f"app/new.py:1:10: MG503 model-not-allowed: gpt-6-luna (openai) is not in {FILE}; write a model that is, or"
        " record this one with `modelgate lock`."
    )
    assert told(capsys, "check", "--no-lock")[0] == 0
    assert told(capsys, "lock", "-q") == (0, "", "")
    assert told(capsys, "check")[0] == 0


def test_the_check_shows_what_differs_and_writes_nothing(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = told(capsys, "lock", "--check")
    assert code == 2
    assert (
        err == f"modelgate: error: {FILE} does not exist, so there is nothing to compare; `modelgate lock` writes it\n"
    )
    assert told(capsys, "lock")[0] == 0
    assert told(capsys, "lock", "--check") == (0, "", f"{FILE} fits the code; it holds 1 model\n")
    before = lock(clean)
    (clean / "app" / "good.py").rename(clean / "app" / "moved.py")
    (clean / "app" / "new.py").write_text('MODEL = "gpt-6-luna"\n', "utf-8")
    code, out, err = told(capsys, "lock", "--check", "-q")
    assert (code, out.splitlines()) == (
        1,
        [
            f"~ {GOOD} (anthropic): also runtime in app/moved.py",
            f"~ {GOOD} (anthropic): no longer runtime in app/good.py",
            "+ gpt-6-luna (openai): new, runtime in app/new.py",
        ],
    )
    assert err == f"{FILE} does not fit the code: 3 differences; `modelgate lock` records them\n"
    assert lock(clean) == before
    assert told(capsys, "check")[0] == 1


def test_drift_warns_with_what_was_and_what_is(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clean / "app" / "good.py").write_text('MODEL = "gpt-5.4-pro"\n', "utf-8")
    assert told(capsys, "lock")[0] == 0
    old = lock(clean).replace("gpt-5.4-pro-2026-03-05", "gpt-5.4-pro-2026-01-15")
    (clean / FILE).write_text(old, "utf-8")
    code, out, _ = told(capsys, "check")
    assert code == 0
    assert out == (
        "app/good.py:1:10: MG504 alias-drift (warning): gpt-5.4-pro stands for gpt-5.4-pro-2026-03-05 at the OpenAI"
        f" API; when {FILE} was written, it stood for gpt-5.4-pro-2026-01-15. Test with what answers now, then record"
        " it with `modelgate lock`.\n\n1 finding in tests does not fail the build (1 MG101 retired-model). List them"
        " with `modelgate check --all`.\n"
    )
    assert told(capsys, "check", "--fail-on", "warning")[0] == 1
    assert told(capsys, "lock", "--check")[1] == (
        "~ gpt-5.4-pro (openai): stands for gpt-5.4-pro-2026-03-05; it stood for gpt-5.4-pro-2026-01-15\n"
    )


def test_the_day_changes_nothing_in_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = []
    for day in ("2024-01-01", "2026-11-21", "2031-01-01"):
        assert told(capsys, "lock", "--as-of", day)[0] == 0
        written.append(lock(project))
    assert len(set(written)) == 1
    assert told(capsys, "check", "--as-of", "2031-01-01", "--select", "MG5")[0] == 0


def test_it_speaks_of_the_roles_of_its_day(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "app" / "bad.py").unlink()
    assert told(capsys, "lock")[0] == 0
    assert told(capsys, "check", "--gate-roles", "runtime,test", "--select", "MG5")[0] == 0
    assert told(capsys, "lock", "--gate-roles", "runtime,test")[0] == 0
    assert 'roles = ["runtime", "test"]' in lock(project)
    assert 'test = [\n  "tests/test_app.py",\n]' in lock(project)
    assert told(capsys, "lock", "--check")[0] == 1
    (project / "tests" / "test_app.py").write_text('MODEL = "claude-2.1"\n', "utf-8")
    assert told(capsys, "check", "--gate-roles", "runtime,test", "--select", "MG503")[0] == 1


def test_what_is_misspelt_is_told_as_that_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / FILE).write_text('format = "modelgate-lock-1"\nroles = ["runtime"]\n', "utf-8")
    _, out, _ = told(capsys, "check")
    assert [line.split()[1] for line in out.splitlines() if line.startswith("app/")] == [
        "MG101",
        "MG503",
        "MG201",
        "MG503",
    ]


def test_nothing_is_written_where_something_could_not_be_judged(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "app" / "broken.py").write_text('MODEL = "gpt-4-32k"\ndef (', "utf-8")
    code, out, err = told(capsys, "lock")
    assert (code, out) == (2, "")
    assert "app/broken.py" in err
    assert f"{FILE} was not written" in err
    assert not (project / FILE).exists()


def test_a_file_that_is_no_lock_file_is_never_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / FILE).write_text('[package]\nname = "mine"\n', "utf-8")
    code, _, err = told(capsys, "lock")
    assert code == 2
    assert f"{FILE}:1: this is no lock file that `modelgate lock` wrote; name another file" in err
    assert lock(project) == '[package]\nname = "mine"\n'
    (project / FILE).write_text('format = "modelgate-lock-2"\n', "utf-8")
    assert told(capsys, "lock")[0] == 2
    assert "a newer modelgate wrote this lock file" in told(capsys, "check")[2]


def test_marks_of_a_merge_are_named_and_the_file_is_written_anew(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "lock")[0] == 0
    before = lock(clean)
    (clean / FILE).write_text(f"{before}<<<<<<< HEAD\n=======\n>>>>>>> other\n", "utf-8")
    code, _, err = told(capsys, "check")
    assert code == 2
    assert err.startswith(f"modelgate: error: {FILE}:{before.count(chr(10)) + 1}: a merge left its marks here")
    assert told(capsys, "check", "--no-lock")[0] == 0
    assert told(capsys, "inventory")[0] == 0
    assert told(capsys, "lock")[0] == 0
    assert lock(clean) == before


def test_the_configuration_or_the_command_line_names_the_file(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clean / "modelgate.toml").write_text('lock = "models.lock"\n', "utf-8")
    assert "models.lock: the lock file cannot be read" in told(capsys, "check")[2]
    assert told(capsys, "lock")[0] == 0
    assert told(capsys, "check")[0] == 0
    assert told(capsys, "lock", "--check")[0] == 0
    assert not (clean / FILE).exists()
    assert told(capsys, "check", "--lock", "other.lock")[0] == 2
    assert told(capsys, "lock", "--lock", "other.lock")[0] == 0
    assert (clean / "other.lock").read_bytes() == (clean / "models.lock").read_bytes()
    assert told(capsys, "check", "--lock", "other.lock")[0] == 0


def test_hostile_names_are_shown_and_written_as_what_they_are(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clean / "app" / "new.py").write_text(
        'from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-\\u202e\\x1b[31m", input="")\n', "utf-8"
    )
    _, out, err = told(capsys, "lock")
    assert "\x1b" not in out + err
    assert "\u202e" not in out + err + lock(clean)
    assert told(capsys, "lock", "--check")[0] == 0
    assert told(capsys, "check", "--select", "MG5")[0] == 0


@pytest.fixture
def run(clean: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Callable[..., pytest.RunResult]:
    """Runs pytest in the clean project, in a process of its own."""
    monkeypatch.chdir(clean)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (clean / "pytest.ini").write_text("[pytest]\n", "utf-8")
    return lambda *words: pytester.runpytest_subprocess("-p", "modelgate", "--modelgate-only", *words)


def test_under_pytest_it_counts_as_well(clean: Path, run: Callable[..., pytest.RunResult]) -> None:
    (clean / FILE).write_text('format = "modelgate-lock-1"\nroles = ["runtime"]\n', "utf-8")
    done = run("--modelgate")
    done.assert_outcomes(failed=1, passed=2)
    done.stdout.fnmatch_lines([f"app/good.py:3:36: MG503 {GOOD} (anthropic) is not in {FILE}; *"])
    run("--modelgate", "--modelgate-no-lock").assert_outcomes(passed=3)
    assert cli.main(["lock", "--lock", "other.lock"]) == 0
    run("--modelgate", "--modelgate-lock", "other.lock").assert_outcomes(passed=3)
    done = run("--modelgate", "--modelgate-lock=other.lock", "--modelgate-no-lock")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    assert "--modelgate-lock and --modelgate-no-lock exclude each other" in done.stdout.str() + done.stderr.str()
