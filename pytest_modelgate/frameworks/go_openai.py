"""OpenAI's SDK for Go, with its options for Azure and its client for Bedrock."""

from __future__ import annotations

from pytest_modelgate.frameworks._go import methods, structs
from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

_MODULE = "github.com/openai/openai-go"
_HOST = "https://api.openai.com/v1"
# Before version 1, the fields of structs were wrapped, and a session's model was that of the session itself.
_SESSION = "Session.OfRealtime.Model"
_RUNS = "Beta.Threads.Runs.New Beta.Threads.Runs.NewStreaming Beta.Threads.Runs.NewAndPoll"

FRAMEWORK = Framework(
    name="go-openai",
    language="go",
    modules=(_MODULE,),
    keywords=("openai-go",),
    clients=(
        *(
            Client(name=name, surface="openai", module=_MODULE, base=_HOST, base_url=("WithBaseURL",), key="WithAPIKey",
                   tells=(("azure.WithEndpoint", "", "azure"),))
            for name in ("NewClient", "Client")
        ),
        *(
            Client(name="NewClient", surface="bedrock", module=f"{_MODULE}{version}/bedrock")
            for version in ("", "/v2", "/v3")
        ),
    ),
    calls=(
        *methods(
            {
                "chat.completions": "Chat.Completions.New Chat.Completions.NewStreaming",
                "responses": (
                    "Responses.New Responses.NewStreaming Responses.Compact Responses.InputTokens.Count"
                    " Beta.Responses.New Beta.Responses.NewStreaming Beta.Responses.Compact"
                    " Beta.Responses.InputTokens.Count"
                ),
                "completions": "Completions.New Completions.NewStreaming",
                "embeddings": "Embeddings.New",
                "images.generations": "Images.Generate Images.GenerateStreaming",
                "images.edits": "Images.Edit Images.EditStreaming",
                "image": "Images.NewVariation",
                "audio.speech": "Audio.Speech.New",
                "audio.transcriptions": "Audio.Transcriptions.New Audio.Transcriptions.NewStreaming",
                "audio.translations": "Audio.Translations.New",
                "moderations": "Moderations.New",
                "videos": "Videos.New Videos.NewAndPoll",
                "fine_tuning.jobs": "FineTuning.Jobs.New",
                "assistants": f"Beta.Assistants.New Beta.Threads.NewAndRun Beta.Threads.NewAndRunStreaming {_RUNS}",
            }
        ),
        *methods({"assistants": "Beta.Assistants.Update"}, position=2),
        *methods({None: "Realtime.ClientSecrets.New"}, key=_SESSION),
        *methods({"realtime": "Realtime.Calls.Accept"}, key="RealtimeSessionCreateRequest.Model", position=2),
        *plain_calls(
            "Beta.Assistants.Get Beta.Assistants.Update Beta.Assistants.List Beta.Assistants.Delete Beta.Threads.New"
            " Beta.Threads.Get Beta.Threads.Update Beta.Threads.Delete Beta.Threads.NewAndRun"
            " Beta.Threads.NewAndRunStreaming Beta.Threads.Messages.New Beta.Threads.Messages.Get"
            " Beta.Threads.Messages.Update Beta.Threads.Messages.List Beta.Threads.Messages.Delete"
            f" {_RUNS} Beta.Threads.Runs.Get Beta.Threads.Runs.Update Beta.Threads.Runs.List Beta.Threads.Runs.Cancel"
            " Beta.Threads.Runs.SubmitToolOutputs Beta.Threads.Runs.Steps.Get Beta.Threads.Runs.Steps.List",
            "assistants",
        ),
        *plain_calls("Videos.New Videos.Edit Videos.Extend Videos.Remix Videos.NewCharacter", "videos"),
    ),
    functions=(
        *structs(
            _MODULE,
            {
                "chat.completions": "ChatCompletionNewParams",
                "completions": "CompletionNewParams",
                "embeddings": "EmbeddingNewParams",
                "images.generations": "ImageGenerateParams",
                "images.edits": "ImageEditParams",
                "image": "ImageNewVariationParams",
                "audio.speech": "AudioSpeechNewParams",
                "audio.transcriptions": "AudioTranscriptionNewParams",
                "audio.translations": "AudioTranslationNewParams",
                "moderations": "ModerationNewParams",
                "videos": "VideoNewParams",
                "fine_tuning.jobs": "FineTuningJobNewParams",
                "assistants": (
                    "BetaAssistantNewParams BetaAssistantUpdateParams BetaThreadRunNewParams BetaThreadNewAndRunParams"
                ),
                "responses": "BetaResponseNewParams ResponseNewParams ResponseCompactParams InputTokenCountParams",
                None: "RealtimeSessionCreateRequestParam",
            },
        ),
    ),
    examples=(
        CallExample(
            code='package main\n\nimport "github.com/openai/openai-go/v3"\n\nfunc ask() {\n'
            "\tclient := openai.NewClient()\n"
            '\tclient.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "my-model-1"})\n}',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"github.com/openai/openai-go"\n'
            '\t"github.com/openai/openai-go/option"\n)\n\nfunc ask() {\n'
            '\tclient := openai.NewClient(option.WithBaseURL("https://openrouter.ai/api/v1"), option.WithAPIKey(key))\n'
            '\tparams := openai.ChatCompletionNewParams{Model: openai.F("meta/llama-9")}\n'
            "\tclient.Chat.Completions.NewStreaming(ctx, params)\n}",
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"github.com/openai/openai-go/v3"\n'
            '\t"github.com/openai/openai-go/v3/azure"\n\t"github.com/openai/openai-go/v3/responses"\n)\n\n'
            "func ask() {\n\tclient := openai.NewClient(azure.WithEndpoint(endpoint, version))\n"
            '\tclient.Responses.New(ctx, responses.ResponseNewParams{Model: "prod-chat"})\n}',
            id="prod-chat", surface="azure", endpoint="responses",
        ),
        CallExample(
            code='package main\n\nimport "github.com/openai/openai-go/v3/bedrock"\n\nfunc ask() {\n'
            '\tclient, err := bedrock.NewClient(ctx, bedrock.Config{})\n'
            '\tclient.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "openai.my-model"})\n}',
            id="openai.my-model", surface="bedrock", endpoint="chat.completions",
        ),
        CallExample(
            code='package llm\n\nimport "github.com/openai/openai-go/v3"\n\n'
            "type Chat struct{ client *openai.Client }\n\nfunc (c *Chat) Embed() {\n"
            '\tc.client.Embeddings.New(ctx, openai.EmbeddingNewParams{Model: "gpt-5.2-pro"})\n}',
            id="gpt-5.2-pro", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code='package llm\n\nimport "github.com/openai/openai-go/v3"\n\n'
            "func params() openai.ChatCompletionNewParams {\n"
            '\treturn openai.ChatCompletionNewParams{Model: "my-model-1"}\n}',
            id="my-model-1", surface=None, endpoint="chat.completions",
        ),
        CallExample(
            code='package main\n\nimport "github.com/openai/openai-go/v3"\n\nfunc ask() {\n'
            "\topenai.NewClient().Embeddings.New(ctx, openai.EmbeddingNewParams{Model: pick()})\n}",
            id="pick()", surface="openai", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
