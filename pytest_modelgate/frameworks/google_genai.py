"""Google's current SDK, google-genai, for the Gemini API and Vertex AI."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="google-genai",
    modules=("google",),
    keywords=("genai",),
    clients=(
        # Without these, an environment variable says whether it asks the Gemini API or Vertex AI.
        Client(
            name="Client",
            surface=None,
            module="google.genai",
            tells=(
                ("enterprise", "True", "vertex"),
                ("vertexai", "True", "vertex"),
                ("enterprise", "False", "gemini"),
                ("vertexai", "False", "gemini"),
                ("api_key", "", "gemini"),
            ),
            key="api_key",
        ),
    ),
    calls=(
        *calls_of(
            {
                "generateContent": (
                    "models.generate_content models.generate_content_stream chats.create caches.create"
                ),
                "embedContent": "models.embed_content batches.create_embeddings",
                "predict": (
                    "models.generate_images models.edit_image models.upscale_image models.recontext_image"
                    " models.segment_image"
                ),
                "predictLongRunning": "models.generate_videos",
                "bidiGenerateContent": "live.connect",
                "interactions": "interactions.create",
                None: ("models.count_tokens models.compute_tokens batches.create live.music.connect"),
            }
        ),
        ModelCall(path="interactions.create", argument="agent", endpoint="interactions"),
        ModelCall(path="tunings.tune", argument="base_model"),
    ),
    examples=(
        CallExample(
            code="from google import genai\nc = genai.Client()\nc.aio.models.generate_content(model='gemini-next')",
            id="gemini-next",
            surface=None,
            endpoint="generateContent",
        ),
        CallExample(
            code="from google import genai\ngenai.Client(vertexai=True).models.embed_content(model='gemini-next')",
            id="gemini-next",
            surface="vertex",
            endpoint="embedContent",
        ),
        CallExample(
            code="from google import genai\ngenai.Client(api_key=key).chats.create(model='gemini-next')",
            id="gemini-next",
            surface="gemini",
            endpoint="generateContent",
        ),
        CallExample(
            code="from google.genai import Client\nClient(api_key=key).chats.create(model='gemini-embedding-001')",
            id="gemini-embedding-001",
            surface="gemini",
            endpoint="generateContent",
            wrong=True,
        ),
        CallExample(
            code="from google import genai\ngenai.Client(api_key=key).aio.live.connect(model=pick())",
            id="pick()",
            surface="gemini",
            endpoint="bidiGenerateContent",
            dynamic=True,
        ),
    ),
)
