"""The words for what `fix` changed, for what it left, and the differences as a diff; for people and for `patch`."""

from __future__ import annotations

from difflib import unified_diff
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import count, from_here, where
from pytest_modelgate.formats._summary import MESSAGE_LIMIT
from pytest_modelgate.formats.text import line_of
from pytest_modelgate.remedies import planned
from pytest_modelgate.terms import Applicability, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from pytest_modelgate.kinds import Style
    from pytest_modelgate.remedies import Change, Left, Mended
    from pytest_modelgate.values import Finding, Report

_PLAIN = frozenset(f"{ascii_letters}{digits}._-/")
"""What stands for itself in the name of a file, however it is read."""
_SPARED = {
    "warnings": "finding that would not fail the build; `--select RULE` names the rules to change all the same",
    "unchanged": "finding on unchanged lines",
    "suppressed": "suppressed finding",
}


def change_line(change: Change, path: str, style: Style, today: date) -> str:
    """`path:line:column: old -> new (reason)`."""
    finding = change.findings[0]
    reasons = [f"{finding.code} {finding.name}"]
    if finding.ends is not None:
        reasons.append(f"{'ended' if finding.ends <= today else 'ends'} {finding.ends.isoformat()}")
    if finding.fix is not None and finding.fix.applicability is not Applicability.SAFE:
        reasons.append(f"unsafe: {finding.fix.caution}")
    place = where(path, style, change.span.line, change.span.column)
    why = visible(clipped("; ".join(reasons), MESSAGE_LIMIT))
    return f"{place}: {visible(change.old)} -> {visible(change.new)} ({why})"


def offered(report: Report, same: str = "") -> str | None:
    """For how much of what fails the build `modelgate fix` has a replacement unasked; None where for nothing.

    `same` is what else it must be given for that. Each change is only proved when it is made, so it is an offer.
    """
    failing = [finding for finding in report.findings if report.gates(finding)]
    plan = planned(report, unsafe=False)
    ready = sum(len(change.findings) for changes in plan.changes.values() for change in changes)
    if not ready:
        return None
    given = f", with the same {same}," if same else ""
    part = f" for {ready} of the {len(failing)}" if ready < len(failing) else " for each" if ready > 1 else ""
    return f"`modelgate fix`{given} offers a replacement{part}."


def mended_lines(file: Mended, style: Style, today: date) -> list[str]:
    """One line for each id that was replaced in a file, and for each that could not be."""
    done = [f"fixed: {change_line(change, file.path, style, today)}" for change in file.changes]
    return [*done, *(f"not fixed: {left_line(each, style)}" for each in file.left)]


def left_line(left: Left, style: Style) -> str:
    """The finding that stays in one line, with the reason and the next step."""
    finding = left.finding
    if left.reason is None:
        return line_of(finding, style)
    reference = finding.reference
    place = where(reference.path, style, reference.span.line, reference.span.column)
    told = clipped(f"{reference.id} stays ({finding.code} {finding.name}): {left.reason}", MESSAGE_LIMIT)
    return f"{place}: {visible(told)}"


def spared_lines(spared: Mapping[str, Sequence[Finding]], roles: Iterable[Role]) -> list[str]:
    """One line for each reason why findings that have a fix were not looked at; `roles` are those that gate."""
    lines = []
    for reason, findings in spared.items():
        all_roles = ",".join(role for role in Role if role in roles or role == reason)
        others = f"of role {reason}; `--gate-roles {all_roles} --unsafe-fixes` includes them"
        told = _SPARED.get(reason)
        noun, _, rest = (told or f"finding {others}").partition("finding")
        lines.append(f"Not changed: {count(len(findings), f'{noun}finding')}{rest}.")
    return lines


def replaced(changes: int, files: int, *, writes: bool) -> str:
    """How much was, or would be, changed."""
    verb = ("was" if changes == 1 else "were") if writes else "would be"
    tail = "." if writes else "; nothing was written."
    return f"{count(changes, 'id')} {verb} replaced in {count(files, 'file')}{tail}"


def diff_lines(path: str, before: str, after: str, style: Style, *, exact: bool) -> list[str]:
    """The differences as `patch -p1` reads them, each line with its end.

    Unless they must be `exact`, what a terminal or a build log could take for a command is shown as an escape.
    """
    name = from_here(path, style)
    lines = unified_diff(_lines(before), _lines(after), _header(f"a/{name}"), _header(f"b/{name}"))
    return [piece for line in lines for piece in _ended(line if exact else _shown(line))]


def _header(name: str) -> str:
    """A file's name as git writes it into a diff: in quotes and octal numbers where it is not plain."""
    if visible(name) == name and '"' not in name and "\\" not in name:
        return f"{name}\t" if " " in name else name
    return '"' + "".join(chr(byte) if chr(byte) in _PLAIN else f"\\{byte:03o}" for byte in name.encode()) + '"'


def _lines(text: str) -> list[str]:
    """The lines as `patch` counts them."""
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def _shown(line: str) -> str:
    body = line.rstrip("\r\n")
    return "\t".join(visible(part) for part in body.split("\t")) + line[len(body) :]


def _ended(line: str) -> list[str]:
    return [line] if line.endswith("\n") else [f"{line}\n", "\\ No newline at end of file\n"]
