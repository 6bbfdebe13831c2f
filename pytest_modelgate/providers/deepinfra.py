"""How ids of DeepInfra look: open models by the names of the Hugging Face hub."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import HOSTED, HOSTED_BY, KEYWORDS, MATCHES, NEAR_MISSES

PROVIDER = Provider(
    name="deepinfra",
    title="DeepInfra",
    keywords=KEYWORDS,
    grammar=Expression(HOSTED),
    family=NOBODY,
    claims=NOBODY,
    wraps=Expression(HOSTED_BY),
    routes=("deepinfra/", "deepinfra:"),
    matches=MATCHES,
    near_misses=(
        *NEAR_MISSES, "deepinfra", "deepinfra-client", "deepinfra/deepctl", "moonshotai/kimi-cli", "moonshotai/kimi",
    ),
)  # fmt: skip
