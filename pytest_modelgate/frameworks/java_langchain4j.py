"""LangChain4j: its chat models, text models, embeddings and the rest, each made by a builder that is given a model."""

from __future__ import annotations

from pytest_modelgate.frameworks._java import requests
from pytest_modelgate.kinds import LOCAL, OTHER_HOST, CallExample, Client, Framework, ModelCall

_MODEL = ("modelName",)
_OPENAI = "https://api.openai.com/v1"
_AZURE = (
    ("isAzure", "true", "azure"),
    ("azureDeploymentName", "", "azure"),
    ("isGitHubModels", "true", "github-models"),
    ("isMicrosoftFoundry", "true", "azure"),
    ("microsoftFoundryDeploymentName", "", "azure"),
)
# What the classes of each kind begin with, by the surface that they ask; then how they end.
_MAKERS: tuple[tuple[str, str | None], ...] = (
    ("Anthropic", "anthropic"),
    ("Cohere", "cohere"),
    ("GitHubModels", "github-models"),
    ("GoogleAi", "gemini"),
    ("GoogleAiGemini", "gemini"),
    ("GoogleGenAi", None),
    ("Jina", OTHER_HOST),
    ("Jlama", LOCAL),
    ("LocalAi", LOCAL),
    ("MistralAi", "mistral"),
    ("Nomic", OTHER_HOST),
    ("Ollama", LOCAL),
    ("Qwen", "qwen"),
    ("VertexAi", "vertex"),
    ("VertexAiAnthropic", "vertex"),
    ("VertexAiGemini", "vertex"),
    ("VoyageAi", "voyage"),
    ("Watsonx", "watsonx"),
    ("WatsonxGateway", "watsonx"),
    ("WorkersAi", "cloudflare-workers-ai"),
)
# What hosts of open models serve as text, they serve as chat as well, so that any of their models fits.
_KINDS: tuple[tuple[str, str | None], ...] = (
    ("BatchChatModel", "chat"),
    ("ChatModel", "chat"),
    ("StreamingChatModel", "chat"),
    ("LanguageModel", None),
    ("StreamingLanguageModel", None),
    ("FimModel", None),
    ("StreamingFimModel", None),
    ("EmbeddingModel", "embedding"),
    ("BatchEmbeddingModel", "embedding"),
    ("ImageModel", "image"),
    ("BatchImageModel", "image"),
    ("ScoringModel", "rerank"),
    ("ModerationModel", "moderation"),
)
_OPENAIS = (
    ("OpenAiChatModel", "chat"),
    ("OpenAiStreamingChatModel", "chat"),
    ("OpenAiResponsesChatModel", "responses"),
    ("OpenAiResponsesStreamingChatModel", "responses"),
    ("OpenAiLanguageModel", "completions"),
    ("OpenAiStreamingLanguageModel", "completions"),
    ("OpenAiEmbeddingModel", "embeddings"),
    ("OpenAiImageModel", "image"),
    ("OpenAiModerationModel", "moderations"),
    ("OpenAiAudioTranscriptionModel", "audio.transcriptions"),
    ("OpenAiTextToSpeechModel", "audio.speech"),
    ("OpenAiOfficialChatModel", "chat"),
    ("OpenAiOfficialStreamingChatModel", "chat"),
    ("OpenAiOfficialResponsesChatModel", "responses"),
    ("OpenAiOfficialResponsesStreamingChatModel", "responses"),
    ("OpenAiOfficialEmbeddingModel", "embeddings"),
    ("OpenAiOfficialImageModel", "image"),
)
_AZURES = (
    ("AzureOpenAiChatModel", "chat"),
    ("AzureOpenAiStreamingChatModel", "chat"),
    ("AzureOpenAiLanguageModel", None),
    ("AzureOpenAiStreamingLanguageModel", None),
    ("AzureOpenAiEmbeddingModel", "embedding"),
    ("AzureOpenAiImageModel", "image"),
    ("AzureOpenAiAudioTranscriptionModel", "transcription"),
)

FRAMEWORK = Framework(
    name="java-langchain4j",
    language="java",
    modules=("dev.langchain4j", "io.quarkiverse.langchain4j"),
    keywords=("langchain4j",),
    clients=(
        *(
            Client(name=name, surface="openai", arguments=_MODEL, endpoint=endpoint, base=_OPENAI,
                   base_url=("baseUrl",), key="apiKey", tells=_AZURE if "Official" in name else ())
            for name, endpoint in _OPENAIS
        ),
        *(
            Client(name=name, surface="azure", arguments=("deploymentName",), endpoint=endpoint,
                   tells=(("nonAzureApiKey", "", "openai"),))
            for name, endpoint in _AZURES
        ),
        *(
            Client(name=f"{maker}{kind}", surface=surface, arguments=_MODEL, endpoint=endpoint, base_url=("baseUrl",))
            for maker, surface in _MAKERS
            for kind, endpoint in _KINDS
        ),
        # These ask the provider for the count; OpenAI's and Azure's count themselves.
        *(
            Client(name=f"{maker}TokenCountEstimator", surface=surface, arguments=_MODEL)
            for maker, surface in (("Anthropic", "anthropic"), ("GoogleAiGemini", "gemini"), ("GoogleGenAi", None),
                                   ("Watsonx", "watsonx"))
        ),
        *(
            Client(name=name, surface="bedrock", arguments=(argument,), endpoint=endpoint)
            for name, argument, endpoint in (
                ("BedrockChatModel", "modelId", "chat"),
                ("BedrockStreamingChatModel", "modelId", "chat"),
                ("BedrockCohereEmbeddingModel", "model", "embedding"),
                ("BedrockTitanEmbeddingModel", "model", "embedding"),
            )
        ),
        *(
            Client(name=f"HuggingFace{kind}", surface="huggingface", arguments=("modelId",), endpoint=endpoint,
                   base_url=("baseUrl",))
            for kind, endpoint in (("ChatModel", "chat"), ("LanguageModel", None), ("EmbeddingModel", "embedding"))
        ),
    ),
    functions=(
        *requests(
            "dev.langchain4j",
            {
                "chat": (
                    "ChatRequest ChatRequestParameters DefaultChatRequestParameters OpenAiChatRequestParameters"
                    " OpenAiOfficialChatRequestParameters GoogleGenAiChatRequestParameters"
                ),
                "responses": "OpenAiResponsesChatRequestParameters OpenAiOfficialResponsesChatRequestParameters",
                "embedding": "EmbeddingRequest EmbeddingRequestParameters DefaultEmbeddingRequestParameters",
                "embeddings": "OpenAiEmbeddingRequestParameters",
                "moderation": "ModerationRequest",
            },
            "modelName",
        ),
        *(
            ModelCall(path=f"dev.langchain4j#{maker}ChatRequestParameters", argument="modelName", endpoint="chat",
                      surface=surface, prepares=True)
            for maker, surface in (("Anthropic", "anthropic"), ("Bedrock", "bedrock"), ("GoogleAiGemini", "gemini"),
                                   ("MistralAi", "mistral"), ("Ollama", LOCAL), ("Watsonx", "watsonx"),
                                   ("WatsonxGateway", "watsonx"))
        ),
    ),
    examples=(
        CallExample(
            code="import dev.langchain4j.model.openai.OpenAiChatModel;\n"
            "class Models {\n"
            '  ChatModel model = OpenAiChatModel.builder().apiKey(key).modelName("gpt-next").build();\n'
            "}\n",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="import dev.langchain4j.model.openai.OpenAiStreamingChatModel;\n"
            "class Models {\n"
            "  Object model() {\n"
            '    return OpenAiStreamingChatModel.builder().baseUrl("https://api.deepseek.com")\n'
            '        .modelName("deepseek-next").build();\n'
            "  }\n"
            "}\n",
            id="deepseek-next", surface="deepseek", endpoint="chat",
        ),
        CallExample(
            code="import dev.langchain4j.model.azure.AzureOpenAiChatModel;\n"
            "class Models {\n"
            '  Object model = AzureOpenAiChatModel.builder().endpoint(url).deploymentName("prod-chat").build();\n'
            "}\n",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
        CallExample(
            code="import dev.langchain4j.model.openaiofficial.OpenAiOfficialChatModel;\n"
            "class Models {\n"
            '  Object model = OpenAiOfficialChatModel.builder().isGitHubModels(true).modelName("gpt-next").build();\n'
            "}\n",
            id="gpt-next", surface="github-models", endpoint="chat",
        ),
        CallExample(
            code="import dev.langchain4j.model.bedrock.BedrockChatModel;\n"
            "class Models {\n"
            '  Object model = BedrockChatModel.builder().region(region).modelId("my-profile").build();\n'
            "}\n",
            id="my-profile", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="import dev.langchain4j.model.vertexai.gemini.VertexAiGeminiChatModel;\n"
            "class Models {\n"
            '  Object model = VertexAiGeminiChatModel.builder().project(p).modelName("gemini-next").build();\n'
            "}\n",
            id="gemini-next", surface="vertex", endpoint="chat",
        ),
        CallExample(
            code="import dev.langchain4j.model.chat.request.ChatRequest;\n"
            "class Models {\n"
            '  Object request = ChatRequest.builder().messages(messages).modelName("house-next").build();\n'
            "}\n",
            id="house-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import dev.langchain4j.model.openai.OpenAiEmbeddingModel;\n"
            "class Models {\n"
            '  Object model = OpenAiEmbeddingModel.builder().apiKey(key).modelName("gpt-4o").build();\n'
            "}\n",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="import dev.langchain4j.model.anthropic.AnthropicChatModel;\n"
            "class Models {\n"
            "  Object model = AnthropicChatModel.builder().apiKey(key).modelName(pick()).build();\n"
            "}\n",
            id="pick()", surface="anthropic", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
