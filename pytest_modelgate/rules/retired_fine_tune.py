"""MG105: the fine-tuned model ends with what it was tuned from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.content import FINE_TUNES
from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a fine-tuned model whose base's fine-tunes are gone, or go within the horizon."""
    record = reference.record
    if record is None or record.kind != FINE_TUNES or evidence.state not in (State.RETIRED, State.RETIRING):
        return None
    if _wording.asks_amiss(reference):
        return None
    base = record.id.removeprefix("ft-")
    when = f" on {record.retires} ({_wording.away(record.retires, evidence.today)})" if record.retires else ""
    ended = "ended" if evidence.state is State.RETIRED else "end"
    living = evidence.succession.living
    advice = f"Tune {living} anew, or call it as it is." if living else "The provider names no base to tune instead."
    return _wording.finding(
        RULE,
        reference,
        f"{reference.id} is fine-tuned from {base}, whose fine-tuned models {ended}{when} on"
        f" {_wording.surface_of(reference, evidence)}: calls fail. {advice}{_wording.provenance(record, evidence)}",
        severity=_wording.severity(RULE, record, evidence),
        ends=record.retires,
        succession=evidence.succession,
    )


RULE = Rule(
    code="MG105",
    name="retired-fine-tune",
    severity=Severity.ERROR,
    summary="The base of the fine-tuned model ends, and by the provider's schedule what was tuned from it does too.",
    judge=judge,
    examples=(
        Example(
            code=(
                "from openai import OpenAI\n\n"
                'OpenAI().responses.create(model="ft:gpt-3.5-turbo-0125:acme::9xYz", input="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from openai import OpenAI\n\n"
                'OpenAI().responses.create(model="ft:gpt-4o-mini-2024-07-18:acme::9xYz", input="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
A fine-tuned model lives on its base. Providers publish when the fine-tuned models of a base end, sometimes on another
day than the base itself; the finding follows that day.

**Why it matters.** The id belongs to your account, so no public list shows its end, and it stops all the same.

**What to do.** Tune a living base with the same data, or see whether a newer model does the task without tuning.

**Fix safety.** There is no fix: the id of the model that you will tune does not exist yet.
""",
    options=("horizon", "grace", "third-party-dates"),
    related=("MG101", "MG102"),
)
