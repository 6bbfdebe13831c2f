"""How ids of Baseten look: open models by the names of the Hugging Face hub."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import HOSTED, HOSTED_BY, KEYWORDS, MATCHES, NEAR_MISSES

PROVIDER = Provider(
    name="baseten",
    title="Baseten",
    keywords=KEYWORDS,
    grammar=Expression(HOSTED),
    family=NOBODY,
    claims=NOBODY,
    wraps=Expression(HOSTED_BY),
    routes=("baseten/", "baseten:"),
    matches=MATCHES,
    near_misses=(
        *NEAR_MISSES, "baseten", "baseten-sdk", "baseten/truss", "basetenlabs/truss-2", "thinkingmachines/tinker",
    ),
)  # fmt: skip
