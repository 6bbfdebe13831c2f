"""Azure's other SDKs for C#: `Azure.AI.OpenAI` of before 2, and the client for models of Microsoft Foundry."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OPENAI = "Azure.AI.OpenAI"
_INFERENCE = "Azure.AI.Inference"
_GITHUB = ("https://models.inference.ai.azure.com", "https://models.github.ai/inference")
# What is asked, the object that names the deployment, what serves it.
_ASKED = (
    ("GetChatCompletions", "ChatCompletionsOptions", "chat.completions"),
    ("GetChatCompletionsStreaming", "ChatCompletionsOptions", "chat.completions"),
    ("GetCompletions", "CompletionsOptions", "completions"),
    ("GetCompletionsStreaming", "CompletionsOptions", "completions"),
    ("GetEmbeddings", "EmbeddingsOptions", "embeddings"),
    ("GetImageGenerations", "ImageGenerationOptions", "images.generations"),
    ("GetAudioTranscription", "AudioTranscriptionOptions", "audio.transcriptions"),
)
_NAMED = ("DeploymentName", "deploymentName")
# Of the client for models of Foundry.
_COMPLETE = ("Complete", "CompleteAsync", "CompleteStreaming", "CompleteStreamingAsync")

FRAMEWORK = Framework(
    name="csharp-azure",
    language="csharp",
    modules=(_OPENAI, _INFERENCE),
    keywords=("azure.ai.",),
    clients=(
        # With one argument, the key of OpenAI's own sends it there.
        Client(name="OpenAIClient", module=_OPENAI, surface="openai", places=("endpoint", "credential"),
               tells=(("credential", "", "azure"),)),
        *(
            Client(name=name, module=_INFERENCE, surface="azure", places=("endpoint", "credential"),
                   tells=tuple(("endpoint", address, "github-models") for address in _GITHUB))
            for name in ("ChatCompletionsClient", "EmbeddingsClient", "ImageEmbeddingsClient")
        ),
    ),
    calls=(
        *(
            ModelCall(path=f"{name}{way}", argument="options", position=0, key=key, endpoint=endpoint)
            for name, _, endpoint in _ASKED
            for way in ("", "Async")
            for key in _NAMED
        ),
        *(ModelCall(path=name, argument="options", position=0, key="Model", endpoint="chat") for name in _COMPLETE),
        *(
            ModelCall(path=name, argument="options", position=0, key="Model", endpoint="embedding")
            for name in ("Embed", "EmbedAsync")
        ),
        ModelCall(path="AsIChatClient", argument="modelId", position=0, endpoint="chat"),
    ),
    functions=tuple(
        ModelCall(path=options, argument=argument, position=position, endpoint=endpoint, prepares=True)
        for options, endpoint in {options: endpoint for _, options, endpoint in _ASKED}.items()
        for argument, position in (("DeploymentName", None), ("deploymentName", 0))
    ),
    surface="azure",
    examples=(
        CallExample(
            code="using Azure.AI.OpenAI;\nvar client = new OpenAIClient(new Uri(host), new AzureKeyCredential(key));\n"
            "var options = new ChatCompletionsOptions()\n{\n"
            '    DeploymentName = "prod-chat",\n    Messages = { new ChatRequestUserMessage(text) },\n};\n'
            "var reply = await client.GetChatCompletionsAsync(options);",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="using Azure.AI.OpenAI;\nvar client = new OpenAIClient(key);\n"
            'var reply = client.GetEmbeddings(new EmbeddingsOptions { DeploymentName = "vectors-9" });',
            id="vectors-9", surface="openai", endpoint="embeddings",
        ),
        CallExample(
            code="using Azure.AI.Inference;\n"
            'var client = new ChatCompletionsClient(new Uri("https://models.github.ai/inference"), credential);\n'
            'var reply = await client.CompleteAsync(new ChatCompletionsOptions { Model = "maker/chat-9" });',
            id="maker/chat-9", surface="github-models", endpoint="chat",
        ),
        CallExample(
            code="using Azure.AI.OpenAI;\nOpenAIClient client = new(key);\n"
            'client.GetChatCompletions(new ChatCompletionsOptions { DeploymentName = "text-embedding-3-small" });',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="using Azure.AI.Inference;\nvar client = new ChatCompletionsClient(endpoint, credential);\n"
            "var reply = client.Complete(new ChatCompletionsOptions { Model = Pick() });",
            id="Pick()", surface="azure", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
