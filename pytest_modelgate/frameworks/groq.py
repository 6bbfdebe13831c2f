"""Groq's SDK."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, every_way
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="groq",
    modules=("groq",),
    keywords=("groq",),
    clients=tuple(
        Client(
            name=name,
            surface="groq",
            module=module,
            base="https://api.groq.com",
            base_url=("base_url",),
            key="api_key",
        )
        for name, module in (("Groq", ""), ("AsyncGroq", ""), ("Client", "groq"), ("AsyncClient", "groq"))
    ),
    calls=every_way(
        calls_of(
            {
                "chat.completions": "chat.completions.create",
                "embeddings": "embeddings.create",
                "audio.speech": "audio.speech.create",
                "audio.transcriptions": "audio.transcriptions.create",
                "audio.translations": "audio.translations.create",
            }
        )
    ),
    examples=(
        CallExample(
            code="from groq import Groq\nclient = Groq()\nclient.chat.completions.create(model='llama-9-70b')",
            id="llama-9-70b",
            surface="groq",
            endpoint="chat.completions",
        ),
        CallExample(
            code="from groq import AsyncGroq\nAsyncGroq().chat.completions.create(model='whisper-large-v3')",
            id="whisper-large-v3",
            surface="groq",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code="import groq\ngroq.Groq().audio.transcriptions.create(model=pick(), file=sound)",
            id="pick()",
            surface="groq",
            endpoint="audio.transcriptions",
            dynamic=True,
        ),
    ),
)
