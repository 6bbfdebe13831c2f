"""The AI SDK's providers for OpenAI, Azure and hosts that speak OpenAI's language."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import by_place, provider
from pytest_modelgate.kinds import CallExample, Framework

_CALLS: dict[str | None, str] = {
    "chat": "() languageModel deepseek",
    "chat.completions": "chat chatModel",
    "responses": "responses",
    "completions": "completion completionModel",
    "embeddings": "embedding embeddingModel textEmbedding textEmbeddingModel",
    "image": "image imageModel",
    # Through whichever endpoint has the model.
    None: "transcription transcriptionModel",
    "audio.speech": "speech speechModel",
}

FRAMEWORK = Framework(
    name="javascript-ai-sdk-openai",
    language="javascript",
    modules=("@ai-sdk/openai", "@ai-sdk/azure", "@ai-sdk/openai-compatible"),
    keywords=("@ai-sdk/",),
    clients=(
        *provider("@ai-sdk/openai", "createOpenAI", "openai", "openai", "https://api.openai.com/v1"),
        *provider("@ai-sdk/azure", "createAzure", "azure", "azure", url=()),
        *provider("@ai-sdk/openai-compatible", "createOpenAICompatible", "", None),
    ),
    calls=by_place(_CALLS),
    examples=(
        CallExample(
            code="import { openai } from '@ai-sdk/openai'\n"
            "import { generateText } from 'ai'\n"
            "await generateText({ model: openai('gpt-next'), prompt })",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="import { openai } from '@ai-sdk/openai'\n"
            "const model = openai.responses('gpt-next')",
            id="gpt-next", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="import { createOpenAI } from '@ai-sdk/openai'\n"
            "const groq = createOpenAI({ baseURL: 'https://api.groq.com/openai/v1', apiKey })\n"
            "const model = groq('llama-9-70b')",
            id="llama-9-70b", surface="groq", endpoint="chat",
        ),
        CallExample(
            code="import { azure } from '@ai-sdk/azure'\n"
            "export const model = azure('prod-chat')",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
        CallExample(
            code="import { createOpenAICompatible } from '@ai-sdk/openai-compatible'\n"
            "const host = createOpenAICompatible({ name: 'x', baseURL: 'https://api.x.ai/v1' })\n"
            "const model = host.chatModel('grok-next')",
            id="grok-next", surface="xai", endpoint="chat.completions",
        ),
        CallExample(
            code="import { openai } from '@ai-sdk/openai'\n"
            "const model = openai.chat('gpt-5.2-pro')",
            id="gpt-5.2-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="import { createOpenAI } from '@ai-sdk/openai'\n"
            "const model = createOpenAI({ apiKey })('text-embedding-3-small')",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { openai } from '@ai-sdk/openai'\n"
            "const model = openai.embedding(pick())",
            id="pick()", surface="openai", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
