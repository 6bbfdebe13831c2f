"""LangChain's chat models, embeddings and `init_chat_model`."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_MODEL = ("model", "model_name")
_BASE = ("base_url", "openai_api_base", "anthropic_api_url")

FRAMEWORK = Framework(
    name="langchain",
    modules=(
        "langchain",
        "langchain_anthropic",
        "langchain_aws",
        "langchain_classic",
        "langchain_community",
        "langchain_core",
        "langchain_google_genai",
        "langchain_google_vertexai",
        "langchain_openai",
        "langgraph",
    ),
    keywords=("langchain", "langgraph"),
    clients=(
        Client(name="ChatOpenAI", surface="openai", arguments=_MODEL, base_url=_BASE),
        Client(name="OpenAI", surface="openai", arguments=_MODEL, base_url=_BASE),
        Client(name="OpenAIEmbeddings", surface="openai", arguments=("model", "deployment"), base_url=_BASE),
        Client(name="DallEAPIWrapper", surface="openai", arguments=_MODEL),
        Client(name="ChatAnthropic", surface="anthropic", arguments=_MODEL, base_url=_BASE),
        Client(name="ChatGoogleGenerativeAI", surface="gemini", arguments=_MODEL),
        Client(name="GoogleGenerativeAI", surface="gemini", arguments=_MODEL),
        Client(name="GoogleGenerativeAIEmbeddings", surface="gemini", arguments=_MODEL),
        Client(name="AzureChatOpenAI", surface="azure", arguments=(*_MODEL, "azure_deployment", "deployment_name")),
        Client(name="AzureOpenAI", surface="azure", arguments=(*_MODEL, "azure_deployment", "deployment_name")),
        Client(name="AzureOpenAIEmbeddings", surface="azure", arguments=("model", "azure_deployment", "deployment")),
        Client(name="ChatVertexAI", surface="vertex", arguments=_MODEL),
        Client(name="VertexAI", surface="vertex", arguments=_MODEL),
        Client(name="ChatBedrock", surface="bedrock", arguments=("model", "model_id")),
        Client(name="ChatBedrockConverse", surface="bedrock", arguments=("model", "model_id")),
        Client(name="BedrockLLM", surface="bedrock", arguments=("model", "model_id")),
    ),
    functions=tuple(
        ModelCall(path=path, position=0)
        for path in (
            "langchain.chat_models.init_chat_model",
            "langchain.chat_models.base.init_chat_model",
            "langchain.agents.create_agent",
            "langchain.embeddings.init_embeddings",
        )
    ),
    examples=(
        CallExample(
            code="from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model='gpt-next')",
            id="gpt-next",
            surface="openai",
        ),
        CallExample(
            code="from langchain_openai import AzureChatOpenAI\nllm = AzureChatOpenAI(azure_deployment='gpt-4')",
            id="gpt-4",
            surface="azure",
        ),
        CallExample(
            code="from langchain.chat_models import init_chat_model\nllm = init_chat_model('anthropic:claude-next')",
            id="anthropic:claude-next",
            surface=None,
        ),
    ),
)
