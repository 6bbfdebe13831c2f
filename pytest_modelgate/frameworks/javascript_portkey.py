"""Portkey's SDK for JavaScript, and Token.js: one client in OpenAI's form for many providers."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="javascript-portkey",
    language="javascript",
    modules=("portkey-ai", "token.js",),
    keywords=("portkey-ai", "token.js",),
    clients=(
        # The provider stands in the id, in another argument, in the account or in the environment.
        Client(name="Portkey", surface=None, module="portkey-ai", base_url=("customHost",), default=True),
        Client(name="TokenJS", surface=None, module="token.js", base_url=("baseURL",)),
    ),
    calls=calls_of(
        {
            "chat": "chat.completions.create responses.create",
            "completion": "completions.create",
            "embedding": "embeddings.create",
            "image": "images.generate images.edit",
            "speech": "audio.speech.create",
            "transcription": "audio.transcriptions.create audio.translations.create",
            "moderation": "moderations.create",
        }
    ),
    examples=(
        CallExample(
            code="import Portkey from 'portkey-ai'\n"
            "const portkey = new Portkey({ apiKey, provider: '@openai-prod' })\n"
            "await portkey.chat.completions.create({ messages, model: '@openai-prod/my-model' })",
            id="@openai-prod/my-model", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import { TokenJS } from 'token.js'\n"
            "const tokenjs = new TokenJS()\n"
            "await tokenjs.chat.completions.create({ provider: 'openai', model: 'gpt-next', messages })",
            id="gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import { Portkey } from 'portkey-ai'\n"
            "new Portkey({ apiKey }).chat.completions.create({ messages, model: 'text-embedding-3-small' })",
            id="text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { Portkey } from 'portkey-ai'\n"
            "new Portkey({ apiKey }).embeddings.create({ model: pick(), input })",
            id="pick()", surface=None, endpoint="embedding", dynamic=True,
        ),
    ),
)  # fmt: skip
