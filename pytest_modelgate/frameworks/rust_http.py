"""HTTP requests of Rust, whose addresses say who is asked and what for."""

from __future__ import annotations

from pytest_modelgate.frameworks.http import FRAMEWORK as PYTHON
from pytest_modelgate.kinds import CallExample, Framework, ModelCall

FRAMEWORK = Framework(
    name="rust-http",
    language="rust",
    modules=("reqwest", "ureq"),
    # Most files that make these requests ask no model of anybody.
    keywords=PYTHON.keywords,
    calls=tuple(
        ModelCall(path="post", argument=body, key="model", address="url", address_position=0)
        for body in ("json", "body", "send_json")
    ),
    examples=(
        CallExample(
            code='async fn ask() {\n    let reply = client.post("https://api.openai.com/v1/chat/completions")\n'
            "        .bearer_auth(key)\n"
            '        .json(&json!({ "model": "my-model-1", "messages": messages }))\n        .send().await;\n}',
            id="my-model-1", surface="openai", endpoint="chat.completions",
        ),
        CallExample(
            code="async fn ask() {\n    let body = Request {\n"
            '        model: "claude-next".to_string(),\n        max_tokens: 1024,\n    };\n'
            '    reqwest::Client::new().post("https://api.anthropic.com/v1/messages").json(&body).send().await?;\n}',
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code="fn ask() {\n"
            '    ureq::post("https://api.openai.com/v1/responses").send_json(json!({ "model": "my-model-1" }))?;\n}',
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code='async fn ask() {\n    http.post("https://api.openai.com/v1/chat/completions")\n'
            '        .json(&serde_json::json!({ "model": "text-embedding-3-small" }));\n}',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code='async fn ask() {\n    http.post("https://api.anthropic.com/v1/messages")\n'
            "        .json(&Request { model: pick(), max_tokens: 8 });\n}",
            id="pick()", surface="anthropic", endpoint="messages", dynamic=True,
        ),
    ),
)  # fmt: skip
