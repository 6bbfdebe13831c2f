"""How ids of the Z.ai API look."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import Provider

_DAY = r"(?:0[1-9]|1[0-2])[0-3]\d"
_OWN = (
    # Only the maker serves these tiers, whose weights are not open.
    rf"glm-\d(?:\.\d)?v?(?:-thinking)?-(?:airx|flashx|x|turbo|plus|long|code|alltools)(?:-{_DAY})?",
    r"glm-4(?:\.5)?v?-flash|glm-4-air|glm-z\d-(?:air|airx|flash|flashx)|glm-\d-\d{1,3}b-\d{4}-\d{2,3}k",
    r"chatglm_(?:pro|std|lite|turbo)",
)
_SHARED = rf"glm-\d(?:\.\d)?v?(?:-(?:air|flash))?(?:-{_DAY})?"

PROVIDER = Provider(
    name="zhipu",
    title="the Z.ai API",
    keywords=("glm-", "glm_", "glm4", "glm5", "gml-4", "gml-5", "gllm-"),
    grammar=Expression("|".join(f"(?:{form})" for form in (*_OWN, _SHARED))),
    family=Expression(
        r"glm-z?\d(?:\.\d)?v?-(?:airx|flashx|x|turbo|plus|long|code)(?:-[\w.-]+)?|chatglm_(?:pro|std|lite|turbo)\w*"
    ),
    claims=Expression("|".join(f"(?:{form})" for form in _OWN)),
    routes=("bigmodel/", "zhipuai:", "zai/", "zai:"),
    matches=(
        "glm-6", "glm-5.4", "glm-5.4-flash", "glm-5.3-flashx", "glm-5-turbo", "glm-5.3v", "glm-6v-turbo", "glm-4.6v",
        "glm-4.8-air", "glm-4.5-x", "glm-4-plus", "glm-4-plus-0111", "glm-4-0520", "glm-4-airx", "glm-4-long",
        "glm-4v-plus", "glm-4v-flash", "glm-4.1v-thinking-flashx", "glm-z1-air", "glm-3-turbo", "glm-5-code",
        "glm-4-32b-0414-128k", "chatglm_turbo",
    ),
    near_misses=(
        "glm", "glm-", "glm-dev", "libglm-dev", "glm-1.0.1", "glm-0.9.9.8", "glm.hpp", "glm-js", "glm-binomial",
        "glm-poisson", "glm-model", "glm-ocr", "glm-130b", "glm-10b-chinese", "glm-4-9b", "glm-4-9b-chat",
        "glm-4-9b-0414", "glm-4.7.md", "glm-4.5-air-fp8", "glm-4.5-air:free", "glm-5-fp8", "glm-5-maas", "glm-4p7",
        "glm-5p3-flash", "glm4", "glmnet", "chatglm", "chatglm-6b", "chatglm2-6b", "chatglm3-6b", "chatglm_tokenizer",
        "chatglm_6b", "zai-glm-4.7", "zai-glm-5-2", "zai-org/glm-4.6", "z-ai/glm-4-32b", "zai.glm-4.7", "zhipuai",
        "zhipuai-sdk-python-v4", "fw-glm-5", "a glm-5 call",
    ),
)  # fmt: skip
