"""smolagents: one model class for each way to ask."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_NEEDS = (("api_version", "OPENAI_API_VERSION"),)

FRAMEWORK = Framework(
    name="smolagents",
    modules=("smolagents",),
    keywords=("smolagents",),
    clients=(
        *(
            Client(name=name, module="smolagents", surface="openai", arguments=("model_id",), position=0,
                   endpoint="chat.completions", base="https://api.openai.com/v1", base_url=("api_base",), key="api_key")
            for name in ("OpenAIModel", "OpenAIServerModel")
        ),
        *(
            Client(name=name, module="smolagents", surface="azure", arguments=("model_id",), position=0,
                   endpoint="chat.completions", needs=_NEEDS)
            for name in ("AzureOpenAIModel", "AzureOpenAIServerModel")
        ),
        *(
            Client(name=name, module="smolagents", surface="bedrock", arguments=("model_id",), position=0,
                   endpoint="chat")
            for name in ("AmazonBedrockModel", "AmazonBedrockServerModel")
        ),
        Client(name="LiteLLMModel", module="smolagents", surface=None, arguments=("model_id",), position=0,
               endpoint="chat", base_url=("api_base",)),
        *(
            Client(name=name, module="smolagents", surface="huggingface", arguments=("model_id",), position=0,
                   endpoint="chat", base_url=("base_url",))
            for name in ("HfApiModel", "InferenceClientModel")
        ),
        *(
            Client(name=name, module="smolagents", surface="local", arguments=("model_id",), position=0)
            for name in ("MLXModel", "TransformersModel", "VLLMModel")
        ),
    ),
    functions=(
        ModelCall(path="smolagents.LiteLLMRouterModel", argument="model_list", position=1, key="litellm_params.model",
                  endpoint="chat"),
    ),
    examples=(
        CallExample(
            code="from smolagents import LiteLLMModel\nmodel = LiteLLMModel(model_id='anthropic/claude-next')",
            id="anthropic/claude-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from smolagents import OpenAIModel\nmodel = OpenAIModel(model_id='text-embedding-3-small')",
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="from smolagents import OpenAIServerModel\nmodel = OpenAIServerModel(pick())",
            id="pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
        CallExample(
            code="from smolagents import OpenAIServerModel\n"
            "model = OpenAIServerModel('llama-next', api_base='https://api.groq.com/openai/v1')",
            id="llama-next", surface="groq", endpoint="chat.completions",
        ),
        CallExample(
            code="from smolagents import InferenceClientModel\nmodel = InferenceClientModel('meta/llama-9')",
            id="meta/llama-9", surface="huggingface", endpoint="chat",
        ),
        CallExample(
            code="from smolagents import LiteLLMRouterModel\nentry = {'litellm_params': {'model': 'groq/llama-9'}}\n"
            "model = LiteLLMRouterModel('writers', model_list=[entry])",
            id="groq/llama-9", surface=None, endpoint="chat",
        ),
    ),
)  # fmt: skip
