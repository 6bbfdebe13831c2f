from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate.finder import Finder

WORDS = st.lists(st.text("ab-1.", min_size=1, max_size=4), max_size=6)
TEXT = st.text("abAB-1.\n\N{SNOWMAN}\u0130\u212a", max_size=30)


@given(WORDS, TEXT)
def test_what_is_held_is_what_a_search_for_each_word_finds(words: list[str], text: str) -> None:
    low = text.lower()
    assert Finder(words).holds(low.encode()) is any(word in low for word in words)
    assert Finder(words).within(text) is any(word in low for word in words)


@given(WORDS, TEXT)
def test_places_are_all_beginnings_of_all_words(words: list[str], text: str) -> None:
    low = text.lower().encode()
    begins = [at for word in set(words) for at in range(len(low)) if low.startswith(word.encode(), at)]
    assert sorted(Finder(words).places(low)) == sorted(begins)


def test_words_that_overlap_and_hold_each_other_are_each_found() -> None:
    assert sorted(Finder(("gpt", "gpt-4", "pt-4o", "4o")).places(b"x gpt-4o gpt")) == [2, 2, 3, 6, 9]
    assert sorted(Finder(("aa",)).places(b"aaaa")) == [0, 1, 2]


def test_offsets_count_bytes() -> None:
    assert list(Finder(("gpt",)).places("größe gpt".encode())) == [8]


def test_a_text_may_be_of_any_case_and_bytes_are_lowered_already() -> None:
    finder = Finder(("gpt-",))
    assert finder.within("OpenAI's GPT-4o")
    assert not finder.holds(b"GPT-4o")


@pytest.mark.parametrize("text", ["\udcff gpt", "gpt \ud800", "\N{SNOWMAN}gpt\N{SNOWMAN}"])
def test_text_that_is_no_utf_8_is_searched_all_the_same(text: str) -> None:
    assert Finder(("gpt",)).within(text)
    assert not Finder(("gpt-",)).within(text)


def test_what_is_no_utf_8_joins_nothing() -> None:
    assert not Finder(("gpt",)).within("gp\udcfft")


def test_a_byte_that_is_no_text_is_searched_all_the_same() -> None:
    assert Finder(("gpt",)).holds(b"\xff\x00gpt\xfe")


@pytest.mark.parametrize("text", ["", "anything"])
def test_no_words_are_nowhere(text: str) -> None:
    finder = Finder(())
    assert finder.words == ()
    assert not finder.within(text)
    assert not finder.holds(text.encode())
    assert list(finder.places(text.encode())) == []


def test_words_are_kept_sorted_and_once() -> None:
    assert Finder(["b", "a", "b"]).words == ("a", "b")
