"""LiteLLM: functions that route by the id's own prefix."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_FUNCTIONS = (
    ("completion", 0, "chat"),
    ("batch_completion", 0, "chat"),
    ("responses", 1, "chat"),
    ("anthropic_messages", None, "chat"),
    ("text_completion", 1, "completion"),
    ("embedding", 0, "embedding"),
    ("image_generation", 1, "image"),
    ("image_edit", None, "image"),
    ("image_variation", 1, "image"),
    ("video_generation", 1, "video"),
    ("transcription", 0, "transcription"),
    ("speech", 0, "speech"),
    ("moderation", 1, "moderation"),
    ("rerank", 0, "rerank"),
    ("ocr", 0, "ocr"),
)

FRAMEWORK = Framework(
    name="litellm",
    modules=("litellm",),
    keywords=("litellm",),
    functions=(
        *(
            ModelCall(path=f"litellm.{start}{name}", position=position, endpoint=endpoint)
            for name, position, endpoint in _FUNCTIONS
            for start in ("", "a")
        ),
        *(
            ModelCall(path=f"litellm.google_genai.{start}generate_content{end}", position=0, endpoint="chat")
            for start in ("", "a")
            for end in ("", "_stream")
        ),
        *(ModelCall(path=f"litellm.anthropic.messages.{start}create", endpoint="chat") for start in ("", "a")),
        *(
            ModelCall(path=f"litellm.batch_completion_models{end}", argument="models", endpoint="chat")
            for end in ("", "_all_responses")
        ),
    ),
    examples=(
        CallExample(
            code="import litellm\nlitellm.completion('openai/my-model', messages=[])",
            id="openai/my-model",
            surface=None,
            endpoint="chat",
        ),
        CallExample(
            code="from litellm import acompletion as ask\nasync def run():\n    await ask(model='azure/prod')",
            id="azure/prod",
            surface=None,
            endpoint="chat",
        ),
        CallExample(
            code="from litellm import completion\ncompletion(model='openai/text-embedding-3-small', messages=[])",
            id="openai/text-embedding-3-small",
            surface=None,
            endpoint="chat",
            wrong=True,
        ),
        CallExample(
            code="import litellm\nlitellm.embedding(model=pick(), input=texts)",
            id="pick()",
            surface=None,
            endpoint="embedding",
            dynamic=True,
        ),
    ),
)
