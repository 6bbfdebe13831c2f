"""Deepgram's SDK: what it listens with."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="deepgram",
    modules=("deepgram",),
    keywords=("deepgram",),
    clients=(
        *(
            Client(name=name, surface="deepgram", base="https://api.deepgram.com", base_url=("base_url",))
            for name in ("DeepgramClient", "AsyncDeepgramClient")
        ),
        *(
            Client(name=name, surface="deepgram", arguments=("model",), endpoint="v1/listen")
            for name in ("PrerecordedOptions", "LiveOptions")
        ),
    ),
    calls=calls_of(
        {
            "v1/listen": ("listen.v1.connect listen.v1.media.transcribe_file listen.v1.media.transcribe_url"),
            "v2/listen": "listen.v2.connect",
        }
    ),
    examples=(
        CallExample(
            code="from deepgram import PrerecordedOptions\noptions = PrerecordedOptions(model='nova-9')",
            id="nova-9",
            surface="deepgram",
            endpoint="v1/listen",
        ),
        CallExample(
            code="from deepgram import DeepgramClient\nDeepgramClient().listen.v1.connect(model='flux-general-en')",
            id="flux-general-en",
            surface="deepgram",
            endpoint="v1/listen",
            wrong=True,
        ),
        CallExample(
            code="from deepgram import AsyncDeepgramClient\nAsyncDeepgramClient().listen.v2.connect(model=pick())",
            id="pick()",
            surface="deepgram",
            endpoint="v2/listen",
            dynamic=True,
        ),
    ),
)
