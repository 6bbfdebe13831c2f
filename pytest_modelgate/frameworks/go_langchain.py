"""LangChain for Go, whose packages say who is asked, and its options."""

from __future__ import annotations

from pytest_modelgate.kinds import OTHER_HOST, CallExample, Client, Framework, ModelCall

_MODULE = "github.com/tmc/langchaingo"
_OPENAI = "https://api.openai.com/v1"
_MODEL = ("WithModel",)
_AZURE = tuple(("WithAPIType", f"openai.{name}", "azure") for name in ("APITypeAzure", "APITypeAzureAD"))
# Package, surface, the options that name a model to talk to and one to embed with, and those with an address.
_LLMS = (
    ("anthropic", "anthropic", _MODEL, "", ("WithBaseURL",)),
    ("bedrock", "bedrock", _MODEL, "", ()),
    ("cloudflare", "cloudflare-workers-ai", _MODEL, "WithEmbeddingModel", ("WithServerURL",)),
    ("cohere", "cohere", _MODEL, "", ("WithBaseURL",)),
    ("ernie", OTHER_HOST, ("WithModel", "WithModelName"), "", ("WithBaseURL",)),
    ("googleai", "gemini", ("WithDefaultModel",), "WithDefaultEmbeddingModel", ()),
    ("googleai/vertex", "vertex", ("WithDefaultModel",), "WithDefaultEmbeddingModel", ()),
    ("huggingface", "huggingface", _MODEL, "", ("WithURL",)),
    ("maritaca", OTHER_HOST, _MODEL, "", ("WithServerURL",)),
    ("mistral", "mistral", _MODEL, "", ("WithEndpoint",)),
    ("ollama", "local", _MODEL, "", ("WithServerURL",)),
    ("openai", "openai", _MODEL, "WithEmbeddingModel", ("WithBaseURL",)),
)
_EMBEDDERS = (
    ("bedrock", "NewBedrock", "bedrock"),
    ("cybertron", "NewCybertron", "local"),
    ("huggingface", "NewHuggingface", "huggingface"),
    ("jina", "NewJina", OTHER_HOST),
    ("voyageai", "NewVoyageAI", "voyage"),
)

FRAMEWORK = Framework(
    name="go-langchain",
    language="go",
    modules=(_MODULE,),
    keywords=("langchaingo",),
    clients=(
        *(
            Client(name="New", surface=surface, module=f"{_MODULE}/llms/{package}", arguments=chat, endpoint="chat",
                   base=_OPENAI if surface == "openai" else None, base_url=urls,
                   tells=_AZURE if surface == "openai" else ())
            for package, surface, chat, _, urls in _LLMS
        ),
        *(
            Client(name="New", surface=surface, module=f"{_MODULE}/llms/{package}", arguments=(embedding,),
                   endpoint="embedding", base_url=urls, tells=_AZURE if surface == "openai" else ())
            for package, surface, _, embedding, urls in _LLMS
            if embedding
        ),
        Client(name="NewWithContext", surface="bedrock", module=f"{_MODULE}/llms/bedrock", arguments=_MODEL,
               endpoint="chat"),
        Client(name="New", surface="watsonx", module=f"{_MODULE}/llms/watsonx", arguments=("modelID",), position=0),
        *(
            Client(name=name, surface=surface, module=f"{_MODULE}/embeddings/{package}", arguments=_MODEL,
                   endpoint="embedding")
            for package, name, surface in _EMBEDDERS
        ),
    ),
    calls=tuple(
        ModelCall(path=path, argument="WithModel", endpoint="chat") for path in ("GenerateContent", "Call")
    ),
    functions=(
        ModelCall(path=f"{_MODULE}/llms#GenerateFromSinglePrompt", argument="WithModel", endpoint="chat"),
        ModelCall(path=f"{_MODULE}/llms#WithModel", position=0, endpoint="chat", prepares=True),
    ),
    examples=(
        CallExample(
            code='package main\n\nimport "github.com/tmc/langchaingo/llms/openai"\n\nfunc ask() {\n'
            '\tllm, err := openai.New(openai.WithModel("my-model-1"))\n}',
            id="my-model-1", surface="openai", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport "github.com/tmc/langchaingo/llms/openai"\n\nfunc ask() {\n'
            "\tllm, err := openai.New(\n\t\topenai.WithAPIType(openai.APITypeAzure),\n"
            '\t\topenai.WithEmbeddingModel("prod-embed"),\n\t)\n}',
            id="prod-embed", surface="azure", endpoint="embedding",
        ),
        CallExample(
            code='package main\n\nimport "github.com/tmc/langchaingo/llms/googleai"\n\nfunc ask() {\n'
            '\tllm, err := googleai.New(ctx, googleai.WithDefaultModel("gemini-next"))\n}',
            id="gemini-next", surface="gemini", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"github.com/tmc/langchaingo/llms"\n'
            '\t"github.com/tmc/langchaingo/llms/anthropic"\n)\n\nfunc ask() {\n\tllm, err := anthropic.New()\n'
            '\tllm.GenerateContent(ctx, messages, llms.WithModel("claude-next"))\n}',
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport "github.com/tmc/langchaingo/llms/openai"\n\nfunc ask() {\n'
            '\topenai.New(openai.WithModel("text-embedding-3-small"))\n}',
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "github.com/tmc/langchaingo/llms/mistral"\n\nfunc ask() {\n'
            "\tmistral.New(mistral.WithModel(pick()))\n}",
            id="pick()", surface="mistral", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
