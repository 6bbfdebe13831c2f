"""Anthropic's SDK for Go with its options for Bedrock and Vertex AI, and the one of liushuangls before it."""

from __future__ import annotations

from pytest_modelgate.frameworks._go import methods, structs
from pytest_modelgate.kinds import CallExample, Client, Framework

_MODULE = "github.com/anthropics/anthropic-sdk-go"
_OLDER = "github.com/liushuangls/go-anthropic"
_HOST = "https://api.anthropic.com"
_TELLS = (
    ("bedrock.WithLoadDefaultConfig", "", "bedrock"),
    ("bedrock.WithConfig", "", "bedrock"),
    ("vertex.WithGoogleAuth", "", "vertex"),
    ("vertex.WithCredentials", "", "vertex"),
)

FRAMEWORK = Framework(
    name="go-anthropic",
    language="go",
    modules=(_MODULE, _OLDER),
    keywords=("anthropic-sdk-go", "go-anthropic"),
    clients=(
        *(
            Client(name=name, surface="anthropic", module=_MODULE, base=_HOST, base_url=("WithBaseURL",), tells=_TELLS,
                   key="WithAPIKey")
            for name in ("NewClient", "Client")
        ),
        Client(name="NewMantleClient", surface="bedrock", module=f"{_MODULE}/bedrock"),
        # Anthropic's own models under their own names, at other clouds' doors.
        Client(name="NewClient", surface=None, module=f"{_MODULE}/aws"),
        Client(name="NewClient", surface=None, module=f"{_MODULE}/googlecloud"),
        *(
            Client(name=name, surface="anthropic", module=_OLDER, base=_HOST, base_url=("WithBaseURL",),
                   tells=(("WithVertexAI", "", "vertex"),))
            for name in ("NewClient", "Client")
        ),
    ),
    calls=(
        *methods(
            {
                "messages": (
                    "Messages.New Messages.NewStreaming Messages.CountTokens Beta.Messages.New"
                    " Beta.Messages.NewStreaming Beta.Messages.CountTokens Beta.Messages.NewToolRunner"
                    " Beta.Messages.NewToolRunnerStreaming CreateMessages CreateMessagesStream CountTokens"
                ),
                "completions": "Completions.New Completions.NewStreaming CreateComplete CreateCompleteStream",
            }
        ),
        *methods({"messages": "Beta.Agents.New"}, key="Model.ID"),
        *methods({"messages": "Beta.Agents.Update"}, key="Model.ID", position=2),
    ),
    functions=(
        *structs(_MODULE, {"messages": "BetaManagedAgentsModelConfigParams"}, key="ID"),
        *structs(
            _MODULE,
            {
                "messages": (
                    "MessageNewParams MessageCountTokensParams BetaMessageNewParams BetaMessageCountTokensParams"
                    " MessageBatchNewParamsRequestParams BetaMessageBatchNewParamsRequestParams"
                ),
                "completions": "CompletionNewParams",
            },
        ),
        *structs(_OLDER, {"messages": "MessagesRequest MessagesStreamRequest", "completions": "CompleteRequest"}),
    ),
    examples=(
        CallExample(
            code='package main\n\nimport "github.com/anthropics/anthropic-sdk-go"\n\nfunc ask() {\n'
            "\tclient := anthropic.NewClient()\n"
            '\tclient.Messages.New(context.TODO(), anthropic.MessageNewParams{Model: "claude-next"})\n}',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"github.com/anthropics/anthropic-sdk-go"\n'
            '\t"github.com/anthropics/anthropic-sdk-go/bedrock"\n)\n\nfunc ask() {\n'
            "\tclient := anthropic.NewClient(bedrock.WithLoadDefaultConfig(ctx))\n"
            '\tclient.Messages.NewStreaming(ctx, anthropic.MessageNewParams{Model: "my-profile"})\n}',
            id="my-profile", surface="bedrock", endpoint="messages",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"github.com/anthropics/anthropic-sdk-go"\n'
            '\t"github.com/anthropics/anthropic-sdk-go/vertex"\n)\n\nfunc ask() {\n'
            "\tclient := anthropic.NewClient(\n\t\tvertex.WithGoogleAuth(ctx, region, project),\n\t)\n"
            '\tclient.Messages.New(ctx, anthropic.MessageNewParams{Model: anthropic.F("claude-next@1")})\n}',
            id="claude-next@1", surface="vertex", endpoint="messages",
        ),
        CallExample(
            code='package main\n\nimport "github.com/liushuangls/go-anthropic/v2"\n\nfunc ask() {\n'
            "\tclient := anthropic.NewClient(key)\n"
            '\tclient.CreateMessages(ctx, anthropic.MessagesRequest{Model: "claude-next"})\n}',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='package main\n\nimport "github.com/anthropics/anthropic-sdk-go"\n\nfunc ask() {\n'
            "\tclient := anthropic.NewClient(bedrock.WithConfig(config))\n"
            '\tclient.Messages.New(ctx, anthropic.MessageNewParams{Model: "cohere.embed-v4:0"})\n}',
            id="cohere.embed-v4:0", surface="bedrock", endpoint="messages", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "github.com/anthropics/anthropic-sdk-go"\n\nfunc ask() {\n'
            "\tclient := anthropic.NewClient()\n"
            "\tclient.Messages.New(ctx, anthropic.MessageNewParams{Model: pick()})\n}",
            id="pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
