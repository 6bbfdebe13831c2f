"""Gives an account of a file, a line or a column: how each id there was read, and why the rest is none."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import decode, gate, git, grounds, pieces
from pytest_modelgate.errors import UsageError
from pytest_modelgate.examine import Examiner, lexicon_of
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from pytest_modelgate.config import Settings
    from pytest_modelgate.filenames import FileNames
    from pytest_modelgate.kinds import Language
    from pytest_modelgate.parts import Passage
    from pytest_modelgate.terms import State
    from pytest_modelgate.values import Finding, Reference, Report, SourceFile, Span, Succession, Suppression

_SPOT = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+)(?::(?P<column>\d+))?)?:?", re.DOTALL)
_UNFIT = ("minified", "too large", "not a regular file", "unreadable")
"""Why a file is left out even when it is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A file, a line of it, or a column of that."""

    path: Path
    line: int | None = None
    column: int | None = None

    def holds(self, span: Span) -> bool:
        """Whether a text stands there; its quotes count as its own."""
        if self.line is None:
            return True
        if not span.line <= self.line <= span.end_line:
            return False
        if self.column is None:
            return True
        after = self.line > span.line or self.column >= span.column - 1
        return after and (self.line < span.end_line or self.column <= span.end_column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A reference with all that was made of it."""

    reference: Reference
    state: State
    succession: Succession
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppression, ...] = ()
    language: Language
    """What its line is written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The whole answer."""

    shown: str
    """The path as reports print it."""
    spot: Spot
    report: Report
    left_out: str | None
    """Why the gate does not read the file; `entries` then says how it would."""
    entries: tuple[Entry, ...]
    """The references of the spot, in order of place."""
    reaching: tuple[Reference, ...]
    """Those from other places that reach a call on the line."""
    others: tuple[tuple[Passage, str], ...]
    """The strings and comments of the line that are no references, each with the reason."""
    orders: tuple[Finding, ...]
    """What was found of the ignores there, as that they silence nothing."""
    found: bool
    """Whether anything stands in the column; where nothing does, the account is one of the line."""

    @property
    def whole(self) -> bool:
        """Whether the file could be read to the full."""
        return not any(note.blocking and note.path == self.shown for note in self.report.notifications)


def spot_of(word: str, names: FileNames) -> Spot | None:
    """The place that a word names: PATH, PATH:LINE or PATH:LINE:COLUMN; None where it names no file.

    Raises UsageError for a file that is not there where its name says that one is meant, and for a folder's line.
    """
    if _is_file(word):
        return Spot(path=Path(word))
    found = _SPOT.fullmatch(word)
    if found is None:
        return None
    path, line, column = found["path"], found["line"], found["column"]
    if _is_file(path):
        return Spot(path=Path(path), line=int(line) if line else None, column=int(column) if column else None)
    if line is not None and _is_folder(path):
        raise UsageError(f"{path!r} is a folder, which has no lines; `modelgate inventory {path}` lists what it uses")
    if names.wants(path):
        raise UsageError(f"{path!r}: no such file here; name one that exists, as PATH:LINE")
    return None


def account(
    spot: Spot,
    settings: Settings,
    today: date,
    *,
    changed: str | None = None,
    progress: Callable[[Sequence[Path]], Iterable[Path]] = iter,
) -> Account:
    """How the gate reads the spot: all of the project is read, to the full depth, so that the answer is the gate's own.

    `changed` names a commit, where only what changed since then may fail.
    Raises UsageError for a file that is not read at all and for a place outside of it, and whatever `gate.run` raises.
    """
    examiner = Examiner(settings, today, deep=True)
    path = Path(os.path.realpath(spot.path))
    language = examiner.language_of(path)
    if language is None:
        kinds = examiner.names.in_words()
        raise UsageError(
            f"{str(spot.path)!r} is not read, for its name is that of none of the languages that are ({kinds});"
            f" name a file that is"
        )
    source, trouble = decode.read(path, settings.root)
    if source is None:
        raise UsageError(trouble.message if trouble is not None else f"{str(spot.path)!r} cannot be read")
    _check(spot, source)
    report = gate.run(settings, paths=None, today=today, deep=True, changed=changed, progress=progress)
    left_out = None
    if not any(reference.path == source.shown for reference in report.references):
        left_out = _left_out(path, source.shown, report, examiner)
        if left_out is not None and left_out not in _UNFIT:
            report = gate.run(settings, paths=[path], today=today, deep=True, changed=changed)
    entries = _entries(source, language, report)
    passages = [
        passage
        for passage in pieces.passages(source, language)
        if not any(_overlap(passage.span, entry.reference.occurrence.span) for entry in entries)
    ]
    spans = [*(entry.reference.occurrence.span for entry in entries), *(passage.span for passage in passages)]
    found = any(map(spot.holds, spans))
    at = spot if found else replace(spot, column=None)
    lexicon = lexicon_of(Resolver(examiner.catalog, all_providers()), today, settings.horizon)
    here = tuple(entry for entry in entries if at.holds(entry.reference.occurrence.span))
    return Account(
        shown=source.shown,
        spot=spot,
        report=report,
        left_out=left_out,
        entries=here,
        reaching=() if spot.line is None else _reaching(source.shown, spot.line, report, here),
        others=tuple(
            (passage, grounds.no_id(passage, lexicon, examiner.catalog.rows))
            for passage in passages
            if at.line is not None and at.holds(passage.span)
        ),
        orders=tuple(
            each
            for each in report.findings
            if each.reference.idle is not None and each.reference.path == source.shown and at.holds(each.reference.span)
        ),
        found=found,
    )


def _entries(source: SourceFile, language: Language, report: Report) -> list[Entry]:
    language_of = pieces.languages(source, language)
    return [
        Entry(
            reference=reference,
            state=state,
            succession=succession,
            findings=tuple(each for each in report.findings if each.reference == reference),
            suppressed=tuple(each for each in report.suppressed if each.finding.reference == reference),
            language=language_of(reference.occurrence.span.line),
        )
        for reference, state, succession in zip(report.references, report.states, report.successions, strict=True)
        if reference.path == source.shown
    ]


def _reaching(shown: str, line: int, report: Report, here: Sequence[Entry]) -> tuple[Reference, ...]:
    own = [entry.reference for entry in here]
    return tuple(
        reference
        for reference in report.references
        if reference not in own
        and any(
            (use.path or reference.path) == shown and line in (use.line, use.argument)
            for use in reference.occurrence.uses
        )
    )


def _left_out(path: Path, shown: str, report: Report, examiner: Examiner) -> str | None:
    """Why the gate passes over a file in which it found nothing; None where it does read it."""
    for reason, names in report.files.left_out.items():
        if any(name == shown or (name.endswith("/") and shown.startswith(name)) for name in names):
            return reason
    settings = examiner.settings
    if not any(path.is_relative_to(os.path.realpath(settings.root / each)) for each in settings.paths):
        return f"not below the configured paths ({', '.join(settings.paths)})"
    return "ignored by git" if _ignored(path) else None


def _ignored(path: Path) -> bool:
    if git.top(path.parent) is None:
        return False
    try:
        code, _ = git.ask(path.parent, "check-ignore", "-q", "--", path.name, success=(0, 1))
    except git.GitError:
        # Without git's word its files are walked, and nothing is known of what it ignores.
        return False
    return code == 0


def _check(spot: Spot, source: SourceFile) -> None:
    """Raises UsageError for a line or column that the file does not have."""
    if spot.line is None:
        return
    lines = re.split(r"\r\n|\n|\r", source.text)
    last = len(lines) if lines[-1] else len(lines) - 1
    if not 1 <= spot.line <= max(last, 1):
        raise UsageError(f"{str(spot.path)!r} has no line {spot.line}; it has {max(last, 1)}, counted from 1")
    width = len(lines[spot.line - 1])
    if spot.column is not None and not 1 <= spot.column <= width + 1:
        raise UsageError(
            f"line {spot.line} of {str(spot.path)!r} has no column {spot.column}; it has {width}, counted from 1"
        )


def _overlap(one: Span, other: Span) -> bool:
    return (one.line, one.column) < (other.end_line, other.end_column) and (other.line, other.column) < (
        one.end_line,
        one.end_column,
    )


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except (OSError, ValueError):
        # What is too long for a path, or holds a NUL, is none.
        return False


def _is_folder(word: str) -> bool:
    try:
        return Path(word).is_dir()
    except (OSError, ValueError):
        return False
