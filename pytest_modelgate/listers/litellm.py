"""Asks a LiteLLM proxy for the names that it routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import NOWHERE, first_at, one_at, read_one
from pytest_modelgate.listers._proxies import read
from pytest_modelgate.listers._reading import error_of
from pytest_modelgate.listers._surfaces import GATEWAY
from pytest_modelgate.live_values import Absence, Lister, Outcome

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Answer

_TYPES = {
    "auth_error": Outcome.KEY_INVALID,
    "expired_key": Outcome.KEY_INVALID,
    "token_not_found_in_db": Outcome.KEY_INVALID,
    # A proxy without a database knows no key but its own, and looks for any other there.
    "no_db_connection": Outcome.KEY_INVALID,
    "budget_exceeded": Outcome.QUOTA,
}


def _outcome(answer: Answer) -> Outcome | None:
    """The proxy's own types; a 404 for one model has nothing but a `detail`, as has one for an unknown address."""
    if answer.status < 400:
        return None
    error = error_of(answer)
    kind = error.text("type") or ""
    if kind.endswith("_model_access_denied"):
        return Outcome.NO_ACCESS
    if answer.status == 404 and (error.text("detail") or "").startswith("The model "):
        return Outcome.NOT_FOUND
    return _TYPES.get(kind)


LISTER = Lister(
    surface=GATEWAY,
    name="litellm",
    title="the LiteLLM proxy",
    keys=("LITELLM_PROXY_API_KEY", "LITELLM_API_KEY"),
    keyless=True,
    default=None,
    bases=("LITELLM_PROXY_API_BASE",),
    origins=NOWHERE,
    first=first_at("v1/models"),
    read=read,
    one=one_at("v1/models"),
    read_one=read_one,
    # What a pattern of the proxy allows is listed from a map, not from the provider.
    absence=Absence.WEAK,
    presence_proves=False,
    outcome=_outcome,
)
