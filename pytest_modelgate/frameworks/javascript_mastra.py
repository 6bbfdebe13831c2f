"""Mastra: agents by a model of the AI SDK, or by a route that its own router follows."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-mastra",
    language="javascript",
    modules=("@mastra/core",),
    keywords=("@mastra/",),
    clients=(
        Client(name="Agent", module="@mastra/core", surface=None, arguments=("model",), endpoint="chat"),
        Client(name="ModelRouterLanguageModel", surface=None, arguments=("id",), position=0, endpoint="chat",
               base_url=("url",)),
        Client(name="ModelRouterEmbeddingModel", surface=None, arguments=("id",), position=0, endpoint="embedding",
               base_url=("url",)),
    ),
    examples=(
        CallExample(
            code="import { Agent } from '@mastra/core/agent'\n"
            "export const cook = new Agent({ name: 'Cook', instructions, model: 'openai/gpt-next' })",
            id="openai/gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import { openai } from '@ai-sdk/openai'\n"
            "import { Agent } from '@mastra/core/agent'\n"
            "export const cook = new Agent({ name: 'Cook', instructions, model: openai('gpt-next') })",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="import { Agent } from '@mastra/core'\n"
            "export const cook = new Agent({ name: 'Cook', model: 'openai/text-embedding-3-small' })",
            id="openai/text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { Agent } from '@mastra/core/agent'\n"
            "export const cook = new Agent({ name: 'Cook', model: pick() })",
            id="pick()", surface=None, endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
