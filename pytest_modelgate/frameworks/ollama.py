"""Ollama's SDK, which asks a local server, or the cloud where the id says so."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = tuple(
    ModelCall(path=path, position=0, endpoint=endpoint)
    for path, endpoint in (
        ("chat", "chat"),
        ("generate", "completion"),
        ("embed", "embedding"),
        ("embeddings", "embedding"),
        ("pull", None),
        ("show", None),
    )
)

FRAMEWORK = Framework(
    name="ollama",
    modules=("ollama",),
    keywords=("ollama",),
    clients=tuple(
        Client(name=name, surface="local", module="ollama", base_url=("host",)) for name in ("Client", "AsyncClient")
    ),
    calls=_CALLS,
    functions=tuple(
        ModelCall(path=f"ollama.{call.path}", position=call.position, endpoint=call.endpoint) for call in _CALLS
    ),
    surface="local",
    examples=(
        CallExample(
            code="import ollama\nollama.chat(model='llama9:8b', messages=[])",
            id="llama9:8b",
            surface="local",
            endpoint="chat",
        ),
        CallExample(
            code="from ollama import Client\nClient(host='https://ollama.com').generate('glm-9', prompt)",
            id="glm-9",
            surface="ollama-cloud",
            endpoint="completion",
        ),
        CallExample(
            code="from ollama import AsyncClient\nAsyncClient().embed(model=pick(), input=text)",
            id="pick()",
            surface="local",
            endpoint="embedding",
            dynamic=True,
        ),
    ),
)
