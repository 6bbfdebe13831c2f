"""Google's older SDKs for JavaScript: of the Gemini API, of Vertex AI, and Firebase's."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

FRAMEWORK = Framework(
    name="javascript-google-generativeai",
    language="javascript",
    modules=("@google/generative-ai",),
    keywords=("generative-ai",),
    clients=(
        Client(
            name="GoogleGenerativeAI",
            surface="gemini",
            module="@google/generative-ai",
            base="https://generativelanguage.googleapis.com",
            places=("apiKey",),
            key="apiKey",
        ),
    ),
    calls=(
        # What it answers with embeds as well as it generates.
        ModelCall(path="getGenerativeModel"),
        ModelCall(path="getGenerativeModelFromCachedContent", endpoint="generateContent"),
    ),
    examples=(
        CallExample(
            code=(
                "import { GoogleGenerativeAI } from '@google/generative-ai'\n"
                "const genAI = new GoogleGenerativeAI(process.env.API_KEY)\n"
                "const model = genAI.getGenerativeModel({ model: 'gemini-next' })"
            ),
            id="gemini-next",
            surface="gemini",
        ),
        CallExample(
            code=(
                "const { GoogleGenerativeAI } = require('@google/generative-ai')\n"
                "const model = new GoogleGenerativeAI(key).getGenerativeModel({ model: pick() }, { apiVersion })"
            ),
            id="pick()",
            surface="gemini",
            dynamic=True,
        ),
    ),
)
