"""The command `modelgate baseline`: records the findings of today, so that from now on only new ones fail."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pytest_modelgate import baseline as baselines
from pytest_modelgate import gate
from pytest_modelgate.decode import shown
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats._escape import visible
from pytest_modelgate.formats._layout import count
from pytest_modelgate.formats._summary import notices
from pytest_modelgate.terms import Verdict
from pytest_modelgate.writing import writable, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.config import Settings
    from pytest_modelgate.kinds import Style


def run(
    settings: Settings,
    today: date,
    *,
    prune: bool,
    style: Style,
    progress: Callable[[Sequence[Path]], Iterable[Path]],
) -> tuple[list[str], int]:
    """Writes the baseline, and gives what to tell, and the exit code.

    With `prune`, only findings that the baseline knows already stay in it. Where something could not be judged, nothing
    is written. Raises UsageError when the file is there and is no baseline, or cannot be written.
    """
    path = baselines.path_in(settings.root, settings.baseline)
    name = visible(shown(path, settings.root))
    writable(path)
    there = os.path.lexists(path)
    if prune and not there:
        raise UsageError(f"{name} does not exist, so there is nothing to prune; `modelgate baseline` makes it")
    before = baselines.read(path, settings.root) if there else baselines.Baseline(name=name)
    report = gate.run(settings, paths=None, today=today, deep=False, progress=progress, baselined=False)
    if any(notification.blocking for notification in report.notifications):
        told = f"modelgate: error: {name} was not written, for not everything could be judged; mend what is told above"
        return [*notices(report, style, blocking_only=True), told], Verdict.NO_VERDICT
    _, pairs = baselines.applied(report, before, lambda path: not (settings.root / path).exists())
    known = [finding for finding, _ in pairs if prune or report.counts(finding)]
    failing = [finding for finding in report.findings if report.counts(finding)]
    entries = [baselines.entry_of(finding) for finding in (known if prune else failing)]
    if not entries and not there:
        return ["nothing fails the build, so there is nothing to record"], Verdict.CLEAN
    content = baselines.rendered(entries).encode()
    if not there or path.read_bytes() != content:
        write(path, content)
    holds = f"{name} holds {count(len(entries), 'finding')}, {len(entries) - len(known)} of them new"
    return [f"{holds}; {len(before.entries) - len(known)} no longer found"], Verdict.CLEAN
