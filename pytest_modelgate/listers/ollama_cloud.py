"""Asks Ollama Cloud for its models."""

from __future__ import annotations

import re
from dataclasses import replace

from pytest_modelgate.listers._ollama import tagged
from pytest_modelgate.listers.ollama import LISTER as SERVER


def _normal(model_id: str) -> str:
    """Where the local server is asked, the tag says that the cloud is meant."""
    name, colon, tag = model_id.partition(":")
    return tagged(f"{name}{colon}{tag.removesuffix('-cloud')}" if tag != "cloud" else name)


LISTER = replace(
    SERVER,
    surface="ollama-cloud",
    name="ollama-cloud",
    title="Ollama Cloud",
    keys=("OLLAMA_API_KEY",),
    default="https://ollama.com",
    bases=(),
    address=str,
    origins=re.compile(r"https://ollama\.com"),
    normal=_normal,
)
