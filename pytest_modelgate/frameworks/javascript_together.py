"""Together's SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import URL
from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-together",
    language="javascript",
    modules=("together-ai",),
    keywords=("together-ai",),
    clients=(
        Client(
            name="Together",
            surface="together",
            module="together-ai",
            base="https://api.together.ai/v1",
            base_url=URL,
            key="apiKey",
            default=True,
        ),
    ),
    calls=calls_of(
        {
            "chat.completions": "chat.completions.create chat.completions.stream",
            "completions": "completions.create",
            "embeddings": "embeddings.create",
            "images.generations": "images.generate images.create",
            "rerank": "rerank.create rerank",
            "audio.speech": "audio.speech.create audio.create",
            "audio.transcriptions": "audio.transcriptions.create",
            "audio.translations": "audio.translations.create",
            "videos": "videos.create",
            None: "fineTuning.create fineTune.create endpoints.create",
        }
    ),
    examples=(
        CallExample(
            code=(
                "import Together from 'together-ai'\n"
                "const together = new Together()\n"
                "await together.chat.completions.create({ model: 'meta-llama/Llama-9', messages })"
            ),
            id="meta-llama/Llama-9",
            surface="together",
            endpoint="chat.completions",
        ),
        CallExample(
            code=(
                "import Together from 'together-ai'\n"
                "new Together().chat.completions.create({ model: 'Qwen/Qwen-Image', messages })"
            ),
            id="Qwen/Qwen-Image",
            surface="together",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code=(
                "import { Together } from 'together-ai'\n"
                "new Together({ apiKey }).images.generate({ model: pick(), prompt })"
            ),
            id="pick()",
            surface="together",
            endpoint="images.generations",
            dynamic=True,
        ),
    ),
)
