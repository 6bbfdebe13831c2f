"""MG502: the model is a preview, and the team asks for models that are not."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.content import PREVIEW
from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference

_SAYS_SO = re.compile(r"(?:^|[-_.:/])(?:preview|experimental|exp|beta|alpha)(?:$|[-_.:/])")


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a preview that has not ended, where the policy allows none."""
    if not evidence.policy.no_preview or reference.model is None or _wording.asks_amiss(reference):
        return None
    record = reference.record
    preview = record.kind == PREVIEW if record is not None else _SAYS_SO.search(reference.model.lower())
    if not preview or evidence.state in (State.RETIRED, State.MISTYPED):
        return None
    return _wording.finding(
        RULE,
        reference,
        f"{reference.id} is a preview at {_wording.surface_of(reference, evidence)}, and `no-preview` is set; write a"
        " model that is generally available.",
    )


RULE = Rule(
    code="MG502",
    name="preview-model",
    severity=Severity.ERROR,
    summary="Off unless `no-preview` is set: the model is a preview, which may change or end at short notice.",
    judge=judge,
    examples=(
        Example(
            code=(
                "from google import genai\n\n"
                "client = genai.Client(vertexai=False)\n"
                'client.models.generate_content(model="gemini-3.1-pro-preview", contents="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
            configuration="no-preview = true",
        ),
        Example(
            code=(
                "from google import genai\n\n"
                "client = genai.Client(vertexai=False)\n"
                'client.models.generate_content(model="gemini-3.8-flash", contents="Hello")\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
            configuration="no-preview = true",
        ),
    ),
    page="""\
Providers offer new models as previews before they stand by them. Of an id that the table does not have, its own words
(`preview`, `exp`, `beta`) say so.

**Why it matters.** A preview may change under its name, has lower limits, and often ends two weeks after the word.

**What to do.** Write the released model, or silence the finding where you try the preview on purpose.

**Fix safety.** Which released model does your work is yours to say, so no fix is offered.
""",
    needs="`no-preview`",
    options=("no-preview",),
    related=("MG501", "MG503"),
)
