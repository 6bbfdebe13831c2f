"""Asks a vLLM server for the names that it serves, adapters included."""

from __future__ import annotations

from pytest_modelgate.listers._openai_form import LOOPBACK, first_at, read
from pytest_modelgate.listers._surfaces import LOCAL
from pytest_modelgate.live_values import Absence, Lister

LISTER = Lister(
    surface=LOCAL,
    name="vllm",
    title="the vLLM server",
    keys=("VLLM_API_KEY", "HOSTED_VLLM_API_KEY"),
    keyless=True,
    default=None,
    bases=("VLLM_BASE_URL", "HOSTED_VLLM_API_BASE"),
    origins=LOOPBACK,
    first=first_at("v1/models"),
    read=read,
    absence=Absence.STRONG,
)
