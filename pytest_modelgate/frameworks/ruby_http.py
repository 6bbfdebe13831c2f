"""HTTP clients of Ruby, whose addresses say who is asked and what for."""

from __future__ import annotations

from pytest_modelgate.frameworks.http import FRAMEWORK as PYTHON
from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_BODIES = ("body", "json")

FRAMEWORK = Framework(
    name="ruby-http",
    language="ruby",
    modules=("excon", "faraday", "http", "httparty", "httpx", "net/http", "rest-client", "typhoeus"),
    # Most files that call these ask no model of anybody.
    keywords=PYTHON.keywords,
    calls=(
        *(
            ModelCall(path="post", argument=body, key="model", address="url", address_position=0) for body in _BODIES
        ),
        # The body behind the address: `Net::HTTP.post(uri, body)`, `Faraday.post(url, body)`.
        ModelCall(path="post", address="url", address_position=0),
        ModelCall(path="execute", argument="payload", key="model", address="url"),
    ),
    examples=(
        CallExample(
            code="HTTParty.post(\n  'https://api.openai.com/v1/chat/completions',\n"
            "  headers: { 'Authorization' => \"Bearer #{key}\" },\n"
            "  body: { model: 'my-model-1', messages: messages }.to_json\n)",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="require 'net/http'\nNet::HTTP.post(URI('https://api.anthropic.com/v1/messages'),\n"
            "  { model: 'claude-next', messages: [] }.to_json, headers)",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="HTTP.auth(token).post('https://api.openai.com/v1/responses', json: { model: 'my-model-1' })",
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="Faraday.post('https://api.openai.com/v1/chat/completions', JSON.generate("
            "model: 'text-embedding-3-small'))",
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="HTTParty.post('https://api.anthropic.com/v1/messages', body: { model: pick(1) }.to_json)",
            id="pick(1)", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
