"""Google's SDKs for Java and Kotlin: the current one, those for Android and Firebase, and Vertex AI's of before."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_ANDROID = "com.google.ai.client.generativeai"
_VERTEX = "com.google.cloud.vertexai"
_FIREBASE = "com.google.firebase"
_BACKENDS = (
    ("GenerativeBackend.googleAI()", "gemini"),
    ("GenerativeBackend.vertexAI()", "vertex"),
)
# The first argument is the model.
_CALLS = (
    ("generateContent", "models.generateContent models.generateContentStream chats.create caches.create"),
    ("embedContent", "models.embedContent batches.createEmbeddings"),
    ("predict", "models.generateImages models.editImage models.upscaleImage models.recontextImage models.segmentImage"),
    ("predictLongRunning", "models.generateVideos"),
    ("bidiGenerateContent", "live.connect"),
    (None, "models.countTokens models.computeTokens batches.create"),
)

FRAMEWORK = Framework(
    name="java-google",
    language="java",
    modules=("com.google.genai", _ANDROID, _VERTEX, _FIREBASE),
    keywords=("com.google.genai", "generativeai", "vertexai", "firebase"),
    clients=(
        # Without these, an environment variable says whether it asks the Gemini API or Vertex AI.
        Client(name="Client", module="com.google.genai", surface=None,
               tells=(("vertexAI", "true", "vertex"), ("enterprise", "true", "vertex"), ("vertexAI", "false", "gemini"),
                      ("project", "", "vertex"), ("apiKey", "", "gemini"))),
        Client(name="GenerativeModel", module=_ANDROID, surface="gemini", arguments=("modelName",), position=0,
               endpoint="generateContent", key="apiKey"),
        Client(name="GenerativeModel", module=_VERTEX, surface="vertex", arguments=("modelName",), position=0,
               endpoint="generateContent"),
        Client(name="FirebaseAI", module=_FIREBASE, surface=None, places=("backend",),
               tells=tuple(("backend", *pair) for pair in _BACKENDS)),
        Client(name="FirebaseVertexAI", module=_FIREBASE, surface="vertex"),
        Client(name="ai", module=_FIREBASE, surface=None, places=("backend",),
               tells=tuple(("backend", *pair) for pair in _BACKENDS)),
        Client(name="vertexAI", module=_FIREBASE, surface="vertex"),
    ),
    calls=(
        *(
            ModelCall(path=path, argument="model", position=0, endpoint=endpoint)
            for endpoint, paths in _CALLS
            for path in paths.split()
        ),
        *(
            ModelCall(path=path, argument="modelName", position=0, endpoint=endpoint)
            for path, endpoint in (("generativeModel", "generateContent"), ("liveModel", "bidiGenerateContent"),
                                   ("imagenModel", "predict"))
        ),
    ),
    examples=(
        CallExample(
            code="import com.google.genai.Client;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    Client client = new Client();\n"
            '    client.models.generateContent("gemini-next", "Hello", null);\n'
            "  }\n"
            "}\n",
            id="gemini-next", surface=None, endpoint="generateContent",
        ),
        CallExample(
            code="import com.google.genai.Client;\n"
            "class Ask {\n"
            "  Client client = Client.builder().project(project).vertexAI(true).build();\n"
            "  void ask() {\n"
            '    client.async.models.generateContentStream("gemini-next", "Hello", null);\n'
            "  }\n"
            "}\n",
            id="gemini-next", surface="vertex", endpoint="generateContent",
        ),
        CallExample(
            code="import com.google.ai.client.generativeai.GenerativeModel;\n"
            "class Ask {\n"
            '  GenerativeModel model = new GenerativeModel("gemini-next", BuildConfig.API_KEY);\n'
            "}\n",
            id="gemini-next", surface="gemini", endpoint="generateContent",
        ),
        CallExample(
            code="import com.google.cloud.vertexai.generativeai.GenerativeModel;\n"
            "class Ask {\n"
            '  GenerativeModel model = new GenerativeModel("gemini-next", vertexAi);\n'
            "}\n",
            id="gemini-next", surface="vertex", endpoint="generateContent",
        ),
        CallExample(
            code="import com.google.firebase.ai.FirebaseAI;\n"
            "class Ask {\n"
            '  Object model = FirebaseAI.getInstance(GenerativeBackend.googleAI()).generativeModel("gemini-next");\n'
            "}\n",
            id="gemini-next", surface="gemini", endpoint="generateContent",
        ),
        CallExample(
            code="import com.google.genai.Client;\n"
            "class Ask {\n"
            "  Client client = Client.builder().apiKey(key).build();\n"
            "  void ask() {\n"
            '    client.models.generateContent("gemini-embedding-001", "Hello", null);\n'
            "  }\n"
            "}\n",
            id="gemini-embedding-001", surface="gemini", endpoint="generateContent", wrong=True,
        ),
        CallExample(
            code="import com.google.genai.Client;\n"
            "class Ask {\n"
            "  void ask(Client client) {\n"
            '    client.models.embedContent(pick(), "Hello", null);\n'
            "  }\n"
            "}\n",
            id="pick()", surface=None, endpoint="embedContent", dynamic=True,
        ),
    ),
)  # fmt: skip
