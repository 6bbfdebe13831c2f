"""Guidance's models, and the `llms` of its first versions."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

# Class, surface, what serves it.
_MODELS = (
    ("Anthropic", "anthropic", "chat"),
    ("AzureOpenAI", "azure", "chat"),
    ("Cohere", "cohere", None),
    ("GoogleAI", "gemini", "chat"),
    ("LiteLLM", None, None),
    ("TogetherAI", "together", None),
    ("TogetherAIChat", "together", "chat"),
    ("Transformers", "huggingface", None),
    ("VertexAI", "vertex", None),
)

FRAMEWORK = Framework(
    name="guidance",
    modules=("guidance",),
    keywords=("guidance",),
    clients=(
        # Before it only knew chat, it asked for text or for chat as the model's name tells.
        Client(name="OpenAI", module="guidance", surface="openai", arguments=("model",), position=0,
               endpoint="chat", base="https://api.openai.com/v1", base_url=("base_url", "api_base"), key="api_key"),
        *(
            Client(name=name, module="guidance", surface=surface, arguments=("model", "azure_deployment"), position=0,
                   endpoint=endpoint)
            for name, surface, endpoint in _MODELS
        ),
        *(
            Client(name=name, module="guidance", surface="azure", arguments=("azure_deployment", "model_name"),
                   endpoint="chat")
            for name in ("create_azure_openai_model", "create_azure_aifoundry_model")
        ),
    ),
    functions=tuple(
        ModelCall(path=path, argument="model_description", position=0, key="litellm_params.model", endpoint="chat")
        for path in ("guidance.models.experimental.LiteLLM", "guidance.models.LiteLLM")
    ),
    examples=(
        CallExample(
            code="from guidance import models\nlm = models.OpenAI('gpt-next')",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="from guidance import models\nlm = models.OpenAI('text-embedding-3-small')",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from guidance import models\nlm = models.OpenAI(pick())",
            id="pick()", surface="openai", endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="import guidance\nlm = guidance.models.VertexAI('gemini-next')",
            id="gemini-next", surface="vertex", endpoint=None,
        ),
        CallExample(
            code="from guidance.models import create_azure_openai_model\n"
            "lm = create_azure_openai_model(azure_endpoint=host, azure_deployment='prod-chat', version=version)",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
    ),
)  # fmt: skip
