from __future__ import annotations

from dataclasses import replace

from pytest_modelgate.formats.table import FORMAT
from pytest_modelgate.kinds import Style
from pytest_modelgate.terms import State
from pytest_modelgate.values import Succession
from tests.golden.sample import clean, reference, report


def lines(*, everything: bool = False) -> list[str]:
    return FORMAT.render("inventory", report(), Style(everything=everything)).splitlines()


def test_one_row_a_model_with_its_places_by_role() -> None:
    head, first, *_ = lines()
    assert head.split() == ["MODEL", "SURFACE", "STATE", "ENDS", "REPLACEMENT", "PLACES"]
    assert " ".join(first.split()) == "gpt-old openai retired 2026-10-01 gpt-new 3 runtime, 2 test, 1 catalogue"


def test_the_most_urgent_come_first_and_columns_stand_in_line() -> None:
    head, *rows = lines()
    at = head.index("STATE")
    states = [row[at:].split()[0] for row in rows]
    assert states == ["retired", "mistyped", "deprecated", "unknown", "dynamic", "active"]


def test_among_equals_the_nearest_end_comes_first() -> None:
    again = tuple(replace(found, model="a-later") for found in clean().references)
    record = replace(clean().references[0].record, retires=clean().today)  # type: ignore[type-var]
    first = replace(clean().references[0], model="z-sooner", record=record)
    made = replace(clean(), references=(*again, first), states=(State.RETIRING,) * 3, successions=(Succession(),) * 3)
    assert [row.split()[0] for row in FORMAT.render("inventory", made, Style()).splitlines()] == [
        "MODEL",
        "z-sooner",
        "a-later",
    ]


def test_a_typo_shows_what_was_probably_meant() -> None:
    assert any(" gpt-new? " in row for row in lines())


def test_all_lists_each_place() -> None:
    text = "\n".join(lines(everything=True))
    assert "  app/a.py:7:1  runtime  call-argument" in text
    assert "  README.md:1:9  doc  call-argument" in text


def test_wide_and_endless_ids_keep_the_columns() -> None:
    found = (reference("模型", "a.py", 1), reference("x" * 500, "a.py", 2))
    made = replace(clean(), references=found, states=(State.UNKNOWN,) * 2, successions=(Succession(),) * 2)
    head, first, second = FORMAT.render("inventory", made, Style()).splitlines()
    assert "x... (420 more characters)" in first
    assert first.index("openai") == head.index("SURFACE")
    # Two characters of double width take two more columns than they count.
    assert second.index("openai") == head.index("SURFACE") - 2


def test_no_reference_gives_no_table() -> None:
    assert FORMAT.render("inventory", replace(clean(), references=(), states=(), successions=()), Style()) == ""
