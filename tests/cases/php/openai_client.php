<?php

declare(strict_types=1);

namespace App\Services;

use OpenAI;
use OpenAI\Client;

const EMBEDDING_MODEL = 'text-embedding-ada-002'; // expect: text-embedding-ada-002 constant runtime active openai embeddings
define('LEGACY_MODEL', 'gpt-3.5-turbo-0613'); // expect: gpt-3.5-turbo-0613 constant runtime retired

/**
 * Asks OpenAI; gpt-4 was asked before.
 */
final class Chat
{
    private const DEFAULT_MODEL = 'gpt-4-0613'; // expect: gpt-4-0613 constant runtime retired openai chat.completions
    public const string VISION = "gpt-4-vision-preview"; // expect: gpt-4-vision-preview constant runtime retired openai chat.completions

    private string $speech = 'tts-1'; # expect: tts-1 field runtime retiring openai audio.speech
    protected static ?string $model = 'gpt-4-32k'; // expect: gpt-4-32k field runtime retired openai chat.completions

    public function __construct(
        private readonly Client $client,
        private string $small = 'gpt-3.5-turbo', // expect: gpt-3.5-turbo default runtime retired openai chat.completions
    ) {
    }

    public function ask(array $messages): string
    {
        $response = $this->client->chat()->create([
            'model' => self::DEFAULT_MODEL,
            'messages' => $messages,
        ]);

        return $response->choices[0]->message->content;
    }

    public function look(array $messages, ?string $model = 'gpt-4-turbo-preview'): mixed // expect: gpt-4-turbo-preview default runtime retired openai chat.completions
    {
        $this->client->chat()->create(['model' => static::VISION, 'messages' => $messages]);
        $this->client->chat()->create(['model' => self::$model, 'messages' => $messages]);
        $this->client->chat()->createStreamed(['model' => $this->small, 'messages' => $messages]);

        return $this->client->chat()->create(compact('messages') + ['model' => $model]);
    }

    public function embed(string $text): array
    {
        return $this->client->embeddings()->create(['model' => EMBEDDING_MODEL, 'input' => $text])->toArray();
    }

    public function speak(string $text): string
    {
        $parameters = ['model' => $this->speech, 'input' => $text];
        $parameters['voice'] = 'alloy';

        return $this->client->audio()->speech($parameters);
    }

    public function environment(array $messages): mixed
    {
        $model = getenv('OPENAI_MODEL') ?: 'gpt-4-0314'; // expect: gpt-4-0314 environment-default runtime retired openai chat.completions
        $other = $_ENV['OPENAI_FALLBACK_MODEL'] ?? 'gpt-4o'; // expect: gpt-4o environment-default runtime retiring openai chat.completions
        try {
            return $this->client->chat()->create(['model' => $model, 'messages' => $messages]);
        } catch (\Throwable $e) {
            return $this->client->chat()->create(['model' => $other, 'messages' => $messages]);
        }
    }

    public function pick(string $kind): mixed
    {
        $model = match ($kind) {
            'small', 'cheap' => 'gpt-4o-mini', // expect: gpt-4o-mini constant runtime retiring openai chat.completions
            'o' => 'o1-mini', // expect: o1-mini constant runtime retired openai chat.completions
            default => 'gpt-4', // expect: gpt-4 constant runtime retired openai chat.completions
        };

        return $this->client->chat()->create(['messages' => [], 'model' => $model]);
    }

    public function unknown(): mixed
    {
        return $this->client->chat()->create(['model' => config('services.openai.model'), 'messages' => []]); // expect: config('services.openai.model') call-argument runtime dynamic openai chat.completions
    }
}

$client = OpenAI::client(getenv('OPENAI_API_KEY'));
$client->completions()->create(['model' => 'gpt-3.5-turbo-instruct', 'prompt' => 'Say gpt-4']); // expect: gpt-3.5-turbo-instruct call-argument runtime retired openai completions
$client->audio()->transcribe(array('model' => 'whisper-1', 'file' => fopen('audio.mp3', 'r'))); // expect: whisper-1 call-argument runtime deprecated openai audio.transcriptions
$client->images()->create(['model' => $wide ? 'dall-e-3' : 'dall-e-2', 'prompt' => 'A cat']); // expect: dall-e-3 call-argument runtime retired openai images.generations expect: dall-e-2 call-argument runtime retired openai images.generations

$router = OpenAI::factory()
    ->withApiKey(getenv('OPENROUTER_API_KEY'))
    ->withBaseUri('https://openrouter.ai/api/v1')
    ->make();
$router->chat()->create(['model' => 'anthropic/claude-3-opus', 'messages' => []]); // expect: anthropic/claude-3-opus call-argument runtime unknown openrouter chat.completions
$family = 'gpt';
$client->chat()->create(['model' => "{$family}-4-1106-preview", 'messages' => []]); // expect: gpt-4-1106-preview f-string runtime retired openai chat.completions
$client->chat()->create(['model' => 'gpt-4' . '-32k-0613', 'messages' => []]); // expect: gpt-4-32k-0613 join runtime retired openai chat.completions
