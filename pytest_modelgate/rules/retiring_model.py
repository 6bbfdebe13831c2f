"""MG102: the model ends within the horizon."""

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
    """A finding for a model whose end day is within the horizon."""
    record = reference.record
    if evidence.state is not State.RETIRING or record is None or record.retires is None or record.kind == FINE_TUNES:
        return None
    if _wording.asks_amiss(reference):
        return None
    message = (
        f"{reference.id} ends on {record.retires}, {_wording.away(record.retires, evidence.today)}, on"
        f" {_wording.surface_of(reference, evidence)}: from then on {_wording.outcome(record, evidence)}."
        f" {_wording.advice(evidence.succession, record)}{_wording.provenance(record, evidence)}"
    )
    return _wording.finding(
        RULE,
        reference,
        message,
        severity=_wording.severity(RULE, record, evidence),
        ends=record.retires,
        succession=evidence.succession,
        fix=_wording.replacement(reference, evidence.succession),
    )


RULE = Rule(
    code="MG102",
    name="retiring-model",
    severity=Severity.ERROR,
    summary="The model ends within the horizon (90 days unless set otherwise), and what calls it will then break.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-4o", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-4o", input="Hello")\n',
            today=date(2026, 10, 15),
            fires=False,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-6-luna", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
The provider has announced the end of this model, and the day is near: within `horizon`, 90 days unless set otherwise.

**Why it matters.** What works today stops on a known day. Found now, it is a planned change; found then, an outage.

**What to do.** Write the replacement that the message names, and test with it while both are served. To keep the model
until its end, silence the finding with a reason and an `until` date.

**Fix safety.** The fix is safe where the id is used as a model, the code does not leave open who is asked, and the
provider itself names one replacement, without a remark, of the same kind and called through the same endpoints.
Otherwise, and for embeddings, it is applied only when unsafe fixes are asked for.
""",
    fix=Applicability.SAFE,
    options=("horizon", "grace", "third-party-dates"),
    related=("MG101", "MG103"),
)
