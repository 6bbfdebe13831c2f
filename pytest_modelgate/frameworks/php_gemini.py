"""Google's Gemini for PHP by the community: `google-gemini-php/client`, and what it is called in Laravel."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = {"generativeModel": "generateContent", "chat": "generateContent", "embeddingModel": "embedContent"}

FRAMEWORK = Framework(
    name="php-gemini",
    language="php",
    modules=("Gemini",),
    keywords=("gemini",),
    clients=(
        Client(name="Gemini.client", surface="gemini"),
        Client(name="Gemini.factory", surface="gemini", base_url=("baseUrl",)),
        Client(name="Gemini", surface="gemini", module="Gemini\\Laravel\\Facades"),
        Client(name="Client", surface="gemini", module="Gemini"),
        Client(name="ClientContract", surface="gemini", module="Gemini\\Contracts"),
    ),
    calls=tuple(ModelCall(path=path, position=0, endpoint=endpoint) for path, endpoint in _CALLS.items()),
    examples=(
        CallExample(
            code="<?php\n$client = Gemini::client($key);\n"
            "$client->generativeModel(model: 'gemini-next')->generateContent('Hello');",
            id="gemini-next", surface="gemini", endpoint="generateContent",
        ),
        CallExample(
            code="<?php\nuse Gemini\\Laravel\\Facades\\Gemini;\n\n"
            "Gemini::embeddingModel('my-embedder-1')->embedContent('Hello');",
            id="my-embedder-1", surface="gemini", endpoint="embedContent",
        ),
        CallExample(
            code="<?php\n$gemini = Gemini::factory()->withApiKey($key)->make();\n"
            "$gemini->generativeModel('gemini-embedding-001')->generateContent('Hello');",
            id="gemini-embedding-001", surface="gemini", endpoint="generateContent", wrong=True,
        ),
        CallExample(
            code="<?php\nGemini::client($key)->chat(pick(1))->sendMessage('Hello');",
            id="pick(1)", surface="gemini", endpoint="generateContent", dynamic=True,
        ),
    ),
)  # fmt: skip
