from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pytest_modelgate.errors import UsageError
from pytest_modelgate.kinds import Style
from pytest_modelgate.outputs import deliver, outputs_of
from tests.golden.sample import report


def wanted(*words: str, file: str | None = None) -> list[tuple[str, str | None]]:
    outputs = outputs_of("check", words, "text", file)
    return [(output.form.name, None if output.file is None else output.file.name) for output in outputs]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_people_read_text_unless_another_format_is_shown() -> None:
    assert wanted() == [("text", None)]
    assert wanted("json") == [("json", None)]
    assert wanted("sarif=a.sarif") == [("text", None), ("sarif", "a.sarif")]
    assert wanted("sarif=a.sarif", "github", "junit=b.xml") == [
        ("github", None),
        ("sarif", "a.sarif"),
        ("junit", "b.xml"),
    ]
    assert wanted("json", "sarif=a=b.sarif", file="c.json") == [("json", "c.json"), ("sarif", "a=b.sarif")]


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        wanted("sraif", "json=", "text", "github", "junit=no/b.xml", "sarif=c", file="c")
    assert [mistake.split(";")[0] for mistake in caught.value.mistakes] == [
        "--format: unknown value 'sraif'",
        "--format: json= names no file",
        "--format: sraif and text and github cannot be shown at once",
        "'no/b.xml': there is no directory 'no'",
        "'c' is named for two results",
    ]


def test_what_a_format_is_made_with_is_asked_for_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [output.form.name for output in outputs_of("inventory", ["html", "ics=a.ics"], "table", None)] == [
        "html",
        "ics",
    ]
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(UsageError) as caught:
        outputs_of("inventory", ["ics", "html=a.html", "html=b.html", "csv=c.csv"], "table", None)
    assert caught.value.mistakes == (
        '--format: ics is made with icalendar, not installed here; pip install "pytest-modelgate[reports]"',
        '--format: html is made with jinja2, not installed here; pip install "pytest-modelgate[reports]"',
    )


def test_a_format_of_the_other_command_is_unknown() -> None:
    with pytest.raises(UsageError, match="unknown value 'table'"):
        wanted("table")


def test_each_result_goes_where_it_should(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = outputs_of("check", ["github", "json=a.json"], "text", None)
    styles: list[Path | None] = []

    def style(file: Path | None) -> Style:
        styles.append(file)
        return Style()

    assert deliver("check", outputs, report(), style)
    assert capsys.readouterr().out.startswith("::error ")
    assert (tmp_path / "a.json").read_text("utf-8").startswith("{")
    assert styles == [Path("a.json"), None]
