from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pytest_modelgate import account_lines, config
from pytest_modelgate.account import Account, Spot, account, spot_of
from pytest_modelgate.errors import UsageError
from pytest_modelgate.filenames import FileNames
from pytest_modelgate.formats.json import serialized
from pytest_modelgate.kinds import Style
from pytest_modelgate.rules import all_rules
from pytest_modelgate.values import Span

TODAY = date(2026, 11, 21)
NAMES = FileNames((".py", ".pyi"))
APP = """\
import os
from openai import OpenAI

MODEL = os.environ.get("NAME", "gpt-4-32k")
OpenAI().chat.completions.create(model=MODEL)
if MODEL == "gpt-4":  # as before
    print("The gpt-4o helper")
OLD = "gpt-4-32k"  # modelgate: ignore[MG101] -- kept
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "app.py").write_text(APP)
    (tmp_path / "other.py").write_text('NAME = "claude-opus-4-8"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(spot: str, **options: object) -> Account:
    found = spot_of(spot, NAMES)
    assert found is not None
    settings = config.load(Path.cwd(), [(rule.code, rule.name) for rule in all_rules()], overrides=options)
    return account(found, settings, TODAY)


def told(made: Account) -> str:
    return "\n".join(account_lines.lines(made, Style()))


def documented(made: Account) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(serialized(account_lines.document(made)))
    return value


@pytest.mark.parametrize(
    ("word", "spot"),
    [
        ("app.py", Spot(path=Path("app.py"))),
        ("app.py:4", Spot(path=Path("app.py"), line=4)),
        ("app.py:4:", Spot(path=Path("app.py"), line=4)),
        ("./app.py:4:9", Spot(path=Path("app.py"), line=4, column=9)),
        ("gpt-4-32k", None),
        ("anthropic.claude-v2:1", None),
        ("nope.txt:3", None),
        ("", None),
        ("x" * 5000, None),
        ("a\0b", None),
    ],
)
def test_a_word_is_a_place_where_such_a_file_is(project: Path, word: str, spot: Spot | None) -> None:
    assert spot_of(word, NAMES) == spot


def test_a_file_may_be_called_like_a_place(project: Path) -> None:
    (project / "app.py:4").write_text("")
    assert spot_of("app.py:4", NAMES) == Spot(path=Path("app.py:4"))


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("nope.py:3", "'nope.py': no such file here; name one that exists, as PATH:LINE"),
        ("nope.py", "no such file"),
        ("src:3", "is a folder, which has no lines; `modelgate inventory src` lists what it uses"),
    ],
)
def test_a_place_that_is_not_there_is_wrong_usage(project: Path, word: str, reason: str) -> None:
    (project / "src").mkdir()
    with pytest.raises(UsageError, match=reason.replace("(", "\\(")):
        spot_of(word, NAMES)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("app.py:0", "has no line 0; it has 8, counted from 1"),
        ("app.py:9", "has no line 9; it has 8"),
        ("app.py:2:99", "line 2 of 'app.py' has no column 99; it has 25"),
        ("notes.txt:1", r"is not read, for its name is that of none of the languages that are"),
    ],
)
def test_a_place_outside_of_what_is_read_is_wrong_usage(project: Path, word: str, reason: str) -> None:
    (project / "notes.txt").write_text("gpt-4\n")
    with pytest.raises(UsageError, match=reason):
        read(word)


def test_a_line_is_told_with_who_is_asked_what_is_called_and_what_fails(project: Path) -> None:
    made = read("app.py:4")
    assert made.whole
    text = told(made)
    assert text.startswith("app.py:4:33: gpt-4-32k\n  read as  gpt-4-32k: retired, ended 2025-06-06\n")
    assert "\n  asked    openai, by the client that it is given to, OpenAI\n" in text
    assert "create at app.py:5, of OpenAI, through chat.completions\n" in text
    assert "\n  MG101    retired-model, error: gpt-4-32k was retired" in text
    assert "It fails the build: " in text
    assert '\napp.py:4:25: "NAME"\n  no reference: not in the table' in text
    assert '`[[tool.modelgate.roles]]`: path = "app.py", symbol = "MODEL", role = "catalogue"' in text


def test_a_column_narrows_it_and_one_without_anything_gives_the_line(project: Path) -> None:
    assert [passage.text for passage, _ in read("app.py:4:25").others] == ["NAME"]
    assert read("app.py:4:25").entries == ()
    assert len(read("app.py:4:40").entries) == 1
    empty = read("app.py:4:2")
    assert not empty.found
    assert told(empty).startswith("app.py:4:2: nothing stands there; on its line:\n\napp.py:4:33: gpt-4-32k\n")


def test_the_line_of_a_call_names_what_reaches_it(project: Path) -> None:
    made = read("app.py:5")
    assert told(made) == "app.py:4:33: gpt-4-32k reaches a call on this line"
    assert documented(made)["reached_by"][0]["line"] == 4


def test_what_is_no_reference_says_why(project: Path) -> None:
    assert "a longer text, and an id in the middle of a text is none (gpt-4o)" in told(read("app.py:7"))
    assert "# as before\n  no reference: prose without an id" in told(read("app.py:6"))
    assert told(read("app.py:3")) == ("app.py:3: no string and no comment on this line, so there is nothing to judge")


def test_what_is_suppressed_says_by_what(project: Path) -> None:
    (entry,) = documented(read("app.py:8"))["references"]
    (finding,) = entry["findings"]
    assert finding["gates"] is False
    assert finding["why"] == "does not fail the build: suppressed by comment, app.py:8: kept"
    assert entry["why"] is None


def test_an_ignore_that_silences_nothing_is_told_with_the_finding_on_it(project: Path) -> None:
    (project / "app.py").write_text('OLD = "gpt-4-32k"  # modelgate: ignore[legacy-model] -- kept\nNEW = "gpt-4-32k"\n')
    for spot in ("app.py:1", "app.py"):
        text = told(read(spot))
        assert "app.py:1:33: ignore[legacy-model]\n  MG901    unused-ignore, warning: `ignore[legacy-model]`" in text
        assert "It does not fail the build: its severity, warning, is below fail-on (error)." in text
    (order,) = documented(read("app.py:1"))["orders"]
    assert (order["line"], order["source"], order["code"], order["gates"]) == (
        1,
        "ignore[legacy-model]",
        "MG901",
        False,
    )
    assert "MG901" not in told(read("app.py:2"))


def test_a_whole_file_is_told_by_its_references_alone(project: Path) -> None:
    made = read("app.py")
    assert [entry.reference.span.line for entry in made.entries] == [4, 6, 8]
    assert made.others == ()
    assert "To have it read otherwise" not in told(made)
    (project / "empty.py").write_text("x = 1\n")
    assert told(read("empty.py")) == "empty.py: no reference in it, so there is nothing to judge"


def test_a_file_that_the_gate_passes_over_is_read_all_the_same_and_fails_nothing(project: Path) -> None:
    made = read("app.py:4", exclude=["app.py"])
    assert made.left_out == "excluded"
    assert told(made).startswith("app.py is not read by the gate: excluded. Were it read, this would be its reading:")
    (finding,) = documented(made)["references"][0]["findings"]
    assert finding["gates"] is False
    assert finding["why"] == "does not fail the build: the file is not read (excluded)"


def test_a_file_below_no_configured_path_says_so(project: Path) -> None:
    (project / "src").mkdir()
    (project / "src" / "a.py").write_text("import openai\n")
    made = read("app.py:4", paths=["src"])
    assert made.left_out == "not below the configured paths (src)"
    assert len(made.entries) == 1


def test_a_file_that_git_ignores_says_so(project: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    (project / ".gitignore").write_text("app.py\n")
    assert read("app.py:4").left_out == "ignored by git"


def test_a_minified_file_is_not_read_even_when_it_is_named(project: Path) -> None:
    (project / "app.py").write_text(f"MODEL = 'gpt-4-32k'; x = '{'y' * 300_000}'\n")
    made = read("app.py:1")
    assert (made.left_out, made.entries) == ("minified", ())


def test_a_file_that_cannot_be_read_to_the_full_says_so(project: Path) -> None:
    (project / "app.py").write_text('MODEL = "gpt-4-32k"\nx = (\n')
    made = read("app.py:1")
    assert not made.whole
    assert told(made).startswith("app.py:2: not valid Python")
    assert documented(made)["notifications"][0]["blocking"] is True
    assert told(read("app.py:2")).endswith("app.py:2: no reference; the strings of such a file are not told one by one")


def test_hostile_text_is_shown_escaped(project: Path) -> None:
    (project / "app.py").write_text('X = "gpt\x1b[31m\u202e"  # ::error::\x07\n', encoding="utf-8")
    text = told(read("app.py:1"))
    assert all(line.isprintable() and not line.lstrip().startswith("::") for line in text.splitlines())


def test_the_json_names_all_that_the_text_does(project: Path) -> None:
    document = documented(read("app.py:4"))
    assert list(document) == [
        "path",
        "line",
        "column",
        "found",
        "today",
        "table",
        "left_out",
        "references",
        "reached_by",
        "others",
        "orders",
        "notifications",
    ]
    (entry,) = document["references"]
    assert (entry["surface"], entry["told"], entry["endpoint"], entry["role"]) == (
        "openai",
        "client",
        "chat.completions",
        "runtime",
    )
    assert entry["asked"] == "openai, by the client that it is given to, OpenAI"
    assert document["others"][0]["source"] == '"NAME"'


def test_a_spot_holds_what_it_touches() -> None:
    span = Span(line=2, column=5, end_line=3, end_column=4)
    spots = [(None, None), (1, None), (2, None), (3, None), (4, None), (2, 3), (2, 4), (3, 4), (3, 5)]
    held = [Spot(path=Path("a"), line=line, column=column).holds(span) for line, column in spots]
    assert held == [True, False, True, True, False, False, True, True, False]
