"""Ollama's own client for Go, which asks a local server, or the cloud where the id says so."""

from __future__ import annotations

from pytest_modelgate.frameworks._go import methods, structs
from pytest_modelgate.kinds import CallExample, Client, Framework

_MODULE = "github.com/ollama/ollama/api"
_OLDER = "github.com/jmorganca/ollama/api"

FRAMEWORK = Framework(
    name="go-ollama",
    language="go",
    modules=(_MODULE, _OLDER),
    keywords=("ollama/api",),
    clients=tuple(
        Client(name=name, surface="local", module=module)
        for module in (_MODULE, _OLDER)
        for name in ("ClientFromEnvironment", "NewClient", "Client")
    ),
    calls=methods({"chat": "Chat", "completion": "Generate", "embedding": "Embed Embeddings", None: "Pull Show"}),
    functions=tuple(
        call
        for module in (_MODULE, _OLDER)
        for call in structs(
            module,
            {
                "chat": "ChatRequest",
                "completion": "GenerateRequest",
                "embedding": "EmbedRequest EmbeddingRequest",
                None: "PullRequest ShowRequest",
            },
            surface="local",
        )
    ),
    examples=(
        CallExample(
            code='package main\n\nimport "github.com/ollama/ollama/api"\n\nfunc ask() {\n'
            "\tclient, err := api.ClientFromEnvironment()\n"
            '\trequest := &api.ChatRequest{Model: "llama9:8b"}\n\tclient.Chat(ctx, request, answer)\n}',
            id="llama9:8b", surface="local", endpoint="chat",
        ),
        CallExample(
            code='package llm\n\nimport "github.com/ollama/ollama/api"\n\nfunc request() *api.EmbedRequest {\n'
            '\treturn &api.EmbedRequest{Model: "nomic-next"}\n}',
            id="nomic-next", surface="local", endpoint="embedding",
        ),
        CallExample(
            code='package main\n\nimport "github.com/ollama/ollama/api"\n\nfunc ask() {\n'
            "\tclient, err := api.ClientFromEnvironment()\n"
            "\tclient.Generate(ctx, &api.GenerateRequest{Model: pick()}, answer)\n}",
            id="pick()", surface="local", endpoint="completion", dynamic=True,
        ),
    ),
)  # fmt: skip
