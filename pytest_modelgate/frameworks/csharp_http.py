"""HTTP requests of C#, whose addresses say who is asked and what for."""

from __future__ import annotations

from pytest_modelgate.frameworks.http import FRAMEWORK as PYTHON
from pytest_modelgate.kinds import CallExample, Framework, ModelCall

_POSTS = ("PostAsync", "PostAsJsonAsync", "PutAsJsonAsync")

FRAMEWORK = Framework(
    name="csharp-http",
    language="csharp",
    modules=("System.Net.Http",),
    # Most files that make these requests ask no model of anybody.
    keywords=PYTHON.keywords,
    calls=tuple(
        ModelCall(path=path, argument=argument, position=1, key="model", address="requestUri", address_position=0)
        for path in _POSTS
        for argument in ("content",)
    ),
    functions=(
        ModelCall(path="HttpRequestMessage", argument="Content", key="model", address="requestUri", address_position=1),
    ),
    examples=(
        CallExample(
            code="using System.Net.Http.Json;\n"
            'var reply = await http.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", new\n{\n'
            '    model = "my-model-1",\n    messages,\n});',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code='var body = new { model = "claude-next", max_tokens = 1024, messages };\n'
            'var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");\n'
            'var reply = await client.PostAsync("https://api.anthropic.com/v1/messages", content);',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='var request = new HttpRequestMessage(HttpMethod.Post, "https://api.openai.com/v1/responses")\n{\n'
            '    Content = JsonContent.Create(new { model = "my-model-1", input }),\n};',
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code='await http.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", new\n{\n'
            '    model = "text-embedding-3-small",\n});',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code='await http.PostAsJsonAsync("https://api.anthropic.com/v1/messages", new { model = Pick() });',
            id="Pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
