"""MG104: the model gets no more updates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Applicability, Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a model that its provider calls legacy and has given no end day."""
    if evidence.state is not State.LEGACY or reference.record is None or _wording.asks_amiss(reference):
        return None
    living = evidence.succession.living
    newer = f" {_wording.advice(evidence.succession)}" if living else ""
    return _wording.finding(
        RULE,
        reference,
        f"{reference.id} is a legacy model of {_wording.surface_of(reference, evidence)}: it still works, gets no more"
        f" updates and has no end day.{newer}",
        succession=evidence.succession,
        fix=_wording.rewrite(reference, living, "the model still works") if living else None,
    )


RULE = Rule(
    code="MG104",
    name="legacy-model",
    severity=Severity.NOTE,
    summary="The provider no longer updates the model and names another instead; it has no end day.",
    judge=judge,
    examples=(
        Example(
            code=(
                "from google import genai\n\n"
                "client = genai.Client(vertexai=False)\n"
                'client.models.generate_content(model="gemini-3-flash-preview", contents="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from google import genai\n\n"
                'genai.Client(vertexai=False).models.generate_content(model="gemini-3.8-flash", contents="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
The provider points to a newer model and no longer improves this one. No end has been announced.

**Why it matters.** Such a model is the next to be deprecated.

**What to do.** Nothing today. Prefer the model that the message names in new code.

**Fix safety.** The model still works, so the fix is applied only when unsafe fixes are asked for.
""",
    fix=Applicability.UNSAFE,
    related=("MG103",),
)
