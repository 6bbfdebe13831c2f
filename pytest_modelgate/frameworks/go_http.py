"""Go's own HTTP client, whose addresses say who is asked and what for."""

from __future__ import annotations

from pytest_modelgate.frameworks.http import FRAMEWORK as PYTHON
from pytest_modelgate.kinds import CallExample, Framework, ModelCall

# Function, the place of the address, and that of the body.
_REQUESTS = (("NewRequest", 1, 2), ("NewRequestWithContext", 2, 3), ("Post", 0, 2))

FRAMEWORK = Framework(
    name="go-http",
    language="go",
    modules=("net/http",),
    # Most files that call these ask no model of anybody.
    keywords=PYTHON.keywords,
    functions=tuple(
        ModelCall(path=f"net/http#{name}", argument="body", key=key, position=body, address="url",
                  address_position=address)
        for name, address, body in _REQUESTS
        # Structs that are written as JSON call it as Go has it.
        for key in ("model", "Model")
    ),
    examples=(
        CallExample(
            code='package main\n\nimport (\n\t"bytes"\n\t"encoding/json"\n\t"net/http"\n)\n\nfunc ask() {\n'
            '\tbody, err := json.Marshal(map[string]any{"model": "my-model-1", "input": text})\n'
            '\thttp.NewRequest("POST", "https://api.openai.com/v1/responses", bytes.NewBuffer(body))\n}',
            id="my-model-1", surface="openai", endpoint="responses",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"bytes"\n\t"encoding/json"\n\t"net/http"\n)\n\n'
            'const endpoint = "https://api.anthropic.com/v1/messages"\n\nfunc ask() {\n'
            '\tpayload := map[string]interface{}{\n\t\t"model": "claude-next",\n\t}\n'
            "\tdata, _ := json.Marshal(payload)\n"
            "\trequest, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(data))\n}",
            id="claude-next", surface="anthropic", endpoint="messages",
        ),
        CallExample(
            code='package main\n\nimport (\n\t"bytes"\n\t"encoding/json"\n\t"net/http"\n)\n\nfunc ask() {\n'
            '\tbody, _ := json.Marshal(map[string]string{"model": "text-embedding-3-small"})\n'
            '\thttp.Post("https://api.openai.com/v1/chat/completions", "application/json", bytes.NewReader(body))\n}',
            id="text-embedding-3-small", surface="openai", endpoint="chat.completions", wrong=True,
        ),
        CallExample(
            code='package main\n\nimport (\n\t"bytes"\n\t"encoding/json"\n\t"net/http"\n)\n\nfunc ask() {\n'
            '\tbody, _ := json.Marshal(map[string]string{"model": pick()})\n'
            '\thttp.Post("https://api.openai.com/v1/chat/completions", "application/json", bytes.NewReader(body))\n}',
            id="pick()", surface="openai", endpoint="chat.completions", dynamic=True,
        ),
    ),
)  # fmt: skip
