"""DSPy: models by route, embedders, and the classes of before 2.6, one for each provider."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_URLS = ("api_base", "base_url")
_OLD = (
    ("AWSAnthropic", "bedrock"), ("AWSMeta", "bedrock"), ("AWSMistral", "bedrock"), ("AWSModel", "bedrock"),
    ("AzureOpenAI", "azure"), ("Claude", "anthropic"), ("CloudflareAI", "cloudflare-workers-ai"),
    ("Cohere", "cohere"), ("Databricks", "databricks"), ("Google", "gemini"), ("GoogleVertexAI", "vertex"),
    ("GROQ", "groq"), ("HFClientTGI", "local"), ("HFClientVLLM", "local"), ("HFModel", "huggingface"),
    ("Mistral", "mistral"), ("OllamaLocal", "local"), ("Snowflake", "snowflake"), ("Together", "together"),
    ("Watsonx", "watsonx"),
)  # fmt: skip

FRAMEWORK = Framework(
    name="dspy",
    modules=("dsp", "dspy"),
    keywords=("dspy", "dsp.modules"),
    clients=(
        Client(name="LM", module="dspy", surface=None, arguments=("model",), position=0, endpoint="chat",
               base_url=_URLS),
        Client(name="Embedder", module="dspy", surface=None, arguments=("model",), position=0, endpoint="embedding",
               base_url=_URLS),
        # It asks for text or for chat as the model's name tells.
        Client(name="OpenAI", module="dsp", surface="openai", arguments=("model",), position=0, base_url=_URLS,
               tells=(("api_provider", "azure", "azure"),)),
        *(
            Client(name=name, module="dsp", surface=surface, arguments=("model",), base_url=_URLS)
            for name, surface in _OLD
        ),
    ),
    examples=(
        CallExample(
            code="import dspy\nlm = dspy.LM('openai/gpt-next')", id="openai/gpt-next", surface=None, endpoint="chat"
        ),
        CallExample(
            code="import dspy\nlm = dspy.LM('openai/text-embedding-3-small')",
            id="openai/text-embedding-3-small", surface=None, endpoint="chat", wrong=True,
        ),
        CallExample(
            code="import dspy\nvectors = dspy.Embedder('openai/gpt-4o')",
            id="openai/gpt-4o", surface=None, endpoint="embedding", wrong=True,
        ),
        CallExample(code="import dspy\nlm = dspy.LM(pick())", id="pick()", surface=None, endpoint="chat", dynamic=True),
        CallExample(
            code="import dspy\nlm = dspy.LM('openai/my-model', api_base='http://localhost:8000/v1')",
            id="openai/my-model", surface="custom-host", endpoint="chat",
        ),
        CallExample(
            code="import dspy\nlm = dspy.OpenAI(model='my-model', api_key='k')",
            id="my-model", surface="openai", endpoint=None,
        ),
        CallExample(
            code="import dspy\nlm = dspy.GROQ(model='llama-next', api_key='k')",
            id="llama-next", surface="groq", endpoint=None,
        ),
    ),
)  # fmt: skip
