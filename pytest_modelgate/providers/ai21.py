"""How ids of the AI21 API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_MONTH = r"20\d\d-(?:0[1-9]|1[0-2])"
_OWN = rf"jamba-(?:large|mini)(?:-\d(?:\.\d)?(?:-{_MONTH})?)?|j2-(?:light|mid|ultra|large|grande|jumbo)(?:-instruct)?"
# Google Cloud and Snowflake serve the first Jamba models under the same names.
_SHARED = r"jamba-\d\.\d-(?:large|mini)|jamba-instruct(?:-preview)?"

PROVIDER = Provider(
    name="ai21",
    title="the AI21 API",
    keywords=("jamba", "jmaba", "j2-light", "j2-mid", "j2-ultra", "j2-large", "j2-grande", "j2-jumbo"),
    grammar=Expression(f"{_OWN}|{_SHARED}"),
    family=Expression(
        r"jamba-(?:large|mini|instruct|\d[.-]\d)(?:-[\w.-]+)?|j2-(?:light|mid|ultra|large|grande|jumbo)(?:-[\w.-]+)?"
    ),
    claims=Expression(_OWN),
    routes=("ai21_chat/", "ai21/", "ai21:"),
    matches=(
        "jamba-large-1.8", "jamba-large-2", "jamba-large-2.1", "jamba-large-2-2026-09", "jamba-large-1.8-2026-11",
        "jamba-mini-1.8", "jamba-mini-3", "jamba-mini-3-2027-01", "jamba-1.6-large", "jamba-1.7-mini",
        "jamba-instruct", "jamba-instruct-preview", "j2-large", "j2-grande", "j2-jumbo", "j2-grande-instruct",
        "j2-jumbo-instruct",
    ),
    near_misses=(
        "jamba", "jamba-", "jamba-1.5", "jamba-v0.1", "jamba-tiny-dev", "jamba-juice", "jamba-large.md",
        "jamba-large-model", "jamba-1-5-large", "jamba-large-1.7@001", "jamba-mini-1.7.json", "jamba-reasoning-3b",
        "jamba_large", "ai21", "ai21-python", "ai21-tokenizer", "ai21labs", "ai21labs/jamba-v0.1",
        "ai21-jamba-1.5-large", "ai21.jamba-1-5-large-v1:0", "ai21.j2-ultra-v1", "j2", "j2-", "j2-cli", "j2-template",
        "j2-mid.j2", "j2-middleware", "j2-light-theme", "jinja2-3.1", "a jamba-large call",
    ),
)  # fmt: skip
