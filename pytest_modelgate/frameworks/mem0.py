"""Mem0, and Embedchain before it: dictionaries of configuration with a model and an embedder."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

# Class, surface, the arguments that send it to another host.
_CONFIGS = (
    ("AWSBedrockConfig", "bedrock", ()),
    ("AnthropicConfig", "anthropic", ("anthropic_base_url",)),
    ("AzureOpenAIConfig", "azure", ()),
    ("BaseLlmConfig", None, ()),
    ("DeepSeekConfig", "deepseek", ("deepseek_base_url",)),
    ("LMStudioConfig", "local", ()),
    ("OllamaConfig", "local", ("ollama_base_url",)),
    ("OpenAIConfig", "openai", ("openai_base_url", "openrouter_base_url")),
    ("VllmConfig", "local", ()),
    ("XAIConfig", "xai", ("xai_base_url",)),
)
# Function, the argument with the dictionary.
_FROM = (
    ("mem0.Memory.from_config", "config_dict"),
    ("mem0.AsyncMemory.from_config", "config_dict"),
    ("mem0.memory.main.Memory.from_config", "config_dict"),
    ("embedchain.App.from_config", "config"),
    ("embedchain.Pipeline.from_config", "config"),
)
_KEYS = (
    ("llm.config.model", "chat"), ("graph_store.llm.config.model", "chat"), ("embedder.config.model", "embedding"),
    ("embedding_model.config.model", "embedding"),
)  # fmt: skip

FRAMEWORK = Framework(
    name="mem0",
    modules=("embedchain", "mem0"),
    keywords=("embedchain", "mem0"),
    clients=(
        Client(name="GeminiConfig", module="mem0", surface="gemini", arguments=("model",), position=0, endpoint="chat",
               tells=(("vertexai", "True", "vertex"),)),
        *(
            Client(name=name, module="mem0", surface=surface, arguments=("model",), position=0, endpoint="chat",
                   base_url=urls)
            for name, surface, urls in _CONFIGS
        ),
        Client(name="BaseEmbedderConfig", module="mem0", surface=None, arguments=("model",), position=0,
               endpoint="embedding", base_url=("openai_base_url",)),
    ),
    functions=(
        *(
            ModelCall(path=path, argument=argument, position=0, key=key, endpoint=endpoint)
            for path, argument in _FROM
            for key, endpoint in _KEYS
        ),
        ModelCall(path="mem0.llms.configs.LlmConfig", argument="config", key="model", endpoint="chat"),
        ModelCall(path="mem0.embeddings.configs.EmbedderConfig", argument="config", key="model", endpoint="embedding"),
    ),
    examples=(
        CallExample(
            code="from mem0 import Memory\n"
            "memory = Memory.from_config({'llm': {'provider': 'openai', 'config': {'model': 'gpt-next'}}})",
            id="gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from mem0 import Memory\n"
            "config = {'embedder': {'provider': 'openai', 'config': {'model': 'gpt-4o'}}}\n"
            "memory = Memory.from_config(config)",
            id="gpt-4o", surface=None, endpoint="embedding", wrong=True,
        ),
        CallExample(
            code="from mem0.configs.llms.openai import OpenAIConfig\nconfig = OpenAIConfig(model=pick())",
            id="pick()", surface="openai", endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="from mem0.configs.llms.anthropic import AnthropicConfig\nconfig = AnthropicConfig('claude-next')",
            id="claude-next", surface="anthropic", endpoint="chat",
        ),
    ),
)  # fmt: skip
