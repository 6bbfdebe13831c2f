from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate.formats._escape import clipped, encodable, json_text, visible, visible_path

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("plain é 漢 🙂", "plain é 漢 🙂"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\r\nb\tc", r"a\r\nb\tc"),
        ("\u202egpt\u2066", r"\u202egpt\u2066"),
        ("gpt\u200b-4\ufeff", r"gpt\u200b-4\ufeff"),
        ("\u2028\u2029\x85\xa0", r"\u2028\u2029\x85\xa0"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("a\u3164b\u034f\ufe0f", r"a\u3164b\u034f\ufe0f"),
        ("::error::x", r"\x3a:error::x"),
        ("a ::error::", r"a \x3a:error::"),
        ("a::b", "a::b"),
        ("x ##[add-mask]y", r"x #\x23[add-mask]y"),
        ("##vso[task.setvariable]", r"#\x23vso[task.setvariable]"),
        ("###[group]", r"##\x23[group]"),
        ("## heading", "## heading"),
        (r"C:\x1b", r"C:\x1b"),
    ],
)
def test_visible(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


@given(ANY_TEXT)
def test_visible_text_has_nothing_to_hide(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert not shown.lstrip().startswith("::")
    assert not any(word.startswith("::") for word in shown.split())
    assert "##[" not in shown
    assert visible(shown) == shown


@given(ANY_TEXT)
def test_a_path_never_begins_a_command(text: str) -> None:
    shown = visible_path("::" + text)
    assert shown.isprintable()
    assert shown.startswith("./::")


@given(ANY_TEXT)
def test_encodable_text_can_be_encoded_and_loses_nothing_else(text: str) -> None:
    taken = encodable(text)
    taken.encode("utf-8")
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert taken == text


@given(st.dictionaries(st.text(alphabet="#[a:", max_size=6), st.text(alphabet='#[avso]:"\\', max_size=12)))
def test_json_means_the_same_without_commands(value: dict[str, str]) -> None:
    text = json_text(json.dumps(value))
    assert json.loads(text) == value
    assert "##[" not in text
    assert "##vso[" not in text


def test_clipped_says_how_much_is_missing() -> None:
    assert clipped("abc", 3) == "abc"
    assert clipped("abcdef", 3) == "abc... (3 more characters)"
