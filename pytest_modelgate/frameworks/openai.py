"""The official OpenAI SDK: current clients, the Azure ones, and the module-level API of before 1.0."""

from __future__ import annotations

from dataclasses import replace

from pytest_modelgate.frameworks._ways import calls_of, every_way, plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = every_way(
    (
        *calls_of(
            {
                "chat.completions": (
                    "chat.completions.create chat.completions.parse chat.completions.stream"
                    " beta.chat.completions.create beta.chat.completions.parse beta.chat.completions.stream"
                ),
                "responses": (
                    "responses.create responses.parse responses.stream responses.compact responses.input_tokens.count"
                    " beta.responses.create beta.responses.compact beta.responses.input_tokens.count"
                ),
                "completions": "completions.create",
                "embeddings": "embeddings.create",
                "images.generations": "images.generate",
                "images.edits": "images.edit",
                "image": "images.create_variation",
                "audio.speech": "audio.speech.create",
                "audio.transcriptions": "audio.transcriptions.create",
                "audio.translations": "audio.translations.create",
                "moderations": "moderations.create",
                "videos": "videos.create videos.create_and_poll",
                "decisions": "decisions.create",
                "realtime": "realtime.connect realtime.calls.accept",
                "realtime.translations": "realtime.translations.connect",
                "realtime-beta": "beta.realtime.connect beta.realtime.sessions.create",
                "assistants": (
                    "beta.assistants.create beta.assistants.update beta.threads.create_and_run"
                    " beta.threads.create_and_run_poll beta.threads.create_and_run_stream beta.threads.runs.create"
                    " beta.threads.runs.create_and_poll beta.threads.runs.create_and_stream beta.threads.runs.stream"
                ),
                "edits": "edits.create",
                "fine-tunes": "fine_tunes.create",
                "fine_tuning.jobs": "fine_tuning.jobs.create",
                None: "beta.agents.create beta.agents.update",
            }
        ),
        ModelCall(path="live.create", argument="session", key="model", endpoint="live.sessions"),
        ModelCall(path="realtime.client_secrets.create", argument="session", key="model"),
        *plain_calls("beta.realtime.transcription_sessions.create", "realtime-beta"),
        *plain_calls(
            "evals.create evals.retrieve evals.update evals.list evals.delete evals.runs.create evals.runs.retrieve"
            " evals.runs.list evals.runs.delete evals.runs.cancel evals.runs.output_items.retrieve"
            " evals.runs.output_items.list",
            "evals",
        ),
        *plain_calls(
            "beta.assistants.retrieve beta.assistants.list beta.assistants.delete"
            " beta.assistants.files.create beta.assistants.files.retrieve beta.assistants.files.list"
            " beta.assistants.files.delete"
            " beta.threads.create beta.threads.retrieve beta.threads.update beta.threads.delete"
            " beta.threads.messages.create beta.threads.messages.retrieve beta.threads.messages.update"
            " beta.threads.messages.list beta.threads.messages.delete"
            " beta.threads.messages.files.retrieve beta.threads.messages.files.list"
            " beta.threads.runs.retrieve beta.threads.runs.update beta.threads.runs.list beta.threads.runs.cancel"
            " beta.threads.runs.poll beta.threads.runs.submit_tool_outputs"
            " beta.threads.runs.submit_tool_outputs_and_poll beta.threads.runs.submit_tool_outputs_stream"
            " beta.threads.runs.steps.retrieve beta.threads.runs.steps.list"
            # Their model may be left out.
            " beta.assistants.update beta.threads.create_and_run beta.threads.create_and_run_poll"
            " beta.threads.create_and_run_stream beta.threads.runs.create beta.threads.runs.create_and_poll"
            " beta.threads.runs.create_and_stream beta.threads.runs.stream",
            "assistants",
        ),
        *plain_calls("videos.create videos.create_and_poll", "videos"),
        *plain_calls("fine_tunes.retrieve fine_tunes.list fine_tunes.cancel fine_tunes.list_events", "fine-tunes"),
    )
)

_LEGACY = (
    *calls_of(
        {
            "chat.completions": "ChatCompletion.create ChatCompletion.acreate",
            "completions": "Completion.create Completion.acreate",
            "embeddings": "Embedding.create Embedding.acreate",
            "edits": "Edit.create Edit.acreate",
            "moderations": "Moderation.create Moderation.acreate",
            "images.generations": "Image.create Image.acreate",
            "images.edits": "Image.create_edit Image.acreate_edit",
            "image": "Image.create_variation Image.acreate_variation",
            "answers": "Answer.create Answer.acreate",
            "classifications": "Classification.create Classification.acreate",
            "search": "Search.create Search.acreate",
            "fine-tunes": "FineTune.create FineTune.acreate",
            "fine_tuning.jobs": "FineTuningJob.create FineTuningJob.acreate",
        }
    ),
    *(
        ModelCall(path=f"Audio.{start}{task}{end}", position=0, endpoint=endpoint)
        for task, endpoint in (("transcribe", "audio.transcriptions"), ("translate", "audio.translations"))
        for start in ("", "a")
        for end in ("", "_raw")
    ),
)
_NAMED_OTHERWISE = tuple(
    replace(call, argument=name, position=None)
    for name in ("engine", "deployment_id")
    for call in _LEGACY
    if call.endpoint not in ("fine-tunes", "fine_tuning.jobs")
)
_ENGINES = plain_calls("Engine.list Engine.alist Engine.retrieve Engine.aretrieve", "engines")
_EMBEDDED = tuple(
    ModelCall(path=f"embeddings_utils.{name}", argument="engine", position=1, endpoint="embeddings")
    for name in ("get_embedding", "aget_embedding", "get_embeddings", "aget_embeddings")
)

_HOST = "https://api.openai.com/v1"

FRAMEWORK = Framework(
    name="openai",
    modules=("openai", "langfuse", "posthog"),
    keywords=("openai",),
    clients=(
        *(
            Client(
                name=name,
                surface="openai",
                base=_HOST,
                base_url=("base_url",),
                key="api_key",
                through=("provider",),
            )
            for name in ("OpenAI", "AsyncOpenAI")
        ),
        *(
            Client(
                name=name,
                surface="openai",
                module="openai",
                base=_HOST,
                base_url=("base_url",),
                key="api_key",
                through=("provider",),
            )
            for name in ("Client", "AsyncClient")
        ),
        *(
            Client(
                name=name,
                surface="azure",
                arguments=("azure_deployment",),
                key="api_key",
                needs=(("api_version", "OPENAI_API_VERSION"),),
            )
            for name in ("AzureOpenAI", "AsyncAzureOpenAI")
        ),
        *(Client(name=name, surface="bedrock", key="api_key") for name in ("BedrockOpenAI", "AsyncBedrockOpenAI")),
    ),
    calls=_CALLS,
    functions=tuple(
        replace(call, path=f"openai.{call.path}")
        for call in (*_CALLS, *_LEGACY, *_NAMED_OTHERWISE, *_ENGINES, *_EMBEDDED)
    ),
    surface="openai",
    examples=(
        CallExample(
            code="from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.create(model='my-model-1')",
            id="my-model-1",
            surface="openai",
            endpoint="chat.completions",
        ),
        CallExample(
            code="from openai import AzureOpenAI\nclient = AzureOpenAI()\nclient.responses.create(model='prod-chat')",
            id="prod-chat",
            surface="azure",
            endpoint="responses",
        ),
        CallExample(
            code="from openai import AzureOpenAI\nAzureOpenAI(azure_deployment='prod-chat', api_version=day)",
            id="prod-chat",
            surface="azure",
        ),
        CallExample(
            code="import openai\nopenai.OpenAI(base_url='https://openrouter.ai/api/v1').responses.create(model='meta/llama-9')",
            id="meta/llama-9",
            surface="openrouter",
            endpoint="responses",
        ),
        CallExample(
            code="import openai\nopenai.ChatCompletion.create(engine='davinci', messages=[])",
            id="davinci",
            surface="openai",
            endpoint="chat.completions",
        ),
        CallExample(
            code="import openai\nraw = openai.OpenAI().audio.speech.with_streaming_response.create(model='my-voice-1')",
            id="my-voice-1",
            surface="openai",
            endpoint="audio.speech",
        ),
        CallExample(
            code="from openai import OpenAI\nOpenAI().chat.completions.create(model='gpt-5.2-pro', messages=[])",
            id="gpt-5.2-pro",
            surface="openai",
            endpoint="chat.completions",
            wrong=True,
        ),
        CallExample(
            code="from openai import AsyncOpenAI\nAsyncOpenAI().responses.create(model='text-embedding-3-small')",
            id="text-embedding-3-small",
            surface="openai",
            endpoint="responses",
            wrong=True,
        ),
        CallExample(
            code="from openai import OpenAI\nOpenAI().embeddings.create(model=pick(), input=text)",
            id="pick()",
            surface="openai",
            endpoint="embeddings",
            dynamic=True,
        ),
    ),
)
