"""Genkit: models by the plugins that serve them, or by a route of plugin and model."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import by_place
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

# Package, plugin, surface.
_PLUGINS = (
    ("@genkit-ai/google-genai", "googleAI", "gemini"),
    ("@genkit-ai/google-genai", "vertexAI", "vertex"),
    ("@genkit-ai/googleai", "googleAI", "gemini"),
    ("@genkit-ai/vertexai", "vertexAI", "vertex"),
    ("@genkit-ai/compat-oai/openai", "openAI", "openai"),
    ("@genkit-ai/compat-oai/deepseek", "deepSeek", "deepseek"),
    ("@genkit-ai/compat-oai/xai", "xAI", "xai"),
    ("@genkit-ai/anthropic", "anthropic", "anthropic"),
)

FRAMEWORK = Framework(
    name="javascript-genkit",
    language="javascript",
    modules=("genkit", "@genkit-ai"),
    keywords=("genkit",),
    clients=(
        *(Client(name=name, module=module, surface=surface, made=True) for module, name, surface in _PLUGINS),
        Client(name="genkit", module="genkit", surface=None, arguments=("model",)),
    ),
    calls=(
        # Models that chat, draw, film and speak are named alike.
        *by_place({None: "model", "embedding": "embedder"}, "name"),
        *(ModelCall(path=path) for path in ("generate", "generateStream", "definePrompt")),
        *(ModelCall(path=path, argument="embedder", endpoint="embedding") for path in ("embed", "embedMany")),
    ),
    functions=tuple(
        ModelCall(path=f"{module}#gemini", argument="version", position=0, endpoint="chat", surface=surface)
        for module, surface in (("@genkit-ai/googleai", "gemini"), ("@genkit-ai/vertexai", "vertex"))
    ),
    examples=(
        CallExample(
            code="import { genkit } from 'genkit'\n"
            "import { googleAI } from '@genkit-ai/google-genai'\n"
            "const ai = genkit({ plugins: [googleAI()], model: googleAI.model('gemini-next') })",
            id="gemini-next", surface="gemini",
        ),
        CallExample(
            code="import { genkit } from 'genkit'\n"
            "const ai = genkit({ plugins })\n"
            "await ai.generate({ model: 'vertexai/gemini-next', prompt })",
            id="vertexai/gemini-next", surface=None,
        ),
        CallExample(
            code="import { vertexAI } from '@genkit-ai/vertexai'\n"
            "await ai.embed({ embedder: vertexAI.embedder('gemini-next'), content })",
            id="gemini-next", surface="vertex", endpoint="embedding",
        ),
        CallExample(
            code="import { gemini } from '@genkit-ai/googleai'\n"
            "const model = gemini('gemini-embedding-001')",
            id="gemini-embedding-001", surface="gemini", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import { openAI } from '@genkit-ai/compat-oai/openai'\n"
            "const model = openAI.model(pick())",
            id="pick()", surface="openai", dynamic=True,
        ),
    ),
)  # fmt: skip
