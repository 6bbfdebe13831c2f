"""MG504: the name is in the lock file, and what it stands for or its end is not what it was then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.locked import changes, with_live
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a model of the lock file of which now something else is known."""
    lock = evidence.lock
    if lock is None or lock.locked is None or _wording.asks_amiss(reference):
        return None
    now = lock.facts
    if evidence.live is not None and evidence.live.row is not None:
        now = with_live(now, evidence.live.row, (reference.id, reference.model))
    found = list(changes(lock.locked.facts, now))
    if not found:
        return None
    step = "Test with what answers now" if any(change.moved for change in found) else "Plan for it"
    is_so = _wording.join(tuple(change.now for change in found), "and")
    was_so = _wording.join(tuple(change.was for change in found), "and")
    return _wording.finding(
        RULE,
        reference,
        f"{reference.id} {is_so} at {_wording.surface_of(reference, evidence)}; when {lock.name} was written, it"
        f" {was_so}. {step}, then record it with `modelgate lock`.",
        ends=now.live_ends or now.ends,
    )


_LOCK = """\
format = "modelgate-lock-1"
roles = ["runtime"]

[[models]]
id = "gpt-5.4-pro"
surface = "openai"
state = "active"
stands-for = "{}"
runtime = [
  "app.py",
]
"""

RULE = Rule(
    code="MG504",
    name="alias-drift",
    severity=Severity.WARNING,
    summary="Off without a lock file: since it was written, an alias stands for another model, or an end is known.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.4-pro", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
            lock=_LOCK.format("gpt-5.4-pro-2026-01-15"),
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.4-pro", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
            lock=_LOCK.format("gpt-5.4-pro-2026-03-05"),
        ),
    ),
    page="""\
`modelgate lock` records the models of the code, what each alias stands for and when each ends. What is known now is
compared with that: by the table, and by a provider's own list where it is asked and was asked then.

**Why it matters.** The code has not changed and behaves otherwise: another model answers, or its end was announced,
moved or taken back.

**What to do.** Test with the model that answers now, or write the id of the one that did; plan for the new end. Then
run `modelgate lock`, so that the change is reviewed. `modelgate lock --check` shows all that is different.

**Fix safety.** There is no fix: whether the change is welcome is yours to say.
""",
    needs="a lock file",
    options=("lock",),
    related=("MG501", "MG503"),
)
