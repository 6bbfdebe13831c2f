"""OpenAI's SDK for C#, with Azure's client on top of it, and what Microsoft.Extensions.AI makes of them."""

from __future__ import annotations

from dataclasses import replace

from pytest_modelgate.frameworks._ways import plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_HOST = "https://api.openai.com/v1"
_AZURE = "Azure.AI.OpenAI"
# A client for one model, and what serves it.
_CLIENTS = (
    ("ChatClient", "chat.completions"),
    ("EmbeddingClient", "embeddings"),
    ("ImageClient", "image"),
    ("AudioClient", None),
    ("ModerationClient", "moderations"),
    ("OpenAIResponseClient", "responses"),
    ("RealtimeConversationClient", "realtime-beta"),
)
_BY_MODEL = (
    *(ModelCall(path=f"Get{name}", position=0, endpoint=endpoint) for name, endpoint in _CLIENTS),
    *(
        ModelCall(path=f"{name}{way}", position=0, endpoint=endpoint)
        for name, endpoint in (("CreateResponse", "responses"), ("CreateAssistant", "assistants"))
        for way in ("", "Async", *(("Streaming", "StreamingAsync") if endpoint == "responses" else ()))
    ),
    *(
        ModelCall(path=f"{name}{way}", position=0, endpoint="realtime")
        for name in ("StartConversationSession", "StartSession")
        for way in ("", "Async")
    ),
)
# What asks by a model that an object is given.
_BY_OPTIONS = tuple(
    ModelCall(path=f"{name}{way}", argument="options", position=0, key="Model", endpoint="responses")
    for name in ("CreateResponse", "CreateResponseStreaming")
    for way in ("", "Async")
)
_SETTINGS = ("options.Endpoint",)
_PLACES = ("model", "credential", "options")

FRAMEWORK = Framework(
    name="csharp-openai",
    language="csharp",
    modules=("OpenAI", _AZURE),
    keywords=("openai",),
    clients=(
        Client(name="OpenAIClient", module="OpenAI", surface="openai", base=_HOST, base_url=_SETTINGS, key="credential",
               places=("credential", "options")),
        *(
            Client(name=name, module="OpenAI", surface="openai", arguments=("model",), position=0, endpoint=endpoint,
                   base=_HOST, base_url=_SETTINGS, key="credential", places=_PLACES)
            for name, endpoint in _CLIENTS
        ),
        *(
            Client(name=name, module="OpenAI", surface="openai", base=_HOST, base_url=_SETTINGS, key="credential",
                   places=("credential", "options"))
            for name in ("ResponsesClient", "AssistantClient", "RealtimeClient")
        ),
        Client(name="AzureOpenAIClient", module=_AZURE, surface="azure"),
        # Of Microsoft.Extensions.AI before 9.5.
        *(
            Client(name=name, module="OpenAI", surface="openai", arguments=("modelId",), position=1, endpoint=endpoint,
                   through=("openAIClient",), places=("openAIClient", "modelId"))
            for name, endpoint in (("OpenAIChatClient", "chat.completions"), ("OpenAIEmbeddingGenerator", "embeddings"))
        ),
    ),
    calls=(
        *_BY_MODEL,
        *(replace(call, argument="deploymentName", position=None) for call in _BY_MODEL[: len(_CLIENTS)]),
        *_BY_OPTIONS,
        ModelCall(path="AsChatClient", argument="modelId", position=0, endpoint="chat.completions"),
        ModelCall(path="AsEmbeddingGenerator", argument="modelId", position=0, endpoint="embeddings"),
        *plain_calls(
            "GetAssistantClient CreateThread CreateThreadAsync CreateRun CreateRunAsync CreateRunStreaming"
            " CreateRunStreamingAsync CreateThreadAndRun CreateThreadAndRunAsync CreateThreadAndRunStreaming"
            " CreateThreadAndRunStreamingAsync",
            "assistants",
        ),
    ),
    functions=(
        *(
            ModelCall(path="CreateResponseOptions", argument=argument, position=position, endpoint="responses",
                      prepares=True)
            for argument, position in (("model", 0), ("Model", None))
        ),
    ),
    examples=(
        CallExample(
            code='using OpenAI.Chat;\nChatClient client = new(model: "my-model-1", apiKey: key);',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="using OpenAI;\nvar openai = new OpenAIClient(key);\n"
            'var vectors = openai.GetEmbeddingClient("vectors-9");',
            id="vectors-9", surface="openai", endpoint="embeddings",
        ),
        CallExample(
            code="using OpenAI;\nusing OpenAI.Chat;\n"
            'var client = new ChatClient("meta/llama-9", new ApiKeyCredential(key), new OpenAIClientOptions {\n'
            '    Endpoint = new Uri("https://openrouter.ai/api/v1"),\n});',
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="using Azure.AI.OpenAI;\n"
            "AzureOpenAIClient azure = new(new Uri(endpoint), new DefaultAzureCredential());\n"
            'ChatClient chat = azure.GetChatClient("prod-chat");',
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="using Azure.AI.OpenAI;\nusing Microsoft.Extensions.AI;\n"
            "IChatClient chat = new AzureOpenAIClient(new Uri(endpoint), new AzureKeyCredential(key))\n"
            '    .GetChatClient(deploymentName: "prod-chat").AsIChatClient();',
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="using OpenAI;\nusing Microsoft.Extensions.AI;\n"
            'IChatClient chat = new OpenAIClient(key).AsChatClient(modelId: "my-model-1");',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="using OpenAI.Responses;\nResponsesClient client = new(key);\n"
            'var options = new CreateResponseOptions { Model = "my-model-1", InputItems = { item } };\n'
            "var reply = await client.CreateResponseAsync(options);",
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code='using OpenAI.Chat;\nvar client = new ChatClient("text-embedding-3-small", key);',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="using OpenAI;\nvar chat = new OpenAIClient(key).GetChatClient(Pick());",
            id="Pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
    ),
)  # fmt: skip
