"""Google's older SDK for the Gemini API, google-generativeai."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_FUNCTIONS = (
    ("embed_content", "embedContent"),
    ("embed_content_async", "embedContent"),
    ("generate_embeddings", "embedText"),
    ("generate_text", "generateText"),
    ("chat", "generateMessage"),
    ("chat_async", "generateMessage"),
    ("generate_answer", None),
    ("generate_answer_async", None),
    ("count_text_tokens", None),
    ("count_message_tokens", None),
)
_BY_PLACE = frozenset({"embed_content", "embed_content_async", "generate_embeddings", "count_text_tokens"})

FRAMEWORK = Framework(
    name="google-generativeai",
    modules=("google",),
    keywords=("generativeai",),
    clients=(
        Client(
            name="GenerativeModel",
            surface="gemini",
            module="google.generativeai",
            arguments=("model_name",),
            position=0,
            endpoint="generateContent",
            base="https://generativelanguage.googleapis.com",
        ),
    ),
    functions=(
        *(
            ModelCall(path=f"google.generativeai.{name}", position=0 if name in _BY_PLACE else None, endpoint=endpoint)
            for name, endpoint in _FUNCTIONS
        ),
        ModelCall(path="google.generativeai.caching.CachedContent.create", position=0, endpoint="generateContent"),
        ModelCall(path="google.generativeai.create_tuned_model", argument="source_model", position=0),
    ),
    surface="gemini",
    examples=(
        CallExample(
            code="import google.generativeai as genai\ngenai.GenerativeModel('gemini-next')",
            id="gemini-next",
            surface="gemini",
            endpoint="generateContent",
        ),
        CallExample(
            code="import google.generativeai as genai\ngenai.embed_content('models/embedding-next', content=text)",
            id="models/embedding-next",
            surface="gemini",
            endpoint="embedContent",
        ),
        CallExample(
            code="from google.generativeai import GenerativeModel\nGenerativeModel(model_name='gemini-embedding-001')",
            id="gemini-embedding-001",
            surface="gemini",
            endpoint="generateContent",
            wrong=True,
        ),
        CallExample(
            code="import google.generativeai as genai\ngenai.GenerativeModel(pick())",
            id="pick()",
            surface="gemini",
            endpoint="generateContent",
            dynamic=True,
        ),
    ),
)
