"""Fireworks' SDKs: the current client, the `LLM` class between, and the module-level API before."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, every_way
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_BASE = "https://api.fireworks.ai/inference"
_OLD = (
    ("ChatCompletion", "chat.completions"),
    ("Completion", "completions"),
    ("Embedding", "embeddings"),
    ("Rerank", "rerank"),
)

FRAMEWORK = Framework(
    name="fireworks",
    modules=("fireworks",),
    keywords=("fireworks",),
    clients=(
        *(
            Client(name=name, surface="fireworks", base=_BASE, base_url=("base_url",), key="api_key")
            for name in ("Fireworks", "AsyncFireworks")
        ),
        Client(
            name="LLM",
            surface="fireworks",
            module="fireworks",
            arguments=("model",),
            position=0,
            endpoint="chat",
            base=_BASE,
            base_url=("base_url",),
            key="api_key",
        ),
        *(
            Client(
                name=name,
                surface="fireworks",
                module="fireworks",
                arguments=("model",),
                endpoint=endpoint,
                base=_BASE,
                key="api_key",
            )
            for name, endpoint in (("ImageInference", "image"), ("AudioInference", "transcription"))
        ),
    ),
    calls=every_way(
        (
            *calls_of(
                {
                    "chat.completions": "chat.completions.create chat.completions.acreate",
                    "messages": "messages.create",
                    "responses": "responses.create responses.acreate",
                    "completions": "completions.create completions.acreate",
                    "embeddings": "embeddings.create embeddings.acreate",
                    "rerank": "rerank.create rerank.acreate",
                    None: "batch_inference_jobs.create",
                }
            ),
            ModelCall(path="supervised_fine_tuning_jobs.create", argument="base_model"),
            ModelCall(path="deployments.create", argument="base_model"),
        )
    ),
    functions=tuple(
        ModelCall(path=f"fireworks.client.{name}.{method}", position=0, endpoint=endpoint)
        for name, endpoint in _OLD
        for method in ("create", "acreate")
    ),
    surface="fireworks",
    examples=(
        CallExample(
            code="from fireworks import Fireworks\nFireworks().chat.completions.create(model='accounts/me/models/x')",
            id="accounts/me/models/x",
            surface="fireworks",
            endpoint="chat.completions",
        ),
        CallExample(
            code="import fireworks.client\nfireworks.client.Completion.create(model='accounts/me/models/x')",
            id="accounts/me/models/x",
            surface="fireworks",
            endpoint="completions",
        ),
        CallExample(
            code="from fireworks import LLM\nLLM(model='accounts/me/models/x', deployment_type='auto')",
            id="accounts/me/models/x",
            surface="fireworks",
            endpoint="chat",
        ),
        CallExample(
            code="from fireworks import AsyncFireworks\nAsyncFireworks().completions.create(model=pick(), prompt=text)",
            id="pick()",
            surface="fireworks",
            endpoint="completions",
            dynamic=True,
        ),
    ),
)
