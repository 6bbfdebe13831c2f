"""Deepgram's SDKs for JavaScript: what they listen and speak with."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-deepgram",
    language="javascript",
    modules=("@deepgram/sdk",),
    keywords=("deepgram",),
    clients=(
        Client(name="DeepgramClient", surface="deepgram", module="@deepgram/sdk", base="https://api.deepgram.com",
               base_url=("environment", "baseUrl"), key="apiKey"),
        Client(name="createClient", surface="deepgram", module="@deepgram/sdk", base="https://api.deepgram.com",
               base_url=("options.global.url",), places=("key", "options")),
        Client(name="Deepgram", surface="deepgram", module="@deepgram/sdk"),
    ),
    calls=calls_of(
        {
            "v1/listen": (
                "listen.v1.connect listen.v1.media.transcribeFile listen.v1.media.transcribeUrl"
                " listen.prerecorded.transcribeUrl listen.prerecorded.transcribeFile"
                " listen.prerecorded.transcribeUrlCallback listen.prerecorded.transcribeFileCallback listen.live"
                " transcription.preRecorded transcription.live"
            ),
            "v2/listen": "listen.v2.connect",
            "speech": "speak.v1.audio.generate speak.v1.connect speak.v2.audio.generate speak.request speak.live",
        }
    ),
    examples=(
        CallExample(
            code="import { createClient } from '@deepgram/sdk'\n"
            "const deepgram = createClient(process.env.DEEPGRAM_API_KEY)\n"
            "await deepgram.listen.prerecorded.transcribeUrl({ url }, { model: 'nova-9' })",
            id="nova-9", surface="deepgram", endpoint="v1/listen",
        ),
        CallExample(
            code="import { DeepgramClient } from '@deepgram/sdk'\n"
            "const client = new DeepgramClient()\n"
            "await client.listen.v1.connect({ model: 'flux-general-en' })",
            id="flux-general-en", surface="deepgram", endpoint="v1/listen", wrong=True,
        ),
        CallExample(
            code="import { DeepgramClient } from '@deepgram/sdk'\n"
            "new DeepgramClient({ apiKey }).listen.v2.connect({ model: pick() })",
            id="pick()", surface="deepgram", endpoint="v2/listen", dynamic=True,
        ),
    ),
)  # fmt: skip
