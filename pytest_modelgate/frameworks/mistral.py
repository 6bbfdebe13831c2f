"""Mistral's SDK, with its clients for Azure and Google Cloud, and the one of before 1.0."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_PATHS = {
    "chat.completions": (
        "chat.complete chat.stream chat.parse chat.parse_stream beta.agents.create beta.agents.update"
        " beta.conversations.start beta.conversations.start_stream beta.conversations.run"
        " beta.conversations.run_stream"
    ),
    "responses": "responses.create",
    "fim.completions": "fim.complete fim.stream",
    "embeddings": "embeddings.create",
    "moderations": "classifiers.moderate classifiers.moderate_chat",
    "ocr": "ocr.process",
    "audio.transcriptions": "audio.transcriptions.complete audio.transcriptions.stream",
    "audio.speech": "audio.speech.complete",
    None: "classifiers.classify classifiers.classify_chat fine_tuning.jobs.create batch.jobs.create",
}
_OLD = (
    ("chat", 1, "chat.completions"),
    ("chat_stream", 1, "chat.completions"),
    ("completion", 0, "fim.completions"),
    ("completion_stream", 0, "fim.completions"),
    ("embeddings", 0, "embeddings"),
)

FRAMEWORK = Framework(
    name="mistral",
    modules=("mistralai", "mistralai_azure", "mistralai_gcp"),
    keywords=("mistralai",),
    clients=(
        Client(
            name="Mistral",
            surface="mistral",
            base="https://api.mistral.ai",
            base_url=("server_url",),
            key="api_key",
        ),
        *(
            Client(
                name=name,
                surface="mistral",
                base="https://api.mistral.ai",
                base_url=("endpoint",),
                key="api_key",
            )
            for name in ("MistralClient", "MistralAsyncClient")
        ),
        Client(name="MistralAzure", surface="azure", key="azure_api_key"),
        *(Client(name=name, surface="vertex") for name in ("MistralGCP", "MistralGoogleCloud")),
    ),
    calls=(
        *calls_of(_PATHS),
        *calls_of({each: " ".join(f"{path}_async" for path in paths.split()) for each, paths in _PATHS.items()}),
        *(ModelCall(path=path, position=position, endpoint=endpoint) for path, position, endpoint in _OLD),
    ),
    examples=(
        CallExample(
            code="from mistralai import Mistral\nMistral(api_key=key).chat.complete(model='mistral-next', messages=[])",
            id="mistral-next",
            surface="mistral",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "from mistralai.client import MistralClient\nclient = MistralClient(api_key=key)\n"
                "client.chat(messages, 'mistral-next')"
            ),
            id="mistral-next",
            surface="mistral",
            endpoint="chat.completions",
        ),
        CallExample(
            code="from mistralai import Mistral\nMistral().chat.complete(model='mistral-embed', messages=[])",
            id="mistral-embed",
            surface="mistral",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code=(
                "from mistralai.client import Mistral\nasync def read(client: Mistral):\n"
                "    await client.ocr.process_async(model=pick(), document=page)"
            ),
            id="pick()",
            surface="mistral",
            endpoint="ocr",
            dynamic=True,
        ),
    ),
)
