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
    "video": ("generateVideo", "experimental_generateVideo", "experimental_startVideo"),
    "speech": ("generateSpeech", "experimental_generateSpeech"),
    "transcription": ("transcribe", "experimental_transcribe", "experimental_streamTranscribe"),
    "rerank": ("rerank",),
}  # fmt: skip

FRAMEWORK = Framework(
    name="javascript-ai-sdk",
    language="javascript",
    modules=("ai", "@ai-sdk/gateway", "@ai-sdk/rsc", "@ai-sdk/workflow"),
    keywords=("'ai'", '"ai"', "'ai/", '"ai/', "@ai-sdk/"),
    clients=(
        *(
            Client(name=name, module="ai", surface=GATEWAY, arguments=("model",), endpoint="chat")
            for name in ("ToolLoopAgent", "Experimental_Agent")
        ),
        Client(name="WorkflowAgent", module="@ai-sdk/workflow", surface=GATEWAY, arguments=("model",), endpoint="chat"),
        *(
            client
            for module in ("ai", "@ai-sdk/gateway")
            for factory, ready in (("createGateway", "gateway"), ("createGatewayProvider", ""))
            for client in provider(module, factory, ready, GATEWAY)
        ),
        # What is put around a model asks as that does.
        *(
            Client(name=name, module="ai", surface=None, through=("model",))
            for name in ("wrapLanguageModel", "experimental_wrapLanguageModel", "wrapEmbeddingModel", "wrapImageModel")
        ),
        *(Client(name=f"MockLanguageModelV{version}", module="ai/test", surface=None) for version in (1, 2, 3, 4)),
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
            code="import { generateText, wrapLanguageModel } from 'ai'\nimport { openai } from '@ai-sdk/openai'\n"
            "const model = wrapLanguageModel({ model: openai('gpt-next'), middleware })\n"
            "await generateText({ model, prompt })",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="import { streamText } from 'ai'\n"
            "streamText({ model: pick(), messages })",
            id="pick()", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
