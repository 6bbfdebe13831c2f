"""ElevenLabs' SDKs for JavaScript, of which the older spells arguments as the API does."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = (
    ("textToSpeech.convert", "speech"),
    ("textToSpeech.convertAsStream", "speech"),
    ("textToSpeech.convertWithTimestamps", "speech"),
    ("textToSpeech.stream", "speech"),
    ("textToSpeech.streamWithTimestamps", "speech"),
    ("textToDialogue.convert", "speech"),
    ("textToDialogue.convertWithTimestamps", "speech"),
    ("textToDialogue.stream", "speech"),
    ("textToDialogue.streamWithTimestamps", "speech"),
    ("speechToText.convert", "transcription"),
    ("speechToSpeech.convert", None),
    ("speechToSpeech.convertAsStream", None),
    ("speechToSpeech.stream", None),
    ("textToVoice.design", None),
    ("textToSoundEffects.convert", None),
    ("music.compose", None),
    ("music.composeDetailed", None),
    ("music.stream", None),
)


FRAMEWORK = Framework(
    name="javascript-elevenlabs",
    language="javascript",
    modules=("@elevenlabs/elevenlabs-js", "elevenlabs",),
    keywords=("elevenlabs",),
    clients=(
        Client(name="ElevenLabsClient", surface="elevenlabs", base="https://api.elevenlabs.io",
               base_url=("environment", "baseUrl"), key="apiKey"),
    ),
    calls=(
        *(
            ModelCall(path=path, argument=argument, endpoint=endpoint)
            for path, endpoint in _CALLS
            for argument in ("modelId", "model_id")
        ),
        *(ModelCall(path="generate", argument=argument, endpoint="speech") for argument in ("model_id", "modelId")),
    ),
    examples=(
        CallExample(
            code="import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js'\n"
            "const elevenlabs = new ElevenLabsClient()\n"
            "await elevenlabs.textToSpeech.convert(voice, { text, modelId: 'eleven_next' })",
            id="eleven_next", surface="elevenlabs", endpoint="speech",
        ),
        CallExample(
            code="import { ElevenLabsClient } from 'elevenlabs'\n"
            "const client = new ElevenLabsClient({ apiKey })\n"
            "await client.textToSpeech.convertAsStream(voice, { model_id: 'eleven_next', text })",
            id="eleven_next", surface="elevenlabs", endpoint="speech",
        ),
        CallExample(
            code="import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js'\n"
            "new ElevenLabsClient().speechToText.convert({ file, modelId: pick() })",
            id="pick()", surface="elevenlabs", endpoint="transcription", dynamic=True,
        ),
    ),
)  # fmt: skip
