"""How ids of the Kimi API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_WORD = r"(?:pro|code|thinking|\d{4})"
_OWN = (
    r"moonshot-v\d-(?:auto|\d{1,4}k(?:-vision-preview)?)|kimi-latest|kimi-thinking-preview",
    rf"kimi-k\d(?:\.\d)?(?:-{_WORD}){{0,2}}-(?:preview|turbo|turbo-preview|highspeed)",
)
# Other hosts serve the open weights under the plain name.
_SHARED = rf"kimi-k\d(?:\.\d)?(?:-{_WORD}){{0,2}}"

PROVIDER = Provider(
    name="moonshot",
    title="the Kimi API",
    keywords=("kimi-", "kimi_", "kimi2", "kimi3", "kimmi-", "kmi-k", "moonshot-", "moonshot_", "moonshoot-"),
    grammar=Expression("|".join(f"(?:{form})" for form in (*_OWN, _SHARED))),
    family=Expression(r"kimi-k\d[\w.-]*-(?:preview|turbo|highspeed)[\w.-]*|moonshot-v\d[\w.-]*|kimi-(?:latest|thinking)[\w.-]*"),
    claims=Expression("|".join(f"(?:{form})" for form in _OWN)),
    routes=("moonshotai:", "moonshot/", "moonshot:"),
    matches=(
        "kimi-k3.2", "kimi-k4", "kimi-k3.1-code", "kimi-k4-pro", "kimi-k4-pro-highspeed", "kimi-k3-code-highspeed",
        "kimi-k3-turbo", "kimi-k3-turbo-preview", "kimi-k3-0711-preview", "kimi-k3-thinking",
        "kimi-k3-thinking-turbo", "kimi-latest", "kimi-thinking-preview", "moonshot-v1-256k",
        "moonshot-v1-16k-vision-preview", "moonshot-v2-auto",
    ),
    near_misses=(
        "kimi", "kimi-", "kimi-cli", "kimi-code", "kimi-dev", "kimi-dev-72b", "kimi-vl-a3b-thinking", "kimi-k",
        "kimi-k2p6", "kimi-k2p6-turbo", "kimi-k2:1t", "kimi-k2.6:free", "kimi-k2-instruct", "kimi-k2-instruct-0905",
        "kimi-k2-base", "kimi-k2.5-nvfp4", "kimi-k2-thinking-maas", "kimi-k2.5.md", "kimi-k2-tokenizer",
        "kimi-audio-7b", "kimi-linear-48b", "moonshotai/kimi-k2.5", "moonshotai.kimi-k2.5",
        "moonshot.kimi-k2-thinking", "databricks-kimi-k2-7-code", "moonshot", "moonshot-", "moonshotai",
        "moonshot-v1", "moonshot-v1-8k-vision", "moonshot-project", "moonshot-v1-8k.json", "kimi_k2", "kimikimi",
    ),
)  # fmt: skip
