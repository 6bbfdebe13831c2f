"""LangChain for JavaScript: its chat models, text models and embeddings, its factory and its agents."""

from __future__ import annotations

from pytest_modelgate.kinds import OTHER_HOST, CallExample, Client, Framework, ModelCall

_MODEL = ("model", "modelName")
_OPENAI = "https://api.openai.com/v1"
_OPENAI_URLS = ("configuration.baseURL", "configuration.basePath", "basePath")
_AZURE = tuple(
    (f"azureOpenAI{name}", "", "azure")
    for name in ("ApiDeploymentName", "ApiInstanceName", "Endpoint", "BasePath", "ApiKey")
)
_DEPLOYMENT = ("azureOpenAIApiDeploymentName", "deploymentName")
_GOOGLE = (
    ("platformType", "gcp", "vertex"),
    ("platformType", "gai", "gemini"),
    ("vertexai", "true", "vertex"),
    ("apiKey", "", "gemini"),
)
# Class, surface, and the arguments that send it to another host.
_CHATS: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("BedrockChat", "bedrock", ("endpointUrl",)),
    ("ChatAlibabaTongyi", "qwen", ()),
    ("ChatAnthropic", "anthropic", ("anthropicApiUrl", "apiUrl", "clientOptions.baseURL")),
    ("ChatBedrockConverse", "bedrock", ("endpointHost",)),
    ("ChatCerebras", "cerebras", ()),
    ("ChatCloudflareWorkersAI", "cloudflare-workers-ai", ("baseUrl",)),
    ("ChatCohere", "cohere", ()),
    ("ChatDeepInfra", "deepinfra", ()),
    ("ChatDeepSeek", "deepseek", ("configuration.baseURL",)),
    ("ChatFireworks", "fireworks", ("configuration.baseURL",)),
    ("ChatFriendli", OTHER_HOST, ()),
    ("ChatGoogleGenerativeAI", "gemini", ("baseUrl",)),
    ("ChatGoogleVertexAI", "vertex", ("endpoint",)),
    ("ChatGroq", "groq", ("baseUrl",)),
    ("ChatMinimax", OTHER_HOST, ()),
    ("ChatMistralAI", "mistral", ("serverURL", "endpoint")),
    ("ChatMoonshot", "moonshot", ()),
    ("ChatNovitaAI", "novita", ("configuration.baseURL",)),
    ("ChatOllama", "local", ("baseUrl",)),
    ("ChatOpenRouter", "openrouter", ("baseURL",)),
    ("ChatPerplexity", "perplexity", ()),
    ("ChatTogetherAI", "together", ("configuration.baseURL",)),
    ("ChatWatsonx", "watsonx", ()),
    ("ChatXAI", "xai", ("baseURL",)),
    ("ChatXAIResponses", "xai", ("baseURL",)),
    ("ChatZhipuAI", "zhipu", ()),
)
_EMBEDDINGS = (
    ("AlibabaTongyiEmbeddings", "qwen", ()),
    ("BedrockEmbeddings", "bedrock", ()),
    ("CloudflareWorkersAIEmbeddings", "cloudflare-workers-ai", ()),
    ("CohereEmbeddings", "cohere", ()),
    ("DeepInfraEmbeddings", "deepinfra", ()),
    ("FireworksEmbeddings", "fireworks", ("basePath",)),
    ("GoogleGenerativeAIEmbeddings", "gemini", ("baseUrl",)),
    ("GoogleVertexAIEmbeddings", "vertex", ()),
    ("HuggingFaceInferenceEmbeddings", "huggingface", ("endpointUrl",)),
    ("HuggingFaceTransformersEmbeddings", "local", ()),
    ("JinaEmbeddings", OTHER_HOST, ()),
    ("MistralAIEmbeddings", "mistral", ("serverURL", "endpoint")),
    ("OllamaEmbeddings", "local", ("baseUrl",)),
    ("TogetherAIEmbeddings", "together", ()),
    ("VertexAIEmbeddings", "vertex", ()),
    ("VoyageEmbeddings", "voyage", ("basePath",)),
    ("ZhipuAIEmbeddings", "zhipu", ()),
)
# What hosts of open models serve as text, they serve as chat as well, so that any of their models fits.
_TEXTS = (
    ("AI21", "ai21", ("baseUrl",)),
    ("Bedrock", "bedrock", ("endpointUrl",)),
    ("CloudflareWorkersAI", "cloudflare-workers-ai", ("baseUrl",)),
    ("Cohere", "cohere", ()),
    ("DeepInfraLLM", "deepinfra", ()),
    ("GoogleVertexAI", "vertex", ("endpoint",)),
    ("HuggingFaceInference", "huggingface", ("endpointUrl",)),
    ("MistralAI", "mistral", ("serverURL", "endpoint")),
    ("Ollama", "local", ("baseUrl",)),
    ("Replicate", "replicate", ()),
    ("TogetherAI", "together", ()),
    ("VertexAI", "vertex", ("endpoint",)),
)
_PROVIDERS = {
    "anthropic": "anthropic",
    "aws": "bedrock",
    "azure_openai": "azure",
    "bedrock": "bedrock",
    "cerebras": "cerebras",
    "cohere": "cohere",
    "deepseek": "deepseek",
    "fireworks": "fireworks",
    "google-genai": "gemini",
    "google-vertexai": "vertex",
    "google-vertexai-web": "vertex",
    "groq": "groq",
    "mistral": "mistral",
    "mistralai": "mistral",
    "ollama": "local",
    "openai": "openai",
    "perplexity": "perplexity",
    "together": "together",
    "xai": "xai",
}
"""What the factory calls a provider, and the surface that it is."""
_KINDS = ((_CHATS, "chat"), (_EMBEDDINGS, "embedding"), (_TEXTS, None))

FRAMEWORK = Framework(
    name="javascript-langchain",
    language="javascript",
    modules=("@langchain", "langchain", "deepagents"),
    keywords=("langchain", "deepagents"),
    clients=(
        Client(name="ChatOpenAI", surface="openai", arguments=(*_MODEL, *_DEPLOYMENT), position=0, endpoint="chat",
               base=_OPENAI, base_url=_OPENAI_URLS, tells=_AZURE, key="apiKey"),
        Client(name="ChatOpenAICompletions", surface="openai", arguments=_MODEL, position=0,
               endpoint="chat.completions", base=_OPENAI, base_url=_OPENAI_URLS, key="apiKey"),
        Client(name="ChatOpenAIResponses", surface="openai", arguments=_MODEL, position=0, endpoint="responses",
               base=_OPENAI, base_url=_OPENAI_URLS, key="apiKey"),
        Client(name="OpenAIChat", surface="openai", arguments=_MODEL, endpoint="chat", base=_OPENAI,
               base_url=_OPENAI_URLS, tells=_AZURE),
        # Before it had a package of its own, it made itself a chat model where it was given one.
        *(
            Client(name="OpenAI", module=module, surface="openai", arguments=(*_MODEL, *_DEPLOYMENT),
                   endpoint=endpoint, base=_OPENAI, base_url=_OPENAI_URLS, tells=_AZURE)
            for module, endpoint in (("@langchain/openai", "completions"), ("langchain", None))
        ),
        Client(name="OpenAIEmbeddings", surface="openai",
               arguments=(*_MODEL, "azureOpenAIApiEmbeddingsDeploymentName", *_DEPLOYMENT), endpoint="embeddings",
               base=_OPENAI, base_url=_OPENAI_URLS, tells=_AZURE),
        Client(name="DallEAPIWrapper", surface="openai", arguments=_MODEL, endpoint="images.generations",
               base_url=("baseUrl",)),
        *(
            Client(name=name, surface="azure", arguments=(*_MODEL, *_DEPLOYMENT), endpoint=endpoint)
            for name, endpoint in (("AzureChatOpenAI", "chat"), ("AzureOpenAI", None))
        ),
        Client(name="AzureOpenAIEmbeddings", surface="azure",
               arguments=(*_MODEL, "azureOpenAIApiEmbeddingsDeploymentName", *_DEPLOYMENT), endpoint="embeddings"),
        Client(name="ChatVertexAI", surface="vertex", arguments=_MODEL, position=0, endpoint="chat",
               base_url=("endpoint",), tells=_GOOGLE[:2]),
        Client(name="ChatGoogle", surface=None, arguments=_MODEL, position=0, endpoint="chat", tells=_GOOGLE),
        Client(name="CohereRerank", surface="cohere", arguments=("model",), endpoint="rerank"),
        *(
            Client(name=name, surface=surface, arguments=_MODEL, position=0 if endpoint == "chat" else None,
                   endpoint=endpoint, base_url=urls)
            for kind, endpoint in _KINDS
            for name, surface, urls in kind
        ),
        Client(name="initChatModel", surface=None, arguments=("model",), position=0, endpoint="chat",
               base_url=("configuration.baseURL",),
               tells=tuple(("modelProvider", *pair) for pair in _PROVIDERS.items())),
        *(
            Client(name=name, surface=None, arguments=("model",), endpoint="chat")
            for name in ("createAgent", "createDeepAgent", "summarizationMiddleware", "llmToolSelectorMiddleware",
                         "toolEmulatorMiddleware")
        ),
        Client(name="modelFallbackMiddleware", surface=None, arguments=("fallbackModel",), position=0,
               endpoint="chat"),
    ),
    calls=(
        ModelCall(path="bind", endpoint="chat"),
        *(
            ModelCall(path=path, argument="configurable", key="model", endpoint="chat")
            for path in ("withConfig", "invoke", "stream")
        ),
    ),
    examples=(
        CallExample(
            code="import { ChatOpenAI } from '@langchain/openai'\n"
            "const llm = new ChatOpenAI({ model: 'gpt-next', temperature: 0 })",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="import { ChatOpenAI } from 'langchain/chat_models/openai'\n"
            "const llm = new ChatOpenAI({ modelName: 'meta/llama-9' }, { basePath: 'https://openrouter.ai/api/v1' })",
            id="meta/llama-9", surface="openrouter", endpoint="chat",
        ),
        CallExample(
            code="import { ChatOpenAI } from '@langchain/openai'\n"
            "const llm = new ChatOpenAI({ model: 'grok-next', configuration: { baseURL: 'https://api.x.ai/v1' } })",
            id="grok-next", surface="xai", endpoint="chat",
        ),
        CallExample(
            code="import { ChatOpenAI } from '@langchain/openai'\n"
            "new ChatOpenAI({ azureOpenAIApiKey: key, azureOpenAIApiDeploymentName: 'prod-chat' })",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
        CallExample(
            code="import { ChatAnthropic } from '@langchain/anthropic'\n"
            "const llm = new ChatAnthropic('claude-next')",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="import { ChatBedrockConverse } from '@langchain/aws'\n"
            "const llm = new ChatBedrockConverse({ region, model: 'my-profile' })",
            id="my-profile", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="import { initChatModel } from 'langchain/chat_models/universal'\n"
            "const llm = await initChatModel('claude-next', { modelProvider: 'bedrock', temperature: 0 })",
            id="claude-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="import { createAgent } from 'langchain'\n"
            "const agent = createAgent({ model: 'openai:gpt-next', tools: [] })",
            id="openai:gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import { ChatOpenAI } from '@langchain/openai'\n"
            "const llm = new ChatOpenAI({ model: 'text-embedding-3-small' })",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { OpenAIEmbeddings } from '@langchain/openai'\n"
            "const vectors = new OpenAIEmbeddings({ model: 'gpt-4o' })",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="import { ChatGroq } from '@langchain/groq'\n"
            "const llm = new ChatGroq({ model: pick(), apiKey })",
            id="pick()", surface="groq", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
