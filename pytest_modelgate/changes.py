"""Which lines of which files a change touched, as values and as git's patches tell it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


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
