"""Asks the Cohere API for its models, which say whether they are deprecated and for which endpoints they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import first_at, one_at
from pytest_modelgate.listers._reading import error_of, fields_of, page, single, token, with_query
from pytest_modelgate.live_values import Absence, Listed, Lister, Outcome
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page, Request

_BROKEN = {498: Outcome.KEY_INVALID, 499: Outcome.UNAVAILABLE}


def _listed(row: Row) -> Listed | None:
    id_ = row.id("name")
    if id_ is None:
        return None
    return Listed(
        id=id_,
        state=State.DEPRECATED if row.flag("is_deprecated") else None,
        actions=row.texts("endpoints") if "endpoints" in row.fields else None,
    )


def _read(document: object, request: Request) -> Page:
    more = token(fields_of(document), "next_page_token")
    following = None if more is None else with_query(request, page_token=more)
    return page(document, "models", _listed, following, name="name")


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _outcome(answer: Answer) -> Outcome | None:
    """Codes of its own; a 404 has nothing but a message, which tells an unknown model from an unknown address."""
    said = error_of(answer).text("message") or ""
    if answer.status == 404 and said.startswith("model "):
        return Outcome.GONE if " was removed on " in said else Outcome.NOT_FOUND
    return _BROKEN.get(answer.status)


LISTER = Lister(
    surface="cohere",
    name="cohere",
    title="the Cohere API",
    keys=("CO_API_KEY", "COHERE_API_KEY"),
    default="https://api.cohere.com",
    bases=("CO_API_URL",),
    origins=re.compile(r"https://api\.cohere\.com"),
    first=first_at("v1/models", page_size="1000"),
    read=_read,
    one=one_at("v1/models"),
    read_one=_read_one,
    absence=Absence.STRONG,
    outcome=_outcome,
)
