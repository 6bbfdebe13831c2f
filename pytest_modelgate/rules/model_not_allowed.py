"""MG503: the team's lists, or its lock file, keep the code from this model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a model that is on the list `deny`, or that a list `allow` or the lock file does not have."""
    if reference.model is None or reference.api is not None:
        return None
    ids = tuple(dict.fromkeys((reference.id, reference.model)))
    names = (*ids, *(f"{reference.surface}/{id_}" for id_ in ids if reference.surface))
    glob = evidence.policy.denied(names)
    # What is misspelt is to be mended, and may well be there once it is.
    is_new = evidence.lock is not None and evidence.lock.locked is None and evidence.state is not State.MISTYPED
    lock = evidence.lock.name if evidence.lock is not None and is_new else None
    if glob is None and evidence.policy.allowed(names) and lock is None:
        return None
    place = f" ({reference.surface})" if reference.surface else ""
    if glob is not None:
        why = f"is forbidden by {glob!r} in `deny`; write a model that your team allows."
    elif not evidence.policy.allowed(names):
        why = "is not in `allow`; write a model that is, or have it added."
    else:
        why = f"is not in {lock}; write a model that is, or record this one with `modelgate lock`."
    return _wording.finding(RULE, reference, f"{reference.id}{place} {why}")


RULE = Rule(
    code="MG503",
    name="model-not-allowed",
    severity=Severity.ERROR,
    summary="Off without `allow`, `deny` and a lock file: the team's lists keep the code from this model.",
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
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-6-luna", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
            lock=(
                'format = "modelgate-lock-1"\nroles = ["runtime"]\n\n'
                '[[models]]\nid = "gpt-5.4"\nsurface = "openai"\nstate = "active"\nruntime = [\n  "app.py",\n]\n'
            ),
        ),
    ),
    page="""\
`allow` and `deny` are lists of globs, each on an id (`gpt-5.4*`) or on the surface and the id (`bedrock/*`). `deny` is
stronger. A lock file, `modelgate.lock`, is a list as well where there is one: models that `modelgate lock` did not
record are findings.

**Why it matters.** Price, data protection and contracts decide which models a team may call, not only which ones work.

**What to do.** Write a model that the lists let through, or ask whoever keeps them. A model that is new on purpose is
recorded with `modelgate lock`, and the change of the file is reviewed with the code.

**Fix safety.** Which model takes its place is yours to say, so no fix is offered.
""",
    needs="`allow`, `deny` or a lock file",
    options=("allow", "deny", "lock"),
    related=("MG502", "MG504"),
)
