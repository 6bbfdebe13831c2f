"""AWS's SDK for Ruby: the client of Bedrock's runtime."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = {
    "converse": "chat",
    "converse_stream": "chat",
    "invoke_model": None,
    "invoke_model_with_response_stream": None,
}

FRAMEWORK = Framework(
    name="ruby-bedrock",
    language="ruby",
    modules=("aws-sdk-bedrockruntime", "aws-sdk", "BedrockRuntime"),
    keywords=("bedrock",),
    clients=(
        Client(name="BedrockRuntime.Client", surface="bedrock", base_url=("endpoint",)),
    ),
    calls=tuple(ModelCall(path=path, argument="model_id", endpoint=endpoint) for path, endpoint in _CALLS.items()),
    examples=(
        CallExample(
            code="require 'aws-sdk-bedrockruntime'\nclient = Aws::BedrockRuntime::Client.new(region: 'us-east-1')\n"
            "client.converse(model_id: 'my.model-v1:0', messages: [])",
            id="my.model-v1:0", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="bedrock = Aws::BedrockRuntime::Client.new\nbedrock.invoke_model({\n"
            "  model_id: 'my.model-v1:0',\n  body: { prompt: 'Hello' }.to_json\n})",
            id="my.model-v1:0", surface="bedrock",
        ),
        CallExample(
            code="Aws::BedrockRuntime::Client.new.converse(model_id: 'amazon.titan-embed-text-v2:0', messages: [])",
            id="amazon.titan-embed-text-v2:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="Aws::BedrockRuntime::Client.new.converse(model_id: pick(1), messages: [])",
            id="pick(1)", surface="bedrock", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
