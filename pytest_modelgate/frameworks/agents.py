"""Agent frameworks that take an id or a route: pydantic-ai, openai-agents, DSPy, CrewAI, smolagents, instructor."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="agents",
    modules=("agents", "crewai", "dspy", "instructor", "pydantic_ai", "smolagents"),
    keywords=("agents", "crewai", "dspy", "instructor", "pydantic_ai", "smolagents"),
    clients=(
        Client(name="Agent", surface=None, arguments=("model", "llm")),
        Client(name="LM", surface=None, arguments=("model",), position=0),
        Client(name="LLM", surface=None, arguments=("model",), position=0),
        Client(name="Embedder", surface=None, arguments=("model",), position=0),
        Client(name="LiteLLMModel", surface=None, arguments=("model_id",), position=0),
        Client(name="OpenAIServerModel", surface=None, arguments=("model_id",), position=0),
        Client(name="OpenAIModel", surface=None, arguments=("model_name", "model_id"), position=0),
        Client(name="OpenAIChatModel", surface=None, arguments=("model_name",), position=0),
        Client(name="OpenAIResponsesModel", surface=None, arguments=("model_name", "model"), position=0),
        Client(name="OpenAIChatCompletionsModel", surface=None, arguments=("model",), position=0),
        Client(name="AnthropicModel", surface=None, arguments=("model_name",), position=0),
        Client(name="GoogleModel", surface=None, arguments=("model_name",), position=0),
        Client(name="ModelSettings", surface=None),
    ),
    functions=(
        ModelCall(path="instructor.from_provider", position=0),
        ModelCall(path="pydantic_ai.Agent", position=0),
    ),
    examples=(
        CallExample(code="import dspy\nlm = dspy.LM('openai/gpt-next')", id="openai/gpt-next", surface=None),
        CallExample(
            code="from pydantic_ai import Agent\nagent = Agent('openai:gpt-next')", id="openai:gpt-next", surface=None
        ),
        CallExample(
            code="from crewai import Agent, LLM\nagent = Agent(llm=LLM(model='gemini/gemini-next'))",
            id="gemini/gemini-next",
            surface=None,
        ),
    ),
)
