"""Asks Together for the models of its first API: a bare list, dedicated endpoints' models included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._errors import unpaid
from pytest_modelgate.listers._openai_form import first_at
from pytest_modelgate.listers._reading import page
from pytest_modelgate.live_values import Absence, Listed, Lister

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page, Request


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    kind = row.text("type")
    return None if id_ is None else Listed(id=id_, actions=None if kind is None else (kind,))


def _read(document: object, request: Request) -> Page:
    return page(document, None, _listed)


LISTER = Lister(
    surface="together",
    name="together",
    title="Together",
    keys=("TOGETHER_API_KEY", "TOGETHERAI_API_KEY"),
    default="https://api.together.xyz",
    bases=("TOGETHER_BASE_URL",),
    origins=re.compile(r"https://api\.together\.(?:xyz|ai)"),
    first=first_at("v1/models"),
    read=_read,
    absence=Absence.WEAK,
    # A listed model may need a dedicated endpoint.
    presence_proves=False,
    outcome=unpaid,
)
