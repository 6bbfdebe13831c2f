<?php

namespace App\Llm;

class Config
{
    public const CLAUDE_3_HAIKU = 'claude-3-haiku-20240307'; // expect: claude-3-haiku-20240307 constant runtime retired anthropic
    public const CLAUDE_3_5_SONNET = 'claude-3-5-sonnet-20240620'; // expect: claude-3-5-sonnet-20240620 constant catalogue retired anthropic
    public const CLAUDE_3_OPUS = 'claude-3-opus-20240229'; // expect: claude-3-opus-20240229 constant catalogue retired anthropic
    public const SUMMARIES = 'claude-2.1'; // expect: claude-2.1 constant runtime retired anthropic
    public const GPT_4 = 'gpt-4'; // expect: gpt-4 constant runtime retired openai

    public function __construct(public readonly string $model = self::CLAUDE_3_HAIKU)
    {
    }
}

class Names
{
    public const GPT_4 = 'gpt-4-0613'; // expect: gpt-4-0613 constant runtime retired openai
    public const GPT_4_32K = 'gpt-4-32k'; // expect: gpt-4-32k constant runtime retired openai
    public const GPT_3_5_TURBO = 'gpt-3.5-turbo'; // expect: gpt-3.5-turbo constant runtime retired openai
}
