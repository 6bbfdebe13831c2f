"""How a Microsoft Foundry project is asked for its deployments, and for the models behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._azure import PROJECTS, azure_outcome
from pytest_modelgate.listers._reading import fields_of, is_id, linked, page, segment, single, under
from pytest_modelgate.live_values import Absence, Listed, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page

_VERSION = {"api-version": "v1"}


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=under(base, "deployments", **_VERSION))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"deployments/{segment(model_id)}", **_VERSION))


def _listed(row: Row) -> Listed | None:
    id_ = row.id("name")
    if id_ is None:
        return None
    model, version = row.text("modelName"), row.text("modelVersion") or ""
    known = model is not None and is_id(model + version)
    return Listed(id=id_, stands_for=(model, version) if model is not None and known else None)


def _read(document: object, request: Request) -> Page:
    link = fields_of(document).text("nextLink")
    return page(document, "value", _listed, None if link is None else linked(link, request), name="name")


def _read_one(document: object) -> Listed:
    return single(document, _listed)


LISTER = Lister(
    surface="azure",
    name="foundry",
    title="a Microsoft Foundry project",
    keys=("AZURE_AI_ACCESS_TOKEN",),
    default=None,
    bases=("FOUNDRY_PROJECT_ENDPOINT", "AZURE_AI_PROJECT_ENDPOINT"),
    origins=re.compile(PROJECTS),
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.STRONG,
    any_case=True,
    outcome=azure_outcome,
)
