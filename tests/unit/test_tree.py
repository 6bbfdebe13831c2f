from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.filenames import FileNames
from pytest_modelgate.git import GitError
from pytest_modelgate.tree import Tree, listed, walked

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = FileNames((".py",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("kept.py", "new.py", "flagged.py", "notes.txt", "ignored.py", "vendor/a.py", "deep/.git/b.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / ".gitignore").write_text("ignored.py\n")
    (tmp_path / "link.py").symlink_to("kept.py")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True)


def test_a_walk_lists_what_a_checkout_would(folder: Path) -> None:
    tree = walked(folder, PYTHON)
    tree.loose.sort()
    tree.left_out.sort()
    assert tree == Tree(
        loose=["flagged.py", "kept.py", "new.py"],
        nested=["deep"],
        left_out=[("symbolic link", "link.py"), ("vendored", "vendor/")],
    )


def test_git_tells_what_it_searches_from_what_it_does_not(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "kept.py", "flagged.py", "link.py", "vendor")
    git(folder, "update-index", "--skip-worktree", "flagged.py")
    assert listed(folder, PYTHON) == Tree(
        indexed=["kept.py"],
        untracked=["new.py"],
        loose=["flagged.py"],
        left_out=[("symbolic link", "link.py"), ("vendored", "vendor/")],
    )


def test_git_does_not_speak_for_a_folder_that_it_ignores(folder: Path) -> None:
    git(folder, "init", "-q")
    (folder / ".gitignore").write_text("vendor/\n")
    assert listed(folder / "vendor", PYTHON) is None


def test_git_does_not_speak_outside_of_a_checkout(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        listed(tmp_path, PYTHON)


def test_a_folder_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    assert walked(tmp_path / "gone", PYTHON) == Tree()
