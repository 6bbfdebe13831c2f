"""How the Claude API is asked for its models, retired ones included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from pytest_modelgate.listers._reading import error_of, fields_of, page, segment, single, token, under, with_query
from pytest_modelgate.live_values import Absence, BadResponseError, Listed, Lister, Outcome, Request
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page

_ORIGINS = re.compile(r"https://api\.anthropic\.com")
_STATES = {"deprecated": State.DEPRECATED, "retired": State.RETIRED}
_QUOTA = ("enforced_spend_limit_reached", "contract_spend_limit_reached")
_QUERY = urlencode([("limit", "1000"), *(("lifecycle[]", stage) for stage in ("active", *_STATES))])


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=f"{under(base, 'v1/models')}?{_QUERY}", headers=_headers(base))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"v1/models/{segment(model_id)}"), headers=_headers(base))


def _headers(base: str) -> dict[str, str]:
    # The version that has lifecycles; gateways may know none but the old one.
    own = _ORIGINS.fullmatch(base.rstrip("/"))
    return {"anthropic-version": "2026-10-21" if own else "2023-06-01"}


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    if id_ is None:
        return None
    state = _STATES.get(row.text("lifecycle") or "")
    return Listed(
        id=id_,
        state=state,
        announced=row.day("deprecated_at"),
        ends=row.day("retires_at"),
        callable=state is not State.RETIRED,
        reason="Anthropic lists it as retired" if state is State.RETIRED else None,
    )


def _read(document: object, request: Request) -> Page:
    fields = fields_of(document)
    following = None
    if fields.flag("has_more"):
        last = token(fields, "last_id")
        if last is None:
            raise BadResponseError("the answer says that there is more, and not after which model")
        following = with_query(request, after_id=last)
    return page(document, "data", _listed, following)


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _outcome(answer: Answer) -> Outcome | None:
    error = error_of(answer)
    kind, detail = error.text("type"), error.inner("details").text("error_code") or ""
    if detail in _QUOTA or kind == "billing_error":
        return Outcome.QUOTA
    if answer.status == 400 and (detail == "organization_on_hold" or "workspace" in detail):
        return Outcome.KEY_SCOPE
    if answer.status == 403 and kind == "permission_error":
        return Outcome.KEY_SCOPE
    return None


LISTER = Lister(
    surface="anthropic",
    name="anthropic",
    title="the Claude API",
    keys=("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"),
    default="https://api.anthropic.com",
    bases=("ANTHROPIC_BASE_URL",),
    origins=_ORIGINS,
    header="x-api-key",
    bearers=frozenset({"ANTHROPIC_AUTH_TOKEN"}),
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.AFTER_RETRIEVE,
    outcome=_outcome,
)
