"""Marvin: agents that take a route, and the functions of its second major with their dictionaries of options."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_FUNCTIONS = ("caption", "cast", "classifier", "classify", "extract", "fn", "generate", "model")

FRAMEWORK = Framework(
    name="marvin",
    modules=("marvin",),
    keywords=("marvin",),
    clients=(
        Client(name="Agent", module="marvin", surface=None, arguments=("model",), endpoint="chat"),
        Client(name="Assistant", module="marvin", surface="openai", arguments=("model",), endpoint="assistants"),
    ),
    functions=tuple(
        ModelCall(path=f"marvin.{name}{tense}", argument="model_kwargs", key="model", endpoint="chat")
        for name in _FUNCTIONS
        for tense in ("", "_async")
    ),
    examples=(
        CallExample(
            code="import marvin\nagent = marvin.Agent(name='writer', model='openai:gpt-next')",
            id="openai:gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import marvin\nagent = marvin.Agent(model='openai:text-embedding-3-small')",
            id="openai:text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import marvin\nagent = marvin.Agent(model=pick())",
            id="pick()", surface=None, endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="import marvin\nmarvin.classify('grass', labels=['green'], model_kwargs={'model': 'gpt-next'})",
            id="gpt-next", surface=None, endpoint="chat",
        ),
    ),
)  # fmt: skip
