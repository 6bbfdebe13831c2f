"""Google's SDK for C#, and the community's `Mscc.GenerativeAI`, for the Gemini API and Vertex AI."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OWN = "Google.GenAI"
_MSCC = "Mscc.GenerativeAI"

FRAMEWORK = Framework(
    name="csharp-google",
    language="csharp",
    modules=(_OWN, _MSCC),
    keywords=("google.genai", "mscc.generativeai"),
    clients=(
        # Without these, an environment variable says whether it asks the Gemini API or Vertex AI.
        Client(name="Client", module=_OWN, surface=None, key="apiKey",
               tells=(("vertexAI", "true", "vertex"), ("vertexAI", "false", "gemini"), ("apiKey", "", "gemini"))),
        Client(name="GoogleAI", module=_MSCC, surface="gemini"),
        Client(name="VertexAI", module=_MSCC, surface="vertex"),
    ),
    calls=(
        *(
            ModelCall(path=path, position=0, endpoint=endpoint)
            for endpoint, paths in {
                "generateContent": "Models.GenerateContentAsync Models.GenerateContentStreamAsync",
                "predict": "Models.GenerateImagesAsync Models.UpscaleImageAsync",
                "bidiGenerateContent": "Live.ConnectAsync",
            }.items()
            for path in paths.split()
        ),
        ModelCall(path="AsIChatClient", argument="defaultModelId", position=0, endpoint="generateContent"),
        # What it is asked for, its own calls say.
        ModelCall(path="GenerativeModel", position=0),
        ModelCall(path="ImageGenerationModel", position=0, endpoint="predict"),
    ),
    examples=(
        CallExample(
            code="using Google.GenAI;\nvar client = new Client(apiKey: key);\n"
            'var reply = await client.Models.GenerateContentAsync(model: "gemini-next", contents: "Why?");',
            id="gemini-next", surface="gemini", endpoint="generateContent",
        ),
        CallExample(
            code="using Google.GenAI;\nvar client = new Client(project: project, location: location, vertexAI: true);\n"
            'await foreach (var part in client.Models.GenerateContentStreamAsync("gemini-next", contents)) { }',
            id="gemini-next", surface="vertex", endpoint="generateContent",
        ),
        CallExample(
            code="using Mscc.GenerativeAI;\nvar google = new GoogleAI(apiKey: key);\n"
            'var model = google.GenerativeModel(model: "gemini-next");',
            id="gemini-next", surface="gemini",
        ),
        CallExample(
            code="using Google.GenAI;\nvar client = new Client(apiKey: key);\n"
            'await client.Models.GenerateContentAsync("gemini-embedding-001", contents);',
            id="gemini-embedding-001", surface="gemini", endpoint="generateContent", wrong=True,
        ),
        CallExample(
            code="using Mscc.GenerativeAI;\nvar model = new VertexAI(project, region).GenerativeModel(Pick());",
            id="Pick()", surface="vertex", dynamic=True,
        ),
    ),
)  # fmt: skip
