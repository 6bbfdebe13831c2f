"""Instructor: clients by route, patched clients of the providers' SDKs, and their own calls."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework, ModelCall

_PATCHED = (
    ("from_anthropic", None), ("from_anyscale", None), ("from_bedrock", "bedrock"),
    ("from_cerebras", "cerebras"),
    ("from_cohere", "cohere"), ("from_databricks", "databricks"), ("from_deepseek", "deepseek"),
    ("from_fireworks", "fireworks"), ("from_gemini", "gemini"), ("from_genai", None), ("from_groq", "groq"),
    ("from_litellm", None), ("from_mistral", "mistral"), ("from_openai", None), ("from_openrouter", "openrouter"),
    ("from_perplexity", "perplexity"), ("from_together", "together"), ("from_vertexai", "vertex"), ("from_xai", "xai"),
    ("patch", None), ("apatch", None),
)  # fmt: skip
_CREATES = ("create", "create_with_completion", "create_partial", "create_iterable")

FRAMEWORK = Framework(
    name="instructor",
    modules=("instructor",),
    keywords=("instructor",),
    clients=(
        Client(name="from_provider", module="instructor", surface=None, arguments=("model",), position=0,
               endpoint="chat", base_url=("base_url",)),
        *(
            Client(name=name, module="instructor", surface=surface, arguments=("model",), endpoint="chat",
                   through=("client",))
            for name, surface in _PATCHED
        ),
        *(Client(name=name, module="instructor", surface=None) for name in ("Instructor", "AsyncInstructor")),
    ),
    calls=tuple(
        ModelCall(path=f"{before}{name}", endpoint="chat")
        for before in ("chat.completions.", "messages.", "")
        for name in _CREATES
    ),
    examples=(
        CallExample(
            code="import instructor\nclient = instructor.from_provider('openai/gpt-next')",
            id="openai/gpt-next", surface=None, endpoint="chat",
        ),
        CallExample(
            code="import instructor\nclient = instructor.from_provider('openai/text-embedding-3-small')",
            id="openai/text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import instructor\nclient = instructor.from_provider(pick())",
            id="pick()", surface=None, endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="import instructor\nfrom openai import OpenAI\nclient = instructor.from_openai(client=OpenAI())\n"
            "client.create(model='gpt-next', response_model=Answer, messages=[])",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="import instructor\nfrom openai import AzureOpenAI\n"
            "client = instructor.from_openai(client=AzureOpenAI(api_version='2024-10-21'))\n"
            "client.chat.completions.create(model='prod-chat', response_model=Answer, messages=[])",
            id="prod-chat", surface="azure", endpoint="chat",
        ),
    ),
)  # fmt: skip
