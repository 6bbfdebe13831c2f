"""Lists the files below a folder: git's own list in a checkout, elsewhere a walk that honours `.gitignore` files."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import git
from pytest_modelgate.decode import content_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from pytest_modelgate.filenames import FileNames

    Specs = tuple[tuple[str, GitIgnoreSpec], ...]

TOOLS = frozenset(
    {".git", ".hg", ".svn", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    | {".ipynb_checkpoints", ".import_linter_cache", ".next", ".nuxt", ".svelte-kit", ".turbo", ".parcel-cache"}
    | {".angular", ".gradle", ".cache"}
)
"""Folders in which tools keep what is theirs; no source lies there, so they are not even counted."""

VENDORED = frozenset(
    {"_vendor", "_vendored", "vendor", "vendored", "vendors", "third_party", "third-party", "thirdparty"}
    | {"3rdparty", "extern", "node_modules", "bower_components", "site-packages", "dist-packages"}
    | {"jspm_packages", "Pods", "Carthage", ".tox", ".nox", ".eggs", ".yarn", ".terraform"}
)
"""Folders that hold other people's code."""

_ENVIRONMENT = "pyvenv.cfg"
_LINK = b"120000"
_SUBMODULE = b"160000"
_OTHER = b"?"
_SEARCHED = (b"H", b"M")
"""States in which `git grep` reads the file from disk; others mean that git was told not to look at it."""


@dataclass(slots=True)
class Tree:
    """What lies below a folder, by names relative to it with `/` between parts."""

    indexed: list[str] = field(default_factory=list)
    """Wanted files that `git grep` searches."""
    untracked: list[str] = field(default_factory=list)
    """Wanted files that it searches only when it is asked to."""
    loose: list[str] = field(default_factory=list)
    """Wanted files that it does not search, or not as they are on disk."""
    nested: list[str] = field(default_factory=list)
    """Folders that are checkouts of their own: submodules and repositories inside the repository."""
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Reason and name of what was not listed."""
    unreadable: list[tuple[str, OSError]] = field(default_factory=list)


def listed(folder: Path, names: FileNames) -> Tree | None:
    """Git's list of the folder's files, or None where git ignores the folder itself. Raises GitError."""
    # The state (-v) and mode (-s) of an entry tell which files `git grep` does not read from disk, which are links and
    # which are other repositories. No pattern is given to git, for it would hide the repositories and environments.
    _, answer = git.ask(folder, "ls-files", "-z", "-v", "-s", "--cached", "--others", "--exclude-standard")
    if (not answer or git.top(folder) != folder) and _ignored(folder):
        return None
    entries = [_entry(record) for record in answer.split(b"\0") if record]
    tree = Tree()
    foreign = _Foreign({name[: -len(_ENVIRONMENT)] for *_, name in entries if name.endswith(f"/{_ENVIRONMENT}")})
    # A file in a merge conflict is listed once for each side; its name is kept once.
    for name, (state, mode) in {name: (state, mode) for state, mode, name in entries}.items():
        wanted = names.wants(name)
        if mode == _SUBMODULE or name.endswith("/"):
            if not foreign.holds(f"{name}/"):
                _add_checkout(tree, folder, name.rstrip("/"))
        elif mode == _LINK or (not wanted and state == _OTHER and Path(folder, name).is_symlink()):
            if not foreign.holds(name):
                _add_link(tree, folder, name, wanted)
        elif wanted and not foreign.holds(name):
            kept = tree.indexed if state in _SEARCHED else tree.untracked if state == _OTHER else tree.loose
            kept.append(name)
    tree.left_out.extend(("vendored", name) for name in sorted(foreign.found))
    return tree


def walked(folder: Path, names: FileNames) -> Tree:
    """The folder's files, found by walking it without following links."""
    tree = Tree()
    waiting: list[tuple[str, Specs]] = [("", ())]
    while waiting:
        here, specs = waiting.pop()
        try:
            with os.scandir(f"{folder}/{here}") as found:
                entries = {entry.name: entry for entry in found}
        except (FileNotFoundError, NotADirectoryError):
            continue  # removed since its parent was read
        except OSError as error:
            tree.unreadable.append((here, error))
            continue
        if here and ".git" in entries:
            tree.nested.append(here.rstrip("/"))
            continue
        if here and _ENVIRONMENT in entries:
            tree.left_out.append(("vendored", here))
            continue
        if ".gitignore" in entries and entries[".gitignore"].is_file(follow_symlinks=False):
            try:
                specs = (*specs, (here, _spec(f"{folder}/{here}.gitignore")))
            except OSError as error:
                tree.unreadable.append((f"{here}.gitignore", error))
        for name, entry in entries.items():
            path = f"{here}{name}"
            wanted = names.wants(name)
            if entry.is_dir(follow_symlinks=False):
                if name in TOOLS or _ignores(specs, f"{path}/"):
                    continue
                if name in VENDORED:
                    tree.left_out.append(("vendored", f"{path}/"))
                else:
                    waiting.append((f"{path}/", specs))
            elif entry.is_symlink():
                if not _ignores(specs, path):
                    _add_link(tree, folder, path, wanted)
            elif wanted and not _ignores(specs, path):
                tree.loose.append(path)
    return tree


class _Foreign:
    """Decides, once for each folder, whether it holds other people's code or a tool's."""

    def __init__(self, environments: set[str]) -> None:
        self.found: set[str] = set()
        self._environments = environments
        self._known: dict[str, bool] = {"": False}

    def holds(self, name: str) -> bool:
        folder = name[: name.rfind("/") + 1]
        if folder not in self._known:
            self._known[folder] = self._judge(folder)
        return self._known[folder]

    def _judge(self, folder: str) -> bool:
        above, _, name = folder[:-1].rpartition("/")
        if self.holds(f"{above}/" if above else ""):
            return True
        if name in VENDORED or folder in self._environments:
            self.found.add(folder)
            return True
        return name in TOOLS


def _entry(record: bytes) -> tuple[bytes, bytes, str]:
    """State, mode and name of one record; files that git does not keep have no mode."""
    state, rest = record[:1], record[2:]
    if state == _OTHER:
        return state, b"", os.fsdecode(rest)
    facts, _, name = rest.partition(b"\t")
    return state, facts[:6], os.fsdecode(name)


def _ignored(folder: Path) -> bool:
    code, _ = git.ask(folder, "check-ignore", "-q", "--no-index", "--", ".", success=(0, 1))
    return code == 0


def _add_checkout(tree: Tree, folder: Path, name: str) -> None:
    if os.path.lexists(f"{folder}/{name}/.git"):
        tree.nested.append(name)
    else:
        tree.left_out.append(("not checked out", f"{name}/"))


def _add_link(tree: Tree, folder: Path, name: str, wanted: bool) -> None:
    """Links that could matter are counted; what they lead to is read where it lies, if it lies below the folder."""
    if wanted or Path(folder, name).is_dir():
        tree.left_out.append(("symbolic link", name))


def _spec(path: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    lines = os.fsdecode(content_of(path)).replace("\r\n", "\n").split("\n")
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        # Git passes over a line that it cannot make sense of, and so the others must still count.
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _ignores(specs: Specs, path: str) -> bool:
    """What the deepest `.gitignore` file that speaks of the path says."""
    for folder, spec in reversed(specs):
        include = spec.check_file(path[len(folder) :]).include
        if include is not None:
            return include
    return False
