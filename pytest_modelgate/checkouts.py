"""Compares checkouts with an earlier commit, and says which lines of which files are not as they were there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import git
from pytest_modelgate.changes import Changed, as_on_disk, patched
from pytest_modelgate.decode import content_of, on_one_line, shown
from pytest_modelgate.errors import ChangesError
from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pytest_modelgate.filenames import FileNames
    from pytest_modelgate.values import Finding

_DIFF = (
    *("diff-index", "-z", "--numstat", "-p", "--unified=0", "--inter-hunk-context=0", "-M", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/"),
)
_VERIFY = ("rev-parse", "--verify", "--quiet")
_SUBMODULE = b"160000"
_WATCHED = b"H"
"""How git marks a file that it keeps and looks at; others may have changed without its telling."""


class Comparison:
    """What changed below some paths since a commit. Raises ChangesError where that cannot be told."""

    def __init__(self, ref: str, root: Path, paths: Iterable[Path]) -> None:
        self.ref = ref
        self.notifications: list[Notification] = []
        self._root = root
        self._home = Path(os.path.realpath(root))
        self._bases: dict[Path, str | None] = {}
        for path in paths:
            real = Path(os.path.realpath(path))
            checkout = git.top(real if real.is_dir() else real.parent)
            if checkout is None:
                name = on_one_line(shown(path, Path.cwd()))
                raise self._cannot(f"{name!r} is in no git checkout; leave it out, or run without this option")
            self._base(checkout)

    def changed(self, findings: Iterable[Finding], places: Mapping[str, Path], names: FileNames) -> Changed:
        """The changed lines of the files that the findings are about.

        `places` are the files that were read, by their shown paths, and `names` what such files are called. Raises
        ChangesError where git cannot tell.
        """
        told = {path for finding in findings for path in _paths_of(finding)}
        by_checkout: dict[Path, dict[str, Path]] = {}
        lines: dict[str, frozenset[int] | None] = dict.fromkeys(told - places.keys())
        for name in sorted(told & places.keys()):
            checkout = git.top(places[name].parent)
            if checkout is None or self._base(checkout) is None:
                lines[name] = None
            else:
                by_checkout.setdefault(checkout, {})[name] = places[name]
        for checkout, inside in by_checkout.items():
            lines |= self._lines(checkout, inside, names)
        return Changed(ref=self.ref, lines=lines)

    def _lines(self, checkout: Path, files: Mapping[str, Path], names: FileNames) -> dict[str, frozenset[int] | None]:
        """The changed lines of those files of one checkout that changed."""
        _, listed = self._ask(checkout, "ls-files", "-z", "-v", "--cached")
        watched = {record[2:] for record in listed.split(b"\0") if record[:1] == _WATCHED}
        # Also files that nobody asks for: a file may have been moved from one of them.
        options = (*self._unfiltered(checkout), "-c", "core.safecrlf=false")
        _, output = self._ask(checkout, *options, *_DIFF, str(self._base(checkout)), "--", *names.pathspecs("top"))
        told = patched(output)
        found: dict[str, frozenset[int] | None] = {}
        for name, path in files.items():
            key = os.fsencode(path.relative_to(checkout).as_posix())
            new = told.get(key, {})
            if key not in watched or new is None or (new and not _is_true(new, path)):
                found[name] = None
            elif new:
                found[name] = frozenset(new)
        return found

    def _base(self, checkout: Path) -> str | None:
        """The commit that a checkout is compared with; None where all of it is new."""
        if checkout not in self._bases:
            around = None if self._home.is_relative_to(checkout) else git.top(checkout.parent)
            self._bases[checkout] = self._named(checkout) if around is None else self._held(checkout, around)
        return self._bases[checkout]

    def _named(self, checkout: Path) -> str:
        """The last commit that the named one and the checkout have in common."""
        if self.ref.startswith("-") or not self.ref.isprintable():
            raise self._cannot("no commit has such a name; write a branch, a tag or a commit")
        wanted = f"{self.ref}^{{commit}}"
        code, found = self._ask(checkout, *_VERIFY, "--end-of-options", wanted, success=(0, 1))
        if code:
            raise self._cannot(f"it names no commit in {_folder(checkout)}; {self._way_out(checkout)}")
        code, common = self._ask(checkout, "merge-base", found.strip().decode("ascii"), "HEAD", success=(0, 1))
        if code:
            raise self._cannot(f"it has no history in common with HEAD; {self._way_out(checkout)}")
        return common.strip().decode("ascii")

    def _held(self, checkout: Path, around: Path) -> str | None:
        """The commit at which the checkout around this one had it as its submodule."""
        base = self._base(around)
        if base is None:
            return None
        place = checkout.relative_to(around).as_posix()
        _, entries = self._ask(around, "--literal-pathspecs", "ls-tree", "-z", base, "--", place)
        mode, _, rest = entries.partition(b" ")
        if mode != _SUBMODULE:
            return None
        commit = rest.partition(b" ")[2].partition(b"\t")[0].decode("ascii")
        code, _ = self._ask(checkout, *_VERIFY, f"{commit}^{{commit}}", success=(0, 1))
        if code == 0:
            return commit
        name = shown(checkout, self._root)
        message = (
            f"all of {name} counts as changed: it was at {commit[:12]} in {self.ref!r}, which this clone of it does not"
            f" have; fetch it there, in GitHub Actions with `fetch-depth: 0`"
        )
        self.notifications.append(Notification(message=message, path=name))
        return None

    def _unfiltered(self, checkout: Path) -> list[str]:
        """Options that keep git from starting the commands with which a configuration rewrites files."""
        _, names = self._ask(checkout, "config", "--name-only", "-z", "--get-regexp", r"^filter\..*\.", success=(0, 1))
        drivers = sorted({os.fsdecode(name).rpartition(".")[0] for name in names.split(b"\0") if name})
        if strange := next((driver for driver in drivers if "=" in driver), None):
            raise self._cannot(f"git is configured with {strange!r}, a filter that cannot be switched off")
        settings = ("clean=", "process=", "required=false")
        return [word for driver in drivers for setting in settings for word in ("-c", f"{driver}.{setting}")]

    def _way_out(self, checkout: Path) -> str:
        _, answer = self._ask(checkout, "rev-parse", "--is-shallow-repository")
        if answer.strip() == b"true":
            return "this clone is shallow, so fetch all of the history, in GitHub Actions with `fetch-depth: 0`"
        return "name a branch, a tag or a commit that was fetched"

    def _ask(self, checkout: Path, *arguments: str, success: tuple[int, ...] = (0,)) -> tuple[int, bytes]:
        try:
            return git.ask(checkout, *arguments, success=success)
        except git.GitError as error:
            reason = f"git could not tell in {_folder(checkout)} ({error})"
            if _is_partial(checkout):
                reason = (
                    f"{_folder(checkout)} is a partial clone without old contents; fetch all of it, with no `filter`"
                )
            raise self._cannot(reason) from error

    def _cannot(self, reason: str) -> ChangesError:
        return ChangesError(f"what changed since {self.ref!r} cannot be told: {reason}")


def _paths_of(finding: Finding) -> set[str]:
    """The files of a finding's reference and of the calls that it reaches."""
    reference = finding.reference
    return {reference.path, *(use.path or reference.path for use in reference.occurrence.uses)}


def _is_partial(checkout: Path) -> bool:
    """Whether contents were left out of a clone, to be fetched when they are needed; here nothing is fetched."""
    try:
        return git.ask(checkout, "config", "--get-regexp", r"^remote\..*\.promisor$", success=(0, 1))[0] == 0
    except git.GitError:
        return False


def _is_true(new: Mapping[int, bytes], path: Path) -> bool:
    """Whether the file still is what git compared, line by line: attributes can make git see something else."""
    try:
        return as_on_disk(new, content_of(path))
    except OSError:
        return False


def _folder(checkout: Path) -> str:
    return repr(on_one_line(str(checkout)))
