"""Rust crates that ask many providers: `genai`, `llm` and `langchain-rust`."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_BACKENDS = (
    ("Anthropic", "anthropic"),
    ("AwsBedrock", "bedrock"),
    ("AzureOpenAI", "azure"),
    ("Cohere", "cohere"),
    ("DeepSeek", "deepseek"),
    ("ElevenLabs", "elevenlabs"),
    ("Google", "gemini"),
    ("Groq", "groq"),
    ("Mistral", "mistral"),
    ("Ollama", "local"),
    ("OpenAI", "openai"),
    ("OpenRouter", "openrouter"),
    ("XAI", "xai"),
)
_LANGCHAIN = "langchain_rust"
# What asks, who is asked, what serves it.
_MODELS = (
    ("OpenAI", "openai", "chat.completions"),
    ("OpenAiEmbedder", "openai", "embeddings"),
    ("Claude", "anthropic", "messages"),
    ("Deepseek", "deepseek", "chat.completions"),
    ("Qwen", "qwen", "chat.completions"),
    ("Ollama", "local", "chat"),
    ("OllamaEmbedder", "local", "embedding"),
)

FRAMEWORK = Framework(
    name="rust-routers",
    language="rust",
    modules=("genai", "llm", _LANGCHAIN),
    keywords=("genai", "llmbuilder", "langchain_rust"),
    clients=(
        # The model's own name, or what stands before it, says who is asked.
        Client(name="Client", module="genai", surface=None),
        Client(name="LLMBuilder", module="llm", surface=None, arguments=("model",),
               tells=tuple(("backend", f"LLMBackend::{backend}", surface) for backend, surface in _BACKENDS)),
        *(
            Client(name=name, module=_LANGCHAIN, surface=surface, arguments=("model",), endpoint=endpoint,
                   base="https://api.openai.com/v1" if surface == "openai" else None, through=("config",),
                   places=("config",))
            for name, surface, endpoint in _MODELS
        ),
        Client(name="OpenAIConfig", module=_LANGCHAIN, surface="openai", base_url=("api_base",), key="api_key"),
        Client(name="AzureConfig", module=_LANGCHAIN, surface="azure"),
        Client(name="OllamaConfig", module=_LANGCHAIN, surface="local"),
    ),
    calls=tuple(
        ModelCall(path=path, position=0, endpoint=endpoint)
        for path, endpoint in (
            ("exec_chat", "chat"),
            ("exec_chat_stream", "chat"),
            ("embed", "embedding"),
            ("embed_batch", "embedding"),
            ("exec_embed", "embedding"),
        )
    ),
    examples=(
        CallExample(
            code="use genai::{chat::ChatRequest, Client};\nasync fn ask(request: ChatRequest) {\n"
            '    let client = Client::default();\n    client.exec_chat("gpt-next", request, None).await;\n}',
            id="gpt-next", endpoint="chat",
        ),
        CallExample(
            code="use llm::builder::{LLMBackend, LLMBuilder};\nfn main() {\n    let llm = LLMBuilder::new()\n"
            "        .backend(LLMBackend::Anthropic)\n        .api_key(key)\n"
            '        .model("claude-next")\n        .build()\n        .expect("no client");\n}',
            id="claude-next", surface="anthropic",
        ),
        CallExample(
            code="use langchain_rust::llm::openai::OpenAI;\nfn main() {\n"
            '    let llm = OpenAI::default().with_model("my-model-1");\n}',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="use langchain_rust::llm::openai::OpenAI;\nfn main() {\n"
            '    let llm = OpenAI::default().with_model("text-embedding-3-small");\n}',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="use genai::Client;\nasync fn embed(text: &str) {\n"
            "    let client = Client::builder().build();\n    client.embed(pick(), text, None).await;\n}",
            id="pick()", endpoint="embedding", dynamic=True,
        ),
    ),
)  # fmt: skip
