"""Cohere's SDK: its two generations of clients, and those for other clouds."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

_OWN = {
    "chat": "chat chat_stream v2.chat v2.chat_stream",
    "embed": "embed embed_stream v2.embed embed_jobs.create",
    "rerank": "rerank v2.rerank",
    "generate": "generate generate_stream",
    "audio.transcriptions": "audio.transcriptions.create",
    "ocr": "parse v2.parse",
    "classify": "classify",
    "summarize": "summarize",
    None: "tokenize detokenize",
}


def _clients(names: str, surface: str | None, base: str | None = None) -> tuple[Client, ...]:
    return tuple(
        Client(
            name=name,
            surface=surface,
            module="cohere",
            base=base,
            base_url=("base_url", "api_url") if base else (),
            key="api_key" if base else "",
        )
        for name in names.split()
    )


FRAMEWORK = Framework(
    name="cohere",
    modules=("cohere",),
    keywords=("cohere",),
    clients=(
        *_clients("Client AsyncClient ClientV2 AsyncClientV2", "cohere", "https://api.cohere.com"),
        *_clients("BedrockClient BedrockClientV2", "bedrock"),
        *_clients("SagemakerClient SagemakerClientV2", "sagemaker"),
        *_clients("AwsClient AwsClientV2 OciClient OciClientV2", None),
    ),
    calls=(
        *calls_of(_OWN),
        *plain_calls(
            "connectors.list connectors.create connectors.get connectors.update connectors.delete"
            " connectors.o_auth_authorize",
            "connectors",
        ),
        *plain_calls("classify", "classify"),
        *plain_calls("summarize", "summarize"),
    ),
    examples=(
        CallExample(
            code="import cohere\nco = cohere.ClientV2()\nco.chat(model='command-next', messages=[])",
            id="command-next",
            surface="cohere",
            endpoint="chat",
        ),
        CallExample(
            code="import cohere\ncohere.BedrockClient(aws_region='x').embed(model='cohere.embed-next', texts=[])",
            id="cohere.embed-next",
            surface="bedrock",
            endpoint="embed",
        ),
        CallExample(
            code="from cohere import AsyncClientV2\nAsyncClientV2().chat(model='embed-v4.0', messages=[])",
            id="embed-v4.0",
            surface="cohere",
            endpoint="chat",
            wrong=True,
        ),
        CallExample(
            code="import cohere\nco = cohere.Client()\nco.rerank(model=pick(), query=question, documents=texts)",
            id="pick()",
            surface="cohere",
            endpoint="rerank",
            dynamic=True,
        ),
    ),
)
