using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Shop.Assistants;

public class ChatOptions
{
    public string Model { get; set; } = "gpt-4-0613"; // expect: gpt-4-0613 field runtime retired openai
    public required string EmbeddingModel { get; init; } = "text-embedding-ada-002"; // expect: text-embedding-ada-002 field runtime active openai
    public string House { get; init; } = "not-a-model";
    [DefaultValue("gpt-3.5-turbo")] // expect: gpt-3.5-turbo field runtime retired openai
    [Description("The model, such as gpt-4o.")]
    public string FallbackModel { get; set; }
    public string FromEnvironment => Environment.GetEnvironmentVariable("OPENAI_MODEL") ?? "gpt-4o"; // expect: gpt-4o environment-default runtime retiring openai
    public string Arrow => "claude-2.1"; // expect: claude-2.1 field runtime retired anthropic
    public string VisionModel
    {
        get { return _vision ?? "gpt-4-vision-preview"; } // expect: gpt-4-vision-preview other runtime retired openai
        set { _vision = value; }
    }
    private string? _vision;
}

public record Request(string Prompt, string Model = "gpt-4-32k"); // expect: gpt-4-32k default runtime retired openai

public sealed class Summarizer(string model = "gemini-1.5-pro") // expect: gemini-1.5-pro default runtime retired gemini
{
    public string Model { get; } = model;
}

public static class Setup
{
    public static void Configure(IConfiguration configuration, WebApplicationBuilder builder)
    {
        var model = configuration["OpenAI:Model"] ?? "gpt-4-0613"; // expect: gpt-4-0613 environment-default runtime retired openai
        var other = builder.Configuration["AI:ChatModel"] ?? "house-model-7b";
        var third = configuration.GetValue<string>("OpenAI:SmallModel", "gpt-3.5-turbo"); // expect: gpt-3.5-turbo default runtime retired openai
        var fourth = configuration.GetValue("OpenAI:VisionModel", defaultValue: "house-vision");
        var greeting = configuration["Greeting"] ?? "hello";
        builder.Services.Configure<ChatOptions>(options => options.Model = "gpt-4-32k"); // expect: gpt-4-32k field runtime retired openai
        builder.Services.Configure<ChatOptions>(options =>
        {
            options.EmbeddingModel = "davinci-002"; // expect: davinci-002 field runtime retired openai
        });
        ChatOptions picked = new() { Model = "o1-mini", House = "shown" }; // expect: o1-mini call-argument runtime retired openai
        var copy = picked with { Model = "claude-3-opus-20240229" }; // expect: claude-3-opus-20240229 call-argument runtime retired anthropic
        picked.FallbackModel ??= "claude-2.1"; // expect: claude-2.1 field runtime retired anthropic
        var option = new Option<string>("--model", () => "gpt-4o-mini", "The model to ask."); // expect: gpt-4o-mini cli-default runtime retiring openai
        var typed = "gpt-4-0613"; // expect: gpt-4-0613 constant runtime retired openai
        var chosen = fast ? "gpt-3.5-turbo" : "gpt-4.1"; // expect: gpt-3.5-turbo constant runtime retired openai // expect: gpt-4.1 constant runtime retiring openai
    }
}
