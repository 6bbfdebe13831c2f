"""CrewAI: models by route, agents and crews that take one, and the embedders of crews."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_PROVIDERS = {
    "anthropic": "anthropic",
    "aws": "bedrock",
    "azure": "azure",
    "azure_openai": "azure",
    "bedrock": "bedrock",
    "cerebras": "cerebras",
    "claude": "anthropic",
    "dashscope": "qwen",
    "deepinfra": "deepinfra",
    "deepseek": "deepseek",
    "gemini": "gemini",
    "google": "gemini",
    "hosted_vllm": "local",
    "ollama": "local",
    "ollama_chat": "local",
    "openai": "openai",
    "openrouter": "openrouter",
    "snowflake": "snowflake",
}
_TELLS = tuple(("provider", word, surface) for word, surface in _PROVIDERS.items())
_NATIVE = (
    ("AnthropicCompletion", "anthropic"), ("AzureCompletion", "azure"), ("BedrockCompletion", "bedrock"),
    ("GeminiCompletion", "gemini"), ("OpenAICompletion", "openai"), ("SnowflakeCompletion", "snowflake"),
)  # fmt: skip
_URLS = ("base_url", "api_base")

FRAMEWORK = Framework(
    name="crewai",
    modules=("crewai",),
    keywords=("crewai",),
    clients=(
        Client(name="LLM", module="crewai", surface=None, arguments=("model",), position=0, endpoint="chat",
               base_url=_URLS, tells=_TELLS),
        *(
            Client(name=name, module="crewai", surface=surface, arguments=("model",), position=0, endpoint="chat",
                   base_url=_URLS)
            for name, surface in _NATIVE
        ),
        Client(name="Agent", module="crewai", surface=None, arguments=("llm", "function_calling_llm"), endpoint="chat"),
        Client(name="LiteAgent", module="crewai", surface=None, arguments=("llm",), endpoint="chat"),
        Client(name="Crew", module="crewai", surface=None, endpoint="chat",
               arguments=("manager_llm", "function_calling_llm", "planning_llm", "chat_llm")),
    ),
    functions=(
        *(
            ModelCall(path=f"crewai.{name}", argument="embedder", key=f"config.{key}", endpoint="embedding")
            for name in ("Crew", "Agent")
            for key in ("model", "model_name")
        ),
    ),
    examples=(
        CallExample(
            code="from crewai import LLM\nllm = LLM(model='gemini/gemini-next')",
            id="gemini/gemini-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from crewai import LLM\nllm = LLM(model='openai/text-embedding-3-small')",
            id="openai/text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from crewai import LLM\nllm = LLM(pick())", id="pick()", surface=None, endpoint="chat", dynamic=True
        ),
        CallExample(
            code="from crewai import LLM\nllm = LLM(model='my-model', base_url='https://openrouter.ai/api/v1')",
            id="my-model", surface="openrouter", endpoint="chat",
        ),
        CallExample(
            code="from crewai import LLM\nllm = LLM(model='claude-next', provider='bedrock')",
            id="claude-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="from crewai import Agent\nagent = Agent(role='writer', goal='', backstory='', llm='groq/llama-9')",
            id="groq/llama-9", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from crewai import Crew\n"
            "crew = Crew(agents=[], tasks=[], embedder={'provider': 'voyageai', 'config': {'model': 'voyage-9'}})",
            id="voyage-9", surface=None, endpoint="embedding",
        ),
    ),
)  # fmt: skip
