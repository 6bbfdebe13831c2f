"""How model names of Snowflake Cortex look: the makers' names, shortened in Snowflake's own way."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider

_TIER = r"(?:opus|sonnet|haiku|fable)"
_FORMS = (
    rf"claude-(?:\d(?:-\d)?-{_TIER}|{_TIER}-\d(?:-\d)?)",
    r"(?:snowflake-)?llama-?\d(?:\.\d)?-(?:\d+b(?:-chat)?|scout|maverick)",
    r"snowflake-arctic(?:-embed-[a-z](?:-v\d\.\d)?(?:-8k)?)?|mistral-(?:large\d?|small\d?|7b)|mixtral-\d+x\d+b|pixtral-large",
    r"deepseek-[rv]\d(?:\.\d)?|openai-(?:gpt-(?:oss-\d+b|\d(?:\.\d)?(?:-(?:mini|nano|chat|codex))?)|o\d(?:-mini)?)",
    r"gemma-\d+b|gemini-\d(?:[.-]\d)?-(?:pro|flash)|jamba-(?:instruct|\d\.\d-(?:large|mini))|reka-(?:core|flash)",
    r"e5-base-v\d|nv-embed-qa-\d|voyage-multilingual-\d|multilingual-e5-large",
)

PROVIDER = Provider(
    name="snowflake",
    title="Snowflake Cortex",
    keywords=(
        "claud", "llama", "snowflake-arctic", "mistral", "mixtral", "pixtral", "deepseek", "openai-gpt", "openai-o",
        "gemma", "gemi", "jamba", "reka-core", "reka-flash", "e5-base", "e5-large", "nv-embed", "voyage-m",
    ),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=NOBODY,
    # Some names are Snowflake's own, such as `llama3.1-405b`, but other hosts of open models shorten in the same way.
    claims=NOBODY,
    wraps=Expression(r"(?:openai|snowflake)-(?P<model>[\w.-]+)"),
    routes=("snowflake/", "snowflake:"),
    matches=(
        "claude-5-opus", "claude-3-9-sonnet", "claude-opus-5", "claude-sonnet-4-6", "llama5-70b", "llama4.1-scout",
        "llama3.3-70b", "snowflake-llama-4.1-70b", "snowflake-arctic", "snowflake-arctic-embed-l-v3.0",
        "mistral-large3", "mixtral-8x22b", "deepseek-v4", "openai-gpt-oss-240b", "openai-gpt-5.9-mini",
        "openai-o5-mini", "gemma-12b", "gemini-4-pro", "jamba-2.0-large", "reka-flash", "voyage-multilingual-3",
        "e5-base-v3", "nv-embed-qa-5", "multilingual-e5-large",
    ),
    near_misses=(
        "snowflake", "snowflake-connector-python", "snowflake-ml-python", "snowflake-sqlalchemy", "snowflake-cli",
        "snowflake.cortex", "snowflake.cortex.complete", "snowflake-arctic.md", "snowflake-id", "claude-opus",
        "claude-code", "claude-4", "claude-3-opus-20240229", "llama3", "llama", "llama-index", "llama.cpp", "llama3.1",
        "ollama-70b", "mistral", "mistral-large-latest", "mistral-common", "mixtral", "deepseek", "deepseek-chat",
        "openai-python", "openai-agents", "openai-gpt", "openai-o", "gemma", "gemma.cpp", "gemini-cli", "jamba",
        "jamba-2.0", "reka", "reka-ui", "e5", "nv-embed", "voyage", "ask claude-5-opus", "openai/gpt-4.1",
    ),
)  # fmt: skip
