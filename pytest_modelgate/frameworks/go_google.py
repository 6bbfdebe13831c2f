"""Google's SDKs for Go: the current one for the Gemini API and Vertex AI, those before it, and the agents' kit."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_GENAI = "google.golang.org/genai"
_GEMINI = "github.com/google/generative-ai-go"
_VERTEX = "cloud.google.com/go/vertexai"
_ADK = "google.golang.org/adk"


def _tells(config: str) -> tuple[tuple[str, str, str], ...]:
    return (
        (f"{config}.Backend", "genai.BackendVertexAI", "vertex"),
        (f"{config}.Backend", "genai.BackendGeminiAPI", "gemini"),
    )


_METHODS = {
    "generateContent": "Models.GenerateContent Models.GenerateContentStream Chats.Create Caches.Create",
    "embedContent": "Models.EmbedContent",
    "predict": (
        "Models.GenerateImages Models.EditImage Models.UpscaleImage Models.RecontextImage Models.SegmentImage"
    ),
    "predictLongRunning": "Models.GenerateVideos Models.GenerateVideosFromSource",
    "bidiGenerateContent": "Live.Connect",
    None: "Models.CountTokens Models.ComputeTokens Batches.Create",
}  # fmt: skip

FRAMEWORK = Framework(
    name="go-google",
    language="go",
    modules=(_GENAI, _GEMINI, _VERTEX, _ADK),
    keywords=("google.golang.org/genai", "generative-ai-go", "vertexai", "google.golang.org/adk"),
    clients=(
        # Without a backend, an environment variable says whether it asks the Gemini API or Vertex AI.
        *(
            Client(name=name, surface=None, module=_GENAI, places=("ctx", "config"), tells=_tells("config"),
                   base_url=("config.HTTPOptions.BaseURL",))
            for name in ("NewClient", "Client")
        ),
        *(
            Client(name=name, surface=surface, module=module)
            for module, surface in ((_GEMINI, "gemini"), (_VERTEX, "vertex"))
            for name in ("NewClient", "Client")
        ),
        *(
            Client(name="NewModel", surface=None, module=f"{_ADK}{version}/model/gemini", arguments=("modelName",),
                   position=1, endpoint="generateContent", places=("ctx", "modelName", "config"),
                   tells=_tells("config"))
            for version in ("", "/v2")
        ),
    ),
    calls=(
        *(
            ModelCall(path=path, position=1, endpoint=endpoint)
            for endpoint, paths in _METHODS.items()
            for path in paths.split()
        ),
        ModelCall(path="GenerativeModel", argument="name", position=0, endpoint="generateContent"),
        ModelCall(path="EmbeddingModel", argument="name", position=0, endpoint="embedContent"),
    ),
    examples=(
        CallExample(
            code='package main\n\nimport "google.golang.org/genai"\n\nfunc ask() {\n'
            "\tclient, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI})\n"
            '\tclient.Models.GenerateContent(ctx, "gemini-next", genai.Text("Hello"), nil)\n}',
            id="gemini-next", surface="vertex", endpoint="generateContent",
        ),
        CallExample(
            code='package main\n\nimport "google.golang.org/genai"\n\nfunc ask() {\n'
            "\tclient, err := genai.NewClient(ctx, nil)\n"
            '\tclient.Models.EmbedContent(ctx, "gemini-next", contents, nil)\n}',
            id="gemini-next", surface=None, endpoint="embedContent",
        ),
        CallExample(
            code='package main\n\nimport "github.com/google/generative-ai-go/genai"\n\nfunc ask() {\n'
            "\tclient, err := genai.NewClient(ctx, option.WithAPIKey(key))\n"
            '\tmodel := client.GenerativeModel("gemini-next")\n}',
            id="gemini-next", surface="gemini", endpoint="generateContent",
        ),
        CallExample(
            code='package main\n\nimport "cloud.google.com/go/vertexai/genai"\n\nfunc ask() {\n'
            "\tclient, err := genai.NewClient(ctx, project, location)\n"
            '\tmodel := client.GenerativeModel("gemini-next")\n}',
            id="gemini-next", surface="vertex", endpoint="generateContent",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"google.golang.org/adk/model/gemini"\n\t"google.golang.org/genai"\n)\n\n'
            "func ask() {\n\tmodel, err := gemini.NewModel(ctx, \"gemini-next\", &genai.ClientConfig{\n"
            "\t\tBackend: genai.BackendGeminiAPI,\n\t})\n}",
            id="gemini-next", surface="gemini", endpoint="generateContent",
        ),
        CallExample(
            code='package main\n\nimport "github.com/google/generative-ai-go/genai"\n\nfunc ask() {\n'
            "\tclient, err := genai.NewClient(ctx, option.WithAPIKey(key))\n"
            '\tclient.GenerativeModel("gemini-embedding-001")\n}',
            id="gemini-embedding-001", surface="gemini", endpoint="generateContent", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "google.golang.org/genai"\n\nfunc ask() {\n'
            "\tclient, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendGeminiAPI})\n"
            "\tclient.Models.GenerateContent(ctx, pick(), parts, nil)\n}",
            id="pick()", surface="gemini", endpoint="generateContent", dynamic=True,
        ),
    ),
)  # fmt: skip
