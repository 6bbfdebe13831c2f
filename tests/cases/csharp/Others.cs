using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Anthropic;
using Anthropic.Models.Messages;
using Google.GenAI;
using OllamaSharp;

public class Others
{
    private readonly AnthropicClient _anthropic = new();
    private readonly IAmazonBedrockRuntime _bedrock;
    private const string ModelId = "anthropic.claude-3-sonnet-20240229-v1:0"; // expect: anthropic.claude-3-sonnet-20240229-v1:0 constant runtime retired bedrock chat

    public async Task<Message> AskClaudeAsync(string text)
    {
        var parameters = new MessageCreateParams
        {
            MaxTokens = 1024,
            Messages = [new() { Role = Role.User, Content = text }],
            Model = "claude-3-opus-20240229", // expect: claude-3-opus-20240229 call-argument runtime retired anthropic messages
        };
        return await _anthropic.Messages.Create(parameters);
    }

    public async Task AskLaterAsync()
    {
        var request = new ConverseRequest();
        request.ModelId = "amazon.titan-text-express-v1"; // expect: amazon.titan-text-express-v1 field runtime retired bedrock chat
        await _bedrock.ConverseAsync(request);
        await _bedrock.InvokeModelAsync(new InvokeModelRequest { ModelId = "my-profile", Body = body }); // expect: my-profile call-argument runtime unknown bedrock
        await _bedrock.ConverseAsync(new ConverseRequest { ModelId = ModelId });
    }

    public async Task AskGeminiAsync()
    {
        var client = new Client(apiKey: key);
        await client.Models.GenerateContentAsync(model: "gemini-1.5-pro", contents: "Why?"); // expect: gemini-1.5-pro call-argument runtime retired gemini generateContent
    }

    public async Task AskLocallyAsync()
    {
        var ollama = new OllamaApiClient(new Uri("http://localhost:11434")) { SelectedModel = "llama3.1:8b" }; // expect: llama3.1:8b call-argument runtime unknown local
    }

    public async Task PostAsync(HttpClient http)
    {
        await http.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", new
        {
            model = "gpt-4-0613", // expect: gpt-4-0613 dict-value runtime retired openai chat.completions
            messages = new[] { new { role = "user", content = "What is gpt-4?" } },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host}/v1/messages");
        request.Content = new StringContent(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["model"] = "claude-2.1", // expect: claude-2.1 dict-value runtime retired anthropic messages
            ["max_tokens"] = 100,
        }));
    }
}
