"""Both commands as Markdown: `check` for job summaries and comments on changes, `inventory` for pages that are kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pytest_modelgate.formats._layout import count, where
from pytest_modelgate.formats._markdown import code, table, text, within
from pytest_modelgate.formats._rows import rows_of
from pytest_modelgate.formats._summary import answered, counts, unchanged, verdict_of
from pytest_modelgate.formats.text import calm, counted
from pytest_modelgate.kinds import Format, Style, help_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pytest_modelgate.values import Finding, Report

_HEADS = ("Place", "Model", "Rule", "Ends", "Write")


def _check(report: Report, style: Style) -> str:
    return within(_lines(report, style), ["", text(counts(report))])


def _lines(report: Report, style: Style) -> Iterator[str]:
    yield f"## modelgate: {text(verdict_of(report))}"
    gating = [finding for finding in report.findings if report.gates(finding)]
    if gating:
        yield ""
        yield from _findings(gating, style)
    troubles = [notification for notification in report.notifications if notification.blocking]
    if troubles:
        yield from ("", "### Could not be judged", "")
        for trouble in troubles:
            place = "" if trouble.path is None else f"{code(where(trouble.path, style, trouble.line))}: "
            yield f"- {place}{text(trouble.message)}"
    coming = _coming(report, {(finding.reference.path, finding.reference.span) for finding in gating})
    if coming:
        yield from ("", "### Ends to come", "")
        yield from table(("Ends", "In", "Model", "On", "Places", "Write"), coming)
    near = calm(report)
    if near:
        verb = "that fails" if len(near) == 1 else "that fail"
        yield from ("", "<details>", f"<summary>{count(len(near), 'finding')} {verb} nothing</summary>", "")
        yield from _findings(near, style)
        yield from ("", "</details>")
    notes = [text(notification.message) for notification in report.notifications if not notification.blocking]
    aside = [*counted(report, Style()), *filter(None, [unchanged(report)]), *answered(report)]
    if notes or aside:
        yield ""
        yield from (f"- {line}" for line in [*map(text, aside), *notes])


def _findings(findings: Sequence[Finding], style: Style) -> Iterator[str]:
    """What there is to do, the earliest end first; each with the whole message below the table."""
    ordered = sorted(findings, key=lambda finding: "9999" if finding.ends is None else finding.ends.isoformat())
    yield from table(_HEADS, (_row(finding, style) for finding in ordered))
    yield ""
    yield from dict.fromkeys(f"- {finding.code}: {text(finding.message)}" for finding in ordered)


def _row(finding: Finding, style: Style) -> tuple[str, ...]:
    reference = finding.reference
    return (
        code(where(reference.path, style, reference.span.line)),
        code(reference.id),
        f"[{finding.code} {finding.name}]({help_url(finding.code, finding.name)})",
        "" if finding.ends is None else finding.ends.isoformat(),
        "" if finding.successor is None else code(finding.successor),
    )


def _coming(report: Report, told: set[tuple[str, object]]) -> list[tuple[str, ...]]:
    """One row for each model with an end day to come that gated code uses, the next end first."""
    places: Counter[tuple[date, str, str, str]] = Counter()
    for reference, succession in zip(report.references, report.successions, strict=True):
        ends = None if reference.record is None else reference.record.retires
        if ends is None or ends <= report.today or reference.role not in report.gate_roles:
            continue
        if (reference.path, reference.span) in told:
            continue
        places[ends, reference.model or reference.id, reference.surface or "", succession.living or ""] += 1
    return [
        (
            day.isoformat(),
            count((day - report.today).days, "day"),
            code(model),
            text(surface),
            str(number),
            code(living),
        )
        for (day, model, surface, living), number in sorted(places.items())
    ]


def _inventory(report: Report, style: Style) -> str:
    """One row for each model and surface, as the table for people has it."""
    rows = rows_of(report)
    lines = ["## Models in use", ""]
    lines += table(
        ("Model", "On", "State", "Ends", "Write", "Places"),
        (
            (
                code(row.model),
                text(row.surface),
                row.state.value,
                "" if row.ends is None else row.ends.isoformat(),
                code(row.replacement),
                ", ".join(f"{number} {role.value}" for role, number in row.roles.items()),
            )
            for row in rows
        ),
    )
    if style.everything:
        for row in rows:
            lines += ["", f"### {code(row.model)} on {text(row.surface)}", ""]
            for reference in row.places:
                place = where(reference.path, style, reference.span.line, reference.span.column)
                lines.append(f"- {code(place)}: {reference.role.value}, {reference.occurrence.reach.value}")
    return within(lines, ["", text(counts(report))])


FORMAT = Format(name="markdown", check=_check, inventory=_inventory)
