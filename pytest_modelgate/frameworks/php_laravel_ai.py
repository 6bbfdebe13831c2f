"""Laravel's AI SDK: attributes of agents, and what a request says of its provider and model."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_LABS = (
    ("Anthropic", "anthropic", "anthropic"),
    ("Azure", "azure", "azure"),
    ("Cohere", "cohere", "cohere"),
    ("DeepSeek", "deepseek", "deepseek"),
    ("ElevenLabs", "eleven", "elevenlabs"),
    ("Gemini", "gemini", "gemini"),
    ("Groq", "groq", "groq"),
    ("Mistral", "mistral", "mistral"),
    ("Ollama", "ollama", "local"),
    ("OpenAI", "openai", "openai"),
    ("OpenRouter", "openrouter", "openrouter"),
    ("VoyageAI", "voyageai", "voyage"),
    ("xAI", "xai", "xai"),
)
_TELLS = tuple(("provider", spelled, surface) for case, name, surface in _LABS for spelled in (f"Lab::{case}", name))
# Each call with the place of its provider, behind which its model stands.
_ASKS = {"prompt": 2, "stream": 2, "generate": 0, "queue": 0, "rerank": 1}

FRAMEWORK = Framework(
    name="php-laravel-ai",
    language="php",
    modules=("Laravel\\Ai",),
    keywords=("laravel\\ai",),
    clients=(
        Client(name="Model", module="Laravel\\Ai\\Attributes", surface=None, arguments=("value",), position=0,
               endpoint="chat"),
        *(
            Client(name=name, surface=None, arguments=("model",), position=place + 1, tells=_TELLS,
                   places=(*("_" * place), "provider", "model"))
            for name, place in _ASKS.items()
        ),
    ),
    examples=(
        CallExample(
            code="<?php\nuse Laravel\\Ai\\Attributes\\Model;\nuse Laravel\\Ai\\Contracts\\Agent;\n\n"
            "#[Model('my-model-1')]\nclass Coach implements Agent {}",
            id="my-model-1", endpoint="chat",
        ),
        CallExample(
            code="<?php\nuse Laravel\\Ai\\Enums\\Lab;\n\n"
            "(new Coach())->prompt('Hello', provider: Lab::Anthropic, model: 'claude-next');",
            id="claude-next", surface="anthropic",
        ),
        CallExample(
            code="<?php\nuse Laravel\\Ai\\Image;\n\nImage::of('A cat')->generate('gemini', 'my-model-1');",
            id="my-model-1", surface="gemini",
        ),
        CallExample(
            code="<?php\nuse Laravel\\Ai\\Image;\n\nImage::of('A cat')->generate(provider: 'openai', model: pick(1));",
            id="pick(1)", surface="openai", dynamic=True,
        ),
    ),
)  # fmt: skip
