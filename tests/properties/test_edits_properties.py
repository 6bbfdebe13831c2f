from __future__ import annotations

import codecs
import re
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from pytest_modelgate.edits import edited, moved
from pytest_modelgate.excerpts import Sheet
from pytest_modelgate.remedies import Change

BASE = Path("/project")
FILE = BASE / "a.js"
PIECES = st.one_of(
    st.sampled_from(["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", '"', "'", "\\", "\t", "ä", "😀", "e\u0301"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=12),
)
IDS = st.from_regex(re.compile(r"[a-z][a-z0-9.:/@-]{0,9}[a-z0-9]", re.ASCII), fullmatch=True)
ENCODINGS = st.sampled_from(
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ]
)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, str, str]]]:
    """A text with ids in it, the text with others in their place, and each id's offset, itself, and the other."""
    text, result = "", ""
    found = []
    for before, old, new in draw(st.lists(st.tuples(PIECES, IDS, IDS), max_size=6)):
        text += before
        result += before
        found.append((len(text), old, new))
        text += old
        result += new
    end = draw(PIECES)
    return text + end, result + end, found


def changes_of(text: str, found: list[tuple[int, str, str]]) -> list[Change]:
    sheet = Sheet(text)
    return [Change(span=sheet.span(at, at + len(old)), old=old, new=new, findings=()) for at, old, new in found]


@given(file=files(), encoding=ENCODINGS)
def test_only_the_spans_change_whatever_the_text_and_its_encoding(
    file: tuple[str, str, list[tuple[int, str, str]]], encoding: tuple[bytes, str]
) -> None:
    text, result, found = file
    mark, name = encoding
    # Little-endian UTF-16 that begins with NUL is taken for UTF-32, as everywhere.
    assume(not text.startswith("\0"))
    changes = changes_of(text, found)
    old, new, content = edited(FILE, BASE, mark + text.encode(name), changes)
    assert (old.text, new.text) == (text, result)
    assert content == mark + result.encode(name)
    sheet = Sheet(result)
    assert [sheet.cut(moved(change.span, changes)) for change in changes] == [change.new for change in changes]


@given(file=files(), encoding=ENCODINGS)
def test_what_was_changed_changes_back_to_the_same_bytes(
    file: tuple[str, str, list[tuple[int, str, str]]], encoding: tuple[bytes, str]
) -> None:
    text, _, found = file
    mark, name = encoding
    assume(not text.startswith("\0"))
    before = mark + text.encode(name)
    changes = changes_of(text, found)
    _, _, content = edited(FILE, BASE, before, changes)
    back = [Change(span=moved(change.span, changes), old=change.new, new=change.old, findings=()) for change in changes]
    assert edited(FILE, BASE, content, back)[2] == before
    assert edited(FILE, BASE, content, [])[2] == content
