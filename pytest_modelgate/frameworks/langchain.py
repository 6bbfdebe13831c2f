"""LangChain's chat models, text models and embeddings, its factories and LangGraph's agents."""

from __future__ import annotations

from pytest_modelgate.kinds import OTHER_HOST, CallExample, Client, Framework, ModelCall

_MODEL = ("model", "model_name")
_DEPLOYMENT = ("azure_deployment", "deployment_name")
_BY_TYPE = (("openai_api_type", "azure", "azure"), ("openai_api_type", "azure_ad", "azure"))
_TO_VERTEX = (("vertexai", "True", "vertex"), ("vertexai", "False", "gemini"), ("project", "", "vertex"))
_PROVIDERS = {
    "anthropic": "anthropic",
    "anthropic_bedrock": "bedrock",
    "azure_ai": "azure",
    "azure_openai": "azure",
    "baseten": "baseten",
    "bedrock": "bedrock",
    "bedrock_converse": "bedrock",
    "bedrock_mantle_anthropic": "bedrock",
    "bedrock_mantle_openai": "bedrock",
    "cohere": "cohere",
    "deepseek": "deepseek",
    "fireworks": "fireworks",
    "google_anthropic_vertex": "vertex",
    "google_genai": "gemini",
    "google_vertexai": "vertex",
    "groq": "groq",
    "huggingface": "huggingface",
    "ibm": "watsonx",
    "meta": OTHER_HOST,
    "mistralai": "mistral",
    "nvidia": "nvidia-nim",
    "ollama": "local",
    "openai": "openai",
    "openrouter": "openrouter",
    "perplexity": "perplexity",
    "together": "together",
    "upstage": OTHER_HOST,
    "xai": "xai",
}
"""What the factories call a provider, and the surface that it is."""
_OPENAI_URLS = ("base_url", "openai_api_base")
_OPENAI, _ANTHROPIC = "https://api.openai.com/v1", "https://api.anthropic.com"
_VERTEX_CHAT = ("ChatVertexAI", "ChatAnthropicVertex", "VertexModelGardenLlama", "VertexModelGardenMistral")
_BEDROCK_CHAT = ("ChatBedrock", "ChatBedrockConverse", "BedrockChat", "ChatAnthropicBedrock")
# Class, surface, and the arguments that send it to another host.
_CHATS: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("ChatAI21", "ai21", ("api_host",)),
    ("ChatAnyscale", OTHER_HOST, ()),
    ("ChatBaseten", "baseten", ("base_url", "model_url")),
    ("ChatCerebras", "cerebras", ("base_url",)),
    ("ChatCloudflareWorkersAI", "cloudflare-workers-ai", ("base_url",)),
    ("ChatCohere", "cohere", ("base_url",)),
    ("ChatDeepInfra", "deepinfra", ("url",)),
    ("ChatDeepSeek", "deepseek", ("base_url", "api_base")),
    ("ChatFireworks", "fireworks", ("base_url", "fireworks_api_base")),
    ("ChatGroq", "groq", ("base_url", "groq_api_base")),
    ("ChatLiteLLM", None, ("api_base",)),
    ("ChatMistralAI", "mistral", ("base_url", "endpoint")),
    ("ChatNVIDIA", "nvidia-nim", ("base_url",)),
    ("ChatNVIDIADynamo", "nvidia-nim", ("base_url",)),
    ("ChatOllama", "local", ("base_url",)),
    ("ChatOpenRouter", "openrouter", ("base_url",)),
    ("ChatPerplexity", "perplexity", ("base_url",)),
    ("ChatSambaNova", "sambanova", ("base_url",)),
    ("ChatSambaNovaCloud", "sambanova", ("sambanova_url",)),
    ("ChatSnowflakeCortex", "snowflake", ()),
    ("ChatTogether", "together", ("base_url", "together_api_base")),
    ("ChatTongyi", "qwen", ()),
    ("ChatWatsonx", "watsonx", ()),
    ("ChatXAI", "xai", ("base_url", "xai_api_base")),
    ("ChatZhipuAI", "zhipu", ("api_base", "zhipuai_api_base")),
    ("MoonshotChat", "moonshot", ("base_url",)),
)
_EMBEDDINGS = (
    ("BedrockEmbeddings", "bedrock", ()),
    ("CloudflareWorkersAIEmbeddings", "cloudflare-workers-ai", ("api_base_url",)),
    ("CohereEmbeddings", "cohere", ("base_url",)),
    ("DashScopeEmbeddings", "qwen", ()),
    ("DeepInfraEmbeddings", "deepinfra", ()),
    ("FastEmbedEmbeddings", "local", ()),
    ("FireworksEmbeddings", "fireworks", ()),
    ("HuggingFaceBgeEmbeddings", "huggingface", ()),
    ("HuggingFaceEmbeddings", "huggingface", ()),
    ("HuggingFaceEndpointEmbeddings", "huggingface", ()),
    ("HuggingFaceHubEmbeddings", "huggingface", ()),
    ("HuggingFaceInferenceAPIEmbeddings", "huggingface", ()),
    ("HuggingFaceInstructEmbeddings", "huggingface", ()),
    ("MistralAIEmbeddings", "mistral", ("endpoint",)),
    ("NVIDIAEmbeddings", "nvidia-nim", ("base_url",)),
    ("OllamaEmbeddings", "local", ("base_url",)),
    ("PerplexityEmbeddings", "perplexity", ()),
    ("SentenceTransformerEmbeddings", "huggingface", ()),
    ("TogetherEmbeddings", "together", ("base_url", "together_api_base")),
    ("VertexAIEmbeddings", "vertex", ()),
    ("VoyageAIEmbeddings", "voyage", ("base_url",)),
    ("VoyageEmbeddings", "voyage", ("voyage_api_base",)),
    ("ZhipuAIEmbeddings", "zhipu", ()),
)
_RERANKERS = (
    ("CohereRerank", "cohere", ("base_url",)),
    ("FireworksRerank", "fireworks", ("base_url",)),
    ("NVIDIARerank", "nvidia-nim", ("base_url",)),
    ("VoyageAIRerank", "voyage", ()),
)
# What hosts of open models serve as text, they serve as chat as well, so that any of their models fits.
_TEXTS = (
    ("AI21", "ai21", ("base_url",)),
    ("AnthropicLLM", "anthropic", ("base_url", "anthropic_api_url")),
    ("BedrockLLM", "bedrock", ("endpoint_url",)),
    ("CloudflareWorkersAI", "cloudflare-workers-ai", ("base_url",)),
    ("Cohere", "cohere", ("base_url",)),
    ("DeepInfra", "deepinfra", ()),
    ("Fireworks", "fireworks", ("base_url",)),
    ("GoogleGenerativeAI", "gemini", ("base_url",)),
    ("HuggingFaceEndpoint", "huggingface", ("endpoint_url", "inference_server_url")),
    ("HuggingFacePipeline", "huggingface", ()),
    ("Moonshot", "moonshot", ()),
    ("NVIDIA", "nvidia-nim", ("base_url",)),
    ("Ollama", "local", ("base_url",)),
    ("OllamaLLM", "local", ("base_url",)),
    ("Replicate", "replicate", ()),
    ("Together", "together", ("base_url",)),
    ("Tongyi", "qwen", ()),
    ("VertexAI", "vertex", ("api_endpoint", "base_url")),
    ("VLLMOpenAI", "local", _OPENAI_URLS),
    ("WatsonxLLM", "watsonx", ()),
)
_KINDS = ((_CHATS, "chat"), (_EMBEDDINGS, "embedding"), (_RERANKERS, "rerank"), (_TEXTS, None))

FRAMEWORK = Framework(
    name="langchain",
    modules=(
        "deepagents", "langchain", "langchain_ai21", "langchain_anthropic", "langchain_aws", "langchain_azure_ai",
        "langchain_baseten", "langchain_cerebras", "langchain_classic", "langchain_cohere", "langchain_community",
        "langchain_core", "langchain_deepseek", "langchain_fireworks", "langchain_google_genai",
        "langchain_google_vertexai", "langchain_groq", "langchain_huggingface", "langchain_ibm", "langchain_litellm",
        "langchain_mistralai", "langchain_nvidia_ai_endpoints", "langchain_ollama", "langchain_openai",
        "langchain_openrouter", "langchain_perplexity", "langchain_sambanova", "langchain_together",
        "langchain_voyageai", "langchain_xai", "langgraph",
    ),
    keywords=("langchain", "langgraph", "deepagents"),
    clients=(
        *(
            Client(name=name, surface="openai", arguments=_MODEL, endpoint="chat", base=_OPENAI,
                   base_url=_OPENAI_URLS, tells=_BY_TYPE, key="api_key")
            for name in ("ChatOpenAI", "OpenAIChat")
        ),
        # Before it had a package of its own, it made itself a chat model where it was given one.
        Client(name="OpenAI", module="langchain_openai", surface="openai", arguments=_MODEL, endpoint="completions",
               base=_OPENAI, base_url=_OPENAI_URLS, key="api_key"),
        *(
            Client(name="OpenAI", module=module, surface="openai", arguments=_MODEL, base=_OPENAI,
                   base_url=_OPENAI_URLS, tells=_BY_TYPE)
            for module in ("langchain.", "langchain_classic", "langchain_community")
        ),
        Client(name="OpenAIEmbeddings", surface="openai", arguments=("model", "deployment"), endpoint="embeddings",
               base=_OPENAI, base_url=_OPENAI_URLS, tells=_BY_TYPE, key="api_key"),
        Client(name="OpenAIModerationMiddleware", surface="openai", arguments=("model",), endpoint="moderations"),
        Client(name="OpenAIModerationChain", surface="openai", arguments=_MODEL, endpoint="moderations"),
        *(
            Client(name=name, surface="openai", arguments=("model",), endpoint="decisions", base_url=("base_url",))
            for name in ("OpenAIDecisions", "OpenAIAutoModeMiddleware", "OpenAIModelRouterMiddleware")
        ),
        Client(name="DallEAPIWrapper", surface="openai", arguments=_MODEL, endpoint="images.generations",
               base_url=_OPENAI_URLS),
        Client(name="OpenAIWhisperParser", surface="openai", arguments=("model",), endpoint="audio.transcriptions",
               base_url=("base_url",)),
        Client(name="OpenAIAssistantRunnable", surface="openai"),
        Client(name="ChatAnthropic", surface="anthropic", arguments=_MODEL, endpoint="messages", base=_ANTHROPIC,
               base_url=("base_url", "anthropic_api_url"), key="api_key"),
        Client(name="Anthropic", surface="anthropic", arguments=_MODEL, base_url=("anthropic_api_url",)),
        Client(name="ChatGoogleGenerativeAI", surface="gemini", arguments=_MODEL, endpoint="chat", tells=_TO_VERTEX,
               base_url=("base_url",)),
        Client(name="GoogleGenerativeAIEmbeddings", surface="gemini", arguments=_MODEL, endpoint="embedding",
               tells=_TO_VERTEX, base_url=("base_url",)),
        *(Client(name=name, surface="gemini", arguments=_MODEL) for name in ("GooglePalm", "ChatGooglePalm")),
        Client(name="AzureChatOpenAI", surface="azure", arguments=(*_MODEL, *_DEPLOYMENT), endpoint="chat"),
        Client(name="AzureOpenAI", surface="azure", arguments=(*_MODEL, *_DEPLOYMENT)),
        Client(name="AzureOpenAIEmbeddings", surface="azure", arguments=("model", "azure_deployment", "deployment"),
               endpoint="embeddings"),
        *(
            Client(name=name, surface="azure", arguments=_MODEL, endpoint="chat")
            for name in ("AzureAIChatCompletionsModel", "AzureAIOpenAIApiChatModel")
        ),
        *(
            Client(name=name, surface="vertex", arguments=("model_name", "model"), endpoint="chat")
            for name in _VERTEX_CHAT
        ),
        *(
            Client(name=name, surface="bedrock", arguments=("model", "model_id"), endpoint="chat")
            for name in (*_BEDROCK_CHAT, "ChatAnthropicMantle", "ChatOpenAIMantle")
        ),
        Client(name="ChatBedrockNovaSonic", surface="bedrock", arguments=("model", "model_id"), endpoint="realtime"),
        *(
            Client(name=name, surface=surface, arguments=(*_MODEL, "model_id"), endpoint=endpoint, base_url=urls)
            for kind, endpoint in _KINDS
            for name, surface, urls in kind
        ),
        *(
            Client(name=name, surface=None, arguments=("model",), position=0, endpoint=endpoint,
                   base_url=("base_url",), tells=tuple((argument, *pair) for pair in _PROVIDERS.items()))
            for name, argument, endpoint in (
                ("init_chat_model", "model_provider", "chat"), ("init_embeddings", "provider", "embedding"),
            )
        ),
        *(
            Client(name=name, surface=None, arguments=("model",), position=0, endpoint="chat")
            for name in ("create_agent", "create_react_agent", "create_deep_agent", "SummarizationMiddleware",
                         "LLMToolSelectorMiddleware", "LLMToolEmulator", "ModelChoice")
        ),
        Client(name="ModelFallbackMiddleware", surface=None, arguments=("first_model",), position=0, endpoint="chat"),
    ),
    calls=(
        ModelCall(path="create_assistant", position=3, endpoint="assistants", surface="openai"),
        ModelCall(path="acreate_assistant", position=3, endpoint="assistants", surface="openai"),
        ModelCall(path="bind", endpoint="chat"),
        ModelCall(path="with_config", argument="configurable", key="model", endpoint="chat"),
        ModelCall(path="with_config", argument="config", position=0, key="model", endpoint="chat"),
        ModelCall(path="with_config", argument="config", position=0, key="configurable.model", endpoint="chat"),
        *(
            ModelCall(path=path, argument="config", position=1, key="configurable.model", endpoint="chat")
            for path in ("invoke", "ainvoke", "stream", "astream")
        ),
    ),
    examples=(
        CallExample(
            code="from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model='gpt-next')",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="from langchain.chat_models import ChatOpenAI as Chat\n"
            "llm = Chat(model_name='gpt-next', openai_api_base='https://openrouter.ai/api/v1')",
            id="gpt-next", surface="openrouter", endpoint="chat",
        ),
        CallExample(
            code="from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model='text-embedding-3-small')",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from langchain_openai import OpenAIEmbeddings\nvectors = OpenAIEmbeddings(model='gpt-4o')",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="from langchain_openai import OpenAI\nllm = OpenAI(model='gpt-5.4')",
            id="gpt-5.4", surface="openai", endpoint="completions", wrong=True,
        ),
        CallExample(
            code="from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model=pick())",
            id="pick()", surface="openai", endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="from langchain_anthropic import ChatAnthropic\nllm = ChatAnthropic(model_name='claude-next')",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="from langchain_openai import AzureChatOpenAI\nllm = AzureChatOpenAI(azure_deployment='gpt-4')",
            id="gpt-4", surface="azure", endpoint="chat",
        ),
        CallExample(
            code="from langchain_google_genai import ChatGoogleGenerativeAI\n"
            "llm = ChatGoogleGenerativeAI(model='gemini-next', vertexai=True)",
            id="gemini-next", surface="vertex", endpoint="chat",
        ),
        CallExample(
            code="from langchain_aws import ChatBedrockConverse\nChatBedrockConverse(model_id=f'{region}.{name}')",
            id="f'{region}.{name}'", surface="bedrock", endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="from langchain_google_vertexai import VertexAIEmbeddings\n"
            "vectors = VertexAIEmbeddings(model_name='gemini-next')",
            id="gemini-next", surface="vertex", endpoint="embedding",
        ),
        CallExample(
            code="from langchain.chat_models import init_chat_model\nllm = init_chat_model('anthropic:claude-next')",
            id="anthropic:claude-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from langchain.chat_models import init_chat_model\n"
            "llm = init_chat_model('claude-next', model_provider='bedrock')",
            id="claude-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="from langchain.chat_models import init_chat_model\nllm = init_chat_model(temperature=0)\n"
            "llm.invoke('Hello', config={'configurable': {'model': 'anthropic:claude-next'}})",
            id="anthropic:claude-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from langchain.embeddings import init_embeddings\nvectors = init_embeddings('openai:vectors-9')",
            id="openai:vectors-9", surface=None, endpoint="embedding",
        ),
        CallExample(
            code="from langchain.agents import create_agent\nagent = create_agent('openai:gpt-next', tools=[])",
            id="openai:gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from langgraph.prebuilt import create_react_agent\nagent = create_react_agent('groq:llama-9', [])",
            id="groq:llama-9", surface=None, endpoint="chat",
        ),
    ),
)  # fmt: skip
