"""Together's SDK, and its module-level API of before 1.0."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, every_way
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OLD = (
    ("Complete.create", "completions"),
    ("Complete.create_streaming", "completions"),
    ("Completion.create", "completions"),
    ("Embeddings.create", "embeddings"),
    ("Image.create", "images.generations"),
)

FRAMEWORK = Framework(
    name="together",
    modules=("together",),
    keywords=("import together", "from together"),
    clients=tuple(
        Client(
            name=name,
            surface="together",
            module=module,
            base="https://api.together.ai",
            base_url=("base_url",),
            key="api_key",
        )
        for name, module in (
            ("Together", ""),
            ("AsyncTogether", ""),
            ("Client", "together"),
            ("AsyncClient", "together"),
        )
    ),
    calls=every_way(
        calls_of(
            {
                "chat.completions": "chat.completions.create",
                "completions": "completions.create",
                "embeddings": "embeddings.create",
                "images.generations": "images.generate",
                "rerank": "rerank.create",
                "audio.speech": "audio.speech.create",
                "audio.transcriptions": "audio.transcriptions.create",
                "audio.translations": "audio.translations.create",
                "videos": "videos.create",
                "realtime": "beta.realtime.connect",
                None: "fine_tuning.create endpoints.create",
            }
        )
    ),
    functions=tuple(ModelCall(path=f"together.{path}", position=1, endpoint=endpoint) for path, endpoint in _OLD),
    surface="together",
    examples=(
        CallExample(
            code="from together import Together\nTogether().chat.completions.create(model='meta-llama/Llama-9')",
            id="meta-llama/Llama-9",
            surface="together",
            endpoint="chat.completions",
        ),
        CallExample(
            code="import together\ntogether.Complete.create('Once', 'togethercomputer/next')",
            id="togethercomputer/next",
            surface="together",
            endpoint="completions",
        ),
        CallExample(
            code="from together import AsyncTogether\nAsyncTogether().chat.completions.create(model='Qwen/Qwen-Image')",
            id="Qwen/Qwen-Image",
            surface="together",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code="import together\nclient = together.Together()\nclient.images.generate(model=pick(), prompt=prompt)",
            id="pick()",
            surface="together",
            endpoint="images.generations",
            dynamic=True,
        ),
    ),
)
