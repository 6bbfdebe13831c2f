"""How ids of the xAI API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_DAY = r"(?:0[1-9]|1[0-2])[0-3]\d"
_DATE = r"(?:20\d{6}|20\d\d-\d\d-\d\d)"
# 4.1 has a hyphen here and a dot elsewhere; 4.20 the other way round.
_VERSION = r"(?:4-1|(?!4\.1(?!\d))[2-9](?:\.\d{1,2})?)"
_WORD = rf"(?:fast|mini|reasoning|non-reasoning|multi-agent|vision|image|experimental|beta|preview|latest|gv2|{_DAY})"
_FORMS = (
    rf"grok-{_VERSION}(?:-{_WORD}){{0,5}}",
    rf"grok-(?:vision-)?beta|grok-latest|grok-code-fast(?:-\d(?:-{_DAY})?)?|grok-build-(?:latest|\d\.\d)",
    rf"grok-imagine-(?:image|video)(?:-(?:pro|quality|lite|latest|preview|\d\.\d|{_DATE})){{0,3}}",
    r"grok-voice-(?:latest|(?:(?:transcribe|agent|think-fast)-)?\d\.\d)",
)

PROVIDER = Provider(
    name="xai",
    title="the xAI API",
    keywords=("grok-", "grok_", "grok2", "grok3", "grok4", "grok5", "gork-", "grock-", "grk-"),
    grammar=Expression("|".join(f"(?:{form})" for form in _FORMS)),
    family=Expression(r"grok-[2-9][\w.-]*|grok-(?:code|build|imagine|voice)-[\w.-]+"),
    routes=("xai:responses:", "litellm/xai/", "xai:image:", "xai:video:", "xai:voice:", "grok:", "xai/", "xai:"),
    matches=(
        "grok-5", "grok-5-latest", "grok-5.1", "grok-4.8", "grok-4.8-latest", "grok-5-fast-reasoning",
        "grok-5-fast-non-reasoning-latest", "grok-5-mini", "grok-4.30-0601-reasoning",
        "grok-4.30-multi-agent-beta-0601", "grok-4.20-experimental-beta-0304-reasoning",
        "grok-4-1-fast-reasoning-latest", "grok-3-mini-fast-beta", "grok-2-vision-1212", "grok-latest",
        "grok-vision-beta", "grok-code-fast-2", "grok-code-fast-1-0825", "grok-build-0.2", "grok-imagine-image-3.0",
        "grok-imagine-video-2.0-2027-01-31", "grok-imagine-video-2.0-lite", "grok-imagine-image-quality-20260403",
        "grok-voice-4.0", "grok-voice-transcribe-3.0",
    ),
    near_misses=(
        "grok", "grok-", "grok-1", "grok-1.5", "grok-1-open-release", "grok-cli", "grok-api", "grok-sdk",
        "grok-pattern", "grok-patterns", "grok-parser", "grok-exporter", "grok_exporter", "grok-filter", "grok-build",
        "grok-code", "grok-imagine", "grok-voice", "grok-4.md", "grok-4-card", "grok-3-icon.svg", "grok.js",
        "grokking", "grokking-4", "ngrok", "ngrok-2", "ngrok-free", "grok4", "grok-4-20-reasoning", "grok-4.1",
        "grok-4.1-fast", "grok-4-fast:free", "x-ai/grok-4", "xai/grok-4.3", "xai.grok-4.3", "xai", "xai-sdk",
        "xai-sdk-python", "xai-org", "langchain-xai",
    ),
)  # fmt: skip
