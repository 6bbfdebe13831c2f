"""Perplexity's SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import URL
from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-perplexity",
    language="javascript",
    modules=("@perplexity-ai/perplexity_ai",),
    keywords=("@perplexity-ai/",),
    clients=(
        Client(
            name="Perplexity",
            surface="perplexity",
            module="@perplexity-ai/perplexity_ai",
            base="https://api.perplexity.ai",
            base_url=URL,
            key="apiKey",
            default=True,
        ),
    ),
    calls=calls_of(
        {
            "chat.completions": "chat.completions.create async.chat.completions.create",
            "responses": "responses.create",
            "embeddings": "embeddings.create contextualizedEmbeddings.create",
        }
    ),
    examples=(
        CallExample(
            code=(
                "import Perplexity from '@perplexity-ai/perplexity_ai'\n"
                "const client = new Perplexity()\n"
                "await client.responses.create({ model: 'maker/next', input })"
            ),
            id="maker/next",
            surface="perplexity",
            endpoint="responses",
        ),
        CallExample(
            code=(
                "import Perplexity from '@perplexity-ai/perplexity_ai'\n"
                "new Perplexity().responses.create({ model: 'pplx-embed-v1-4b', input })"
            ),
            id="pplx-embed-v1-4b",
            surface="perplexity",
            endpoint="responses",
            wrong=True,
        ),
        CallExample(
            code=(
                "import Perplexity from '@perplexity-ai/perplexity_ai'\n"
                "new Perplexity().chat.completions.create({ model: pick(), messages })"
            ),
            id="pick()",
            surface="perplexity",
            endpoint="chat.completions",
            dynamic=True,
        ),
    ),
)
