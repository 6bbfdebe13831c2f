"""How ids of the Voyage API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_VERSION = r"[2-9](?:\.\d)?"
_FORMS = (
    rf"voyage-{_VERSION}(?:-(?:large|lite))?",
    rf"voyage-(?:code|context|law|finance|multilingual|multimodal|large)-{_VERSION}(?:-instruct)?",
    r"voyage-(?:lite-)?0\d(?:-instruct)?",
    r"rerank-\d\.\d(?:-lite)?|rerank-\d-lite|rerank-lite-\d",
)
_WORDS = ("rerank-1", "rerank-2", "rerank-3")

PROVIDER = Provider(
    name="voyage",
    title="the Voyage API",
    keywords=("voyage-", "voyage_", "voyage3", "voyage4", "voayge-", "voyge-", "rerank-"),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=Expression(r"voyage-(?:[a-z]+-){0,2}\d(?!\d)[\w.-]*|rerank-(?:\d\.\d|\d-lite|lite-\d)[\w.-]*"),
    claims=Expression("|".join(f"(?:{form})" for form in (*_FORMS, *_WORDS))),
    routes=("voyageai:", "voyage/", "voyage:"),
    needs_context=frozenset(_WORDS),
    matches=(
        "voyage-5", "voyage-5-large", "voyage-5-lite", "voyage-4.5", "voyage-4.5-lite", "voyage-code-5",
        "voyage-code-3.5", "voyage-context-5", "voyage-law-3", "voyage-finance-3", "voyage-multilingual-3",
        "voyage-multimodal-4", "voyage-large-3-instruct", "voyage-03", "voyage-lite-03", "voyage-lite-03-instruct",
        "rerank-3.5", "rerank-3.5-lite", "rerank-4-lite", "rerank-lite-2",
    ),
    near_misses=(
        "voyage", "voyage-", "voyage-ai", "voyage-ai-client", "voyageai", "voyage-python", "voyage-api", "voyager",
        "voyager-1", "voyager-2", "voyage-1", "voyage-10", "voyage-2024", "voyage-2-embeddings", "voyage-3.md",
        "voyage-3-large.json", "voyage-4-nano", "voyage-large", "voyage-code", "voyage-lite", "voyage-planner",
        "voyage-card", "voyage-list-2", "voyageai/voyage-3-m-exp", "bon-voyage-2", "rerank", "rerank-", "rerank-10",
        "rerank-top-5", "rerank-model", "rerank-v3.5", "rerank-english-v3.0", "reranker-2", "amazon.rerank-v1:0",
        "rerank-2.5-lite.bin",
    ),
)  # fmt: skip
