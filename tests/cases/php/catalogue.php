<?php

namespace App\Enums;

use Illuminate\Validation\Rule;

enum ChatModel: string
{
    case Gpt4 = 'gpt-4'; // expect: gpt-4 constant catalogue retired
    case Claude = 'claude-2.1'; // expect: claude-2.1 constant catalogue retired

    public static function default(): self
    {
        return self::Gpt4;
    }

    public function label(): string
    {
        return match ($this) {
            self::Gpt4 => 'GPT-4',
            self::Claude => 'Claude 2.1',
        };
    }
}

class Models
{
    const PRICES = [
        'gpt-4' => 0.03, // expect: gpt-4 collection catalogue retired
        'gpt-4-32k' => 0.06, // expect: gpt-4-32k collection catalogue retired
        "claude-2.1" => 0.01, // expect: claude-2.1 collection catalogue retired
    ];
    const SUPPORTED_MODELS = ['gpt-4', 'gpt-4o']; // expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring
    private array $known = ['gpt-4', 'gpt-4o', 'gpt-3.5-turbo', 'claude-2.1', 'gemini-pro']; // expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring expect: gpt-3.5-turbo collection catalogue retired expect: claude-2.1 collection catalogue retired expect: gemini-pro collection catalogue retired

    public function limit(string $model): int
    {
        if ($model === 'gpt-4-32k') { // expect: gpt-4-32k comparison catalogue retired
            return 32768;
        }
        if (str_starts_with($model, 'gpt-4')) { // expect: gpt-4 prefix-check catalogue retired
            return 8192;
        }
        if (in_array($model, ['gpt-3.5-turbo-16k', 'gpt-3.5-turbo-1106'], true)) { // expect: gpt-3.5-turbo-16k comparison catalogue retired expect: gpt-3.5-turbo-1106 comparison catalogue retired
            return 16384;
        }
        if (strpos($model, 'claude-2.0') === 0 || isset(self::PRICES['gpt-4'])) { // expect: claude-2.0 prefix-check catalogue retired expect: gpt-4 other catalogue retired
            return 100000;
        }
        switch ($model) {
            case 'claude-2.1': // expect: claude-2.1 comparison catalogue retired
                return 200000;
            case "claude-instant-1.2": // expect: claude-instant-1.2 comparison catalogue retired
            default:
                return 1;
        }
    }

    public function kind(string $model): string
    {
        return match ($model) {
            'o1-mini', 'o1-preview' => 'reasoning', // expect: o1-mini comparison catalogue retired expect: o1-preview comparison catalogue retired
            default => 'chat',
        };
    }

    public function rules(): array
    {
        return ['model' => ['required', Rule::in(['gpt-4', 'gpt-4o'])]]; // expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring
    }
}

echo 'gpt-4'; // expect: gpt-4 other catalogue retired
error_log("The model gpt-4 is gone; use gpt-4o");
Log::warning('gpt-4'); // expect: gpt-4 other catalogue retired
throw new \RuntimeException('gpt-4 is not supported any more');
$url = 'https://example.org/docs/models/gpt-4';
$file = __DIR__ . '/fixtures/gpt-4.json';
$price = Models::PRICES['gpt-4']; // expect: gpt-4 other catalogue retired
// "gpt-4" is a comment.
# 'gpt-4' is one too.
/* $model = 'gpt-4'; */
$options = [
    ['id' => 'gpt-4', 'label' => 'GPT-4', 'price' => 1], // expect: gpt-4 dict-value catalogue retired
    ['id' => 'gpt-4-32k', 'label' => 'GPT-4 32k', 'price' => 2], // expect: gpt-4-32k dict-value catalogue retired
    ['id' => 'gpt-3.5-turbo', 'label' => 'Turbo', 'price' => 3], // expect: gpt-3.5-turbo dict-value catalogue retired
    ['id' => 'claude-2.1', 'label' => 'Claude', 'price' => 4], // expect: claude-2.1 dict-value catalogue retired
    ['id' => 'gemini-pro', 'label' => 'Gemini', 'price' => 5], // expect: gemini-pro dict-value catalogue retired
];
User::where('model', 'gpt-4')->count(); // expect: gpt-4 comparison catalogue retired
$names = ['gpt-4' => 'GPT-4', 'gpt-3.5-turbo' => 'GPT-3.5 Turbo', 'gpt-4o' => 'GPT-4o']; // expect: gpt-4 collection catalogue retired expect: gpt-3.5-turbo collection catalogue retired expect: gpt-4o collection catalogue retiring
Select::make('model')->options(['gpt-4' => 'Best', 'gpt-4o' => 'Fast'])->default('gpt-4-0613'); // expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring expect: gpt-4-0613 default runtime retired
$table->enum('model', ['gpt-4', 'gpt-4o']); // expect: gpt-4 collection catalogue retired expect: gpt-4o collection catalogue retiring
