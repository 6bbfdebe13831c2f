"""gemini-ai, whose client is made for one model of Gemini's API or of Vertex."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

FRAMEWORK = Framework(
    name="ruby-gemini",
    language="ruby",
    modules=("gemini-ai", "Gemini"),
    keywords=("gemini",),
    clients=(
        Client(name="Gemini", surface="gemini", arguments=("options.model",),
               tells=(("credentials.service", "vertex-ai-api", "vertex"),)),
    ),
    examples=(
        CallExample(
            code="require 'gemini-ai'\nclient = Gemini.new(\n  credentials: {\n"
            "    service: 'generative-language-api',\n    api_key: ENV['GOOGLE_API_KEY']\n  },\n"
            "  options: { model: 'gemini-next', server_sent_events: true }\n)",
            id="gemini-next", surface="gemini",
        ),
        CallExample(
            code="Gemini.new(\n  credentials: { service: 'vertex-ai-api', region: 'us-east4' },\n"
            "  options: { model: 'gemini-next' }\n)",
            id="gemini-next", surface="vertex",
        ),
        CallExample(
            code="Gemini.new(credentials: {service: 'generative-language-api'}, options: {model: pick(1)})",
            id="pick(1)", surface="gemini", dynamic=True,
        ),
    ),
)  # fmt: skip
