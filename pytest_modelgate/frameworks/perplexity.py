"""Perplexity's SDK."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, every_way
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="perplexity",
    modules=("perplexity",),
    keywords=("import perplexity", "from perplexity"),
    clients=tuple(
        Client(
            name=name,
            surface="perplexity",
            module=module,
            base="https://api.perplexity.ai",
            base_url=("base_url",),
            key="api_key",
        )
        for name, module in (
            ("Perplexity", ""),
            ("AsyncPerplexity", ""),
            ("Client", "perplexity"),
            ("AsyncClient", "perplexity"),
        )
    ),
    calls=every_way(
        (
            *calls_of(
                {
                    "chat.completions": "chat.completions.create",
                    "responses": "responses.create",
                    "embeddings": "embeddings.create contextualized_embeddings.create",
                    "decisions": "decisions.create",
                }
            ),
            ModelCall(path="responses.create", argument="models", endpoint="responses"),
            ModelCall(
                path="async_.chat.completions.create", argument="request", key="model", endpoint="chat.completions"
            ),
        )
    ),
    examples=(
        CallExample(
            code="from perplexity import Perplexity\nPerplexity().responses.create(model='perplexity/next')",
            id="perplexity/next",
            surface="perplexity",
            endpoint="responses",
        ),
        CallExample(
            code="from perplexity import Perplexity\nPerplexity().responses.create(model='pplx-embed-v1-4b')",
            id="pplx-embed-v1-4b",
            surface="perplexity",
            endpoint="responses",
            wrong=True,
        ),
        CallExample(
            code="from perplexity import AsyncPerplexity\nAsyncPerplexity().embeddings.create(model=pick(), input=[])",
            id="pick()",
            surface="perplexity",
            endpoint="embeddings",
            dynamic=True,
        ),
    ),
)
