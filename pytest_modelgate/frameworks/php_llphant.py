"""LLPhant, whose settings name the model, and whose chats say who is asked."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="php-llphant",
    language="php",
    modules=("LLPhant",),
    keywords=("llphant",),
    clients=(
        # Mistral's chat is given these settings too.
        Client(name="OpenAIConfig", module="LLPhant", surface=None, arguments=("model",)),
        Client(name="AnthropicConfig", module="LLPhant", surface="anthropic", arguments=("model",), position=0,
               endpoint="chat"),
        Client(name="OllamaConfig", module="LLPhant", surface="local", arguments=("model",)),
    ),
    examples=(
        CallExample(
            code="<?php\nuse LLPhant\\AnthropicConfig;\nuse LLPhant\\Chat\\AnthropicChat;\n\n"
            "$chat = new AnthropicChat(new AnthropicConfig('claude-next'));",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="<?php\nuse LLPhant\\OpenAIConfig;\n\n$config = new OpenAIConfig();\n"
            "$config->apiKey = $key;\n$config->model = 'my-model-1';",
            id="my-model-1",
        ),
        CallExample(
            code="<?php\nuse LLPhant\\AnthropicConfig;\n\nnew AnthropicConfig(model: pick(1));",
            id="pick(1)", surface="anthropic", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
