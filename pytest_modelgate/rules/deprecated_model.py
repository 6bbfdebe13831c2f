"""MG103: the end of the model is announced, but further away than the horizon, or without a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.content import FINE_TUNES
from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Applicability, Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a model whose end is announced for later than the horizon, or for no day yet."""
    record = reference.record
    if evidence.state is not State.DEPRECATED or record is None or record.kind == FINE_TUNES:
        return None
    if _wording.asks_amiss(reference):
        return None
    if record.retires is not None and record.retires <= evidence.today:
        end = f"was to end on {record.retires}, {_wording.away(record.retires, evidence.today)}, but still answers"
    elif record.retires is not None:
        end = f"ends on {record.retires}, {_wording.away(record.retires, evidence.today)}"
    elif record.after_retirement == "redirects":
        end = f"has no end day, but {_wording.outcome(record, evidence)}"
    else:
        end = "has no end day yet"
    since = f" since {record.announced}" if record.announced else ""
    message = (
        f"{reference.id} is deprecated by {_wording.surface_of(reference, evidence)}{since} and {end}."
        f" {_wording.advice(evidence.succession, record)}{_wording.provenance(record, evidence)}"
    )
    return _wording.finding(
        RULE,
        reference,
        message,
        ends=record.retires,
        succession=evidence.succession,
        fix=_wording.replacement(reference, evidence.succession),
    )


RULE = Rule(
    code="MG103",
    name="deprecated-model",
    severity=Severity.WARNING,
    summary="The provider has announced the end of the model, for a day beyond the horizon or without a day.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.1", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from anthropic import Anthropic\n\n"
                'Anthropic().messages.create(model="claude-mythos-preview", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                'from anthropic import Anthropic\n\nAnthropic().messages.create(model="claude-opus-4-8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
The provider has said that this model will end. The day is further away than the horizon, or has not been named.

**Why it matters.** New code should not be built on it, and the day can be moved forward. Once the day is within the
horizon the finding becomes `retiring-model`, an error. A day that is only "not sooner than" is no end day and never
leads to this finding.

**What to do.** Plan the change to the replacement that the message names.

**Fix safety.** The fix is safe where the id is used as a model, the code does not leave open who is asked, and the
provider itself names one replacement, without a remark, of the same kind and called through the same endpoints.
Otherwise, and for embeddings, it is applied only when unsafe fixes are asked for.
""",
    fix=Applicability.SAFE,
    options=("horizon",),
    related=("MG102", "MG104"),
)
