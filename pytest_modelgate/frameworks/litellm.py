"""LiteLLM: functions that route by the id's own prefix."""

from __future__ import annotations

from pytest_modelgate.kinds import Framework, ModelCall

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
        ("import litellm\nlitellm.completion('openai/my-model', messages=[])", "openai/my-model", None),
        (
            "from litellm import acompletion as ask\nasync def run():\n    await ask(model='azure/prod', messages=[])",
            "azure/prod",
            None,
        ),
    ),
)
