from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate.languages.python import LANGUAGE
from pytest_modelgate.values import SourceFile

if TYPE_CHECKING:
    from pytest_modelgate.parts import Passage

TEXT = '''\
"""A module."""
NAME = "one"  # a comment
OTHER = f"two-{NAME}"
JOINED = "a" + "b"
'''


def passages(text: str) -> tuple[Passage, ...]:
    return LANGUAGE.passages(SourceFile(path=Path("a.py"), shown="a.py", text=text, encoding="utf-8"))


def test_every_string_and_comment_is_given_in_order_with_what_it_is() -> None:
    assert [(each.text, each.prose, each.part) for each in passages(TEXT)] == [
        ("A module.", True, False),
        ("one", False, False),
        ("# a comment", True, False),
        (None, False, False),
        ("a", False, True),
        ("b", False, True),
    ]


def test_a_passage_is_where_it_stands_and_as_it_is_spelt() -> None:
    one, comment, joined = passages(TEXT.replace("\n", "\r\n"))[1:4]
    assert (one.span.line, one.span.column, one.span.end_column, one.source) == (2, 9, 12, '"one"')
    assert (comment.span.line, comment.span.column, comment.span.end_column) == (2, 15, 26)
    assert joined.source == 'f"two-{NAME}"'


def test_of_a_file_that_is_no_python_the_comments_are_given_as_far_as_they_go() -> None:
    assert [each.text for each in passages("# first\nmodel = (\n# second\n")] == ["# first", "# second"]
    assert passages('x = "') == ()
