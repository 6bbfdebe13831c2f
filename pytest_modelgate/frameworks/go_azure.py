"""Azure's SDK for Go for models of OpenAI on Azure, and for OpenAI itself."""

from __future__ import annotations

from pytest_modelgate.frameworks._go import methods, structs
from pytest_modelgate.kinds import CallExample, Client, Framework

_MODULE = "github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai"
# The field was called so at first.
_KEYS = ("DeploymentName", "Deployment")

FRAMEWORK = Framework(
    name="go-azure",
    language="go",
    modules=(_MODULE,),
    keywords=("azopenai",),
    clients=(
        *(
            Client(name=name, surface="azure", module=_MODULE)
            for name in ("NewClient", "NewClientWithKeyCredential", "Client")
        ),
        Client(name="NewClientForOpenAI", surface="openai", module=_MODULE, base_url=("endpoint",),
               places=("endpoint",)),
    ),
    calls=tuple(
        call
        for key in _KEYS
        for call in methods(
            {
                "chat.completions": "GetChatCompletions GetChatCompletionsStream",
                "completions": "GetCompletions GetCompletionsStream",
            },
            key=key,
        )
    ),
    functions=tuple(
        call
        for key in _KEYS
        for call in structs(
            _MODULE,
            {
                "chat.completions": "ChatCompletionsOptions ChatCompletionsStreamOptions",
                "completions": "CompletionsOptions CompletionsStreamOptions",
                "embeddings": "EmbeddingsOptions",
                "images.generations": "ImageGenerationOptions",
                "audio.speech": "SpeechGenerationOptions",
                "audio.transcriptions": "AudioTranscriptionOptions",
                "audio.translations": "AudioTranslationOptions",
            },
            key=key,
            surface="azure",
        )
    ),
    examples=(
        CallExample(
            code='package main\n\nimport "github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai"\n\nfunc ask() {\n'
            "\tclient, err := azopenai.NewClientWithKeyCredential(endpoint, credential, nil)\n"
            "\tclient.GetChatCompletions(ctx, azopenai.ChatCompletionsOptions{\n"
            '\t\tDeploymentName: to.Ptr("prod-chat"),\n\t}, nil)\n}',
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code='package main\n\nimport "github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai"\n\nfunc ask() {\n'
            '\tclient, err := azopenai.NewClientForOpenAI("https://api.openai.com/v1", credential, nil)\n'
            "\tclient.GetChatCompletions(ctx, azopenai.ChatCompletionsOptions{\n"
            '\t\tDeploymentName: to.Ptr("my-model-1"),\n\t}, nil)\n}',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code='package main\n\nimport "github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai"\n\nfunc ask() {\n'
            '\tclient, err := azopenai.NewClientForOpenAI("https://api.openai.com/v1", credential, nil)\n'
            "\tclient.GetCompletions(ctx, azopenai.CompletionsOptions{\n"
            '\t\tDeploymentName: to.Ptr("text-embedding-3-small"),\n\t}, nil)\n}',
            id="text-embedding-3-small", surface="openai", endpoint="completions", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai"\n\nfunc ask() {\n'
            "\tclient, err := azopenai.NewClientForOpenAI(openai, credential, nil)\n"
            "\tclient.GetCompletions(ctx, azopenai.CompletionsOptions{DeploymentName: pick()}, nil)\n}",
            id="pick()", surface=None, endpoint="completions", dynamic=True,
        ),
    ),
)  # fmt: skip
