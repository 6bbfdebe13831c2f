"""AutoGen and AG2: model clients, configuration dictionaries with lists of models, and AG2's configurations."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OPENAI = "https://api.openai.com/v1"
# Class, surface, what serves it, the arguments that send it to another host.
_CONFIGS = (
    ("AnthropicConfig", "anthropic", "messages", ("base_url",)),
    ("BedrockConfig", "bedrock", "chat", ("endpoint_url",)),
    ("DashScopeConfig", "qwen", "chat", ("base_url",)),
    ("GeminiConfig", "gemini", "chat", ()),
    ("MistralConfig", "mistral", "chat.completions", ()),
    ("OllamaConfig", "local", "chat", ("host",)),
    ("OpenAIConfig", "openai", "chat", ("base_url",)),
    ("OpenAIDecisionsConfig", "openai", "decisions", ("base_url",)),
    ("OpenAIResponsesConfig", "openai", "responses", ("base_url",)),
    ("VertexAIConfig", "vertex", "chat", ()),
    ("XAIConfig", "xai", "chat", ("api_host",)),
    ("ZAIConfig", "zhipu", "chat", ("base_url",)),
)
_AGENTS = (
    "AssistantAgent", "CaptainAgent", "ConversableAgent", "GroupChatManager", "OpenAIWrapper", "UserProxyAgent",
    "agentchat.AssistantAgent", "agentchat.ConversableAgent", "agentchat.GroupChatManager",
    "agentchat.UserProxyAgent", "agentchat.contrib.gpt_assistant_agent.GPTAssistantAgent",
    "agentchat.contrib.llava_agent.LLaVAAgent", "agentchat.contrib.math_user_proxy_agent.MathUserProxyAgent",
    "agentchat.contrib.multimodal_conversable_agent.MultimodalConversableAgent",
    "agentchat.contrib.retrieve_assistant_agent.RetrieveAssistantAgent",
    "agentchat.contrib.retrieve_user_proxy_agent.RetrieveUserProxyAgent",
    "agentchat.contrib.society_of_mind_agent.SocietyOfMindAgent",
    "agentchat.contrib.web_surfer.WebSurferAgent",
)  # fmt: skip

FRAMEWORK = Framework(
    name="autogen",
    modules=("ag2", "autogen", "autogen_ext"),
    keywords=("autogen", "ag2"),
    clients=(
        # By the model's name it asks other hosts than OpenAI's without being told.
        Client(name="OpenAIChatCompletionClient", surface=None, arguments=("model",), endpoint="chat.completions",
               base_url=("base_url",)),
        Client(name="AzureOpenAIChatCompletionClient", surface="azure", arguments=("azure_deployment", "model"),
               endpoint="chat.completions", needs=(("api_version", "OPENAI_API_VERSION"),)),
        Client(name="AnthropicChatCompletionClient", surface="anthropic", arguments=("model",), endpoint="messages",
               base="https://api.anthropic.com", base_url=("base_url",), key="api_key"),
        Client(name="AnthropicBedrockChatCompletionClient", surface="bedrock", arguments=("model",), endpoint="chat"),
        Client(name="AzureAIChatCompletionClient", surface=None, arguments=("model",), endpoint="chat",
               base_url=("endpoint",)),
        Client(name="OllamaChatCompletionClient", surface="local", arguments=("model",), endpoint="chat",
               base_url=("host",)),
        Client(name="OpenAIAgent", module="autogen_ext", surface=None, arguments=("model",), position=3,
               endpoint="responses", through=("client",)),
        Client(name="OpenAIAssistantAgent", module="autogen_ext", surface=None, arguments=("model",), position=3,
               endpoint="assistants", through=("client",)),
        Client(name="LLMConfig", module="autogen", surface=None, arguments=("model",), endpoint="chat",
               base_url=("base_url",), tells=(("api_type", "azure", "azure"), ("api_type", "bedrock", "bedrock"))),
        *(
            Client(name=name, module="ag2", surface=surface, arguments=("model",), position=0, endpoint=endpoint,
                   base=_OPENAI if surface == "openai" else None, base_url=urls)
            for name, surface, endpoint, urls in _CONFIGS
        ),
    ),
    functions=(
        *(
            ModelCall(path=f"autogen.{name}", argument="llm_config", key=key, endpoint="chat")
            for name in _AGENTS
            for key in ("model", "config_list.model")
        ),
        *(
            ModelCall(path=f"autogen.{name}", argument="config_list", key="model", endpoint="chat")
            for name in ("LLMConfig", "OpenAIWrapper")
        ),
        ModelCall(path="autogen.LLMConfig", argument="config", position=0, key="model", endpoint="chat"),
    ),
    examples=(
        CallExample(
            code="from autogen_ext.models.openai import OpenAIChatCompletionClient\n"
            "client = OpenAIChatCompletionClient(model='gpt-next')",
            id="gpt-next", surface=None, endpoint="chat.completions",
        ),
        CallExample(
            code="from autogen_ext.models.openai import OpenAIChatCompletionClient\n"
            "client = OpenAIChatCompletionClient(model='o3-pro')",
            id="o3-pro", surface=None, endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="from autogen_ext.models.openai import OpenAIChatCompletionClient\n"
            "client = OpenAIChatCompletionClient(model=pick())",
            id="pick()", surface=None, endpoint="chat.completions", dynamic=True,
        ),
        CallExample(
            code="from autogen_ext.models.openai import AzureOpenAIChatCompletionClient\n"
            "client = AzureOpenAIChatCompletionClient(azure_deployment='prod-chat', api_version='2024-10-21')",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="from autogen import AssistantAgent\nmodels = [{'model': 'gpt-next', 'api_key': key}]\n"
            "agent = AssistantAgent('writer', llm_config={'config_list': models, 'temperature': 0})",
            id="gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from autogen import LLMConfig\nconfig = LLMConfig(api_type='bedrock', model='my-profile')",
            id="my-profile", surface="bedrock", endpoint="chat",
        ),
        CallExample(
            code="from ag2.config import OpenAIResponsesConfig\nconfig = OpenAIResponsesConfig('gpt-next')",
            id="gpt-next", surface="openai", endpoint="responses",
        ),
    ),
)  # fmt: skip
