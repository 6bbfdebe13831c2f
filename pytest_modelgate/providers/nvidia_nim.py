"""How ids of NVIDIA's hosted NIM endpoints look: a maker and a model, in lower case."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import HOSTED, HOSTED_BY, KEYWORDS, MATCHES, NEAR_MISSES

PROVIDER = Provider(
    name="nvidia-nim",
    title="NVIDIA NIM",
    keywords=(*KEYWORDS, "stepfun-ai/", "nv-embed"),
    grammar=Expression(HOSTED),
    family=NOBODY,
    claims=NOBODY,
    wraps=Expression(HOSTED_BY),
    # `nvidia/` alone is the maker of models that other hosts serve as well, and so no route.
    routes=("nvidia_nim/", "nvidia-nim/", "nvidia_nim:", "nvidia:"),
    matches=(
        *(text for text in MATCHES if not text.startswith("thinking")), "stepfun-ai/step-4-flash",
        "nvidia/llama-4-nemotron-ultra-253b-v1", "nvidia/nv-embedqa-e5-v5-nemotron", "minimaxai/minimax-m3",
    ),
    near_misses=(*NEAR_MISSES, "stepfun-ai/", "stepfun-ai/step", "nvidia_nim", "nvidia-smi-535", "nvidia/nim-deploy"),
)  # fmt: skip
