"""Azure's own SDKs for Java and Kotlin: for Azure OpenAI, and for models of Microsoft Foundry."""

from __future__ import annotations

from pytest_modelgate.frameworks._java import asked
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OPENAI = "com.azure.ai.openai"
_INFERENCE = "com.azure.ai.inference"
_GITHUB = ("https://models.inference.ai.azure.com", "https://models.github.ai/inference")
# The first argument is the name of a deployment.
_CALLS = (
    ("getChatCompletions", "chat.completions"),
    ("getChatCompletionsStream", "chat.completions"),
    ("getCompletions", "completions"),
    ("getCompletionsStream", "completions"),
    ("getEmbeddings", "embeddings"),
    ("getImageGenerations", "images.generations"),
    ("getAudioTranscription", "audio.transcriptions"),
    ("getAudioTranslation", "audio.translations"),
)

FRAMEWORK = Framework(
    name="java-azure",
    language="java",
    modules=(_OPENAI, _INFERENCE),
    keywords=("com.azure.ai",),
    clients=(
        *(
            Client(name=name, module=_OPENAI, surface="azure")
            for name in ("OpenAIClientBuilder", "OpenAIClient", "OpenAIAsyncClient")
        ),
        *(
            Client(name=name, module=_INFERENCE, surface="azure",
                   tells=tuple(("endpoint", address, "github-models") for address in _GITHUB))
            for name in ("ChatCompletionsClientBuilder", "EmbeddingsClientBuilder", "ChatCompletionsClient",
                         "ChatCompletionsAsyncClient", "EmbeddingsClient", "EmbeddingsAsyncClient")
        ),
    ),
    calls=(
        *(
            ModelCall(path=path, argument="deploymentOrModelName", position=0, endpoint=endpoint)
            for path, endpoint in _CALLS
        ),
        *asked({"chat.completions": "complete completeStream", "embeddings": "embed"}),
    ),
    functions=(
        ModelCall(path=f"{_INFERENCE}#ChatCompletionsOptions", endpoint="chat.completions", prepares=True),
    ),
    examples=(
        CallExample(
            code="import com.azure.ai.openai.OpenAIClient;\n"
            "import com.azure.ai.openai.OpenAIClientBuilder;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    OpenAIClient client = new OpenAIClientBuilder().endpoint(url).credential(key).buildClient();\n"
            '    client.getChatCompletions("prod-chat", new ChatCompletionsOptions(messages));\n'
            "  }\n"
            "}\n",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="import com.azure.ai.openai.OpenAIAsyncClient;\n"
            "class Vectors {\n"
            "  private final OpenAIAsyncClient client;\n"
            "  Object ask() {\n"
            '    return client.getEmbeddings("gpt-4o", options);\n'
            "  }\n"
            "}\n",
            id="gpt-4o", surface="azure", endpoint="embeddings",
        ),
        CallExample(
            code="import com.azure.ai.inference.ChatCompletionsClient;\n"
            "import com.azure.ai.inference.ChatCompletionsClientBuilder;\n"
            "import com.azure.ai.inference.models.ChatCompletionsOptions;\n"
            "class Ask {\n"
            "  void ask() {\n"
            '    String endpoint = "https://models.github.ai/inference";\n'
            "    ChatCompletionsClient client = new ChatCompletionsClientBuilder().endpoint(endpoint).buildClient();\n"
            "    ChatCompletionsOptions options = new ChatCompletionsOptions(messages);\n"
            '    options.setModel("maker/next");\n'
            "    client.complete(options);\n"
            "  }\n"
            "}\n",
            id="maker/next", surface="github-models", endpoint="chat.completions",
        ),
        CallExample(
            code="import com.azure.ai.openai.OpenAIClientBuilder;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    new OpenAIClientBuilder().endpoint(url).buildClient().getCompletions(pick(), options);\n"
            "  }\n"
            "}\n",
            id="pick()", surface="azure", endpoint="completions", dynamic=True,
        ),
    ),
)  # fmt: skip
