"""Raix, whose objects complete chats themselves: what a call says of OpenAI's model goes to OpenAI."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

FRAMEWORK = Framework(
    name="ruby-raix",
    language="ruby",
    modules=("raix", "Raix"),
    keywords=("raix", "chat_completion"),
    functions=(
        ModelCall(path="chat_completion", argument="openai", endpoint="chat", surface="openai"),
        ModelCall(path="chat_completion", argument="params", key="model", endpoint="chat"),
    ),
    examples=(
        CallExample(
            code='class Ask\n  include Raix::ChatCompletion\n\n  def call\n'
            '    chat_completion(openai: "my-model-1")\n  end\nend',
            id="my-model-1", surface="openai", endpoint="chat",
        ),
        CallExample(
            code='class Ask\n  include Raix::ChatCompletion\n\n  def call\n'
            '    chat_completion(params: { model: "meta/llama-9" })\n  end\nend',
            id="meta/llama-9", endpoint="chat",
        ),
        CallExample(
            code='chat_completion openai: "text-embedding-3-small"',
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="chat_completion(openai: pick(1))",
            id="pick(1)", surface="openai", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
