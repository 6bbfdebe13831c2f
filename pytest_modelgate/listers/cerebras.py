"""Asks the Cerebras API for its models; a single one may say that it is deprecated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._errors import unknown_model
from pytest_modelgate.listers._openai_form import first_at, one_at
from pytest_modelgate.listers._reading import page, single
from pytest_modelgate.live_values import Absence, Listed, Lister
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page, Request


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    return None if id_ is None else Listed(id=id_, state=State.DEPRECATED if row.flag("deprecated") else None)


def _read(document: object, request: Request) -> Page:
    return page(document, "data", _listed)


def _read_one(document: object) -> Listed:
    return single(document, _listed)


LISTER = Lister(
    surface="cerebras",
    name="cerebras",
    title="the Cerebras API",
    keys=("CEREBRAS_API_KEY",),
    default="https://api.cerebras.ai",
    bases=("CEREBRAS_BASE_URL",),
    origins=re.compile(r"https://api\.cerebras\.ai"),
    first=first_at("v1/models"),
    read=_read,
    one=one_at("v1/models"),
    read_one=_read_one,
    absence=Absence.AFTER_RETRIEVE,
    outcome=unknown_model,
)
