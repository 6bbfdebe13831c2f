"""MG203: the text is the right id of a model on another surface than the one that is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.lifecycle import is_alive, state_of
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Applicability, Severity

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for an id in another surface's spelling, where the asked one has the model by another id."""
    meant = evidence.meant
    if reference.foreign in (None, reference.surface) or not reference.nearest or meant is None:
        return None
    candidates = reference.nearest[:1] if reference.certain else reference.nearest
    state = state_of(meant, evidence.today, evidence.horizon)
    write, known = reference.nearest[0], _wording.join(candidates, "or")
    whose = "a router's" if reference.foreign == "gateway" else f"{reference.foreign}'s"
    surface = _wording.surface_of(reference, evidence)
    message = f"{reference.id} is {whose} spelling, and fails here: {surface} has the model as {known}."
    if not is_alive(state):
        message += _wording.fate(evidence, state, only=len(candidates) == 1)
        write = evidence.succession.living or write
    return _wording.finding(
        RULE,
        reference,
        message,
        ends=meant.retires,
        succession=evidence.succession,
        successor=write,
        fix=_wording.correction(reference, write, evidence, state),
    )


RULE = Rule(
    code="MG203",
    name="foreign-spelling",
    severity=Severity.ERROR,
    summary="The id is right on another surface, and the one that is asked has the same model by another id.",
    judge=judge,
    examples=(
        Example(
            code=(
                "from anthropic import Anthropic\n\n"
                'Anthropic().messages.create(model="anthropic/claude-opus-4.8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-35-turbo", messages=[])\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from anthropic import Anthropic\n\n"
                'Anthropic().messages.create(model="anthropic.claude-opus-4-1-20250805-v1:0", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="openai/gpt-5.5", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "import boto3\n\n"
                'client = boto3.client("bedrock-runtime")\nclient.converse(modelId="claude-opus-4-8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from anthropic import AnthropicBedrock\n\n"
                'AnthropicBedrock().messages.create(model="anthropic.claude-opus-4-8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
        Example(
            code=(
                "from openai import OpenAI\n\n"
                'client = OpenAI(base_url="https://openrouter.ai/api/v1")\n'
                'client.chat.completions.create(model="anthropic/claude-opus-4.8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
The same model has other ids with its maker, on clouds and at routers: `claude-opus-4-8` is the maker's,
`anthropic.claude-opus-4-8` Amazon Bedrock's, `anthropic/claude-opus-4.8` OpenRouter's. The text is one of them, and is
given to a client that asks someone who has the model by another id.

**Why it matters.** Each surface knows its own ids alone, and answers `model_not_found` or a validation error.

**What to do.** Write the id that the message names. Where that model is itself gone or going, the message says so and
names the one to write instead. If the call is meant for the surface that spells so, use its client or `base_url`.

**Fix safety.** The fix is safe where the id is really used and one id is clearly the same model's and neither gone nor
going. Otherwise it is applied only when unsafe fixes are asked for.
""",
    fix=Applicability.SAFE,
    options=("extra-tables",),
    related=("MG201", "MG402"),
)
