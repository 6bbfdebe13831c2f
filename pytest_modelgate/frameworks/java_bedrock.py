"""The AWS SDKs for Java and Kotlin: Bedrock's requests, which name the model, and the calls that send them."""

from __future__ import annotations

from pytest_modelgate.frameworks._java import asked
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_JAVA = "software.amazon.awssdk.services"
_KOTLIN = "aws.sdk.kotlin.services"
_RUNTIME = "bedrockruntime"
_OPERATIONS = (
    (_RUNTIME, "Converse", "modelId", "chat"),
    (_RUNTIME, "ConverseStream", "modelId", "chat"),
    (_RUNTIME, "CountTokens", "modelId", None),
    (_RUNTIME, "InvokeModel", "modelId", None),
    (_RUNTIME, "InvokeModelWithResponseStream", "modelId", None),
    (_RUNTIME, "InvokeModelWithBidirectionalStream", "modelId", "realtime"),
    (_RUNTIME, "StartAsyncInvoke", "modelId", None),
    ("bedrock", "CreateModelInvocationJob", "modelId", None),
    ("bedrock", "CreateProvisionedModelThroughput", "modelId", None),
    ("bedrock", "CreateModelCustomizationJob", "baseModelIdentifier", None),
    ("bedrockagent", "CreateAgent", "foundationModel", "chat"),
    ("bedrockagent", "UpdateAgent", "foundationModel", "chat"),
    ("bedrockagentruntime", "InvokeInlineAgent", "foundationModel", "chat"),
)
_CLIENTS = "BedrockRuntimeClient BedrockRuntimeAsyncClient BedrockClient BedrockAsyncClient BedrockAgentClient"

FRAMEWORK = Framework(
    name="java-bedrock",
    language="java",
    modules=tuple(
        f"{sdk}.{service}"
        for sdk in (_JAVA, _KOTLIN)
        for service in ("bedrock", "bedrockagent", "bedrockagentruntime", _RUNTIME)
    ),
    keywords=("services.bedrock",),
    clients=tuple(Client(name=name, surface="bedrock") for name in _CLIENTS.split()),
    calls=(
        # A block may say what the request holds.
        *(
            ModelCall(path=f"{name[0].lower()}{name[1:]}", argument=argument, endpoint=endpoint, surface="bedrock")
            for _, name, argument, endpoint in _OPERATIONS
        ),
        *(
            call
            for _, name, argument, endpoint in _OPERATIONS
            for call in asked({endpoint: f"{name[0].lower()}{name[1:]}"}, argument)
        ),
    ),
    functions=tuple(
        ModelCall(path=f"{sdk}.{service}#{name}Request", argument=argument, endpoint=endpoint, prepares=True)
        for sdk in (_JAVA, _KOTLIN)
        for service, name, argument, endpoint in _OPERATIONS
    ),
    surface="bedrock",
    examples=(
        CallExample(
            code="import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;\n"
            "import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    BedrockRuntimeClient client = BedrockRuntimeClient.builder().region(region).build();\n"
            '    ConverseRequest request = ConverseRequest.builder().modelId("amazon.nova-next").build();\n'
            "    client.converse(request);\n"
            "  }\n"
            "}\n",
            id="amazon.nova-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;\n"
            "class Ask {\n"
            "  void ask(BedrockRuntimeClient client) {\n"
            '    client.invokeModel(request -> request.body(body).modelId("my-profile").contentType(json));\n'
            "  }\n"
            "}\n",
            id="my-profile", surface="bedrock",
        ),
        CallExample(
            code="import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;\n"
            "class Ask {\n"
            "  Object request() {\n"
            '    return ConverseRequest.builder().modelId("amazon.titan-embed-text-v2:0").build();\n'
            "  }\n"
            "}\n",
            id="amazon.titan-embed-text-v2:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;\n"
            "import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;\n"
            "class Ask {\n"
            "  void ask(BedrockRuntimeClient client) {\n"
            "    client.converse(ConverseRequest.builder().modelId(pick()).build());\n"
            "  }\n"
            "}\n",
            id="pick()", surface="bedrock", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
