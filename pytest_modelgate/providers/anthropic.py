"""How ids of the Claude API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_TIER = r"(?:opus|sonnet|haiku|fable|mythos)"
_DATE = r"20\d\d(?:0[1-9]|1[0-2])[0-3]\d"
_FORMS = (
    # `claude-opus-4` and `claude-sonnet-4` are complete ids on Google Cloud, where no table of ours speaks.
    rf"(?!claude-(?:opus|sonnet)-4$)claude-{_TIER}-\d{{1,2}}(?:-\d{{1,2}})?(?:-{_DATE}|-latest|-preview)?",
    rf"claude-\d(?:-\d)?-{_TIER}-(?:{_DATE}|latest)",
    rf"claude-{_TIER}-preview",
    r"claude-(?:instant-)?[12](?:\.\d)?(?:-100k)?",
)

PROVIDER = Provider(
    name="anthropic",
    title="the Claude API",
    keywords=("claud", "calude", "cluade", "cladue", "caude"),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=Expression(r"claude-[\w.-]*\d[\w.-]*"),
    routes=("anthropic:completion:", "anthropic:messages:", "litellm/anthropic/", "anthropic/", "anthropic:"),
    matches=(
        "claude-opus-6", "claude-opus-4-9", "claude-sonnet-5-6", "claude-sonnet-5-6-20270101",
        "claude-haiku-6-latest", "claude-fable-6-1", "claude-mythos-6-preview", "claude-opus-preview",
        "claude-3-9-sonnet-20250101", "claude-3-opus-latest", "claude-2", "claude-2.2", "claude-instant-1",
        "claude-instant-1.3", "claude-1.4-100k",
    ),
    near_misses=(
        "claude", "claude-", "claude-code", "claude-code-sdk", "claude-code-action", "claude-desktop", "claude-dev",
        "claude-engineer", "claude-3", "claude-3-5", "claude-4", "claude-api", "claude-plugin", "claude-agent-sdk",
        "claude-opus", "claude-sonnet", "claude-opus-4", "claude-sonnet-4", "claude-opus-4.8", "claude-opus-4-8.md",
        "claude-3.png", "claude-3-opus", "claude-3-5-sonnet", "claude-instant", "claude-monet", "claude-shannon",
        "claude.md", "claude_config", "claude-haiku-card", "claude-opus-button", "claude-flow", "claude-sync",
        "claude-2-dataset", "anthropic", "anthropic-sdk-python", "anthropic.types", "opus-4-8",
        "claude-opus-4-8-thinking", "claude-sonnet-4-5@20250929", "anthropic.claude-3-opus-20240229-v1:0",
        "claude-v2", "https://claude.ai/claude-opus-5", "ask claude-opus-5", "claude-opus-five", "1.2-claude-2",
        "claude-12",
    ),
)  # fmt: skip
