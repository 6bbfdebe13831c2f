"""Semantic Kernel's services, which name a model or a deployment each in its own argument."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_BASE = "https://api.openai.com/v1"
# What a service does, the place of its model at OpenAI, what serves it.
_SERVICES = (
    ("AudioToText", 0, "transcription"),
    ("ChatCompletion", 0, "chat.completions"),
    ("RealtimeWebRTC", None, "realtime"),
    ("RealtimeWebsocket", None, "realtime"),
    ("TextCompletion", 0, "completions"),
    ("TextEmbedding", 0, "embeddings"),
    ("TextToAudio", 0, "audio.speech"),
    ("TextToImage", 0, "images.generations"),
)
# Class, surface, the arguments of its model, the first one's place, what serves it.
_OTHERS = (
    ("AnthropicChatCompletion", "anthropic", ("ai_model_id",), 0, "messages"),
    ("AzureAIInferenceChatCompletion", "azure", ("ai_model_id",), 0, "chat"),
    ("AzureAIInferenceTextEmbedding", "azure", ("ai_model_id",), 0, "embedding"),
    ("BedrockChatCompletion", "bedrock", ("model_id",), 0, "chat"),
    ("BedrockTextCompletion", "bedrock", ("model_id",), 0, None),
    ("BedrockTextEmbedding", "bedrock", ("model_id",), 0, "embedding"),
    ("GoogleAIChatCompletion", "gemini", ("gemini_model_id",), 0, "chat"),
    ("GoogleAITextCompletion", "gemini", ("gemini_model_id",), 0, "chat"),
    ("GoogleAITextEmbedding", "gemini", ("embedding_model_id",), 0, "embedding"),
    ("HuggingFaceTextCompletion", "huggingface", ("ai_model_id",), 0, None),
    ("HuggingFaceTextEmbedding", "huggingface", ("ai_model_id",), 0, "embedding"),
    ("MistralAIChatCompletion", "mistral", ("ai_model_id",), 0, "chat.completions"),
    ("MistralAITextEmbedding", "mistral", ("ai_model_id",), 0, "embeddings"),
    ("NvidiaChatCompletion", "nvidia-nim", ("ai_model_id",), 0, "chat"),
    ("NvidiaTextEmbedding", "nvidia-nim", ("ai_model_id",), 0, "embedding"),
    ("OllamaChatCompletion", "local", ("ai_model_id",), 1, "chat"),
    ("OllamaTextCompletion", "local", ("ai_model_id",), 1, None),
    ("OllamaTextEmbedding", "local", ("ai_model_id",), 1, "embedding"),
    ("VertexAIChatCompletion", "vertex", ("gemini_model_id",), 2, "chat"),
    ("VertexAITextCompletion", "vertex", ("gemini_model_id",), 2, "chat"),
    ("VertexAITextEmbedding", "vertex", ("embedding_model_id",), 2, "embedding"),
)

FRAMEWORK = Framework(
    name="semantic-kernel",
    modules=("semantic_kernel",),
    keywords=("semantic_kernel",),
    clients=(
        *(
            Client(name=f"OpenAI{service}", module="semantic_kernel", surface="openai", arguments=("ai_model_id",),
                   position=position, endpoint=endpoint, base=_BASE, through=("async_client", "client"), key="api_key")
            for service, position, endpoint in _SERVICES
        ),
        *(
            Client(name=f"Azure{service}", module="semantic_kernel", surface="azure", arguments=("deployment_name",),
                   endpoint=endpoint)
            for service, _, endpoint in _SERVICES
        ),
        *(
            Client(name=name, module="semantic_kernel", surface=surface, arguments=arguments, position=position,
                   endpoint=endpoint, tells=(("use_vertexai", "True", "vertex"),) if surface == "gemini" else ())
            for name, surface, arguments, position, endpoint in _OTHERS
        ),
    ),
    examples=(
        CallExample(
            code="from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion\n"
            "service = OpenAIChatCompletion(ai_model_id='gpt-next')",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion\n"
            "service = OpenAIChatCompletion('text-embedding-3-small')",
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion\n"
            "service = OpenAIChatCompletion(ai_model_id=pick())",
            id="pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
        CallExample(
            code="from semantic_kernel.connectors.ai.open_ai import AzureChatCompletion\n"
            "service = AzureChatCompletion(deployment_name='prod-chat')",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="from openai import AsyncOpenAI\n"
            "from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion\n"
            "client = AsyncOpenAI(base_url='https://api.groq.com/openai/v1')\n"
            "service = OpenAIChatCompletion(ai_model_id='llama-next', async_client=client)",
            id="llama-next", surface="groq", endpoint="chat.completions",
        ),
        CallExample(
            code="from semantic_kernel.connectors.ai.google.google_ai import GoogleAIChatCompletion\n"
            "service = GoogleAIChatCompletion(gemini_model_id='gemini-next')",
            id="gemini-next", surface="gemini", endpoint="chat",
        ),
    ),
)  # fmt: skip
