"""xAI's SDK."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = (
    ("chat.create", 0, "chat"),
    ("chat.compact_context", 0, "chat"),
    ("image.prepare", 1, "image"),
    ("image.sample", 1, "image"),
    ("image.sample_batch", 1, "image"),
    ("video.prepare", 1, "video"),
    ("video.start", 1, "video"),
    ("video.generate", 1, "video"),
    ("video.extend", 1, "video"),
    ("video.extend_start", 1, "video"),
    ("tokenize.tokenize_text", 1, None),
)

FRAMEWORK = Framework(
    name="xai",
    modules=("xai_sdk",),
    keywords=("xai_sdk",),
    clients=tuple(
        Client(
            name=name,
            surface="xai",
            module="xai_sdk",
            base="https://api.x.ai",
            base_url=("api_host",),
            key="api_key",
        )
        for name in ("Client", "AsyncClient")
    ),
    calls=tuple(ModelCall(path=path, position=position, endpoint=endpoint) for path, position, endpoint in _CALLS),
    examples=(
        CallExample(
            code="from xai_sdk import Client\nclient = Client()\nchat = client.chat.create(model='grok-next')",
            id="grok-next",
            surface="xai",
            endpoint="chat",
        ),
        CallExample(
            code="import xai_sdk\nxai_sdk.AsyncClient().chat.create('grok-imagine-image')",
            id="grok-imagine-image",
            surface="xai",
            endpoint="chat",
            wrong=True,
        ),
        CallExample(
            code="from xai_sdk import Client\nClient().image.sample(prompt, model=pick())",
            id="pick()",
            surface="xai",
            endpoint="image",
            dynamic=True,
        ),
    ),
)
