"""How ids of Novita look: a maker and an open model, in lower case."""

from __future__ import annotations

from pytest_modelgate.expressions import Expression
from pytest_modelgate.kinds import NOBODY, Provider
from pytest_modelgate.providers._open_models import HOSTED, HOSTED_BY, KEYWORDS, MATCHES, NAME, NEAR_MISSES

PROVIDER = Provider(
    name="novita",
    title="Novita",
    keywords=(
        *KEYWORDS, "inclusionai", "nex-agi/", "euryale", "airoboros", "ernie-4", "ernie-5", "baichuan", "paddleocr-",
    ),
    grammar=Expression(
        rf"{HOSTED}|(?:deepseek|gryphe|jondurbin|minimax|nex-agi|paddlepaddle|sophosympatheia)/{NAME}"
        r"|deepseek/deepseek-ocr|paddlepaddle/paddleocr-vl"
    ),
    family=NOBODY,
    claims=NOBODY,
    wraps=Expression(HOSTED_BY),
    routes=("novita-ai/", "novita/", "novita:"),
    matches=(
        *MATCHES, "deepseek/deepseek-v5", "deepseek/deepseek-ocr-2", "deepseek/deepseek-ocr", "minimax/minimax-m4",
        "inclusionai/ling-4.0-1t", "baidu/ernie-5.0-300b-a47b", "sao10k/l4-70b-euryale-v3", "nex-agi/nex-n3-pro",
    ),
    near_misses=(
        *NEAR_MISSES, "novita", "novita-ai", "novita-client", "deepseek/deepseek", "deepseek/deepseek-coder.py",
        "minimax/minimax", "baidu/amis", "paddlepaddle/paddle", "paddlepaddle/paddleocr",
    ),
)  # fmt: skip
