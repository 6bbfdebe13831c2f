"""What a person sees who runs modelgate: the sessions that the README and the rules' pages show."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from pytest_modelgate import cli
from pytest_modelgate.listers import all_listers

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
AS_OF = "2026-11-21"
COLUMNS = "100"
_OWN = ("COV_", "MODELGATE_", "PYTEST_", "PYTHON")


_LOOKS = {"COLUMNS": COLUMNS, "NO_COLOR": "1", "TERM": "dumb"}


class _Terminal(io.StringIO):
    """What is taken for a terminal, and keeps what is written to it."""

    def isatty(self) -> bool:
        return True


def watched(*words: str) -> str:
    """What the command prints in `examples/`, on a terminal of 100 columns without colour."""
    reader, terminal = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest_modelgate", *words],
        cwd=EXAMPLES,
        env=_environment() | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    pieces = []
    # An error is Linux's way to say that the program has closed its terminal.
    with suppress(OSError):
        while piece := os.read(reader, 4096):
            pieces.append(piece)
    os.close(reader)
    process.wait()
    return b"".join(pieces).decode().replace("\r\n", "\n")


def session(*words: str) -> str:
    """A command with what it prints in `examples/`, as a block of Markdown."""
    return _block(words, watched(*words))


def session_in(folder: Path, *words: str, given: Mapping[str, str] | None = None) -> str:
    """The same of a command in another folder, in this very process."""
    terminal = _Terminal()
    world = _environment() | dict(given or {})
    with (
        chdir(folder),
        patch.dict(os.environ, world, clear=True),
        redirect_stdout(terminal),
        redirect_stderr(terminal),
    ):
        cli.main(list(words))
    return _block(words, terminal.getvalue())


def _environment() -> dict[str, str]:
    """This machine's, without what is set for tests, and without the keys and addresses of providers."""
    asked = {name for lister in all_listers() for name in (*lister.keys, *lister.bases)}
    kept = {name: value for name, value in os.environ.items() if name not in asked and not name.startswith(_OWN)}
    return kept | _LOOKS


def _block(words: tuple[str, ...], told: str) -> str:
    return f"```console\n$ modelgate {' '.join(words)}\n{told}```\n"
