"""MG501: the name may stand for another model tomorrow, and the team asks for names that cannot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.content import ALIAS
from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Applicability, Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for an alias that works, where the policy asks for pinned ids."""
    record = reference.record
    if not evidence.policy.require_pinned or record is None or _wording.asks_amiss(reference):
        return None
    if record.kind != ALIAS or not (record.floating or record.alias_of) or evidence.state is State.RETIRED:
        return None
    pinned = record.alias_of
    now = f"; write {pinned}, which it stands for in the table." if pinned else "; write the id of a dated snapshot."
    return _wording.finding(
        RULE,
        reference,
        f"{reference.id} is an alias at {_wording.surface_of(reference, evidence)} that may stand for another model"
        f" tomorrow, and `require-pinned` is set{now}",
        successor=pinned,
        fix=_wording.rewrite(reference, pinned, "the snapshot does not follow the alias") if pinned else None,
    )


RULE = Rule(
    code="MG501",
    name="floating-alias",
    severity=Severity.ERROR,
    summary="Off unless `require-pinned` is set: the name is an alias that may stand for another model tomorrow.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.4-pro", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
            configuration="require-pinned = true",
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.4-pro", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
Providers give short names to their models and move them to newer snapshots when they like.

**Why it matters.** Behaviour, price and limits change without a change in the code, so nothing in its history says why.

**What to do.** Write the dated id that the message names, and move to the next one when your evaluations say so.

**Fix safety.** The table tells what the alias stood for when it was read, so the fix is applied only when unsafe fixes
are asked for.
""",
    fix=Applicability.UNSAFE,
    needs="`require-pinned`",
    options=("require-pinned",),
    related=("MG502", "MG504"),
)
