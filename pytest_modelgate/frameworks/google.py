"""Google's SDKs for the Gemini API: google-genai, and google-generativeai before it."""

from __future__ import annotations

from pytest_modelgate.kinds import Client, Framework, ModelCall

_CALLS = (
    "models.generate_content",
    "models.generate_content_stream",
    "models.embed_content",
    "models.generate_images",
    "models.edit_image",
    "models.generate_videos",
    "models.count_tokens",
    "models.compute_tokens",
    "chats.create",
    "caches.create",
    "batches.create",
    "live.connect",
    "interactions.create",
)

FRAMEWORK = Framework(
    name="google",
    modules=("google",),
    keywords=("genai", "generativeai"),
    clients=(
        # Whether google-genai's client asks the Gemini API or Vertex AI is an argument or an environment variable.
        Client(name="Client", surface=None),
        Client(name="GenerativeModel", surface="gemini", arguments=("model_name",), position=0),
    ),
    calls=tuple(ModelCall(path=path) for path in _CALLS),
    functions=(
        ModelCall(path="google.generativeai.embed_content"),
        ModelCall(path="google.generativeai.generate_text"),
    ),
    surface="gemini",
    examples=(
        (
            "from google import genai\nc = genai.Client()\nc.aio.models.generate_content(model='gemini-next')",
            "gemini-next",
            None,
        ),
        ("import google.generativeai as genai\ngenai.GenerativeModel('gemini-next')", "gemini-next", "gemini"),
    ),
)
