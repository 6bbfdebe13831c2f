"""OpenAI's clients for PHP by the community: `openai-php/client`, and what it is called in Laravel."""

from __future__ import annotations

from pytest_modelgate.frameworks._ways import calls_of, plain_calls
from pytest_modelgate.kinds import CallExample, Client, Framework

_URLS = ("baseUri",)
_HOST = "https://api.openai.com/v1"

FRAMEWORK = Framework(
    name="php-openai",
    language="php",
    modules=("OpenAI",),
    keywords=("openai",),
    clients=(
        Client(name="OpenAI.client", surface="openai", base=_HOST, places=("apiKey", "organization", "project")),
        Client(name="OpenAI.factory", surface="openai", base=_HOST, base_url=_URLS,
               tells=(("queryParam", "api-version", "azure"),)),
        # What Laravel's configuration makes.
        Client(name="OpenAI", surface="openai", module="OpenAI\\Laravel\\Facades"),
        Client(name="Client", surface="openai", module="OpenAI"),
        Client(name="ClientContract", surface="openai", module="OpenAI\\Contracts"),
    ),
    calls=(
        *calls_of(
            {
                "chat.completions": "chat.create chat.createStreamed",
                "responses": "responses.create responses.createStreamed",
                "completions": "completions.create completions.createStreamed",
                "embeddings": "embeddings.create",
                "edits": "edits.create",
                "images.generations": "images.create images.createStreamed",
                "images.edits": "images.edit images.editStreamed",
                "image": "images.variation",
                "audio.speech": "audio.speech audio.speechStreamed",
                "audio.transcriptions": "audio.transcribe audio.transcribeStreamed",
                "audio.translations": "audio.translate",
                "moderations": "moderations.create",
                "assistants": (
                    "assistants.create assistants.modify threads.createAndRun threads.createAndRunStreamed"
                    " threads.runs.create threads.runs.createStreamed"
                ),
                "fine-tunes": "fineTunes.create",
                "fine_tuning.jobs": "fineTuning.createJob",
            }
        ),
        *plain_calls(
            "assistants.list assistants.retrieve assistants.modify assistants.delete threads.create threads.retrieve"
            " threads.modify threads.delete threads.createAndRun threads.createAndRunStreamed threads.messages.create"
            " threads.messages.list threads.messages.retrieve threads.messages.modify threads.runs.create"
            " threads.runs.createStreamed threads.runs.list threads.runs.retrieve threads.runs.modify"
            " threads.runs.cancel threads.runs.submitToolOutputs threads.runs.submitToolOutputsStreamed",
            "assistants",
        ),
        *plain_calls("fineTunes.retrieve fineTunes.list fineTunes.cancel fineTunes.listEvents", "fine-tunes"),
    ),
    examples=(
        CallExample(
            code="<?php\n$client = OpenAI::client(getenv('OPENAI_API_KEY'));\n"
            "$client->chat()->create(['model' => 'my-model-1', 'messages' => []]);",
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="<?php\nuse OpenAI\\Laravel\\Facades\\OpenAI;\n\n"
            "$result = OpenAI::responses()->create([\n    'model' => 'my-model-1',\n    'input' => 'Hello',\n]);",
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code="<?php\n$client = OpenAI::factory()\n    ->withApiKey($key)\n"
            "    ->withBaseUri('https://openrouter.ai/api/v1')\n    ->make();\n"
            "$client->chat()->createStreamed(['model' => 'meta/llama-9']);",
            id="meta/llama-9", surface="openrouter", endpoint="chat.completions",
        ),
        CallExample(
            code="<?php\n$client = OpenAI::factory()\n    ->withBaseUri(getenv('AZURE_OPENAI_ENDPOINT'))\n"
            "    ->withQueryParam('api-version', '2024-10-21')\n    ->make();\n"
            "$client->chat()->create(['model' => 'prod-chat', 'messages' => []]);",
            id="prod-chat", surface="azure", endpoint="chat.completions",
        ),
        CallExample(
            code="<?php\nuse OpenAI\\Client;\n\nfinal class Chat\n{\n"
            "    public function __construct(private readonly Client $client) {}\n\n"
            "    public function ask(): mixed\n    {\n"
            "        return $this->client->embeddings()->create(['model' => 'my-model-1', 'input' => 'Hello']);\n"
            "    }\n}",
            id="my-model-1", surface="openai", endpoint="embeddings",
        ),
        CallExample(
            code="<?php\n$client = OpenAI::client($key);\n"
            "$client->chat()->create(['model' => 'gpt-5.2-pro', 'messages' => []]);",
            id="gpt-5.2-pro", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code="<?php\nOpenAI::client($key)->moderations()->create(['model' => pick(1), 'input' => '']);",
            id="pick(1)", surface="openai", endpoint="moderations", dynamic=True,
        ),
    ),
)  # fmt: skip
