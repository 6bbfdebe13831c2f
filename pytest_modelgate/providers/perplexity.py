"""How ids of the Perplexity API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_OWN = (
    r"sonar-(?:(?:small|medium)-(?:chat|online)|pro|reasoning(?:-pro)?|deep-research)",
    r"llama-3(?:\.\d)?-sonar-(?:small|large|huge)-\d{2,3}k-(?:online|chat)",
    r"pplx-\d{1,3}b-(?:online|chat)(?:-alpha)?|r1-1776",
    r"pplx-embed-(?:context-)?v\d(?:\.\d)?-\d{1,2}(?:\.\d)?b",
    r"pplx-decider-(?:flash-)?(?:latest|v\d(?:\.\d)?(?:-\d{1,3}b)?)",
    r"perplexity/(?:glm|kimi|deepseek|nemotron)-[a-z0-9.-]{1,50}",
)
# Routers write `perplexity/sonar` for the model that Perplexity itself calls `sonar`.
_SHARED = r"perplexity/sonar|codellama-(?:34|70)b-instruct"

PROVIDER = Provider(
    name="perplexity",
    title="the Perplexity API",
    keywords=("sonar-", "sonar_", "soanr-", "pplx-", "pplx_", "r1-1776", "perplexity/", "codellama-"),
    grammar=Expression("|".join(f"(?:{form})" for form in (*_OWN, _SHARED))),
    family=Expression(r"sonar-(?:pro|reasoning|deep|small|medium|large|huge)(?:-[\w.-]+)?|pplx-[\w.-]*\d[\w.-]*"),
    claims=Expression("|".join(f"(?:{form})" for form in (*_OWN, "sonar"))),
    wraps=Expression(r"perplexity/(?P<model>(?:glm|kimi|deepseek|nemotron)-[\w.-]+)"),
    routes=("perplexity/", "perplexity:"),
    needs_context=frozenset({"sonar"}),
    matches=(
        "sonar-pro", "sonar-reasoning", "sonar-reasoning-pro", "sonar-deep-research", "sonar-medium-online",
        "sonar-small-chat", "llama-3.2-sonar-large-128k-online", "llama-3-sonar-huge-32k-chat", "pplx-70b-chat-alpha",
        "pplx-8b-online", "pplx-embed-v2-0.6b", "pplx-embed-context-v2-4b", "pplx-decider-v2",
        "pplx-decider-v1.3-27b", "pplx-decider-flash-v2.0", "perplexity/glm-6", "perplexity/kimi-k4",
        "perplexity/deepseek-v5-pro", "perplexity/nemotron-4-ultra-550b", "perplexity/sonar", "r1-1776",
        "codellama-34b-instruct",
    ),
    near_misses=(
        "sonar-", "sonar-project.properties", "sonar-project", "sonar-scanner", "sonar-scanner-cli", "sonar-runner",
        "sonar-java", "sonar-python", "sonar-maven-plugin", "sonar.projectKey", "sonar-plugin-api", "sonar-token",
        "sonar-host-url", "sonar-report", "sonar-large", "sonar-pro.md", "sonar-pro-card", "sonarqube",
        "eslint-plugin-sonarjs", "pplx", "pplx-", "pplx-api", "pplx-sdk", "pplx-7b", "perplexity", "perplexity/",
        "perplexity-ai", "perplexity.ai", "perplexity/client", "perplexity/sonar-pro", "perplexity/perplexity/sonar",
        "perplexity-ai/r1-1776", "langchain-perplexity", "r1", "r1-1776:70b", "codellama", "codellama-7b",
        "codellama:70b", "codellama-70b-instruct-hf", "llama-3.1-sonar", "anthropic/claude-opus-4-8",
    ),
)  # fmt: skip
