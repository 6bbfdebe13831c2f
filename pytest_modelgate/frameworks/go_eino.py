"""Eino's models and embedders, whose packages say who is asked."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_MODULE = "github.com/cloudwego/eino-ext/components"
_CONFIG = ("ctx", "config")
# Package, surface, whether its configuration may send it elsewhere, and the flags in that which tell another surface.
_MODELS: tuple[tuple[str, str | None, bool, tuple[tuple[str, str], ...]], ...] = (
    ("claude", "anthropic", True, (("ByBedrock", "bedrock"), ("ByVertex", "vertex"))),
    ("deepseek", "deepseek", True, ()),
    ("gemini", None, False, ()),
    ("ollama", "local", True, ()),
    ("openai", "openai", True, (("ByAzure", "azure"),)),
    ("openrouter", "openrouter", True, ()),
    ("qwen", "qwen", True, ()),
)
_EMBEDDERS: tuple[tuple[str, str | None, bool, tuple[tuple[str, str], ...]], ...] = (
    ("dashscope", "qwen", False, ()),
    ("gemini", None, False, ()),
    ("ollama", "local", True, ()),
    ("openai", "openai", True, (("ByAzure", "azure"),)),
)

FRAMEWORK = Framework(
    name="go-eino",
    language="go",
    modules=(_MODULE,),
    keywords=("eino-ext",),
    clients=tuple(
        Client(name=name, surface=surface, module=f"{_MODULE}/{kind}/{package}", arguments=("config.Model",),
               endpoint=endpoint, places=_CONFIG, base_url=("config.BaseURL",) if sent else (),
               tells=tuple((f"config.{flag}", "true", told) for flag, told in flags))
        for kind, name, endpoint, rows in (
            ("model", "NewChatModel", "chat", _MODELS),
            ("embedding", "NewEmbedder", "embedding", _EMBEDDERS),
        )
        for package, surface, sent, flags in rows
    ),
    examples=(
        CallExample(
            code='package main\n\nimport "github.com/cloudwego/eino-ext/components/model/openai"\n\nfunc ask() {\n'
            '\tmodel, err := openai.NewChatModel(ctx, &openai.ChatModelConfig{Model: "my-model-1"})\n}',
            id="my-model-1", surface="openai", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport "github.com/cloudwego/eino-ext/components/model/openai"\n\nfunc ask() {\n'
            '\tconfig := &openai.ChatModelConfig{ByAzure: true, BaseURL: address, Model: "prod-chat"}\n'
            "\tmodel, err := openai.NewChatModel(ctx, config)\n}",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport "github.com/cloudwego/eino-ext/components/model/claude"\n\nfunc ask() {\n'
            '\tclaude.NewChatModel(ctx, &claude.Config{Model: "my-profile", ByBedrock: true})\n}',
            id="my-profile", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code='package main\n\nimport "github.com/cloudwego/eino-ext/components/embedding/openai"\n\nfunc ask() {\n'
            '\topenai.NewEmbedder(ctx, &openai.EmbeddingConfig{Model: "gpt-5.2-pro"})\n}',
            id="gpt-5.2-pro", surface="openai", endpoint="embedding", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport "github.com/cloudwego/eino-ext/components/model/qwen"\n\nfunc ask() {\n'
            "\tqwen.NewChatModel(ctx, &qwen.ChatModelConfig{Model: pick()})\n}",
            id="pick()", surface="qwen", endpoint="chat", dynamic=True,
        ),
    ),
)  # fmt: skip
