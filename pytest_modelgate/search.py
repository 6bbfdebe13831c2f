"""Says which files hold a keyword: by `git grep` for the files that git keeps, else by their bytes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate import git
from pytest_modelgate.decode import mark_of
from pytest_modelgate.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytest_modelgate.filenames import FileNames

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""Part of what a file in UTF-16 or UTF-32 begins with: git cannot see keywords there, and looks for these instead."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """The keywords in the form that both ways search for: lower-case bytes, none of which holds another."""

    words: tuple[bytes, ...]
    _finder: Finder

    def holds(self, content: bytes) -> bool:
        """Whether a file of these bytes holds a keyword, in any case."""
        mark = mark_of(content)
        if mark is not None and mark[1] != "utf-8":
            content = content.decode(mark[1], "replace").encode("utf-8", "replace")
        return self._finder.holds(content.lower())

    @contextmanager
    def asking_git(
        self, folder: Path, names: FileNames, *options: str
    ) -> Iterator[Callable[[], frozenset[str] | None]]:
        """Starts the search, and gives a function that waits for the paths, `/` between parts, that may hold a keyword.

        It gives None where git complains, as it does of files that it cannot open. A file that `may_be_wide` must be
        searched again by `holds`. Raises GitError where there is no git.
        """
        # Bytes are compared, whatever the files are (-a), in the C locale: as `holds` does, and faster than characters.
        arguments = ("grep", "-l", "-z", "-a", "-i", "-F", "--no-color", *options, "-f", "-", "--")
        patterns = b"\n".join((*self.words, *_WIDE_MARKS, b""))
        with git.asking(folder, *arguments, *names.pathspecs(), lines=patterns, success=(0, 1)) as answer:

            def paths() -> frozenset[str] | None:
                try:
                    _, found = answer()
                except git.GitError:
                    return None
                above = folder.as_posix().rstrip("/")
                return frozenset(f"{above}/{os.fsdecode(name)}" for name in found.split(b"\0"))

            yield paths


def matcher(keywords: Sequence[str]) -> Matcher:
    """What to search for, given keywords in any case."""
    words = sorted({keyword.lower() for keyword in keywords}, key=lambda word: (len(word), word))
    # Where a shorter word stands in a longer one, whatever holds the longer one is found already.
    finder = Finder(words)
    kept = [word for word in words if all(end - start == len(word) for start, end, _ in finder.found(word.encode()))]
    return Matcher(tuple(word.encode() for word in kept), Finder(kept))


def may_be_wide(content: bytes) -> bool:
    """Whether git may have named the file for a wide mark alone: both hold this byte, which UTF-8 never does."""
    return b"\xff" in content
