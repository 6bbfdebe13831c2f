"""MG202: the text has the form of a model id, or stands where one goes, and nobody knows it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference

_OF_ONE_ACCOUNT = re.compile(r"(?:ft|[a-z]+:ft|tunedmodels)[:/-].*", re.IGNORECASE)
"""Fine-tuned models belong to an account, and no public list has them."""


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for an id that the table does not know, on a surface whose table it is."""
    occurrence = reference.occurrence
    if evidence.state is not State.UNKNOWN or evidence.title is None or reference.model is None:
        return None
    if not (evidence.listed or evidence.complete):
        return None
    asks_another = bool(occurrence.surfaces) and reference.surface not in occurrence.surfaces
    if asks_another or _wording.asks_amiss(reference) or _OF_ONE_ACCOUNT.fullmatch(reference.model):
        return None
    if evidence.complete:
        known, severity = "and the complete list of your key does not have it either", Severity.ERROR
    else:
        known, severity = "which may be older than the model", Severity.WARNING
    return _wording.finding(
        RULE,
        reference,
        f"{reference.id} is not in the table of {evidence.title}, {known}."
        " If it is no new model, calls fail: look it up in the provider's list of models.",
        severity=severity,
    )


RULE = Rule(
    code="MG202",
    name="unknown-model",
    severity=Severity.WARNING,
    summary="The id has the provider's form or stands where a model goes, and the table does not know it.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.9", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="my-prod-gpt", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="ft:gpt-4o-mini:acme::1", input="")\n',
            today=date(2026, 11, 21),
            fires=False,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.5", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
The text has the form of the provider's ids, or is given to its client as the model, but the table of known models does
not have it, and nothing in the table is near enough for a mistake.

**Why it matters.** It is a model newer than the table, an invented one, or the name of something private. The first is
fine; the others fail.

**What to do.** Look the id up in the provider's list of models. If it exists, update pytest-modelgate or ignore the id
with a reason.

**Fix safety.** There is no fix: nothing says what was meant.
""",
    options=("extra-tables",),
    related=("MG201", "MG301"),
)
