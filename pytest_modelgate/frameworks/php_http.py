"""HTTP clients of PHP and its applications, whose addresses say who is asked and what for."""

from __future__ import annotations

from pytest_modelgate.frameworks.http import FRAMEWORK as PYTHON
from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_BODIES = ("json", "body")
_WORDPRESS = ("wp_remote_post", "wp_safe_remote_post", "wp_remote_request")

FRAMEWORK = Framework(
    name="php-http",
    language="php",
    modules=("GuzzleHttp", "Http", "HttpClient"),
    # Most files that call these ask no model of anybody.
    keywords=PYTHON.keywords,
    functions=tuple(
        ModelCall(path=path, argument="body", key="model", address="url", address_position=0) for path in _WORDPRESS
    ),
    calls=(
        *(
            ModelCall(path=path, argument=body, key="model", address="uri", address_position=place)
            for path, place in (("post", 0), ("postAsync", 0), ("request", 1), ("requestAsync", 1))
            for body in _BODIES
        ),
        # Laravel's client is given the body itself.
        ModelCall(path="post", address="url", address_position=0),
    ),
    examples=(
        CallExample(
            code="<?php\nuse Illuminate\\Support\\Facades\\Http;\n\n"
            "Http::withToken($key)->post('https://api.openai.com/v1/chat/completions', [\n"
            "    'model' => 'my-model-1',\n    'messages' => [],\n]);",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="<?php\n$client = new \\GuzzleHttp\\Client();\n"
            "$client->request('POST', 'https://api.anthropic.com/v1/messages', [\n"
            "    'headers' => $headers,\n    'json' => ['model' => 'claude-next', 'max_tokens' => 5],\n]);",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="<?php\n$response = wp_remote_post( 'https://api.openai.com/v1/responses', array(\n"
            "    'headers' => $headers,\n"
            "    'body'    => wp_json_encode( array( 'model' => 'my-model-1', 'input' => 'Hello' ) ),\n) );",
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="<?php\n$client->post('https://api.openai.com/v1/chat/completions', [\n"
            "    'body' => json_encode(['model' => 'text-embedding-3-small']),\n]);",
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="<?php\nHttp::post('https://api.anthropic.com/v1/messages', ['model' => pick(1)]);",
            id="pick(1)", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
