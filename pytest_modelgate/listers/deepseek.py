"""Asks the DeepSeek API for the ids of its models, of which it says nothing else."""

from __future__ import annotations

import re

from pytest_modelgate.listers._errors import unpaid
from pytest_modelgate.listers._openai_form import first_at, read
from pytest_modelgate.live_values import Absence, Lister

LISTER = Lister(
    surface="deepseek",
    name="deepseek",
    title="the DeepSeek API",
    keys=("DEEPSEEK_API_KEY",),
    default="https://api.deepseek.com",
    origins=re.compile(r"https://api\.deepseek\.com"),
    first=first_at("models"),
    read=read,
    # Names of older models may be taken without being listed.
    absence=Absence.WEAK,
    outcome=unpaid,
)
