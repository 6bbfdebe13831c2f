"""The OpenAI SDK for Go that was there before OpenAI's own, with its configurations for Azure and Anthropic."""

from __future__ import annotations

from pytest_modelgate.frameworks._go import methods, structs
from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

_MODULE = "github.com/sashabaranov/go-openai"
_HOST = "https://api.openai.com/v1"
_TYPES = tuple(
    ("APIType", f"openai.{name}", surface)
    for name, surface in (
        ("APITypeAzure", "azure"),
        ("APITypeAzureAD", "azure"),
        ("APITypeCloudflareAzure", "azure"),
        ("APITypeAnthropic", "anthropic"),
    )
)

FRAMEWORK = Framework(
    name="go-openai-sashabaranov",
    language="go",
    modules=(_MODULE,),
    keywords=("go-openai",),
    clients=(
        *(
            Client(name=name, surface="openai", module=_MODULE, base=_HOST, key="authToken", places=("authToken",))
            for name in ("NewClient", "NewOrgClient")
        ),
        Client(name="Client", surface="openai", module=_MODULE),
        Client(name="NewClientWithConfig", surface="openai", module=_MODULE, base=_HOST, through=("config",),
               places=("config",)),
        *(
            Client(name=name, surface="openai", module=_MODULE, base=_HOST, base_url=("BaseURL",), tells=_TYPES,
                   key="authToken", places=("authToken",))
            for name in ("DefaultConfig", "ClientConfig")
        ),
        Client(name="DefaultAzureConfig", surface="azure", module=_MODULE),
        Client(name="DefaultAnthropicConfig", surface="anthropic", module=_MODULE),
    ),
    calls=(
        *methods(
            {
                "chat.completions": "CreateChatCompletion CreateChatCompletionStream",
                "completions": "CreateCompletion CreateCompletionStream",
                "responses": "CreateResponse CreateResponseStream CountResponseInputTokens CompactResponse",
                "embeddings": "CreateEmbeddings",
                "edits": "Edits",
                "moderations": "Moderations",
                "images.generations": "CreateImage",
                "images.edits": "CreateEditImage",
                "image": "CreateVariImage",
                "audio.speech": "CreateSpeech",
                "audio.transcriptions": "CreateTranscription",
                "audio.translations": "CreateTranslation",
                "fine-tunes": "CreateFineTune",
                "fine_tuning.jobs": "CreateFineTuningJob",
                "assistants": "CreateAssistant CreateThreadAndRun",
            }
        ),
        *methods({"assistants": "ModifyAssistant CreateRun"}, position=2),
        *plain_calls(
            "CreateAssistant ModifyAssistant RetrieveAssistant DeleteAssistant ListAssistants CreateAssistantFile"
            " CreateThread RetrieveThread ModifyThread DeleteThread CreateMessage ListMessage RetrieveMessage"
            " ModifyMessage CreateRun RetrieveRun ModifyRun ListRuns SubmitToolOutputs CancelRun CreateThreadAndRun"
            " RetrieveRunStep ListRunSteps",
            "assistants",
        ),
    ),
    functions=structs(
        _MODULE,
        {
            "chat.completions": "ChatCompletionRequest",
            "completions": "CompletionRequest",
            "responses": "CreateResponseRequest ResponseInputTokensRequest CompactResponseRequest",
            "embeddings": "EmbeddingRequest EmbeddingRequestStrings EmbeddingRequestTokens",
            "edits": "EditsRequest",
            "moderations": "ModerationRequest",
            "images.generations": "ImageRequest",
            "images.edits": "ImageEditRequest",
            "image": "ImageVariRequest",
            "audio.speech": "CreateSpeechRequest",
            "fine-tunes": "FineTuneRequest",
            "fine_tuning.jobs": "FineTuningJobRequest",
            "assistants": "AssistantRequest RunRequest CreateThreadAndRunRequest",
            None: "AudioRequest",
        },
    ),
    examples=(
        CallExample(
            code='package main\n\nimport openai "github.com/sashabaranov/go-openai"\n\nfunc ask() {\n'
            '\tclient := openai.NewClient("key")\n'
            "\tclient.CreateChatCompletion(ctx, openai.ChatCompletionRequest{\n"
            '\t\tModel: "my-model-1",\n\t})\n}',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code='package main\n\nimport "github.com/sashabaranov/go-openai"\n\nfunc ask() {\n'
            "\tconfig := openai.DefaultAzureConfig(key, endpoint)\n\tclient := openai.NewClientWithConfig(config)\n"
            '\trequest := openai.ChatCompletionRequest{Model: "prod-chat"}\n'
            "\tclient.CreateChatCompletionStream(ctx, request)\n}",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code='package main\n\nimport ai "github.com/sashabaranov/go-openai"\n\nfunc ask() {\n'
            '\tconfig := ai.DefaultConfig(key)\n\tconfig.BaseURL = "https://openrouter.ai/api/v1"\n'
            "\tclient := ai.NewClientWithConfig(config)\n"
            '\tclient.CreateChatCompletion(ctx, ai.ChatCompletionRequest{Model: "meta/llama-9"})\n}',
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code='package llm\n\nimport "github.com/sashabaranov/go-openai"\n\ntype Chat struct{ c *openai.Client }\n\n'
            "func (x *Chat) Embed() {\n"
            '\tx.c.CreateEmbeddings(ctx, openai.EmbeddingRequestStrings{Model: "gpt-5.2-pro"})\n}',
            id="gpt-5.2-pro", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "github.com/sashabaranov/go-openai"\n\nfunc ask() {\n'
            "\topenai.NewClient(key).CreateEmbeddings(ctx, openai.EmbeddingRequest{Model: pick()})\n}",
            id="pick()", surface="openai", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
