"""OpenAI's Agents SDK for JavaScript: agents, runners, its models for each endpoint, and realtime."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_PACKAGES = ("@openai/agents", "@openai/agents-core", "@openai/agents-openai", "@openai/agents-realtime")
_MODELS = (
    ("OpenAIChatCompletionsModel", "chat.completions"),
    ("OpenAIHostedMultiAgentModel", "responses"),
    ("OpenAIResponsesModel", "responses"),
    ("OpenAIResponsesWSModel", "responses"),
)

FRAMEWORK = Framework(
    name="javascript-openai-agents",
    language="javascript",
    modules=_PACKAGES,
    keywords=("@openai/agents",),
    clients=(
        *(
            # What a name without a route asks is set once for all agents, in whatever file.
            Client(name=name, module=module, surface=None, arguments=("model",), endpoint="chat")
            for name in ("Agent", "Runner")
            for module in _PACKAGES
        ),
        *(
            # Without a client they cannot be made.
            Client(name=name, surface=None, arguments=("model",), position=1, endpoint=endpoint, through=("client",))
            for name, endpoint in _MODELS
        ),
        Client(name="OpenAIResponsesCompactionSession", surface="openai", arguments=("model",), endpoint="responses",
               through=("client",)),
        Client(name="RealtimeSession", surface="openai", arguments=("model",), endpoint="realtime"),
    ),
    functions=tuple(
        ModelCall(path=f"{module}#Agent.create", endpoint="chat")
        for module in ("@openai/agents", "@openai/agents-core")
    ),
    examples=(
        CallExample(
            code="import { Agent } from '@openai/agents'\n"
            "const agent = new Agent({ name: 'writer', model: 'gpt-next' })",
            id="gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import OpenAI from 'openai'\n"
            "import { OpenAIChatCompletionsModel } from '@openai/agents'\n"
            "const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' })\n"
            "const model = new OpenAIChatCompletionsModel(client, 'meta/llama-9')",
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="import { RealtimeSession } from '@openai/agents/realtime'\n"
            "const session = new RealtimeSession(agent, { model: 'gpt-live-9' })",
            id="gpt-live-9", surface="openai", endpoint="realtime",
        ),
        CallExample(
            code="import { Agent } from '@openai/agents'\n"
            "const agent = Agent.create({ name: 'writer', model: 'text-embedding-3-small' })",
            id="text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { Runner } from '@openai/agents'\n"
            "const runner = new Runner({ model: pick() })",
            id="pick()", surface=None, endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
