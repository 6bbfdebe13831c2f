"""Which lines of which files a change touched, as a value and as git's patches tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')
_LETTERS = dict(zip(b'abtnvfr"\\', b'\a\b\t\n\v\f\r"\\', strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a change touched, for a run in which nothing else fails the build."""

    ref: str
    """What the change is compared with, as the user names it."""
    lines: Mapping[str, frozenset[int] | None] = field(default_factory=dict)
    """Of each file that changed, by its shown path, the lines that are new or not as they were; None for all."""

    def holds(self, path: str, first: int, last: int) -> bool:
        """Whether a line from the first to the last is new, or not as it was."""
        lines = self.lines.get(path, frozenset())
        return lines is None or any(line in lines for line in range(first, last + 1))


def patched(output: bytes) -> dict[bytes, dict[int, bytes] | None]:
    """The new lines of each file, by its path and their numbers; None for a file that git tells no lines of.

    `output` is git's answer to `--numstat -z -p --unified=0` with the prefixes `a/` and `b/`. A file without new lines
    is there too, unless it is gone. Where the counts and the patch differ, a file counts as one without lines.
    """
    counts, patch = _counts(output)
    lines = _lines(patch)
    return {
        path: new if count is not None and len(new := lines.get(path, {})) == count else None
        for path, count in counts.items()
    }


def as_on_disk(new: Mapping[int, bytes], content: bytes) -> bool:
    """Whether git's new lines are those of the file, and its numbers those that everybody counts."""
    if b"\r" in content.replace(b"\r\n", b""):
        # A newline for readers of Python, and none for git.
        return False
    lines = content.split(b"\n")
    return all(number <= len(lines) and lines[number - 1].rstrip(b"\r") == text for number, text in new.items())


def _counts(output: bytes) -> tuple[dict[bytes, int | None], bytes]:
    """The number of new lines of each file, None for those that git takes for binary; and what follows."""
    counts: dict[bytes, int | None] = {}
    while output and not output.startswith(b"\0"):
        record, _, output = output.partition(b"\0")
        added, _, path = record.split(b"\t", 2)
        if not path:
            _, path, output = output.split(b"\0", 2)
        before = counts.get(path, 0)
        # A link that became a file is told twice: as one that is gone, and as one that is new.
        counts[path] = None if added == b"-" or before is None else before + int(added)
    return counts, output[1:]


def _lines(patch: bytes) -> dict[bytes, dict[int, bytes]]:
    """The new lines of each file that the patch tells lines of."""
    found: dict[bytes, dict[int, bytes]] = {}
    new: dict[int, bytes] = {}
    lines = iter(patch.split(b"\n"))
    for line in lines:
        hunk = _HUNK.match(line)
        if line.startswith(b"+++ "):
            new = found.setdefault(_path(line[4:]), {})
        elif hunk is not None:
            removed, first, added = (1 if part is None else int(part) for part in hunk.groups())
            new |= _added(lines, removed, first, added)
    return found


def _added(lines: Iterator[bytes], removed: int, first: int, added: int) -> Iterator[tuple[int, bytes]]:
    """The new lines of one hunk; what it holds is content, however much it may look like a patch."""
    for line in lines:
        if line.startswith(b"+"):
            yield first, line[1:].rstrip(b"\r")
            first, added = first + 1, added - 1
        elif line.startswith(b"-"):
            removed -= 1
        if not (removed or added):
            return


def _path(name: bytes) -> bytes:
    """The path that a header of a patch names."""
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_letter, name.rstrip(b"\t")[1:-1])
    return name.removesuffix(b"\t").removeprefix(b"b/")


def _letter(found: re.Match[bytes]) -> bytes:
    escape = found[1]
    return bytes([int(escape, 8) if len(escape) == 3 else _LETTERS[escape[0]]])
