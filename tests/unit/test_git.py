from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.git import GitError, ask, asking, top

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "a.py").write_text("one\ntwo\n")
    return tmp_path


def test_the_answer_and_its_code(checkout: Path) -> None:
    assert ask(checkout, "ls-files", "--others") == (0, b"a.py\n")
    assert ask(checkout, "check-ignore", "-q", "a.py", success=(0, 1)) == (1, b"")


def test_any_other_code_and_any_complaint_is_an_error(checkout: Path) -> None:
    with pytest.raises(GitError, match="exit code 1"):
        ask(checkout, "check-ignore", "-q", "a.py")
    with pytest.raises(GitError, match="fatal: not a git repository"):
        ask(checkout.parent, "ls-files")
    with pytest.raises(GitError, match="not a git command"):
        ask(checkout, "no-such-command")


def test_what_git_says_of_the_cost_of_its_work_is_no_complaint(checkout: Path) -> None:
    for number in range(4):
        (checkout / f"{number}.py").write_text("".join(f"{number} {line}\n" for line in range(20)))
    subprocess.run(["git", "add", "-A"], cwd=checkout, check=True)
    subprocess.run(["git", "commit", "-q", "-m", "so"], cwd=checkout, check=True)
    (checkout / "moved").mkdir()
    for number in range(4):
        (checkout / f"{number}.py").rename(checkout / "moved" / f"x{number}.py")
        with (checkout / "moved" / f"x{number}.py").open("a") as file:
            file.write("more\n")
    subprocess.run(["git", "add", "-A"], cwd=checkout, check=True)
    code, output = ask(checkout, "-c", "diff.renameLimit=1", "diff-index", "-M", "--name-status", "HEAD")
    assert code == 0
    assert b"A\tmoved/x0.py" in output


def test_git_reads_the_lines_and_works_while_we_do(checkout: Path) -> None:
    with asking(checkout, "hash-object", "--stdin-paths", lines=b"a.py\n" * 3) as answer:
        code, output = answer()
    assert code == 0
    assert len(set(output.split())) == 1
    assert len(output.split()) == 3


def test_lines_that_git_does_not_read_are_no_error(checkout: Path) -> None:
    with asking(checkout, "ls-files", "--others", lines=b"x\n" * 500_000) as answer:
        assert answer() == (0, b"a.py\n")


def test_the_root_of_a_checkout_is_found_upward(checkout: Path) -> None:
    inner = checkout / "a" / "b"
    inner.mkdir(parents=True)
    assert top(inner) == top(checkout) == checkout
    assert top(checkout.parent) is None
    (inner / ".git").symlink_to("nowhere")
    assert top(inner) == inner
