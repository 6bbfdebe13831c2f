"""LlamaIndex's model, embedding and reranker classes."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_OPENAI, _ANTHROPIC = "https://api.openai.com/v1", "https://api.anthropic.com"
_DEPLOYMENT = ("engine", "deployment_name", "azure_deployment", "deployment_id", "deployment")
_TO_VERTEX = (("vertexai_config", "", "vertex"),)
# Class, surface, the place of its model, the arguments that send it to another host.
_CHATS = (
    ("AI21", "ai21", 0, ("base_url",)),
    ("Cerebras", "cerebras", 0, ("api_base",)),
    ("Databricks", "databricks", 0, ("api_base",)),
    ("DeepInfraLLM", "deepinfra", 0, ("api_base",)),
    ("DeepSeek", "deepseek", 0, ("api_base",)),
    ("DashScope", "qwen", 0, ()),
    ("Gemini", "gemini", 1, ("api_base",)),
    ("GeminiMultiModal", "gemini", None, ("api_base",)),
    ("Groq", "groq", 0, ("api_base",)),
    ("LiteLLM", None, 0, ("api_base",)),
    ("NovitaAI", "novita", 0, ()),
    ("NVIDIA", "nvidia-nim", 0, ("base_url",)),
    ("Ollama", "local", 0, ("base_url",)),
    ("OpenRouter", "openrouter", 0, ("api_base",)),
    ("Perplexity", "perplexity", 0, ("api_base",)),
    ("SambaNovaCloud", "sambanova", None, ("sambanova_url",)),
    ("Vertex", "vertex", 0, ()),
    ("ZhipuAI", "zhipu", 0, ()),
    ("Bedrock", "bedrock", 0, ()),
    ("BedrockConverse", "bedrock", 0, ()),
    ("AnthropicMultiModal", "anthropic", None, ()),
)
# What they serve as text, they serve as chat as well.
_TEXTS = (
    ("Cohere", "cohere", 0, ("base_url",)),
    ("Fireworks", "fireworks", 0, ("api_base",)),
    ("HuggingFaceInferenceAPI", "huggingface", None, ()),
    ("HuggingFaceLLM", "huggingface", None, ()),
    ("OpenAILike", None, None, ("api_base",)),
    ("Replicate", "replicate", None, ()),
    ("TogetherLLM", "together", 0, ("api_base",)),
)
_EMBEDDINGS = (
    ("BedrockEmbedding", "bedrock", 0, ()),
    ("CohereEmbedding", "cohere", None, ("base_url",)),
    ("FireworksEmbedding", "fireworks", 0, ("api_base",)),
    ("GeminiEmbedding", "gemini", 0, ("api_base",)),
    ("HuggingFaceEmbedding", "huggingface", 0, ()),
    ("HuggingFaceInferenceAPIEmbedding", "huggingface", None, ()),
    ("LiteLLMEmbedding", None, None, ("api_base",)),
    ("MistralAIEmbedding", "mistral", 0, ()),
    ("NVIDIAEmbedding", "nvidia-nim", 0, ("base_url",)),
    ("OllamaEmbedding", "local", 0, ("base_url",)),
    ("OpenAILikeEmbedding", None, 0, ("api_base",)),
    ("TogetherEmbedding", "together", 0, ("api_base",)),
    ("VertexMultiModalEmbedding", "vertex", 0, ()),
    ("VertexTextEmbedding", "vertex", 0, ()),
    ("VoyageEmbedding", "voyage", 0, ()),
)
_RERANKERS = (("CohereRerank", "cohere", 1, ("base_url",)), ("VoyageAIRerank", "voyage", 0, ()))
_KINDS = ((_CHATS, "chat"), (_TEXTS, None), (_EMBEDDINGS, "embedding"), (_RERANKERS, "rerank"))

FRAMEWORK = Framework(
    name="llama-index",
    modules=("llama_index",),
    keywords=("llama_index",),
    clients=(
        Client(name="OpenAI", module="llama_index", surface="openai", arguments=("model",), position=0,
               endpoint="chat", base=_OPENAI, base_url=("api_base",), key="api_key"),
        Client(name="OpenAIMultiModal", surface="openai", arguments=("model",), endpoint="chat", base=_OPENAI,
               base_url=("api_base",), key="api_key"),
        Client(name="OpenAIResponses", surface="openai", arguments=("model",), position=0, endpoint="responses",
               base=_OPENAI, base_url=("api_base",), key="api_key"),
        Client(name="OpenAIEmbedding", surface="openai", arguments=("model", "model_name"), endpoint="embeddings",
               base=_OPENAI, base_url=("api_base",), key="api_key"),
        Client(name="AzureOpenAI", module="llama_index", surface="azure", arguments=("model", *_DEPLOYMENT),
               position=0, endpoint="chat"),
        Client(name="AzureOpenAIMultiModal", surface="azure", arguments=("model", *_DEPLOYMENT), endpoint="chat"),
        Client(name="AzureOpenAIEmbedding", surface="azure", endpoint="embeddings",
               arguments=("model", "model_name", "deployment_name", "azure_deployment")),
        Client(name="Anthropic", module="llama_index", surface="anthropic", arguments=("model",), position=0,
               endpoint="messages", base=_ANTHROPIC, base_url=("base_url",), key="api_key",
               tells=(("aws_region", "", "bedrock"), ("project_id", "", "vertex"))),
        Client(name="MistralAI", surface="mistral", arguments=("model",), position=0, endpoint="chat",
               base_url=("endpoint",), tells=(("azure_endpoint", "", "azure"),)),
        Client(name="GoogleGenAI", surface="gemini", arguments=("model",), position=0, endpoint="chat",
               tells=_TO_VERTEX),
        Client(name="GoogleGenAIEmbedding", surface="gemini", arguments=("model_name",), position=0,
               endpoint="embedding", tells=_TO_VERTEX),
        *(
            Client(name=name, module="llama_index", surface=surface, position=position, endpoint=endpoint,
                   arguments=("model", "model_name") if kind in (_CHATS, _RERANKERS) else ("model_name", "model"),
                   base_url=urls)
            for kind, endpoint in _KINDS
            for name, surface, position, urls in kind
        ),
    ),
    examples=(
        CallExample(
            code="from llama_index.llms.openai import OpenAI\nllm = OpenAI('gpt-next')",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="from llama_index.llms.openai import OpenAI\nllm = OpenAI(model='text-embedding-3-small')",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from llama_index.embeddings.openai import OpenAIEmbedding\nvectors = OpenAIEmbedding(model='gpt-4o')",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="from llama_index.llms.openai import OpenAI\nllm = OpenAI(model=pick())",
            id="pick()", surface="openai", endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="from llama_index.llms.openai import OpenAIResponses\nllm = OpenAIResponses(model='o3-pro')",
            id="o3-pro", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="from llama_index.llms.anthropic import Anthropic\nAnthropic(model='claude-next')",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="from llama_index.llms.anthropic import Anthropic\nAnthropic(model='my-profile', aws_region='there')",
            id="my-profile", surface="bedrock", endpoint="messages",
        ),
        CallExample(
            code="from llama_index.llms.azure_openai import AzureOpenAI\nllm = AzureOpenAI(engine='prod-chat')",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
        CallExample(
            code="from llama_index.llms.together import TogetherLLM\nllm = TogetherLLM(model='meta/llama-9')",
            id="meta/llama-9", surface="together", endpoint=None,
        ),
        CallExample(
            code="from llama_index.llms.google_genai import GoogleGenAI\n"
            "llm = GoogleGenAI(model='gemini-next', vertexai_config={'location': 'here'})",
            id="gemini-next", surface="vertex", endpoint="chat",
        ),
        CallExample(
            code="from llama_index.embeddings.voyageai import VoyageEmbedding\nVoyageEmbedding('voyage-next')",
            id="voyage-next", surface="voyage", endpoint="embedding",
        ),
    ),
)  # fmt: skip
