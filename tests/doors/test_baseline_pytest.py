"""The options of pytest for the baseline, beside those of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.baseline import Entry, rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["pytester"]


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One finding that fails, which `known.baseline` holds."""
    monkeypatch.setenv("MODELGATE_AS_OF", "2026-11-21")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeini("[pytest]")
    pytester.makepyfile(app='MODEL = "gpt-4-32k"')
    entry = Entry(path="app.py", rule="MG101", id="gpt-4-32k", symbol="MODEL")
    (pytester.path / "known.baseline").write_text(rendered([entry]), "utf-8")
    return pytester.path


@pytest.fixture
def run(project: Path, pytester: pytest.Pytester) -> Callable[..., pytest.RunResult]:
    """Runs pytest with the plugin, in a process of its own."""
    assert project == pytester.path
    return lambda *words: pytester.runpytest_subprocess("-p", "modelgate", *words)


def test_an_option_names_the_file_from_where_pytest_is_called(
    project: Path, run: Callable[..., pytest.RunResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--modelgate", "--modelgate-only")
    run(*words).assert_outcomes(failed=1, passed=1)
    run(*words, "--modelgate-baseline", "known.baseline").assert_outcomes(passed=2)
    (project / "below").mkdir()
    monkeypatch.chdir(project / "below")
    options = ("--rootdir", str(project), "--modelgate-baseline", "../known.baseline")
    run(*words, *options, str(project)).assert_outcomes(passed=2)


def test_an_option_leaves_the_baseline_out(project: Path, run: Callable[..., pytest.RunResult]) -> None:
    (project / "known.baseline").rename(project / ".modelgate-baseline.json")
    words = ("--modelgate", "--modelgate-only")
    run(*words).assert_outcomes(passed=2)
    run(*words, "--modelgate-no-baseline").assert_outcomes(failed=1, passed=1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--modelgate-no-baseline",), "--modelgate-no-baseline has no effect without --modelgate; add it"),
        (("--modelgate-baseline=a.json",), "--modelgate-baseline has no effect without --modelgate; add it"),
        (
            ("--modelgate", "--modelgate-baseline=known.baseline", "--modelgate-no-baseline"),
            "--modelgate-baseline and --modelgate-no-baseline exclude each other; leave one out",
        ),
        (("--modelgate", "--modelgate-baseline=no.json"), "no.json: the baseline cannot be read"),
    ],
)
def test_what_makes_no_sense_is_told(run: Callable[..., pytest.RunResult], words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    assert told in done.stdout.str() + done.stderr.str()
