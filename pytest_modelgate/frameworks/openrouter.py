"""OpenRouter's SDK."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

_PATHS: dict[str | None, str] = {
    "chat.completions": "chat.send",
    "responses": "responses.send beta.responses.send",
    "embeddings": "embeddings.generate",
    "images.generations": "images.generate",
    "video": "video_generation.generate",
    "rerank": "rerank.rerank",
    "audio.speech": "tts.create_speech",
    "audio.transcriptions": "stt.create_transcription",
    "decisions": "decisions.create",
}

FRAMEWORK = Framework(
    name="openrouter",
    modules=("openrouter",),
    keywords=("openrouter",),
    clients=(
        Client(
            name="OpenRouter",
            surface="openrouter",
            base="https://openrouter.ai/api/v1",
            base_url=("server_url",),
            key="api_key",
        ),
    ),
    calls=(
        *calls_of(_PATHS),
        *calls_of({each: " ".join(f"{path}_async" for path in paths.split()) for each, paths in _PATHS.items()}),
    ),
    examples=(
        CallExample(
            code="from openrouter import OpenRouter\nOpenRouter().chat.send(model='maker/next', messages=[])",
            id="maker/next",
            surface="openrouter",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "from openrouter import OpenRouter\nasync def ask():\n    async with OpenRouter() as client:\n"
                "        await client.chat.send_async(model=pick(), messages=[])"
            ),
            id="pick()",
            surface="openrouter",
            endpoint="chat.completions",
            dynamic=True,
        ),
    ),
)
