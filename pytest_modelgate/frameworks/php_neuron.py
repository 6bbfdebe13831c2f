"""Neuron for PHP: a class for each provider, made for one model."""

from __future__ import annotations

from pytest_modelgate.kinds import OTHER_HOST, CallExample, Client, Framework

_PROVIDERS = "NeuronAI\\Providers"
_EMBEDDINGS = "NeuronAI\\RAG\\Embeddings"
# Class, its place below the providers, whom it asks, and the place of its model.
_CHATS = (
    ("Anthropic", "Anthropic", "anthropic", 1),
    ("AzureOpenAI", "OpenAI", "azure", 2),
    ("BedrockRuntime", "AWS", "bedrock", 1),
    ("Cohere", "Cohere", "cohere", 1),
    ("DashScopeOpenAI", "Alibaba", "qwen", 1),
    ("Deepseek", "Deepseek", "deepseek", 1),
    ("Gemini", "Gemini", "gemini", 1),
    ("Grok", "XAI", "xai", 1),
    ("HuggingFace", "HuggingFace", "huggingface", 1),
    ("Mistral", "Mistral", "mistral", 1),
    ("Ollama", "Ollama", "local", 1),
    ("OpenAI", "OpenAI", "openai", 1),
    ("ZAI", "ZAI", "zhipu", 1),
)
_EMBEDDERS = (
    ("AwsBedrock", "bedrock", None),
    ("Cohere", "cohere", 1),
    ("Gemini", "gemini", 1),
    ("Mistral", "mistral", 1),
    ("Ollama", "local", 0),
    ("OpenAI", "openai", 1),
    ("Voyage", "voyage", 1),
)

FRAMEWORK = Framework(
    name="php-neuron",
    language="php",
    modules=("NeuronAI",),
    keywords=("neuronai",),
    clients=(
        *(
            Client(name=name, module=f"{_PROVIDERS}\\{folder}", surface=surface, arguments=("model",),
                   position=position, endpoint="chat")
            for name, folder, surface, position in _CHATS
        ),
        *(
            Client(name=f"{name}EmbeddingsProvider", module=_EMBEDDINGS, surface=surface, arguments=("model",),
                   position=position, endpoint="embedding")
            for name, surface, position in _EMBEDDERS
        ),
        Client(name="OpenAILike", module=_PROVIDERS, surface=OTHER_HOST, arguments=("model",), position=2,
               endpoint="chat", base_url=("baseUri",), places=("baseUri", "key", "model")),
    ),
    examples=(
        CallExample(
            code="<?php\nuse NeuronAI\\Agent;\nuse NeuronAI\\Providers\\Anthropic\\Anthropic;\n\n"
            "class Analyst extends Agent\n{\n    protected function provider(): AIProviderInterface\n    {\n"
            "        return new Anthropic(\n            key: 'ANTHROPIC_API_KEY',\n            model: 'claude-next',\n"
            "        );\n    }\n}",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="<?php\nuse NeuronAI\\Providers\\OpenAILike;\n\n"
            "new OpenAILike('https://openrouter.ai/api/v1', $key, 'meta/llama-9');",
            id="meta/llama-9", surface="openrouter", endpoint="chat",
        ),
        CallExample(
            code="<?php\nuse NeuronAI\\RAG\\Embeddings\\OpenAIEmbeddingsProvider;\n\n"
            "new OpenAIEmbeddingsProvider($key, 'gpt-4o-mini');",
            id="gpt-4o-mini", surface="openai", endpoint="embedding", wrong=True,
        ),
        CallExample(
            code="<?php\nuse NeuronAI\\Providers\\OpenAI\\OpenAI;\n\nnew OpenAI(key: $key, model: pick(1));",
            id="pick(1)", surface="openai", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
