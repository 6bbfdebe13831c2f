"""The official OpenAI SDK: current clients, the Azure ones, and the module-level API of before 1.0."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = (
    "chat.completions.create",
    "chat.completions.parse",
    "chat.completions.stream",
    "beta.chat.completions.parse",
    "beta.chat.completions.stream",
    "responses.create",
    "responses.parse",
    "responses.stream",
    "completions.create",
    "embeddings.create",
    "images.generate",
    "images.edit",
    "images.create_variation",
    "audio.speech.create",
    "audio.speech.with_streaming_response.create",
    "audio.transcriptions.create",
    "audio.translations.create",
    "moderations.create",
    "fine_tuning.jobs.create",
    "beta.assistants.create",
    "beta.assistants.update",
    "beta.threads.runs.create",
    "beta.threads.runs.create_and_poll",
    "beta.threads.runs.stream",
    "realtime.connect",
    "beta.realtime.connect",
    "videos.create",
    "with_raw_response.create",
)
_LEGACY = (
    "ChatCompletion.create",
    "ChatCompletion.acreate",
    "Completion.create",
    "Completion.acreate",
    "Embedding.create",
    "Embedding.acreate",
    "Edit.create",
    "Moderation.create",
    "Audio.transcribe",
    "Audio.translate",
    "FineTuningJob.create",
)
_BASE = ("base_url",)

FRAMEWORK = Framework(
    name="openai",
    modules=("openai", "langfuse", "posthog"),
    keywords=("openai",),
    clients=(
        Client(name="OpenAI", surface="openai", base_url=_BASE),
        Client(name="AsyncOpenAI", surface="openai", base_url=_BASE),
        Client(name="Client", surface="openai", base_url=_BASE),
        Client(name="AsyncClient", surface="openai", base_url=_BASE),
        Client(name="AzureOpenAI", surface="azure"),
        Client(name="AsyncAzureOpenAI", surface="azure"),
    ),
    calls=tuple(ModelCall(path=path) for path in _CALLS),
    functions=(
        *(ModelCall(path=f"openai.{path}") for path in (*_CALLS, *_LEGACY)),
        *(ModelCall(path=f"openai.{path}", argument="engine") for path in _LEGACY),
    ),
    surface="openai",
    examples=(
        CallExample(
            code="from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.create(model='my-model-1')",
            id="my-model-1",
            surface="openai",
        ),
        CallExample(
            code="from openai import AzureOpenAI\nclient = AzureOpenAI()\nclient.responses.create(model='prod-chat')",
            id="prod-chat",
            surface="azure",
        ),
        CallExample(
            code="import openai\nopenai.OpenAI(base_url='https://openrouter.ai/api/v1').responses.create(model='meta/llama-9')",
            id="meta/llama-9",
            surface="openrouter",
        ),
        CallExample(
            code="import openai\nopenai.ChatCompletion.create(engine='davinci', messages=[])",
            id="davinci",
            surface="openai",
        ),
    ),
)
