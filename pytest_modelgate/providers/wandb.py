"""How ids of W&B Inference look: open models by the names of the Hugging Face hub."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import HOSTED, HOSTED_BY, KEYWORDS, MATCHES, NEAR_MISSES

PROVIDER = Provider(
    name="wandb",
    title="W&B Inference",
    keywords=(*KEYWORDS, "granite-", "mellum"),
    grammar=Expression(HOSTED),
    family=NOBODY,
    claims=NOBODY,
    wraps=Expression(HOSTED_BY),
    routes=("wandb/", "wandb:"),
    matches=MATCHES,
    near_misses=(
        *NEAR_MISSES, "wandb", "wandb/wandb", "wandb/local", "wandb-core", "jetbrains/mellum", "ibm-granite/granite",
    ),
)  # fmt: skip
