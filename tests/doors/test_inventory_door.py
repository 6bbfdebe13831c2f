from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import cli
from pytest_modelgate.formats import all_formats

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = [form.name for form in all_formats() if form.serves("inventory")]
SUFFIXES = {"cyclonedx": "json", "jsonl": "jsonl", "markdown": "md", "table": "txt"}


@pytest.fixture
def rows(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[dict[str, object]]]:
    """What an inventory with these words lists."""

    def run(*words: str) -> list[dict[str, object]]:
        assert cli.main(["inventory", *words]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_every_format_is_written_in_one_run_and_none_is_read_by_the_next(
    project: Path, rows: Callable[..., list[dict[str, object]]]
) -> None:
    others = [name for name in NAMES if name not in ("jsonl", "table")]
    files = {name: f"report-{name}.{SUFFIXES.get(name, name)}" for name in others}
    words = [word for name, file in files.items() for word in ("--format", f"{name}={file}")]
    first = rows("--format", "jsonl", *words)
    assert {row["id"] for row in first} >= {"gpt-4-32k", "gpt-5-4", "claude-opus-4-8"}
    for file in files.values():
        assert "gpt-4-32k" in Path(file).read_text("utf-8")
    assert rows("--format", "jsonl") == first


def test_what_is_shown_away_from_the_project_names_it(project: Path) -> None:
    cli.main(["inventory", "--format", "html=a.html", "--format", "cyclonedx=b.json", "--format", "ics=c.ics"])
    assert "<h1>project</h1>" in Path("a.html").read_text("utf-8")
    assert json.loads(Path("b.json").read_text("utf-8"))["metadata"]["component"]["name"] == "project"
    assert b"\r\nNAME:End days of models in project\r\n" in Path("c.ics").read_bytes()


def test_the_lines_of_a_calendar_end_as_its_standard_says_on_standard_output_too(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest_modelgate", "inventory", "--format", "ics"],
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") == done.stdout.count(b"\r")
    assert done.stdout.endswith(b"END:VCALENDAR\r\n")


def test_a_sheet_has_paths_as_the_project_knows_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["inventory", "--format", "csv"]) == 0
    sheet = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert {row["path"] for row in sheet} == {"app/bad.py", "app/good.py", "tests/test_app.py"}


def test_without_the_extra_the_message_says_what_to_install(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert cli.main(["inventory", "--format", "html=a.html"]) == 2
    assert 'pip install "pytest-modelgate[reports]"' in capsys.readouterr().err
    assert not Path("a.html").exists()
    assert cli.main(["inventory", "--format", "csv"]) == 0
