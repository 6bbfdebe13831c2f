"""Haystack's generators, embedders, rankers and converters, and the nodes of its first major."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_BASE = "https://api.openai.com/v1"
# Class, the place of its model, what serves it.
_OPENAI = (
    ("DALLEImageGenerator", 0, "images.generations"),
    ("OpenAIChatGenerator", 1, "chat.completions"),
    ("OpenAIDocumentEmbedder", 1, "embeddings"),
    ("OpenAIGenerator", 1, "chat.completions"),
    ("OpenAIImageGenerator", 0, "image"),
    ("OpenAIResponsesChatGenerator", None, "responses"),
    ("OpenAITextEmbedder", 1, "embeddings"),
    ("RemoteWhisperTranscriber", 1, "transcription"),
)
_AZURE = (
    ("AzureOpenAIChatGenerator", "chat.completions"),
    ("AzureOpenAIDocumentEmbedder", "embeddings"),
    ("AzureOpenAIGenerator", "chat.completions"),
    ("AzureOpenAIResponsesChatGenerator", "responses"),
    ("AzureOpenAITextEmbedder", "embeddings"),
)
_OTHERS = (
    ("AmazonBedrockChatGenerator", "bedrock", "chat"),
    ("AmazonBedrockDocumentEmbedder", "bedrock", "embedding"),
    ("AmazonBedrockDocumentImageEmbedder", "bedrock", "embedding"),
    ("AmazonBedrockGenerator", "bedrock", None),
    ("AmazonBedrockRanker", "bedrock", "rerank"),
    ("AmazonBedrockTextEmbedder", "bedrock", "embedding"),
    ("AnthropicChatGenerator", "anthropic", "messages"),
    ("AnthropicFoundryChatGenerator", "azure", "chat"),
    ("AnthropicGenerator", "anthropic", "messages"),
    ("AnthropicVertexChatGenerator", "vertex", "messages"),
    ("CohereChatGenerator", "cohere", "chat"),
    ("CohereDocumentEmbedder", "cohere", "embed"),
    ("CohereDocumentImageEmbedder", "cohere", "embed"),
    ("CohereGenerator", "cohere", None),
    ("CohereRanker", "cohere", "rerank"),
    ("CohereTextEmbedder", "cohere", "embed"),
    ("GoogleAIGeminiChatGenerator", "gemini", "chat"),
    ("GoogleAIGeminiGenerator", "gemini", "chat"),
    ("HuggingFaceLocalChatGenerator", "huggingface", "chat"),
    ("HuggingFaceLocalGenerator", "huggingface", None),
    ("MistralChatGenerator", "mistral", "chat.completions"),
    ("MistralDocumentEmbedder", "mistral", "embeddings"),
    ("MistralOCRDocumentConverter", "mistral", "ocr"),
    ("MistralTextEmbedder", "mistral", "embeddings"),
    ("NvidiaChatGenerator", "nvidia-nim", "chat"),
    ("NvidiaDocumentEmbedder", "nvidia-nim", "embedding"),
    ("NvidiaGenerator", "nvidia-nim", "chat"),
    ("NvidiaRanker", "nvidia-nim", "rerank"),
    ("NvidiaTextEmbedder", "nvidia-nim", "embedding"),
    ("OllamaChatGenerator", "local", "chat"),
    ("OllamaDocumentEmbedder", "local", "embedding"),
    ("OllamaGenerator", "local", None),
    ("OllamaTextEmbedder", "local", "embedding"),
    ("OpenRouterChatGenerator", "openrouter", "chat"),
    ("SentenceTransformersDocumentEmbedder", "huggingface", "embedding"),
    ("SentenceTransformersTextEmbedder", "huggingface", "embedding"),
    ("TogetherAIChatGenerator", "together", "chat"),
    ("VertexAIGeminiChatGenerator", "vertex", "chat"),
    ("VertexAIGeminiGenerator", "vertex", "chat"),
    ("VertexAITextEmbedder", "vertex", "embedding"),
    ("VoyageDocumentEmbedder", "voyage", "embeddings"),
    ("VoyageRanker", "voyage", "rerank"),
    ("VoyageTextEmbedder", "voyage", "embeddings"),
)
_GOOGLE = (
    ("GoogleGenAIChatGenerator", "chat"),
    ("GoogleGenAIDocumentEmbedder", "embedding"),
    ("GoogleGenAIMultimodalDocumentEmbedder", "embedding"),
    ("GoogleGenAITextEmbedder", "embedding"),
)
_BY_PARAMETERS = (
    ("haystack.components.generators.HuggingFaceAPIGenerator", None),
    ("haystack.components.generators.chat.HuggingFaceAPIChatGenerator", "chat"),
    ("haystack.components.embedders.HuggingFaceAPITextEmbedder", "embedding"),
    ("haystack.components.embedders.HuggingFaceAPIDocumentEmbedder", "embedding"),
)

FRAMEWORK = Framework(
    name="haystack",
    modules=("haystack", "haystack_integrations"),
    keywords=("haystack",),
    clients=(
        *(
            Client(name=name, surface="openai", arguments=("model", "model_name"), position=position,
                   endpoint=endpoint, base=_BASE, base_url=("api_base_url",))
            for name, position, endpoint in _OPENAI
        ),
        *(
            Client(name=name, surface="azure", arguments=("azure_deployment",), endpoint=endpoint)
            for name, endpoint in _AZURE
        ),
        *(
            Client(name=name, surface="gemini", arguments=("model",), endpoint=endpoint,
                   tells=(("api", "vertex", "vertex"), ("api", "gemini", "gemini")))
            for name, endpoint in _GOOGLE
        ),
        *(
            Client(name=name, surface=surface, arguments=("model", "model_name"), endpoint=endpoint,
                   base_url=("api_base_url", "url") if surface == "local" else ("api_base_url",))
            for name, surface, endpoint in _OTHERS
        ),
        *(
            Client(name=name, module="haystack", surface=None, arguments=("model_name_or_path",), position=0,
                   base_url=("api_base",))
            for name in ("PromptNode", "PromptModel")
        ),
        Client(name="OpenAIAnswerGenerator", surface="openai", arguments=("model",), endpoint="completions",
               base_url=("api_base",), tells=(("azure_deployment_name", "", "azure"),)),
        Client(name="EmbeddingRetriever", module="haystack", surface=None, arguments=("embedding_model",),
               endpoint="embedding", base_url=("api_base",)),
    ),
    functions=tuple(
        ModelCall(path=path, argument="api_params", key="model", endpoint=endpoint, surface="huggingface")
        for path, endpoint in _BY_PARAMETERS
    ),
    examples=(
        CallExample(
            code="from haystack.components.generators.chat import OpenAIChatGenerator\n"
            "llm = OpenAIChatGenerator(model='gpt-next')",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="from haystack.components.generators.chat import OpenAIChatGenerator\n"
            "llm = OpenAIChatGenerator(model='o3-pro')",
            id="o3-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="from haystack.components.generators.chat import OpenAIChatGenerator\n"
            "llm = OpenAIChatGenerator(model=pick())",
            id="pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
        CallExample(
            code="from haystack.components.embedders import OpenAITextEmbedder\n"
            "vectors = OpenAITextEmbedder(model='gpt-4o')",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="from haystack.components.generators import AzureOpenAIGenerator\n"
            "llm = AzureOpenAIGenerator(azure_deployment='prod-chat')",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="from haystack_integrations.components.generators.google_genai import GoogleGenAIChatGenerator\n"
            "llm = GoogleGenAIChatGenerator(model='gemini-next', api='vertex')",
            id="gemini-next", surface="vertex", endpoint="chat",
        ),
        CallExample(
            code="from haystack.nodes import PromptNode\nnode = PromptNode('gpt-next', api_key=key)",
            id="gpt-next", surface=None, endpoint=None,
        ),
    ),
)  # fmt: skip
