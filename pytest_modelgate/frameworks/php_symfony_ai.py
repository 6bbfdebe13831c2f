"""Symfony AI: a platform is made by the bridge to its provider, and invoked with a model; agents are given both."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_PLATFORM = "Symfony\\AI\\Platform"
_BRIDGES: dict[str, str | None] = {
    "Anthropic": "anthropic",
    "Azure": "azure",
    # It takes the makers' own ids, and spells them for Bedrock itself.
    "Bedrock": None,
    "Cerebras": "cerebras",
    "Cohere": "cohere",
    "DeepSeek": "deepseek",
    "Deepgram": "deepgram",
    "DockerModelRunner": "local",
    "ElevenLabs": "elevenlabs",
    "Gemini": "gemini",
    "HuggingFace": "huggingface",
    "LmStudio": "local",
    "Mistral": "mistral",
    "Ollama": "local",
    "OpenAi": "openai",
    "OpenRouter": "openrouter",
    "Perplexity": "perplexity",
    "VertexAi": "vertex",
    "Voyage": "voyage",
}

FRAMEWORK = Framework(
    name="php-symfony-ai",
    language="php",
    modules=("Symfony\\AI",),
    keywords=("symfony\\ai",),
    clients=(
        *(
            Client(name=factory, surface=surface, module=f"{_PLATFORM}\\Bridge\\{bridge}")
            for bridge, surface in _BRIDGES.items()
            for factory in ("Factory.createPlatform", "PlatformFactory.create")
        ),
        Client(name="Platform", surface=None, module=_PLATFORM),
        Client(name="PlatformInterface", surface=None, module=_PLATFORM),
        Client(name="Agent", surface=None, module="Symfony\\AI\\Agent", arguments=("model",), position=1,
               endpoint="chat", through=("platform",), places=("platform", "model")),
        Client(name="Vectorizer", surface=None, module="Symfony\\AI\\Store", arguments=("model",), position=1,
               endpoint="embedding", through=("platform",), places=("platform", "model")),
    ),
    calls=(ModelCall(path="invoke", position=0),),
    examples=(
        CallExample(
            code="<?php\nuse Symfony\\AI\\Platform\\Bridge\\OpenAi\\Factory;\n\n"
            "$platform = Factory::createPlatform(env('OPENAI_API_KEY'), http_client());\n"
            "$result = $platform->invoke('my-model-1', $messages);",
            id="my-model-1", surface="openai",
        ),
        CallExample(
            code="<?php\nuse Symfony\\AI\\Agent\\Agent;\n"
            "use Symfony\\AI\\Platform\\Bridge\\Anthropic\\PlatformFactory;\n\n"
            "$agent = new Agent(PlatformFactory::create($key), 'claude-next', toolbox: $toolbox);",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
        CallExample(
            code="<?php\nuse Symfony\\AI\\Platform\\PlatformInterface;\n\nfinal class Ask\n{\n"
            "    public function __construct(private PlatformInterface $platform) {}\n\n"
            "    public function __invoke(): void\n    {\n        $this->platform->invoke('my-model-1', 'Hello');\n"
            "    }\n}",
            id="my-model-1",
        ),
        CallExample(
            code="<?php\nuse Symfony\\AI\\Agent\\Agent;\nuse Symfony\\AI\\Platform\\Bridge\\OpenAi\\Factory;\n\n"
            "new Agent(Factory::createPlatform($key), 'text-embedding-3-small');",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="<?php\nuse Symfony\\AI\\Platform\\Bridge\\Mistral\\Factory;\n\n"
            "Factory::createPlatform($key)->invoke(pick(1), $messages);",
            id="pick(1)", surface="mistral", dynamic=True,
        ),
    ),
)  # fmt: skip
