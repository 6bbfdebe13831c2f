"""Prism for Laravel: a request says which provider is asked, and for which model."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_PROVIDERS = (
    ("Anthropic", "anthropic", "anthropic"),
    ("DeepSeek", "deepseek", "deepseek"),
    ("Ollama", "ollama", "local"),
    ("OpenAI", "openai", "openai"),
    ("OpenRouter", "openrouter", "openrouter"),
    ("Mistral", "mistral", "mistral"),
    ("Groq", "groq", "groq"),
    ("XAI", "xai", "xai"),
    ("Gemini", "gemini", "gemini"),
    ("VoyageAI", "voyageai", "voyage"),
    ("ElevenLabs", "elevenlabs", "elevenlabs"),
    ("Perplexity", "perplexity", "perplexity"),
    ("Z", "z", "zhipu"),
)

FRAMEWORK = Framework(
    name="php-prism",
    language="php",
    modules=("Prism\\Prism", "EchoLabs\\Prism"),
    keywords=("prism",),
    clients=(
        Client(
            name="using", surface=None, arguments=("model",), position=1, places=("provider", "model"),
            tells=tuple(
                ("provider", spelled, surface)
                for case, name, surface in _PROVIDERS
                for spelled in (f"Provider::{case}", f"ProviderEnum::{case}", name)
            ),
        ),
    ),
    examples=(
        CallExample(
            code="<?php\nuse Prism\\Prism\\Enums\\Provider;\nuse Prism\\Prism\\Facades\\Prism;\n\n"
            "$response = Prism::text()\n    ->using(Provider::Anthropic, 'claude-next')\n"
            "    ->withPrompt('Hello')\n    ->asText();",
            id="claude-next", surface="anthropic",
        ),
        CallExample(
            code="<?php\nuse Prism\\Prism\\Prism;\n\n"
            "Prism::embeddings()->using('openai', 'my-model-1')->fromInput('Hello')->asEmbeddings();",
            id="my-model-1", surface="openai",
        ),
        CallExample(
            code="<?php\nuse Prism\\Prism\\Prism;\n\nPrism::text()->using('house', pick(1))->asText();",
            id="pick(1)", dynamic=True,
        ),
    ),
)  # fmt: skip
