"""Older and smaller packages that ask OpenAI from Java: `openai-gpt3-java` and `simple-openai`."""

from __future__ import annotations

from pytest_modelgate.frameworks._java import asked, requests
from pytest_modelgate.kinds import CallExample, Client, Framework

_SERVICE = "com.theokanning.openai"
_SIMPLE = "io.github.sashirestela.openai"
_HOST = "https://api.openai.com"

FRAMEWORK = Framework(
    name="java-openai-services",
    language="java",
    modules=(_SERVICE, _SIMPLE),
    keywords=("theokanning.openai", "sashirestela.openai"),
    clients=(
        Client(name="OpenAiService", module=_SERVICE, surface="openai"),
        Client(name="SimpleOpenAI", module=_SIMPLE, surface="openai", base=_HOST, base_url=("baseUrl",), key="apiKey"),
        Client(name="SimpleOpenAIAzure", module=_SIMPLE, surface="azure"),
    ),
    calls=asked(
        {
            "chat.completions": (
                "createChatCompletion streamChatCompletion chatCompletions.create chatCompletions.createStream"
            ),
            "completions": "createCompletion streamCompletion completions.create completions.createStream",
            "embeddings": "createEmbeddings embeddings.create",
            "images.generations": "createImage images.create",
            "images.edits": "createImageEdit",
            "image": "createImageVariation",
            "audio.speech": "createSpeech audios.speak",
            "audio.transcriptions": "createTranscription audios.transcribe audios.transcribePlain",
            "audio.translations": "createTranslation audios.translate",
            "moderations": "createModeration",
            "edits": "createEdit",
            "assistants": "createAssistant",
            "fine_tuning.jobs": "createFineTuningJob",
            "fine-tunes": "createFineTune",
        }
    ),
    functions=(
        *requests(
            _SERVICE,
            {
                "chat.completions": "ChatCompletionRequest",
                "completions": "CompletionRequest",
                "embeddings": "EmbeddingRequest",
                "images.generations": "CreateImageRequest",
                "images.edits": "CreateImageEditRequest",
                "image": "CreateImageVariationRequest",
                "audio.speech": "CreateSpeechRequest",
                "audio.transcriptions": "CreateTranscriptionRequest",
                "audio.translations": "CreateTranslationRequest",
                "moderations": "ModerationRequest",
                "edits": "EditRequest",
                "assistants": "AssistantRequest",
                "fine_tuning.jobs": "FineTuningJobRequest",
                "fine-tunes": "FineTuneRequest",
            },
        ),
        *requests(
            _SIMPLE,
            {
                "chat.completions": "ChatRequest",
                "images.generations": "ImageRequest",
                "audio.speech": "SpeechRequest AudioSpeechRequest",
                "audio.transcriptions": "TranscriptionRequest AudioTranscribeRequest",
            },
        ),
    ),
    examples=(
        CallExample(
            code="import com.theokanning.openai.completion.chat.ChatCompletionRequest;\n"
            "import com.theokanning.openai.service.OpenAiService;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    OpenAiService service = new OpenAiService(token);\n"
            "    ChatCompletionRequest request = ChatCompletionRequest.builder()\n"
            '        .model("gpt-next").messages(messages).build();\n'
            "    service.createChatCompletion(request).getChoices();\n"
            "  }\n"
            "}\n",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import io.github.sashirestela.openai.SimpleOpenAI;\n"
            "import io.github.sashirestela.openai.domain.chat.ChatRequest;\n"
            "class Ask {\n"
            "  void ask() {\n"
            "    var openai = SimpleOpenAI.builder().apiKey(key).build();\n"
            '    var request = ChatRequest.builder().model("gpt-next").build();\n'
            "    openai.chatCompletions().createStream(request);\n"
            "  }\n"
            "}\n",
            id="gpt-next", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import com.theokanning.openai.embedding.EmbeddingRequest;\n"
            "import com.theokanning.openai.service.OpenAiService;\n"
            "class Ask {\n"
            "  Object ask(OpenAiService service) {\n"
            "    EmbeddingRequest request = new EmbeddingRequest();\n"
            '    request.setModel("gpt-4o");\n'
            "    return service.createEmbeddings(request);\n"
            "  }\n"
            "}\n",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="import com.theokanning.openai.completion.CompletionRequest;\n"
            "import com.theokanning.openai.service.OpenAiService;\n"
            "class Ask {\n"
            "  Object ask(OpenAiService service) {\n"
            "    return service.createCompletion(CompletionRequest.builder().model(pick()).build());\n"
            "  }\n"
            "}\n",
            id="pick()", surface="openai", endpoint="completions", dynamic=True,
        ),
    ),
)  # fmt: skip
