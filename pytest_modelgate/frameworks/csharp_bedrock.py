"""The AWS SDK for C#: Bedrock's requests, which name the model, and the methods that send them."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_RUNTIME = "Amazon.BedrockRuntime"
_AGENT = "Amazon.BedrockAgent"
# What is sent, the member that names the model, what serves it.
_REQUESTS = (
    ("Converse", "ModelId", "chat"),
    ("ConverseStream", "ModelId", "chat"),
    ("CountTokens", "ModelId", None),
    ("InvokeModel", "ModelId", None),
    ("InvokeModelWithResponseStream", "ModelId", None),
    ("StartAsyncInvoke", "ModelId", None),
    ("CreateAgent", "FoundationModel", "chat"),
    ("UpdateAgent", "FoundationModel", "chat"),
)

FRAMEWORK = Framework(
    name="csharp-bedrock",
    language="csharp",
    modules=(_RUNTIME, _AGENT, "Amazon.Bedrock", "Amazon.BedrockAgentRuntime"),
    keywords=("amazon.bedrock",),
    clients=(Client(name="AmazonBedrockRuntimeClient", surface="bedrock"),
             Client(name="IAmazonBedrockRuntime", surface="bedrock")),
    calls=(
        *(
            ModelCall(path=f"{name}Async", argument="request", position=0, key=key, endpoint=endpoint,
                      surface="bedrock")
            for name, key, endpoint in _REQUESTS
        ),
        *(
            ModelCall(path=name, argument=argument, position=0, endpoint="chat", surface="bedrock")
            for name, argument in (("AsIChatClient", "defaultModelId"), ("AsChatClient", "modelId"))
        ),
    ),
    functions=tuple(
        ModelCall(path=f"{name}Request", argument=key, endpoint=endpoint, prepares=True)
        for name, key, endpoint in _REQUESTS
    ),
    surface="bedrock",
    examples=(
        CallExample(
            code="using Amazon.BedrockRuntime;\nusing Amazon.BedrockRuntime.Model;\n"
            "var client = new AmazonBedrockRuntimeClient(RegionEndpoint.USEast1);\n"
            'var request = new ConverseRequest { ModelId = "amazon.nova-next", Messages = messages };\n'
            "var reply = await client.ConverseAsync(request);",
            id="amazon.nova-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="using Amazon.BedrockRuntime.Model;\n"
            'InvokeModelRequest request = new() { ModelId = "my-profile", ContentType = "application/json" };',
            id="my-profile", surface="bedrock",
        ),
        CallExample(
            code="using Amazon.BedrockRuntime;\nvar client = new AmazonBedrockRuntimeClient();\n"
            'await client.ConverseAsync(new ConverseRequest { ModelId = "amazon.titan-embed-text-v2:0" });',
            id="amazon.titan-embed-text-v2:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="using Amazon.BedrockRuntime;\nusing Amazon.BedrockRuntime.Model;\n"
            "await runtime.ConverseStreamAsync(new ConverseStreamRequest { ModelId = Pick() });",
            id="Pick()", surface="bedrock", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
