"""Google's SDK for Vertex AI."""

from __future__ import annotations

from pytest_modelgate.kinds import Client, Framework, ModelCall

_LOADED = ("TextEmbeddingModel", "TextGenerationModel", "ChatModel", "CodeChatModel", "ImageGenerationModel")

FRAMEWORK = Framework(
    name="vertexai",
    modules=("vertexai",),
    keywords=("vertexai",),
    clients=(
        Client(name="GenerativeModel", surface="vertex", arguments=("model_name",), position=0),
        *(Client(name=name, surface="vertex") for name in _LOADED),
    ),
    calls=(ModelCall(path="from_pretrained", argument="model_name", position=0),),
    examples=(
        ("from vertexai.generative_models import GenerativeModel\nGenerativeModel('gemini-x')", "gemini-x", "vertex"),
        (
            "from vertexai.language_models import TextEmbeddingModel\nTextEmbeddingModel.from_pretrained('text-x')",
            "text-x",
            "vertex",
        ),
    ),
)
