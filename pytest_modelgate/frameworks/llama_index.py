"""LlamaIndex's model and embedding classes."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_MODEL = ("model", "model_name")

FRAMEWORK = Framework(
    name="llama-index",
    modules=("llama_index",),
    keywords=("llama_index",),
    clients=(
        Client(name="OpenAI", surface="openai", arguments=_MODEL, position=0, base_url=("api_base",)),
        Client(name="OpenAIResponses", surface="openai", arguments=_MODEL, position=0, base_url=("api_base",)),
        Client(name="OpenAIEmbedding", surface="openai", arguments=_MODEL, base_url=("api_base",)),
        Client(name="Anthropic", surface="anthropic", arguments=_MODEL, position=0, base_url=("base_url",)),
        Client(name="Gemini", surface="gemini", arguments=_MODEL, position=0),
        Client(name="GoogleGenAI", surface=None, arguments=_MODEL, position=0),
        Client(name="AzureOpenAI", surface="azure", arguments=(*_MODEL, "engine", "deployment_name")),
        Client(name="AzureOpenAIEmbedding", surface="azure", arguments=(*_MODEL, "deployment_name")),
        Client(name="Bedrock", surface="bedrock", arguments=_MODEL, position=0),
        Client(name="BedrockConverse", surface="bedrock", arguments=_MODEL, position=0),
        Client(name="Vertex", surface="vertex", arguments=_MODEL, position=0),
        Client(name="LiteLLM", surface=None, arguments=_MODEL, position=0),
    ),
    examples=(
        CallExample(
            code="from llama_index.llms.openai import OpenAI\nllm = OpenAI('gpt-next')", id="gpt-next", surface="openai"
        ),
        CallExample(
            code="from llama_index.llms.anthropic import Anthropic\nAnthropic(model='claude-next')",
            id="claude-next",
            surface="anthropic",
        ),
    ),
)
