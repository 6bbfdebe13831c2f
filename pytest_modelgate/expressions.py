"""Regular expressions that are compiled when they are first asked: of hundreds, a run asks few."""

from __future__ import annotations

import re
from functools import cached_property


class Expression:
    """A regular expression by its text. One that cannot be compiled raises `re.error` when it is first asked."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the text compiles to."""
        return re.compile(self.text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole text."""
        return self.pattern.fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text)
