from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pytest_modelgate import cli

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

pytest_plugins = ["pytester"]
FILE = ".modelgate-baseline.json"


def suppressed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert cli.main(["check", "--format", "json"]) == 0
    return [each["by"] for each in json.loads(capsys.readouterr().out)["suppressed"]]


def test_what_is_recorded_fails_no_more_and_what_is_new_does(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["baseline"]) == 0
    assert capsys.readouterr().err == f"{FILE} holds 2 findings, 2 of them new; 0 no longer found\n"
    assert [entry["path"] for entry in json.loads((project / FILE).read_text("utf-8"))["findings"]] == [
        "app/bad.py"
    ] * 2
    assert suppressed(capsys) == [f"baseline, {FILE}:4", f"baseline, {FILE}:5"]
    code = project / "app" / "bad.py"
    code.write_text('"""Words."""\n\n' + code.read_text("utf-8"), "utf-8")
    code.rename(project / "app" / "chat.py")
    assert len(suppressed(capsys)) == 2
    (project / "app" / "new.py").write_text('MODEL = "gpt-4-32k"\n', "utf-8")
    assert cli.main(["check"]) == 1
    assert capsys.readouterr().out.startswith("app/new.py:1:10: MG101")
    assert cli.main(["check", "--no-baseline"]) == 1
    assert capsys.readouterr().out.count(" MG101 ") == 3


def test_pruning_takes_out_what_is_gone_and_adds_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["baseline"]) == 0
    code = project / "app" / "bad.py"
    code.write_text(code.read_text("utf-8").replace("gpt-5-4", "gpt-5.4"), "utf-8")
    (project / "app" / "new.py").write_text('MODEL = "gpt-4-32k"\n', "utf-8")
    capsys.readouterr()
    assert cli.main(["baseline", "--prune"]) == 0
    assert capsys.readouterr().err == f"{FILE} holds 1 finding, 0 of them new; 1 no longer found\n"
    assert cli.main(["check"]) == 1
    assert cli.main(["baseline", "-q"]) == 0
    assert len(json.loads((project / FILE).read_text("utf-8"))["findings"]) == 2


def test_pruning_needs_a_baseline(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["baseline", "--prune"]) == 2
    assert f"{FILE} does not exist" in capsys.readouterr().err
    assert not (project / FILE).exists()


def test_a_model_that_has_retired_since_fails_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("app/bad.py", "tests/test_app.py"):
        (project / name).unlink()
    (project / "app" / "good.py").write_text('MODEL = "gpt-4-32k"\n', "utf-8")
    assert cli.main(["baseline", "--as-of", "2025-06-01"]) == 0
    assert cli.main(["check", "--as-of", "2025-06-05"]) == 0
    assert cli.main(["check", "--as-of", "2025-06-06"]) == 1
    assert "MG101" in capsys.readouterr().out


def test_a_file_that_is_no_baseline_is_never_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "package.json").write_text('{"name": "mine"}', "utf-8")
    assert cli.main(["baseline", "--baseline", "package.json"]) == 2
    assert "package.json:1: this is no baseline" in capsys.readouterr().err
    assert (project / "package.json").read_text("utf-8") == '{"name": "mine"}'


def test_nothing_is_recorded_where_something_could_not_be_judged(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "app" / "broken.py").write_text('MODEL = "gpt-4-32k"\ndef (', "utf-8")
    assert cli.main(["baseline"]) == 2
    told = capsys.readouterr().err
    assert "app/broken.py" in told
    assert "was not written" in told
    assert not (project / FILE).exists()


def test_where_nothing_fails_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "app" / "bad.py").unlink()
    assert cli.main(["baseline"]) == 0
    assert capsys.readouterr().err == "nothing fails the build, so there is nothing to record\n"
    assert not (project / FILE).exists()


def test_the_configuration_or_the_command_line_names_the_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "modelgate.toml").write_text('baseline = "known.json"\n', "utf-8")
    assert cli.main(["check"]) == 2
    assert "known.json: the baseline cannot be read" in capsys.readouterr().err
    assert cli.main(["baseline"]) == 0
    assert len(suppressed(capsys)) == 2
    assert cli.main(["check", "--baseline", "other.json"]) == 2
    assert cli.main(["baseline", "--baseline", "other.json"]) == 0
    assert (project / "other.json").read_bytes() == (project / "known.json").read_bytes()
    assert cli.main(["check", "--baseline", "other.json"]) == 0


def test_a_broken_baseline_is_no_verdict_with_file_and_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / FILE).write_text('{\n"format": <<<<<<<', "utf-8")
    assert cli.main(["check"]) == 2
    assert capsys.readouterr().err.startswith(f"modelgate: error: {FILE}:2: not valid JSON")
    assert cli.main(["check", "--no-baseline"]) == 1
    assert cli.main(["inventory"]) == 0


def test_under_pytest_it_counts_as_well(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODELGATE_AS_OF", "2026-11-21")
    pytester.makeini("[pytest]")
    pytester.makepyfile(app='MODEL = "gpt-4-32k"')
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    words = ("-p", "modelgate", "--modelgate", "--modelgate-only")
    # In a process of its own: what pytest forgets of the modules that it loaded, the libraries below do not forget.
    pytester.runpytest_subprocess(*words).assert_outcomes(failed=1, passed=1)
    assert cli.main(["baseline"]) == 0
    pytester.runpytest_subprocess(*words).assert_outcomes(passed=2)
