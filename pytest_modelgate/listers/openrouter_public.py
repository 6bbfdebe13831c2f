"""Asks OpenRouter for all its models without a key, whatever an account's settings allow."""

from __future__ import annotations

from dataclasses import replace

from pytest_modelgate.listers._openai_form import first_at
from pytest_modelgate.listers.openrouter import LISTER as WITH_KEY

LISTER = replace(
    WITH_KEY,
    name="openrouter-public",
    title="OpenRouter's public list",
    keys=(),
    first=first_at("api/v1/models", output_modalities="all"),
    one=None,
    read_one=None,
    # The account's settings may forbid what is listed.
    presence_proves=False,
)
