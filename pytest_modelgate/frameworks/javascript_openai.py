"""OpenAI's SDK for JavaScript: current clients, those for Azure and Bedrock, realtime, and `OpenAIApi` of before 4."""

from __future__ import annotations

from pytest_modelgate.frameworks._javascript import URL
from pytest_modelgate.frameworks._ways import calls_of, plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_CALLS = (
    *calls_of(
        {
            "chat.completions": (
                "chat.completions.create chat.completions.parse chat.completions.stream chat.completions.runTools"
                " chat.completions.runFunctions beta.chat.completions.parse beta.chat.completions.stream"
                " beta.chat.completions.runTools beta.chat.completions.runFunctions"
            ),
            "responses": (
                "responses.create responses.parse responses.stream responses.compact responses.inputTokens.count"
                " beta.responses.create beta.responses.compact beta.responses.inputTokens.count"
            ),
            "completions": "completions.create",
            "embeddings": "embeddings.create",
            "images.generations": "images.generate",
            "images.edits": "images.edit",
            "image": "images.createVariation",
            "audio.speech": "audio.speech.create",
            "audio.transcriptions": "audio.transcriptions.create",
            "audio.translations": "audio.translations.create",
            "moderations": "moderations.create",
            "videos": "videos.create",
            "realtime": "realtime.calls.accept",
            "realtime-beta": "beta.realtime.sessions.create",
            "assistants": (
                "beta.assistants.create beta.assistants.update beta.threads.createAndRun"
                " beta.threads.createAndRunPoll beta.threads.createAndRunStream beta.threads.runs.create"
                " beta.threads.runs.createAndPoll beta.threads.runs.createAndStream beta.threads.runs.stream"
            ),
            "edits": "edits.create",
            "fine-tunes": "fineTunes.create",
            "fine_tuning.jobs": "fineTuning.jobs.create",
        }
    ),
    ModelCall(path="realtime.clientSecrets.create", argument="session", key="model"),
    *plain_calls("beta.realtime.transcriptionSessions.create", "realtime-beta"),
    *plain_calls(
        "evals.create evals.retrieve evals.update evals.list evals.delete evals.del evals.runs.create"
        " evals.runs.retrieve evals.runs.list evals.runs.delete evals.runs.del evals.runs.cancel"
        " evals.runs.outputItems.retrieve evals.runs.outputItems.list",
        "evals",
    ),
    *plain_calls(
        "beta.assistants.retrieve beta.assistants.list beta.assistants.delete beta.assistants.del"
        " beta.assistants.files.create beta.assistants.files.retrieve beta.assistants.files.list"
        " beta.assistants.files.del"
        " beta.threads.create beta.threads.retrieve beta.threads.update beta.threads.delete beta.threads.del"
        " beta.threads.messages.create beta.threads.messages.retrieve beta.threads.messages.update"
        " beta.threads.messages.list beta.threads.messages.delete beta.threads.messages.del"
        " beta.threads.runs.retrieve beta.threads.runs.update beta.threads.runs.list beta.threads.runs.cancel"
        " beta.threads.runs.poll beta.threads.runs.submitToolOutputs beta.threads.runs.submitToolOutputsAndPoll"
        " beta.threads.runs.submitToolOutputsStream beta.threads.runs.steps.retrieve beta.threads.runs.steps.list"
        # Their model may be left out.
        " beta.assistants.update beta.threads.createAndRun beta.threads.createAndRunPoll"
        " beta.threads.createAndRunStream beta.threads.runs.create beta.threads.runs.createAndPoll"
        " beta.threads.runs.createAndStream beta.threads.runs.stream",
        "assistants",
    ),
    *plain_calls("videos.create videos.edit videos.extend videos.remix videos.createCharacter", "videos"),
    *plain_calls("fineTunes.retrieve fineTunes.list fineTunes.cancel fineTunes.listEvents", "fine-tunes"),
)
_OLD = (
    *calls_of(
        {
            "chat.completions": "createChatCompletion",
            "completions": "createCompletion",
            "embeddings": "createEmbedding",
            "edits": "createEdit",
            "moderations": "createModeration",
            "fine-tunes": "createFineTune",
            "answers": "createAnswer",
            "classifications": "createClassification",
        }
    ),
    ModelCall(path="createSearch", argument="engineId", position=0, endpoint="search"),
    ModelCall(path="createTranscription", position=1, endpoint="audio.transcriptions"),
    ModelCall(path="createTranslation", position=1, endpoint="audio.translations"),
    *plain_calls("listEngines retrieveEngine", "engines"),
    *plain_calls("retrieveFineTune listFineTunes cancelFineTune listFineTuneEvents", "fine-tunes"),
)
_SOCKETS = ("OpenAIRealtimeWS", "OpenAIRealtimeWebSocket")
_HOST = "https://api.openai.com/v1"

FRAMEWORK = Framework(
    name="javascript-openai",
    language="javascript",
    modules=("openai", "@posthog/ai"),
    keywords=("openai",),
    clients=(
        Client(name="OpenAI", surface="openai", module="openai", base=_HOST, base_url=URL, key="apiKey",
               through=("provider",), default=True),
        Client(name="OpenAI", surface="openai", module="@posthog/ai", base=_HOST, base_url=URL, key="apiKey"),
        Client(name="AzureOpenAI", surface="azure", arguments=("deployment",), key="apiKey",
               needs=(("apiVersion", "OPENAI_API_VERSION"),)),
        Client(name="BedrockOpenAI", surface="bedrock", key="apiKey"),
        Client(name="OpenAIApi", surface="openai", base=_HOST, base_url=("basePath",), through=("configuration",)),
        Client(name="Configuration", surface="openai", module="openai", base=_HOST, base_url=("basePath",),
               key="apiKey"),
        *(
            Client(name=name, surface="openai", module=module, arguments=("model",), endpoint=endpoint,
                   through=("client",))
            for name in _SOCKETS
            for module, endpoint in (("openai/realtime", "realtime"), ("openai/beta/realtime", "realtime-beta"))
        ),
    ),
    calls=(*_CALLS, *_OLD),
    functions=tuple(
        ModelCall(path=f"openai/{module}/{file}#{name}.create", endpoint=endpoint, surface="openai")
        for module, endpoint in (("realtime", "realtime"), ("beta/realtime", "realtime-beta"))
        for file, name in (("ws", "OpenAIRealtimeWS"), ("websocket", "OpenAIRealtimeWebSocket"))
    ),
    examples=(
        CallExample(
            code="import OpenAI from 'openai'\nconst client = new OpenAI()\n"
            "await client.chat.completions.create({ model: 'my-model-1', messages: [] })",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import Ask, { toFile } from 'openai';\nconst reply = await new Ask({ apiKey }).responses.create({\n"
            '  model: "my-model-1",\n  input,\n});',
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="const { OpenAI } = require('openai')\nconst openai = new OpenAI({\n"
            "  baseURL: 'https://openrouter.ai/api/v1',\n})\n"
            "module.exports = () => openai.chat.completions.create({ messages, model: 'meta/llama-9' })",
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="import { AzureOpenAI } from 'openai'\nconst client = new AzureOpenAI({ apiVersion: day })\n"
            "client.responses.create({ model: 'prod-chat', input })",
            id="prod-chat", surface="azure", endpoint="responses",
        ),
        CallExample(
            code="import { AzureOpenAI } from 'openai'\nnew AzureOpenAI({ deployment: 'prod-chat', apiVersion: day })",
            id="prod-chat", surface="azure",
        ),
        CallExample(
            code="const { Configuration, OpenAIApi } = require('openai')\n"
            "const openai = new OpenAIApi(new Configuration({ apiKey: process.env.OPENAI_API_KEY }))\n"
            "openai.createChatCompletion({ model: 'my-model-1', messages: [] })",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="import { OpenAIRealtimeWS } from 'openai/realtime/ws'\n"
            "const socket = new OpenAIRealtimeWS({ model: 'my-voice-1' })",
            id="my-voice-1", surface="openai", endpoint="realtime",
        ),
        CallExample(
            code="import OpenAI from 'openai'\nexport class Chat {\n  private client: OpenAI\n"
            "  ask() {\n    return this.client.chat.completions.create({ model: 'gpt-5.2-pro', messages: [] })\n  }\n}",
            id="gpt-5.2-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="import OpenAI from 'openai'\n"
            "new OpenAI().responses.create({ model: 'text-embedding-3-small', input })",
            id="text-embedding-3-small", surface="openai", endpoint="responses", wrong=True,
        ),
        CallExample(
            code="import OpenAI from 'openai'\nnew OpenAI().embeddings.create({ model: pick(), input })",
            id="pick()", surface="openai", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
