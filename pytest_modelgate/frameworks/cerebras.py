"""Cerebras' SDK."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, every_way
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="cerebras",
    modules=("cerebras",),
    keywords=("cerebras",),
    clients=tuple(
        Client(
            name=name,
            surface="cerebras",
            module=module,
            base="https://api.cerebras.ai",
            base_url=("base_url",),
            key="api_key",
        )
        for name, module in (
            ("Cerebras", ""),
            ("AsyncCerebras", ""),
            ("Client", "cerebras.cloud.sdk"),
            ("AsyncClient", "cerebras.cloud.sdk"),
        )
    ),
    calls=every_way(calls_of({"chat.completions": "chat.completions.create", "completions": "completions.create"})),
    examples=(
        CallExample(
            code="from cerebras.cloud.sdk import Cerebras\nCerebras().chat.completions.create(model='llama-9')",
            id="llama-9",
            surface="cerebras",
            endpoint="chat.completions",
        ),
        CallExample(
            code="from cerebras.cloud.sdk import AsyncCerebras\nAsyncCerebras().completions.create(model=pick())",
            id="pick()",
            surface="cerebras",
            endpoint="completions",
            dynamic=True,
        ),
    ),
)
