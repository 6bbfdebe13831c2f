"""Anthropic's SDK for C#, for its own API and for other clouds, and the community's `Anthropic.SDK`."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OWN = "Anthropic"
_SDK = "Anthropic.SDK"
_HOST = "https://api.anthropic.com"
_CALLS = ("Messages.Create", "Messages.CreateStreaming", "Messages.CountTokens")
_SDK_CALLS = ("GetClaudeMessageAsync", "StreamClaudeMessageAsync", "CountMessageTokensAsync")
_REQUESTS = ("MessageCreateParams", "MessageCountTokensParams", "MessageParameters", "MessageCountTokenParameters")

FRAMEWORK = Framework(
    name="csharp-anthropic",
    language="csharp",
    modules=(_OWN, _SDK),
    keywords=("anthropic",),
    clients=(
        Client(name="AnthropicClient", surface="anthropic", base=_HOST, base_url=("BaseUrl",)),
        Client(name="AnthropicBedrockClient", surface="bedrock"),
        Client(name="AnthropicBedrockMantleClient", surface="bedrock"),
        Client(name="AnthropicVertexClient", surface="vertex"),
        Client(name="AnthropicFoundryClient", surface="azure"),
        # These pass requests on to Anthropic's own API.
        Client(name="AnthropicAwsClient", surface="anthropic"),
        Client(name="AnthropicGoogleCloudClient", surface="anthropic"),
        Client(name="VertexAIClient", module=_SDK, surface="vertex"),
    ),
    calls=(
        *(
            ModelCall(path=f"{before}{path}", argument="parameters", position=0, key="Model", endpoint="messages")
            for path in _CALLS
            for before in ("", "Beta.", "WithRawResponse.")
        ),
        *(
            ModelCall(path=f"Messages.{path}", argument="parameters", position=0, key="Model", endpoint="messages")
            for path in _SDK_CALLS
        ),
        ModelCall(path="AsIChatClient", argument="defaultModelId", position=0, endpoint="messages"),
    ),
    functions=tuple(
        ModelCall(path=path, argument="Model", endpoint="messages", prepares=True)
        for path in _REQUESTS
    ),
    examples=(
        CallExample(
            code="using Anthropic;\nusing Anthropic.Models.Messages;\nAnthropicClient client = new();\n"
            "MessageCreateParams parameters = new()\n{\n    MaxTokens = 1024,\n    Messages = [],\n"
            '    Model = "claude-next",\n};\nvar message = await client.Messages.Create(parameters);',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="using Anthropic.Bedrock;\nvar client = new AnthropicBedrockClient(credentials);\n"
            'await client.Messages.Create(new MessageCreateParams { Model = "anthropic.claude-next-v1:0" });',
            id="anthropic.claude-next-v1:0", surface="bedrock", endpoint="messages",
        ),
        CallExample(
            code="using Anthropic;\nusing Microsoft.Extensions.AI;\n"
            'IChatClient chat = new AnthropicClient().AsIChatClient("claude-next").AsBuilder().Build();',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="using Anthropic.SDK;\nusing Anthropic.SDK.Messaging;\nvar client = new AnthropicClient();\n"
            "var parameters = new MessageParameters()\n{\n    Messages = messages,\n"
            '    Model = "claude-next",\n    Stream = false,\n};\n'
            "var reply = await client.Messages.GetClaudeMessageAsync(parameters);",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='using Anthropic.SDK.Messaging;\nvar parameters = new MessageParameters { Model = "claude-next" };',
            id="claude-next", endpoint="messages",
        ),
        CallExample(
            code="using Anthropic;\nvar client = new AnthropicClient();\n"
            "await foreach (var part in client.Messages.CreateStreaming(new() { Model = Pick() })) { }",
            id="Pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
