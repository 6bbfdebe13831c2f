<?php

namespace App\Llm;

use OpenAI\Contracts\ClientContract;
use Symfony\Component\Console\Attribute\AsCommand;

interface HasModel
{
    const MODEL = 'gpt-4-0613'; // expect: gpt-4-0613 constant runtime retired openai chat.completions
}

trait Asks
{
    protected string $model = 'gpt-3.5-turbo'; // expect: gpt-3.5-turbo field runtime retired openai

    public function getModel(): string
    {
        return $this->model ?? 'gpt-4o'; // expect: gpt-4o other runtime retiring openai
    }
}

class Settings
{
    public static array $defaults = ['model' => 'gpt-4-32k', 'temperature' => 0]; // expect: gpt-4-32k dict-value runtime retired openai chat.completions
    public const MODELS = [
        'fast' => 'gpt-4o-mini', // expect: gpt-4o-mini dict-value runtime retiring openai chat.completions
        'smart' => 'gpt-4', // expect: gpt-4 dict-value runtime retired openai chat.completions
    ];
    public const DEFAULTS = ['openai' => 'gpt-4-0314', 'anthropic' => 'claude-2.1']; // expect: gpt-4-0314 dict-value runtime retired openai expect: claude-2.1 dict-value runtime retired anthropic
}

#[AsCommand(name: 'ask')]
class Asker implements HasModel
{
    public function __construct(private ClientContract $client, private ?string $model = null)
    {
        $this->model ??= 'gpt-4-turbo-preview'; // expect: gpt-4-turbo-preview field runtime retired openai chat.completions
    }

    protected function configure(): void
    {
        $this->addOption('model', 'm', InputOption::VALUE_REQUIRED, 'A model, as gpt-4', 'gpt-4'); // expect: gpt-4 cli-default runtime retired openai
    }

    public function ask(array $messages): mixed
    {
        $this->client->chat()->create(['model' => HasModel::MODEL, 'messages' => $messages]);
        $this->client->chat()->create(['model' => $this->model, 'messages' => $messages]);
        $this->client->chat()->create([...Settings::$defaults, 'messages' => $messages]);
        $this->client->chat()->create(array_merge(['model' => 'gpt-3.5-turbo-0613'], $messages)); // expect: gpt-3.5-turbo-0613 dict-value runtime retired openai chat.completions
        $this->client->chat()->create(['model' => Settings::MODELS['fast'], 'messages' => $messages]);
        $this->client->chat()->create(['model' => Settings::MODELS[$kind], 'messages' => $messages]);

        return $this->client->embeddings()->create($this->parameters());
    }

    private function parameters(): array
    {
        $parameters = ['input' => 'Hello'];
        $parameters['model'] = 'text-embedding-ada-002'; // expect: text-embedding-ada-002 dict-value runtime active openai embeddings

        return $parameters;
    }

    public function rerun(callable $log): mixed
    {
        foreach (['gpt-4-1106-preview', 'gpt-3.5-turbo-16k'] as $model) { // expect: gpt-4-1106-preview collection runtime retired openai chat.completions expect: gpt-3.5-turbo-16k collection runtime retired openai chat.completions
            $log("gpt-4 failed, now $model");
            $this->client->chat()->create(['model' => $model, 'messages' => []]);
        }
        $pick = fn (bool $fast) => $fast ? 'o1-mini' : 'gpt-4-0125-preview'; // expect: o1-mini other runtime retired openai expect: gpt-4-0125-preview other runtime retired openai

        return $pick(true);
    }
}

function complete(string $prompt, string $model = "gpt-3.5-turbo-instruct", int $max = 5): void // expect: gpt-3.5-turbo-instruct default runtime retired openai completions
{
    \OpenAI::client(env('OPENAI_API_KEY'))->completions()->create(compact('prompt') + ['model' => $model]);
}

complete('Hi', model: 'davinci-002'); // expect: davinci-002 call-argument runtime retired openai completions
$model = sprintf('gpt-%s', $version);
$tuned = "claude-3-opus-{$version}"; // expect: claude-3-opus-{$version} f-string runtime dynamic
list('model' => $chosen) = ['model' => 'gpt-4-vision-preview']; // expect: gpt-4-vision-preview dict-value runtime retired openai
$x = $options['model'] ?? 'gpt-4'; // expect: gpt-4 constant runtime retired openai
