"""MG101: the model is no longer served."""

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
    """A finding for a model whose end day on its surface is today or past."""
    record = reference.record
    if evidence.state is not State.RETIRED or record is None or record.kind == FINE_TUNES:
        return None
    if _wording.asks_amiss(reference):
        return None
    surface = _wording.surface_of(reference, evidence)
    if record.retires is None:
        end = f"is retired by {surface} (the provider gives no date)"
    else:
        end = f"was retired by {surface} on {record.retires} ({_wording.away(record.retires, evidence.today)})"
    message = (
        f"{reference.id} {end}: {_wording.outcome(record, evidence)}. {_wording.advice(evidence.succession, record)}"
        f"{_wording.provenance(record, evidence)}"
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
    code="MG101",
    name="retired-model",
    severity=Severity.ERROR,
    summary="The model is no longer served: its end day is today or past, and calls fail or are answered by another.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-4-turbo", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-4-turbo-preview", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.6-sol", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
        ),
        Example(
            code=(
                "from anthropic import Anthropic\n\n"
                'Anthropic().messages.create(model="claude-3-opus-latest", messages=[])\n'
            ),
            today=date(2026, 1, 5),
            fires=True,
        ),
        Example(
            code=(
                "from anthropic import Anthropic\n\n"
                'Anthropic().messages.create(model="claude-3-opus-latest", messages=[])\n'
            ),
            today=date(2026, 1, 4),
            fires=False,
        ),
    ),
    page="""\
The provider's end day for this model has come. A model that ends on a day is served on the day before and gone from
that day on, in UTC.

**Why it matters.** Most providers answer with an error. Some answer with another model, at another price and with
other behaviour, so that nothing seems broken.

**What to do.** Write the replacement that the message names: the first in the chain of official replacements that is
itself neither gone nor going. Where the message names none, choose a model and test it.

**Fix safety.** The fix is safe where the id is used as a model, the code does not leave open who is asked, and the
provider itself names one replacement, without a remark, of the same kind and called through the same endpoints.
Otherwise, and for embeddings, it is applied only when unsafe fixes are asked for.
""",
    fix=Applicability.SAFE,
    options=("third-party-dates",),
    related=("MG102", "MG105", "MG106"),
)
