"""The AWS SDK for Rust: Bedrock's operations, which are given the model by a method of what builds them."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_RUNTIME = "aws_sdk_bedrockruntime"
_OPERATIONS = (
    ("converse", "chat"),
    ("converse_stream", "chat"),
    ("count_tokens", None),
    ("invoke_model", None),
    ("invoke_model_with_response_stream", None),
    ("start_async_invoke", None),
)

FRAMEWORK = Framework(
    name="rust-bedrock",
    language="rust",
    modules=(_RUNTIME,),
    keywords=(_RUNTIME,),
    calls=tuple(
        ModelCall(path=path, argument="model_id", endpoint=endpoint, surface="bedrock")
        for path, endpoint in _OPERATIONS
    ),
    examples=(
        CallExample(
            code="use aws_sdk_bedrockruntime::{types::Message, Client};\nasync fn ask(client: &Client) {\n"
            '    let reply = client.converse().model_id("amazon.nova-next").messages(message).send().await;\n}',
            id="amazon.nova-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="async fn ask() {\n    let client = aws_sdk_bedrockruntime::Client::new(&config);\n"
            "    let reply = client\n        .invoke_model()\n"
            '        .model_id("my-profile")\n        .body(body)\n        .send()\n        .await;\n}',
            id="my-profile", surface="bedrock",
        ),
        CallExample(
            code="use aws_sdk_bedrockruntime::Client;\nasync fn ask(client: Client) {\n"
            '    client.converse_stream().model_id("amazon.titan-embed-text-v2:0").send().await?;\n}',
            id="amazon.titan-embed-text-v2:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="use aws_sdk_bedrockruntime::Client;\nasync fn ask(client: Client) {\n"
            "    client.converse().model_id(pick()).send().await?;\n}",
            id="pick()", surface="bedrock", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
