from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate.formats.json import FORMAT, ends_of, reading_fields, serialized
from pytest_modelgate.kinds import Style
from pytest_modelgate.records import ApiRecord
from pytest_modelgate.terms import Role
from tests.golden.sample import HOSTILE_PATH, clean, reference, report, retired

if TYPE_CHECKING:
    from pytest_modelgate.values import Report

FINDING_FIELDS = {
    "code": "MG101",
    "name": "retired-model",
    "severity": "error",
    "path": "app/a.py",
    "line": 3,
    "column": 9,
    "end_line": 3,
    "end_column": 16,
    "id": "gpt-old",
    "model": "gpt-old",
    "surface": "openai",
    "role": "runtime",
    "reach": "call-argument",
    "kind": "model",
    "told": "client",
    "foreign": None,
    "endpoint": "responses",
    "symbol": "MODEL",
    "cell": None,
    "corrected": None,
    "uses": [
        {
            "call": "client.responses.create",
            "path": "app/a.py",
            "line": 3,
            "endpoint": "responses",
            "surfaces": ["openai"],
            "client": "OpenAI",
            "sure": True,
        },
        {
            "call": "ask\x1b[1m",
            "path": "app/\x1b[31mcalls.py",
            "line": 12,
            "endpoint": "chat.completions",
            "surfaces": [],
            "client": None,
            "sure": False,
        },
    ],
    "message": "gpt-old was retired by the OpenAI API on 2026-10-01: calls fail. Write gpt-new.",
    "ends": "2026-10-01",
    "successor": "gpt-new",
    "chain": ["gpt-mid", "gpt-new"],
    "help_url": "https://github.com/pytest-modelgate/pytest-modelgate/blob/main/pytest_modelgate/rules/pages/MG101.md",
    "fix": {
        "title": "Replace gpt-old with gpt-new",
        "applicability": "safe",
        "caution": None,
        "edits": [{"line": 3, "column": 9, "end_line": 3, "end_column": 16, "text": "gpt-new"}],
    },
    "gates": True,
    "fails_from": None,
}


def parsed(made: Report) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(FORMAT.render("check", made, Style()))
    return value


def test_the_whole_is_one_object_with_exactly_the_public_fields() -> None:
    value = parsed(report())
    assert list(value) == [
        "version",
        "today",
        "table",
        "live",
        "changed",
        "findings",
        "suppressed",
        "notifications",
        "files",
        "verdict",
    ]
    assert value["version"] == 1
    assert value["today"] == "2026-11-21"
    assert value["table"] == {
        "as_of": "2026-11-05",
        "rows": 430,
        "name": "bundled",
        "fetched": None,
        "extra": ["team.yaml"],
        "read_up_to": {},
    }
    assert value["live"] == {}
    assert value["files"] == {"read": 120, "parsed": 9, "left_out": {"ignored by git": 1, "over 1 MiB": 2}}


def test_a_finding_has_exactly_the_public_fields() -> None:
    finding = parsed(report())["findings"][1]
    assert finding == FINDING_FIELDS
    assert list(finding) == list(FINDING_FIELDS)


def test_a_suppressed_finding_says_who_silenced_it_and_gates_nothing() -> None:
    (finding,) = parsed(report())["suppressed"]
    assert list(finding) == [*FINDING_FIELDS, "by", "reason", "until"]
    assert finding["by"] == "comment on line 8"
    assert finding["reason"] == "waits for \x1b[1mlegal\n::notice::"
    assert finding["until"] == "2027-01-14"
    assert finding["gates"] is False


def test_notifications_have_a_place_where_there_is_one() -> None:
    assert parsed(report())["notifications"][0] == {
        "message": "the table is 60 days old; upgrade modelgate",
        "path": None,
        "line": None,
        "blocking": False,
    }
    assert parsed(report())["notifications"][1]["line"] == 9


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (clean(), "clean"),
        (report(), "findings"),
        (replace(report(), findings=()), "no-verdict"),
    ],
)
def test_verdict(made: Report, verdict: str) -> None:
    assert parsed(made)["verdict"] == verdict


def test_what_does_not_gate_says_so() -> None:
    made = replace(clean(), findings=(retired(reference("gpt-old", "tests/test_a.py", 1, role=Role.TEST)),))
    assert [finding["gates"] for finding in parsed(made)["findings"]] == [False]


def test_what_remains_possible_is_named_where_it_is_more_than_one() -> None:
    several = retired(reference("gpt-old", "a.py", 1, surfaces=("azure", "openai")))
    made = replace(clean(), findings=(several,))
    assert parsed(made)["findings"][0]["surfaces"] == ["azure", "openai"]
    one = replace(clean(), findings=(replace(several, reference=reference("gpt-old", "a.py", 1)),))
    assert "surfaces" not in parsed(one)["findings"][0]


def test_the_use_of_an_api_that_ends_is_of_that_kind() -> None:
    api = ApiRecord(surface="openai", id="assistants", title="the Assistants API", retires=date(2026, 8, 26))
    used = replace(reference("beta.assistants.create", "a.py", 1), api=api, model=None)
    assert reading_fields(used)["kind"] == "api"
    assert ends_of(used) == "2026-08-26"


def test_hostile_text_survives_as_data_and_is_ascii() -> None:
    text = FORMAT.render("check", report(), Style())
    assert text.isascii()
    assert "\x1b" not in text
    assert parsed(report())["findings"][0]["path"] == HOSTILE_PATH
    # A lone surrogate is no text to most readers of JSON, so its escape is what is left of it.
    assert "\\ud800<script>|`" in parsed(report())["findings"][0]["id"]


def test_serialized_takes_every_container() -> None:
    assert json.loads(serialized({"\ud800": ("\udfff", [1, None, True])})) == {"\\ud800": ["\\udfff", [1, None, True]]}
