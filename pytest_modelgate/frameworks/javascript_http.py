"""HTTP clients of JavaScript, whose addresses say who is asked and what for."""

from __future__ import annotations

from pytest_modelgate.frameworks.http import FRAMEWORK as PYTHON
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_FETCHES = ("fetch", "node-fetch#default", "undici#fetch", "undici#request", "got#default", "ky#default")
_POSTS = ("axios#default.post", "axios#axios.post")
_ASKS = ("axios#default", "axios#axios", "axios#default.request", "axios#axios.request")

FRAMEWORK = Framework(
    name="javascript-http",
    language="javascript",
    modules=("axios", "got", "ky", "node-fetch", "undici"),
    # Most files that call these ask no model of anybody.
    keywords=PYTHON.keywords,
    clients=(Client(name="create", surface=None, module="axios", base_url=("baseURL",)),),
    calls=(
        ModelCall(path="post", address="url", address_position=0),
        ModelCall(path="post", argument="data", key="model", position=1, address="url", address_position=0),
    ),
    functions=(
        *(
            ModelCall(path=path, argument=body, key="model", address="url", address_position=0)
            for path in _FETCHES
            for body in ("body", "json")
        ),
        *(
            ModelCall(path=f"{path}.post", argument="json", key="model", address="url", address_position=0)
            for path in ("got#default", "ky#default", "got#got")
        ),
        *(ModelCall(path=path, address="url", address_position=0) for path in _POSTS),
        *(
            ModelCall(path=path, argument="data", key="model", address="url", address_position=0)
            for path in (*_ASKS, *_POSTS)
        ),
    ),
    examples=(
        CallExample(
            code="const reply = await fetch('https://api.openai.com/v1/chat/completions', {\n"
            "  method: 'POST',\n"
            "  body: JSON.stringify({ model: 'my-model-1', messages }),\n"
            "})",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import axios from 'axios'\n"
            "await axios.post('https://api.anthropic.com/v1/messages', { model: 'claude-next', messages }, options)",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="import axios from 'axios'\n"
            "axios({ method: 'post', url: 'https://api.openai.com/v1/responses', data: { model: 'my-model-1' } })",
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="import axios from 'axios'\n"
            "const api = axios.create({ baseURL: 'https://api.openai.com/v1', headers })\n"
            "await api.post('/chat/completions', { model: 'my-model-1', messages })",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="await fetch('https://api.openai.com/v1/chat/completions', {\n"
            "  body: JSON.stringify({ model: 'text-embedding-3-small' }),\n"
            "})",
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="await fetch('https://api.anthropic.com/v1/messages', { body: JSON.stringify({ model: pick() }) })",
            id="pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
