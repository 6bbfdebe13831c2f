"""What the ways to ask Azure have in common: its endpoints, its words for lifecycles, and what its errors mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._reading import error_of, is_id
from pytest_modelgate.live_values import Listed, Outcome
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_CLOUD = r"azure\.(?:com|us|cn)"
ORIGINS = rf"https://{_LABEL}\.(?:openai|services\.ai|cognitiveservices)\.{_CLOUD}"
PROJECTS = rf"https://{_LABEL}\.services\.ai\.{_CLOUD}"
DATA_KEYS = ("AZURE_OPENAI_AD_TOKEN", "AZURE_OPENAI_API_KEY", "AZURE_API_KEY")
DATA_BEARERS = frozenset({"AZURE_OPENAI_AD_TOKEN"})
ENDPOINTS = ("AZURE_OPENAI_ENDPOINT", "AZURE_API_BASE")
UPGRADES = ("OnceNewDefaultVersionAvailable", "OnceCurrentVersionExpired")
RETIRED = "Azure lists its model as retired, and answers calls with 410"
_STATES = {"deprecated": State.RETIRED, "deprecating": State.DEPRECATED, "legacy": State.LEGACY}
_CODES = {
    "PermissionDenied": Outcome.KEY_SCOPE,
    "AuthorizationFailed": Outcome.KEY_SCOPE,
    "LinkedAuthorizationFailed": Outcome.KEY_SCOPE,
    "InvalidAuthenticationToken": Outcome.KEY_INVALID,
    "InvalidAuthenticationTokenTenant": Outcome.KEY_INVALID,
    "ExpiredAuthenticationToken": Outcome.KEY_INVALID,
    "AuthenticationFailed": Outcome.KEY_INVALID,
    "AuthenticationFailedMissingToken": Outcome.KEY_INVALID,
    "DeploymentNotFound": Outcome.NOT_FOUND,
    "ResourceNotFound": Outcome.NOT_FOUND,
    "ParentResourceNotFound": Outcome.WRONG_ENDPOINT,
    "ResourceGroupNotFound": Outcome.WRONG_ENDPOINT,
    "SubscriptionNotFound": Outcome.WRONG_ENDPOINT,
    "InvalidSubscriptionId": Outcome.WRONG_ENDPOINT,
    "InvalidApiVersionParameter": Outcome.WRONG_ENDPOINT,
    "UnsupportedApiVersion": Outcome.WRONG_ENDPOINT,
    "insufficient_quota": Outcome.QUOTA,
    "QuotaExceeded": Outcome.QUOTA,
}
_FIREWALL = ("Virtual Network", "Firewall", "Public access is disabled")
_DATED = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)


def endpoint(base: str) -> str:
    """The address of the resource, in whichever of Azure's forms it is given."""
    return re.split(r"(?<!/)/(?:openai|api|models)(?:/|$)", base.rstrip("/"), maxsplit=1)[0]


def state_of(status: str | None) -> State | None:
    """The state that a lifecycle status amounts to, as ARM or the data plane spells it."""
    return _STATES.get((status or "").replace("-", "").replace("_", "").lower())


def name_of(model: str, version: str | None) -> str:
    """A model with its version where the table writes the two as one: with a dated version."""
    return f"{model}-{version}" if version is not None and _DATED.fullmatch(version) else model


def base_model(row: Row) -> Listed | None:
    """A row of the data plane's list: a model that the resource could deploy."""
    id_ = row.id("id")
    if id_ is None:
        return None
    state = state_of(row.text("lifecycle_status"))
    able = row.inner("capabilities")
    usable = state is not State.RETIRED and able.flag("inference") is not False
    reason = RETIRED if state is State.RETIRED else "Azure lists it as unable to answer calls: it serves fine-tuning"
    shutdown = row.day("shutdown_date")
    return Listed(
        id=id_,
        state=state,
        ends=shutdown if shutdown is not None else row.inner("deprecation").day("inference"),
        callable=usable,
        reason=None if usable else reason,
        actions=tuple(sorted(name for name in able.fields if able.flag(name) and is_id(name))) or None,
    )


def azure_outcome(answer: Answer) -> Outcome | None:
    """What an answer means where that follows from Azure's codes."""
    error = error_of(answer)
    code, message = error.text("code") or "", error.text("message") or ""
    if answer.status == 403 and any(mark in message for mark in _FIREWALL):
        return Outcome.IP_BLOCKED
    if code in _CODES:
        return _CODES[code]
    if answer.status == 401:
        return Outcome.KEY_INVALID
    if answer.status == 404 and code == "404":
        return Outcome.WRONG_ENDPOINT
    return Outcome.GONE if answer.status == 410 else None
