"""Asks a LocalAI server for its models."""

from __future__ import annotations

from pytest_modelgate.listers._openai_form import LOOPBACK, first_at, read
from pytest_modelgate.listers._surfaces import LOCAL
from pytest_modelgate.live_values import Absence, Lister

LISTER = Lister(
    surface=LOCAL,
    name="localai",
    title="the LocalAI server",
    # API_KEY, which it reads as well, may be anybody's.
    keys=("LOCALAI_API_KEY",),
    keyless=True,
    default="http://127.0.0.1:8080",
    origins=LOOPBACK,
    first=first_at("v1/models"),
    read=read,
    absence=Absence.WEAK,
    presence_proves=False,
)
