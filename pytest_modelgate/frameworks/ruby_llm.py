"""RubyLLM, which finds out by the id, or by the provider that it is told, who is asked."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_PROVIDERS = (
    ("anthropic", "anthropic"),
    ("azure", "azure"),
    ("bedrock", "bedrock"),
    ("cohere", "cohere"),
    ("deepgram", "deepgram"),
    ("deepseek", "deepseek"),
    ("elevenlabs", "elevenlabs"),
    ("gemini", "gemini"),
    ("gpustack", "local"),
    ("mistral", "mistral"),
    ("ollama", "local"),
    ("ollama_cloud", "ollama-cloud"),
    ("openai", "openai"),
    ("openrouter", "openrouter"),
    ("perplexity", "perplexity"),
    ("vertexai", "vertex"),
    ("xai", "xai"),
)
_TELLS = tuple(("provider", name, surface) for name, surface in _PROVIDERS)
_ENDPOINTS = {
    "chat": "chat",
    "embed": "embedding",
    "embed_later": "embedding",
    "moderate": "moderation",
    "paint": "image",
    "animate": "video",
    "animate_later": "video",
    "speak": "speech",
    "transcribe": "transcription",
    "ocr": "ocr",
    "rerank": "rerank",
    "count_tokens": "chat",
}

FRAMEWORK = Framework(
    name="ruby-llm",
    language="ruby",
    modules=("ruby_llm", "RubyLLM"),
    keywords=("ruby_llm", "rubyllm"),
    clients=(
        *(
            Client(name=f"RubyLLM.{name}", surface=None, arguments=("model",), endpoint=endpoint, tells=_TELLS)
            for name, endpoint in _ENDPOINTS.items()
        ),
        Client(name="RubyLLM.Chat", surface=None, arguments=("model",), endpoint="chat", tells=_TELLS),
        Client(name="with_model", surface=None, arguments=("model_id",), position=0, endpoint="chat", tells=_TELLS),
    ),
    examples=(
        CallExample(code='RubyLLM.chat(model: "my-model-1").ask "Hello"', id="my-model-1", endpoint="chat"),
        CallExample(
            code='require "ruby_llm"\nchat = RubyLLM.chat(model: "my-model-1", provider: :bedrock)\nchat.ask("Hello")',
            id="my-model-1", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="RubyLLM.embed 'Hello', model: 'my-model-1', provider: 'openai'",
            id="my-model-1", surface="openai", endpoint="embedding",
        ),
        CallExample(
            code="chat = RubyLLM.chat\nchat.with_model('my-model-1', provider: :openrouter).ask('Hello')",
            id="my-model-1", surface="openrouter", endpoint="chat",
        ),
        CallExample(
            code="RubyLLM.chat(model: 'text-embedding-3-small', provider: :openai)",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(code="RubyLLM.paint 'A cat', model: pick(1)", id="pick(1)", endpoint="image", dynamic=True),
    ),
)  # fmt: skip
