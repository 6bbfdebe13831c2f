"""The crate `async-openai`: clients for OpenAI and Azure, and the requests that name the model."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_BASE = "https://api.openai.com/v1"
# What a request is called, what serves it, the methods that send it.
_REQUESTS = (
    ("CreateChatCompletionRequest", "chat.completions", "chat.create chat.create_stream"),
    ("CreateResponse", "responses", "responses.create responses.create_stream"),
    ("CreateCompletionRequest", "completions", "completions.create completions.create_stream"),
    ("CreateEmbeddingRequest", "embeddings", "embeddings.create embeddings.create_base64"),
    ("CreateImageRequest", "images.generations", "images.create images.generate images.generate_stream"),
    ("CreateImageEditRequest", "images.edits", "images.create_edit images.edit images.edit_stream"),
    ("CreateImageVariationRequest", "image", "images.create_variation"),
    ("CreateTranscriptionRequest", "audio.transcriptions",
     "audio.transcribe transcription.create transcription.create_stream transcription.create_verbose_json"),
    ("CreateTranslationRequest", "audio.translations",
     "audio.translate translation.create translation.create_verbose_json"),
    ("CreateSpeechRequest", "audio.speech", "audio.speech speech.create speech.create_stream"),
    ("CreateModerationRequest", "moderations", "moderations.create"),
    ("CreateFineTuningJobRequest", "fine_tuning.jobs", "fine_tuning.create"),
    ("CreateVideoRequest", "videos", "videos.create"),
    ("CreateAssistantRequest", "assistants", "assistants.create assistants.update"),
    ("CreateRunRequest", "assistants", "runs.create runs.create_stream"),
    ("CreateThreadAndRunRequest", "assistants", "threads.create_and_run threads.create_and_run_stream"),
)  # fmt: skip

FRAMEWORK = Framework(
    name="rust-async-openai",
    language="rust",
    modules=("async_openai",),
    keywords=("async_openai",),
    clients=(
        Client(name="Client", module="async_openai", surface="openai", base=_BASE, through=("config",),
               places=("config",)),
        Client(name="OpenAIConfig", module="async_openai", surface="openai", base=_BASE, base_url=("api_base",),
               key="api_key"),
        Client(name="AzureConfig", module="async_openai", surface="azure", arguments=("deployment_id",)),
    ),
    calls=tuple(
        ModelCall(path=path, argument="request", position=0, key="model", endpoint=endpoint)
        for _, endpoint, paths in _REQUESTS
        for path in paths.split()
    ),
    functions=tuple(
        ModelCall(path=f"{request}{what}", argument="model", endpoint=endpoint, prepares=True)
        for request, endpoint, _ in _REQUESTS
        for what in ("", "Args")
    ),
    examples=(
        CallExample(
            code="use async_openai::{types::CreateChatCompletionRequestArgs, Client};\n"
            "async fn ask() -> Result<String, OpenAIError> {\n"
            "    let client = Client::new();\n"
            "    let request = CreateChatCompletionRequestArgs::default()\n"
            '        .max_tokens(512u32)\n        .model("my-model-1")\n        .build()?;\n'
            "    let reply = client.chat().create(request).await?;\n    Ok(reply.id)\n}",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="use async_openai::{config::OpenAIConfig, types::CreateEmbeddingRequest, Client};\n"
            "async fn embed(text: String) {\n"
            '    let config = OpenAIConfig::new().with_api_base("https://openrouter.ai/api/v1");\n'
            "    let client = Client::with_config(config);\n"
            '    let request = CreateEmbeddingRequest { model: "maker/vectors-9".to_string(), ..Default::default() };\n'
            "    client.embeddings().create(request).await;\n}",
            id="maker/vectors-9", surface="openrouter", endpoint="embeddings",
        ),
        CallExample(
            code="use async_openai::{config::AzureConfig, types::chat::CreateChatCompletionRequestArgs, Client};\n"
            "async fn ask() {\n"
            '    let client = Client::with_config(AzureConfig::new().with_api_version("2024-10-21"));\n'
            '    let request = CreateChatCompletionRequestArgs::default().model("prod-chat").build().unwrap();\n'
            "    client.chat().create(request).await;\n}",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="use async_openai::types::CreateResponseArgs;\nfn request() -> CreateResponseArgs {\n"
            '    CreateResponseArgs::default().model("my-model-1").to_owned()\n}',
            id="my-model-1", endpoint="responses",
        ),
        CallExample(
            code="use async_openai::{types::CreateChatCompletionRequestArgs, Client};\nasync fn ask() {\n"
            '    let request = CreateChatCompletionRequestArgs::default().model("text-embedding-3-small").build()?;\n'
            "    Client::new().chat().create(request).await?;\n}",
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="use async_openai::{types::CreateCompletionRequestArgs, Client};\nasync fn ask() {\n"
            "    let client = Client::new();\n"
            "    let request = CreateCompletionRequestArgs::default().model(pick()).build()?;\n"
            "    client.completions().create(request).await?;\n}",
            id="pick()", surface="openai", endpoint="completions", dynamic=True,
        ),
    ),
)  # fmt: skip
