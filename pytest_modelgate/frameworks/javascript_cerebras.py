"""Cerebras' SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import URL
from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-cerebras",
    language="javascript",
    modules=("@cerebras/cerebras_cloud_sdk",),
    keywords=("cerebras",),
    clients=(
        Client(
            name="Cerebras",
            surface="cerebras",
            module="@cerebras/cerebras_cloud_sdk",
            base="https://api.cerebras.ai",
            base_url=URL,
            key="apiKey",
            default=True,
        ),
    ),
    calls=calls_of(
        {
            "chat.completions": "chat.completions.create",
            "completions": "completions.create",
        }
    ),
    examples=(
        CallExample(
            code=(
                "import Cerebras from '@cerebras/cerebras_cloud_sdk'\n"
                "const client = new Cerebras({ apiKey: process.env['CEREBRAS_API_KEY'] })\n"
                "await client.chat.completions.create({ messages, model: 'llama-9' })"
            ),
            id="llama-9",
            surface="cerebras",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "import Cerebras from '@cerebras/cerebras_cloud_sdk'\n"
                "new Cerebras().completions.create({ model: pick(), prompt })"
            ),
            id="pick()",
            surface="cerebras",
            endpoint="completions",
            dynamic=True,
        ),
    ),
)
