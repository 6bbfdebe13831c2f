from __future__ import annotations

import importlib
import os
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.discover import Discovery, discover
from pytest_modelgate.errors import UsageError
from pytest_modelgate.filenames import FileNames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

IN_GIT = pytest.mark.parametrize("in_git", [True, False], ids=["git", "walk"])
HIT = "model = 'gpt-4'\n"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True)


def tree(root: Path, *names: str, in_git: bool = False, content: str = HIT) -> Path:
    """A folder with these files; in a checkout, all are added that are not ignored."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    if in_git:
        git(root, "init", "-q")
        git(root, "add", ".")
    return root


def found(
    root: Path,
    *paths: Path,
    exclude: Sequence[str] = (),
    force_exclude: bool = False,
    base: Path | None = None,
    own: Sequence[Path] = (),
) -> Discovery:
    return discover(
        paths or (root,),
        base=base or root,
        exclude=exclude,
        names=FileNames((".py", ".pyi"), ("dockerfile", ".env.*"), ("python", "docker")),
        keywords=("gpt", "claude"),
        force_exclude=force_exclude,
        own=own,
    )


def names(discovery: Discovery, root: Path) -> list[str]:
    return [path.relative_to(os.path.realpath(root)).as_posix() for path in discovery.sources]


@IN_GIT
def test_files_of_the_wanted_kinds_that_hold_a_keyword(tmp_path: Path, in_git: bool) -> None:
    tree(tmp_path, "b.py", "src/a.pyi", ".github/tool.py", "UPPER.PY", "notes.txt", "x.pyc")
    tree(tmp_path, "none.py", "empty/none.py", content="x = 'g' 'pt'\n")
    tree(tmp_path, "case.py", content="CLAUDE", in_git=in_git)
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == [".github/tool.py", "UPPER.PY", "b.py", "case.py", "src/a.pyi"]
    assert (discovery.tally.read, discovery.tally.parsed, discovery.tally.left_out) == (7, 5, {})
    assert discovery.notifications == ()


@IN_GIT
def test_what_git_ignores_is_not_read(tmp_path: Path, in_git: bool) -> None:
    root = tree(tmp_path, "a.py", "build/b.py", "sub/gen/c.py", "sub/keep_gen.py", "sub/d_gen.py", "sub/deep/e_gen.py")
    (root / ".gitignore").write_text("build/\n!\n*_gen.py\r\n")
    (root / "sub" / ".gitignore").write_text("/gen\n!keep_gen.py\n")
    tree(root, in_git=in_git)
    assert names(found(root), root) == ["a.py", "sub/keep_gen.py"]


def test_tracked_files_are_read_although_ignored_and_deleted_ones_are_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, "old/kept.py", "gone.py", "here.py", in_git=True)
    (tmp_path / ".gitignore").write_text("old/\n")
    tree(tmp_path, "old/new.py", "fresh.py")
    (tmp_path / "gone.py").unlink()
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["fresh.py", "here.py", "old/kept.py"]
    assert (discovery.tally.read, discovery.tally.left_out, discovery.notifications) == (3, {}, ())


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_files_that_git_was_told_not_to_look_at_are_read_from_disk(tmp_path: Path, flag: str) -> None:
    tree(tmp_path, "now.py", content="x = 1\n")
    tree(tmp_path, "before.py", in_git=True)
    git(tmp_path, "update-index", flag, "now.py", "before.py")
    tree(tmp_path, "now.py")
    tree(tmp_path, "before.py", content="x = 1\n")
    assert names(found(tmp_path), tmp_path) == ["now.py"]


def test_a_file_in_a_merge_conflict_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", in_git=True)
    git(tmp_path, "commit", "-q", "-m", "one")
    git(tmp_path, "checkout", "-q", "-b", "other")
    tree(tmp_path, "a.py", content="model = 'gpt-5'\n")
    git(tmp_path, "commit", "-q", "-a", "-m", "two")
    git(tmp_path, "checkout", "-q", "main")
    tree(tmp_path, "a.py", content="model = 'claude'\n")
    git(tmp_path, "commit", "-q", "-a", "-m", "three")
    with pytest.raises(subprocess.CalledProcessError):
        git(tmp_path, "merge", "-q", "other")
    assert found(tmp_path).tally.read == 1
    assert names(found(tmp_path), tmp_path) == ["a.py"]


@pytest.mark.parametrize("above", ["dist", "tests", "vendor", "node_modules", "site-packages", ".git-like", "build"])
@IN_GIT
def test_folders_above_the_path_say_nothing(tmp_path: Path, above: str, in_git: bool) -> None:
    root = tree(tmp_path / above / "checkout", "a.py", "dist/b.py", in_git=in_git)
    assert names(found(root), root) == ["a.py", "dist/b.py"]


@IN_GIT
def test_other_peoples_code_is_left_out_by_folder(tmp_path: Path, in_git: bool) -> None:
    tree(tmp_path, "a.py", "src/_vendor/x/b.py", "third_party/c.py", "node_modules/d.py", "env/lib/e.py", ".tox/f.py")
    tree(tmp_path, "__pycache__/g.py", "src/.mypy_cache/h.py", "vendor.py", "lib/pyvenv.cfg.py")
    (tmp_path / "env" / "pyvenv.cfg").write_text("home = /usr/bin\n")
    tree(tmp_path, in_git=in_git)
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["a.py", "lib/pyvenv.cfg.py", "vendor.py"]
    assert discovery.tally.left_out == {
        "vendored": (".tox/", "env/", "node_modules/", "src/_vendor/", "third_party/"),
    }


@IN_GIT
def test_a_folder_that_git_ignores_is_read_when_it_is_named(tmp_path: Path, in_git: bool) -> None:
    package = tmp_path / ".venv" / "lib" / "site-packages" / "litellm"
    tree(tmp_path, "a.py", ".venv/lib/site-packages/litellm/b.py")
    (tmp_path / ".gitignore").write_text(".venv/\n")
    tree(tmp_path, in_git=in_git)
    assert names(found(tmp_path), tmp_path) == ["a.py"]
    discovery = found(tmp_path, package)
    assert names(discovery, tmp_path) == [".venv/lib/site-packages/litellm/b.py"]
    assert discovery.notifications == ()


@IN_GIT
def test_repositories_inside_a_repository_are_read_by_their_own_rules(tmp_path: Path, in_git: bool) -> None:
    inner = tree(tmp_path / "services" / "chat", "a.py", "ignored.py")
    (inner / ".gitignore").write_text("ignored.py\n")
    for nested in (tree(inner, in_git=True), tree(tmp_path / "vendor" / "lib", "b.py", in_git=True)):
        git(nested, "commit", "-q", "-m", "one")
    tree(tmp_path, "c.py", in_git=in_git)
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["c.py", "services/chat/a.py"]
    assert discovery.tally.left_out == {"vendored": ("vendor/",)}


def test_submodules_are_read_and_missing_ones_are_told(tmp_path: Path) -> None:
    library = tree(tmp_path / "library", "a.py", in_git=True)
    git(library, "commit", "-q", "-m", "one")
    root = tree(tmp_path / "project", "b.py", in_git=True)
    for name in ("here", "missing"):
        git(root, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(library), name)
    git(root, "submodule", "deinit", "-q", "-f", "missing")
    discovery = found(root)
    assert names(discovery, root) == ["b.py", "here/a.py"]
    assert discovery.tally.left_out == {"not checked out": ("missing/",)}


@IN_GIT
def test_excluded_files_are_counted_and_read_only_when_named(tmp_path: Path, in_git: bool) -> None:
    root = tree(tmp_path, "a.py", "gen/b.py", "gen/keep.py", "c_x.py", "vendor/d.py", in_git=in_git)
    exclude = ("gen/*", "!gen/keep.py", "*_x.py")
    discovery = found(root, exclude=exclude)
    assert names(discovery, root) == ["a.py", "gen/keep.py"]
    assert discovery.tally.left_out == {"excluded": ("c_x.py", "gen/b.py"), "vendored": ("vendor/",)}
    named = (root / "c_x.py", root / "vendor" / "d.py")
    assert names(found(root, *named, exclude=exclude), root) == ["c_x.py", "vendor/d.py"]
    forced = found(root, *named, exclude=exclude, force_exclude=True)
    assert forced.sources == ()
    assert forced.tally.left_out == {"excluded": ("c_x.py",), "vendored": ("vendor/d.py",)}


@IN_GIT
def test_what_modelgate_has_written_is_no_code_of_the_project(tmp_path: Path, in_git: bool) -> None:
    root = tree(tmp_path / "real", "a.py", "kept/b [1].py", in_git=in_git)
    (tmp_path / "link").symlink_to(root)
    own = [tmp_path / "link" / "kept" / "b [1].py", tmp_path / "elsewhere.py"]
    discovery = found(root, own=own)
    assert names(discovery, root) == ["a.py"]
    assert discovery.tally.left_out == {"excluded": ("kept/b [1].py",)}
    assert names(found(root, root / "kept" / "b [1].py", own=own), root) == ["kept/b [1].py"]


def test_exclude_speaks_of_names_below_a_path_outside_the_base(tmp_path: Path) -> None:
    root = tree(tmp_path / "gen" / "elsewhere", "a.py", "sub/gen/b.py")
    assert names(found(root, base=tmp_path / "base", exclude=["gen/"]), root) == ["a.py"]


@IN_GIT
def test_large_generated_and_minified_files_are_left_out(tmp_path: Path, in_git: bool) -> None:
    (tmp_path / "large.py").write_text(HIT + "#" * (1 << 20))
    (tmp_path / "just.py").write_text(HIT + "#\n" * ((1 << 19) - 8))
    ids = ", ".join(f"'gpt-{number}'" for number in range(60_000))
    (tmp_path / "minified.py").write_text(f"x = [{ids}]\n")
    (tmp_path / "pretty.py").write_text("x = [" + ids.replace(", ", ",\r")[:900_000] + "']")
    (tmp_path / "pb2.py").write_text(f"# -*- coding: utf-8 -*-\n# Generated by the compiler.  DO NOT EDIT!\n{HIT}")
    (tmp_path / "thrift.py").write_text(f"#\n# Autogenerated by a compiler\n#\n# DO NOT EDIT UNLESS YOU MUST\n#\n{HIT}")
    (tmp_path / "marked.py").write_text(f'"""Client.\n\n# @generated\n"""\n{HIT}')
    (tmp_path / "stern.py").write_text(f"# Settings of production, DO NOT EDIT on a Friday\n{HIT}")
    (tmp_path / "spoken.py").write_text(f"text = '@generated'\nother = 'generated, do not edit'\n{HIT}")
    (tmp_path / "late.py").write_text("\n" * 40 + f"# @generated\n{HIT}")
    tree(tmp_path, in_git=in_git)
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["just.py", "late.py", "pretty.py", "spoken.py", "stern.py"]
    assert discovery.tally.left_out == {
        "generated": ("marked.py", "pb2.py", "thrift.py"),
        "minified": ("minified.py",),
        "too large": ("large.py",),
    }
    assert names(found(tmp_path, tmp_path / "pb2.py", tmp_path / "minified.py"), tmp_path) == ["pb2.py"]
    assert found(tmp_path, tmp_path / "pb2.py", force_exclude=True).sources == ()


@IN_GIT
def test_what_a_tool_put_out_is_told_by_its_name_and_read_when_it_is_named(tmp_path: Path, in_git: bool) -> None:
    tree(tmp_path, "a.py", "chat_pb2.py", "sub/chat_pb2_grpc.pyi", in_git=in_git)
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["a.py"]
    assert discovery.tally.left_out == {"generated": ("chat_pb2.py", "sub/chat_pb2_grpc.pyi")}
    assert names(found(tmp_path, tmp_path / "chat_pb2.py"), tmp_path) == ["chat_pb2.py"]
    assert found(tmp_path, tmp_path / "chat_pb2.py", force_exclude=True).sources == ()


@IN_GIT
def test_links_are_not_followed_and_loops_end(tmp_path: Path, in_git: bool) -> None:
    root = tree(tmp_path / "root", "pkg/a.py")
    outside = tree(tmp_path / "outside", "b.py")
    for name, target in (
        ("link.py", "pkg/a.py"),
        ("pkg/loop", root),
        ("outside", outside),
        ("dangling.py", "nowhere"),
        ("me.py", "me.py"),
    ):
        (root / name).symlink_to(target)
    (root / "note").symlink_to("nowhere")
    tree(root, in_git=in_git)
    (root / "fresh").symlink_to(outside)
    discovery = found(root)
    assert names(discovery, root) == ["pkg/a.py"]
    assert discovery.tally.left_out == {
        "symbolic link": ("dangling.py", "fresh", "link.py", "me.py", "outside", "pkg/loop")
    }
    assert names(found(root, root / "pkg" / "loop", root / "link.py", root), root) == ["pkg/a.py"]
    assert [path.name for path in found(root, root / "outside").sources] == ["b.py"]


@IN_GIT
def test_pipes_sockets_and_folders_called_like_files(
    tmp_path: Path, in_git: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "x.py/inner.py", in_git=in_git)
    os.mkfifo(tmp_path / "pipe.py")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.py")
        discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["x.py/inner.py"]
    # Git does not list what is neither file nor link.
    expected = {} if in_git else {"not a regular file": ("pipe.py", "socket.py")}
    assert discovery.tally.left_out == expected
    assert names(found(tmp_path, tmp_path / "pipe.py", tmp_path / "x.py"), tmp_path) == ["x.py/inner.py"]


@IN_GIT
def test_names_that_are_odd(tmp_path: Path, in_git: bool) -> None:
    odd = [
        os.fsdecode(b"caf\xe9.py"),
        "new\nline.py",
        " space .py",
        "tab\t.py",
        "[a]*?.py",
        ":(top)x.py",
        "-l.py",
        "é.py",
    ]
    tree(tmp_path, *odd, "a\\b.py", "#.py", in_git=in_git)
    assert sorted(names(found(tmp_path), tmp_path)) == sorted([*odd, "a\\b.py", "#.py"])
    folder = tree(tmp_path / "[a]* :(top)\n", "b.py")
    assert names(found(tmp_path, folder), folder) == ["b.py"]


def test_left_out_names_are_shown_without_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(HIT)
    (tmp_path / os.fsdecode(b"caf\xe9\n.py")).symlink_to("a.py")
    assert found(tmp_path).tally.left_out == {"symbolic link": ("caf\\xe9\n.py",)}


@IN_GIT
def test_wide_encodings_are_searched(tmp_path: Path, in_git: bool) -> None:
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        (tmp_path / f"{encoding}.py").write_bytes(("\ufeff" + HIT.upper()).encode(encoding))
        (tmp_path / f"{encoding}-none.py").write_bytes("\ufeffnothing".encode(encoding))
    (tmp_path / "latin.py").write_bytes(b"\xff\xfe in the middle of nothing")
    (tmp_path / "nul.py").write_bytes(b"\0\0gPT")
    tree(tmp_path, in_git=in_git)
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["nul.py", "utf-16-be.py", "utf-16-le.py", "utf-32-be.py", "utf-32-le.py"]
    assert discovery.tally.read == 10


@contextmanager
def somebody_else() -> Iterator[Path]:
    """A new folder, seen with the rights of a user who may be denied something: not of root."""
    # What is first imported below may lie where that user may not look.
    importlib.import_module("pathspec")
    with tempfile.TemporaryDirectory() as created:
        folder = Path(os.path.realpath(created))
        mine = os.geteuid()
        settings, os.environ["GIT_CONFIG_GLOBAL"] = os.environ["GIT_CONFIG_GLOBAL"], os.devnull
        user = mine or 65534
        os.chown(folder, user, -1)
        os.seteuid(user)
        try:
            yield folder
        finally:
            os.seteuid(mine)
            os.environ["GIT_CONFIG_GLOBAL"] = settings
            for path in [folder, *folder.rglob("*")]:
                path.chmod(0o700)


@IN_GIT
def test_what_may_not_be_read_blocks(in_git: bool) -> None:
    with somebody_else() as folder:
        tree(folder, "a.py", "locked.py", "closed/b.py", in_git=in_git)
        (folder / "locked.py").chmod(0)
        (folder / "closed").chmod(0)
        discovery = found(folder)
        with pytest.raises(UsageError, match="nothing to read"):
            found(folder, folder / "locked.py")
        (folder / "closed").chmod(0o700)
    assert names(discovery, folder) == ["a.py"]
    assert discovery.tally.left_out == {"unreadable": ("closed/", "locked.py")}
    *by_git, closed, locked = discovery.notifications
    assert (closed.path, closed.blocking) == ("closed/", True)
    assert (locked.path, locked.blocking) == ("locked.py", True)
    # Git warns of the folder, so its list is not relied on.
    assert ["its files were found without git" in each.message for each in by_git] == [True] * in_git
    assert locked.message == (
        "locked.py cannot be read (permission denied), so it was not judged; make it readable or exclude it"
    )


def test_a_file_that_git_may_not_open_either_blocks() -> None:
    with somebody_else() as folder:
        tree(folder, "a.py", "locked.py", in_git=True)
        (folder / "locked.py").chmod(0)
        discovery = found(folder)
    assert names(discovery, folder) == ["a.py"]
    assert [(each.path, each.blocking) for each in discovery.notifications] == [("locked.py", True)]


def test_an_ignore_file_that_may_not_be_read_blocks() -> None:
    with somebody_else() as folder:
        tree(folder, "a.py", ".gitignore", content="gpt")
        (folder / ".gitignore").chmod(0)
        discovery = found(folder)
    assert names(discovery, folder) == ["a.py"]
    assert [each.path for each in discovery.notifications] == [".gitignore"]


def test_each_file_is_read_once_however_often_it_is_named(tmp_path: Path) -> None:
    tree(tmp_path, "a/b.py", "a/c.py", "vendor/d.py")
    discovery = found(tmp_path, tmp_path / "a", tmp_path, tmp_path / "a" / "b.py", tmp_path / "vendor" / "d.py")
    assert names(discovery, tmp_path) == ["a/b.py", "a/c.py", "vendor/d.py"]
    assert discovery.tally.read == 3


def test_every_missing_path_is_named(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    tree(tmp_path, "a.py")
    paths = (tmp_path, tmp_path / "no\n\x1bwhere", tmp_path / "loop", tmp_path / "a.py" / "b", Path("nul\0.py"))
    with pytest.raises(UsageError) as caught:
        found(tmp_path, *paths)
    assert caught.value.mistakes == (
        f"{tmp_path}/no\\n\\x1bwhere: no such file or folder; nothing was read, so name a path that exists",
        f"{tmp_path}/loop: cannot be reached (too many levels of symbolic links); name another path",
        f"{tmp_path}/a.py/b: cannot be reached (not a directory); name another path",
        "nul\\x00.py: cannot be reached (embedded null byte); name another path",
    )


def test_nothing_to_read_is_told_with_what_was_left_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        found(tmp_path)
    assert caught.value.mistakes == (
        f"{tmp_path}: nothing to read; no file there is in a language that is read (python, docker), or git ignores it",
    )
    tree(tmp_path, "notes.txt", *(f"vendor{number}/third_party/a.py" for number in range(5)))
    with pytest.raises(UsageError) as caught:
        found(tmp_path, tmp_path, tmp_path / "notes.txt")
    (only,) = caught.value.mistakes
    assert only == (
        f"{tmp_path}, {tmp_path}/notes.txt: nothing to read, for all was left out (no reader: notes.txt; vendored:"
        " vendor0/third_party/, vendor1/third_party/, vendor2/third_party/ and 2 more); name other paths,"
        " or change `exclude`"
    )


def test_no_keywords_means_no_sources(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", in_git=True)
    for paths in ((tmp_path,), (tmp_path / "a.py",)):
        discovery = discover(paths, base=tmp_path, exclude=(), names=FileNames((".py",)), keywords=())
        assert (discovery.sources, discovery.tally.read) == ((), 1)


def test_a_repository_that_git_will_not_open_is_walked_and_said(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "b_gen.py")
    (tmp_path / ".gitignore").write_text("*_gen.py\n")
    (tmp_path / ".git").write_text("gitdir: nowhere\n")
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["a.py"]
    (only,) = discovery.notifications
    assert not only.blocking
    assert "its files were found without git" in only.message


def test_without_git_a_checkout_is_walked_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.py", in_git=True)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    discovery = found(tmp_path)
    assert names(discovery, tmp_path) == ["a.py"]
    assert "(git is not installed)" in discovery.notifications[0].message


def test_a_git_that_the_scanned_folder_brings_along_is_not_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "a.py", in_git=True)
    (tmp_path / "git").write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n")
    (tmp_path / "git").chmod(0o700)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    assert names(found(tmp_path), tmp_path) == ["a.py"]
    assert not (tmp_path / "started").exists()


def test_nothing_that_a_repository_configures_is_started(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "b.py", in_git=True)
    command = tmp_path / "command"
    command.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n")
    command.chmod(0o700)
    (tmp_path / ".gitattributes").write_text("*.py diff=own filter=own -text\n")
    for name in ("core.fsmonitor", "diff.own.textconv", "filter.own.clean", "core.pager", "core.sshCommand"):
        git(tmp_path, "config", name, str(command))
    hooks = tmp_path / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / "post-index-change").write_text(command.read_text())
    (hooks / "post-index-change").chmod(0o700)
    for name, value in (("grep.fullName", "true"), ("color.grep", "always"), ("grep.patternType", "perl")):
        git(tmp_path, "config", name, value)
    (tmp_path / "started").unlink(missing_ok=True)
    assert names(found(tmp_path), tmp_path) == ["a.py", "b.py"]
    assert not (tmp_path / "started").exists()


def test_what_a_hook_tells_git_does_not_lead_to_another_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tree(tmp_path / "other", "b.py", in_git=True)
    root = tree(tmp_path / "root", "a.py", in_git=True)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    discovery = found(root)
    assert names(discovery, root) == ["a.py"]
    assert discovery.notifications == ()


def test_many_untracked_files_are_found_too(tmp_path: Path) -> None:
    git(tree(tmp_path, *(f"pkg/m{number}.py" for number in range(600))), "init", "-q")
    tree(tmp_path, "pkg/none.py", content="x = 1\n")
    discovery = found(tmp_path)
    assert (len(discovery.sources), discovery.tally.read, discovery.notifications) == (600, 601, ())


def test_a_deep_tree_is_read_to_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    try:
        for _ in range(1_200):
            folder.mkdir()
            folder = folder / "d"
        tree(folder.parent, "a.py")
        discovery = found(tmp_path)
    finally:
        # The standard library's own removal fails on a tree this deep, and so would pytest's.
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)
    assert len(discovery.sources) == 1


def test_a_linked_base_gives_the_same_names(tmp_path: Path) -> None:
    root = tree(tmp_path / "root", "a.py", "gen/b.py")
    (tmp_path / "link").symlink_to(root)
    discovery = found(tmp_path / "link", exclude=["/gen/"])
    assert names(discovery, root) == ["a.py"]
    assert discovery.tally.left_out == {"excluded": ("gen/b.py",)}
