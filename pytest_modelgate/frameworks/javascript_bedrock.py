"""The AWS SDKs for JavaScript: Bedrock's commands, whose inputs name the model, and the methods that send them."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_RUNTIME = "@aws-sdk/client-bedrock-runtime"
_COMMANDS = (
    (_RUNTIME, "Converse", "modelId", "chat"),
    (_RUNTIME, "ConverseStream", "modelId", "chat"),
    (_RUNTIME, "CountTokens", "modelId", None),
    (_RUNTIME, "InvokeModel", "modelId", None),
    (_RUNTIME, "InvokeModelWithResponseStream", "modelId", None),
    (_RUNTIME, "InvokeModelWithBidirectionalStream", "modelId", "realtime"),
    (_RUNTIME, "StartAsyncInvoke", "modelId", None),
    ("@aws-sdk/client-bedrock", "CreateModelInvocationJob", "modelId", None),
    ("@aws-sdk/client-bedrock", "CreateProvisionedModelThroughput", "modelId", None),
    ("@aws-sdk/client-bedrock", "CreateModelCustomizationJob", "baseModelIdentifier", None),
    ("@aws-sdk/client-bedrock-agent", "CreateAgent", "foundationModel", "chat"),
    ("@aws-sdk/client-bedrock-agent", "UpdateAgent", "foundationModel", "chat"),
    ("@aws-sdk/client-bedrock-agent-runtime", "InvokeInlineAgent", "foundationModel", "chat"),
)

FRAMEWORK = Framework(
    name="javascript-bedrock",
    language="javascript",
    modules=(
        "@aws-sdk/client-bedrock", "@aws-sdk/client-bedrock-agent", "@aws-sdk/client-bedrock-agent-runtime", _RUNTIME,
    ),
    keywords=("client-bedrock",),
    calls=tuple(
        ModelCall(path=f"{name[0].lower()}{name[1:]}", argument=argument, endpoint=endpoint, surface="bedrock")
        for _, name, argument, endpoint in _COMMANDS
    ),
    functions=tuple(
        ModelCall(path=f"{module}#{name}Command", argument=argument, endpoint=endpoint)
        for module, name, argument, endpoint in _COMMANDS
    ),
    surface="bedrock",
    examples=(
        CallExample(
            code="import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'\n"
            "const client = new BedrockRuntimeClient({ region: 'us-east-1' })\n"
            "await client.send(new ConverseCommand({ modelId: 'amazon.nova-next', messages }))",
            id="amazon.nova-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime'\n"
            "const input = { modelId: 'my-profile', contentType: 'application/json', body }\n"
            "await new BedrockRuntimeClient({}).send(new InvokeModelCommand(input))",
            id="my-profile", surface="bedrock",
        ),
        CallExample(
            code="const { BedrockRuntime } = require('@aws-sdk/client-bedrock-runtime')\n"
            "new BedrockRuntime({ region }).converse({ modelId: 'amazon.titan-embed-text-v2:0', messages })",
            id="amazon.titan-embed-text-v2:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'\n"
            "await client.send(new ConverseStreamCommand({ modelId: pick(), messages }))",
            id="pick()", surface="bedrock", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
