"""Anthropic's SDK for Ruby, with its clients for other clouds, and the one that had its name before."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_HOST = "https://api.anthropic.com"

FRAMEWORK = Framework(
    name="ruby-anthropic",
    language="ruby",
    modules=("anthropic", "Anthropic"),
    keywords=("anthropic",),
    clients=(
        Client(name="Anthropic.Client", surface="anthropic", base=_HOST, base_url=("base_url", "uri_base"),
               key="api_key"),
        Client(name="Anthropic.BedrockClient", surface="bedrock"),
        Client(name="Anthropic.BedrockMantleClient", surface="bedrock"),
        Client(name="Anthropic.VertexClient", surface="vertex"),
        Client(name="Bedrock.Client", surface="bedrock"),
        Client(name="Bedrock.MantleClient", surface="bedrock"),
        Client(name="Vertex.Client", surface="vertex"),
    ),
    calls=(
        *calls_of(
            {
                "messages": (
                    "messages.create messages.stream messages.stream_raw messages.count_tokens beta.messages.create"
                    " beta.messages.stream beta.messages.stream_raw beta.messages.count_tokens"
                    " beta.messages.tool_runner beta.agents.create beta.agents.update"
                ),
                "completions": "completions.create completions.create_streaming",
            }
        ),
        ModelCall(path="messages", argument="parameters", key="model", endpoint="messages"),
        ModelCall(path="complete", argument="parameters", key="model", endpoint="completions"),
    ),
    examples=(
        CallExample(
            code='require "anthropic"\nanthropic = Anthropic::Client.new(api_key: ENV["ANTHROPIC_API_KEY"])\n'
            'anthropic.messages.create(max_tokens: 1024, messages: [], model: "claude-next")',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='client = Anthropic::Client.new\nclient.messages.stream(model: :"claude-next", max_tokens: 5)',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='client = Anthropic::Client.new(access_token: key)\nclient.messages(\n  parameters: {\n'
            "    model: 'claude-next',\n    messages: []\n  }\n)",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='client = Anthropic::BedrockClient.new(aws_region: "us-east-1")\n'
            'client.messages.create(model: "anthropic.claude-next", max_tokens: 5, messages: [])',
            id="anthropic.claude-next", surface="bedrock", endpoint="messages",
        ),
        CallExample(
            code='Anthropic::BedrockClient.new.messages.create(model: "cohere.embed-v4:0", messages: [])',
            id="cohere.embed-v4:0", surface="bedrock", endpoint="messages", wrong=True,
        ),
        CallExample(
            code="anthropic = Anthropic::Client.new\nanthropic.messages.create(model: pick(1), messages: [])",
            id="pick(1)", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
