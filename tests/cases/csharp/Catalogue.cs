using System.Runtime.Serialization;
using Microsoft.Extensions.Logging;

namespace Shop.Assistants;

/* Prices of gpt-4 and others. */
public static class Catalogue
{
    private static readonly Dictionary<string, decimal> Prices = new()
    {
        ["gpt-4-0613"] = 0.03m, // expect: gpt-4-0613 collection catalogue retired openai
        ["gpt-4-32k"] = 0.06m, // expect: gpt-4-32k collection catalogue retired openai
        { "gpt-3.5-turbo", 0.002m }, // expect: gpt-3.5-turbo collection catalogue retired openai
    };

    private static readonly HashSet<string> Vision = new(StringComparer.Ordinal) { "gpt-4o", "gpt-4.1" }; // expect: gpt-4o collection catalogue retiring openai // expect: gpt-4.1 collection catalogue retiring openai

    private static readonly Dictionary<string, string> Replacements = new Dictionary<string, string>
    {
        { "gpt-4", "gpt-4.1" }, // expect: gpt-4 collection catalogue retired openai // expect: gpt-4.1 dict-value runtime retiring openai
    };

    private static readonly string[] Known = { "gpt-4", "gpt-4o", "gpt-4.1", "o1-mini", "gpt-3.5-turbo" }; // expect: gpt-4 collection catalogue retired openai // expect: gpt-4o collection catalogue retiring openai // expect: gpt-4.1 collection catalogue retiring openai // expect: o1-mini collection catalogue retired openai // expect: gpt-3.5-turbo collection catalogue retired openai

    public enum Model
    {
        [EnumMember(Value = "gpt-4")] // expect: gpt-4 constant catalogue retired openai
        Gpt4,
        [Description("claude-2.1")] // expect: claude-2.1 constant catalogue retired anthropic
        Claude,
    }

    public static int Window(string model) => model switch
    {
        "gpt-4" or "gpt-4-0613" => 8192, // expect: gpt-4 comparison catalogue retired openai // expect: gpt-4-0613 comparison catalogue retired openai
        "gpt-4-32k" => 32768, // expect: gpt-4-32k comparison catalogue retired openai
        _ when model.StartsWith("gpt-4o") => 128000, // expect: gpt-4o prefix-check catalogue retiring openai
        _ => 4096,
    };

    public static string Map(string tier)
    {
        switch (tier)
        {
            case "gpt-3.5-turbo": // expect: gpt-3.5-turbo comparison catalogue retired openai
                return "gpt-4.1"; // expect: gpt-4.1 other runtime retiring openai
            default:
                throw new ArgumentException("gpt-4 is gone");
        }
    }

    public static string Cheap(string tier) => tier switch
    {
        "cheap" => "gpt-4o-mini", // expect: gpt-4o-mini other runtime retiring openai
        _ => throw new NotSupportedException("gpt-4"), // expect: gpt-4 other catalogue retired openai
    };

    public static bool Check(string model, ILogger logger, Message message)
    {
        logger.LogInformation("gpt-4"); // expect: gpt-4 other catalogue retired openai
        Console.WriteLine("gpt-4-0613 is asked");
        logger.LogWarning("{Model} instead of gpt-4", model);
        if (model == "gpt-4" || model.Equals("gpt-4o", StringComparison.OrdinalIgnoreCase)) // expect: gpt-4 comparison catalogue retired openai // expect: gpt-4o comparison catalogue retiring openai
        {
            return true;
        }
        if (model is "claude-2.1" or "o1-mini" || message is { Model: "gpt-4-32k" }) // expect: claude-2.1 comparison catalogue retired anthropic // expect: o1-mini comparison catalogue retired openai // expect: gpt-4-32k comparison catalogue retired openai
        {
            return false;
        }
        // gpt-4 was here
        return Prices.ContainsKey("gpt-4-0613") && model != "text-davinci-003"; // expect: gpt-4-0613 comparison catalogue retired openai // expect: text-davinci-003 comparison catalogue retired openai
    }
}
