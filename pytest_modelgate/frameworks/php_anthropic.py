"""Anthropic's SDK for PHP, with its clients for other clouds."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

_URL = ("baseUrl",)

FRAMEWORK = Framework(
    name="php-anthropic",
    language="php",
    modules=("Anthropic",),
    keywords=("anthropic",),
    clients=(
        Client(name="Client", module="Anthropic", surface="anthropic", base="https://api.anthropic.com", base_url=_URL,
               key="apiKey", places=("apiKey", "authToken", "webhookKey", "baseUrl")),
        Client(name="Client", module="Anthropic\\Bedrock", surface="bedrock"),
        Client(name="MantleClient", module="Anthropic\\Bedrock", surface="bedrock"),
        Client(name="Client", module="Anthropic\\Vertex", surface="vertex"),
        Client(name="Client", module="Anthropic\\Foundry", surface="azure"),
    ),
    calls=calls_of(
        {
            "messages": (
                "messages.create messages.createStream messages.countTokens beta.messages.create"
                " beta.messages.createStream beta.messages.countTokens beta.agents.create"
            ),
        }
    ),
    examples=(
        CallExample(
            code="<?php\nuse Anthropic\\Client;\n\n$client = new Client(apiKey: getenv('ANTHROPIC_API_KEY') ?: '');\n"
            "$message = $client->messages->create(\n    maxTokens: 1024,\n    messages: [],\n"
            "    model: 'claude-next',\n);",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="<?php\n$client = new \\Anthropic\\Client();\n"
            "$client->messages->createStream(['model' => 'claude-next', 'max_tokens' => 5]);",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="<?php\nuse Anthropic\\Bedrock;\nuse Anthropic\\Bedrock\\Client;\n\n"
            "$client = Client::fromEnvironment(region: 'us-east-1');\n"
            "$client->messages->create(model: 'anthropic.claude-next', maxTokens: 5, messages: []);",
            id="anthropic.claude-next", surface="bedrock", endpoint="messages",
        ),
        CallExample(
            code="<?php\nuse Anthropic\\Bedrock\\MantleClient;\n\n"
            "(new MantleClient())->messages->create(model: 'cohere.embed-v4:0', maxTokens: 5, messages: []);",
            id="cohere.embed-v4:0", surface="bedrock", endpoint="messages", wrong=True,
        ),
        CallExample(
            code="<?php\nuse Anthropic\\Client;\n\n(new Client())->messages->create(model: pick(1), messages: []);",
            id="pick(1)", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
