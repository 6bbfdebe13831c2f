using Azure.Identity;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

var builder = Kernel.CreateBuilder();
builder.AddOpenAIChatCompletion("gpt-4-0613", apiKey); // expect: gpt-4-0613 call-argument runtime retired openai chat.completions
builder.AddOpenAIChatCompletion(modelId: "gpt-4o", apiKey: apiKey, serviceId: "fast"); // expect: gpt-4o call-argument runtime retiring openai chat.completions
builder.Services.AddAzureOpenAIChatCompletion(
    deploymentName: "gpt-4", // expect: gpt-4 call-argument runtime unknown azure chat.completions
    endpoint: configuration["AzureOpenAI:Endpoint"]!,
    credentials: new AzureCliCredential());
builder.AddAzureOpenAITextEmbeddingGeneration("house-vectors", endpoint, key); // expect: house-vectors call-argument runtime unknown azure embeddings
builder.AddOpenAIChatCompletion(
    modelId: "llama-3.3-70b-versatile", // expect: llama-3.3-70b-versatile call-argument runtime retired groq chat.completions
    endpoint: new Uri("https://api.groq.com/openai/v1"),
    apiKey: key);
builder.AddOllamaChatCompletion("llama3.2", new Uri("http://localhost:11434")); // expect: llama3.2 call-argument runtime unknown local chat
builder.AddGoogleAIGeminiChatCompletion(settings.Model ?? "gemini-1.5-pro", key); // expect: gemini-1.5-pro call-argument runtime retired gemini chat

var chat = new OpenAIChatCompletionService(Models.Chat, key);
var execution = new OpenAIPromptExecutionSettings { ModelId = "gpt-3.5-turbo", MaxTokens = 100 }; // expect: gpt-3.5-turbo call-argument runtime retired openai
Kernel kernel = builder.Build();
var summary = await kernel.InvokePromptAsync("Summarize what gpt-4 said.");

internal static class Models
{
    public const string Chat = "gpt-4-32k"; // expect: gpt-4-32k constant runtime retired openai chat.completions
}
