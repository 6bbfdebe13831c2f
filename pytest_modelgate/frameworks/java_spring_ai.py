"""Spring AI: the options with which its models are asked."""

from __future__ import annotations

from pytest_modelgate.kinds import LOCAL, CallExample, Client, Framework

# Who is asked; the package's classes of options by what they are for.
_OPTIONS: tuple[tuple[str | None, str | None, str], ...] = (
    ("openai", "chat", "OpenAiChatOptions"),
    ("openai", "embeddings", "OpenAiEmbeddingOptions"),
    ("openai", "image", "OpenAiImageOptions"),
    ("openai", "audio.speech", "OpenAiAudioSpeechOptions"),
    ("openai", "audio.transcriptions", "OpenAiAudioTranscriptionOptions"),
    ("openai", "moderations", "OpenAiModerationOptions"),
    ("anthropic", "chat", "AnthropicChatOptions"),
    ("bedrock", "chat", "BedrockChatOptions BedrockProxyChatOptions"),
    ("bedrock", "embedding", "BedrockCohereEmbeddingOptions BedrockTitanEmbeddingOptions"),
    ("deepseek", "chat", "DeepSeekChatOptions"),
    ("elevenlabs", "speech", "ElevenLabsTextToSpeechOptions"),
    (None, "chat", "GoogleGenAiChatOptions"),
    (None, "image", "GoogleGenAiImageOptions"),
    (None, "embedding", "GoogleGenAiTextEmbeddingOptions"),
    ("mistral", "chat", "MistralAiChatOptions"),
    ("mistral", "embedding", "MistralAiEmbeddingOptions"),
    ("mistral", "moderation", "MistralAiModerationOptions"),
    ("mistral", "ocr", "MistralAiOcrOptions"),
    (LOCAL, "chat", "OllamaChatOptions OllamaOptions"),
    (LOCAL, "embedding", "OllamaEmbeddingOptions"),
    ("qwen", "chat", "DashScopeChatOptions"),
    ("vertex", "chat", "VertexAiGeminiChatOptions"),
    ("vertex", "embedding", "VertexAiTextEmbeddingOptions VertexAiMultimodalEmbeddingOptions"),
    # Whoever the application's model asks.
    (None, "chat", "ChatOptions ToolCallingChatOptions"),
    (None, "embedding", "EmbeddingOptions"),
    (None, "image", "ImageOptionsBuilder"),
    (None, "speech", "TextToSpeechOptions"),
)

FRAMEWORK = Framework(
    name="java-spring-ai",
    language="java",
    modules=("org.springframework.ai", "com.alibaba.cloud.ai"),
    keywords=("springframework.ai", "com.alibaba.cloud.ai"),
    clients=(
        *(
            Client(name=name, surface=surface, arguments=("model", "deploymentName") if surface == "openai" else
                   ("model",), endpoint=endpoint, base_url=("baseUrl",),
                   tells=(("deploymentName", "", "azure"), ("azure", "true", "azure"),
                          ("microsoftFoundry", "true", "azure"), ("gitHubModels", "true", "github-models"))
                   if surface == "openai" else ())
            for surface, endpoint, names in _OPTIONS
            for name in names.split()
        ),
        *(
            Client(name=f"AzureOpenAi{kind}Options", surface="azure", arguments=("deploymentName", "model"),
                   endpoint=endpoint)
            for kind, endpoint in (("Chat", "chat"), ("Embedding", "embedding"), ("Image", "image"))
        ),
    ),
    examples=(
        CallExample(
            code="import org.springframework.ai.openai.OpenAiChatOptions;\n"
            "class Config {\n"
            "  Object call(ChatClient client) {\n"
            '    return client.prompt("Hello").options(OpenAiChatOptions.builder().temperature(0.4)\n'
            '        .model("gpt-next").build()).call();\n'
            "  }\n"
            "}\n",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="import org.springframework.ai.azure.openai.AzureOpenAiChatOptions;\n"
            "class Config {\n"
            '  Object options = AzureOpenAiChatOptions.builder().deploymentName("prod-chat").build();\n'
            "}\n",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
        CallExample(
            code="import org.springframework.ai.vertexai.gemini.VertexAiGeminiChatOptions;\n"
            "class Config {\n"
            '  Object options = VertexAiGeminiChatOptions.builder().withModel("gemini-next").build();\n'
            "}\n",
            id="gemini-next", surface="vertex", endpoint="chat",
        ),
        CallExample(
            code="import org.springframework.ai.anthropic.AnthropicChatOptions;\n"
            "class Config {\n"
            "  Object options() {\n"
            "    AnthropicChatOptions options = new AnthropicChatOptions();\n"
            '    options.setModel("claude-next");\n'
            "    return options;\n"
            "  }\n"
            "}\n",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="import org.springframework.ai.chat.prompt.ChatOptions;\n"
            "class Config {\n"
            '  Object options = ChatOptions.builder().model("house-next").build();\n'
            "}\n",
            id="house-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import org.springframework.ai.openai.OpenAiEmbeddingOptions;\n"
            "class Config {\n"
            '  Object options = OpenAiEmbeddingOptions.builder().model("gpt-4o").build();\n'
            "}\n",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="import org.springframework.ai.mistralai.MistralAiChatOptions;\n"
            "class Config {\n"
            "  Object options = MistralAiChatOptions.builder().model(pick()).build();\n"
            "}\n",
            id="pick()", surface="mistral", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
