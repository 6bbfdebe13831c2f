"""What every door says beside the findings: trouble with the run, and one line on what was and was not read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import CYAN, GREEN, RED, YELLOW, count, paint, where, wrapped
from pytest_modelgate.terms import State, Verdict

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Finding, Notification, Report

MESSAGE_LIMIT = 1000
"""Characters of a message that a person is shown; the machine formats give all of it."""


def notices(report: Report, style: Style, *, blocking_only: bool = False) -> list[str]:
    """One line for each notification, with its file and line."""
    shown = [notification for notification in report.notifications if notification.blocking or not blocking_only]
    return [_notice(notification, style) for notification in shown]


def summary(report: Report, style: Style, offer: str | None = None) -> list[str]:
    """The verdict in words and what is offered, what was read, the references by state, the table's date and the day;
    then the next end.
    """
    colour = {Verdict.CLEAN: GREEN, Verdict.FINDINGS: RED, Verdict.NO_VERDICT: YELLOW}[report.verdict]
    verdict = paint(verdict_of(report), colour, style)
    told = [offer] if offer else []
    if style.width is None:
        lines = [" ".join((verdict, *told, counts(report)))]
    else:
        lines = [verdict, *(line for each in (*told, counts(report)) for line in wrapped(each, style))]
    more = (*filter(None, (unchanged(report),)), *answered(report), *filter(None, (next_end(report),)))
    return [*lines, *(line for each in more for line in wrapped(each, style))]


def counts(report: Report) -> str:
    """What was read and left out, the references by state, and by which table for which day."""
    files = report.files
    left_out = sum(len(paths) for paths in files.left_out.values())
    reasons = ", ".join(f"{len(paths)} {visible(reason)}" for reason, paths in sorted(files.left_out.items()) if paths)
    states = Counter(report.states)
    by_state = ", ".join(f"{states[state]} {state.value}" for state in State if states[state])
    return (
        f"{count(files.read, 'file')} read, {files.parsed} parsed, {left_out} left out"
        + (f" ({reasons})" if reasons else "")
        + f"; {count(len(report.references), 'reference')}"
        + (f" ({by_state})" if by_state else "")
        + f"; {used(report)}, judged for {report.today.isoformat()}."
    )


def answered(report: Report) -> list[str]:
    """One line on each provider that was asked and answered, or one on keys with which it could be."""
    lines = []
    for listing in report.live:
        if listing.outcome == "ok":
            request = f", request {visible(listing.request_id)}" if listing.request_id else ""
            kept = ", kept from an earlier run" if listing.cached else ""
            ids = count(len(listing.rows), "id")
            lines.append(f"Live: {listing.surface} at {listing.origin} lists {ids}{request}{kept}.")
    if report.keys_at_hand:
        named = ", ".join(report.keys_at_hand)
        verb = "is" if len(report.keys_at_hand) == 1 else "are"
        lines.append(f"{named} {verb} set: `modelgate check --live on` also asks what can be called.")
    return lines


def used(report: Report) -> str:
    """Which table judged and how old it is: `bundled table of 2026-11-17, 4 days old`."""
    table = report.table
    age = (report.today - table.as_of).days
    old = f", {count(age, 'day')} old" if age >= 0 else ""
    own = f", with {', '.join(map(visible, table.extra))}" if table.extra else ""
    return f"{table.name} table of {table.as_of.isoformat()}{old}{own}"


def next_end(report: Report) -> str | None:
    """The first end day to come of a model that the gated code uses; None where there is none, or worse to tell."""
    if report.verdict is Verdict.FINDINGS:
        return None
    ends = Counter(
        (reference.record.retires, reference.record.id)
        for reference in report.references
        if reference.role in report.gate_roles
        and reference.record is not None
        and reference.record.retires is not None
        and reference.record.retires > report.today
    )
    if not ends:
        return None
    day, model = min(ends)
    places = count(ends[day, model], "place")
    return f"Next end: {visible(model)} on {day.isoformat()}, in {count((day - report.today).days, 'day')}, {places}."


def verdict_of(report: Report) -> str:
    """The verdict in one sentence, or two."""
    gating = [finding for finding in report.findings if report.gates(finding)]
    blocking = sum(notification.blocking for notification in report.notifications)
    if gating:
        files = count(len({finding.reference.path for finding in gating}), "file")
        verdict = f"{count(len(gating), 'finding')} in {files} {'fails' if len(gating) == 1 else 'fail'} the build."
        return f"{verdict} Besides, {_unjudged(blocking)}." if blocking else verdict
    if blocking:
        return f"No verdict: {_unjudged(blocking)}."
    if report.findings:
        return "Clean: nothing fails the build."
    return "Clean: no finding."


def spared(report: Report) -> list[Finding]:
    """What fails nothing only because it stands on unchanged lines."""
    return [each for each in report.findings if report.counts(each) and not report.touched(each.reference)]


def unchanged(report: Report) -> str | None:
    """How many findings fail nothing only because their lines did not change; None where no change is looked at."""
    if report.changed is None:
        return None
    since = f"since {visible(clipped(report.changed.ref, MESSAGE_LIMIT))}"
    calm = spared(report)
    if not calm:
        return f"Only lines changed {since} may fail the build; no others would."
    files = count(len({finding.reference.path for finding in calm}), "file")
    return f"{count(len(calm), 'finding')} in {files} on lines unchanged {since} would fail the build otherwise."


def _unjudged(number: int) -> str:
    return f"{count(number, 'problem')} left something unjudged"


def _notice(notification: Notification, style: Style) -> str:
    place = "modelgate" if notification.path is None else where(notification.path, style, notification.line)
    word, colour = ("error", RED) if notification.blocking else ("warning", CYAN)
    return f"{place}: {paint(word, colour, style)}: {visible(clipped(notification.message, MESSAGE_LIMIT))}"
