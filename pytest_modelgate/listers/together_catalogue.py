"""Asks Together for its catalogue, which says what is deprecated and what needs a dedicated endpoint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._errors import unpaid
from pytest_modelgate.listers._openai_form import below
from pytest_modelgate.listers._reading import fields_of, is_id, page, token, with_query
from pytest_modelgate.live_values import Absence, Listed, Lister, Request
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page


def _first(base: str, environment: Mapping[str, str]) -> Request:
    # The variable that names the base is shared with the first API.
    return Request(url=below(base.rstrip("/").removesuffix("/v1"), "v2/supported-models", limit="100"))


def _listed(row: Row) -> Listed | None:
    id_ = row.id("name")
    if id_ is None:
        return None
    endpoint = row.text("serverlessEndpoint")
    products = row.texts("products")
    apart = bool(products) and "PRODUCT_SERVERLESS" not in products
    return Listed(
        id=id_,
        aliases=(endpoint,) if endpoint is not None and is_id(endpoint) and endpoint != id_ else (),
        state=State.DEPRECATED if row.text("status") == "SUPPORTED_MODEL_STATUS_DEPRECATED" else None,
        callable=not apart,
        reason="it needs a dedicated endpoint" if apart else None,
        actions=row.texts("capabilities") or None,
    )


def _read(document: object, request: Request) -> Page:
    more = token(fields_of(document), "next_cursor")
    following = None if more is None else with_query(request, after=more)
    return page(document, "data", _listed, following, name="name")


LISTER = Lister(
    surface="together",
    name="together-catalogue",
    title="Together's catalogue",
    keys=("TOGETHER_API_KEY", "TOGETHERAI_API_KEY"),
    default="https://api.together.ai",
    bases=("TOGETHER_BASE_URL",),
    origins=re.compile(r"https://api\.together\.(?:xyz|ai)"),
    first=_first,
    read=_read,
    absence=Absence.WEAK,
    presence_proves=False,
    outcome=unpaid,
)
