"""Tells files that a person writes from those that a machine put out, by their first lines and their width."""

from __future__ import annotations

import re

_LONGEST_LINE = 50_000
"""Bytes that nobody writes on one line; working out places on it costs their square."""

_HEAD = 2048
_HEAD_LINES = 10
"""Where a generator says that it wrote the file: bytes and lines from the beginning."""

_COMMENT = re.compile(rb"[ \t]*(?:#|//|/\*|\*|--|;|<!--|\"\"\"|''')")
_GENERATED = re.compile(rb"@generated\b")
_BY_MACHINE = re.compile(rb"generated", re.IGNORECASE)
_HANDS_OFF = re.compile(rb"do not (?:edit|modify)", re.IGNORECASE)


def is_minified(content: bytes) -> bool:
    """Whether a line is so long that nobody wrote it and no parser should see it."""
    start = 0
    while len(content) - start > _LONGEST_LINE:
        end = start + _LONGEST_LINE + 1
        start = 1 + max(content.rfind(b"\n", start, end), content.rfind(b"\r", start, end))
        if not start:
            return True
    return False


def is_generated(content: bytes) -> bool:
    """Whether the first comments say that a program wrote the file and will write it again."""
    head = b"\n".join(line for line in content[:_HEAD].splitlines()[:_HEAD_LINES] if _COMMENT.match(line))
    # "Do not edit" alone is what people write over settings that matter: such a file must be judged.
    return bool(_GENERATED.search(head) or (_BY_MACHINE.search(head) and _HANDS_OFF.search(head)))
