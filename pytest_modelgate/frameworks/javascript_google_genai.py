"""Google's current SDK for JavaScript, for the Gemini API and Vertex AI."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="javascript-google-genai",
    language="javascript",
    modules=("@google/genai",),
    keywords=("genai",),
    clients=(
        # Without these, an environment variable says whether it asks the Gemini API or Vertex AI.
        Client(
            name="GoogleGenAI",
            surface=None,
            module="@google/genai",
            tells=(
                ("enterprise", "true", "vertex"),
                ("vertexai", "true", "vertex"),
                ("enterprise", "false", "gemini"),
                ("vertexai", "false", "gemini"),
                ("apiKey", "", "gemini"),
            ),
            base_url=("httpOptions.baseUrl",),
            key="apiKey",
        ),
    ),
    calls=(
        *calls_of(
            {
                "generateContent": "models.generateContent models.generateContentStream chats.create caches.create",
                "embedContent": "models.embedContent batches.createEmbeddings",
                "predict": (
                    "models.generateImages models.editImage models.upscaleImage models.recontextImage"
                    " models.segmentImage"
                ),
                "predictLongRunning": "models.generateVideos",
                "bidiGenerateContent": "live.connect",
                "interactions": "interactions.create",
                None: "models.countTokens models.computeTokens batches.create live.music.connect",
            }
        ),
        ModelCall(path="interactions.create", argument="agent", endpoint="interactions"),
        ModelCall(path="tunings.tune", argument="baseModel"),
    ),
    examples=(
        CallExample(
            code=(
                "import { GoogleGenAI } from '@google/genai'\nconst ai = new GoogleGenAI({})\n"
                "await ai.models.generateContent({ model: 'gemini-next', contents: 'Hello' })"
            ),
            id="gemini-next",
            surface=None,
            endpoint="generateContent",
        ),
        CallExample(
            code=(
                "import { GoogleGenAI } from '@google/genai'\nconst ai = new GoogleGenAI({ vertexai: true, project })\n"
                "await ai.models.embedContent({ model: 'gemini-next', contents })"
            ),
            id="gemini-next",
            surface="vertex",
            endpoint="embedContent",
        ),
        CallExample(
            code=(
                "import { GoogleGenAI } from '@google/genai'\n"
                "new GoogleGenAI({ apiKey }).chats.create({ model: 'gemini-embedding-001' })"
            ),
            id="gemini-embedding-001",
            surface="gemini",
            endpoint="generateContent",
            wrong=True,
        ),
        CallExample(
            code=(
                "const { GoogleGenAI } = require('@google/genai')\n"
                "new GoogleGenAI({ apiKey }).live.connect({ model: pick(), callbacks })"
            ),
            id="pick()",
            surface="gemini",
            endpoint="bidiGenerateContent",
            dynamic=True,
        ),
    ),
)
