"""OpenAI's SDK for Java and Kotlin."""

from __future__ import annotations

from pytest_modelgate.frameworks._java import asked, requests
from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

_HOST = "https://api.openai.com/v1"
_MODELS = "com.openai.models"

FRAMEWORK = Framework(
    name="java-openai",
    language="java",
    modules=("com.openai",),
    keywords=("com.openai",),
    clients=(
        *(
            Client(name=name, module="com.openai", surface="openai", base=_HOST, base_url=("baseUrl",), key="apiKey",
                   tells=(("azureServiceVersion", "", "azure"), ("azureUrlPathMode", "", "azure")))
            for name in ("OpenAIOkHttpClient", "OpenAIOkHttpClientAsync", "OpenAIClient", "OpenAIClientAsync")
        ),
        *(
            Client(name=name, module="com.openai", surface="bedrock")
            for name in ("BedrockOpenAIOkHttpClient", "BedrockOpenAIOkHttpClientAsync")
        ),
    ),
    calls=(
        *asked(
            {
                "chat.completions": "chat.completions.create chat.completions.createStreaming",
                "responses": (
                    "responses.create responses.createStreaming responses.compact beta.responses.create"
                    " beta.responses.compact"
                ),
                "completions": "completions.create completions.createStreaming",
                "embeddings": "embeddings.create",
                "images.generations": "images.generate images.generateStreaming",
                "images.edits": "images.edit images.editStreaming",
                "image": "images.createVariation",
                "audio.speech": "audio.speech.create",
                "audio.transcriptions": "audio.transcriptions.create audio.transcriptions.createStreaming",
                "audio.translations": "audio.translations.create",
                "moderations": "moderations.create",
                "videos": "videos.create",
                "realtime-beta": "beta.realtime.sessions.create",
                "assistants": (
                    "beta.assistants.create beta.assistants.update beta.threads.createAndRun"
                    " beta.threads.createAndRunStreaming beta.threads.runs.create beta.threads.runs.createStreaming"
                ),
                "fine_tuning.jobs": "fineTuning.jobs.create",
            }
        ),
        *plain_calls(
            "beta.assistants.retrieve beta.assistants.list beta.assistants.delete beta.threads.create"
            " beta.threads.retrieve beta.threads.update beta.threads.delete beta.threads.messages.create"
            " beta.threads.messages.retrieve beta.threads.messages.update beta.threads.messages.list"
            " beta.threads.messages.delete beta.threads.runs.retrieve beta.threads.runs.update beta.threads.runs.list"
            " beta.threads.runs.cancel beta.threads.runs.submitToolOutputs"
            # Their model may be left out.
            " beta.assistants.update beta.threads.createAndRun beta.threads.createAndRunStreaming"
            " beta.threads.runs.create beta.threads.runs.createStreaming",
            "assistants",
        ),
        *plain_calls("videos.create videos.edit videos.extend videos.remix", "videos"),
    ),
    # Whoever is asked, it says what for.
    functions=(
        *requests(
            _MODELS,
            {
                "chat.completions": "ChatCompletionCreateParams StructuredChatCompletionCreateParams",
                "responses": "ResponseCreateParams StructuredResponseCreateParams ResponseCompactParams",
                "completions": "CompletionCreateParams",
                "embeddings": "EmbeddingCreateParams",
                "images.generations": "ImageGenerateParams",
                "images.edits": "ImageEditParams",
                "image": "ImageCreateVariationParams",
                "audio.speech": "SpeechCreateParams",
                "audio.transcriptions": "TranscriptionCreateParams",
                "audio.translations": "TranslationCreateParams",
                "moderations": "ModerationCreateParams",
                "videos": "VideoCreateParams",
                "assistants": "AssistantCreateParams AssistantUpdateParams ThreadCreateAndRunParams",
                "fine_tuning.jobs": "JobCreateParams",
            },
        ),
        *requests(f"{_MODELS}.beta.threads", {"assistants": "RunCreateParams"}),
        *requests(f"{_MODELS}.realtime", {"realtime": "RealtimeSessionCreateRequest"}),
    ),
    examples=(
        CallExample(
            code="import com.openai.client.OpenAIClient;\n"
            "import com.openai.client.okhttp.OpenAIOkHttpClient;\n"
            "import com.openai.models.chat.completions.ChatCompletionCreateParams;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    OpenAIClient client = OpenAIOkHttpClient.fromEnv();\n"
            "    ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()\n"
            '        .addUserMessage("Hello").model("gpt-next").build();\n'
            "    client.chat().completions().create(params);\n"
            "  }\n"
            "}\n",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import com.openai.client.okhttp.OpenAIOkHttpClient;\n"
            "import com.openai.models.responses.ResponseCreateParams;\n"
            "class Ask {\n"
            '  OpenAIClient client = OpenAIOkHttpClient.builder().baseUrl("https://openrouter.ai/api/v1").build();\n'
            "  void ask() {\n"
            '    client.responses().createStreaming(ResponseCreateParams.builder().model("maker/next").build());\n'
            "  }\n"
            "}\n",
            id="maker/next", surface="openrouter", endpoint="responses",
        ),
        CallExample(
            code="import com.openai.client.okhttp.BedrockOpenAIOkHttpClient;\n"
            "import com.openai.models.chat.completions.ChatCompletionCreateParams;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    BedrockOpenAIOkHttpClient.Builder builder = BedrockOpenAIOkHttpClient.builder();\n"
            "    OpenAIClient client = builder.build();\n"
            '    var params = ChatCompletionCreateParams.builder().model("openai.gpt-next").build();\n'
            "    client.chat().completions().create(params);\n"
            "  }\n"
            "}\n",
            id="openai.gpt-next", surface="bedrock", endpoint="chat.completions",
        ),
        CallExample(
            code="import com.openai.models.embeddings.EmbeddingCreateParams;\n"
            "class Vectors {\n"
            "  EmbeddingCreateParams params(String text) {\n"
            '    return EmbeddingCreateParams.builder().input(text).model("vectors-next").build();\n'
            "  }\n"
            "}\n",
            id="vectors-next", surface=None, endpoint="embeddings",
        ),
        CallExample(
            code="import com.openai.client.OpenAIClient;\n"
            "import com.openai.models.embeddings.EmbeddingCreateParams;\n"
            "class Vectors {\n"
            "  private final OpenAIClient client;\n"
            "  Object ask(String text) {\n"
            '    return client.embeddings().create(EmbeddingCreateParams.builder().model("gpt-4o").build());\n'
            "  }\n"
            "}\n",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="import com.openai.client.okhttp.OpenAIOkHttpClientAsync;\n"
            "import com.openai.models.chat.completions.ChatCompletionCreateParams;\n"
            "class Ask {\n"
            "  Object ask() {\n"
            "    var client = OpenAIOkHttpClientAsync.fromEnv();\n"
            "    return client.chat().completions()\n"
            "        .create(ChatCompletionCreateParams.builder().model(pick()).build());\n"
            "  }\n"
            "}\n",
            id="pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
    ),
)  # fmt: skip
