"""The AWS SDK's Bedrock services."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_CALLS = (
    ("converse", "modelId", "chat"),
    ("converse_stream", "modelId", "chat"),
    ("invoke_model", "modelId", None),
    ("invoke_model_with_response_stream", "modelId", None),
    ("start_async_invoke", "modelId", None),
    ("create_model_invocation_job", "modelId", None),
    ("create_provisioned_model_throughput", "modelId", None),
    ("create_model_customization_job", "baseModelIdentifier", None),
    ("create_agent", "foundationModel", "chat"),
    ("update_agent", "foundationModel", "chat"),
    ("invoke_inline_agent", "foundationModel", "chat"),
)

FRAMEWORK = Framework(
    name="bedrock",
    modules=("boto3", "botocore", "aioboto3", "aiobotocore"),
    keywords=("boto",),
    calls=tuple(
        ModelCall(path=path, argument=argument, endpoint=endpoint, surface="bedrock")
        for path, argument, endpoint in _CALLS
    ),
    examples=(
        CallExample(
            code="import boto3\nclient = boto3.client('bedrock-runtime')\nclient.invoke_model(modelId='my-profile')",
            id="my-profile",
            surface="bedrock",
        ),
        CallExample(
            code="import boto3\nboto3.Session().client('bedrock-runtime').converse_stream(modelId='amazon.nova-next')",
            id="amazon.nova-next",
            surface="bedrock",
            endpoint="chat",
        ),
        CallExample(
            code=(
                "import aioboto3\nasync def ask():\n"
                "    async with aioboto3.Session().client('bedrock-runtime') as client:\n"
                "        await client.converse(modelId='amazon.titan-embed-text-v2:0', messages=[])"
            ),
            id="amazon.titan-embed-text-v2:0",
            surface="bedrock",
            endpoint="chat",
            wrong=True,
        ),
        CallExample(
            code="import boto3\nclient = boto3.client('bedrock-runtime')\nclient.converse(modelId=pick(), messages=[])",
            id="pick()",
            surface="bedrock",
            endpoint="chat",
            dynamic=True,
        ),
    ),
)
