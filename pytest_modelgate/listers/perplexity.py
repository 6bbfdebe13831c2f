"""Asks the Perplexity API for the models of its agents, which need no key; its chat models may be missing there."""

from __future__ import annotations

import re

from pytest_modelgate.listers._openai_form import first_at, read
from pytest_modelgate.live_values import Absence, Lister

LISTER = Lister(
    surface="perplexity",
    name="perplexity",
    title="the Perplexity API",
    # The list is public, so that a key would prove nothing and is not sent.
    keys=(),
    default="https://api.perplexity.ai",
    bases=("PERPLEXITY_BASE_URL",),
    origins=re.compile(r"https://api\.perplexity\.ai"),
    first=first_at("v1/models"),
    read=read,
    absence=Absence.NONE,
)
