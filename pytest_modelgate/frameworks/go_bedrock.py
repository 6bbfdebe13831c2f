"""The AWS SDKs for Go: what Bedrock's runtime is given."""

from __future__ import annotations

from pytest_modelgate.frameworks._go import structs
from pytest_modelgate.kinds import CallExample, Framework

_MODULES = (
    "github.com/aws/aws-sdk-go-v2/service/bedrockruntime",
    "github.com/aws/aws-sdk-go/service/bedrockruntime",
)

FRAMEWORK = Framework(
    name="go-bedrock",
    language="go",
    modules=_MODULES,
    keywords=("service/bedrockruntime",),
    functions=tuple(
        call
        for module in _MODULES
        for call in structs(
            module,
            {
                "chat": "ConverseInput ConverseStreamInput",
                None: "InvokeModelInput InvokeModelWithResponseStreamInput StartAsyncInvokeInput CountTokensInput",
            },
            key="ModelId",
            surface="bedrock",
        )
    ),
    examples=(
        CallExample(
            code='package main\n\nimport (\n\t"github.com/aws/aws-sdk-go-v2/aws"\n'
            '\t"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"\n)\n\nfunc ask() {\n'
            "\tclient := bedrockruntime.NewFromConfig(config)\n"
            "\tclient.InvokeModel(ctx, &bedrockruntime.InvokeModelInput{\n"
            '\t\tModelId: aws.String("my-profile"),\n\t})\n}',
            id="my-profile", surface="bedrock",
        ),
        CallExample(
            code='package main\n\nimport "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"\n\nfunc ask() {\n'
            "\tinput := &bedrockruntime.ConverseInput{}\n"
            '\tinput.ModelId = aws.String("amazon.nova-next")\n\tclient.Converse(ctx, input)\n}',
            id="amazon.nova-next", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"\n\nfunc ask() {\n'
            '\tmodel := "amazon.titan-embed-text-v2:0"\n'
            "\tclient.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: &model})\n}",
            id="amazon.titan-embed-text-v2:0", surface="bedrock", endpoint="chat", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"\n\nfunc ask() {\n'
            "\tclient.ConverseStream(ctx, &bedrockruntime.ConverseStreamInput{ModelId: pick()})\n}",
            id="pick()", surface="bedrock", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
