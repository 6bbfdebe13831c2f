"""The command `modelgate fix`: writes the replacements that may be written, and tells what it left and why."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, TextIO

from pytest_modelgate import gate
from pytest_modelgate.formats._fixes import change_line, diff_lines, left_line, replaced, spared_lines
from pytest_modelgate.formats._layout import wrapped
from pytest_modelgate.formats._summary import notices, verdict_of
from pytest_modelgate.mending import mend
from pytest_modelgate.remedies import planned, spared
from pytest_modelgate.terms import Verdict

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.config import Settings
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Report


def run(
    asked: argparse.Namespace,
    settings: Settings,
    today: date,
    *,
    paths: Sequence[Path] | None,
    style: Style,
    progress: Callable[[Sequence[Path]], Iterable[Path]],
) -> int:
    """Changes the files below the paths and prints what it did; gives the exit code.

    1 where something that fails the build stays, or where something would be changed and nothing may be written.
    """

    def read() -> Report:
        return gate.run(
            settings, paths=paths, today=today, deep=False, force_exclude=asked.force_exclude, progress=progress
        )

    writes = not (asked.diff or asked.check)
    named = () if asked.select is None else settings.select
    report = read()
    plan = planned(report, unsafe=asked.unsafe_fixes, named=named)
    left, done, failed = list(plan.left), [], False
    exact = asked.diff and _is_file(sys.stdout)
    told = sys.stderr if asked.diff else sys.stdout
    for file in mend(plan, report, settings, today, writes=writes):
        left += file.left
        failed = failed or bool(file.left)
        if not file.changes:
            continue
        done.append(file)
        if asked.diff:
            sys.stdout.writelines(diff_lines(file.path, file.before, file.after, style, exact=exact))
        if not asked.quiet:
            _say(told, (change_line(change, file.path, style, today) for change in file.changes))
    _say(told, (left_line(each, style) for each in sorted(left, key=lambda each: each.place)))
    after = read() if done and writes else report
    _say(sys.stderr, notices(after, style, blocking_only=asked.quiet))
    changes = sum(len(file.changes) for file in done)
    if not asked.quiet:
        aside = spared_lines(spared(report, named), report.gate_roles)
        ends = [replaced(changes, len(done), writes=writes)] if done else ["Nothing was changed."]
        if writes or not done:
            ends.append(verdict_of(after))
        _say(sys.stderr, (line for each in (*aside, " ".join(ends)) for line in wrapped(each, style)))
    if changes and not writes:
        return Verdict.FINDINGS
    if failed and after.verdict is Verdict.CLEAN:
        return Verdict.NO_VERDICT
    return after.verdict


def _say(stream: TextIO, lines: Iterable[str]) -> None:
    stream.writelines(f"{line}\n" for line in lines)
    stream.flush()


def _is_file(stream: TextIO) -> bool:
    """Whether what is written there goes into a file, and so is nothing that acts on it."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False
