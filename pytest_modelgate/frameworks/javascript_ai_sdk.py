"""Vercel's AI SDK: functions that send an id as it is to Vercel's gateway, and that gateway's own provider."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import by_place, functions_of, provider
from pytest_modelgate.kinds import GATEWAY, CallExample, Client, Framework, ModelCall

_FUNCTIONS = {
    "chat": (
        "generateText", "streamText", "generateObject", "streamObject", "experimental_generateText",
        "experimental_streamText", "experimental_generateObject", "experimental_streamObject", "streamUI",
    ),
    "embedding": ("embed", "embedMany"),
    "image": ("generateImage", "experimental_generateImage"),
    "video": ("generateVideo", "experimental_generateVideo"),
    "speech": ("generateSpeech", "experimental_generateSpeech"),
    "transcription": ("transcribe", "experimental_transcribe"),
    "rerank": ("rerank",),
}  # fmt: skip

FRAMEWORK = Framework(
    name="javascript-ai-sdk",
    language="javascript",
    modules=("ai", "@ai-sdk/gateway", "@ai-sdk/rsc"),
    keywords=("'ai'", '"ai"', "'ai/", '"ai/', "@ai-sdk/"),
    clients=(
        *(
            Client(name=name, module="ai", surface=GATEWAY, arguments=("model",), endpoint="chat")
            for name in ("ToolLoopAgent", "Experimental_Agent", "Agent")
        ),
        *(
            client
            for module in ("ai", "@ai-sdk/gateway")
            for factory, ready in (("createGateway", "gateway"), ("createGatewayProvider", ""))
            for client in provider(module, factory, ready, GATEWAY)
        ),
        # What it is asked for says which of its providers is.
        *(
            Client(name=name, module="ai", surface=None)
            for name in ("createProviderRegistry", "experimental_createProviderRegistry")
        ),
    ),
    calls=by_place(
        {
            "chat": "() languageModel chat",
            "embedding": "embedding embeddingModel textEmbeddingModel",
            "image": "image imageModel",
            "video": "video videoModel",
            "rerank": "reranking rerankingModel",
            "speech": "speech speechModel",
            "transcription": "transcription transcriptionModel",
        }
    ),
    functions=tuple(
        call
        for module in ("ai", "ai/rsc", "@ai-sdk/rsc")
        for endpoint, names in _FUNCTIONS.items()
        for call in functions_of(module, (ModelCall(path=name, endpoint=endpoint) for name in names))
    ),
    surface=GATEWAY,
    examples=(
        CallExample(
            code="import { generateText } from 'ai'\n"
            "const { text } = await generateText({ model: 'maker/next', prompt })",
            id="maker/next", surface="gateway", endpoint="chat",
        ),
        CallExample(
            code="import { ToolLoopAgent } from 'ai'\n"
            "export const agent = new ToolLoopAgent({ model: 'maker/next', tools })",
            id="maker/next", surface="gateway", endpoint="chat",
        ),
        CallExample(
            code="import { gateway, embed } from 'ai'\n"
            "await embed({ model: gateway.embeddingModel('maker/vectors-9'), value })",
            id="maker/vectors-9", surface="gateway", endpoint="embedding",
        ),
        CallExample(
            code="import { createProviderRegistry, streamText } from 'ai'\n"
            "const registry = createProviderRegistry({ openai })\n"
            "streamText({ model: registry.languageModel('openai:gpt-next'), prompt })",
            id="openai:gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import { streamText } from 'ai'\n"
            "streamText({ model: pick(), messages })",
            id="pick()", surface="gateway", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
