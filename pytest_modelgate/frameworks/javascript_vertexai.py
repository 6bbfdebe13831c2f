"""Google's older SDKs of Vertex AI for JavaScript."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="javascript-vertexai",
    language="javascript",
    modules=("@google-cloud/vertexai", "@google-cloud/aiplatform"),
    keywords=("@google-cloud/vertexai", "@google-cloud/aiplatform"),
    clients=(Client(name="VertexAI", surface="vertex", module="@google-cloud/vertexai"),),
    calls=tuple(
        ModelCall(path=f"{between}{method}", endpoint="chat")
        for between in ("", "preview.")
        for method in ("getGenerativeModel", "getGenerativeModelFromCachedContent", "cachedContents.create")
    ),
    examples=(
        CallExample(
            code=(
                "import { VertexAI } from '@google-cloud/vertexai'\n"
                "const vertex = new VertexAI({ project: 'mine', location: 'us-central1' })\n"
                "const model = vertex.getGenerativeModel({ model: 'gemini-x' })"
            ),
            id="gemini-x",
            surface="vertex",
            endpoint="chat",
        ),
        CallExample(
            code=(
                "const { VertexAI } = require('@google-cloud/vertexai')\n"
                "new VertexAI({ project }).preview.getGenerativeModel({ model: 'gemini-embedding-001' })"
            ),
            id="gemini-embedding-001",
            surface="vertex",
            endpoint="chat",
            wrong=True,
        ),
        CallExample(
            code=(
                "import { VertexAI } from '@google-cloud/vertexai'\n"
                "new VertexAI({ project }).getGenerativeModel({ model: pick() })"
            ),
            id="pick()",
            surface="vertex",
            endpoint="chat",
            dynamic=True,
        ),
    ),
)
