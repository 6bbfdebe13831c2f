"""MG106: the API or the host itself has ended, or ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Severity, State

if TYPE_CHECKING:
    from pytest_modelgate.records import ApiRecord
    from pytest_modelgate.values import Evidence, Finding, Reference


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a call of an API, or the address of a host, whose end has come or is announced."""
    api = reference.api
    state = State.ACTIVE if api is None else state_of(api, evidence.today, evidence.horizon)
    if api is None or state is State.ACTIVE:
        return None
    severity = _wording.severity(RULE, api, evidence)
    reaches = "uses" if reference.occurrence.uses else "leads to"
    message = f"{reference.id} {reaches} {api.title}, which {_end(api, state, evidence.today)}."
    if api.instead is not None:
        message += f" Use {api.instead}."
    if api.address is not None:
        message += f" Source: {api.address}."
    return _wording.finding(
        RULE,
        reference,
        message + _wording.provenance(api, evidence),
        severity=Severity.WARNING if state is State.DEPRECATED else severity,
        ends=api.retires,
    )


def _end(api: ApiRecord, state: State, today: date) -> str:
    """When it ended or ends, as far as that is known."""
    if api.retires is not None:
        away = _wording.away(api.retires, today)
        return f"ended on {api.retires} ({away})" if state is State.RETIRED else f"ends on {api.retires}, {away}"
    if state is State.RETIRED:
        return "has ended (the provider gives no date)"
    since = "" if api.announced is None else f" since {api.announced} ({_wording.away(api.announced, today)})"
    return f"is deprecated{since}, and ends on a day that the table does not have"


_ASSISTANT = (
    "from openai import OpenAI\n\n"
    "client = OpenAI()\n"
    'client.beta.assistants.create(model="gpt-5.6-sol", instructions="Help.")\n'
)
_GITHUB = (
    "import os\n\nfrom openai import OpenAI\n\n"
    'client = OpenAI(base_url="https://models.github.ai/inference", api_key=os.environ["GITHUB_TOKEN"])\n'
)
_SONAR = (
    "from openai import OpenAI\n\n"
    'client = OpenAI(base_url="https://api.perplexity.ai")\n'
    "client.chat.completions.create(model=name, messages=[])\n"
)

RULE = Rule(
    code="MG106",
    name="retired-api",
    severity=Severity.ERROR,
    summary="The API or the host that is called has ended or ends soon, whatever model it is asked for.",
    judge=judge,
    examples=(
        Example(code=_ASSISTANT, today=date(2026, 11, 21), fires=True),
        Example(code=_ASSISTANT, today=date(2025, 9, 1), fires=True),
        Example(code=_GITHUB, today=date(2026, 11, 21), fires=True),
        Example(
            code='import openai\n\nopenai.Edit.create(model=name, input="teh", instruction="Mend the spelling.")\n',
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(code=_SONAR, today=date(2026, 11, 21), fires=True),
        Example(
            code='from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-5.6-sol", input="Hello")\n',
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
Providers end whole APIs, hosts and services as they end models: the Assistants API, GitHub Models, Perplexity's Sonar
chat completions. What calls one of them breaks on that day with every model, also with one that is served elsewhere.
The table has these ends with their dates and sources; `modelgate explain assistants` tells one.

**Why it matters.** Writing a newer model does not help, and moving to another API is more work than another id.

**What to do.** Move to what the message names; its source leads to the provider's guide. Within `horizon`, 90 days
unless set otherwise, and after the end it is an error; where an end is only announced, or further away, a warning.

**Fix safety.** There is no fix: another API takes other arguments and gives other answers.
""",
    options=("horizon", "grace", "third-party-dates"),
    related=("MG101", "MG401"),
)
