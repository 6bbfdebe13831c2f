"""What is wrong with a client as it is made, whatever it is asked for, and whom one of several asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pytest_modelgate import catalog as catalogs
from pytest_modelgate import examine
from pytest_modelgate.languages.python.extraction import extract
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.terms import Doubt
from pytest_modelgate.values import SourceFile, Use

HEAD = "import os\nimport openai\nfrom openai import AsyncOpenAI, AzureOpenAI, OpenAI\n"
LEXICON = examine.lexicon_of(Resolver(catalogs.load(), all_providers()), date(2026, 11, 21), 90)


def use_of(code: str, *, deep: bool) -> Use:
    """The only known call in some code."""
    source = SourceFile(path=Path("app.py"), shown="app.py", text=HEAD + code, encoding="utf-8")
    extraction = extract(source, LEXICON, deep)
    left = [link.occurrence for link in extraction.links if link.occurrence is not None]
    (use,) = {use for each in (*extraction.occurrences, *left) for use in each.uses if use.known}
    return use


def asking(client: str, model: str = "'house-a1'") -> str:
    return f"client = {client}\nclient.chat.completions.create(model={model}, messages=[])\n"


AZURE = "api_version='2024-10-21'"
DOUBTS = {
    "azure host": (asking("OpenAI(base_url='https://acme.openai.azure.com')"), Doubt.AZURE_HOST),
    "azure host of another name": (
        asking("AsyncOpenAI(base_url='https://acme.services.ai.azure.com/models')"),
        Doubt.AZURE_HOST,
    ),
    "azure host held by a name": (
        "HOST = 'acme.openai.azure.com'\n" + asking("OpenAI(base_url=f'https://{HOST}/')"),
        Doubt.AZURE_HOST,
    ),
    "azure variable": (asking("OpenAI(base_url=os.environ['AZURE_OPENAI_ENDPOINT'])"), Doubt.AZURE_HOST),
    "azure variable by a name": (
        "endpoint = os.getenv('AZURE_OPENAI_ENDPOINT')\n" + asking("OpenAI(base_url=endpoint)"),
        Doubt.AZURE_HOST,
    ),
    "azure key": (asking("OpenAI(api_key=os.environ['AZURE_OPENAI_API_KEY'])"), Doubt.AZURE_KEY),
    "azure key of the module": (asking("openai.OpenAI(api_key=os.getenv('AZURE_API_KEY'))"), Doubt.AZURE_KEY),
    "no version": (asking("AzureOpenAI(azure_endpoint='https://acme.openai.azure.com')"), Doubt.NO_API_VERSION),
    "no version of the module": (asking("openai.AsyncAzureOpenAI()"), Doubt.NO_API_VERSION),
    "deployment": (asking("OpenAI()", "os.environ['AZURE_OPENAI_DEPLOYMENT']"), Doubt.DEPLOYMENT),
    "deployment by a name": (
        "name = os.getenv('AZURE_DEPLOYMENT_NAME')\n" + asking("OpenAI()", "name"),
        Doubt.DEPLOYMENT,
    ),
    "made elsewhere in the file": (
        f"def made():\n    return AzureOpenAI()\n{asking('made()')}",
        Doubt.NO_API_VERSION,
    ),
    "an attribute": (
        "class Bot:\n    own = AzureOpenAI()\n    def ask(self):\n        self.own.responses.create(model='m-1')\n",
        Doubt.NO_API_VERSION,
    ),
}


@pytest.mark.parametrize(("code", "doubt"), DOUBTS.values(), ids=DOUBTS)
@pytest.mark.parametrize("deep", [False, True], ids=["check", "inventory"])
def test_a_client_that_cannot_work_is_doubted(code: str, doubt: Doubt, deep: bool) -> None:
    assert use_of(code, deep=deep).doubts == (doubt,)


RIGHT = {
    "azure's own host for openai's client": asking("OpenAI(base_url='https://acme.openai.azure.com/openai/v1/')"),
    "a deployment's own host": asking("OpenAI(base_url='https://acme.openai.azure.com/openai/deployments/prod')"),
    "another host": asking("OpenAI(base_url='https://openrouter.ai/api/v1')"),
    "another variable": asking("OpenAI(base_url=os.environ['OPENAI_BASE_URL'])"),
    "azure's client at azure": asking(f"AzureOpenAI(azure_endpoint=os.environ['AZURE_OPENAI_ENDPOINT'], {AZURE})"),
    "azure's key at azure": asking(f"AzureOpenAI(api_key=os.environ['AZURE_OPENAI_API_KEY'], {AZURE})"),
    "another key": asking("OpenAI(api_key=os.environ['OPENAI_API_KEY'])"),
    "azure's key at an address": asking("OpenAI(api_key=os.environ['AZURE_API_KEY'], base_url='https://example.org')"),
    "version": asking(f"AzureOpenAI({AZURE})"),
    "version in the environment": "os.environ['OPENAI_API_VERSION'] = 'x'\n" + asking("AzureOpenAI()"),
    "version among others": asking("AzureOpenAI(**options)"),
    "version not told": asking("AzureOpenAI(version)") + "# OPENAI_API_VERSION is set\n",
    "a deployment at azure": asking(f"AzureOpenAI({AZURE})", "os.environ['AZURE_OPENAI_DEPLOYMENT']"),
    "a deployment at an address": asking("OpenAI(base_url=os.environ['BASE_URL'])", "os.environ['DEPLOYMENT']"),
    "a model": asking("OpenAI()", "os.environ['OPENAI_MODEL']"),
    "one of several clients": asking(f"OpenAI() if fast else AzureOpenAI({AZURE})"),
    "a client that is given": "def ask(client: OpenAI):\n    client.responses.create(model='house-a1')\n",
}


@pytest.mark.parametrize("code", RIGHT.values(), ids=RIGHT)
@pytest.mark.parametrize("deep", [False, True], ids=["check", "inventory"])
def test_a_client_that_may_work_is_not(code: str, deep: bool) -> None:
    assert use_of(code, deep=deep).doubts == ()


@pytest.mark.parametrize(
    ("client", "surfaces", "base"),
    [
        ("OpenAI()", ("openai",), "https://api.openai.com/v1"),
        ("OpenAI(base_url=None)", ("openai",), "https://api.openai.com/v1"),
        ("OpenAI(**options)", ("openai",), None),
        ("OpenAI(base_url=address())", (), None),
        ("OpenAI(base_url='https://api.groq.com/openai/v1')", ("groq",), None),
        ("OpenAI(base_url='https://example.org/v1')", ("custom-host",), None),
        (f"AzureOpenAI({AZURE})", ("azure",), None),
        (f"OpenAI() if fast else AzureOpenAI({AZURE})", ("azure", "openai"), None),
        (f"AzureOpenAI({AZURE}) or OpenAI(base_url=address())", (), None),
        ("OpenAI() or OpenAI()", ("openai",), "https://api.openai.com/v1"),
        ("OpenAI().with_options(timeout=3)", ("openai",), "https://api.openai.com/v1"),
        ("whatever()", (), None),
    ],
)
def test_whom_a_client_asks(client: str, surfaces: tuple[str, ...], base: str | None) -> None:
    use = use_of(asking(client), deep=True)
    assert (use.surfaces, use.base, use.endpoint) == (surfaces, base, "chat.completions")


@pytest.mark.parametrize("deep", [False, True], ids=["check", "inventory"])
def test_a_variable_is_no_module_of_its_name(deep: bool) -> None:
    made = "from openai import OpenAI\nopenai = OpenAI()\nopenai.responses.create(model='house-a1', input='')\n"
    source = SourceFile(path=Path("app.py"), shown="app.py", text=made, encoding="utf-8")
    (occurrence,) = extract(source, LEXICON, deep).occurrences
    assert [(use.client, use.base) for use in occurrence.uses] == [("OpenAI", "https://api.openai.com/v1")]
    for module in ("", "openai = require('openai')\n"):
        use = use_of(f"{module}openai.responses.create(model='house-a1', input='')", deep=deep)
        assert (use.client, use.surfaces) == (None, ("openai",))
