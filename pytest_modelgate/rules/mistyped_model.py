"""MG201: the text is no model id, but one small step from one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.lifecycle import is_alive, state_of
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Applicability, Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a text that is probably a known id, misspelt."""
    if evidence.state is not State.MISTYPED or not reference.nearest or _wording.asks_amiss(reference):
        return None
    surface = _wording.surface_of(reference, evidence)
    meant = reference.nearest[0]
    state = state_of(evidence.meant, evidence.today, evidence.horizon) if evidence.meant else State.ACTIVE
    candidates = reference.nearest[:1] if reference.certain else reference.nearest
    message = f"{_shown(reference.id)} is no model of {surface}; did you mean {_wording.join(candidates, 'or')}?"
    write = meant
    if not is_alive(state):
        message += _wording.fate(evidence, state, only=len(candidates) == 1)
        write = evidence.succession.living or meant
    return _wording.finding(
        RULE,
        reference,
        message,
        ends=evidence.meant.retires if evidence.meant else None,
        succession=evidence.succession,
        successor=write,
        fix=_wording.correction(reference, write, evidence, state),
    )


def _shown(text: str) -> str:
    """The id as written, in quotes where white space would not be seen."""
    return text if text == text.strip() else repr(text)


RULE = Rule(
    code="MG201",
    name="mistyped-model",
    severity=Severity.ERROR,
    summary="The text is no known model id but one small step from one, so calls fail with model_not_found.",
    judge=judge,
    examples=(
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5-4", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                'from anthropic import Anthropic\n\nAnthropic().messages.create(model="cluade-opus-4.8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                'from anthropic import Anthropic\n\nAnthropic().messages.create(model="claude-opus-4-8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
        Example(
            code=(
                'from anthropic import Anthropic\n\nAnthropic().messages.create(model="claude-opus-4-9", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
The text stands where a model id goes, or looks like one, but the provider has no such model. A known id differs only in
case, separators, white space, a letter or two, its date, the order of its parts or a maker's name before it. A version
number that differs is taken for a newer model, never for a mistake.

**Why it matters.** The provider compares ids exactly, and answers `model_not_found`.

**What to do.** Write the id that the message names. Where that model is itself gone or going, the message says so and
names the one to write instead.

**Fix safety.** The fix is safe where the id is really used and one id is clearly nearest and neither gone nor going.
Otherwise it is applied only when unsafe fixes are asked for.
""",
    fix=Applicability.SAFE,
    options=("extra-tables",),
    related=("MG202", "MG203"),
)
