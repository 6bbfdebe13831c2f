"""Google's SDK for Vertex AI."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

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
        CallExample(
            code="from vertexai.generative_models import GenerativeModel\nGenerativeModel('gemini-x')",
            id="gemini-x",
            surface="vertex",
        ),
        CallExample(
            code="from vertexai.language_models import TextEmbeddingModel\nTextEmbeddingModel.from_pretrained('text-x')",
            id="text-x",
            surface="vertex",
        ),
    ),
)
