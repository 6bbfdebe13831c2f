"""Anthropic's SDKs for JavaScript: its own, those for other clouds, and the one that Claude Code is run with."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import URL
from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_AGENTS = ("@anthropic-ai/claude-agent-sdk", "@anthropic-ai/claude-code")

FRAMEWORK = Framework(
    name="javascript-anthropic",
    language="javascript",
    modules=(
        "@anthropic-ai/sdk", "@anthropic-ai/bedrock-sdk", "@anthropic-ai/vertex-sdk", "@anthropic-ai/foundry-sdk",
        *_AGENTS,
    ),
    keywords=("anthropic",),
    clients=(
        Client(name="Anthropic", module="@anthropic-ai/sdk", surface="anthropic", base="https://api.anthropic.com",
               base_url=URL, key="apiKey", default=True),
        Client(name="AnthropicBedrock", module="@anthropic-ai/bedrock-sdk", surface="bedrock", default=True),
        Client(name="AnthropicBedrockMantle", module="@anthropic-ai/bedrock-sdk", surface="bedrock"),
        Client(name="AnthropicVertex", module="@anthropic-ai/vertex-sdk", surface="vertex", default=True),
        Client(name="AnthropicFoundry", module="@anthropic-ai/foundry-sdk", surface="azure", default=True,
               key="apiKey"),
    ),
    calls=calls_of(
        {
            "messages": (
                "messages.create messages.stream messages.parse messages.countTokens beta.messages.create"
                " beta.messages.stream beta.messages.parse beta.messages.countTokens beta.messages.toolRunner"
                " beta.messages.thread beta.promptCaching.messages.create beta.promptCaching.messages.stream"
                " beta.tools.messages.create beta.tools.messages.stream"
                " beta.agents.create beta.agents.update beta.dreams.create"
            ),
            "completions": "completions.create",
        }
    ),
    # Variables of the environment say which cloud is asked, and nicknames such as "sonnet" are as good as an id.
    functions=tuple(
        ModelCall(path=f"{module}#query", argument="options", key=key, endpoint="messages")
        for module in _AGENTS
        for key in ("model", "fallbackModel")
    ),
    examples=(
        CallExample(
            code="import Anthropic from '@anthropic-ai/sdk'\nconst anthropic = new Anthropic()\n"
            "const message = await anthropic.messages.create({ model: 'claude-next', max_tokens: 1024, messages })",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'\n"
            "new AnthropicBedrock({ awsRegion: 'us-west-2' }).messages.create({ model: 'my-profile', messages })",
            id="my-profile", surface="bedrock", endpoint="messages",
        ),
        CallExample(
            code="import AnthropicVertex from '@anthropic-ai/vertex-sdk'\nconst client = new AnthropicVertex()\n"
            "const stream = client.messages.stream({ model: 'claude-next', max_tokens: 100, messages })",
            id="claude-next", surface="vertex", endpoint="messages",
        ),
        CallExample(
            code="import { query } from '@anthropic-ai/claude-agent-sdk'\n"
            "for await (const message of query({ prompt, options: { model: 'claude-next' } })) show(message)",
            id="claude-next", surface=None, endpoint="messages",
        ),
        CallExample(
            code="import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk'\n"
            "new AnthropicBedrock().messages.create({ model: 'cohere.embed-v4:0', messages })",
            id="cohere.embed-v4:0", surface="bedrock", endpoint="messages", wrong=True,
        ),
        CallExample(
            code="const Anthropic = require('@anthropic-ai/sdk')\n"
            "new Anthropic().beta.messages.stream({ model: pick(), messages })",
            id="pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
