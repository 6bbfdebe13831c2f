"""Ollama's SDK for JavaScript, which asks a local server, or the cloud where its host says so."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-ollama",
    language="javascript",
    modules=("ollama",),
    keywords=("ollama",),
    clients=(
        Client(name="Ollama", surface="local", module="ollama", base_url=("host",)),
        Client(name="ollama", surface="local", module="ollama", made=True, default=True),
    ),
    calls=calls_of({"chat": "chat", "completion": "generate", "embedding": "embed embeddings", None: "pull show"}),
    examples=(
        CallExample(
            code="import ollama from 'ollama'\n"
            "await ollama.chat({ model: 'llama9:8b', messages })",
            id="llama9:8b", surface="local", endpoint="chat",
        ),
        CallExample(
            code="import { Ollama } from 'ollama'\n"
            "const ollama = new Ollama({ host: 'https://ollama.com' })\n"
            "await ollama.generate({ model: 'glm-9', prompt })",
            id="glm-9", surface="ollama-cloud", endpoint="completion",
        ),
        CallExample(
            code="import { Ollama } from 'ollama/browser'\n"
            "new Ollama().embed({ model: pick(), input })",
            id="pick()", surface="local", endpoint="embedding", dynamic=True,
        ),
    ),
)  # fmt: skip
