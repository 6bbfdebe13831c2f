"""OpenAI's Agents SDK: agents by model or route, its models for each endpoint, voice and realtime."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_MODELS = (
    ("OpenAIChatCompletionsModel", "chat.completions"),
    ("OpenAIHostedMultiAgentModel", "responses"),
    ("OpenAIResponsesModel", "responses"),
    ("OpenAIResponsesWSModel", "responses"),
    ("OpenAISTTModel", "audio.transcriptions"),
    ("OpenAITTSModel", "audio.speech"),
)

FRAMEWORK = Framework(
    name="openai-agents",
    modules=("agents",),
    keywords=("agents",),
    clients=(
        # What a name without a route asks is set once for all agents, in whatever file.
        Client(name="Agent", module="agents", surface=None, arguments=("model",), endpoint="chat"),
        Client(name="RunConfig", module="agents", surface=None, arguments=("model",), endpoint="chat"),
        *(
            # Without a client they cannot be made.
            Client(name=name, module="agents", surface=None, arguments=("model",), position=0, endpoint=endpoint,
                   through=("openai_client",))
            for name, endpoint in _MODELS
        ),
        *(
            Client(name=name, module="agents", surface=None, arguments=("model",), position=0, endpoint="chat",
                   base_url=("base_url",))
            for name in ("LitellmModel", "AnyLLMModel")
        ),
        Client(name="OpenAIResponsesCompactionSession", module="agents", surface="openai", arguments=("model",),
               endpoint="responses", through=("client",)),
        Client(name="RealtimeRunner", module="agents", surface="openai"),
    ),
    calls=(
        ModelCall(path="run", argument="model_config", key="initial_model_settings.model_name", endpoint="realtime"),
        ModelCall(path="clone", endpoint="chat"),
    ),
    functions=(
        ModelCall(path="agents.realtime.RealtimeRunner", argument="config", key="model_settings.model_name",
                  endpoint="realtime", surface="openai"),
        ModelCall(path="agents.voice.VoicePipeline", argument="stt_model", endpoint="transcription"),
        ModelCall(path="agents.voice.VoicePipeline", argument="tts_model", endpoint="speech"),
    ),
    examples=(
        CallExample(
            code="from agents import Agent\nagent = Agent(name='writer', model='gpt-next')",
            id="gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from agents import Agent\nagent = Agent(name='writer', model='text-embedding-3-small')",
            id="text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from agents import Agent\nagent = Agent(name='writer', model=pick())",
            id="pick()", surface=None, endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="from agents import OpenAIChatCompletionsModel\nfrom openai import AsyncOpenAI\n"
            "client = AsyncOpenAI(base_url='https://openrouter.ai/api/v1')\n"
            "model = OpenAIChatCompletionsModel(model='meta/llama-9', openai_client=client)",
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="from agents import OpenAIChatCompletionsModel\n"
            "model = OpenAIChatCompletionsModel(model='o3-pro', openai_client=None)",
            id="o3-pro", surface=None, endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="from agents.extensions.models.litellm_model import LitellmModel\n"
            "model = LitellmModel(model='groq/llama-9')",
            id="groq/llama-9", surface=None, endpoint="chat",
        ),
        CallExample(
            code="from agents.realtime import RealtimeRunner\n"
            "runner = RealtimeRunner(agent, config={'model_settings': {'model_name': 'gpt-live-9'}})",
            id="gpt-live-9", surface="openai", endpoint="realtime",
        ),
    ),
)  # fmt: skip
