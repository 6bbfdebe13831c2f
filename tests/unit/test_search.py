from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.filenames import FileNames
from pytest_modelgate.git import GitError
from pytest_modelgate.search import matcher, may_be_wide

if TYPE_CHECKING:
    from pathlib import Path


def test_keywords_are_searched_in_any_case_and_without_those_that_hold_another() -> None:
    assert matcher(["chatgpt", "GPT", "claude", "gpt", "Claude-3"]).words == (b"gpt", b"claude")


@pytest.mark.parametrize(
    ("content", "holds"),
    [
        (b"", False),
        (b"gp t", False),
        (b"x = 'ChatGPT'", True),
        (b"\xff\0\xfegPt", True),
        (b"\xef\xbb\xbfgpt", True),
        (b"\xff\xfeg\0p\0T\0", True),
        (b"\xfe\xff\0g\0p\0t", True),
        (b"\xfe\xffgpt", False),
        (b"\0\0\xfe\xff\0\0\0g\0\0\0p\0\0\0t", True),
        (b"\xff\xfeg\0p\0t\0\x00\xd8", True),
        ("ɢᴘᴛ".encode(), False),
    ],
)
def test_bytes_that_hold_a_keyword(content: bytes, holds: bool) -> None:
    assert matcher(["gpt"]).holds(content) is holds


def test_no_keywords_are_held_by_nothing() -> None:
    assert not matcher([]).holds(b"gpt")


def test_bytes_that_may_be_wide() -> None:
    assert may_be_wide(b"\xff\xfea\0")
    assert may_be_wide(b"\0\0\xfe\xff")
    assert not may_be_wide("é".encode())


def test_git_is_silent_outside_of_a_checkout(tmp_path: Path) -> None:
    with matcher(["gpt"]).asking_git(tmp_path, FileNames((".py",))) as answer:
        assert answer() is None


def test_without_git_there_is_nobody_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with (
        pytest.raises(GitError, match="git is not installed"),
        matcher(["gpt"]).asking_git(tmp_path, FileNames((".py",))),
    ):
        pass
