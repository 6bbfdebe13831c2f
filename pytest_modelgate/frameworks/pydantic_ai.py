"""Pydantic AI: agents that take a route, models that name theirs, and the providers that models ask through."""

from __future__ import annotations

from pytest_modelgate.kinds import GATEWAY, OTHER_HOST, CallExample, Client, Framework, ModelCall

# Class, what a model's `provider` calls it, surface, the arguments that send it elsewhere, those that hold a client.
_PROVIDERS = (
    ("AlibabaProvider", "alibaba", "qwen", ("base_url",), ("openai_client",)),
    ("AnthropicProvider", "anthropic", "anthropic", ("base_url",), ("anthropic_client",)),
    ("AzureProvider", "azure", "azure", (), ()),
    ("BedrockMantleProvider", "bedrock-mantle", "bedrock", (), ()),
    ("BedrockProvider", "bedrock", "bedrock", (), ()),
    ("CerebrasProvider", "cerebras", "cerebras", (), ("openai_client",)),
    ("CohereProvider", "cohere", "cohere", (), ()),
    ("CrusoeProvider", "crusoe", OTHER_HOST, (), ()),
    ("DeepSeekProvider", "deepseek", "deepseek", (), ("openai_client",)),
    ("FireworksProvider", "fireworks", "fireworks", (), ("openai_client",)),
    ("GitHubCopilotProvider", "github-copilot", "github-copilot", (), ()),
    ("GitHubProvider", "github", "github-models", (), ("openai_client",)),
    ("GoogleCloudProvider", "google-cloud", "vertex", (), ()),
    ("GoogleGLAProvider", "google-gla", "gemini", (), ()),
    ("GoogleVertexProvider", "google-vertex", "vertex", (), ()),
    ("GrokProvider", "grok", "xai", (), ("openai_client",)),
    ("GroqProvider", "groq", "groq", ("base_url",), ("groq_client",)),
    ("HerokuProvider", "heroku", OTHER_HOST, (), ()),
    ("HuggingFaceProvider", "huggingface", "huggingface", (), ()),
    ("LiteLLMProvider", "litellm", GATEWAY, (), ()),
    ("MetaProvider", "meta", OTHER_HOST, (), ()),
    ("MistralProvider", "mistral", "mistral", ("base_url",), ("mistral_client",)),
    ("MoonshotAIProvider", "moonshotai", "moonshot", ("base_url",), ("openai_client",)),
    ("NebiusProvider", "nebius", OTHER_HOST, (), ()),
    ("OVHcloudProvider", "ovhcloud", OTHER_HOST, (), ()),
    ("OllamaProvider", "ollama", "local", ("base_url",), ("openai_client",)),
    ("OpenAICompatibleProvider", "", OTHER_HOST, ("base_url",), ()),
    ("OpenAIProvider", "openai", "openai", ("base_url",), ("openai_client",)),
    ("OpenRouterProvider", "openrouter", "openrouter", (), ("openai_client",)),
    ("SambaNovaProvider", "sambanova", "sambanova", ("base_url",), ("openai_client",)),
    ("SnowflakeProvider", "snowflake", "snowflake", (), ()),
    ("TogetherProvider", "together", "together", (), ("openai_client",)),
    ("VLLMProvider", "vllm", "local", ("base_url",), ("openai_client",)),
    ("VercelProvider", "vercel", GATEWAY, (), ("openai_client",)),
    ("VoyageAIProvider", "voyageai", "voyage", (), ()),
    ("XaiProvider", "xai", "xai", (), ()),
    ("ZaiProvider", "zai", "zhipu", (), ("openai_client",)),
)
_TELLS = tuple(("provider", word, surface) for _, word, surface, _, _ in _PROVIDERS if word)
# Class, surface, what serves it.
_MODELS = (
    ("AnthropicModel", "anthropic", "messages"),
    ("BedrockConverseModel", "bedrock", "chat"),
    ("BedrockEmbeddingModel", "bedrock", "embedding"),
    ("BedrockMantleChatModel", "bedrock", "chat"),
    ("BedrockMantleResponsesModel", "bedrock", "chat"),
    ("CerebrasModel", "cerebras", "chat.completions"),
    ("CohereEmbeddingModel", "cohere", "embed"),
    ("CohereModel", "cohere", "chat"),
    ("GeminiModel", "gemini", "chat"),
    ("GitHubCopilotModel", "github-copilot", "chat"),
    ("GoogleEmbeddingModel", "gemini", "embedding"),
    ("GoogleModel", "gemini", "chat"),
    ("GroqModel", "groq", "chat.completions"),
    ("HuggingFaceModel", "huggingface", "chat"),
    ("MistralModel", "mistral", "chat.completions"),
    ("OllamaModel", "local", "chat"),
    ("OpenAIChatModel", "openai", "chat.completions"),
    ("OpenAIDecisionsModel", "openai", "decisions"),
    ("OpenAIEmbeddingModel", "openai", "embeddings"),
    ("OpenAIImageGenerationModel", "openai", "image"),
    ("OpenAIModel", "openai", "chat.completions"),
    ("OpenAIRealtimeModel", "openai", "realtime"),
    ("OpenAIResponsesModel", "openai", "responses"),
    ("OpenRouterModel", "openrouter", "chat"),
    ("SnowflakeModel", "snowflake", "chat"),
    ("VertexAIModel", "vertex", "chat"),
    ("VoyageAIEmbeddingModel", "voyage", "embeddings"),
    ("XaiModel", "xai", "chat"),
    ("ZaiModel", "zhipu", "chat"),
)
# Before there were providers, models were given the client or its address.
_CLIENTS = ("provider", "openai_client", "anthropic_client", "groq_client")
_RUNS = ("run", "run_sync", "run_stream", "run_stream_sync", "run_stream_events", "iter", "override")
_DIRECT = ("model_request", "model_request_sync", "model_request_stream", "model_request_stream_sync")

FRAMEWORK = Framework(
    name="pydantic-ai",
    modules=("pydantic_ai",),
    keywords=("pydantic_ai",),
    clients=(
        Client(name="Agent", module="pydantic_ai", surface=None, arguments=("model",), position=0, endpoint="chat"),
        Client(name="Embedder", module="pydantic_ai", surface=None, arguments=("model",), position=0,
               endpoint="embedding"),
        Client(name="ImageGenerator", module="pydantic_ai", surface=None, arguments=("model",), position=0,
               endpoint="image"),
        Client(name="FallbackModel", module="pydantic_ai", surface=None, arguments=("default_model",), position=0,
               endpoint="chat"),
        *(
            Client(name=name, module="pydantic_ai", surface=surface, arguments=("model_name",), position=0,
                   endpoint=endpoint, base_url=("base_url",), tells=_TELLS, through=_CLIENTS)
            for name, surface, endpoint in _MODELS
        ),
        Client(name="GoogleProvider", module="pydantic_ai", surface="gemini", base_url=("base_url",),
               tells=(("vertexai", "True", "vertex"), ("vertexai", "False", "gemini"), ("project", "", "vertex"),
                      ("location", "", "vertex"), ("credentials", "", "vertex")),
               through=("client",)),
        *(
            Client(name=name, module="pydantic_ai", surface=surface, base_url=urls, through=clients)
            for name, _, surface, urls, clients in _PROVIDERS
        ),
    ),
    calls=tuple(ModelCall(path=path, endpoint="chat") for path in _RUNS),
    functions=(
        *(ModelCall(path=f"pydantic_ai.direct.{name}", position=0, endpoint="chat") for name in _DIRECT),
        ModelCall(path="pydantic_ai.models.infer_model", position=0, endpoint="chat"),
        ModelCall(path="pydantic_ai.embeddings.infer_embedding_model", position=0, endpoint="embedding"),
    ),
    examples=(
        CallExample(
            code="from pydantic_ai import Agent\nagent = Agent('openai:gpt-next')",
            id="openai:gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from pydantic_ai import Agent\nagent = Agent('openai:text-embedding-3-small')",
            id="openai:text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from pydantic_ai import Agent\nagent = Agent(pick())",
            id="pick()", surface=None, endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="from pydantic_ai import Agent\nagent = Agent()\nagent.run_sync('Hello', model='groq:llama-9')",
            id="groq:llama-9", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from pydantic_ai.models.openai import OpenAIChatModel\nmodel = OpenAIChatModel('gpt-next')",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="from pydantic_ai.models.openai import OpenAIChatModel\nmodel = OpenAIChatModel('o3-pro')",
            id="o3-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="from pydantic_ai.models.openai import OpenAIResponsesModel\nmodel = OpenAIResponsesModel('o3-pro')",
            id="o3-pro", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="from pydantic_ai.models.openai import OpenAIChatModel\n"
            "model = OpenAIChatModel('prod-chat', provider='azure')",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="from pydantic_ai.models.openai import OpenAIModel\n"
            "from pydantic_ai.providers.openai import OpenAIProvider\n"
            "provider = OpenAIProvider(base_url='https://openrouter.ai/api/v1')\n"
            "model = OpenAIModel('meta/llama-9', provider=provider)",
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="from openai import AsyncAzureOpenAI\n"
            "from pydantic_ai.models.openai import OpenAIModel\n"
            "from pydantic_ai.providers.openai import OpenAIProvider\n"
            "client = AsyncAzureOpenAI(api_version='2024-10-21')\n"
            "model = OpenAIModel('prod-chat', provider=OpenAIProvider(openai_client=client))",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="from pydantic_ai.models.google import GoogleModel\n"
            "from pydantic_ai.providers.google import GoogleProvider\n"
            "model = GoogleModel('gemini-next', provider=GoogleProvider(vertexai=True))",
            id="gemini-next", surface="vertex", endpoint="chat",
        ),
        CallExample(
            code="from pydantic_ai import Embedder\nembedder = Embedder('openai:vectors-9')",
            id="openai:vectors-9", surface=None, endpoint="embedding",
        ),
    ),
)  # fmt: skip
