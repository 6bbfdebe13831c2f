"""How ids of the Cohere API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_MONTH = r"(?:0[1-9]|1[0-2])-20\d\d"
_VERSION = r"v\d\.\d"
_FORMS = (
    rf"command-(?:[a-z]|r\d{{1,2}}b)(?:-(?:plus|vision|reasoning|translate|fast|mini)){{0,2}}-{_MONTH}",
    # Without a month only these were ever served.
    r"command-r(?:-plus)?|command-(?:(?:light|medium|xlarge)-)?nightly",
    rf"embed-(?:english|multilingual)(?:-light)?-{_VERSION}|embed-{_VERSION}(?:-(?:pro|fast|light|multimodal))?",
    rf"rerank-(?:english|multilingual)-{_VERSION}|rerank-{_VERSION}(?:-(?:pro|fast|nimble|lite))?",
    r"parse-v\d\.\d(?:-(?:pro|fast))?",
    r"c4ai-(?:aya|command)-[a-z0-9-]{1,30}|tiny-aya-(?:global|earth|fire|water)|north-(?:mini|max)-[a-z]{2,12}-\d-\d",
    rf"cohere-transcribe-(?:[a-z]{{4,12}}-)?{_MONTH}",
    r"(?:small|medium|large|xlarge)-202[12]\d{4}|multilingual-22-12",
)
# Sizes such as `large` are names for models everywhere.
_WORDS = ("command", "command-light", "command-medium", "command-xlarge")

PROVIDER = Provider(
    name="cohere",
    title="the Cohere API",
    keywords=(
        "command-a-", "command-r", "command-b-", "command-s-", "command-light", "command-medium", "command-xlarge",
        "command-nightly", "embed-v", "embed-english", "embed-multi", "rerank-", "parse-v", "c4ai-", "tiny-aya",
        "north-mini", "north-max", "cohere-transcribe", "small-202", "medium-202", "large-202", "multilingual-22",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=Expression(
        r"command-(?:[a-z]|r\d{1,2}b)(?:-[\w.-]+)?|(?:embed|rerank)-(?:[a-z]+-){0,3}v\d[\w.-]*|parse-v\d\.[\w.-]+"
        r"|c4ai-[\w.-]+"
    ),
    claims=Expression("|".join(f"(?:{form})" for form in (*_FORMS, *_WORDS))),
    routes=(
        "cohere:embeddings:", "cohere:embedding:", "litellm/cohere/", "cohere_chat/", "cohere:chat:", "cohere/",
        "cohere:",
    ),
    needs_context=frozenset((*_WORDS, "large", "medium", "small", "xlarge")),
    matches=(
        "command-a-09-2026", "command-a-plus-01-2027", "command-a-vision-03-2026", "command-a-plus-vision-02-2027",
        "command-b-06-2027", "command-r7b-06-2025", "command-r-08-2025", "command-r", "command-r-plus",
        "command-light-nightly", "embed-v4.5", "embed-v6.0-pro", "embed-v5.0-light", "embed-english-light-v4.0",
        "embed-multilingual-v3.5", "rerank-v4.5", "rerank-v6.0-fast", "rerank-english-v3.5", "parse-v5.5",
        "c4ai-aya-expanse-104b", "c4ai-command-r7b", "tiny-aya-global", "north-mini-code-1-1",
        "cohere-transcribe-arabic-01-2027", "cohere-transcribe-11-2026", "xlarge-20221108",
    ),
    near_misses=(
        "cohere", "cohere-python", "cohere-ai", "cohere-toolkit", "langchain-cohere", "cohere.command-r-v1:0",
        "cohere/cohere-command-r", "cohere-command-a", "cohere-embed-v3-english", "cohere-rerank-v3.5", "command-",
        "command-a", "command-b", "command-line", "command-list", "command-palette", "command-runner",
        "command-result", "command-not-found", "command-r-plus.md", "command-r7b", "command-args",
        "command-nightly-build", "embed", "embed-video", "embed-responsive-16by9", "embed-v-4-0", "embed-english",
        "embed-english-v3", "embed-v4.0.json", "rerank", "rerank-results", "rerank-2.5-lite", "rerank-lite-1",
        "rerank-top-5", "reranker-v1", "bge-reranker-v2-m3", "parse-version", "parse-v1", "parse-v5.0.py", "large",
        "small", "medium", "xlarge", "small-2024", "large-2402", "mistral-large-2402", "x-large-20220609",
        "aya-expanse-8b", "north-star", "north-mini", "multilingual-e5-large",
    ),
)  # fmt: skip
