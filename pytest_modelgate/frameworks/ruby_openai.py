"""OpenAI's SDK for Ruby, and the one that came before it and has the same name: `ruby-openai`."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_OFFICIAL = (
    *calls_of(
        {
            "chat.completions": "chat.completions.create chat.completions.stream chat.completions.stream_raw",
            "responses": (
                "responses.create responses.stream responses.stream_raw responses.compact responses.input_tokens.count"
                " beta.responses.create beta.responses.stream_raw beta.responses.compact"
                " beta.responses.input_tokens.count"
            ),
            "completions": "completions.create completions.create_streaming",
            "embeddings": "embeddings.create",
            "images.generations": "images.generate images.generate_stream_raw",
            "images.edits": "images.edit images.edit_stream_raw",
            "image": "images.create_variation",
            "audio.speech": "audio.speech.create",
            "audio.transcriptions": "audio.transcriptions.create audio.transcriptions.create_streaming",
            "audio.translations": "audio.translations.create",
            "moderations": "moderations.create",
            "videos": "videos.create",
            "realtime": "realtime.calls.accept",
            "assistants": (
                "beta.assistants.create beta.assistants.update beta.threads.create_and_run beta.threads.stream_raw"
                " beta.threads.runs.create beta.threads.runs.create_stream_raw"
            ),
            "fine_tuning.jobs": "fine_tuning.jobs.create",
        }
    ),
    ModelCall(path="realtime.client_secrets.create", argument="session", key="model"),
    *plain_calls(
        "evals.create evals.retrieve evals.update evals.list evals.delete evals.runs.create evals.runs.retrieve"
        " evals.runs.list evals.runs.delete evals.runs.cancel",
        "evals",
    ),
    *plain_calls(
        "beta.assistants.retrieve beta.assistants.list beta.assistants.delete beta.threads.create"
        " beta.threads.retrieve beta.threads.update beta.threads.delete beta.threads.messages.create"
        " beta.threads.messages.retrieve beta.threads.messages.update beta.threads.messages.list"
        " beta.threads.messages.delete beta.threads.runs.retrieve beta.threads.runs.update beta.threads.runs.list"
        " beta.threads.runs.cancel beta.threads.runs.submit_tool_outputs beta.threads.runs.steps.retrieve"
        " beta.threads.runs.steps.list"
        # Their model may be left out.
        " beta.assistants.update beta.threads.create_and_run beta.threads.stream_raw beta.threads.runs.create"
        " beta.threads.runs.create_stream_raw",
        "assistants",
    ),
    *plain_calls("videos.create videos.edit videos.extend_ videos.remix videos.create_character", "videos"),
)
# Everything that is asked stands under one argument.
_EARLIER = (
    *(
        ModelCall(path=path, argument="parameters", key="model", endpoint=endpoint)
        for path, endpoint in (
            ("chat", "chat.completions"),
            ("embeddings", "embeddings"),
            ("completions", "completions"),
            ("moderations", "moderations"),
            ("images.generate", "images.generations"),
            ("images.edit", "images.edits"),
            ("images.variations", "image"),
            ("audio.transcribe", "audio.transcriptions"),
            ("audio.translate", "audio.translations"),
            ("audio.speech", "audio.speech"),
            ("responses.create", "responses"),
            ("assistants.create", "assistants"),
            ("assistants.modify", "assistants"),
            ("runs.create", "assistants"),
            ("runs.create_thread_and_run", "assistants"),
            ("finetunes.create", "fine_tuning.jobs"),
            ("realtime.create", "realtime"),
        )
    ),
    *plain_calls(
        "assistants.list assistants.retrieve assistants.modify assistants.delete threads.create threads.retrieve"
        " threads.modify threads.delete runs.create runs.create_thread_and_run runs.list runs.retrieve runs.modify"
        " runs.cancel runs.submit_tool_outputs run_steps.list run_steps.retrieve",
        "assistants",
    ),
)
_HOST = "https://api.openai.com/v1"

FRAMEWORK = Framework(
    name="ruby-openai",
    language="ruby",
    # Applications load it without naming it, and then only its module tells.
    modules=("openai", "OpenAI"),
    keywords=("openai",),
    clients=(
        Client(name="OpenAI.Client", surface="openai", base=_HOST, base_url=("base_url", "uri_base"), key="api_key",
               through=("provider",), tells=(("api_type", "azure", "azure"),)),
        Client(name="Providers.azure", surface="azure"),
        Client(name="Providers.bedrock", surface="bedrock"),
    ),
    calls=(*_OFFICIAL, *_EARLIER),
    examples=(
        CallExample(
            code='require "openai"\nopenai = OpenAI::Client.new(api_key: ENV["OPENAI_API_KEY"])\n'
            'openai.chat.completions.create(messages: [], model: "my-model-1")',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code='client = OpenAI::Client.new\nclient.responses.create({model: :"my-model-1", input: "Hello"})',
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code='class Chat\n  def ask\n    client.chat(parameters: { model: "my-model-1", messages: [] })\n  end\n\n'
            "  def client\n    @client ||= OpenAI::Client.new(access_token: token)\n  end\nend",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code='client = OpenAI::Client.new(access_token: key, uri_base: "https://openrouter.ai/api/v1")\n'
            'client.chat(parameters: { "model" => "meta/llama-9" })',
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code='client = OpenAI::Client.new(api_type: :azure, uri_base: ENV["AZURE_OPENAI_BASE"])\n'
            'client.embeddings(parameters: { model: "prod-embedder", input: text })',
            id="prod-embedder", surface="azure", endpoint="embeddings",
        ),
        CallExample(
            code='require "openai"\nclient = OpenAI::Client.new(provider: OpenAI::Providers.azure(endpoint: where))\n'
            'client.responses.create(model: "prod-chat", input: "Hello")',
            id="prod-chat", surface="azure", endpoint="responses",
        ),
        CallExample(
            code='OpenAI::Client.new.chat(parameters: { model: "text-embedding-3-small", messages: [] })',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code='require "openai"\nOpenAI::Client.new.chat.completions.create(model: "gpt-5.2-pro", messages: [])',
            id="gpt-5.2-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="OpenAI::Client.new.embeddings(parameters: { model: pick(1), input: text })",
            id="pick(1)", surface="openai", endpoint="embeddings", dynamic=True,
        ),
    ),
)  # fmt: skip
