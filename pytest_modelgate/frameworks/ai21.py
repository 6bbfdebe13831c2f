"""AI21's SDK, with its clients for other clouds, and the module-level API of before 2.0."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_RUNS = ("create", "create_and_poll")

FRAMEWORK = Framework(
    name="ai21",
    modules=("ai21",),
    keywords=("ai21",),
    clients=(
        *(
            Client(
                name=name,
                surface="ai21",
                base="https://api.ai21.com/studio/v1",
                base_url=("base_url", "api_host"),
                key="api_key",
            )
            for name in ("AI21Client", "AsyncAI21Client")
        ),
        *(Client(name=name, surface="azure") for name in ("AI21AzureClient", "AsyncAI21AzureClient")),
        *(Client(name=name, surface="bedrock") for name in ("AI21BedrockClient", "AsyncAI21BedrockClient")),
        *(Client(name=name, surface="vertex") for name in ("AI21VertexClient", "AsyncAI21VertexClient")),
        *(Client(name=name, surface="sagemaker") for name in ("AI21SageMakerClient", "AsyncAI21SageMakerClient")),
    ),
    calls=(
        ModelCall(path="chat.completions.create", position=0, endpoint="chat.completions"),
        *(ModelCall(path=f"beta.maestro.runs.{way}", argument="models", endpoint="maestro") for way in _RUNS),
        *plain_calls("beta.maestro.runs.retrieve", "maestro"),
        *plain_calls(
            "library.files.create library.files.get library.files.list library.files.update library.files.delete",
            "library.files",
        ),
        ModelCall(path="completion.create", position=0, endpoint="completion"),
        ModelCall(path="chat.create", position=0, endpoint="chat"),
    ),
    functions=(
        ModelCall(path="ai21.Completion.execute", endpoint="completion"),
        ModelCall(path="ai21.Chat.execute", endpoint="chat"),
    ),
    surface="ai21",
    examples=(
        CallExample(
            code="from ai21 import AI21Client\nAI21Client().chat.completions.create(model='jamba-next', messages=[])",
            id="jamba-next",
            surface="ai21",
            endpoint="chat.completions",
        ),
        CallExample(
            code="import ai21\nai21.Completion.execute(model='j3-next', prompt=text)",
            id="j3-next",
            surface="ai21",
            endpoint="completion",
        ),
        CallExample(
            code="from ai21 import AsyncAI21Client\nAsyncAI21Client().chat.completions.create(model=pick())",
            id="pick()",
            surface="ai21",
            endpoint="chat.completions",
            dynamic=True,
        ),
    ),
)
