"""Langchain.rb: each of its classes asks one provider for what its options by default, or its calls, name."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CLASSES = {
    "AI21": "ai21",
    "Anthropic": "anthropic",
    "AwsBedrock": "bedrock",
    "Azure": "azure",
    "Cohere": "cohere",
    "GoogleGemini": "gemini",
    "GoogleVertexAI": "vertex",
    "HuggingFace": "huggingface",
    "MistralAI": "mistral",
    "Ollama": "local",
    "OpenAI": "openai",
    "Replicate": "replicate",
}
_USES = {"chat_model": "chat", "completion_model": "completion", "embedding_model": "embedding"}
_ADDRESSES = {"OpenAI": ("llm_options.uri_base",), "Ollama": ("url",), "Azure": ()}

FRAMEWORK = Framework(
    name="ruby-langchain",
    language="ruby",
    modules=("langchain", "langchainrb", "Langchain"),
    keywords=("langchain",),
    clients=tuple(
        Client(
            name=f"LLM.{name}", surface=surface, arguments=(f"default_options.{option}",), endpoint=endpoint,
            base_url=_ADDRESSES.get(name, ()),
        )
        for name, surface in _CLASSES.items()
        for option, endpoint in _USES.items()
    ),
    calls=(
        ModelCall(path="chat", endpoint="chat"),
        ModelCall(path="complete", endpoint="completion"),
        ModelCall(path="embed", endpoint="embedding"),
    ),
    examples=(
        CallExample(
            code="llm = Langchain::LLM::OpenAI.new(\n  api_key: ENV['OPENAI_API_KEY'],\n"
            "  default_options: { temperature: 0.7, chat_model: 'my-model-1' }\n)",
            id="my-model-1", surface="openai", endpoint="chat",
        ),
        CallExample(
            code='require "langchain"\nllm = Langchain::LLM::Anthropic.new(api_key: key)\n'
            'llm.chat(messages: [], model: "claude-next")',
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="Langchain::LLM::Azure.new(api_key: key, default_options: {embedding_model: 'prod-embedder'})",
            id="prod-embedder", surface="azure", endpoint="embedding",
        ),
        CallExample(
            code="Langchain::LLM::OpenAI.new(api_key: key, default_options: {chat_model: 'text-embedding-3-small'})",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="Langchain::LLM::OpenAI.new(api_key: key, default_options: {chat_model: pick(1)})",
            id="pick(1)", surface="openai", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
