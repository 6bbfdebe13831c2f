<?php

return [
    'default' => 'openai',
    'openai' => [
        'key' => env('OPENAI_API_KEY'),
        'model' => env('OPENAI_MODEL', 'gpt-4'), // expect: gpt-4 environment-default runtime retired openai
        'embedding_model' => 'text-embedding-ada-002', // expect: text-embedding-ada-002 dict-value runtime active openai
    ],
    'anthropic' => [
        'model' => env('ANTHROPIC_MODEL', "claude-3-haiku-20240307"), // expect: claude-3-haiku-20240307 environment-default runtime retired anthropic
        'fallback_model' => config('ai.fallback', 'claude-2.1'), // expect: claude-2.1 environment-default runtime retired anthropic
    ],
    'azure' => [
        'deployment' => env('AZURE_OPENAI_DEPLOYMENT', 'prod-chat'), // expect: prod-chat environment-default runtime unknown azure
    ],
    'note' => 'gpt-4 was asked before',
];
