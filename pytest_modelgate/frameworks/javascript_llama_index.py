"""LlamaIndex for JavaScript: its models and embeddings, as classes and as functions that make them."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

# Class, the function that makes one, surface, and what serves it.
_MODELS = (
    ("Anthropic", "anthropic", "anthropic", "chat"),
    ("Bedrock", "", "bedrock", "chat"),
    ("CohereRerank", "", "cohere", "rerank"),
    ("DeepInfra", "", "deepinfra", "chat"),
    ("DeepInfraEmbedding", "", "deepinfra", "embedding"),
    ("DeepSeekLLM", "deepseek", "deepseek", "chat"),
    ("FireworksEmbedding", "", "fireworks", "embedding"),
    ("FireworksLLM", "fireworks", "fireworks", "chat"),
    ("Gemini", "gemini", "gemini", "chat"),
    ("GeminiEmbedding", "", "gemini", "embedding"),
    ("Groq", "", "groq", "chat"),
    ("HuggingFaceInferenceAPI", "", "huggingface", "chat"),
    ("HuggingFaceInferenceAPIEmbedding", "", "huggingface", "embedding"),
    ("MistralAI", "mistral", "mistral", "chat"),
    ("MistralAIEmbedding", "", "mistral", "embedding"),
    ("Ollama", "ollama", "local", "chat"),
    ("OllamaEmbedding", "", "local", "embedding"),
    ("OpenAI", "openai", "openai", "chat.completions"),
    ("OpenAIEmbedding", "", "openai", "embeddings"),
    ("OpenAIResponses", "openaiResponses", "openai", "responses"),
    ("Perplexity", "perplexity", "perplexity", "chat"),
    ("ReplicateLLM", "", "replicate", "chat"),
    ("TogetherEmbedding", "", "together", "embedding"),
    ("TogetherLLM", "together", "together", "chat"),
    ("VoyageAIEmbedding", "", "voyage", "embedding"),
    ("XAILLM", "xai", "xai", "chat"),
)
_AZURE = (
    ("AzureOpenAI", "chat.completions"),
    ("AzureOpenAIEmbedding", "embeddings"),
    ("AzureOpenAIResponses", "responses"),
)
_TELLS = {"gemini": (("vertex", "", "vertex"),), "openai": (("azure", "", "azure"),)}
_PACKAGES = ("llamaindex", "@llamaindex")

FRAMEWORK = Framework(
    name="javascript-llama-index",
    language="javascript",
    modules=_PACKAGES,
    keywords=("llamaindex",),
    clients=(
        *(
            Client(name=name, module=module, surface=surface, arguments=("model",), endpoint=endpoint,
                   base_url=("baseURL", "baseUrl", "additionalSessionOptions.baseURL", "config.host"),
                   tells=_TELLS.get(surface, ()), key="apiKey")
            for cls, function, surface, endpoint in _MODELS
            for name in (cls, function)
            if name
            for module in _PACKAGES
        ),
        *(
            Client(name=name, module=module, surface="azure", arguments=("model", "deployment"), endpoint=endpoint)
            for name, endpoint in _AZURE
            for module in _PACKAGES
        ),
    ),
    examples=(
        CallExample(
            code="import { openai } from '@llamaindex/openai'\n"
            "import { Settings } from 'llamaindex'\n"
            "Settings.llm = openai({ model: 'gpt-next' })",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import { Anthropic } from 'llamaindex'\n"
            "const llm = new Anthropic({ model: 'claude-next' })",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="import { Ollama, OllamaEmbedding } from '@llamaindex/ollama'\n"
            "const vectors = new OllamaEmbedding({ model: 'llama9:8b' })",
            id="llama9:8b", surface="local", endpoint="embedding",
        ),
        CallExample(
            code="import { OpenAI } from '@llamaindex/openai'\n"
            "const llm = new OpenAI({ model: 'gpt-5.2-pro' })",
            id="gpt-5.2-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="import { OpenAIEmbedding } from 'llamaindex'\n"
            "const vectors = new OpenAIEmbedding({ model: pick() })",
            id="pick()", surface="openai", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
