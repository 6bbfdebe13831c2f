"""AWS's SDK for PHP: the client of Bedrock's runtime."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = {
    "converse": "chat",
    "converseStream": "chat",
    "invokeModel": None,
    "invokeModelWithResponseStream": None,
}

FRAMEWORK = Framework(
    name="php-bedrock",
    language="php",
    modules=("Aws\\BedrockRuntime",),
    keywords=("bedrock",),
    clients=(
        Client(name="BedrockRuntimeClient", module="Aws\\BedrockRuntime", surface="bedrock", base_url=("endpoint",)),
    ),
    calls=tuple(
        ModelCall(path=f"{path}{end}", argument="modelId", endpoint=endpoint)
        for path, endpoint in _CALLS.items()
        for end in ("", "Async")
    ),
    examples=(
        CallExample(
            code="<?php\nuse Aws\\BedrockRuntime\\BedrockRuntimeClient;\n\n"
            "$client = new BedrockRuntimeClient(['region' => 'us-east-1']);\n"
            "$client->converse(['modelId' => 'my.model-v1:0', 'messages' => []]);",
            id="my.model-v1:0", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="<?php\nuse Aws\\BedrockRuntime\\BedrockRuntimeClient;\n\n"
            "class Runtime\n{\n    protected BedrockRuntimeClient $client;\n\n    public function ask(): void\n    {\n"
            "        $this->client->invokeModel([\n            'contentType' => 'application/json',\n"
            "            'modelId' => 'my.model-v1:0',\n        ]);\n    }\n}",
            id="my.model-v1:0", surface="bedrock",
        ),
        CallExample(
            code="<?php\n$client = new \\Aws\\BedrockRuntime\\BedrockRuntimeClient([]);\n"
            "$client->converse(['modelId' => 'cohere.embed-v4:0']);",
            id="cohere.embed-v4:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="<?php\n$client = new \\Aws\\BedrockRuntime\\BedrockRuntimeClient([]);\n"
            "$client->converse(['modelId' => pick(1)]);",
            id="pick(1)", surface="bedrock", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
