"""The exceptions, as one tree.

ModelgateError: there is no verdict; its text is ready for the user
├── UsageError: an option, a path or a configuration that cannot be acted on
├── EditError: a file that cannot be changed as it is meant to be
├── ChangesError: what changed since a commit cannot be told
└── TableError: a deprecations table that cannot be trusted
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ModelgateError(Exception):
    """There is no verdict. `mistakes` holds every reason, each ready to be shown on a line of its own."""

    def __init__(self, mistakes: str | Iterable[str]) -> None:
        self.mistakes: tuple[str, ...] = (mistakes,) if isinstance(mistakes, str) else tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class UsageError(ModelgateError):
    """An option, a path or a configuration that cannot be acted on."""


class EditError(ModelgateError):
    """A file that cannot be changed as it is meant to be, and so stays as it is; its text is the reason."""


class ChangesError(ModelgateError):
    """What changed since a commit cannot be told, so nothing may count as unchanged."""


class TableError(ModelgateError):
    """A deprecations table that cannot be trusted; each mistake begins with `file:line:`."""
