"""How ids of GitHub Models look: a maker, and a model's name in lower case."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import NO_FILE

_NAME = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"

PROVIDER = Provider(
    name="github-models",
    title="GitHub Models",
    keywords=(
        "gpt", "text-embed", "openai/o1", "openai/o3", "openai/o4", "llama", "mistral", "codestral", "ministral",
        "phi-", "mai-ds", "deepseek", "cohere-command", "cohere-embed", "ai21-jamba", "jais-", "grok-",
    ),
    grammar=Expression(
        rf"{NO_FILE}(?:(?:(?:openai/(?:gpt|text-embedding)|meta/(?:meta-)?llama|microsoft/(?:phi|mai)|deepseek/deepseek"
        rf"|mistral-ai/(?:mistral|codestral|ministral)|xai/grok|ai21-labs/ai21-jamba|core42/jais)-(?=[^/]*\d){_NAME}"
        r"|openai/o\d(?:-(?:mini|pro|preview))?|mistral-ai/mistral-(?:large|nemo|small|medium)"
        r"|cohere/cohere-(?:command|embed)-[a-z]\w*(?:-[a-z0-9]+){0,3})"
        r")"
    ),
    family=NOBODY,
    claims=NOBODY,
    wraps=Expression(r"(?:cohere/cohere-|ai21-labs/ai21-|[\w-]+/)(?P<model>[\w.-]+)"),
    any_case=True,
    routes=("github-models/", "github_models/", "github-models:", "github/", "github:"),
    # The first address of the service took the names without their makers.
    left_out=(
        "openai/", "meta/", "microsoft/", "mistral-ai/", "cohere/", "deepseek/", "ai21-labs/", "xai/", "core42/",
    ),
    matches=(
        "openai/gpt-5", "openai/gpt-4.1-mini", "openai/gpt-5-chat", "openai/o4", "openai/o4-mini", "openai/o1-preview",
        "openai/text-embedding-3-large", "meta/llama-5-70b-instruct", "meta/Meta-Llama-3.1-405B-Instruct",
        "microsoft/phi-5", "microsoft/MAI-DS-R1", "mistral-ai/mistral-large", "mistral-ai/mistral-medium-2605",
        "mistral-ai/codestral-2601", "deepseek/deepseek-r2", "deepseek/DeepSeek-V3-0324", "xai/grok-4",
        "cohere/cohere-command-a", "cohere/cohere-embed-v3-english", "ai21-labs/ai21-jamba-2-large",
    ),
    near_misses=(
        "openai/openai-python", "openai/gpt", "openai/gpt-", "openai/evals", "openai/gpt-2.py", "openai/o",
        "openai/o1-icon", "openai/", "meta/llama", "meta-llama/llama-3.3-70b-instruct", "microsoft/vscode",
        "microsoft/phi", "microsoft/phi-cookbook", "microsoft/phi-3.md", "mistral-ai", "mistral-ai/",
        "mistral-ai/client", "mistralai/mistral-large-2411", "cohere/cohere", "cohere/cohere-python.git",
        "cohere/command-r", "deepseek/deepseek", "deepseek-ai/deepseek-r1", "xai/grok", "x-ai/grok-3", "core42/jais",
        "gpt-4o", "openai/gpt-4o:free", "azure/gpt-4o", "actions/checkout", "actions/setup-python-5",
        "github/codeql-action", "https://github.com/openai/gpt-2", "models.github.ai", "anthropic/claude-opus-5",
        "a openai/gpt-4o call",
    ),
    spellings=(
        ("openai/GPT-4o", "openai/gpt-4o"),
        ("microsoft/Phi-4", "microsoft/phi-4"),
        ("meta/Meta-Llama-3.1-405B-Instruct", "meta/meta-llama-3.1-405b-instruct"),
    ),
)  # fmt: skip
