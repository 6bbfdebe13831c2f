"""The ids that clouds serve under, freed from what a caller may put before or after them."""

from __future__ import annotations

import re

_REGION = re.compile(r"(?:global|us-gov|us|eu|apac|au|jp|ca|in|uk)\.(?=[a-z0-9]+\.)")


def bedrock(id_: str) -> str:
    """The foundation model of a Bedrock id: an inference profile is the same model behind a region's prefix."""
    return _REGION.sub("", id_, count=1) if _REGION.match(id_) else id_


def vertex(id_: str) -> tuple[str, ...]:
    """The spellings of a Vertex id: `@default` says nothing, and partners' models go with or without the partner."""
    plain = id_.removesuffix("@default")
    return tuple(dict.fromkeys((plain, plain.rpartition("/")[2])))
