"""Koog: its models, each with the provider that serves it."""

from __future__ import annotations

from pytest_modelgate.kinds import LOCAL, CallExample, Client, Framework

_PROVIDERS = (
    ("OpenAI", "openai"),
    ("Anthropic", "anthropic"),
    ("Google", "gemini"),
    ("OpenRouter", "openrouter"),
    ("Ollama", LOCAL),
)

FRAMEWORK = Framework(
    name="java-koog",
    language="java",
    modules=("ai.koog",),
    keywords=("ai.koog",),
    clients=(
        Client(name="LLModel", surface=None, arguments=("id",), position=1, endpoint="chat",
               places=("provider", "id", "capabilities"),
               tells=tuple(("provider", f"LLMProvider.{name}", surface) for name, surface in _PROVIDERS)),
    ),
    examples=(
        CallExample(
            code="import ai.koog.prompt.llm.LLMProvider\nimport ai.koog.prompt.llm.LLModel\n"
            'val chat = LLModel(provider = LLMProvider.Anthropic, id = "claude-next", capabilities = capabilities)\n',
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="import ai.koog.prompt.llm.LLMProvider\nimport ai.koog.prompt.llm.LLModel\n"
            'object Models { val chat = LLModel(LLMProvider.OpenAI, "whisper-1", capabilities) }\n',
            id="whisper-1", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import ai.koog.prompt.llm.LLMProvider\nimport ai.koog.prompt.llm.LLModel\n"
            "fun model() = LLModel(provider = LLMProvider.OpenRouter, id = pick(), capabilities = listOf())\n",
            id="pick()", surface="openrouter", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
