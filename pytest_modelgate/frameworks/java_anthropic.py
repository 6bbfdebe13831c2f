"""Anthropic's SDK for Java and Kotlin, with its ways to other clouds."""

from __future__ import annotations

from pytest_modelgate.frameworks._java import asked, requests
from pytest_modelgate.kinds import CallExample, Client, Framework

_BACKENDS = (
    ("BedrockBackend", "bedrock"),
    ("BedrockMantleBackend", "bedrock"),
    ("VertexBackend", "vertex"),
    ("FoundryBackend", "azure"),
    ("AnthropicBackend", "anthropic"),
)

FRAMEWORK = Framework(
    name="java-anthropic",
    language="java",
    modules=("com.anthropic",),
    keywords=("com.anthropic",),
    clients=(
        *(
            Client(name=name, module="com.anthropic", surface="anthropic", base="https://api.anthropic.com",
                   base_url=("baseUrl",), through=("backend",), key="apiKey")
            for name in ("AnthropicOkHttpClient", "AnthropicOkHttpClientAsync", "AnthropicClient",
                         "AnthropicClientAsync")
        ),
        *(Client(name=name, module="com.anthropic", surface=surface) for name, surface in _BACKENDS),
    ),
    calls=asked(
        {
            "messages": (
                "messages.create messages.createStreaming messages.countTokens beta.messages.create"
                " beta.messages.createStreaming beta.messages.countTokens beta.messages.toolRunner beta.agents.create"
                " beta.agents.update beta.dreams.create"
            ),
            "completions": "completions.create completions.createStreaming",
        }
    ),
    functions=requests(
        "com.anthropic.models",
        {
            "messages": (
                "MessageCreateParams MessageCountTokensParams StructuredMessageCreateParams AgentCreateParams"
                " AgentUpdateParams DreamCreateParams BatchCreateParams.Request.Params"
            ),
            "completions": "CompletionCreateParams",
        },
    ),
    examples=(
        CallExample(
            code="import com.anthropic.client.AnthropicClient;\n"
            "import com.anthropic.client.okhttp.AnthropicOkHttpClient;\n"
            "import com.anthropic.models.messages.MessageCreateParams;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    AnthropicClient client = AnthropicOkHttpClient.fromEnv();\n"
            '    MessageCreateParams params = MessageCreateParams.builder().model("claude-next").build();\n'
            "    client.messages().create(params);\n"
            "  }\n"
            "}\n",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="import com.anthropic.bedrock.backends.BedrockBackend;\n"
            "import com.anthropic.client.okhttp.AnthropicOkHttpClient;\n"
            "import com.anthropic.models.messages.MessageCreateParams;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    var client = AnthropicOkHttpClient.builder().backend(BedrockBackend.fromEnv()).build();\n"
            '    client.messages().create(MessageCreateParams.builder().model("my-profile").build());\n'
            "  }\n"
            "}\n",
            id="my-profile", surface="bedrock", endpoint="messages",
        ),
        CallExample(
            code="import com.anthropic.client.okhttp.AnthropicOkHttpClient;\n"
            "import com.anthropic.models.beta.messages.MessageCreateParams;\n"
            "import com.anthropic.vertex.backends.VertexBackend;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    AnthropicClient client = AnthropicOkHttpClient.builder()\n"
            '        .backend(VertexBackend.builder().region("us-central1").project(project).build()).build();\n'
            '    var params = MessageCreateParams.builder().model("claude-next").build();\n'
            "    client.beta().messages().createStreaming(params);\n"
            "  }\n"
            "}\n",
            id="claude-next", surface="vertex", endpoint="messages",
        ),
        CallExample(
            code="import com.anthropic.bedrock.backends.BedrockBackend;\n"
            "import com.anthropic.client.okhttp.AnthropicOkHttpClient;\n"
            "import com.anthropic.models.messages.MessageCreateParams;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    var client = AnthropicOkHttpClient.builder().backend(BedrockBackend.fromEnv()).build();\n"
            '    client.messages().create(MessageCreateParams.builder().model("cohere.embed-v4:0").build());\n'
            "  }\n"
            "}\n",
            id="cohere.embed-v4:0", surface="bedrock", endpoint="messages", wrong=True,
        ),
        CallExample(
            code="import com.anthropic.client.AnthropicClient;\n"
            "import com.anthropic.models.messages.MessageCreateParams;\n"
            "class Ask {\n"
            "  Object ask(AnthropicClient client) {\n"
            "    return client.messages().create(MessageCreateParams.builder().model(pick()).build());\n"
            "  }\n"
            "}\n",
            id="pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
