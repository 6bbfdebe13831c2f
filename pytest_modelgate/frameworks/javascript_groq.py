"""Groq's SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import URL
from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-groq",
    language="javascript",
    modules=("groq-sdk",),
    keywords=("groq",),
    clients=(
        Client(
            name="Groq",
            surface="groq",
            module="groq-sdk",
            base="https://api.groq.com",
            base_url=URL,
            key="apiKey",
            default=True,
        ),
    ),
    calls=calls_of(
        {
            "chat.completions": "chat.completions.create",
            "embeddings": "embeddings.create",
            "audio.speech": "audio.speech.create",
            "audio.transcriptions": "audio.transcriptions.create",
            "audio.translations": "audio.translations.create",
        }
    ),
    examples=(
        CallExample(
            code=(
                "import Groq from 'groq-sdk'\n"
                "const groq = new Groq()\n"
                "groq.chat.completions.create({ messages, model: 'llama-9-70b' })"
            ),
            id="llama-9-70b",
            surface="groq",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "import { Groq } from 'groq-sdk'\n"
                "new Groq().chat.completions.create({ model: 'whisper-large-v3', messages })"
            ),
            id="whisper-large-v3",
            surface="groq",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code=(
                "const Groq = require('groq-sdk')\n"
                "new Groq({ apiKey }).audio.transcriptions.create({ file, model: pick() })"
            ),
            id="pick()",
            surface="groq",
            endpoint="audio.transcriptions",
            dynamic=True,
        ),
    ),
)
