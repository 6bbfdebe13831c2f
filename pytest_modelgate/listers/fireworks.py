"""Asks Fireworks for the models that it publishes, which name the day on which their serverless deployment goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import below
from pytest_modelgate.listers._reading import fields_of, page, token, with_query
from pytest_modelgate.live_values import Absence, Listed, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page

_PREFIX = "accounts/fireworks/models/"


def _first(base: str, environment: Mapping[str, str]) -> Request:
    # A base for inference is below the address that lists.
    root = base.rstrip("/").removesuffix("/v1").removesuffix("/inference")
    return Request(url=below(root, "v1/accounts/fireworks/models", pageSize="200"))


def _listed(row: Row) -> Listed | None:
    id_ = row.id("name")
    if id_ is None:
        return None
    reason = None
    if row.flag("supportsServerless") is False:
        reason = "it is not served serverless, and needs a deployment of your own"
    elif row.text("state") == "UPLOADING":
        reason = "it is still being uploaded"
    return Listed(id=id_, ends=row.day("deprecationDate"), callable=reason is None, reason=reason)


def _read(document: object, request: Request) -> Page:
    more = token(fields_of(document), "nextPageToken")
    following = None if more is None else with_query(request, pageToken=more)
    return page(document, "models", _listed, following, name="name")


def _normal(model_id: str) -> str:
    return model_id if "/" in model_id else _PREFIX + model_id


def _covers(model_id: str) -> bool:
    """Other accounts' models are in lists of their own, and what names a deployment after `#` in none."""
    return _normal(model_id).startswith(_PREFIX) and "#" not in model_id


LISTER = Lister(
    surface="fireworks",
    name="fireworks",
    title="Fireworks",
    keys=("FIREWORKS_API_KEY", "FIREWORKS_AI_API_KEY"),
    default="https://api.fireworks.ai",
    bases=("FIREWORKS_BASE_URL",),
    origins=re.compile(r"https://api\.fireworks\.ai"),
    first=_first,
    read=_read,
    absence=Absence.STRONG,
    normal=_normal,
    covers=_covers,
)
