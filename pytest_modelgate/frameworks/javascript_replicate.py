"""Replicate's SDK for JavaScript."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="javascript-replicate",
    language="javascript",
    modules=("replicate",),
    keywords=("'replicate'", '"replicate"',),
    clients=(
        Client(name="Replicate", surface="replicate", module="replicate", base="https://api.replicate.com/v1",
               base_url=("baseUrl",), key="auth", default=True),
    ),
    calls=(
        *(ModelCall(path=path, argument="identifier", position=0) for path in ("run", "stream")),
        *(ModelCall(path="predictions.create", argument=name) for name in ("model", "version")),
    ),
    examples=(
        CallExample(
            code="import Replicate from 'replicate'\n"
            "const replicate = new Replicate()\n"
            "const output = await replicate.run('meta/llama-9-70b', { input: { prompt } })",
            id="meta/llama-9-70b", surface="replicate",
        ),
        CallExample(
            code="import Replicate from 'replicate'\n"
            "new Replicate({ auth }).predictions.create({ model: 'meta/llama-9-70b', input })",
            id="meta/llama-9-70b", surface="replicate",
        ),
        CallExample(
            code="const Replicate = require('replicate')\n"
            "new Replicate().run(pick(), { input })",
            id="pick()", surface="replicate", dynamic=True,
        ),
    ),
)  # fmt: skip
