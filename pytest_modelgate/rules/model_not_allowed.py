"""MG503: the team's lists keep the code from this model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a model that is on the list `deny`, or that a list `allow` does not have."""
    if reference.model is None or reference.api is not None:
        return None
    ids = tuple(dict.fromkeys((reference.id, reference.model)))
    names = (*ids, *(f"{reference.surface}/{id_}" for id_ in ids if reference.surface))
    glob = evidence.policy.denied(names)
    if glob is None and evidence.policy.allowed(names):
        return None
    place = f" ({reference.surface})" if reference.surface else ""
    if glob is not None:
        why = f"is forbidden by {glob!r} in `deny`; write a model that your team allows."
    else:
        why = "is not in `allow`; write a model that is, or have it added."
    return _wording.finding(RULE, reference, f"{reference.id}{place} {why}")


RULE = Rule(
    code="MG503",
    name="model-not-allowed",
    severity=Severity.ERROR,
    summary="Off unless `allow` or `deny` holds something: the team's lists keep the code from this model.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.4-pro", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
            configuration='deny = ["*-pro"]',
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.4-pro", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
            configuration='allow = ["openai/gpt-5.4*"]',
        ),
    ),
    page="""\
`allow` and `deny` are lists of globs, each on an id (`gpt-5.4*`) or on the surface and the id (`bedrock/*`). `deny` is
stronger.

**Why it matters.** Price, data protection and contracts decide which models a team may call, not only which ones work.

**What to do.** Write a model that the lists let through, or ask whoever keeps them.

**Fix safety.** Which model takes its place is yours to say, so no fix is offered.
""",
)
