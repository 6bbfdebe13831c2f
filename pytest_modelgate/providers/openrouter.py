"""How ids of OpenRouter look: a maker, a model, and perhaps a variant after a colon."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider
from pytest_modelgate.providers._open_models import KEYWORDS, NO_FILE

_MAKERS = (
    "ai21", "aion-labs", "alfredpros", "alibaba", "allenai", "amazon", "anthropic", "anthracite-org", "arcee-ai",
    "baidu", "bytedance", "bytedance-seed", "cognitivecomputations", "cohere", "deepcogito", "deepseek", "essentialai",
    "featherless", "google", "gryphe", "ibm-granite", "inception", "inclusionai", "inflection", "kwaipilot", "liquid",
    "mancer", "meituan", "meta-llama", "microsoft", "minimax", "mistralai", "moonshotai", "morph", "neversleep",
    "nex-agi", "nousresearch", "nvidia", "openai", "perplexity", "prime-intellect", "qwen", "raifle", "rekaai",
    "relace", "sao10k", "sarvamai", "stepfun", "switchpoint", "tencent", "thedrummer", "thudm", "tngtech", "undi95",
    "upstage", "writer", "x-ai", "xiaomi", "z-ai",
)  # fmt: skip
_MAKER = rf"(?:{'|'.join(_MAKERS)})"
_NAME = r"[a-z0-9]+(?:[._-]+[a-z0-9]+)*"
_ROUTED = r":(?:nitro|floor|online|exacto|thinking|extended|beta|batch)"
_VARIANT = rf"(?::free|{_ROUTED})"
# What the great makers publish besides language models is not here.
_OURS = (
    r"(?!openai/(?!gpt|o\d|chatgpt|codex|text-)|google/(?!gem|lyria)|microsoft/(?!phi|mai|wizard)|anthropic/(?!claude)"
    r"|nvidia/(?!.*nemotron))"
)
_UNCOUNTED = (
    r"arcee-ai/(?:maestro-reasoning|spotlight|virtuoso-large|coder-large)|inception/mercury(?:-coder)?"
    r"|mistralai/(?:devstral|codestral|mistral|ministral|pixtral|magistral|voxtral)-(?:large|medium|small|nemo|saba)"
    r"|baidu/(?:cobuddy|qianfan-ocr-fast)|arcee-ai/trinity-(?:large|mini)(?:-(?:preview|thinking))?"
    r"|perplexity/sonar(?:-[a-z]+){0,2}"
)
_OWN = r"openrouter/(?:auto|free|[a-z]+(?:-[a-z]+)?-(?:alpha|beta))"

PROVIDER = Provider(
    name="openrouter",
    title="OpenRouter",
    keywords=(
        *KEYWORDS, "gpt", "claud", "gemi", "grok-", "openrouter/", "openai/o1", "openai/o3", "openai/o4", "openai/o5",
        "perplexity/sonar", "ai21/", "arcee-ai/", "baidu/ernie", "cobuddy", "qianfan-ocr", "cohere/command",
        "amazon/nova", "inception/mercury", "kwaipilot/", "nex-agi/", "intellect-3", "reka-flash", "euryale", "sarvam",
        "stepfun/", "r1t-chim", "r1t2-chim", "mimo-v", "mai-ds", "rnj-1", "molmo", "qwerky", "deepresearch",
    ),
    grammar=Expression(
        rf"{NO_FILE}{_OURS}(?:(?:{_MAKER}/(?=[^/]*\d){_NAME}|{_UNCOUNTED}|{_OWN})(?:{_VARIANT})?"
        rf"|{_MAKER}/{_NAME}{_VARIANT}|~{_MAKER}/{_NAME}-latest)"
    ),
    family=Expression(rf"~[\w-]+/[\w.-]+|[\w-]+/[\w.-]+:(?:free|nitro|floor|exacto|extended)|{_OWN}(?::free)?"),
    claims=Expression(rf"{_MAKER}/{_NAME}{_VARIANT}|~{_MAKER}/{_NAME}-latest|{_OWN}(?::free)?"),
    # What is free of charge is listed, and ends, apart.
    written=Expression(rf"(?P<id>~?[\w-]+/[\w.-]+(?::free)?){_ROUTED}"),
    wraps=Expression(r"~?(?!openrouter/)[\w-]+/(?P<model>[\w.-]+)(?::\w+)?"),
    routes=("litellm/openrouter/", "openrouter/", "openrouter:"),
    left_out=("openrouter/",),
    matches=(
        "openai/gpt-7", "openai/gpt-4o:free", "openai/gpt-4.1-mini:online", "openai/o5-mini",
        "anthropic/claude-5.5-opus", "anthropic/claude-opus-4.9", "anthropic/claude-sonnet-5:thinking",
        "google/gemini-4-flash", "x-ai/grok-5", "google/gemma-5-27b-it:free", "meta-llama/llama-5-70b-instruct:nitro",
        "deepseek/deepseek-v5:exacto", "qwen/qwen4-32b:floor", "moonshotai/kimi-k4", "z-ai/glm-6:free",
        "mistralai/mistral-medium", "perplexity/sonar-reasoning-pro", "~openai/gpt-latest",
        "~anthropic/claude-opus-latest", "openrouter/auto", "openrouter/nebula-alpha",
        "openrouter/dusk-sky-beta:free", "inception/mercury-coder", "minimax/minimax-m4:free", "qwen/qwen-max:free",
        "cohere/command-a-05-2027", "amazon/nova-3-lite-v1", "ai21/jamba-large-3",
    ),
    near_misses=(
        "openai/openai-python", "openai/evals", "openai/", "openai", "anthropic/claude-code", "anthropic/claude-opus",
        "google/gemini-cli", "google/gemma.cpp", "mistralai/client-python", "meta-llama/llama-recipes",
        "openrouter/ai-sdk-provider", "openrouter/", "openrouter", "qwen/qwen-agent", "deepseek/deepseek-coder.md",
        "openai/gpt-4o.json", "openai/gpt-4o:latest", "openai/gpt-4o:v2", "library/nginx:beta", "acme/app-2:free",
        "ghcr.io/openai/gpt-4:free", "gpt-4o:free", ":free", "free", "auto", "~", "~/models", "~root/models-latest",
        "~openai", "openai/gpt-4o:", "microsoft/vscode", "nvidia/cuda:12.4-base", "cohere/cohere-python",
        "@anthropic/claude-5", "gpt-4o", "claude-opus-4.6", "https://openrouter.ai/openai/gpt-4o",
        "openai/gpt-4 :free", "x-ai", "x-ai/grok", "perplexity/ai", "amazon/aws-cli", "baidu/amis",
    ),
    spellings=(
        ("x-ai/grok-4:online", "x-ai/grok-4"),
        ("moonshotai/kimi-k2.5:nitro", "moonshotai/kimi-k2.5"),
        ("google/gemini-2.0-flash-001:floor", "google/gemini-2.0-flash-001"),
        ("anthropic/claude-3.5-haiku:beta", "anthropic/claude-3.5-haiku"),
    ),
)  # fmt: skip
