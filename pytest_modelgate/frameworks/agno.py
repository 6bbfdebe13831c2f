"""Agno, and Phidata before it: a model class for each provider, with the model as its `id`."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

# Class, the modules of which the surface is known, surface, what serves it.
_MODELS = (
    ("AwsBedrock", "", "bedrock", "chat"),
    ("AzureAIFoundry", "", "azure", "chat"),
    ("AzureOpenAI", "", "azure", "chat"),
    ("Cohere", "", "cohere", "chat"),
    ("DeepSeek", "", "deepseek", "chat"),
    ("Groq", "", "groq", "chat"),
    ("LiteLLM", "", None, "chat"),
    ("MistralChat", "", "mistral", "chat"),
    ("Ollama", "", "local", "chat"),
    ("OpenAIChat", "", "openai", "chat.completions"),
    ("OpenAILike", "", "custom-host", "chat"),
    ("OpenAIResponses", "", "openai", "responses"),
    ("OpenRouter", "", "openrouter", "chat"),
    ("Perplexity", "", "perplexity", "chat"),
    ("Together", "", "together", "chat"),
    ("xAI", "", "xai", "chat"),
    ("Claude", ".models.anthropic", "anthropic", "messages"),
    ("Claude", ".models.aws", "bedrock", "chat"),
    ("Claude", ".models.vertexai", "vertex", "chat"),
)
_URLS = {"openai": ("base_url",), "custom-host": ("base_url",), "local": ("host",)}

FRAMEWORK = Framework(
    name="agno",
    modules=("agno", "phi"),
    keywords=("agno", "phi.model"),
    clients=(
        Client(name="Agent", module="agno", surface=None, arguments=("model",), endpoint="chat"),
        Client(name="Team", module="agno", surface=None, arguments=("model",), endpoint="chat"),
        Client(name="Gemini", module="agno.models", surface="gemini", arguments=("id",), position=0, endpoint="chat",
               tells=(("vertexai", "True", "vertex"),)),
        *(
            Client(name=name, module=f"agno{module}", surface=surface, arguments=("id",), position=0,
                   endpoint=endpoint, base_url=_URLS.get(surface or "", ()))
            for name, module, surface, endpoint in _MODELS
        ),
        Client(name="OpenAIEmbedder", module="agno", surface="openai", arguments=("id",), position=0,
               endpoint="embeddings", base_url=("base_url",)),
        *(
            Client(name=name, module="phi", surface=surface, arguments=("id", "model"), endpoint="chat")
            for name, surface in (
                ("OpenAIChat", "openai"), ("Groq", "groq"), ("Gemini", "gemini"), ("Ollama", "local"),
            )
        ),
    ),
    examples=(
        CallExample(
            code="from agno.models.openai import OpenAIChat\nmodel = OpenAIChat(id='gpt-next')",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="from agno.models.openai import OpenAIChat\nmodel = OpenAIChat(id='o3-pro')",
            id="o3-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="from agno.models.openai import OpenAIChat\nmodel = OpenAIChat(id=pick())",
            id="pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
        CallExample(
            code="from agno.models.aws import Claude\nmodel = Claude(id='my-profile')",
            id="my-profile", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="from agno.agent import Agent\nagent = Agent(model='groq:llama-9')",
            id="groq:llama-9", surface=None, endpoint="chat",
        ),
    ),
)  # fmt: skip
