"""MG402: the client asks somebody who cannot have the model, or cannot ask whom it is meant to."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.kinds import Example, Rule
from pytest_modelgate.rules import _wording
from pytest_modelgate.terms import Doubt, Severity

if TYPE_CHECKING:
    from pytest_modelgate.values import Evidence, Finding, Reference, Use

_DEPLOYMENT = re.compile(r"[\w.-]{1,64}", re.ASCII)
"""What a deployment of Azure's can be called."""
_OF_AZURE = ("AzureOpenAI", "AsyncAzureOpenAI")
_LONGEST = 80


def judge(reference: Reference, evidence: Evidence) -> Finding | None:
    """A finding for a client that does not fit its model, its host or its key; the surest of several."""
    uses = tuple(use for use in reference.occurrence.uses if use.sure)
    for use in uses:
        if reference.foreign is not None and reference.foreign == reference.surface and use.base is not None:
            return _wording.finding(RULE, reference, _foreign(reference, evidence, use))
    for doubt, words in _WORDS.items():
        for use in uses:
            if doubt in use.doubts:
                severity = Severity.WARNING if doubt is Doubt.NO_API_VERSION else None
                message = f"{_shown(reference.id)} {words.format(client=_client(reference, use))}"
                return _wording.finding(RULE, reference, message, severity=severity)
    for use in uses:
        if _is_no_deployment(reference, use):
            text, client = _shown(reference.occurrence.text), _client(reference, use)
            message = (
                f"{text} cannot be the name of an Azure deployment (at most 64 letters, digits, dashes, underscores and"
                f" dots), and {client} takes nothing else. Write the deployment's name."
            )
            return _wording.finding(RULE, reference, message)
    return None


_WORDS = {
    Doubt.AZURE_HOST: (
        "is asked for through {client}, which is sent to an Azure address that only AzureOpenAI can ask: calls fail."
        " Use AzureOpenAI, or the resource's address with /openai/v1/ at its end."
    ),
    Doubt.DEPLOYMENT: (
        "names an Azure deployment, by its variable, and {client} knows models alone: calls fail."
        " Use AzureOpenAI, or write a model's id."
    ),
    Doubt.AZURE_KEY: (
        "is asked for through {client} with an Azure key, which the OpenAI API refuses."
        " Use AzureOpenAI with the resource's endpoint, or a key of the OpenAI API."
    ),
    Doubt.NO_API_VERSION: (
        "is asked for through {client}, which is given no api_version and cannot be made unless OPENAI_API_VERSION"
        " is set. Give it an api_version."
    ),
}
"""What is wrong with a client, the worst first."""


def _foreign(reference: Reference, evidence: Evidence, use: Use) -> str:
    host = urlsplit(use.base or "").hostname or use.base
    return (
        f"{reference.id} is a model of {_wording.surface_of(reference, evidence)}, and {_client(reference, use)} asks"
        f" {host}, which does not have it: calls fail. Use that provider's client, or set the base_url."
    )


def _is_no_deployment(reference: Reference, use: Use) -> bool:
    deployed = use.client in _OF_AZURE and use.surfaces == ("azure",) and use.endpoint is not None
    return deployed and reference.model is not None and not _DEPLOYMENT.fullmatch(reference.occurrence.text)


def _client(reference: Reference, use: Use) -> str:
    return _wording.caller(reference, use) if use.client is None else f"{use.client}()"


def _shown(text: str) -> str:
    """The text, or the begin of a long one."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


RULE = Rule(
    code="MG402",
    name="wrong-client",
    severity=Severity.ERROR,
    summary="Another provider's id on a client with its own host, or Azure's host, key or deployment on another's.",
    judge=judge,
    examples=(
        Example(
            code=(
                'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="claude-opus-4-8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "import os\n\nfrom openai import OpenAI\n\n"
                'client = OpenAI(base_url=os.environ["AZURE_OPENAI_ENDPOINT"])\n'
                'client.chat.completions.create(model="gpt-6-luna", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "import os\n\nfrom openai import OpenAI\n\n"
                'client = OpenAI(api_key=os.environ["AZURE_OPENAI_API_KEY"])\n'
                'client.chat.completions.create(model="gpt-6-luna", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from openai import AzureOpenAI\n\n"
                'client = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="2024-10-21")\n'
                'client.chat.completions.create(model="azure/gpt-6-luna", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=True,
        ),
        Example(
            code=(
                "from openai import OpenAI\n\n"
                'client = OpenAI(base_url="https://api.anthropic.com/v1/")\n'
                'client.chat.completions.create(model="claude-opus-4-8", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
        Example(
            code=(
                "from openai import AzureOpenAI\n\n"
                'client = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="2024-10-21")\n'
                'client.chat.completions.create(model="prod-chat", messages=[])\n'
            ),
            today=date(2026, 11, 21),
            fires=False,
        ),
    ),
    page="""\
A client asks one host with one key. Here they do not go with the model: another provider's id is given to a client that
nothing in the code sends elsewhere; OpenAI's own client is given an address, a key or a deployment of Azure's; Azure's
client is given a text that no deployment can be called, or no `api_version` (then a warning: a variable may hold it).

**Why it matters.** The host answers `model_not_found`, 401 or 404, as it would for a model that has ended. A model with
the same name may also answer, from an account that was not meant.

**What to do.** Use the provider's own client, or send this one to the provider with `base_url`. Where a variable such
as `OPENAI_BASE_URL` does so, ignore the finding with that reason, or pass the address in the code.

**Fix safety.** There is no fix: whether the client or the id is the wrong one is for you to say.
""",
    related=("MG203", "MG401"),
)
