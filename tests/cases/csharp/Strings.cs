#nullable enable
#if NET8_0_OR_GREATER
using OpenAI.Chat;
#endif

var verbatim = new ChatClient(@"gpt-4-0613", key); // expect: gpt-4-0613 call-argument runtime retired openai chat.completions
var raw = new ChatClient("""gpt-4-32k""", key); // expect: gpt-4-32k call-argument runtime retired openai chat.completions
var bytes = Post("gpt-4"u8); // expect: gpt-4 call-argument runtime retired openai
const string Family = "gpt";
var joined = new ChatClient(Family + "-4-1106-preview", key); // expect: gpt-4-1106-preview join runtime retired openai chat.completions
var woven = new ChatClient($"{Family}-4-vision-preview", key); // expect: gpt-4-vision-preview f-string runtime retired openai chat.completions
var unknown = new ChatClient($"gpt-4-{version}", key); // expect: gpt-4-{version} f-string runtime dynamic openai chat.completions
var both = new ChatClient($@"gpt-3.5-turbo", key); // expect: gpt-3.5-turbo call-argument runtime retired openai chat.completions
var escaped = new ChatClient("gpt\u002d4o", key); // expect: gpt-4o call-argument runtime retiring openai chat.completions
var json = """
    {"model": "gpt-4", "stream": true} // expect: gpt-4 dict-value runtime retired openai
    """;
var path = @"C:\models\gpt-4";
var prose = "Ask gpt-4 for help";
var c = 'g';
var tuple = (Model: "claude-2.1", Temperature: 0.5); // expect: claude-2.1 dict-value runtime retired anthropic
var list = new List<string> { "gpt-4o", "gpt-4.1" }; // expect: gpt-4o collection runtime retiring openai // expect: gpt-4.1 collection runtime retiring openai
string[] fallbackModels = ["house-small", "house-large"];
var typeless = Ask(new("gpt-4o-mini")); // expect: gpt-4o-mini call-argument runtime retiring openai
this._client = new(modelId: "claude-2.1", apiKey: key); // expect: claude-2.1 call-argument runtime retired anthropic
foreach (var model in list)
{
    var each = new ChatClient(model, key);
}
var nested = client?.Options!.Model ?? "o1-mini"; // expect: o1-mini constant runtime retired openai
// modelgate: ignore[retired-model] -- shown in a demo
var silent = new ChatClient("gpt-4", key); // expect: gpt-4 call-argument runtime retired openai chat.completions
