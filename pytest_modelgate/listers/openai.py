"""How the OpenAI API is asked for its models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._reading import error_of, is_id, page, segment, single, under
from pytest_modelgate.live_values import Absence, Listed, Lister, Outcome, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page

_SCOPES = (("OPENAI_ORG_ID", "OpenAI-Organization"), ("OPENAI_PROJECT_ID", "OpenAI-Project"))
_CODES = {
    "invalid_api_key": Outcome.KEY_INVALID,
    "mismatched_project": Outcome.KEY_SCOPE,
    "ip_not_authorized": Outcome.IP_BLOCKED,
    "unsupported_country_region_territory": Outcome.REGION,
    "insufficient_quota": Outcome.QUOTA,
    "credit_balance_exhausted": Outcome.QUOTA,
    "organization_spend_limit_exceeded": Outcome.QUOTA,
    "project_spend_limit_exceeded": Outcome.QUOTA,
    "organization_usage_limit_exceeded": Outcome.QUOTA,
    "rate_limit_exceeded": Outcome.RATE_LIMITED,
    "slow_down": Outcome.RATE_LIMITED,
}


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=under(base, "models"), headers=_headers(environment))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"models/{segment(model_id)}"), headers=_headers(environment))


def _headers(environment: Mapping[str, str]) -> dict[str, str]:
    return {header: environment[name] for name, header in _SCOPES if is_id(environment.get(name))}


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    return None if id_ is None else Listed(id=id_, ends=row.day("shutdown_date"))


def _read(document: object, request: Request) -> Page:
    return page(document, "data", _listed)


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _outcome(answer: Answer) -> Outcome | None:
    error = error_of(answer)
    code, kind, message = (error.text(key) or "" for key in ("code", "type", "message"))
    if answer.status == 404 and code == "model_not_found":
        return Outcome.GONE if "has been deprecated" in message else Outcome.NOT_FOUND
    if answer.status == 403 and code == "model_not_found":
        return Outcome.NO_ACCESS
    named = _CODES.get(code) or _CODES.get(kind)
    if named is not None:
        return named
    # A key without a scope, and a key of an organisation's former member, are refused with 401 and without a code.
    if answer.status == 401 and ("Missing scopes" in message or "member of an organization" in message):
        return Outcome.KEY_SCOPE
    return Outcome.KEY_SCOPE if answer.status == 403 and error.fields else None


LISTER = Lister(
    surface="openai",
    name="openai",
    title="the OpenAI API",
    keys=("OPENAI_API_KEY",),
    default="https://api.openai.com/v1",
    bases=("OPENAI_BASE_URL",),
    origins=re.compile(r"https://(?:[a-z]{2}\.)?api\.openai\.com"),
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.STRONG,
    outcome=_outcome,
)
