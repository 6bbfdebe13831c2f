"""AssemblyAI's SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="javascript-assemblyai",
    language="javascript",
    modules=("assemblyai",),
    keywords=("assemblyai",),
    clients=(
        Client(name="AssemblyAI", surface="assemblyai", base="https://api.assemblyai.com", base_url=("baseUrl",),
               key="apiKey"),
        Client(name="StreamingTranscriber", surface="assemblyai", arguments=("speechModel",),
               endpoint="transcription"),
    ),
    calls=(
        *(
            ModelCall(path=f"transcripts.{method}", argument=argument, endpoint="transcription")
            for method in ("transcribe", "submit", "create")
            for argument in ("speech_model", "speech_models")
        ),
        ModelCall(path="streaming.transcriber", argument="speechModel", endpoint="transcription"),
        *plain_calls("lemur.task lemur.summary lemur.questionAnswer lemur.actionItems", "lemur"),
    ),
    examples=(
        CallExample(
            code="import { AssemblyAI } from 'assemblyai'\n"
            "const client = new AssemblyAI({ apiKey })\n"
            "await client.transcripts.transcribe({ audio, speech_model: 'universal-9' })",
            id="universal-9", surface="assemblyai", endpoint="transcription",
        ),
        CallExample(
            code="import { AssemblyAI } from 'assemblyai'\n"
            "new AssemblyAI({ apiKey }).streaming.transcriber({ sampleRate, speechModel: pick() })",
            id="pick()", surface="assemblyai", endpoint="transcription", dynamic=True,
        ),
    ),
)  # fmt: skip
