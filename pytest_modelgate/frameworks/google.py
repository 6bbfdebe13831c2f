"""Google's SDKs for the Gemini API: google-genai, and google-generativeai before it."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

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
        # Without these, an environment variable says whether it asks the Gemini API or Vertex AI.
        Client(
            name="Client",
            surface=None,
            tells=(("vertexai", "True", "vertex"), ("vertexai", "False", "gemini"), ("api_key", "", "gemini")),
        ),
        Client(name="GenerativeModel", surface="gemini", arguments=("model_name",), position=0),
    ),
    calls=tuple(ModelCall(path=path) for path in _CALLS),
    functions=(
        ModelCall(path="google.generativeai.embed_content"),
        ModelCall(path="google.generativeai.generate_text"),
    ),
    surface="gemini",
    examples=(
        CallExample(
            code="from google import genai\nc = genai.Client()\nc.aio.models.generate_content(model='gemini-next')",
            id="gemini-next",
            surface=None,
        ),
        CallExample(
            code="from google import genai\ngenai.Client(vertexai=True).models.embed_content(model='gemini-next')",
            id="gemini-next",
            surface="vertex",
        ),
        CallExample(
            code="from google import genai\nc = genai.Client(api_key=key)\nc.models.generate_content(model='gemini-next')",
            id="gemini-next",
            surface="gemini",
        ),
        CallExample(
            code="import google.generativeai as genai\ngenai.GenerativeModel('gemini-next')",
            id="gemini-next",
            surface="gemini",
        ),
    ),
)
