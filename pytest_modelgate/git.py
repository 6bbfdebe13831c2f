"""Asks git about a checkout that may be hostile: it lists and searches files, and starts nothing else."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

_FIXED = (
    *("--no-pager", "--no-optional-locks"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    # A folder that only looks like a repository, and transports that a configuration could turn into commands.
    *("-c", "safe.bareRepository=explicit", "-c", "protocol.allow=never"),
    # Settings that would change which names come back, or how they are spelt.
    *("-c", "submodule.recurse=false", "-c", "grep.fullName=false", "-c", "grep.fallbackToNoIndex=false"),
)

_REMARKS = (b"warning: exhaustive rename detection ", b"warning: you may want to set your diff.renameLimit ")
"""What git says of its work without taking anything back: files that moved are then told as new ones."""

_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")


class GitError(Exception):
    """Git is not there, or would not answer; the text says why in git's words."""


def top(folder: Path) -> Path | None:
    """The nearest folder, upward from this one, that is the root of a checkout."""
    return next((place for place in (folder, *folder.parents) if os.path.lexists(place / ".git")), None)


def ask(folder: Path, *arguments: str, success: tuple[int, ...] = (0,)) -> tuple[int, bytes]:
    """Git's exit code and answer. Raises GitError for any other code, and whenever git complains."""
    with asking(folder, *arguments, success=success) as answer:
        return answer()


@contextmanager
def asking(
    folder: Path, *arguments: str, lines: bytes = b"", success: tuple[int, ...] = (0,)
) -> Iterator[Callable[[], tuple[int, bytes]]]:
    """Starts git and gives a function that waits for its exit code and answer; `lines` is what git reads."""
    import subprocess

    command = shutil.which("git")
    if command is None or not Path(command).is_absolute():
        # A search path with `.` on it would start whatever the scanned folder calls git.
        raise GitError("git is not installed")
    with subprocess.Popen(
        [command, *_FIXED, *arguments],
        cwd=folder,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        _send(process, lines)

        def answer() -> tuple[int, bytes]:
            output, said = process.communicate()
            complaint = [line for line in said.splitlines() if not line.startswith(_REMARKS)]
            if process.returncode not in success or complaint:
                lines = b"\n".join(complaint).decode("utf-8", "replace").strip().splitlines()
                raise GitError(lines[0] if lines else f"exit code {process.returncode}")
            return process.returncode, output

        yield answer


def _send(process: subprocess.Popen[bytes], lines: bytes) -> None:
    """Hands git its input before anything is awaited, so that it works while we do."""
    # A pipe that nobody reads any more means that git has given up; its answer will say why.
    with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as pipe:
        pipe.write(lines)
    process.stdin = None


def _environment() -> dict[str, str]:
    """Ours, without what a hook or a shell may have set to point git at another repository, index or way of matching.

    The index that git hands its commit hooks (GIT_INDEX_FILE) goes too: files are read from disk, where the next
    commit's new files are untracked at worst, and those are listed as well. Settings of the user's own stay, for
    they may say which owners git is to trust.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return {**kept, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
