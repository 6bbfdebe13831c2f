using System.ClientModel;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Images;
using OpenAI.Responses;

namespace Shop.Assistants;

/// <summary>Asks, for instance, gpt-4-0613 for an answer.</summary>
public sealed class OpenAiClient
{
    private const string DefaultModel = "gpt-4-0613"; // expect: gpt-4-0613 constant runtime retired openai chat.completions
    private static readonly string Embeddings = "text-embedding-ada-002"; // expect: text-embedding-ada-002 constant runtime active openai embeddings
    private readonly ChatClient _chat = new(DefaultModel, Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
    private readonly ChatClient _small = new(model: "gpt-3.5-turbo", apiKey: Key); // expect: gpt-3.5-turbo call-argument runtime retired openai chat.completions
    private readonly OpenAIClient _openai = new(Key);
    private readonly AzureOpenAIClient _azure;

    public OpenAiClient(Uri endpoint)
    {
        _azure = new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
    }

    public ChatClient Deployed => _azure.GetChatClient("prod-chat"); // expect: prod-chat call-argument runtime unknown azure chat.completions

    public EmbeddingClient Vectors() => _openai.GetEmbeddingClient(Embeddings);

    public async Task<string> AskAsync(string question, string model = "gpt-4-32k") // expect: gpt-4-32k default runtime retired openai chat.completions
    {
        var client = new OpenAIClient(new ApiKeyCredential(Key)).GetChatClient(model);
        ChatCompletion reply = await client.CompleteChatAsync(question);
        return reply.Content[0].Text;
    }

    public async Task<GeneratedImage> DrawAsync(string prompt)
    {
        ImageClient images = new("dall-e-3", Key); // expect: dall-e-3 call-argument runtime retired openai image
        return await images.GenerateImageAsync(prompt);
    }

    public void Route()
    {
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://openrouter.ai/api/v1") };
        var router = new ChatClient("anthropic/claude-3-opus", new ApiKeyCredential(Key), options); // expect: anthropic/claude-3-opus call-argument runtime unknown openrouter chat.completions
        var house = new ChatClient(
            model: "house-model-7b", // expect: house-model-7b call-argument runtime unknown - chat.completions
            credential: new ApiKeyCredential(Key),
            options: new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("LLM_URL")!) });
        var picked = _openai.GetChatClient(Pick()); // expect: Pick() call-argument runtime dynamic openai chat.completions
    }

    public async Task RespondAsync(ResponsesClient client)
    {
        var request = new CreateResponseOptions { Model = "o1-mini", InputItems = { Item } }; // expect: o1-mini call-argument runtime retired openai responses
        var reply = await client.CreateResponseAsync(request);
        await client.CreateResponseAsync("gpt-4.1", "Why?"); // expect: gpt-4.1 call-argument runtime retiring openai responses
    }

    public static IChatClient Build(string key) =>
        new OpenAIClient(key).GetChatClient("gpt-4o-mini").AsIChatClient(); // expect: gpt-4o-mini call-argument runtime retiring openai chat.completions
}
