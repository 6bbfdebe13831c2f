<?php

use Anthropic\Client as Claude;
use Anthropic\Messages\Model;
use Aws\BedrockRuntime\BedrockRuntimeClient;
use Illuminate\Support\Facades\Http;
use LLPhant\Chat\OpenAIChat;
use LLPhant\OpenAIConfig;
use NeuronAI\Providers\Anthropic\Anthropic;
use OpenAI\Laravel\Facades\OpenAI;
use Prism\Prism\Enums\Provider;
use Prism\Prism\Prism;
use Symfony\AI\Platform\Bridge\Mistral\Factory;

OpenAI::chat()->create(['model' => 'gpt-4', 'messages' => []]); // expect: gpt-4 call-argument runtime retired openai chat.completions

$claude = new Claude(apiKey: getenv('ANTHROPIC_API_KEY') ?: 'my-key');
$message = $claude->messages->create(
    maxTokens: 1024,
    messages: [['role' => 'user', 'content' => 'Hello, Claude']],
    model: 'claude-3-opus-20240229', // expect: claude-3-opus-20240229 call-argument runtime retired anthropic messages
);
$claude->messages->create(maxTokens: 5, messages: [], model: Model::CLAUDE_SONNET_5);

$response = Prism::text()
    ->using(Provider::OpenAI, 'gpt-4-turbo-preview') // expect: gpt-4-turbo-preview call-argument runtime retired openai
    ->withSystemPrompt('You are claude-2.1')
    ->asText();
Prism::embeddings()->using('gemini', 'text-embedding-004'); // expect: text-embedding-004 call-argument runtime retired gemini

$bedrock = new BedrockRuntimeClient(['region' => 'us-east-1', 'version' => 'latest']);
$bedrock->invokeModel([
    'modelId' => 'anthropic.claude-v2:1', // expect: anthropic.claude-v2:1 call-argument runtime retired bedrock
    'body' => json_encode(['prompt' => 'Hi']),
]);

$config = new OpenAIConfig();
$config->model = 'gpt-3.5-turbo'; // expect: gpt-3.5-turbo field runtime retired openai
$chat = new OpenAIChat($config);

$provider = new Anthropic(key: 'ANTHROPIC_API_KEY', model: 'claude-3-5-sonnet-20241022'); // expect: claude-3-5-sonnet-20241022 call-argument runtime retired anthropic chat

$platform = Factory::createPlatform(env('MISTRAL_API_KEY'));
$platform->invoke('mistral-large-latest', $messages); // expect: mistral-large-latest call-argument runtime active mistral

$gemini = Gemini::client($key);
$gemini->generativeModel(model: 'gemini-1.5-pro')->generateContent('Hello gemini-pro'); // expect: gemini-1.5-pro call-argument runtime retired gemini generateContent

Http::withToken(config('services.openai.key'))->post('https://api.openai.com/v1/chat/completions', [
    'model' => 'gpt-4-0314', // expect: gpt-4-0314 call-argument runtime retired openai chat.completions
    'messages' => [],
])->json();

$guzzle = new \GuzzleHttp\Client();
$guzzle->request('POST', 'https://api.anthropic.com/v1/messages', [
    'json' => ['model' => 'claude-2.1', 'max_tokens' => 10], // expect: claude-2.1 dict-value runtime retired anthropic messages
]);

$reply = wp_remote_post( 'https://api.openai.com/v1/embeddings', array(
    'headers' => array( 'Authorization' => 'Bearer ' . $key ),
    'body'    => wp_json_encode( array( 'model' => 'text-embedding-ada-002', 'input' => 'x' ) ), // expect: text-embedding-ada-002 call-argument runtime active openai embeddings
) );

curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode([
    'model' => 'gpt-3.5-turbo-16k', // expect: gpt-3.5-turbo-16k call-argument runtime retired
    'messages' => [],
]));
$body = <<<JSON
{"prompt": "{$prompt} $x", "model": "gpt-4-32k", "user": "// expect: gpt-4-32k dict-value runtime retired"}
JSON;
$prompt = <<<'PROMPT'
You are gpt-4, and "claude-2.1" is your model.
PROMPT;
$http = Http::baseUrl('https://llm.example.org/v1/');
$http->post('chat/completions', ['model' => 'gpt-4-0613', 'messages' => []]); // expect: gpt-4-0613 call-argument runtime retired openai chat.completions
$http->post($base . 'chat/completions', ['model' => 'gpt-3.5-turbo-0613']); // expect: gpt-3.5-turbo-0613 call-argument runtime retired openai chat.completions
