"""AssemblyAI's SDK."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="assemblyai",
    modules=("assemblyai",),
    keywords=("assemblyai",),
    clients=(
        Client(
            name="TranscriptionConfig",
            surface="assemblyai",
            arguments=("speech_model", "speech_models"),
            endpoint="transcription",
        ),
    ),
    calls=plain_calls("lemur.task lemur.question lemur.summarize lemur.action_items", "lemur"),
    examples=(
        CallExample(
            code="import assemblyai as aai\nconfig = aai.TranscriptionConfig(speech_model='universal-9')",
            id="universal-9",
            surface="assemblyai",
            endpoint="transcription",
        ),
        CallExample(
            code="from assemblyai import TranscriptionConfig\nTranscriptionConfig(speech_model=pick())",
            id="pick()",
            surface="assemblyai",
            endpoint="transcription",
            dynamic=True,
        ),
    ),
)
