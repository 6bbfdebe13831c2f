"""The crate `rig`: clients of many providers that make agents and models by their ids."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

# Modules of providers, and who is asked.
_PROVIDERS = (
    ("anthropic", "anthropic"),
    ("azure", "azure"),
    ("cohere", "cohere"),
    ("deepseek", "deepseek"),
    ("gemini", "gemini"),
    ("groq", "groq"),
    ("mistral", "mistral"),
    ("moonshot", "moonshot"),
    ("ollama", "local"),
    ("openai", "openai"),
    ("openrouter", "openrouter"),
    ("perplexity", "perplexity"),
    ("together", "together"),
    ("voyageai", "voyage"),
    ("xai", "xai"),
    ("zai", "zhipu"),
)
_CRATES = ("rig", "rig_core")

FRAMEWORK = Framework(
    name="rust-rig",
    language="rust",
    modules=(*_CRATES, "rig_bedrock", "rig_vertexai"),
    keywords=("rig::", "rig_core", "rig_bedrock", "rig_vertexai"),
    clients=(
        *(
            Client(name=name, module=module, surface=surface, base_url=() if surface == "local" else ("base_url",))
            for provider, surface in _PROVIDERS
            for crate in _CRATES
            for name, module in (
                (f"{provider}.Client", f"{crate}::providers"),
                ("Client", f"{crate}::providers::{provider}"),
            )
        ),
        *(
            Client(name=name, module=crate, surface=surface)
            for crate, surface in (("rig_bedrock", "bedrock"), ("rig_vertexai", "vertex"))
            for name in ("Client", "ClientBuilder")
        ),
    ),
    calls=tuple(
        ModelCall(path=path, position=0, endpoint=endpoint)
        for path, endpoint in (
            ("agent", "chat"),
            ("extractor", "chat"),
            ("completion_model", "chat"),
            ("embedding_model", "embedding"),
            ("embedding_model_with_ndims", "embedding"),
            ("embeddings", "embedding"),
            ("embeddings_with_ndims", "embedding"),
            ("transcription_model", "transcription"),
            ("image_generation_model", "image"),
            ("audio_generation_model", "speech"),
            ("rerank_model", "rerank"),
        )
    ),
    examples=(
        CallExample(
            code="use rig::{completion::Prompt, providers::openai};\nasync fn ask() {\n"
            "    let client = openai::Client::from_env();\n"
            '    let comedian = client.agent("my-model-1").preamble("You joke.").build();\n}',
            id="my-model-1", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="use rig::providers::anthropic::{self, Client};\n"
            "fn agent(client: &Client) -> Agent {\n"
            '    client.agent("claude-next").build()\n}',
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="use rig_bedrock::client::{Client, ClientBuilder};\nasync fn embed() {\n"
            "    let client = ClientBuilder::new().build().await;\n"
            '    let model = client.embedding_model("amazon.vectors-9", 256);\n}',
            id="amazon.vectors-9", surface="bedrock", endpoint="embedding",
        ),
        CallExample(
            code="use rig::providers::openai::Client;\nfn main() {\n"
            '    let client = Client::from_env();\n    client.completion_model("text-embedding-3-small");\n}',
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="use rig::providers::gemini;\nfn main() {\n"
            "    let model = gemini::Client::from_env().completion_model(pick());\n}",
            id="pick()", surface="gemini", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
