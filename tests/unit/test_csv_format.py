from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from pytest_modelgate.formats._escape import visible
from pytest_modelgate.formats.csv import FORMAT, HEAD
from pytest_modelgate.kinds import Style
from pytest_modelgate.records import ApiRecord
from pytest_modelgate.terms import State
from pytest_modelgate.values import Report, Succession
from tests.golden.sample import TODAY, reference, report


def rows(made: Report) -> list[dict[str, str]]:
    text = FORMAT.render("inventory", made, Style())
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def only(written: str) -> Report:
    """A report whose one model and file are called so."""
    return replace(
        report(),
        references=(reference(written, f"{written}.py", 1),),
        states=(State.UNKNOWN,),
        successions=(Succession(living=written),),
    )


def test_there_is_one_row_a_place_in_the_order_of_the_report() -> None:
    found = rows(report())
    assert [row["line"] for row in found] == [str(place.span.line) for place in report().references]
    assert [row["state"] for row in found] == [state.value for state in report().states]
    assert {tuple(row) for row in found} == {HEAD}


def test_a_row_says_what_is_known_of_the_place() -> None:
    row = next(row for row in rows(report()) if row["path"] == "app/a.py")
    assert row == {
        "path": "app/a.py",
        "line": "3",
        "column": "9",
        "cell": "",
        "id": "gpt-old",
        "model": "gpt-old",
        "surface": "openai",
        "provider": "OpenAI API",
        "role": "runtime",
        "reach": "call-argument",
        "endpoint": "responses, chat.completions",
        "symbol": "MODEL",
        "state": "retired",
        "ends": "2026-10-01",
        "days": "-51",
        "replacement": "gpt-new",
    }


def test_several_surfaces_are_all_named() -> None:
    row = next(row for row in rows(report()) if row["state"] == "dynamic")
    assert row["provider"] == "Gemini API or OpenAI API"
    assert row["model"] == row["ends"] == row["days"] == ""


def test_the_use_of_an_api_has_its_own_day_and_what_to_use() -> None:
    api = ApiRecord(surface="openai", id="assistants", title="Assistants API", retires=TODAY, instead="use Responses")
    used = replace(reference("client.beta.assistants", "a.py", 1), api=api)
    made = replace(report(), references=(used,), states=(State.RETIRED,), successions=(Succession(),))
    assert [(row["ends"], row["days"], row["replacement"]) for row in rows(made)] == [
        ("2026-11-21", "0", "use Responses")
    ]


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1",
        "-1",
        "@cf/meta/llama",
        " =1+1",
        '=HYPERLINK("https://example.org";"x")',
        "\uff1d1+1",
        "gpt;=1+1",
        "gpt; +1",
        ";@x",
    ],
)
def test_no_cell_is_a_formula_for_a_spreadsheet(formula: str) -> None:
    [row] = rows(only(formula))
    for name in ("path", "id", "model", "replacement"):
        for cell in row[name].split(";"):
            assert not cell.strip().startswith(("=", "+", "-", "@", "\uff1d")), row[name]
        assert row[name].replace("'", "").removesuffix(".py") == formula


@pytest.mark.parametrize("harmless", ["gpt-4-turbo", "a=b", "meta-llama/Llama-3.3", "it's", "a,b", 'say "x"', "a;b"])
def test_what_is_no_formula_stays_as_it_is(harmless: str) -> None:
    [row] = rows(only(harmless))
    assert (row["id"], row["model"], row["path"]) == (harmless, harmless, f"{harmless}.py")


@pytest.mark.parametrize("written", ["\t=1", "\r=1", "a\nb", "\x00", "\ud800", '"', '","', "\u2028", "\x1b[31m"])
def test_no_control_character_is_left_and_no_row_is_torn(written: str) -> None:
    text = FORMAT.render("inventory", only(written), Style())
    assert text.count("\n") == 2
    assert text.replace("\n", "").isprintable()
    assert rows(only(written))[0]["id"] == visible(written)


def test_a_report_without_places_has_a_head_all_the_same() -> None:
    assert (
        FORMAT.render("inventory", replace(report(), references=(), states=(), successions=()), Style())
        == ",".join(HEAD) + "\n"
    )
