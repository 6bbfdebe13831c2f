"""The words and fixes that rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.endpoints import serves
from pytest_modelgate.lifecycle import is_alive
from pytest_modelgate.terms import Applicability, Context, Doubt, Role, Severity, State, Told
from pytest_modelgate.values import Edit, Finding, Fix

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.kinds import Rule
    from pytest_modelgate.records import ApiRecord, ModelRecord
    from pytest_modelgate.values import Evidence, Reference, Succession, Use


_LONGEST_CALL = 60


def finding(
    rule: Rule,
    reference: Reference,
    message: str,
    *,
    severity: Severity | None = None,
    ends: date | None = None,
    succession: Succession | None = None,
    successor: str | None = None,
    fix: Fix | None = None,
) -> Finding:
    """What `rule` says of a reference; the chain and, unless given, the successor are those of `succession`."""
    if reference.surfaces:
        message += f" This is the mildest verdict of {join(reference.surfaces, 'and')}, which the code leaves open."
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity or rule.severity,
        reference=reference,
        message=message,
        ends=ends,
        successor=successor or (succession.living if succession else None),
        chain=tuple(step.id for step in succession.steps) if succession else (),
        fix=fix,
    )


def surface_of(reference: Reference, evidence: Evidence) -> str:
    """The judging surface as its users call it, or by its name where no provider gives it a title."""
    return evidence.title or reference.surface or "its provider"


def join(words: tuple[str, ...], last: str) -> str:
    """`a, b and c`, with `last` before the last."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def asks_amiss(reference: Reference) -> bool:
    """Whether the id is wrong where it is asked for, so that nothing is to be said of the model itself."""
    doubts = {doubt for use in reference.occurrence.uses if use.sure for doubt in use.doubts}
    return reference.foreign is not None or not doubts.isdisjoint((Doubt.AZURE_HOST, Doubt.DEPLOYMENT))


def caller(reference: Reference, use: Use) -> str:
    """A call as the code spells it, with its line where that is another than the id's."""
    call = use.call if len(use.call) <= _LONGEST_CALL else f"...{use.call[-_LONGEST_CALL:]}"
    if use.path is not None and use.path != reference.path:
        return f"{call} ({use.path}:{use.line})"
    return call if reference.span.line in (use.line, use.argument) else f"{call} (line {use.line})"


def fate(evidence: Evidence, state: State, *, only: bool) -> str:
    """What has become of the model that was meant, which is not alive, as sentences after the one that names it."""
    record = evidence.meant
    if record is None:
        return ""
    subject = "It" if only else record.id
    if state is State.RETIRED:
        end = f"was itself retired on {record.retires}" if record.retires else "is itself retired"
    elif record.retires:
        end = f"itself ends on {record.retires}, {away(record.retires, evidence.today)}"
    else:
        end = "is itself deprecated"
    return f" {subject} {end}. {advice(evidence.succession)}"


def away(day: date, today: date) -> str:
    """How far a day is from today: `240 days ago`, `today`, `in 54 days`."""
    days = (day - today).days
    if days == 0:
        return "today"
    count = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"in {count}" if days > 0 else f"{count} ago"


def outcome(record: ModelRecord, evidence: Evidence) -> str:
    """What a call with the model gets once it is retired."""
    after = record.after_retirement or evidence.after_retirement
    if after == "redirects":
        target = f"{record.successors[0]} at its price" if record.successors else "another model at that model's price"
        return f"requests are answered by {target}"
    return {"moved": "its API has moved", "host-gone": "the host is gone"}.get(after or "", "calls fail")


def advice(succession: Succession, record: ModelRecord | None = None) -> str:
    """What to write instead of the model of `record`, as a sentence."""
    if succession.living is None:
        if not succession.steps:
            return "The provider names no replacement; choose another model."
        named = join(tuple(step.id for step in succession.steps), "and")
        return f"Nothing that the provider names instead ({named}) is known to last; choose another model."
    between = tuple(step.id for step in succession.steps if step.id != succession.living)
    way = f", by way of {join(between, 'and')}" if between else ""
    # Where requests are redirected, the outcome has already said what the condition says.
    told = record.condition if record is not None and record.after_retirement == "redirects" else None
    conditions = dict.fromkeys(step.condition for step in succession.steps if step.condition not in (None, told))
    limits = "".join(f"; {condition}" for condition in conditions)
    return f"Write {succession.living} (official replacement{way}{limits})."


def provenance(record: ModelRecord | ApiRecord, evidence: Evidence) -> str:
    """A remark when the dates of a row rest on third parties alone."""
    if not record.third_party:
        return ""
    unless = "" if evidence.third_party_fails else ', so only `third-party-dates = "fail"` makes it an error'
    return f" Third parties report this; the provider's own page was not seen{unless}."


def severity(rule: Rule, record: ModelRecord | ApiRecord, evidence: Evidence) -> Severity:
    """The rule's, but at most a warning where third parties alone report the end and are not trusted with it."""
    if record.third_party and not evidence.third_party_fails and rule.severity is Severity.ERROR:
        return Severity.WARNING
    return rule.severity


def replacement(reference: Reference, succession: Succession) -> Fix | None:
    """The fix that writes the living successor: safe only where it takes the model's place as it is."""
    if succession.living is None:
        return None
    return rewrite(reference, succession.living, otherwise(succession))


def otherwise(succession: Succession) -> str | None:
    """Why the living successor does not simply take the model's place; None where it does."""
    return None if succession.same_kind else succession.caution or "it is no replacement of the same kind"


def correction(reference: Reference, model_id: str, evidence: Evidence, state: State) -> Fix | None:
    """The fix that writes `model_id` for an id that is wrong; none where all that could be written is gone.

    `state` is that of the model that was meant.
    """
    if state is State.RETIRED and evidence.succession.living is None:
        return None
    return rewrite(reference, model_id, _unsure(reference, evidence, state))


def _unsure(reference: Reference, evidence: Evidence, state: State) -> str | None:
    """Why what was meant is not to be written unasked; None where it is."""
    if not reference.certain:
        return f"it may also be {join(reference.nearest[1:], 'or')}" if reference.nearest[1:] else "it is a guess"
    record = evidence.meant
    if record is None:
        return "the table does not have it"
    if not is_alive(state):
        return f"{record.id} is itself {state.value}"
    if any(
        use.sure and use.endpoint and serves(record, use.endpoint, evidence.endpoints) is False
        for use in reference.occurrence.uses
    ):
        return f"{record.id} is not served through the endpoint that is called"
    return None


def rewrite(reference: Reference, model_id: str, caution: str | None) -> Fix:
    """The fix that writes `model_id` over the id; only to be shown where the code's text is not the id itself.

    `caution` says why it may not be applied unasked, None where nothing about the model speaks against that.
    """
    span, record = reference.span, reference.record
    if record is not None and reference.id != record.id and record.id in reference.id:
        model_id = reference.id.replace(record.id, model_id)
        # Such as a Bedrock profile: what is around the id stays.
        caution = caution or f"the id is written in a longer form, and {model_id} may not exist"
    exact = span.line == span.end_line and span.end_column - span.column == len(reference.id)
    title = f"Replace {reference.id.strip()} with {model_id}"
    if not (reference.occurrence.editable and exact):
        return Fix(title=title, applicability=Applicability.DISPLAY, edits=())
    if reference.occurrence.context is Context.NONE and reference.told is not Told.ROUTE:
        caution = caution or "nothing beside it says that it is used as a model"
    if reference.surfaces:
        caution = caution or f"the code leaves open which of {join(reference.surfaces, 'and')} is asked"
    if reference.role is not Role.RUNTIME:
        caution = caution or f"the id is not used to call a model ({reference.role.value})"
    return Fix(
        title=title,
        applicability=Applicability.SAFE if caution is None else Applicability.UNSAFE,
        edits=(Edit(span=span, text=model_id),),
        caution=caution,
    )
