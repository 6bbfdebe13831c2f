"""Google's SDK for Vertex AI."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_LOADED = (
    ("language_models", "TextGenerationModel", "completion"),
    ("language_models", "CodeGenerationModel", "completion"),
    ("language_models", "ChatModel", "chat"),
    ("language_models", "CodeChatModel", "chat"),
    ("language_models", "TextEmbeddingModel", "embedding"),
    ("vision_models", "MultiModalEmbeddingModel", "embedding"),
    ("vision_models", "ImageGenerationModel", "image"),
    ("vision_models", "ImageTextModel", None),
    ("vision_models", "ImageCaptioningModel", None),
    ("vision_models", "ImageQnAModel", None),
)
_PACKAGES = ("vertexai", "vertexai.preview")

FRAMEWORK = Framework(
    name="vertexai",
    modules=("vertexai",),
    keywords=("vertexai",),
    clients=(
        Client(
            name="GenerativeModel",
            surface="vertex",
            module="vertexai",
            arguments=("model_name",),
            position=0,
            endpoint="chat",
        ),
    ),
    functions=(
        *(
            ModelCall(
                path=f"{package}.{module}.{name}.from_pretrained", argument="model_name", position=0, endpoint=endpoint
            )
            for package in _PACKAGES
            for module, name, endpoint in _LOADED
        ),
        *(
            ModelCall(path=f"{package}.caching.CachedContent.create", argument="model_name", endpoint="chat")
            for package in _PACKAGES
        ),
    ),
    surface="vertex",
    examples=(
        CallExample(
            code="from vertexai.generative_models import GenerativeModel\nGenerativeModel('gemini-x')",
            id="gemini-x",
            surface="vertex",
            endpoint="chat",
        ),
        CallExample(
            code="import vertexai\nvertexai.language_models.TextEmbeddingModel.from_pretrained('text-x')",
            id="text-x",
            surface="vertex",
            endpoint="embedding",
        ),
        CallExample(
            code="from vertexai.preview.generative_models import GenerativeModel as M\nM('gemini-embedding-001')",
            id="gemini-embedding-001",
            surface="vertex",
            endpoint="chat",
            wrong=True,
        ),
        CallExample(
            code="from vertexai.generative_models import GenerativeModel\nGenerativeModel(model_name=pick())",
            id="pick()",
            surface="vertex",
            endpoint="chat",
            dynamic=True,
        ),
    ),
)
