"""MG301: the model is served, and not to this key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.lifecycle import is_alive
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a model that the table has alive and that the key's complete list lacks, or says it cannot call."""
    live = evidence.live
    alive = is_alive(evidence.state) or evidence.state in (State.DEPRECATED, State.RETIRING)
    if live is None or not alive or _wording.asks_amiss(reference):
        return None
    surface = _wording.surface_of(reference, evidence)
    key = f"the key of {live.listing.variable}" if live.listing.variable else "this access"
    if live.row is not None and not live.row.callable:
        reason = live.row.reason or "its list says so"
        message = f"{reference.id} is in the list of {surface}, but {key} cannot call it: {reason}."
    elif live.absent and reference.record is not None:
        held = len(live.listing.rows)
        request = f", request {live.listing.request_id}" if live.listing.request_id else ""
        message = (
            f"{reference.id} is served by {surface}, but not to {key}, whose complete list"
            f" ({held} {'id' if held == 1 else 'ids'}{request}) lacks it: no access, or taken away early. Ask for"
            " access, or try another project's key."
        )
    else:
        return None
    return _wording.finding(RULE, reference, message, succession=evidence.succession)


RULE = Rule(
    code="MG301",
    name="no-access",
    severity=Severity.ERROR,
    summary="The table has the model alive, and the key's complete live list lacks it, so calls fail.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.5", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
            live=("gpt-6-luna", "gpt-6-sol"),
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.5", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
            live=("gpt-5.5", "gpt-6-luna", "gpt-6-sol"),
        ),
    ),
    page="""\
Only with `--live`: the provider was asked what this key can call, and its complete list does not have the model, or
says that this key cannot call it.

**Why it matters.** A provider answers a call to a model that is closed to the caller with the same `model_not_found` as
one that does not exist.

**What to do.** Ask for access in the project or organisation of the key, use another key, or write a model that the
list has. `modelgate doctor ID` walks through the evidence.

**Fix safety.** There is no fix: which model does the work instead is for you to say.
""",
    needs="`--live`",
    related=("MG202", "MG401"),
)
