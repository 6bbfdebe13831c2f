"""Semantic Kernel for C#: methods that add a service to a kernel, and the services' own classes."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_BASE = "https://api.openai.com/v1"
_MODULE = "Microsoft.SemanticKernel"
# What a service of OpenAI's does, the place of its model, what serves it.
_OPENAI = (
    ("ChatCompletion", 0, "chat.completions"),
    ("ChatClient", 0, "chat.completions"),
    ("TextEmbeddingGeneration", 0, "embeddings"),
    ("EmbeddingGenerator", 0, "embeddings"),
    ("TextToImage", 2, "images.generations"),
    ("TextToAudio", 0, "audio.speech"),
    ("AudioToText", 0, "audio.transcriptions"),
)
# Services that an older version had as well, with a streaming or a plain completion.
_OLD = (("TextGeneration", 0, "completions"), ("TextCompletion", 0, "completions"))
# Methods, surface, argument, what serves it.
_OTHERS = (
    ("AddAzureAIInferenceChatCompletion AddAzureAIInferenceChatClient", "azure", "modelId", "chat"),
    ("AddAzureAIInferenceEmbeddingGenerator", "azure", "modelId", "embedding"),
    ("AddBedrockChatClient AddBedrockChatCompletionService", "bedrock", "modelId", "chat"),
    ("AddBedrockEmbeddingGenerator AddBedrockTextEmbeddingGenerationService", "bedrock", "modelId", "embedding"),
    ("AddBedrockTextGenerationService", "bedrock", "modelId", None),
    ("AddGoogleAIGeminiChatCompletion AddGoogleAIChatClient AddGoogleGenAIChatClient", "gemini", "modelId", "chat"),
    ("AddGoogleAIEmbeddingGeneration AddGoogleAIEmbeddingGenerator", "gemini", "modelId", "embedding"),
    ("AddVertexAIGeminiChatCompletion AddGoogleVertexAIChatClient", "vertex", "modelId", "chat"),
    ("AddVertexAIEmbeddingGeneration AddVertexAIEmbeddingGenerator", "vertex", "modelId", "embedding"),
    ("AddMistralChatCompletion", "mistral", "modelId", "chat.completions"),
    ("AddMistralTextEmbeddingGeneration AddMistralEmbeddingGenerator", "mistral", "modelId", "embeddings"),
    ("AddOllamaChatCompletion AddOllamaChatClient", "local", "modelId", "chat"),
    ("AddOllamaTextGeneration", "local", "modelId", "completion"),
    ("AddOllamaTextEmbeddingGeneration AddOllamaEmbeddingGenerator", "local", "modelId", "embedding"),
    ("AddHuggingFaceChatCompletion", "huggingface", "model", "chat"),
    ("AddHuggingFaceTextGeneration AddHuggingFaceImageToText", "huggingface", "model", None),
    ("AddHuggingFaceTextEmbeddingGeneration AddHuggingFaceEmbeddingGenerator", "huggingface", "model", "embedding"),
    ("AzureAIInferenceChatCompletionService", "azure", "modelId", "chat"),
    ("BedrockChatCompletionService", "bedrock", "modelId", "chat"),
    ("BedrockTextEmbeddingGenerationService", "bedrock", "modelId", "embedding"),
    ("MistralAIChatCompletionService", "mistral", "modelId", "chat.completions"),
    ("OllamaChatCompletionService", "local", "modelId", "chat"),
)


def _services(prefix: str, surface: str, argument: str) -> tuple[Client, ...]:
    """What adds a service of OpenAI's or Azure's, and the service itself."""
    host = {"base": _BASE, "base_url": ("endpoint",), "key": "apiKey"} if surface == "openai" else {}
    through = ("openAIClient",) if surface == "openai" else ()
    return tuple(
        Client(name=name, module=_MODULE, surface=surface, arguments=(argument,), endpoint=endpoint,
               position=position if surface == "openai" else 0, through=through, **host)  # type: ignore[arg-type]
        for service, position, endpoint in (*_OPENAI, *_OLD)
        for name in (f"Add{prefix}{service}", f"{prefix}{service}Service")
    )  # fmt: skip


FRAMEWORK = Framework(
    name="csharp-semantic-kernel",
    language="csharp",
    modules=(_MODULE,),
    keywords=("semantickernel",),
    clients=(
        *_services("OpenAI", "openai", "modelId"),
        *_services("AzureOpenAI", "azure", "deploymentName"),
        *(
            Client(name=name, module=_MODULE, surface=surface, arguments=(argument,), position=0, endpoint=endpoint,
                   base_url=("endpoint",) if surface == "mistral" else ())
            for names, surface, argument, endpoint in _OTHERS
            for name in names.split()
        ),
    ),
    examples=(
        CallExample(
            code="using Microsoft.SemanticKernel;\nvar builder = Kernel.CreateBuilder();\n"
            'builder.AddOpenAIChatCompletion("my-model-1", apiKey);',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="using Microsoft.SemanticKernel;\nvar kernel = Kernel.CreateBuilder()\n"
            '    .AddAzureOpenAIChatCompletion(deploymentName: "prod-chat", endpoint: url, apiKey: key)\n    .Build();',
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="using Microsoft.SemanticKernel;\nbuilder.Services.AddOpenAIChatCompletion(\n"
            '    modelId: "llama-next", endpoint: new Uri("https://api.groq.com/openai/v1"), apiKey: key);',
            id="llama-next", surface="groq", endpoint="chat.completions",
        ),
        CallExample(
            code="using Microsoft.SemanticKernel.Connectors.Google;\n"
            'kernelBuilder.AddGoogleAIGeminiChatCompletion(modelId: "gemini-next", apiKey: key);',
            id="gemini-next", surface="gemini", endpoint="chat",
        ),
        CallExample(
            code="using Microsoft.SemanticKernel;\n"
            'services.AddOpenAIChatCompletion("text-embedding-3-small", key);',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="using Microsoft.SemanticKernel.Connectors.OpenAI;\n"
            "var service = new OpenAIChatCompletionService(Pick(), key);",
            id="Pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
    ),
)  # fmt: skip
