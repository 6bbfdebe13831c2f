"""Makes the scripts by which shells complete modelgate's commands, options and file names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

SHELLS = ("bash", "fish", "powershell", "tcsh", "zsh")
_FILES = ("PATH", "FILE", "ID|PATH:LINE")
"""What the help calls arguments that are files."""


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script for one of the shells."""
    import shtab

    for action in _actions(parser):
        if action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    text: str = shtab.complete(parser, shell=shell)
    return text.rstrip("\n") + "\n"


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    waiting = [parser]
    while waiting:
        for action in waiting.pop()._actions:
            yield action
            if isinstance(action.choices, dict):
                waiting.extend(action.choices.values())
