"""Voyage AI's SDK."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = (
    ("embed", 1, "embeddings"),
    ("contextualized_embed", 1, "embedding"),
    ("multimodal_embed", 1, "embedding"),
    ("rerank", 2, "rerank"),
)

FRAMEWORK = Framework(
    name="voyage",
    modules=("voyageai",),
    keywords=("voyageai",),
    clients=tuple(
        Client(
            name=name,
            surface="voyage",
            module="voyageai",
            base="https://api.voyageai.com/v1",
            base_url=("base_url",),
            key="api_key",
        )
        for name in ("Client", "AsyncClient")
    ),
    calls=tuple(ModelCall(path=path, position=position, endpoint=endpoint) for path, position, endpoint in _CALLS),
    functions=tuple(
        ModelCall(path=f"voyageai.{name}", position=1, endpoint="embeddings")
        for name in ("get_embedding", "get_embeddings", "aget_embedding", "aget_embeddings")
    ),
    surface="voyage",
    examples=(
        CallExample(
            code="import voyageai\nvo = voyageai.Client()\nvo.embed(texts, model='voyage-next')",
            id="voyage-next",
            surface="voyage",
            endpoint="embeddings",
        ),
        CallExample(
            code="import voyageai\nvoyageai.AsyncClient().embed(texts, model='rerank-2.5')",
            id="rerank-2.5",
            surface="voyage",
            endpoint="embeddings",
            wrong=True,
        ),
        CallExample(
            code="import voyageai\nvoyageai.Client().rerank(question, texts, pick())",
            id="pick()",
            surface="voyage",
            endpoint="rerank",
            dynamic=True,
        ),
    ),
)
