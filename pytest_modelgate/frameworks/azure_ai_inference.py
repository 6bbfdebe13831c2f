"""Azure's SDK for models of Microsoft Foundry, which also asked GitHub Models."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_GITHUB = ("https://models.inference.ai.azure.com", "https://models.github.ai/inference")

FRAMEWORK = Framework(
    name="azure-ai-inference",
    modules=("azure",),
    keywords=("azure.ai.inference",),
    clients=tuple(
        Client(
            name=name,
            surface="azure",
            module="azure.ai.inference",
            arguments=("model",),
            endpoint=endpoint,
            tells=tuple(("endpoint", address, "github-models") for address in _GITHUB),
        )
        for name, endpoint in (
            ("ChatCompletionsClient", "chat.completions"),
            ("EmbeddingsClient", "embeddings"),
            ("ImageEmbeddingsClient", "embeddings"),
        )
    ),
    calls=(
        ModelCall(path="complete", endpoint="chat.completions"),
        ModelCall(path="embed", endpoint="embeddings"),
    ),
    examples=(
        CallExample(
            code=(
                "from azure.ai.inference import ChatCompletionsClient\n"
                "ChatCompletionsClient(endpoint=place, credential=key).complete(messages=[], model='prod-chat')"
            ),
            id="prod-chat",
            surface="azure",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "from azure.ai.inference.aio import ChatCompletionsClient as C\n"
                "c = C(endpoint='https://models.inference.ai.azure.com', credential=key, model='my/chat')"
            ),
            id="my/chat",
            surface="github-models",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "from azure.ai.inference import EmbeddingsClient\n"
                "EmbeddingsClient(endpoint=place, credential=key).embed(input=[], model=pick())"
            ),
            id="pick()",
            surface="azure",
            endpoint="embeddings",
            dynamic=True,
        ),
    ),
)
