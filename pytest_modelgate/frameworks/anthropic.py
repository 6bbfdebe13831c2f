"""The official Anthropic SDK with its Bedrock, Vertex AI, Foundry and cloud platform clients."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, every_way
from pytest_modelgate.kinds import CallExample, Client, Framework

_CALLS = every_way(
    calls_of(
        {
            "messages": (
                "messages.create messages.stream messages.parse messages.tool_runner messages.thread"
                " messages.count_tokens beta.messages.create beta.messages.stream beta.messages.parse"
                " beta.messages.tool_runner beta.messages.thread beta.messages.count_tokens"
                " beta.agents.create beta.agents.update beta.dreams.create"
            ),
            "completions": "completions.create",
        }
    )
)


def _clients(
    names: str, surface: str | None, *, module: str = "", base: str | None = None, base_url: tuple[str, ...] = ()
) -> tuple[Client, ...]:
    return tuple(
        Client(name=name, surface=surface, module=module, base=base, base_url=base_url, key="api_key")
        for name in names.split()
    )


_BASE = "https://api.anthropic.com"
_ELSEWHERE = ("base_url",)

FRAMEWORK = Framework(
    name="anthropic",
    modules=("anthropic",),
    keywords=("anthropic",),
    clients=(
        *_clients("Anthropic AsyncAnthropic", "anthropic", base=_BASE, base_url=_ELSEWHERE),
        *_clients("Client AsyncClient", "anthropic", module="anthropic", base=_BASE, base_url=_ELSEWHERE),
        *_clients("AnthropicBedrock AsyncAnthropicBedrock", "bedrock"),
        *_clients("AnthropicBedrockMantle AsyncAnthropicBedrockMantle", "bedrock"),
        *_clients("AnthropicVertex AsyncAnthropicVertex", "vertex"),
        *_clients("AnthropicFoundry AsyncAnthropicFoundry", "azure"),
        # Anthropic's own models under their own names, at other clouds' doors.
        *_clients("AnthropicAWS AsyncAnthropicAWS", None, base_url=_ELSEWHERE),
        *_clients("AnthropicGoogleCloud AsyncAnthropicGoogleCloud", None, base_url=_ELSEWHERE),
    ),
    calls=_CALLS,
    examples=(
        CallExample(
            code="import anthropic as a\nclient = a.Anthropic()\nclient.messages.create(model='claude-next')",
            id="claude-next",
            surface="anthropic",
            endpoint="messages",
        ),
        CallExample(
            code="from anthropic import AnthropicBedrock\nAnthropicBedrock().messages.create(model='my-profile')",
            id="my-profile",
            surface="bedrock",
            endpoint="messages",
        ),
        CallExample(
            code="import anthropic\nanthropic.AnthropicBedrock().messages.create(model='cohere.embed-v4:0')",
            id="cohere.embed-v4:0",
            surface="bedrock",
            endpoint="messages",
            wrong=True,
        ),
        CallExample(
            code="from anthropic import AsyncAnthropic\nAsyncAnthropic().beta.messages.stream(model=pick())",
            id="pick()",
            surface="anthropic",
            endpoint="messages",
            dynamic=True,
        ),
    ),
)
