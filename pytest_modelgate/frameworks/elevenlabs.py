"""ElevenLabs' SDK."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = (
    ("text_to_speech.convert", "speech"),
    ("text_to_speech.convert_as_stream", "speech"),
    ("text_to_speech.convert_with_timestamps", "speech"),
    ("text_to_speech.stream", "speech"),
    ("text_to_speech.stream_with_timestamps", "speech"),
    ("text_to_dialogue.convert", "speech"),
    ("text_to_dialogue.stream", "speech"),
    ("speech_to_text.convert", "transcription"),
    ("speech_to_speech.convert", None),
    ("speech_to_speech.convert_as_stream", None),
    ("speech_to_speech.stream", None),
    ("text_to_voice.design", None),
    ("text_to_sound_effects.convert", None),
    ("music.compose", None),
    ("music.stream", None),
)

FRAMEWORK = Framework(
    name="elevenlabs",
    modules=("elevenlabs",),
    keywords=("elevenlabs",),
    clients=tuple(
        Client(
            name=name,
            surface="elevenlabs",
            base="https://api.elevenlabs.io",
            base_url=("base_url",),
            key="api_key",
        )
        for name in ("ElevenLabs", "AsyncElevenLabs")
    ),
    calls=(
        *(ModelCall(path=path, argument="model_id", endpoint=endpoint) for path, endpoint in _CALLS),
        ModelCall(path="generate", position=3, endpoint="speech"),
    ),
    functions=(ModelCall(path="elevenlabs.generate", position=3, endpoint="speech"),),
    surface="elevenlabs",
    examples=(
        CallExample(
            code=(
                "from elevenlabs import ElevenLabs\n"
                "ElevenLabs().text_to_speech.convert(voice, text=text, model_id='eleven_next')"
            ),
            id="eleven_next",
            surface="elevenlabs",
            endpoint="speech",
        ),
        CallExample(
            code="import elevenlabs\nelevenlabs.generate(text, model='eleven_next')",
            id="eleven_next",
            surface="elevenlabs",
            endpoint="speech",
        ),
        CallExample(
            code="from elevenlabs import AsyncElevenLabs as E\nE().speech_to_text.convert(model_id=pick())",
            id="pick()",
            surface="elevenlabs",
            endpoint="transcription",
            dynamic=True,
        ),
    ),
)
