"""Changes files as a plan says, one at a time: each is proved before it is written, and written whole or not at all."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.decode import content_of, limit_of, shown
from pytest_modelgate.edits import amiss, edited, fresh
from pytest_modelgate.errors import EditError, UsageError
from pytest_modelgate.examine import Examiner
from pytest_modelgate.remedies import Mended
from pytest_modelgate.terms import LiveMode
from pytest_modelgate.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.config import Settings
    from pytest_modelgate.remedies import Change, Plan
    from pytest_modelgate.values import Report, SourceFile, Use


def mend(plan: Plan, report: Report, settings: Settings, today: date, *, writes: bool) -> Iterator[Mended]:
    """Each file of the plan, in order, after it was changed; without `writes`, as it would be.

    A file is only written when what is read from it then is what was read before, but for the ids that are replaced.
    """
    if not plan.changes:
        return
    # What a lock file says of a new id is for people to settle, and nobody is asked again for a proof.
    examiner = Examiner(replace(settings, locked=False, live=LiveMode.OFF), today, deep=True)
    for path in sorted(plan.changes):
        changes = plan.changes[path]
        try:
            before, after = _mended(path, changes, _asked(report, path), examiner, writes=writes)
        except EditError as error:
            yield Mended(path=path, changes=changes, refused="; ".join(error.mistakes))
        else:
            yield Mended(path=path, changes=changes, before=before, after=after)


def _mended(
    name: str, changes: Sequence[Change], asked: Mapping[str, tuple[Use, ...]], examiner: Examiner, *, writes: bool
) -> tuple[str, str]:
    settings = examiner.settings
    path = settings.root / name
    if shown(path, settings.root) != name or not os.path.lexists(path):
        raise EditError("the file is not there any more, or its name cannot be typed; rename it or write by hand")
    content = _content(path)
    old, new, result = edited(path, settings.root, content, changes)
    _prove(old, new, changes, asked, examiner)
    if writes:
        if _content(path) != content:
            raise EditError("the file was changed by somebody else in this moment; run again")
        try:
            write(path, result)
        except UsageError as error:
            raise EditError(error.mistakes) from error
    return old.text, new.text


def _prove(
    old: SourceFile,
    new: SourceFile,
    changes: Sequence[Change],
    asked: Mapping[str, tuple[Use, ...]],
    examiner: Examiner,
) -> None:
    """Returns when the new text reads as it should. Raises EditError."""
    before, after = examiner.examine_source(old, asked), examiner.examine_source(new, asked)
    if len(after.notifications) > len(before.notifications):
        raise EditError("it could not be read to the full any more; write by hand")
    trouble = amiss([pair[0] for pair in before.references], [pair[0] for pair in after.references], changes)
    if trouble is not None:
        raise EditError(f"{trouble}; write by hand")
    failing = [each for each in after.findings if each.severity.rank >= examiner.settings.fail_on.rank]
    finding = fresh(before.findings, failing, changes)
    if finding is not None:
        raise EditError(f"{finding.reference.id} would fail the build as well, by {finding.code}: {finding.message}")


def _content(path: Path) -> bytes:
    if path.is_symlink():
        raise EditError("it is a symbolic link now; name the file that it leads to")
    try:
        content = content_of(path)
    except OSError as error:
        raise EditError(f"the file cannot be read ({(error.strerror or 'unknown error').lower()})") from error
    if len(content) > limit_of(path):
        raise EditError("the file has grown too large since it was read")
    return content


def _asked(report: Report, path: str) -> dict[str, tuple[Use, ...]]:
    """The names in a file from which calls of other files take their model."""
    found: dict[str, dict[Use, None]] = defaultdict(dict)
    for reference in report.references:
        occurrence = reference.occurrence
        if reference.path == path and occurrence.symbol is not None:
            others = (use for use in occurrence.uses if use.path not in (None, path))
            found[occurrence.symbol].update(dict.fromkeys(others))
    return {symbol: tuple(uses) for symbol, uses in found.items() if uses}
