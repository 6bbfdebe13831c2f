"""How ids of the DeepSeek API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_OWN = r"deepseek-(?:chat|reasoner|flash|pro)"
# Other hosts serve the open weights under the version's name, and Alibaba under the very same id.
_SHARED = (
    r"deepseek-coder",
    r"deepseek-v[4-9]-(?:pro|flash)(?:-vision)?(?:-exp)?",
    r"deepseek-(?:v3(?:\.2)?|r1)",
)

PROVIDER = Provider(
    name="deepseek",
    title="the DeepSeek API",
    keywords=("deepsee", "deepsek", "deepseak", "deap-seek", "deapseek", "deep-seek", "depseek", "deepesek"),
    grammar=Expression("|".join(f"(?:{form})" for form in (_OWN, *_SHARED))),
    family=Expression(r"deepseek-(?:chat|reasoner|flash|pro)(?:-[\w.-]+)?"),
    claims=Expression(_OWN),
    routes=("litellm/deepseek/", "deepseek/", "deepseek:"),
    matches=(
        "deepseek-chat", "deepseek-reasoner", "deepseek-coder", "deepseek-flash", "deepseek-pro", "deepseek-v5-pro",
        "deepseek-v5-flash", "deepseek-v5-flash-exp", "deepseek-v5-pro-exp", "deepseek-v5-pro-vision",
        "deepseek-v4-pro-vision-exp", "deepseek-v4-flash-exp", "deepseek-v3", "deepseek-v3.2", "deepseek-r1",
    ),
    near_misses=(
        "deepseek", "deepseek-", "deepseek-ai", "deepseek-api", "deepseek-sdk", "deepseek-cli", "deepseek-ocr",
        "deepseek-harness", "deepseek-chat.md", "deepseek-chat-bot", "deepseek-coder-v2",
        "deepseek-coder-33b-instruct", "deepseek-coder:6.7b", "deepseek-llm-7b-chat", "deepseek-math-7b-instruct",
        "deepseek-moe-16b", "deepseek-r1:free", "deepseek-r1-0528", "deepseek-r1-distill-llama-70b",
        "deepseek-v3-0324", "deepseek-v3-base", "deepseek-v3.1", "deepseek-v3.2-exp", "deepseek-v2.5",
        "deepseek-v3.1:671b", "deepseek-v3p1", "deepseek-v4.1-flash", "deepseek-v4-pro-0813",
        "deepseek-v4-flash:0731", "deepseek-v4-1-flash-1017", "deepseek-prover-v2-671b", "deepseek-ai/deepseek-v3.1",
        "deepseek.v3-v1:0", "deepset", "langchain-deepseek", "DeepSeek-Chat-Icon",
    ),
)  # fmt: skip
