from __future__ import annotations

import re
from dataclasses import replace

from pytest_modelgate.formats.github import FORMAT, MOST
from pytest_modelgate.kinds import Style
from pytest_modelgate.values import Report, Span
from tests.golden.sample import OLD, clean, reference, report, retired

COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def commands(made: Report, style: Style | None = None) -> list[tuple[str, dict[str, str], str]]:
    """Each annotation as the runner reads it: level, properties and message, unescaped."""
    found = []
    for line in FORMAT.render("check", made, style or Style()).splitlines():
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
        found.append((match["level"], {name: unescaped(value) for name, value in pairs}, unescaped(match["message"])))
    return found


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_what_fails_the_build_is_an_error_on_its_line_and_what_does_not_is_none() -> None:
    made = report()
    errors = [properties for level, properties, _ in commands(made) if level == "error" and "col" in properties]
    places = {
        (finding.reference.path, str(finding.reference.span.line)) for finding in made.findings if made.gates(finding)
    }
    assert len(errors) == len(places) == 3
    assert ("app/a.py", "3") in {(found["file"], found["line"]) for found in errors}
    assert {found["title"] for found in errors} == {"MG101 retired-model", "MG201 mistyped-model"}


def test_tests_and_catalogues_have_no_annotation() -> None:
    files = {properties.get("file") for _, properties, _ in commands(report())}
    assert "app/prices.py" not in files
    assert not any(file.startswith("tests/") for file in files if file)


def test_what_scanned_code_says_cannot_add_a_property_or_a_command() -> None:
    evil = reference("gpt-old", "a,line=99,title=x::notice::y\n::error::.py", 1, record=OLD)
    ((level, properties, _),) = commands(replace(clean(), findings=(retired(evil),)))
    assert level == "error"
    assert properties.keys() == {"file", "line", "col", "endColumn", "title"}
    assert properties["line"] == "1"


def test_a_percent_sign_stays_one() -> None:
    found = replace(retired(reference("gpt-old", "100%25,a.py", 1, record=OLD)), message="50%25 of it")
    ((_, properties, message),) = commands(replace(clean(), findings=(found,)))
    assert properties["file"] == "100%25,a.py"
    assert message == "50%25 of it"


def test_columns_are_given_on_one_line_alone() -> None:
    found = reference("gpt-old", "a.py", 1, record=OLD)
    wide = replace(found, span=Span(line=1, column=5, end_line=2, end_column=3))
    ((_, properties, _),) = commands(replace(clean(), findings=(retired(wide),)))
    assert properties["endLine"] == "2"
    assert "col" not in properties


def test_more_than_github_shows_are_counted_in_the_last() -> None:
    many = tuple(retired(reference("gpt-old", f"app/{at:02}.py", 1, record=OLD)) for at in range(40))
    found = commands(replace(clean(), findings=many))
    assert len(found) == MOST + 1
    assert found[-1][2] == "31 more messages of this kind: see the job's summary or log."
    exact = commands(replace(clean(), findings=many[: MOST + 1]))
    assert len(exact) == MOST + 1
    assert "more message" not in exact[-1][2]


def test_trouble_that_leaves_no_verdict_is_an_error() -> None:
    troubles = [
        (level, message) for level, properties, message in commands(report()) if properties["title"] == "modelgate"
    ]
    assert [level for level, _ in troubles] == ["error", "warning"]


def test_paths_lead_from_where_the_command_runs() -> None:
    files = {properties.get("file") for _, properties, _ in commands(report(), Style(root="service"))}
    assert "service/app/a.py" in files
