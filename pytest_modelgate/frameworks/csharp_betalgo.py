"""The community's clients of OpenAI's API for C#: `Betalgo.Ranul.OpenAI` and `OpenAI-DotNet`."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_HOST = "https://api.openai.com"
# What Betalgo's service is asked, the request that names the model, what serves it.
_ASKED = (
    ("ChatCompletion.CreateCompletion", "ChatCompletionCreateRequest", "chat.completions"),
    ("ChatCompletion.CreateCompletionAsStream", "ChatCompletionCreateRequest", "chat.completions"),
    ("Completions.CreateCompletion", "CompletionCreateRequest", "completions"),
    ("Completions.CreateCompletionAsStream", "CompletionCreateRequest", "completions"),
    ("Embeddings.CreateEmbedding", "EmbeddingCreateRequest", "embeddings"),
    ("Audio.CreateTranscription", "AudioCreateTranscriptionRequest", "audio.transcriptions"),
    ("Audio.CreateTranslation", "AudioCreateTranscriptionRequest", "audio.translations"),
    ("Audio.CreateSpeech", "AudioCreateSpeechRequest", "audio.speech"),
    ("Moderation.CreateModeration", "CreateModerationRequest", "moderations"),
    ("Edit.CreateEdit", "EditCreateRequest", "edits"),
    ("FineTuningJob.CreateFineTuningJob", "FineTuningJobCreateRequest", "fine_tuning.jobs"),
    ("FineTunes.CreateFineTune", "FineTuneCreateRequest", "fine-tunes"),
    ("Beta.Assistants.AssistantCreate", "AssistantCreateRequest", "assistants"),
    ("Beta.Runs.RunCreate", "RunCreateRequest", "assistants"),
)
# Of OpenAI-DotNet: what is asked, the request, what serves it.
_ENDPOINTS = (
    ("ChatEndpoint.GetCompletionAsync", "ChatRequest", "chat.completions"),
    ("ChatEndpoint.StreamCompletionAsync", "ChatRequest", "chat.completions"),
    ("ChatEndpoint.StreamCompletionEnumerableAsync", "ChatRequest", "chat.completions"),
    ("ResponsesEndpoint.CreateModelResponseAsync", "CreateResponseRequest", "responses"),
    ("EmbeddingsEndpoint.CreateEmbeddingAsync", "EmbeddingsRequest", "embeddings"),
    ("ModerationsEndpoint.CreateModerationAsync", "ModerationsRequest", "moderations"),
    ("AssistantsEndpoint.CreateAssistantAsync", "CreateAssistantRequest", "assistants"),
)

FRAMEWORK = Framework(
    name="csharp-betalgo",
    language="csharp",
    modules=("Betalgo.Ranul.OpenAI", "Betalgo.OpenAI", "OpenAI"),
    keywords=("openai",),
    clients=(
        Client(name="OpenAIService", surface="openai", base=_HOST, places=("settings",),
               tells=(("settings.ProviderType", "ProviderType.Azure", "azure"),), base_url=("settings.BaseDomain",)),
        Client(name="IOpenAIService", surface="openai"),
        Client(name="OpenAIClient", surface="openai"),
    ),
    calls=(
        *(
            ModelCall(path=path, argument="request", position=0, key="Model", endpoint=endpoint)
            for path, _, endpoint in _ASKED
        ),
        *(
            ModelCall(path=path, argument="modelId", position=1, endpoint=endpoint)
            for path, _, endpoint in _ASKED
            if path.startswith(("ChatCompletion.", "Completions.", "Edit."))
        ),
        ModelCall(path="SetDefaultModelId", argument="modelId", position=0),
        *(
            ModelCall(path=path, argument="request", position=0, key="model", endpoint=endpoint)
            for path, _, endpoint in _ENDPOINTS
        ),
        ModelCall(path="EmbeddingsEndpoint.CreateEmbeddingAsync", argument="model", position=1, endpoint="embeddings"),
        ModelCall(path="ModerationsEndpoint.GetModerationAsync", argument="model", position=1, endpoint="moderations"),
    ),
    functions=(
        *(
            ModelCall(path=request, argument="Model", endpoint=endpoint, prepares=True)
            for request, endpoint in {request: endpoint for _, request, endpoint in reversed(_ASKED)}.items()
        ),
        *(
            ModelCall(path=request, argument="model", endpoint=endpoint, prepares=True)
            for request, endpoint in {request: endpoint for _, request, endpoint in _ENDPOINTS}.items()
        ),
    ),
    examples=(
        CallExample(
            code="using Betalgo.Ranul.OpenAI.Managers;\n"
            "var service = new OpenAIService(new OpenAIOptions { ApiKey = key });\n"
            "var reply = await service.ChatCompletion.CreateCompletion(new ChatCompletionCreateRequest\n{\n"
            '    Messages = messages,\n    Model = "my-model-1",\n});',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="using OpenAI;\nusing OpenAI.Chat;\nusing var api = new OpenAIClient();\n"
            'var request = new ChatRequest(messages, model: "my-model-1");\n'
            "var reply = await api.ChatEndpoint.GetCompletionAsync(request);",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="using OpenAI.ObjectModels.RequestModels;\n"
            'var request = new EmbeddingCreateRequest { Input = text, Model = "my-vectors-1" };',
            id="my-vectors-1", endpoint="embeddings",
        ),
        CallExample(
            code="using Betalgo.Ranul.OpenAI;\nvar service = new OpenAIService(options);\n"
            'await service.ChatCompletion.CreateCompletion(new() { Model = "text-embedding-3-small" });',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="using OpenAI;\nvar api = new OpenAIClient(key);\n"
            "await api.EmbeddingsEndpoint.CreateEmbeddingAsync(text, Pick());",
            id="Pick()", surface="openai", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
