"""An account as lines for a person, and as JSON's own types for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate import grounds
from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._evidence import asked, call
from pytest_modelgate.formats._layout import where, wrapped
from pytest_modelgate.formats._summary import MESSAGE_LIMIT
from pytest_modelgate.formats.json import span_fields
from pytest_modelgate.formats.jsonl import line_of
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.account import Account, Entry
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Finding

_TEXT_LIMIT = 80


def document(account: Account) -> dict[str, object]:
    """The account as JSON's own types. A reference has the fields of the inventory's lines, and more."""
    report, notes = account.report, account.report.notifications
    return {
        "path": account.shown,
        "line": account.spot.line,
        "column": account.spot.column,
        "found": account.found,
        "today": report.today.isoformat(),
        "table": {"as_of": report.table.as_of.isoformat(), "rows": report.table.rows},
        "left_out": account.left_out,
        "references": [_entry(entry, account) for entry in account.entries],
        "reached_by": [
            {"path": each.path, **span_fields(each.span), "id": each.id, "model": each.model}
            for each in account.reaching
        ],
        "others": [
            {**span_fields(passage.span), "source": passage.source, "why": why} for passage, why in account.others
        ],
        "orders": [
            {**span_fields(each.reference.span), "source": each.reference.id, **_judged(each, account)}
            for each in account.orders
        ],
        "notifications": [
            {"message": note.message, "line": note.line, "blocking": note.blocking}
            for note in notes
            if note.path == account.shown
        ],
    }


def lines(account: Account, style: Style) -> list[str]:
    """The account in lines that are safe to print."""
    shown = [line for text in _opening(account, style) for line in wrapped(text, style)]
    for entry in account.entries:
        shown += ["", *_told(entry, account, style)]
    for reference in account.reaching:
        place = where(reference.path, style, reference.span.line, reference.span.column)
        shown += ["", *wrapped(f"{place}: {_short(reference.id)} reaches a call on this line", style)]
    for passage, why in account.others:
        place = where(account.shown, style, passage.span.line, passage.span.column)
        shown += ["", f"{place}: {_short(passage.source)}", *wrapped(f"no reference: {visible(why)}", style, "  ")]
    for finding in account.orders:
        span = finding.reference.span
        text = visible(
            clipped(_finding(finding, _why(grounds.verdict(finding, account.report), account)), MESSAGE_LIMIT)
        )
        shown += ["", f"{where(account.shown, style, span.line, span.column)}: {_short(finding.reference.id)}"]
        shown += _hanging(f"  {finding.code:<9}", text, style)
    changes = _changes(account)
    if changes:
        shown += ["", "To have it read otherwise:"]
        shown += [line for change in changes for line in _hanging("- ", visible(change), style)]
    return shown[1:] if shown[:1] == [""] else shown


def _changes(account: Account) -> list[str]:
    """What to write, each once; of a whole file nothing, for that is more than anybody wants to know."""
    if account.spot.line is None:
        return []
    if not account.entries:
        return [grounds.OWN_MODEL] if account.others else []
    told = (
        change
        for entry in account.entries
        for change in grounds.changes(entry.reference, entry.findings, account.report, entry.language)
    )
    return list(dict.fromkeys(told))


def _hanging(head: str, text: str, style: Style) -> list[str]:
    """The text behind its head, the lines that follow indented as far."""
    first, *rest = wrapped(text, style, " " * len(head))
    return [head + first.lstrip(), *rest]


def _entry(entry: Entry, account: Account) -> dict[str, object]:
    reference, occurrence = entry.reference, entry.reference.occurrence
    report = account.report
    judged = [_judged(each, account) for each in entry.findings]
    judged += [_judged(each.finding, account, grounds.silenced(each)) for each in entry.suppressed]
    return {
        **line_of(reference, entry.state, entry.succession),
        "text": occurrence.text,
        "reach_why": grounds.REACHES[occurrence.reach],
        "role_why": grounds.role(reference),
        "asked": asked(reference),
        "nearest": list(reference.nearest),
        "findings": judged,
        "why": None if judged else grounds.silence(reference, entry.state, report),
        "changes": list(grounds.changes(reference, entry.findings, report, entry.language)),
    }


def _judged(finding: Finding, account: Account, silenced: str | None = None) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "gates": silenced is None and account.report.gates(finding) and account.left_out is None,
        "why": _why(silenced or grounds.verdict(finding, account.report), account),
    }


def _opening(account: Account, style: Style) -> Iterator[str]:
    """What is to be said of the file and the line before anything in them."""
    shown, spot = where(account.shown, style), account.spot
    if account.left_out is not None:
        yield f"{shown} is not read by the gate: {visible(account.left_out)}. Were it read, this would be its reading:"
    for note in account.report.notifications:
        if note.path == account.shown:
            yield f"{where(account.shown, style, note.line)}: {visible(clipped(note.message, MESSAGE_LIMIT))}"
    if not account.found and spot.column is not None and (account.entries or account.others):
        yield f"{where(account.shown, style, spot.line, spot.column)}: nothing stands there; on its line:"
    elif not (account.entries or account.reaching or account.others):
        place = where(account.shown, style, spot.line)
        if not account.whole:
            yield f"{place}: no reference; the strings of such a file are not told one by one"
        else:
            what = "no reference in it" if spot.line is None else "no string and no comment on this line"
            yield f"{place}: {what}, so there is nothing to judge"


def _told(entry: Entry, account: Account, style: Style) -> Iterator[str]:
    reference, occurrence = entry.reference, entry.reference.occurrence
    report = account.report
    place = where(reference.path, style, reference.span.line, reference.span.column)
    written = "" if occurrence.text == reference.id else f", in {_short(occurrence.text)}"
    yield f"{place}: {_short(reference.id)}{written}"
    judged = [(each, grounds.verdict(each, report)) for each in entry.findings]
    judged += [(each.finding, grounds.silenced(each)) for each in entry.suppressed]
    facts = [
        ("read as", _read_as(entry)),
        ("reach", f"{occurrence.reach}: {grounds.REACHES[occurrence.reach]}"),
        ("role", f"{reference.role}: {grounds.role(reference)}"),
        ("asked", asked(reference)),
        *(("calls" if use.known else "given to", call(use, reference.path, style)) for use in occurrence.uses),
        *((finding.code, _finding(finding, _why(why, account))) for finding, why in judged),
        *([] if judged else [("verdict", grounds.silence(reference, entry.state, report))]),
    ]
    for name, text in facts:
        yield from _hanging(f"  {name:<9}", visible(clipped(text, MESSAGE_LIMIT)), style)


def _read_as(entry: Entry) -> str:
    reference, record = entry.reference, entry.reference.api or entry.reference.record
    model = "a model that only running code knows" if reference.model is None else reference.model
    named = reference.api.title if reference.api is not None else model
    verb = "ended" if entry.state is State.RETIRED else "ends"
    ends = f", {verb} {record.retires}" if record is not None and record.retires is not None else ""
    instead = f"; nearest: {', '.join(reference.nearest)}" if reference.nearest else ""
    foreign = f"; it is an id of {reference.foreign}" if reference.foreign is not None else ""
    state = "" if reference.model is None and reference.api is None else f": {entry.state}"
    return f"{named}{state}{ends}{instead}{foreign}"


def _finding(finding: Finding, why: str) -> str:
    return f"{finding.name}, {finding.severity}: {finding.message} It {why}."


def _why(why: str, account: Account) -> str:
    return why if account.left_out is None else f"does not fail the build: the file is not read ({account.left_out})"


def _short(text: str) -> str:
    return visible(clipped(text, _TEXT_LIMIT))
