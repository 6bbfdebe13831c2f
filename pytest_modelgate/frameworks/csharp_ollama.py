"""Clients of Ollama for C#: OllamaSharp, and what Microsoft.Extensions.AI had before it."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

# Wherever else it is sent, somebody runs the models on a machine of their own.
_CLOUD = ("https://ollama.com", "https://ollama.com/")

FRAMEWORK = Framework(
    name="csharp-ollama",
    language="csharp",
    modules=("OllamaSharp", "Microsoft.Extensions.AI"),
    keywords=("ollama",),
    clients=(
        Client(name="OllamaApiClient", module="OllamaSharp", surface="local",
               arguments=("defaultModel", "SelectedModel"), position=1, places=("uri", "defaultModel"),
               tells=tuple(("uri", address, "ollama-cloud") for address in _CLOUD)),
        *(
            Client(name=name, module="Microsoft.Extensions.AI", surface="local", arguments=("modelId",), position=1,
                   endpoint=endpoint, places=("endpoint", "modelId"),
                   tells=tuple(("endpoint", address, "ollama-cloud") for address in _CLOUD))
            for name, endpoint in (("OllamaChatClient", "chat"), ("OllamaEmbeddingGenerator", "embedding"))
        ),
    ),
    calls=(
        *(
            ModelCall(path=path, argument="request", position=0, key="Model", endpoint=endpoint)
            for path, endpoint in (("ChatAsync", "chat"), ("GenerateAsync", "completion"), ("EmbedAsync", "embedding"))
        ),
        *(ModelCall(path=path, argument="model", position=0) for path in ("PullModelAsync", "ShowModelAsync")),
    ),
    examples=(
        CallExample(
            code="using OllamaSharp;\nvar ollama = new OllamaApiClient(\n"
            '    new Uri("http://localhost:11434"), "llama9:8b");',
            id="llama9:8b", surface="local",
        ),
        CallExample(
            code='using OllamaSharp;\nvar ollama = new OllamaApiClient("https://ollama.com");\n'
            'ollama.SelectedModel = "glm-9";',
            id="glm-9", surface="ollama-cloud",
        ),
        CallExample(
            code="using Microsoft.Extensions.AI;\n"
            'IChatClient chat = new OllamaChatClient(new Uri("http://localhost:11434/"), "llama9");',
            id="llama9", surface="local", endpoint="chat",
        ),
        CallExample(
            code='using OllamaSharp;\nvar ollama = new OllamaApiClient("http://localhost:11434", Pick());',
            id="Pick()", surface="local", dynamic=True,
        ),
    ),
)  # fmt: skip
