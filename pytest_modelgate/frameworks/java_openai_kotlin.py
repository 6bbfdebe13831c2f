"""The `openai-kotlin` package: its client, its requests, and the functions that build them."""

from __future__ import annotations

from pytest_modelgate.frameworks._java import asked, requests
from pytest_modelgate.kinds import CallExample, Client, Framework

_PACKAGE = "com.aallam.openai"
_HOST = "https://api.openai.com/v1/"

FRAMEWORK = Framework(
    name="java-openai-kotlin",
    language="java",
    modules=(_PACKAGE,),
    keywords=("com.aallam.openai",),
    clients=(
        Client(name="OpenAI", module=_PACKAGE, surface="openai", base=_HOST, base_url=("host.baseUrl",),
               through=("config",), key="token"),
        Client(name="OpenAIConfig", module=_PACKAGE, surface="openai", base=_HOST, base_url=("host.baseUrl",),
               key="token"),
    ),
    calls=asked(
        {
            "chat.completions": "chatCompletion chatCompletions",
            "responses": "response",
            "completions": "completion completions",
            "embeddings": "embeddings",
            "audio.speech": "speech",
            "audio.transcriptions": "transcription",
            "audio.translations": "translation",
            "moderations": "moderations",
            "edits": "edit",
            "assistants": "assistant createThreadRun",
            "fine_tuning.jobs": "fineTuningJob",
            "fine-tunes": "fineTune",
        }
    )
    + asked({"assistants": "createRun"}, position=1),
    functions=requests(
        f"{_PACKAGE}.api",
        {
            "chat.completions": "ChatCompletionRequest chatCompletionRequest",
            "responses": "ResponseRequest responseRequest",
            "completions": "CompletionRequest completionRequest",
            "embeddings": "EmbeddingRequest embeddingRequest",
            "images.generations": "ImageCreation imageCreation",
            "images.edits": "ImageEdit imageEdit",
            "image": "ImageVariation imageVariation",
            "audio.speech": "SpeechRequest speechRequest",
            "audio.transcriptions": "TranscriptionRequest transcriptionRequest",
            "audio.translations": "TranslationRequest translationRequest",
            "moderations": "ModerationRequest moderationRequest",
            "edits": "EditsRequest editsRequest",
            "assistants": (
                "AssistantRequest assistantRequest RunRequest runRequest ThreadRunRequest threadRunRequest"
            ),
            "fine_tuning.jobs": "FineTuningRequest fineTuningRequest",
            "fine-tunes": "FineTuneRequest fineTuneRequest",
        },
    ),
    examples=(
        CallExample(
            code="import com.aallam.openai.api.chat.ChatCompletionRequest\n"
            "import com.aallam.openai.api.model.ModelId\n"
            "import com.aallam.openai.client.OpenAI\n"
            "suspend fun ask() {\n"
            "    val openAI = OpenAI(token = key)\n"
            '    val request = ChatCompletionRequest(model = ModelId("gpt-next"), messages = listOf())\n'
            "    openAI.chatCompletion(request).choices.first()\n"
            "}\n",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import com.aallam.openai.api.chat.chatCompletionRequest\n"
            "import com.aallam.openai.api.model.ModelId\n"
            "import com.aallam.openai.client.OpenAI\n"
            "import com.aallam.openai.client.OpenAIConfig\n"
            "import com.aallam.openai.client.OpenAIHost\n"
            'val config = OpenAIConfig(token = key, host = OpenAIHost(baseUrl = "https://openrouter.ai/api/v1/"))\n'
            "val openAI = OpenAI(config)\n"
            "suspend fun ask() = openAI.chatCompletion(chatCompletionRequest {\n"
            '    model = ModelId("maker/next")\n'
            "    messages { user { content = prompt } }\n"
            "})\n",
            id="maker/next", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="import com.aallam.openai.api.model.ModelId\n"
            "import com.aallam.openai.api.audio.speechRequest\n"
            'fun speech(text: String) = speechRequest { model = ModelId("voice-next"); input = text }\n',
            id="voice-next", surface=None, endpoint="audio.speech",
        ),
        CallExample(
            code="import com.aallam.openai.api.embedding.EmbeddingRequest\n"
            "import com.aallam.openai.client.OpenAI\n"
            "suspend fun ask(client: OpenAI, text: String) = client.embeddings(\n"
            '    request = EmbeddingRequest(model = ModelId("gpt-4o"), input = listOf(text))\n'
            ")\n",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="import com.aallam.openai.api.chat.ChatCompletionRequest\n"
            "import com.aallam.openai.client.OpenAI\n"
            "fun ask(client: OpenAI) = client.chatCompletions(ChatCompletionRequest(model = pick(), messages = m))\n",
            id="pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
    ),
)  # fmt: skip
