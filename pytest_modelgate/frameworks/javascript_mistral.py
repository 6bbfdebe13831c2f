"""Mistral's SDK for JavaScript, with its clients for Azure and Google Cloud, and the one of before 1.0."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-mistral",
    language="javascript",
    modules=("@mistralai/mistralai", "@mistralai/mistralai-azure", "@mistralai/mistralai-gcp"),
    keywords=("mistralai",),
    clients=(
        Client(
            name="Mistral",
            surface="mistral",
            module="@mistralai/mistralai",
            base="https://api.mistral.ai",
            base_url=("serverURL",),
            key="apiKey",
        ),
        Client(
            name="MistralClient",
            surface="mistral",
            module="@mistralai/mistralai",
            base="https://api.mistral.ai",
            base_url=("endpoint",),
            key="apiKey",
            places=("apiKey", "endpoint"),
            default=True,
        ),
        Client(name="MistralAzure", surface="azure", module="@mistralai/mistralai-azure"),
        Client(name="MistralGoogleCloud", surface="vertex", module="@mistralai/mistralai-gcp"),
    ),
    calls=calls_of(
        {
            "chat.completions": (
                "chat.complete chat.stream chat.parse chat.parseStream chat chatStream"
                " beta.agents.create beta.agents.update beta.conversations.start beta.conversations.startStream"
            ),
            "fim.completions": "fim.complete fim.stream completion completionStream",
            "embeddings": "embeddings.create embeddings",
            "moderations": "classifiers.moderate classifiers.moderateChat",
            "ocr": "ocr.process",
            "audio.transcriptions": "audio.transcriptions.complete audio.transcriptions.stream",
            "audio.speech": "audio.speech.complete",
            None: "classifiers.classify classifiers.classifyChat fineTuning.jobs.create batch.jobs.create",
        }
    ),
    examples=(
        CallExample(
            code=(
                "import { Mistral } from '@mistralai/mistralai'\nconst mistral = new Mistral({ apiKey })\n"
                "await mistral.chat.complete({ model: 'mistral-next', messages: [] })"
            ),
            id="mistral-next",
            surface="mistral",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "import MistralClient from '@mistralai/mistralai'\nconst client = new MistralClient(apiKey)\n"
                "const answer = await client.chat({ model: 'mistral-next', messages })"
            ),
            id="mistral-next",
            surface="mistral",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "import { Mistral } from '@mistralai/mistralai'\n"
                "new Mistral().chat.stream({ model: 'mistral-embed', messages })"
            ),
            id="mistral-embed",
            surface="mistral",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code=(
                "import { Mistral } from '@mistralai/mistralai'\n"
                "export const read = (client: Mistral) => client.ocr.process({ model: pick(), document })"
            ),
            id="pick()",
            surface="mistral",
            endpoint="ocr",
            dynamic=True,
        ),
    ),
)
