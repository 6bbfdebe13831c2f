"""HTTP clients, whose addresses say who is asked and what for."""

from __future__ import annotations

import re
from dataclasses import replace

from pytest_modelgate.frameworks import HOSTS
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_POST = (ModelCall(path="post", argument="json", key="model", address="url", address_position=0),)
_ASK = tuple(
    ModelCall(path=path, argument="json", key="model", address="url", address_position=1)
    for path in ("request", "stream")
)
_CALLS = tuple(replace(call, argument=body) for call in (*_POST, *_ASK) for body in ("json", "data", "content"))
_FUNCTIONS = tuple(
    replace(call, path=f"{module}.{call.path}")
    for module in ("requests", "httpx")
    for call in _CALLS
    if (module == "httpx" or call.path != "stream") and (module == "httpx" or call.argument != "content")
)

_HOSTS = {re.sub(r"^(bedrock-\w+)\..*|^.*-(?=aiplatform\.)", r"\1", host) for host in HOSTS}
"""Host names without the regions of clouds."""

FRAMEWORK = Framework(
    name="http",
    modules=("aiohttp", "httpx", "requests", "urllib"),
    # Most files that import one of these ask no model of anybody.
    keywords=tuple(sorted({*_HOSTS, "/chat/completions", "/v1/messages", ":generatecontent"})),
    clients=(
        *(Client(name=name, surface=None, module="requests") for name in ("Session", "session")),
        *(
            Client(name=name, surface=None, module="httpx", base_url=("base_url",))
            for name in ("Client", "AsyncClient")
        ),
        Client(name="ClientSession", surface=None, module="aiohttp", base_url=("base_url",)),
    ),
    calls=_CALLS,
    functions=(
        *_FUNCTIONS,
        ModelCall(path="urllib.request.Request", argument="data", key="model", address="url", address_position=0),
    ),
    examples=(
        CallExample(
            code="import httpx\nhttpx.post('https://api.anthropic.com/v1/messages', json={'model': pick()})",
            id="pick()",
            surface="anthropic",
            endpoint="messages",
            dynamic=True,
        ),
        CallExample(
            code=(
                "import requests\nrequests.post('https://api.openai.com/v1/chat/completions',"
                " json={'model': 'my-model-1', 'messages': []})"
            ),
            id="my-model-1",
            surface="openai",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "import aiohttp\nasync def ask(body):\n    async with aiohttp.ClientSession() as session:\n"
                "        await session.post('https://api.anthropic.com/v1/messages', json={'model': 'claude-next'})"
            ),
            id="claude-next",
            surface="anthropic",
            endpoint="messages",
        ),
        CallExample(
            code=(
                "import httpx\nhttpx.post('https://api.openai.com/v1/chat/completions',"
                " json={'model': 'text-embedding-3-small'})"
            ),
            id="text-embedding-3-small",
            surface="openai",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code=(
                "import httpx\nwith httpx.Client() as client:\n"
                "    client.post(url='https://api.openai.com/v1/responses', json={'model': 'my-model-1'})"
            ),
            id="my-model-1",
            surface="openai",
            endpoint="responses",
        ),
    ),
)
