"""Voyage AI's SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-voyage",
    language="javascript",
    modules=("voyageai",),
    keywords=("voyageai",),
    clients=(
        Client(name="VoyageAIClient", surface="voyage", base="https://api.voyageai.com/v1",
               base_url=("environment", "baseUrl"), key="apiKey"),
    ),
    calls=calls_of({"embeddings": "embed", "embedding": "contextualizedEmbed multimodalEmbed", "rerank": "rerank"}),
    examples=(
        CallExample(
            code="import { VoyageAIClient } from 'voyageai'\n"
            "const client = new VoyageAIClient({ apiKey })\n"
            "await client.embed({ input, model: 'voyage-next' })",
            id="voyage-next", surface="voyage", endpoint="embeddings",
        ),
        CallExample(
            code="import { VoyageAIClient } from 'voyageai'\n"
            "new VoyageAIClient({ apiKey }).embed({ input, model: 'rerank-2.5' })",
            id="rerank-2.5", surface="voyage", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="import { VoyageAIClient } from 'voyageai'\n"
            "new VoyageAIClient({ apiKey }).rerank({ query, documents, model: pick() })",
            id="pick()", surface="voyage", endpoint="rerank", dynamic=True,
        ),
    ),
)  # fmt: skip
