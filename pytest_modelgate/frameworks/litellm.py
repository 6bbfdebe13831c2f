"""LiteLLM: functions that route by the id's own prefix."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_FUNCTIONS = (
    "completion",
    "acompletion",
    "text_completion",
    "atext_completion",
    "responses",
    "aresponses",
    "embedding",
    "aembedding",
    "image_generation",
    "aimage_generation",
    "transcription",
    "atranscription",
    "speech",
    "aspeech",
    "moderation",
    "amoderation",
    "batch_completion",
    "anthropic_messages",
)

FRAMEWORK = Framework(
    name="litellm",
    modules=("litellm",),
    keywords=("litellm",),
    functions=tuple(ModelCall(path=f"litellm.{name}", position=0) for name in _FUNCTIONS),
    examples=(
        CallExample(
            code="import litellm\nlitellm.completion('openai/my-model', messages=[])",
            id="openai/my-model",
            surface=None,
        ),
        CallExample(
            code="from litellm import acompletion as ask\nasync def run():\n    await ask(model='azure/prod', messages=[])",
            id="azure/prod",
            surface=None,
        ),
    ),
)
