from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.checkouts import Comparison
from pytest_modelgate.errors import ChangesError
from pytest_modelgate.filenames import FileNames
from pytest_modelgate.terms import Reach, Role, Severity
from pytest_modelgate.values import Finding, Occurrence, Reference, Span, Use

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Changes = dict[str, set[int] | None]
SPAN = Span(line=1, column=1, end_line=1, end_column=2)
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names, links or commands")
FILES = ("-c", "protocol.file.allow=always")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *FILES, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "so")
    return git(folder, "rev-parse", "HEAD")


def numbered(count: int) -> str:
    return "".join(f"line {number}\n" for number in range(1, count + 1))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    for name in ("a.py", "b.py", "sub/c.py"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(numbered(5))
    commit(root)
    git(root, "branch", "base")
    return root


def found_in(path: str, *uses: Use) -> Finding:
    occurrence = Occurrence(text="x", span=SPAN, reach=Reach.OTHER, role=Role.RUNTIME, uses=uses)
    reference = Reference(
        path=path, occurrence=occurrence, span=SPAN, id="x", model="x", surface="openai", role=Role.RUNTIME
    )
    return Finding(code="MG101", name="retired-model", severity=Severity.ERROR, reference=reference, message="x")


def changes(root: Path, ref: str = "base", *, below: Path | None = None) -> Changes:
    """What changed in every Python file of the folder, as if there were a finding in each."""
    comparison = Comparison(ref, root, [below or root])
    files = {path.relative_to(root).as_posix(): path for path in sorted((below or root).rglob("*.py"))}
    changed = comparison.changed([found_in(name) for name in files], files, FileNames((".py",)))
    assert changed.ref == ref
    return {name: None if lines is None else set(lines) for name, lines in changed.lines.items()}


def refusal(start: Callable[[], object]) -> str:
    with pytest.raises(ChangesError) as caught:
        start()
    (mistake,) = caught.value.mistakes
    return mistake


def test_nothing_changed(checkout: Path) -> None:
    assert changes(checkout) == {}


def test_committed_staged_and_open_edits_count(checkout: Path) -> None:
    (checkout / "a.py").write_text(numbered(5).replace("line 2", "Line 2"))
    commit(checkout)
    (checkout / "b.py").write_text(numbered(7))
    git(checkout, "add", "b.py")
    (checkout / "sub" / "c.py").write_text("new\n" + numbered(5))
    assert changes(checkout) == {"a.py": {2}, "b.py": {6, 7}, "sub/c.py": {1}}


def test_it_is_compared_with_where_the_branch_left(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "base")
    (checkout / "a.py").write_text("theirs\n" + numbered(5))
    commit(checkout)
    git(checkout, "checkout", "-q", "main")
    (checkout / "b.py").write_text(numbered(6))
    assert changes(checkout) == {"b.py": {6}}


def test_untracked_and_ignored_files_are_new_and_so_is_what_git_was_told_not_to_look_at(checkout: Path) -> None:
    (checkout / "new.py").write_text("x\n")
    (checkout / ".gitignore").write_text("own.py\n")
    (checkout / "own.py").write_text("x\n")
    git(checkout, "update-index", "--assume-unchanged", "a.py")
    git(checkout, "update-index", "--skip-worktree", "b.py")
    for name in ("a.py", "b.py"):
        (checkout / name).write_text("other\n" + numbered(5))
    (checkout / "soon.py").write_text("x\n")
    git(checkout, "add", "-N", "soon.py")
    assert changes(checkout) == {"new.py": None, "own.py": None, "a.py": None, "b.py": None, "soon.py": {1}}


def test_a_file_that_moved_keeps_its_lines_and_one_that_is_gone_has_none(checkout: Path) -> None:
    git(checkout, "mv", "a.py", "sub/moved.py")
    (checkout / "sub" / "moved.py").write_text(numbered(6))
    (checkout / "b.py").unlink()
    assert changes(checkout) == {"sub/moved.py": {6}}


def test_bytes_that_git_takes_for_binary_count_wholly(checkout: Path) -> None:
    (checkout / "a.py").write_bytes("x = 1\n".encode("utf-16"))
    (checkout / ".gitattributes").write_text("b.py -diff\n")
    (checkout / "b.py").write_text(numbered(6))
    assert changes(checkout) == {"a.py": None, "b.py": None}


def test_newlines_that_only_python_knows_count_wholly(checkout: Path) -> None:
    (checkout / "a.py").write_bytes(b"line 1\rline 2\rx = 1\n" + numbered(5).encode())
    assert changes(checkout) == {"a.py": None}


def test_attributes_cannot_hide_lines(checkout: Path) -> None:
    (checkout / ".gitattributes").write_text("*.py working-tree-encoding=UTF-16LE\n")
    (checkout / "a.py").write_text(numbered(4) + "lime 5\n")
    try:
        assert changes(checkout)["a.py"] is None
    except ChangesError as error:
        # Git may refuse to read such a file: then there is no verdict, which hides nothing either.
        assert "cannot be told" in str(error)


def test_line_ends_of_windows_are_no_change(checkout: Path) -> None:
    git(checkout, "config", "core.autocrlf", "true")
    (checkout / "a.py").write_bytes(numbered(6).replace("\n", "\r\n").encode())
    assert changes(checkout) == {"a.py": {6}}


@posix
def test_odd_names_and_settings_of_git_change_nothing(checkout: Path) -> None:
    names = ["a b.py", 'q"uote.py', "tab\t.py", "é.py", "b/x.py", "-dash.py", ":(top).py"]
    for name in names:
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_text(numbered(3))
    commit(checkout)
    for name in names:
        (checkout / name).write_text(numbered(4))
    for setting in (
        *("diff.noprefix=true", "diff.mnemonicPrefix=true", "core.quotePath=true", "diff.external=false"),
        *("diff.context=9", "diff.interHunkContext=9", "color.ui=always", "diff.orderFile=/no/such", "diff.renames=0"),
        *("diff.relative=true", "diff.algorithm=histogram", "diff.wsErrorHighlight=all", "diff.submodule=diff"),
    ):
        git(checkout, "config", *setting.split("=", 1))
    assert changes(checkout, "HEAD") == {name: {4} for name in names}


@posix
def test_no_command_of_a_configuration_is_started(checkout: Path, tmp_path: Path) -> None:
    witness = tmp_path / "started"
    touch = f"touch {witness}"
    (checkout / ".gitattributes").write_text("*.py filter=own diff=own\n")
    for key in (
        *("filter.own.clean", "filter.own.process", "diff.own.textconv", "diff.own.command", "diff.external"),
        *("core.fsmonitor", "filter.o.w-n x.clean"),
    ):
        git(checkout, "config", key, touch)
    git(checkout, "config", "filter.own.required", "true")
    (checkout / "a.py").write_text(numbered(6))
    assert changes(checkout) == {"a.py": {6}}
    assert not witness.exists()


def test_a_filter_that_cannot_be_switched_off_is_no_verdict(checkout: Path) -> None:
    git(checkout, "config", "filter.a=b.clean", "true")
    assert "filter.a=b" in refusal(lambda: changes(checkout))


@posix
def test_a_folder_below_and_a_link_to_the_checkout_see_the_same(checkout: Path, tmp_path: Path) -> None:
    (checkout / "sub" / "c.py").write_text(numbered(6))
    (tmp_path / "link").symlink_to(checkout, target_is_directory=True)
    assert changes(checkout, below=checkout / "sub") == {"sub/c.py": {6}}
    comparison = Comparison("base", tmp_path / "link" / "sub", [tmp_path / "link" / "sub"])
    found = comparison.changed([found_in("c.py")], {"c.py": checkout / "sub" / "c.py"}, FileNames((".py",)))
    assert found.lines == {"c.py": frozenset({6})}


def test_the_files_of_calls_are_looked_at_too_and_unknown_ones_count_wholly(checkout: Path) -> None:
    (checkout / "b.py").write_text(numbered(6))
    comparison = Comparison("base", checkout, [checkout])
    findings = [found_in("a.py", Use(call="ask", line=6, path="b.py")), found_in("elsewhere.py")]
    changed = comparison.changed(findings, {name: checkout / name for name in ("a.py", "b.py")}, FileNames((".py",)))
    assert changed.lines == {"b.py": frozenset({6}), "elsewhere.py": None}


@pytest.mark.parametrize("ref", ["nope", "", "base..main", "HEAD:a.py", "base^{tree}", ":/no such message"])
def test_what_names_no_commit_is_no_verdict(checkout: Path, ref: str) -> None:
    told = refusal(lambda: changes(checkout, ref))
    assert told.startswith(f"what changed since {ref!r} cannot be told: ")


@pytest.mark.parametrize("ref", ["--output=owned", "-x", "a\0b", "base\n", "\x1b[31m"])
def test_hostile_names_never_reach_git(checkout: Path, ref: str) -> None:
    assert "no commit has such a name" in refusal(lambda: changes(checkout, ref))
    assert not (checkout / "owned").exists()


@pytest.mark.parametrize("ref", ["base", "refs/heads/base", "HEAD~0", "v1", "@"])
def test_every_name_of_a_commit_will_do(checkout: Path, ref: str) -> None:
    git(checkout, "tag", "v1", "-m", "an annotated one")
    (checkout / "a.py").write_text(numbered(6))
    assert changes(checkout, ref) == {"a.py": {6}}


def test_a_shallow_clone_is_told_to_fetch(checkout: Path, tmp_path: Path) -> None:
    (checkout / "a.py").write_text(numbered(6))
    commit(checkout)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", checkout.as_uri(), str(clone))
    assert "`fetch-depth: 0`" in refusal(lambda: changes(clone, "origin/base"))
    git(clone, "fetch", "-q", "--depth", "1", "origin", "base:base")
    told = refusal(lambda: changes(clone, "base"))
    assert "no history in common" in told
    assert "`fetch-depth: 0`" in told
    git(clone, "fetch", "-q", "--unshallow", "origin")
    assert changes(clone, "base") == {"a.py": {6}}


def test_a_clone_without_old_contents_is_told_to_fetch_them(checkout: Path, tmp_path: Path) -> None:
    (checkout / "a.py").write_text("once\n")
    commit(checkout)
    git(checkout, "branch", "-f", "base")
    (checkout / "a.py").write_text("now\n")
    commit(checkout)
    git(checkout, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", checkout.as_uri(), "clone")
    assert "is a partial clone" in refusal(lambda: changes(tmp_path / "clone", "origin/base"))


def test_histories_without_a_common_commit_are_no_verdict(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "--orphan", "alone")
    (checkout / "a.py").write_text(numbered(6))
    commit(checkout)
    told = refusal(lambda: changes(checkout))
    assert "no history in common" in told
    assert "shallow" not in told


def test_a_checkout_without_a_commit_is_no_verdict(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert "names no commit" in refusal(lambda: changes(tmp_path, "HEAD"))


def test_a_path_outside_of_any_checkout_is_no_verdict(checkout: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    assert "is in no git checkout" in refusal(lambda: Comparison("base", checkout, [checkout, outside]))


def test_a_folder_that_only_looks_like_a_checkout_is_no_verdict(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /no/such\n")
    assert "git could not tell" in refusal(lambda: changes(tmp_path))


def test_without_git_there_is_no_verdict(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(checkout))
    assert "git is not installed" in refusal(lambda: changes(checkout))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "library"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "lib.py").write_text(numbered(3))
    commit(root)
    return root


@pytest.fixture
def parent(checkout: Path, library: Path) -> Path:
    """A checkout with the library as its submodule, at `base` and now."""
    git(checkout, "submodule", "add", "-q", str(library), "sub/lib")
    commit(checkout)
    git(checkout, "branch", "-f", "base")
    return checkout


def test_a_submodule_is_compared_with_the_commit_it_was_at(parent: Path) -> None:
    inside = parent / "sub" / "lib"
    assert changes(parent) == {}
    (inside / "lib.py").write_text(numbered(4))
    commit(inside)
    (inside / "lib.py").write_text("open\n" + numbered(4))
    assert changes(parent) == {"sub/lib/lib.py": {1, 5}}
    commit(parent)
    assert changes(parent) == {"sub/lib/lib.py": {1, 5}}


def test_a_new_submodule_and_a_checkout_that_is_not_kept_are_new(parent: Path, library: Path) -> None:
    git(parent, "submodule", "add", "-q", str(library), "new")
    git(parent, "clone", "-q", str(library), "loose")
    assert changes(parent) == {"new/lib.py": None, "loose/lib.py": None}


def test_a_run_inside_a_submodule_means_its_own_commits(parent: Path) -> None:
    inside = parent / "sub" / "lib"
    git(inside, "branch", "here")
    (inside / "lib.py").write_text(numbered(4))
    assert changes(inside, "here") == {"lib.py": {4}}


def test_a_submodule_whose_old_commit_is_not_here_counts_wholly_and_says_so(parent: Path) -> None:
    inside = parent / "sub" / "lib"
    git(parent, "update-index", "--cacheinfo", f"160000,{'1' * 40},sub/lib")
    git(parent, "commit", "-q", "-m", "so")
    git(parent, "branch", "-f", "base")
    comparison = Comparison("base", parent, [parent])
    changed = comparison.changed(
        [found_in("sub/lib/lib.py")], {"sub/lib/lib.py": inside / "lib.py"}, FileNames((".py",))
    )
    assert changed.lines == {"sub/lib/lib.py": None}
    (note,) = comparison.notifications
    assert note.path == "sub/lib"
    assert "counts as changed" in note.message


def test_a_worktree_is_a_checkout_of_its_own(checkout: Path, tmp_path: Path) -> None:
    git(checkout, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    (tmp_path / "tree" / "a.py").write_text(numbered(6))
    assert changes(tmp_path / "tree") == {"a.py": {6}}
    assert changes(checkout) == {}
