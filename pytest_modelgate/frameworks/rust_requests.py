"""Rust crates whose requests are made with the model: for OpenAI, Anthropic and Ollama."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_OPENAI = "openai_api_rs"
_ANTHROPIC = "anthropic"
_OLLAMA = "ollama_rs"
# Crate, what makes the request, the argument and its place, who is asked, what serves it.
_REQUESTS = (
    (_OPENAI, "ChatCompletionRequest", "model", 0, "openai", "chat.completions"),
    (_OPENAI, "ChatCompletionStreamRequest", "model", 0, "openai", "chat.completions"),
    (_OPENAI, "CompletionRequest", "model", 0, "openai", "completions"),
    (_OPENAI, "EmbeddingRequest", "model", 0, "openai", "embeddings"),
    (_OPENAI, "EditRequest", "model", 0, "openai", "edits"),
    (_OPENAI, "AssistantRequest", "model", 0, "openai", "assistants"),
    (_OPENAI, "AudioTranscriptionRequest", "model", 1, "openai", "audio.transcriptions"),
    (_OPENAI, "AudioTranslationRequest", "model", 1, "openai", "audio.translations"),
    (_OPENAI, "AudioSpeechRequest", "model", 0, "openai", "audio.speech"),
    (_OPENAI, "CreateFineTuningJobRequest", "model", 0, "openai", "fine_tuning.jobs"),
    (_ANTHROPIC, "MessagesRequestBuilder", "model", 0, "anthropic", "messages"),
    (_OLLAMA, "GenerationRequest", "model_name", 0, "local", "completion"),
    (_OLLAMA, "ChatMessageRequest", "model_name", 0, "local", "chat"),
    (_OLLAMA, "GenerateEmbeddingsRequest", "model_name", 0, "local", "embedding"),
    (_OLLAMA, "Coordinator", "model", 1, "local", "chat"),
)

FRAMEWORK = Framework(
    name="rust-requests",
    language="rust",
    modules=(_OPENAI, _ANTHROPIC, _OLLAMA),
    keywords=(_OPENAI, "anthropic", _OLLAMA),
    functions=tuple(
        ModelCall(path=f"{crate}#{name}", argument=argument, position=position, endpoint=endpoint, surface=surface)
        for crate, name, argument, position, surface, endpoint in _REQUESTS
    ),
    examples=(
        CallExample(
            code="use openai_api_rs::v1::chat_completion::{self, ChatCompletionRequest};\n"
            'fn request() {\n    let request = ChatCompletionRequest::new("my-model-1".to_string(), vec![]);\n}',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="use anthropic::types::{Message, MessagesRequestBuilder};\nfn request() {\n"
            '    let request = MessagesRequestBuilder::new("claude-next", vec![Message::user("hi")], 128).build();\n}',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="use ollama_rs::{generation::completion::request::GenerationRequest, Ollama};\nasync fn ask() {\n"
            '    let ollama = Ollama::default();\n    let model = "llama9:8b".to_string();\n'
            '    ollama.generate(GenerationRequest::new(model, "Why?")).await;\n}',
            id="llama9:8b", surface="local", endpoint="completion",
        ),
        CallExample(
            code="use openai_api_rs::v1::embedding::EmbeddingRequest;\nfn request(text: String) {\n"
            '    let request = EmbeddingRequest::new("tts-1".to_string(), vec![text]);\n}',
            id="tts-1", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="use ollama_rs::generation::chat::request::ChatMessageRequest;\nfn request() {\n"
            "    let request = ChatMessageRequest::new(pick(), vec![]);\n}",
            id="pick()", surface="local", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
