from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from pytest_modelgate.formats.jsonl import FORMAT
from pytest_modelgate.kinds import Style
from tests.golden.sample import clean, report


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in FORMAT.render("inventory", report(), Style()).splitlines()]


def test_every_reference_of_every_role_is_one_line() -> None:
    found = rows()
    assert len(found) == len(report().references)
    assert {row["role"] for row in found} == {"runtime", "test", "catalogue", "doc"}
    assert FORMAT.render("inventory", replace(clean(), references=(), states=(), successions=()), Style()) == ""


def test_a_line_has_exactly_the_public_fields() -> None:
    row = next(row for row in rows() if row["path"] == "app/a.py" and row["line"] == 7)
    expected = {
        "path": "app/a.py",
        "line": 7,
        "column": 1,
        "end_line": 7,
        "end_column": 8,
        "id": "gpt-old",
        "model": "gpt-old",
        "surface": "openai",
        "role": "runtime",
        "reach": "call-argument",
        "kind": "model",
        "told": None,
        "foreign": None,
        "endpoint": None,
        "symbol": None,
        "cell": None,
        "corrected": None,
        "uses": [],
        "state": "retired",
        "ends": "2026-10-01",
        "successor": "gpt-new",
    }
    assert row == expected
    assert list(row) == list(expected)


def test_a_dynamic_reference_has_no_model_and_names_its_surfaces() -> None:
    row = next(row for row in rows() if row["state"] == "dynamic")
    assert row["id"] == 'f"gpt-{size}"'
    assert row["model"] is None
    assert row["surfaces"] == ["gemini", "openai"]
    assert row["reach"] == "f-string"
    assert row["ends"] is None
    assert row["successor"] is None


def test_a_line_names_the_calls_that_it_reaches_and_their_files() -> None:
    row = next(row for row in rows() if row["uses"])
    assert [(use["path"], use["line"], use["endpoint"], use["sure"]) for use in row["uses"]] == [
        ("app/a.py", 3, "responses", True),
        ("app/\x1b[31mcalls.py", 12, "chat.completions", False),
    ]
    assert (row["endpoint"], row["told"], row["symbol"]) == ("responses", "client", "MODEL")
