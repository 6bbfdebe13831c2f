"""Ragas: the factories of judges and embeddings, and its embedding classes."""

from __future__ import annotations

from pytest_modelgate.kinds import CallExample, Client, Framework

_TELLS = tuple(
    ("provider", word, surface)
    for word, surface in (
        ("anthropic", "anthropic"), ("azure", "azure"), ("azure_openai", "azure"), ("bedrock", "bedrock"),
        ("cohere", "cohere"), ("google", "gemini"), ("gemini", "gemini"), ("groq", "groq"),
        ("huggingface", "huggingface"), ("mistral", "mistral"), ("perplexity", "perplexity"),
    )
)  # fmt: skip

FRAMEWORK = Framework(
    name="ragas",
    modules=("ragas",),
    keywords=("ragas",),
    clients=(
        Client(name="llm_factory", module="ragas", surface=None, arguments=("model",), position=0, endpoint="chat",
               base_url=("base_url",), tells=_TELLS, through=("client",)),
        Client(name="embedding_factory", module="ragas", surface=None, arguments=("model",), position=1,
               endpoint="embedding", base_url=("base_url",), tells=_TELLS, through=("client",)),
        Client(name="InstructorLLM", module="ragas", surface=None, arguments=("model",), position=1, endpoint="chat",
               tells=_TELLS, through=("client",)),
        Client(name="LiteLLMStructuredLLM", module="ragas", surface=None, arguments=("model",), position=1,
               endpoint="chat"),
        Client(name="OpenAIEmbeddings", module="ragas", surface=None, arguments=("model",), position=1,
               endpoint="embeddings", through=("client",)),
        Client(name="GoogleEmbeddings", module="ragas", surface="gemini", arguments=("model",), position=1,
               endpoint="embedding", tells=(("use_vertex", "True", "vertex"),)),
        Client(name="LiteLLMEmbeddings", module="ragas", surface=None, arguments=("model",), position=0,
               endpoint="embedding", base_url=("api_base",)),
        Client(name="HuggingFaceEmbeddings", module="ragas", surface="huggingface", arguments=("model",), position=0,
               endpoint="embedding"),
        Client(name="HuggingfaceEmbeddings", module="ragas", surface="huggingface", arguments=("model_name",),
               position=0, endpoint="embedding"),
    ),
    examples=(
        CallExample(
            code="from openai import OpenAI\nfrom ragas.llms import llm_factory\n"
            "judge = llm_factory('gpt-next', client=OpenAI())",
            id="gpt-next", surface="openai", endpoint="chat",
        ),
        CallExample(
            code="from openai import OpenAI\nfrom ragas.llms import llm_factory\n"
            "judge = llm_factory('text-embedding-3-small', client=OpenAI())",
            id="text-embedding-3-small", surface="openai", endpoint="chat", wrong=True,
        ),
        CallExample(
            code="from openai import OpenAI\nfrom ragas.embeddings import OpenAIEmbeddings\n"
            "vectors = OpenAIEmbeddings(client=OpenAI(), model='gpt-4o')",
            id="gpt-4o", surface="openai", endpoint="embeddings", wrong=True,
        ),
        CallExample(
            code="from ragas.llms import llm_factory\njudge = llm_factory(pick())",
            id="pick()", surface=None, endpoint="chat", dynamic=True,
        ),
        CallExample(
            code="from ragas.embeddings import embedding_factory\n"
            "vectors = embedding_factory(provider='google', model='gemini-next')",
            id="gemini-next", surface="gemini", endpoint="embedding",
        ),
    ),
)  # fmt: skip
