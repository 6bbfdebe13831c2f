"""OpenRouter's SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

# Call, the argument that later versions put the body in, and what serves it.
_CALLS = (
    ("chat.send", "chatRequest", "chat.completions"),
    ("responses.send", "responsesRequest", "responses"),
    ("beta.responses.send", "responsesRequest", "responses"),
    ("embeddings.generate", "requestBody", "embeddings"),
    ("images.generate", "imageGenerationRequest", "images.generations"),
    ("videoGeneration.generate", "videoGenerationRequest", "video"),
    ("rerank.rerank", "requestBody", "rerank"),
    ("tts.createSpeech", "speechRequest", "audio.speech"),
    ("stt.createTranscription", "sttRequest", "audio.transcriptions"),
)


FRAMEWORK = Framework(
    name="javascript-openrouter",
    language="javascript",
    modules=("@openrouter/sdk",),
    keywords=("openrouter",),
    clients=(
        Client(name="OpenRouter", surface="openrouter", module="@openrouter/sdk",
               base="https://openrouter.ai/api/v1", base_url=("serverURL",), key="apiKey"),
    ),
    calls=(
        *(ModelCall(path=path, endpoint=endpoint) for path, _, endpoint in _CALLS),
        *(ModelCall(path=path, argument=body, key="model", endpoint=endpoint) for path, body, endpoint in _CALLS),
        ModelCall(path="callModel", endpoint="responses"),
    ),
    examples=(
        CallExample(
            code="import { OpenRouter } from '@openrouter/sdk'\n"
            "const openRouter = new OpenRouter({ apiKey })\n"
            "await openRouter.chat.send({ model: 'maker/next', messages })",
            id="maker/next", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="import { OpenRouter } from '@openrouter/sdk'\n"
            "new OpenRouter().chat.send({ chatRequest: { messages, model: 'maker/next' } })",
            id="maker/next", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="import { OpenRouter } from '@openrouter/sdk'\n"
            "const openRouter = new OpenRouter({ apiKey })\n"
            "openRouter.callModel({ model: pick(), input })",
            id="pick()", surface="openrouter", endpoint="responses", dynamic=True,
        ),
    ),
)  # fmt: skip
