"""Finds the files of the given paths that hold a keyword, and says why each other file was left out."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import git, tree
from pytest_modelgate.decode import content_of, limit_of, on_one_line, read, shown, unreadable
from pytest_modelgate.errors import UsageError
from pytest_modelgate.handwritten import is_generated, is_minified, reason_by_name
from pytest_modelgate.search import Matcher, matcher, may_be_wide
from pytest_modelgate.tallies import FileTally
from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pytest_modelgate.filenames import FileNames
    from pytest_modelgate.tree import Tree

__all__ = ["Discovery", "discover", "read", "shown"]

_MANY = 500
"""Files that git does not keep, from which on asking it to search them too is faster than reading them here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The files that hold a keyword, sorted; what was and was not read; what went wrong."""

    sources: tuple[Path, ...]
    tally: FileTally
    notifications: tuple[Notification, ...]


def discover(
    paths: Sequence[Path],
    *,
    base: Path,
    exclude: Sequence[str],
    names: FileNames,
    keywords: Sequence[str],
    force_exclude: bool = False,
    own: Iterable[Path] = (),
) -> Discovery:
    """The files at `paths` and below that hold a keyword; `base` is what shown paths and `exclude` are relative to.

    A file that is named itself is read although `exclude` or its folder says otherwise, unless `force_exclude`.
    `own` are files of modelgate's, which are full of ids and no code of the project.
    Submodules and repositories inside a repository are read by their own rules.
    Raises UsageError for a path that does not exist, or when there is nothing to read at any of them.
    """
    base = Path(os.path.realpath(base))
    recorded = frozenset(_join(Path(os.path.realpath(path.parent)), path.name) for path in own)
    scan = _Scan(base=base, names=names, matcher=matcher(keywords), excludes=_excluder(exclude), own=recorded)
    for place, is_folder in _places(paths).items():
        if is_folder:
            scan.read_folder(place)
        else:
            scan.read_named(place, force_exclude)
    tally = scan.tally()
    if not tally.read and not (force_exclude and tally.left_out):
        raise UsageError(_nothing(paths, names, tally.left_out))
    sources = tuple(Path(path) for path in sorted(scan.sources))
    notifications = sorted(scan.notifications, key=lambda each: (each.path or "", each.message))
    return Discovery(sources=sources, tally=tally, notifications=tuple(notifications))


@dataclass(slots=True, kw_only=True)
class _Scan:
    """What has been found so far. Paths are absolute, with `/` between parts and at the end of a folder."""

    base: Path
    names: FileNames
    matcher: Matcher
    excludes: Callable[[str], bool]
    own: frozenset[str]
    read: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    left_out: dict[str, str] = field(default_factory=dict)
    notifications: list[Notification] = field(default_factory=list)

    def read_folder(self, root: Path) -> None:
        """Reads what lies below, checkouts inside it by their own rules."""
        waiting = [root]
        while waiting:
            here = waiting.pop()
            found = self._read_checkout(here, root)
            if found is None:
                found = tree.walked(here, self.names)
                self._search(self._plain_files(here, root, found.loose))
            for reason, name in found.left_out:
                self.left_out[_join(here, name)] = reason
            for name, error in found.unreadable:
                self._unreadable(_join(here, name), error)
            waiting.extend(here / name for name in found.nested)

    def read_named(self, file: Path, force_exclude: bool) -> None:
        """Reads a file that was named itself."""
        path = file.as_posix()
        below = path.removeprefix(_join(self.base, "")).split("/")[:-1] if file.is_relative_to(self.base) else []
        if not self.names.wants(path):
            self.left_out[path] = "no reader"
        elif force_exclude and not tree.VENDORED.isdisjoint(below):
            self.left_out[path] = "vendored"
        elif self._is_plain(path, path.removeprefix(_join(self.base, "")) if force_exclude else None):
            self._search([path], named=not force_exclude)

    def tally(self) -> FileTally:
        """What was read by any of the paths, and the rest by reason."""
        by_reason: dict[str, list[str]] = {}
        for path in sorted(self.left_out.keys() - self.read):
            by_reason.setdefault(self.left_out[path], []).append(self._shown(path))
        left_out = {reason: tuple(by_reason[reason]) for reason in sorted(by_reason)}
        return FileTally(read=len(self.read), parsed=len(self.sources), left_out=left_out)

    def _read_checkout(self, here: Path, root: Path) -> Tree | None:
        """Reads the folder with git's help; None where git does not speak for it."""
        if git.top(here) is None:
            return None
        try:
            with self.matcher.asking_git(here, self.names) as answer:
                found = tree.listed(here, self.names)
                if found is None:
                    return None
                indexed = self._plain_files(here, root, found.indexed)  # while git searches
                hits = answer()
        except git.GitError as error:
            message = f"git could not list {self._shown(_join(here, ''))} ({error}); its files were found without git"
            self.notifications.append(Notification(message=message))
            return None
        self._search(indexed, hits)
        self._search(self._plain_files(here, root, found.loose))
        untracked = self._plain_files(here, root, found.untracked)
        if len(untracked) < _MANY:
            self._search(untracked)
        else:
            with self.matcher.asking_git(here, self.names, "--untracked") as answer:
                hits = answer()
            self._search(untracked, hits)
        return found

    def _plain_files(self, here: Path, root: Path, names: Iterable[str]) -> list[str]:
        top = self.base if here.is_relative_to(self.base) else root
        skipped = len(_join(top, ""))
        paths = (_join(here, name) for name in names)
        return [path for path in paths if self._is_plain(path, path[skipped:])]

    def _is_plain(self, path: str, name: str | None) -> bool:
        """Whether a regular file of bearable size lies there; `name` is what `exclude` may speak of."""
        if name is not None and (path in self.own or self.excludes(name)):
            self.left_out[path] = "excluded"
            return False
        if name is not None and (reason := reason_by_name(name[name.rfind("/") + 1 :])):
            self.left_out[path] = reason
            return False
        try:
            status = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return False  # git still lists a file that was deleted; there is nothing to read
        except OSError as error:
            self._unreadable(path, error)
            return False
        if stat.S_ISREG(status.st_mode) and status.st_size <= limit_of(path):
            return True
        link, plain = stat.S_ISLNK(status.st_mode), stat.S_ISREG(status.st_mode)
        self.left_out[path] = "symbolic link" if link else "too large" if plain else "not a regular file"
        return False

    def _search(self, paths: Iterable[str], hits: frozenset[str] | None = None, *, named: bool = False) -> None:
        """Keeps the files that hold a keyword: of `hits` that is known, without them each file is opened."""
        for path in paths:
            if hits is not None and path not in hits:
                self.read.add(path)
                continue
            try:
                content = content_of(path)
            except (FileNotFoundError, NotADirectoryError):
                continue  # removed since it was listed
            except OSError as error:
                self._unreadable(path, error)
                continue
            sure = hits is not None and not may_be_wide(content)
            if not sure and not self.matcher.holds(content):
                self.read.add(path)
            elif reason := _unfit(content, path, named):
                self.left_out[path] = reason
            else:
                self.read.add(path)
                self.sources.add(path)

    def _unreadable(self, path: str, error: OSError) -> None:
        self.left_out[path] = "unreadable"
        self.notifications.append(unreadable(self._shown(path), error))

    def _shown(self, path: str) -> str:
        return shown(Path(path), self.base) + "/" * path.endswith("/")


def _join(folder: Path, name: str) -> str:
    return f"{folder.as_posix().rstrip('/')}/{name}"


def _unfit(content: bytes, path: str, named: bool) -> str | None:
    """Why a file that holds a keyword is left out all the same, or None."""
    if len(content) > limit_of(path):
        return "too large"
    if is_minified(content, path):
        return "minified"
    return "generated" if is_generated(content) and not named else None


def _places(paths: Sequence[Path]) -> dict[Path, bool]:
    """Each path once, links resolved, and whether it is a folder."""
    places = {}
    mistakes = []
    for path in paths:
        try:
            real = Path(os.path.realpath(path))
            places[real] = stat.S_ISDIR(real.stat().st_mode)
        except FileNotFoundError:
            mistakes.append(f"{_quoted(path)}: no such file or folder; nothing was read, so name a path that exists")
        except (OSError, ValueError) as error:
            # Python's versions word it differently; only a null byte is refused as a value.
            reason = (error.strerror or str(error)).lower() if isinstance(error, OSError) else "embedded null byte"
            mistakes.append(f"{_quoted(path)}: cannot be reached ({reason}); name another path")
    if mistakes:
        raise UsageError(mistakes)
    return places


def _excluder(patterns: Sequence[str]) -> Callable[[str], bool]:
    if not patterns:
        return lambda _name: False
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns).match_file


def _nothing(paths: Sequence[Path], names: FileNames, left_out: Mapping[str, tuple[str, ...]]) -> str:
    named = ", ".join(map(_quoted, paths))
    if not left_out:
        kinds = names.in_words()
        return f"{named}: nothing to read; no file there is in a language that is read ({kinds}), or git ignores it"
    reasons = "; ".join(f"{reason}: {_some(names)}" for reason, names in left_out.items())
    return f"{named}: nothing to read, for all was left out ({reasons}); name other paths, or change `exclude`"


def _some(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(map(on_one_line, names[:3])) + more


def _quoted(path: Path) -> str:
    return on_one_line(shown(path, Path()))
