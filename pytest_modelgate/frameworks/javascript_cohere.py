"""Cohere's SDK for JavaScript: its two generations of clients, those for AWS, and the one of before 7."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

_BASE = "https://api.cohere.com"
_TO_AWS = (("BedrockClient", "bedrock"), ("SagemakerClient", "sagemaker"))

FRAMEWORK = Framework(
    name="javascript-cohere",
    language="javascript",
    modules=("cohere-ai",),
    keywords=("cohere",),
    clients=(
        *(
            Client(name=name, surface="cohere", base=_BASE, base_url=("environment", "baseUrl"), key="token")
            for name in ("CohereClient", "CohereClientV2")
        ),
        *(
            Client(name=f"{name}{version}", module="cohere-ai", surface=surface)
            for name, surface in _TO_AWS
            for version in ("", "V2")
        ),
        Client(name="cohere", module="cohere-ai", surface="cohere", base=_BASE, made=True, default=True),
    ),
    calls=(
        *calls_of(
            {
                "chat": "chat chatStream v2.chat v2.chatStream",
                "embed": "embed v2.embed embedJobs.create",
                "rerank": "rerank v2.rerank",
                "generate": "generate generateStream",
                "audio.transcriptions": "audio.transcriptions.create",
                "classify": "classify",
                "summarize": "summarize",
                None: "tokenize detokenize",
            }
        ),
        *plain_calls(
            "connectors.list connectors.create connectors.get connectors.update connectors.delete"
            " connectors.oAuthAuthorize",
            "connectors",
        ),
        *plain_calls("classify", "classify"),
        *plain_calls("summarize", "summarize"),
    ),
    examples=(
        CallExample(
            code="import { CohereClientV2 } from 'cohere-ai'\nconst cohere = new CohereClientV2({ token })\n"
            "await cohere.chat({ model: 'command-next', messages })",
            id="command-next", surface="cohere", endpoint="chat",
        ),
        CallExample(
            code="const { CohereClient } = require('cohere-ai')\nconst cohere = new CohereClient({ token })\n"
            "cohere.v2.rerank({ model: 'rerank-next', query, documents })",
            id="rerank-next", surface="cohere", endpoint="rerank",
        ),
        CallExample(
            code="import { CohereClientV2 } from 'cohere-ai'\n"
            "new CohereClientV2().chat({ model: 'embed-v4.0', messages })",
            id="embed-v4.0", surface="cohere", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { CohereClient } from 'cohere-ai'\n"
            "new CohereClient({ token }).embed({ model: pick(), texts })",
            id="pick()", surface="cohere", endpoint="embed", dynamic=True,
        ),
    ),
)  # fmt: skip
