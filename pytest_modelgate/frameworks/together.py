"""Together's SDK, and its module-level API of before 1.0."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, every_way
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OLD = (
    ("Complete.create", "completion"),
    ("Complete.create_streaming", "completion"),
    ("Completion.create", "completion"),
    ("Embeddings.create", "embedding"),
    ("Image.create", "image"),
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
                "chat": "chat.completions.create",
                "completion": "completions.create",
                "embedding": "embeddings.create",
                "image": "images.generate",
                "rerank": "rerank.create",
                "speech": "audio.speech.create",
                "transcription": "audio.transcriptions.create audio.translations.create",
                "video": "videos.create",
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
            endpoint="chat",
        ),
        CallExample(
            code="import together\ntogether.Complete.create('Once', 'togethercomputer/next')",
            id="togethercomputer/next",
            surface="together",
            endpoint="completion",
        ),
        CallExample(
            code="from together import AsyncTogether\nAsyncTogether().chat.completions.create(model='Qwen/Qwen-Image')",
            id="Qwen/Qwen-Image",
            surface="together",
            endpoint="chat",
            wrong=True,
        ),
        CallExample(
            code="import together\nclient = together.Together()\nclient.images.generate(model=pick(), prompt=prompt)",
            id="pick()",
            surface="together",
            endpoint="image",
            dynamic=True,
        ),
    ),
)
