"""The official Anthropic SDK with its Bedrock, Vertex AI and Foundry clients."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = (
    "messages.create",
    "messages.stream",
    "messages.parse",
    "messages.count_tokens",
    "beta.messages.create",
    "beta.messages.stream",
    "beta.messages.parse",
    "beta.messages.tool_runner",
    "beta.messages.count_tokens",
    "completions.create",
)

FRAMEWORK = Framework(
    name="anthropic",
    modules=("anthropic",),
    keywords=("anthropic",),
    clients=(
        *(
            Client(name=name, surface="anthropic", base_url=("base_url",))
            for name in ("Anthropic", "AsyncAnthropic", "Client", "AsyncClient")
        ),
        *(Client(name=name, surface="bedrock") for name in ("AnthropicBedrock", "AsyncAnthropicBedrock")),
        *(Client(name=name, surface="vertex") for name in ("AnthropicVertex", "AsyncAnthropicVertex")),
        *(Client(name=name, surface="azure") for name in ("AnthropicFoundry", "AsyncAnthropicFoundry")),
    ),
    calls=tuple(ModelCall(path=path) for path in _CALLS),
    examples=(
        CallExample(
            code="import anthropic as a\nclient = a.Anthropic()\nclient.messages.create(model='claude-next', messages=[])",
            id="claude-next",
            surface="anthropic",
        ),
        CallExample(
            code="from anthropic import AnthropicBedrock\nAnthropicBedrock().messages.create(model='my-profile')",
            id="my-profile",
            surface="bedrock",
        ),
    ),
)
