"""Asks the Groq API for its models, which say whether they are active."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import first_at, one_at
from pytest_modelgate.listers._reading import error_of, page, single
from pytest_modelgate.live_values import Absence, Listed, Lister, Outcome

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page, Request

_CODES = {
    "model_decommissioned": Outcome.GONE,
    "model_permission_blocked_org": Outcome.NO_ACCESS,
    "model_permission_blocked_project": Outcome.NO_ACCESS,
    "model_terms_required": Outcome.NO_ACCESS,
}


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    if id_ is None:
        return None
    idle = row.flag("active") is False
    return Listed(id=id_, callable=not idle, reason="Groq lists it as not active" if idle else None)


def _read(document: object, request: Request) -> Page:
    return page(document, "data", _listed)


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _outcome(answer: Answer) -> Outcome | None:
    """What is wrong with the model has a code; a country that is not served gets a bare "Forbidden"."""
    error = error_of(answer)
    code = error.text("code")
    if answer.status == 403 and code is None and error.text("message") == "Forbidden":
        return Outcome.REGION
    return _CODES.get(code or "") if answer.status >= 400 else None


LISTER = Lister(
    surface="groq",
    name="groq",
    title="the Groq API",
    keys=("GROQ_API_KEY",),
    default="https://api.groq.com",
    bases=("GROQ_BASE_URL",),
    origins=re.compile(r"https://api\.groq\.com"),
    first=first_at("openai/v1/models"),
    read=_read,
    one=one_at("openai/v1/models"),
    read_one=_read_one,
    absence=Absence.STRONG,
    # The limits of an organization or a project may block what is listed.
    presence_proves=False,
    outcome=_outcome,
)
