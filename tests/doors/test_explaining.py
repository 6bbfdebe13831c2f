"""`modelgate explain` of a place, and `modelgate check --explain`, through the command itself."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import cli

if TYPE_CHECKING:
    from pathlib import Path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_line_is_explained_as_the_gate_reads_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "explain", "app/bad.py:4")
    assert (code, err) == (0, "")
    assert out.startswith("app/bad.py:4:32: gpt-4-32k\n  read as  gpt-4-32k: retired, ended 2025-06-06\n")
    assert "It fails the build: " in out
    code, out, err = said(capsys, "explain", "app/bad.py:4", "--format", "json")
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert [finding["gates"] for finding in document["references"][0]["findings"]] == [True]
    assert document["id"] is None


def test_paths_are_shown_from_where_the_reader_stands(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "pyproject.toml").write_text("[tool.modelgate]\n")
    monkeypatch.chdir(project / "tests")
    _, out, _ = said(capsys, "explain", "../app/bad.py:4")
    assert out.startswith("../app/bad.py:4:32: gpt-4-32k\n")


def test_a_constant_of_another_file_is_told_with_the_call_it_reaches(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "settings.py").write_text('CHAT = "gpt-4-32k"\n')
    (project / "main.py").write_text(
        "from openai import OpenAI\nfrom settings import CHAT\n\nOpenAI().chat.completions.create(model=CHAT)\n"
    )
    _, out, _ = said(capsys, "explain", "settings.py:1")
    assert "create at main.py:4, of OpenAI, through chat.completions\n" in out
    _, out, _ = said(capsys, "explain", "main.py:4")
    assert out == "settings.py:1:9: gpt-4-32k reaches a call on this line\n"


def test_a_word_that_is_an_id_and_a_file_is_told_as_both(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "whisper-1").mkdir()
    assert said(capsys, "explain", "whisper-1")[1].startswith("whisper-1 on the OpenAI API: ")
    (project / "gpt-4-32k").write_text("not read\n")
    assert said(capsys, "explain", "gpt-4-32k")[1].startswith("gpt-4-32k on the OpenAI API: ")
    (project / "pyproject.toml").write_text('[tool.modelgate]\nextra-tables = ["own.yaml"]\n')
    (project / "own.yaml").write_text(
        "house:\n  as_of: 2026-11-20\n  after_retirement: fails\n  listing: complete\n"
        '  sources: {S1: {title: "our wiki", read: 2026-11-20}}\n'
        "  models:\n    - {id: good.py, kind: snapshot, modality: chat, source: S1}\n"
    )
    (project / "good.py").write_text('from openai import OpenAI\nOpenAI().responses.create(model="gpt-4-32k")\n')
    code, out, _ = said(capsys, "explain", "good.py")
    assert code == 0
    assert out.startswith("good.py:2:34: gpt-4-32k\n")
    assert "\nAs an id, not as a file:\ngood.py on house: " in out
    assert json.loads(said(capsys, "explain", "good.py", "--format", "json")[1])["id"]["id"] == "good.py"


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("app/nope.py:3", "'app/nope.py': no such file here; name one that exists, as PATH:LINE"),
        ("app/bad.py:77", "'app/bad.py' has no line 77; it has 5, counted from 1"),
        ("app/bad.py:1:77", "line 1 of 'app/bad.py' has no column 77; it has 25, counted from 1"),
        ("notes.rst:1", "'notes.rst' is not read, for its name is that of none of the languages that are"),
        ("app:3", "'app' is a folder, which has no lines; `modelgate inventory app` lists what it uses"),
        ("app", "'app' is a folder and no id; `modelgate inventory app` lists what it uses"),
    ],
)
def test_what_is_no_place_is_wrong_usage_and_says_what_is_next(
    project: Path, capsys: pytest.CaptureFixture[str], word: str, reason: str
) -> None:
    (project / "notes.rst").write_text("gpt-4\n")
    code, out, err = said(capsys, "explain", word)
    assert (code, out) == (2, "")
    assert err.startswith(f"modelgate: error: {reason}")
    assert err.count("\n") == 1


def test_a_file_that_cannot_be_read_to_the_full_is_no_verdict(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "app" / "bad.py").write_text('MODEL = "gpt-4-32k"\nx = (\n')
    code, out, _ = said(capsys, "explain", "app/bad.py:1")
    assert code == 2
    assert "not valid Python" in out


def test_what_did_not_change_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *words], check=True)
    _, out, _ = said(capsys, "explain", "app/bad.py:4", "--changed", "HEAD")
    assert "It does not fail the build: nothing that it stands on or reaches changed since HEAD." in out


def test_check_says_the_evidence_under_each_finding_when_it_is_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(capsys, "check", "--explain")
    assert code == 1
    lines = out.splitlines()
    assert lines[0].startswith("app/bad.py:4:32: MG101 retired-model: ")
    assert lines[1] == "    asked: openai, by the client that it is given to, OpenAI"
    assert lines[2].startswith("    reaches: client.responses.create at app/bad.py:4, of OpenAI, through responses")
    assert "asked:" not in said(capsys, "check")[1]
