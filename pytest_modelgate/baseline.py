"""Knows the findings that a team lives with for now, by what they are and not by where in their files they stand."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pytest_modelgate.decode import shown
from pytest_modelgate.errors import UsageError
from pytest_modelgate.identities import identity_of
from pytest_modelgate.values import Suppression

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from pathlib import Path

    from pytest_modelgate.values import Finding, Report

NAME = ".modelgate-baseline.json"
"""The file that is read when nobody names another, if it is there."""
VERSION = 1
"""Of the file: it rises when what is written today would be read otherwise."""

_FINDINGS = re.compile(r'"findings"\s*:\s*\[')
_SEPARATOR = re.compile(r"[\s,]*")
_FORMAT = f"modelgate-baseline-{VERSION}"
_MEND = "mend it, or delete the file and run `modelgate baseline`"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """A finding as it is known again."""

    path: str
    rule: str
    id: str
    """As written."""
    symbol: str = ""
    """What holds the id, or else the call that is given it; empty where nothing has a name."""
    line: int = field(default=0, compare=False)
    """Where the entry stands in its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The entries of one file."""

    name: str
    """The file, as reports show it."""
    entries: tuple[Entry, ...] = ()


def entry_of(finding: Finding) -> Entry:
    """What a finding is known by."""
    return Entry(**identity_of(finding)._asdict())


def applied(
    report: Report, baseline: Baseline, gone: Callable[[str], bool]
) -> tuple[Report, tuple[tuple[Finding, Entry], ...]]:
    """The report without the findings that the baseline knows, which are suppressed, and each of these with its entry.

    An entry speaks for one finding. `gone` says whether a path leads to nothing any more, so that what was there may
    have moved.
    """
    # What fails the build comes first, so that nothing else takes an entry away from it.
    candidates = sorted(report.findings, key=lambda finding: not report.counts(finding))
    pairs = pairs_of(candidates, baseline.entries, gone)
    if not pairs:
        return report, ()
    known = {id(finding) for finding, _ in pairs}
    silenced = [Suppression(finding=finding, by=f"baseline, {baseline.name}:{entry.line}") for finding, entry in pairs]
    suppressed = sorted([*report.suppressed, *silenced], key=lambda each: _place(each.finding))
    kept = tuple(finding for finding in report.findings if id(finding) not in known)
    return replace(report, findings=kept, suppressed=tuple(suppressed)), pairs


def rendered(entries: Sequence[Entry]) -> str:
    """The content of a file with these entries: sorted, one a line."""
    lines = []
    for entry in sorted(entries):
        shown = {"path": entry.path, "rule": entry.rule, "id": entry.id}
        lines.append(f"    {json.dumps(shown | ({'symbol': entry.symbol} if entry.symbol else {}))}")
    inside = "\n{}\n  ".format(",\n".join(lines)) if lines else ""
    return f'{{\n  "format": "{_FORMAT}",\n  "findings": [{inside}]\n}}\n'


def path_in(root: Path, named: str | None) -> Path:
    """The file of a project's baseline: the one that is named, or else the usual one."""
    return root / (NAME if named is None else named)


def load(root: Path, named: str | None) -> Baseline | None:
    """A project's baseline; None where there is none and nobody names one. Raises UsageError where it is broken."""
    path = path_in(root, named)
    return None if named is None and not os.path.lexists(path) else read(path, root)


def read(path: Path, root: Path) -> Baseline:
    """The baseline in a file. Raises UsageError with every mistake, each with its line."""
    name = shown(path, root)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        content = json.loads(text)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"{name}: the baseline cannot be read ({reason}); `modelgate baseline` makes one") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}:{line}: not UTF-8, so this is no baseline; {_MEND}") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{name}:{error.lineno}: not valid JSON: {error.msg}; {_MEND}") from error
    except (RecursionError, ValueError) as error:
        raise UsageError(f"{name}:1: not JSON that can be read, so this is no baseline; {_MEND}") from error
    form = content.get("format") if isinstance(content, dict) else None
    if isinstance(form, str) and form.startswith("modelgate-baseline-") and form != _FORMAT:
        raise UsageError(f"{name}:1: a newer modelgate wrote this baseline; update pytest-modelgate to read it")
    if form != _FORMAT or not isinstance(content.get("findings"), list):
        raise UsageError(f"{name}:1: this is no baseline that `modelgate baseline` wrote; name another file")
    lines = _lines(text, len(content["findings"]))
    mistakes = []
    entries = []
    for found, line in zip(content["findings"], lines, strict=True):
        entry = _entry(found, line)
        if entry is None:
            mistakes.append(f"{name}:{line}: an entry has the texts path, rule and id, and may have symbol; {_MEND}")
        else:
            entries.append(entry)
    if mistakes:
        raise UsageError(mistakes)
    return Baseline(name=name, entries=tuple(entries))


def _entry(found: object, line: int) -> Entry | None:
    if not isinstance(found, dict) or not {"path", "rule", "id"} <= found.keys() <= {"path", "rule", "id", "symbol"}:
        return None
    if not all(isinstance(value, str) for value in found.values()):
        return None
    return Entry(line=line, **found)


def _lines(text: str, entries: int) -> list[int]:
    """The line on which each entry begins, in a text that is known to be valid."""
    found = _FINDINGS.search(text)
    decoder = json.JSONDecoder()
    position, counted, line = 0 if found is None else found.end(), 0, 1
    lines: list[int] = []
    while found is not None and len(lines) < entries:
        position = _SEPARATOR.match(text, position).end()  # type: ignore[union-attr]
        line += text.count("\n", counted, position)
        counted = position
        lines.append(line)
        position = decoder.raw_decode(text, position)[1]
    # Where the key is spelt with escapes, nobody knows the lines.
    return lines or [1] * entries


def pairs_of(
    findings: Sequence[Finding], entries: Sequence[Entry], gone: Callable[[str], bool]
) -> tuple[tuple[Finding, Entry], ...]:
    """Each finding that an entry knows with this: exactly, else in the same file, else moved from one that is gone."""
    waiting = [(finding, entry_of(finding)) for finding in findings]
    left = list(entries)
    pairs: list[tuple[Finding, Entry]] = []
    is_gone = cache(gone)
    keys: tuple[tuple[Callable[[Entry], Hashable], bool], ...] = (
        (lambda entry: (entry.path, entry.rule, entry.id, entry.symbol), False),
        (lambda entry: (entry.path, entry.rule, entry.id), False),
        (lambda entry: (PurePosixPath(entry.path).name, entry.rule, entry.id, entry.symbol), True),
        (lambda entry: (entry.rule, entry.id, entry.symbol), True),
        (lambda entry: (PurePosixPath(entry.path).name, entry.rule, entry.id), True),
    )
    for key, only_moved in keys:
        offered: defaultdict[Hashable, deque[Entry]] = defaultdict(deque)
        for entry in left:
            if not only_moved or is_gone(entry.path):
                offered[key(entry)].append(entry)
        taken: set[int] = set()
        still = []
        for finding, entry in waiting:
            known = offered.get(key(entry))
            if known:
                pairs.append((finding, known.popleft()))
                taken.add(id(pairs[-1][1]))
            else:
                still.append((finding, entry))
        waiting = still
        left = [entry for entry in left if id(entry) not in taken]
    return tuple(pairs)


def _place(finding: Finding) -> tuple[str, int, int, str]:
    span = finding.reference.span
    return (finding.reference.path, span.line, span.column, finding.code)
