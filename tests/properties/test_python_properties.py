"""Laws of reading Python: spans are exact, reading never fails, and it says the same every time."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pytest_modelgate import catalog as catalogs
from pytest_modelgate.examine import lexicon_of
from pytest_modelgate.languages.python.extraction import extract
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.values import SourceFile

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Lexicon
    from pytest_modelgate.values import Extraction

IDS = ("gpt-4o", "claude-2.1", "gemini-1.5-pro", "gpt-4-0314", "text-embedding-ada-002", "my-model", "o1", "gpt-6-luna")
NEWLINES = ("\n", "\r\n", "\r")


@cache
def lexicon() -> Lexicon:
    table = catalogs.load()
    return lexicon_of(Resolver(table, all_providers()), date(2026, 11, 21), 90)


def read(text: str, deep: bool = True) -> Extraction:
    return extract(SourceFile(path=Path("a.py"), shown="a.py", text=text, encoding="utf-8"), lexicon(), deep, None)


def literal(id_: str, quote: str, prefix: str) -> str:
    return f"{prefix}{quote}{id_}{quote}"


LITERALS = st.builds(
    literal, st.sampled_from(IDS), st.sampled_from(("'", '"', '"""', "'''")), st.sampled_from(("", "r", "u", "f"))
)
STATEMENTS = st.one_of(
    st.builds("MODEL_{1} = {0}".format, LITERALS, st.integers(0, 9)),
    st.builds("def ask(prompt, model={0}):\n    return model  # 😀 é".format, LITERALS),
    st.builds("class A:\n\tmodel: str = {0}\n\tother = '😀', {1}".format, LITERALS, LITERALS),
    st.builds("client.chat.completions.create(note='é😀', model={0})".format, LITERALS),
    st.builds("x = {0} {1}".format, LITERALS, LITERALS),
    st.builds("x = {0} + {1}".format, LITERALS, LITERALS),
    st.builds('"""Prose about {0}."""'.format, st.sampled_from(IDS)),
    st.builds("if model == {0}:\n    pass".format, LITERALS),
    st.builds("\f\nprices = {{{0}: 1, 'ü': [{1}]}}; y = {0}".format, LITERALS, LITERALS),
    st.sampled_from(("# just a comment", "", "import openai", "match x:\n    case 'gpt-4o':\n        pass")),
)


def sources() -> st.SearchStrategy[str]:
    body = st.lists(STATEMENTS, max_size=6).map("\n".join)
    return st.builds(lambda text, newline: text.replace("\n", newline), body, st.sampled_from(NEWLINES))


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(sources(), st.booleans())
def test_an_editable_span_cut_from_the_file_is_the_text(text: str, deep: bool) -> None:
    lines = lines_of(text)
    for occurrence in read(text, deep).occurrences:
        span = occurrence.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        if occurrence.editable and span.line == span.end_line:
            assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == occurrence.text


@given(sources())
def test_reading_twice_says_the_same_in_order_of_place(text: str) -> None:
    first = read(text)
    assert read(text) == first
    spans = [occurrence.span for occurrence in first.occurrences]
    assert spans == sorted(spans)


@given(sources())
def test_no_place_is_reported_twice(text: str) -> None:
    places = [(occurrence.span.line, occurrence.span.column) for occurrence in read(text).occurrences]
    assert len(places) == len(set(places))


@given(st.text(max_size=300), st.booleans())
@example("x = 'gpt-4o", True)
@example("x = f'gpt-4o{", True)
@example("print 'gpt-4o'", False)
@example("\x00'gpt-4o'", True)
@example("'gpt-4o'\\", True)
def test_any_text_is_read_without_failing(text: str, deep: bool) -> None:
    read(text, deep)


@given(
    st.lists(st.sampled_from(("'gpt-4o'", '"', "'", "(", ")", "\n", " ", "+", "f", "#", "=", "x", "\\", "{", "}", ":")))
)
def test_any_jumble_around_an_id_is_read_without_failing(pieces: list[str]) -> None:
    extraction = read("".join(pieces))
    assert all(occurrence.text for occurrence in extraction.occurrences)


@pytest.mark.parametrize(
    "hostile",
    [
        "x = " + "[" * 1_500 + "'gpt-4-0314'" + "]" * 1_500,
        "x = " + "-" * 20_000 + "1\nz = 'gpt-4-0314'",
        "x = " + " + ".join(["'gpt-4-0314'"] * 20_000),
        "x = " + "not " * 5_000 + "y\nz = 'gpt-4-0314'",
        "x = y" + ".a" * 5_000 + "\nz = 'gpt-4-0314'",
        "x = y" + "()" * 3_000 + "\nz = 'gpt-4-0314'",
    ],
    ids=["brackets", "signs", "sum", "not", "attributes", "calls"],
)
def test_hostile_depth_is_told_or_does_no_harm(hostile: str) -> None:
    """How deep `ast` reads depends on the version of Python; where it gives up, literals are read and that is told."""
    extraction = read(hostile)
    for notification in extraction.notifications:
        assert notification.blocking
        assert "only its string literals were read" in notification.message
    harmless = hostile.endswith("\nz = 'gpt-4-0314'")
    assert extraction.notifications or harmless
    if harmless:
        assert [occurrence.text for occurrence in extraction.occurrences] == ["gpt-4-0314"]


def test_a_long_but_honest_join_is_no_id_and_no_trouble() -> None:
    extraction = read("x = " + " + ".join(["'gpt-4-0314'"] * 150))
    assert not extraction.notifications
    assert not [occurrence for occurrence in extraction.occurrences if occurrence.text == "gpt-4-0314"]
