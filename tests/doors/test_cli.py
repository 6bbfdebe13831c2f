from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import __version__, cli, gate
from pytest_modelgate.formats import all_formats
from pytest_modelgate.progress import progress

if TYPE_CHECKING:
    from pytest_modelgate.values import Report

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and terminals are POSIX here")


@dataclass
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def modelgate(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*words: str) -> Answer:
        code = cli.main(words)
        caught = capsys.readouterr()
        return Answer(code, caught.out, caught.err)

    return run


def process(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pytest_modelgate", *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_findings_go_to_standard_output_and_everything_else_to_standard_error(project: Path, modelgate: Any) -> None:
    answer = modelgate("check")
    assert answer.code == 1
    first, second, empty, tests = answer.out.splitlines()
    assert first.startswith(
        "app/bad.py:4:32: MG101 retired-model: gpt-4-32k was retired by the OpenAI API on 2025-06-06"
    )
    assert second.startswith("app/bad.py:5:32: MG201 mistyped-model: gpt-5-4 is no model of the OpenAI API")
    assert empty == ""
    assert tests.startswith("1 finding in tests does not fail the build (1 MG101 retired-model).")
    offer = "`modelgate fix` offers a replacement for each."
    assert f"2 findings in 1 file fail the build. {offer} 3 files read, " in answer.err
    assert "judged for 2026-11-21" in answer.err


def test_a_clean_project_is_told_so_in_a_friendly_line(project: Path, modelgate: Any) -> None:
    answer = modelgate("check", "app/good.py")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith(
        "Clean: no finding. 1 file read, 1 parsed, 0 left out; 1 reference (1 active); bundled table of "
    )


def test_all_lists_what_does_not_fail_the_build(project: Path, modelgate: Any) -> None:
    assert "tests/test_app.py:1:10: MG101 retired-model (test): " in modelgate("check", "--all").out


def test_quiet_leaves_only_the_results(project: Path, modelgate: Any) -> None:
    answer = modelgate("check", "-q")
    assert answer.code == 1
    assert answer.out.startswith("app/bad.py:4:32")
    assert answer.err == ""


def test_json_goes_to_standard_output_alone(project: Path, modelgate: Any) -> None:
    answer = modelgate("check", "--format", "json")
    assert answer.code == 1
    document = json.loads(answer.out)
    assert document["verdict"] == "findings"
    assert [finding["code"] for finding in document["findings"] if finding["gates"]] == ["MG101", "MG201"]
    assert "fail the build" in answer.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--select", "MG201"), 1),
        (("--select", "MG102"), 0),
        (("--ignore", "retired-model, mistyped-model"), 0),
        (("--gate-roles", "doc"), 0),
        (("--gate-roles", "test", "tests"), 1),
        (("--exclude", "bad.py"), 0),
        (("--exclude", "bad.py", "app/bad.py"), 1),
        (("--as-of", "2020-01-01", "--select", "MG101"), 0),
        (("--select", "MG102", "--as-of", "2025-06-01"), 1),
        (("--select", "MG102", "--as-of", "2025-06-01", "--horizon", "4"), 0),
    ],
)
def test_exit_code(project: Path, modelgate: Any, words: tuple[str, ...], code: int) -> None:
    assert modelgate("check", *words).code == code


def test_a_file_that_cannot_be_judged_is_no_verdict_whatever_is_asked_for(project: Path, modelgate: Any) -> None:
    (project / "app" / "bad.py").write_text('model = "gpt-4-32k\n')
    for words in ((), ("--exit-zero",), ("--format", "json"), ("--fail-on", "note"), ("-q",)):
        answer = modelgate("check", "app", *words)
        assert answer.code == 2
        assert "app/bad.py:1: error: " in answer.err
    (project / "app" / "worse.py").write_text('import openai\nopenai.OpenAI().responses.create(model="gpt-4-32k")\n')
    assert modelgate("check", "app").code == 1


def test_options_may_stand_between_paths(project: Path, modelgate: Any) -> None:
    answer = modelgate("check", "app/good.py", "--format", "json", "app/bad.py")
    assert json.loads(answer.out)["files"]["read"] == 2


def test_flags_beat_the_configuration(project: Path, modelgate: Any) -> None:
    (project / "pyproject.toml").write_text('[tool.modelgate]\nselect = ["MG102"]\n')
    assert modelgate("check").code == 0
    assert modelgate("check", "--select", "MG101").code == 1
    other = project / "other.toml"
    other.write_text('select = ["MG201"]\n')
    assert [line.split()[1] for line in modelgate("check", "--config", str(other)).out.splitlines()] == ["MG201"]


def test_paths_elsewhere_are_judged_by_their_own_checkout_and_shown_from_here(
    project: Path, modelgate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".git").mkdir()
    (project / "modelgate.toml").write_text('select = ["MG201"]\n')
    here = project.parent / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert modelgate("check", "../project/app").out.startswith("../project/app/bad.py:5:32: MG201 ")
    assert modelgate("check", str(project / "app" / "bad.py")).out.startswith("../project/app/bad.py:5:32: MG201 ")


def test_every_mistake_is_told_at_once_with_the_nearest_right_word(project: Path, modelgate: Any) -> None:
    answer = modelgate(
        "check", "--formt", "--as-of", "soon", "--color", "alwys", "--format", "jsno", "--horizon", "x",
        "--fail-on", "eror", "--gate-roles", "runtim", "--select", "retird-model", "--output", "no/where.txt",
    )  # fmt: skip
    assert (answer.code, answer.out) == (2, "")
    lines = answer.err.splitlines()
    assert all(line.startswith("modelgate: error: ") for line in lines)
    for word in (
        "'--formt'; did you mean --format?",
        "--as-of: 'soon' is no day",
        "did you mean always?",
        "did you mean json?",
        "whole number of days",
        "did you mean 'error'?",
        "did you mean 'runtime'?",
        "did you mean 'retired-model'?",
        "there is no directory 'no'",
    ):
        assert sum(word in line for line in lines) == 1, word
    assert len(lines) == 9


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "no command is given"),
        (("chek",), "unknown command 'chek'; did you mean check?"),
        (("app",), "'app' is no command; to judge it, write `modelgate check app`"),
        (("--verion",), "unknown option '--verion'; did you mean --version?"),
        (("check", "nowhere"), "nowhere"),
        (("check", "--config", "no.toml"), "no.toml"),
        (("check", "--horizon"), "expected one argument; `modelgate check --help` lists the options"),
        (("check", "-x"), "unknown option '-x'; known are --all, "),
        (("explain",), "ID"),
        (("explain", "a", "b"), "takes one name; there is no use for 'b'"),
        (("explain", "a", "--as-of", "x"), "--as-of: 'x' is no day"),
        (("rule", "retird-model"), "'retird-model' is no rule; did you mean 'retired-model'?"),
        (("rule", "MG101", "--wide"), "unknown option '--wide'"),
        (("inventory", "--fail-on", "error"), "unknown option '--fail-on'"),
        (("inventory", "--format", "json"), "did you mean jsonl?"),
        (("check", "--format", "table"), "known are github, gitlab, json, jsonl, junit, markdown, rdjson, sarif, text"),
    ],
)
def test_wrong_usage(project: Path, modelgate: Any, words: tuple[str, ...], told: str) -> None:
    answer = modelgate(*words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_hostile_words_are_shown_escaped(project: Path, modelgate: Any) -> None:
    assert "\\x1b[31m" in modelgate("check", "\x1b[31mred").err
    assert "\x1b" not in modelgate("check", "--as-of", "\x1b[31mred").err


def test_help_and_version(modelgate: Any) -> None:
    answer = modelgate("--version")
    assert (answer.code, answer.out) == (0, f"modelgate {__version__}\n")
    for words in (("--help",), ("check", "--help"), ("inventory", "-h"), ("explain", "-h"), ("rule", "-h")):
        answer = modelgate(*words)
        assert answer.code == 0
        assert answer.out.startswith("usage: modelgate")
        assert max(map(len, answer.out.splitlines())) <= 120
    assert "exit codes:" in modelgate("check", "--help").out


def test_help_offers_the_formats_on_the_shelf(modelgate: Any) -> None:
    for command, usual in (("check", "text"), ("inventory", "table")):
        said = " ".join(modelgate(command, "--help").out.split())
        names = [form.name for form in all_formats() if form.serves(command)]
        assert f"{', '.join(names[:-1])} or {names[-1]} (default: {usual})" in said


def test_several_formats_are_written_in_one_run_and_none_changes_the_verdict(project: Path, modelgate: Any) -> None:
    bare = modelgate("check")
    names = [form.name for form in all_formats() if form.serves("check") and form.name != "text"]
    words = [word for name in names for word in ("--format", f"{name}=report.{name}")]
    answer = modelgate("check", *words)
    assert (answer.code, answer.out) == (bare.code, bare.out)
    for name in names:
        assert "gpt-4-32k" in Path(f"report.{name}").read_text("utf-8")
        assert modelgate("check", "--format", name).code == bare.code


def test_a_report_beside_the_code_is_not_read_by_the_next_run(project: Path, modelgate: Any) -> None:
    bare = modelgate("check", "--format", "json")
    for name in ("json=a.json", "jsonl=b.jsonl", "gitlab=c.json", "rdjson=d.json", "sarif=e.json"):
        modelgate("check", "--format", name)
    modelgate("inventory", "--format", "jsonl=f.jsonl", "--format", "markdown=g.md")
    again = modelgate("check", "--format", "json")
    assert json.loads(again.out)["findings"] == json.loads(bare.out)["findings"]


def test_an_unexpected_fault_asks_to_be_reported_and_is_no_finding(
    project: Path, modelgate: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object, **named: object) -> Report:
        raise RuntimeError("odd \x1b[31m")

    monkeypatch.setattr(gate, "run", broken)
    answer = modelgate("check")
    assert answer.code == 2
    assert "Traceback" in answer.err
    assert "RuntimeError: odd \\x1b[31m" in answer.err
    assert "please report it" in answer.err.splitlines()[-1]


def test_ctrl_c_ends_quietly(project: Path, modelgate: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: object, **named: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(gate, "run", interrupted)
    assert modelgate("check") == Answer(130, "", "")


def test_output_is_written_to_a_file_and_the_summary_still_told(project: Path, modelgate: Any) -> None:
    answer = modelgate("check", "--output", "report.txt", "--color", "always")
    assert (answer.code, answer.out) == (1, "")
    assert "fail the build" in answer.err
    assert "\x1b[1mapp/bad.py:4:32\x1b[0m" in (project / "report.txt").read_text("utf-8")


def test_an_output_that_cannot_be_written_is_no_verdict(project: Path, modelgate: Any) -> None:
    (project / "report.txt").mkdir()
    answer = modelgate("check", "--output", "report.txt")
    assert answer.code == 2
    assert "'report.txt' is a directory" in answer.err


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": ""}, True),
        ((), {"CI": "true"}, False),
    ],
)
def test_colour(
    project: Path,
    modelgate: Any,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    answer = modelgate("check", *words)
    assert ("\x1b[" in answer.out, "\x1b[" in answer.err) == (coloured, coloured)


def test_force_colour_does_not_reach_files(project: Path, modelgate: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    modelgate("check", "--output", "report.txt")
    assert "\x1b" not in (project / "report.txt").read_text("utf-8")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colour_and_lines_that_fit(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setenv("TERM", "xterm")
    out, err = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert cli.main(["check"]) == 1
    assert (
        "\x1b[1mapp/bad.py:4:32\x1b[0m: \x1b[1;31mMG101\x1b[0m retired-model\n    \x1b[1mgpt-4-32k\x1b[0m was"
        in out.getvalue()
    )
    assert "2 findings in 1 file fail the build.\x1b[0m\n" in err.getvalue()
    monkeypatch.setenv("TERM", "dumb")
    cli.main(["check"])
    assert out.getvalue().endswith("List them with `modelgate check --all`.\n")


def test_a_bar_shows_only_after_a_second_and_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    err, now = Terminal(), iter([0.0, 0.5, 1.5])
    paths = [Path("a"), Path("b"), Path("c")]
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert progress(paths) is paths
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr("pytest_modelgate.progress.monotonic", lambda: next(now))
    walk = iter(progress(paths))
    assert next(walk) == Path("a")
    assert err.getvalue() == ""
    assert list(walk) == paths[1:]
    assert "reading" in err.getvalue()


def test_explain(modelgate: Any) -> None:
    answer = modelgate("explain", "gpt-4-32k")
    assert answer.code == 0
    assert answer.out.startswith("gpt-4-32k on the OpenAI API: ")
    document = json.loads(modelgate("explain", "gpt-4-32k", "--format", "json", "--as-of", "2024-01-01").out)
    assert document["today"] == "2024-01-01"
    assert document["surfaces"][0]["ends"] == "2025-06-06"


def test_explain_of_an_unknown_id_names_the_nearest_and_is_no_verdict(modelgate: Any) -> None:
    answer = modelgate("explain", "gtp-4-32k")
    assert answer.code == 2
    assert "nearest: gpt-4-32k" in answer.out


def test_rules_are_listed_and_each_has_a_page(modelgate: Any) -> None:
    listed = modelgate("rule")
    assert listed.code == 0
    codes = [line.split()[0] for line in listed.out.splitlines()]
    assert codes == sorted(codes)
    assert {"MG101", "MG102", "MG103", "MG104", "MG201", "MG202"} <= set(codes)
    for line in listed.out.splitlines():
        code, name, severity, *_ = line.split()
        page = modelgate("rule", code)
        assert page.out.startswith(f"# {code} {name} ({severity})\n")
        assert page.out == modelgate("rule", name).out == modelgate("rule", code.lower()).out
        assert "```python\n" in page.out


def test_inventory_lists_every_role_and_is_no_judgement(project: Path, modelgate: Any) -> None:
    answer = modelgate("inventory", "--format", "jsonl")
    assert answer.code == 0
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert {(row["path"], row["id"], row["role"]) for row in rows} >= {
        ("app/bad.py", "gpt-4-32k", "runtime"),
        ("app/good.py", "claude-opus-4-8", "runtime"),
        ("tests/test_app.py", "gpt-4-32k", "test"),
    }
    table = modelgate("inventory")
    assert table.code == 0
    assert table.out.splitlines()[1].split()[:4] == ["gpt-4-32k", "openai", "retired", "2025-06-06"]
    assert table.err.splitlines()[-1].startswith("3 files read, ")
    assert "fail" not in table.err


def test_an_inventory_with_an_unread_file_is_not_whole(project: Path, modelgate: Any) -> None:
    (project / "app" / "bad.py").write_text('model = "gpt-4-32k\n')
    assert modelgate("inventory").code == 2


def test_the_module_runs_as_a_command(project: Path) -> None:
    done = process("check", cwd=project)
    assert done.returncode == 1
    assert done.stdout.startswith(b"app/bad.py:4:32: MG101 ")


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_output_is_utf_8_whatever_the_locale_says(project: Path, locale: dict[str, str]) -> None:
    (project / "app" / "größe.py").write_text('import openai\nopenai.OpenAI().responses.create(model="gpt-4-32k")\n')
    done = process("check", cwd=project, **locale)
    assert done.returncode == 1
    assert "app/größe.py:2:41: MG101 ".encode() in done.stdout


@posix
def test_a_reader_that_stops_reading_is_no_fault(project: Path) -> None:
    (project / "app" / "many.py").write_text(
        "from openai import OpenAI\n" + 'OpenAI().responses.create(model="gpt-4-32k")\n' * 2000
    )
    done = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$0" -m pytest_modelgate check | head -n 1', sys.executable],
        cwd=project,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 141
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@posix
def test_a_file_name_that_is_not_utf_8_is_shown_and_judged(project: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(project) + b"/app/\xff\n::error::x.py"))
    path.write_text('import openai\nopenai.OpenAI().responses.create(model="gpt-4-32k")\n')
    for words in (("check",), ("check", "--format", "json"), ("inventory",), ("inventory", "--format", "jsonl")):
        done = process(*words, cwd=project)
        assert done.returncode in (0, 1)
        done.stdout.decode("utf-8")
        assert not any(line.lstrip().startswith(b"::") for line in done.stdout.splitlines())


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("check", "--help"), ("chek",)])
def test_no_parser_is_loaded_before_there_is_something_to_read(tmp_path: Path, words: tuple[str, ...]) -> None:
    source = (
        "import sys\nfrom pytest_modelgate.cli import main\ncode = main(sys.argv[1:])\n"
        "heavy = {'libcst', 'yaml', 'httpx', 'rapidfuzz', 'pathspec', 'tqdm', 'pytest', 'pytest_modelgate.gate'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", source, *words], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


OWN = """\
house:
  as_of: 2026-11-20
  after_retirement: moved
  listing: complete
  sources: {S1: {title: "our wiki", read: 2026-11-20}}
  models:
    - {id: house-chat-1, kind: snapshot, modality: chat, retires: 2026-01-01, successor: house-chat-2, source: S1}
    - {id: house-chat-2, kind: snapshot, modality: chat, source: S1}
openai:
  sources:
    S1: {title: "our wiki", read: 2026-11-20}
    S2: {title: "a reseller", read: 2026-11-20, third_party: true}
  models:
    - {id: house-active, kind: snapshot, modality: chat, source: S1}
    - {id: house-gone, kind: snapshot, modality: chat, retires: 2026-01-01, source: S1}
    - {id: house-heard, kind: snapshot, modality: chat, retires: 2026-01-01, source: S2}
"""


@pytest.fixture
def own(project: Path) -> Path:
    """A project with a table of its own."""
    (project / "pyproject.toml").write_text('[tool.modelgate]\nextra-tables = ["tables/own.yaml"]\n')
    (project / "tables").mkdir()
    (project / "tables" / "own.yaml").write_text(OWN)
    return project


def calls(project: Path, model_id: str) -> str:
    """A file that calls a model; its path."""
    (project / "app" / "own.py").write_text(
        f'from openai import OpenAI\n\nOpenAI().responses.create(model="{model_id}", input="Hello")\n'
    )
    return "app/own.py"


def add(project: Path, line: str) -> None:
    path = project / "pyproject.toml"
    path.write_text(f"{path.read_text()}{line}\n")


@pytest.mark.parametrize(
    ("model_id", "message"),
    [
        ("house-gone", "house-gone was retired by the OpenAI API on 2026-01-01 (324 days ago): calls fail. "),
        (
            "house-chat-1",
            "house-chat-1 was retired by house on 2026-01-01 (324 days ago): its API has moved. Write house-chat-2 (",
        ),
    ],
)
def test_a_teams_own_id_is_judged_wherever_it_stands(own: Path, modelgate: Any, model_id: str, message: str) -> None:
    answer = modelgate("check", calls(own, model_id))
    assert answer.code == 1
    assert answer.out.startswith(f"app/own.py:3:34: MG101 retired-model: {message}")
    assert ", with tables/own.yaml, judged for 2026-11-21." in answer.err
    (own / "app" / "own.py").write_text(f'MODEL = "{model_id}"\n')
    assert modelgate("check", "app/own.py").out.startswith(f"app/own.py:1:10: MG101 retired-model: {message}")
    (own / "pyproject.toml").unlink()
    assert modelgate("check", "app/own.py").code == 0


def test_an_earlier_end_of_the_team_counts(own: Path, modelgate: Any) -> None:
    path = calls(own, "house-active")
    assert modelgate("check", path).code == 0
    (own / "tables" / "earlier.yaml").write_text(
        'openai:\n  sources: {S1: {title: "our plan", read: 2026-11-21}}\n'
        "  models:\n    - {id: house-active, retires: 2026-11-21, source: S1}\n"
    )
    (own / "pyproject.toml").write_text('[tool.modelgate]\nextra-tables = ["tables/own.yaml", "tables/earlier.yaml"]\n')
    answer = modelgate("check", path)
    assert answer.code == 1
    assert "house-active was retired by the OpenAI API on 2026-11-21 (today)" in answer.out
    assert ", with tables/own.yaml, tables/earlier.yaml, judged for" in answer.err


def test_explain_reads_the_teams_own_table(own: Path, modelgate: Any) -> None:
    answer = modelgate("explain", "house-chat-1")
    assert answer.code == 0
    assert answer.out.startswith("house-chat-1 on house: snapshot, chat\n")
    assert "source S1: our wiki, read 2026-11-20" in answer.out


@pytest.mark.parametrize("words", [("check",), ("inventory",), ("explain", "gpt-4-32k")])
def test_a_broken_table_of_the_team_is_named_with_its_line(own: Path, modelgate: Any, words: tuple[str, ...]) -> None:
    (own / "tables" / "own.yaml").write_text(OWN.replace("id: house-gone, kind", "id: house-gone, knd"))
    answer = modelgate(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines() == [
        "modelgate: error: tables/own.yaml:15: unknown key 'knd' in a row; did you mean 'kind'?",
        "modelgate: error: tables/own.yaml:15: a row needs the key 'kind'",
    ]


def test_a_missing_table_of_the_team_is_named(own: Path, modelgate: Any) -> None:
    (own / "tables" / "own.yaml").unlink()
    answer = modelgate("check")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("modelgate: error: tables/own.yaml:1: this table of `extra-tables` cannot be read (")


def test_a_date_that_only_third_parties_report_warns_unless_it_is_to_fail(own: Path, modelgate: Any) -> None:
    path = calls(own, "house-heard")
    answer = modelgate("check", path)
    assert answer.code == 0
    assert answer.out.startswith("app/own.py:3:34: MG101 retired-model (warning): house-heard was retired")
    assert 'only `third-party-dates = "fail"` makes it an error' in answer.out
    assert modelgate("check", path, "--fail-on", "warning").code == 1
    add(own, 'third-party-dates = "warn"')
    assert modelgate("check", path).code == 0
    (own / "pyproject.toml").write_text((own / "pyproject.toml").read_text().replace('"warn"', '"fail"'))
    answer = modelgate("check", path)
    assert answer.code == 1
    assert answer.out.startswith("app/own.py:3:34: MG101 retired-model: house-heard was retired")
    assert "third-party-dates" not in answer.out


def test_an_old_table_warns_and_a_limit_makes_it_no_verdict(own: Path, modelgate: Any) -> None:
    path = calls(own, "house-active")
    assert "may miss" not in modelgate("check", path, "--as-of", "2026-11-21").err
    answer = modelgate("check", path, "--as-of", "2036-01-01")
    assert answer.code == 0
    assert answer.err.startswith("modelgate: warning: the table may miss what was announced ")
    assert re.search(r": openai \(up to [\d-]{10}, \d+ days ago\)\. `modelgate table update` fetches", answer.err)
    add(own, "max-table-age = 1")
    answer = modelgate("check", path, "--as-of", "2036-01-01")
    assert answer.code == 2
    assert answer.err.startswith("modelgate: error: the table may miss what was announced ")
    assert re.search(r": openai \(up to [\d-]{10}, \d+ days ago\); `max-table-age` is 1, so", answer.err)
    assert modelgate("check", calls(own, "gpt-4-32k"), "--as-of", "2036-01-01").code == 1


def test_json_says_how_far_each_part_was_read(own: Path, modelgate: Any) -> None:
    used = json.loads(modelgate("check", calls(own, "house-chat-2"), "--format", "json").out)["table"]
    assert used["extra"] == ["tables/own.yaml"]
    assert used["read_up_to"] == {"house": "2026-11-20"}


def test_a_fine_tuned_model_ends_with_its_base(project: Path, modelgate: Any) -> None:
    answer = modelgate("check", calls(project, "ft:gpt-3.5-turbo-0125:acme::9xYz"))
    assert answer.code == 1
    assert answer.out.startswith(
        "app/own.py:3:34: MG105 retired-fine-tune: ft:gpt-3.5-turbo-0125:acme::9xYz is fine-tuned from gpt-3.5-turbo,"
    )
    path = calls(project, "ft:gpt-3.5-turbo-0125:acme::9xYz")
    assert modelgate("check", path, "--as-of", "2026-01-01").code == 0
