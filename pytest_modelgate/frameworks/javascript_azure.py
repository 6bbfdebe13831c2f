"""Azure's own SDKs for JavaScript: `@azure/openai` of before 2, and the client for models of Microsoft Foundry."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import by_place
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_GITHUB = ("https://models.inference.ai.azure.com", "https://models.github.ai/inference")

FRAMEWORK = Framework(
    name="javascript-azure",
    language="javascript",
    modules=("@azure/openai", "@azure-rest/ai-inference"),
    keywords=("@azure/openai", "@azure-rest/ai-inference"),
    clients=(
        # The key of OpenAI's own sends it there.
        Client(name="OpenAIClient", module="@azure/openai", surface="azure", through=("openAiApiKeyCredential",)),
        Client(name="OpenAIKeyCredential", module="@azure/openai", surface="openai"),
        Client(name="ModelClient", module="@azure-rest/ai-inference", surface="azure", default=True,
               places=("endpoint", "credential"),
               tells=tuple(("endpoint", address, "github-models") for address in _GITHUB)),
    ),
    calls=(
        *by_place(
            {
                "chat.completions": "getChatCompletions streamChatCompletions listChatCompletions",
                "completions": "getCompletions streamCompletions listCompletions",
                "embeddings": "getEmbeddings",
                "images.generations": "getImages",
                "audio.transcriptions": "getAudioTranscription",
                "audio.translations": "getAudioTranslation",
                "audio.speech": "generateSpeechFromText",
            },
            "deploymentName",
        ),
        # What serves it stands in the path that its callee is given.
        ModelCall(path="post", argument="body", key="model"),
    ),
    examples=(
        CallExample(
            code="import { OpenAIClient, AzureKeyCredential } from '@azure/openai'\n"
            "const client = new OpenAIClient(endpoint, new AzureKeyCredential(key))\n"
            "await client.getChatCompletions('prod-chat', messages)",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="import ModelClient from '@azure-rest/ai-inference'\n"
            "const client = ModelClient(endpoint, credential)\n"
            "await client.path('/chat/completions').post({ body: { messages, model: 'prod-chat' } })",
            id="prod-chat", surface="azure",
        ),
        CallExample(
            code="import createClient from '@azure-rest/ai-inference'\n"
            "const client = createClient('https://models.github.ai/inference', credential)\n"
            "await client.path('/embeddings').post({ body: { input, model: 'maker/vectors-9' } })",
            id="maker/vectors-9", surface="github-models",
        ),
        CallExample(
            code="const { OpenAIClient } = require('@azure/openai')\n"
            "new OpenAIClient(endpoint, credential).getEmbeddings(pick(), input)",
            id="pick()", surface="azure", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
