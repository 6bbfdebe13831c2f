"""Cohere's SDK for Go: its client, and what that has for the second version of the API."""

from __future__ import annotations

from pytest_modelgate.frameworks._go import methods, structs
from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

_MODULE = "github.com/cohere-ai/cohere-go"

FRAMEWORK = Framework(
    name="go-cohere",
    language="go",
    modules=(_MODULE,),
    keywords=("cohere-go",),
    clients=tuple(
        Client(name=name, surface="cohere", module=_MODULE, base="https://api.cohere.com", base_url=("WithBaseURL",))
        for name in ("NewClient", "Client")
    ),
    calls=(
        *methods(
            {
                "chat": "V2.Chat V2.ChatStream Chat ChatStream",
                "embed": "V2.Embed Embed",
                "rerank": "V2.Rerank Rerank",
                "generate": "Generate GenerateStream",
                "classify": "Classify",
                "summarize": "Summarize",
                None: "Tokenize Detokenize",
            }
        ),
        *plain_calls("Classify", "classify"),
        *plain_calls("Summarize", "summarize"),
    ),
    functions=structs(
        _MODULE,
        {
            "chat": "ChatRequest ChatStreamRequest V2ChatRequest V2ChatStreamRequest",
            "embed": "EmbedRequest V2EmbedRequest",
            "rerank": "RerankRequest V2RerankRequest",
            "generate": "GenerateRequest GenerateStreamRequest",
            "classify": "ClassifyRequest",
            "summarize": "SummarizeRequest",
        },
    ),
    examples=(
        CallExample(
            code='package main\n\nimport (\n\tcohere "github.com/cohere-ai/cohere-go/v2"\n'
            '\t"github.com/cohere-ai/cohere-go/v2/client"\n)\n\nfunc ask() {\n'
            "\tco := client.NewClient(client.WithToken(key))\n"
            '\tco.V2.Chat(ctx, &cohere.V2ChatRequest{Model: "command-next"})\n}',
            id="command-next", surface="cohere", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport (\n\tcohere "github.com/cohere-ai/cohere-go/v2"\n'
            '\tcohereclient "github.com/cohere-ai/cohere-go/v2/client"\n)\n\nfunc ask() {\n'
            "\tco := cohereclient.NewClient()\n"
            '\tco.Rerank(ctx, &cohere.RerankRequest{Model: cohere.String("rerank-next")})\n}',
            id="rerank-next", surface="cohere", endpoint="rerank",
        ),
        CallExample(
            code='package main\n\nimport (\n\tcohere "github.com/cohere-ai/cohere-go/v2"\n'
            '\t"github.com/cohere-ai/cohere-go/v2/client"\n)\n\nfunc ask() {\n\tco := client.NewClient()\n'
            '\tco.V2.Chat(ctx, &cohere.V2ChatRequest{Model: "embed-v4.0"})\n}',
            id="embed-v4.0", surface="cohere", endpoint="chat", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport (\n\tcohere "github.com/cohere-ai/cohere-go/v2"\n'
            '\t"github.com/cohere-ai/cohere-go/v2/client"\n)\n\nfunc ask() {\n\tco := client.NewClient()\n'
            "\tco.V2.Embed(ctx, &cohere.V2EmbedRequest{Model: pick()})\n}",
            id="pick()", surface="cohere", endpoint="embed", dynamic=True,
        ),
    ),
)  # fmt: skip
