"""Changes files as a plan says, one at a time: each is proved before it is written, and written whole or not at all."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.decode import content_of, limit_of, shown
from pytest_modelgate.edits import Fault, amiss, edited, fresh
from pytest_modelgate.errors import EditError, UsageError
from pytest_modelgate.examine import Examiner
from pytest_modelgate.remedies import Left, Mended
from pytest_modelgate.terms import LiveMode
from pytest_modelgate.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from pytest_modelgate.config import Settings
    from pytest_modelgate.examine import Examined
    from pytest_modelgate.remedies import Change, Plan
    from pytest_modelgate.values import Report, SourceFile, Use

_TRIED = 50
"""Changes of a file that are tried one by one where it cannot be told which of them is at fault."""


def mend(plan: Plan, report: Report, settings: Settings, today: date, *, writes: bool) -> Iterator[Mended]:
    """Each file of the plan, in order, after it was changed; without `writes`, as it would be.

    A file is only written when what is read from it then is what was read before, but for the ids that are replaced.
    """
    if not plan.changes:
        return
    # What a lock file says of a new id is for people to settle, and nobody is asked again for a proof.
    examiner = Examiner(replace(settings, locked=False, live=LiveMode.OFF), today, deep=True)
    for path in sorted(plan.changes):
        yield _mended(path, plan.changes[path], _asked(report, path), examiner, writes=writes)


def _mended(
    name: str, changes: Sequence[Change], asked: Mapping[str, tuple[Use, ...]], examiner: Examiner, *, writes: bool
) -> Mended:
    settings = examiner.settings
    path = settings.root / name
    faults: dict[Change, str] = {}
    try:
        if shown(path, settings.root) != name or not os.path.lexists(path):
            raise EditError("the file is not there any more, or its name cannot be typed; rename it or write by hand")
        content = _content(path)
        kept = _proved(path, content, changes, _Proof(examiner, asked), faults)
        old, new, result = edited(path, settings.root, content, kept)
        if writes and kept:
            _write(path, content, result)
    except EditError as error:
        why = "; ".join(error.mistakes)
        return Mended(path=name, left=_left(changes, dict.fromkeys(changes, why)))
    return Mended(path=name, changes=tuple(kept), left=_left(changes, faults), before=old.text, after=new.text)


def _proved(
    path: Path, content: bytes, changes: Sequence[Change], proof: _Proof, faults: dict[Change, str]
) -> list[Change]:
    """Those of the changes that do nothing but what they are meant to do; why not the others goes to `faults`.

    Raises EditError where nothing can be changed.
    """

    def faults_of(some: Sequence[Change]) -> list[Fault]:
        old, new, _ = edited(path, proof.examiner.settings.root, content, some)
        return proof.faults(old, new, some)

    kept = list(changes)
    while kept and (found := faults_of(kept)):
        known = [fault for fault in found if fault.change is not None]
        if not known and len(kept) <= _TRIED:
            # What does it alone is at fault.
            known = [Fault(alone[0].reason, change) for change in kept if (alone := faults_of([change]))]
        if not known:
            raise EditError(f"{found[0].reason}; write by hand")
        faults.update({fault.change: f"{fault.reason}; write by hand" for fault in known if fault.change})
        kept = [change for change in kept if change not in faults]
    return kept


class _Proof:
    """What is read from a file before, to be compared with what would be read then."""

    def __init__(self, examiner: Examiner, asked: Mapping[str, tuple[Use, ...]]) -> None:
        self.examiner = examiner
        self._asked = asked
        self._before: Examined | None = None

    def faults(self, old: SourceFile, new: SourceFile, changes: Sequence[Change]) -> list[Fault]:
        """What is wrong with the new text."""
        if self._before is None:
            self._before = self.examiner.examine_source(old, self._asked)
        before, after = self._before, self.examiner.examine_source(new, self._asked)
        if len(after.notifications) > len(before.notifications):
            return [Fault("the file could not be read to the full any more")]
        failing = [each for each in after.findings if each.severity.rank >= self.examiner.settings.fail_on.rank]
        return [
            *amiss([pair[0] for pair in before.references], [pair[0] for pair in after.references], changes),
            *fresh(before.findings, failing, changes),
        ]


def _left(changes: Sequence[Change], faults: Mapping[Change, str]) -> tuple[Left, ...]:
    return tuple(
        Left(finding=finding, reason=faults[change])
        for change in changes
        if change in faults
        for finding in change.findings
    )


def _write(path: Path, content: bytes, result: bytes) -> None:
    if _content(path) != content:
        raise EditError("the file was changed by somebody else in this moment; run again")
    try:
        write(path, result)
    except UsageError as error:
        raise EditError(error.mistakes) from error


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
