"""Agno, and Phidata before it: a model class for each provider, with the model as its `id`."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

# Class, the modules of which the surface is known, surface, what serves it.
_MODELS = (
    ("AwsBedrock", "", "bedrock", "chat"),
    ("AzureAIFoundry", "", "azure", "chat"),
    ("AzureOpenAI", "", "azure", "chat"),
    ("BedrockChat", "", "bedrock", "chat"),
    ("Cerebras", "", "cerebras", "chat"),
    ("Cohere", "", "cohere", "chat"),
    ("CohereChat", "", "cohere", "chat"),
    ("DeepSeek", "", "deepseek", "chat"),
    ("Fireworks", "", "fireworks", "chat"),
    ("Groq", "", "groq", "chat"),
    ("LiteLLM", "", None, "chat"),
    ("MistralChat", "", "mistral", "chat"),
    ("NVIDIAChat", "", "nvidia-nim", "chat"),
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
_EMBEDDERS = (
    ("AzureOpenAI", "azure"), ("Cohere", "cohere"), ("Fireworks", "fireworks"), ("Gemini", "gemini"),
    ("HuggingFace", "huggingface"), ("Mistral", "mistral"), ("Ollama", "local"), ("OpenAI", "openai"),
)  # fmt: skip
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
        *(
            Client(name=f"{maker}Embedder", module="agno", surface=surface, arguments=("id", "model"),
                   endpoint="embedding", base_url=_URLS.get(surface, ()))
            for maker, surface in _EMBEDDERS
        ),
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
