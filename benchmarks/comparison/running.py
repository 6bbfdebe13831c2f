"""Runs one tool on a folder, away from the user's own settings and keys, under a time limit."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.comparison.tools import Hit, Tool

PASSED_ON = ("PATH", "LANG", "LC_ALL", "SSL_CERT_FILE")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run came to: its hits, with paths below the folder, the exit code (None: out of time) and its length."""

    hits: frozenset[Hit]
    code: int | None
    seconds: float
    said: str = ""


def run(tool: Tool, root: Path, programs: Path, *, limit: float) -> Run:
    """One run of a tool. The exit code is that of its first command, which is the one that judges."""
    root = root.absolute()
    with tempfile.TemporaryDirectory() as home:
        places = {"root": str(root), "bin": str(programs), "out": f"{home}/out"}
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        environment |= {"HOME": home, "NO_COLOR": "1", "COLUMNS": "400"}
        outputs: list[str] = []
        code: int | None = None
        start = time.perf_counter()
        for command in tool.commands:
            words = [word.format(**places) for word in command]
            given = root if root.is_dir() else Path(home)
            ended, out, err = finished(words, given, environment, limit - (time.perf_counter() - start))
            if ended is None:
                return Run(frozenset(), None, limit, "out of time")
            outputs.append(out)
            code = ended if code is None else code
        seconds = time.perf_counter() - start
    try:
        hits = frozenset(replace(hit, path=below(hit.path, root)) for hit in tool.read(outputs))
    except (ValueError, KeyError, IndexError, TypeError) as error:
        said = (err.strip().splitlines() or outputs[0].strip().splitlines() or [""])[-1]
        return Run(frozenset(), code, seconds, f"unreadable output ({error!r}): {said}")
    return Run(hits, code, seconds)


def finished(words: list[str], folder: Path, environment: dict[str, str], limit: float) -> tuple[int | None, str, str]:
    """The exit code of a command and what it printed; no code, and all that it started ended, when time is up."""
    with subprocess.Popen(
        words,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=max(limit, 1))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return None, "", ""
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return process.returncode, out, err


def below(path: str, root: Path) -> str:
    """A path as a tool names it, as one below the folder that it read."""
    there = Path(os.path.normpath(root / path))
    return there.relative_to(root).as_posix() if there.is_relative_to(root) else path
