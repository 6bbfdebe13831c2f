"""Cloudflare's models as its workers ask them: by a binding, its wrapper, or its provider for the AI SDK."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import by_place
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="javascript-cloudflare",
    language="javascript",
    modules=("@cloudflare/ai", "cloudflare", "workers-ai-provider",),
    keywords=("@cf/", "@hf/", "@cloudflare/ai", "workers-ai-provider",),
    clients=(
        Client(name="Ai", surface="cloudflare-workers-ai", module="@cloudflare/ai"),
        Client(name="createWorkersAI", surface="cloudflare-workers-ai", module="workers-ai-provider"),
    ),
    calls=(
        # The binding of a worker: `env.AI.run(...)`.
        ModelCall(path="AI.run", argument="model", position=0, surface="cloudflare-workers-ai"),
        ModelCall(path="run", argument="model", position=0, surface="cloudflare-workers-ai"),
        *by_place(
            {
                "chat": "() chat",
                "embedding": "embedding textEmbedding textEmbeddingModel",
                "image": "image imageModel",
                "speech": "speech speechModel",
                "transcription": "transcription transcriptionModel",
                "rerank": "reranking rerankingModel",
            }
        ),
    ),
    examples=(
        CallExample(
            code="export default {\n"
            "  async fetch(request: Request, env: Env): Promise<Response> {\n"
            "    return Response.json(await env.AI.run('@cf/maker/next-9b', { prompt }))\n"
            "  },\n"
            "}",
            id="@cf/maker/next-9b", surface="cloudflare-workers-ai",
        ),
        CallExample(
            code="import { createWorkersAI } from 'workers-ai-provider'\n"
            "import { generateText } from 'ai'\n"
            "const workersai = createWorkersAI({ binding: env.AI })\n"
            "await generateText({ model: workersai('@cf/maker/next-9b'), prompt })",
            id="@cf/maker/next-9b", surface="cloudflare-workers-ai", endpoint="chat",
        ),
        CallExample(
            code="import { Ai } from '@cloudflare/ai'\n"
            "const ai = new Ai(env.AI)\n"
            "await ai.run(pick(), { messages })",
            id="pick()", surface="cloudflare-workers-ai", dynamic=True,
        ),
    ),
)  # fmt: skip
