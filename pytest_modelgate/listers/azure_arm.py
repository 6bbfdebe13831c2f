"""How Azure Resource Manager is asked for the deployments of an account, and for the ends of the models behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from pytest_modelgate.errors import UsageError
from pytest_modelgate.listers._azure import ENDPOINTS, RETIRED, UPGRADES, azure_outcome, name_of, state_of
from pytest_modelgate.listers._reading import fields_of, is_id, linked, page, rows, segment, single, under
from pytest_modelgate.live_values import Absence, BadResponseError, Listed, Lister, Page, Request
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pytest_modelgate.listers._reading import Row

_VERSION = {"api-version": "2025-09-01"}
_SUBSCRIPTION = "AZURE_SUBSCRIPTION_ID"
_GROUP = "AZURE_RESOURCE_GROUP"
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.()-]{0,89}")
_TYPE = "Microsoft.CognitiveServices/accounts"
_ACCOUNT = re.compile(
    r"/subscriptions/[A-Za-z0-9-]+/resourceGroups/[\w.()-]+/providers/Microsoft\.CognitiveServices/accounts/[\w.-]+",
    re.ASCII | re.IGNORECASE,
)
# No deployment can be called so: the names of deployments have no such sign in them.
_BETWEEN = "@"


def _first(base: str, environment: Mapping[str, str]) -> Request:
    if _given(environment, _GROUP):
        return Request(url=under(base, f"{_path(environment)}/deployments", **_VERSION))
    chosen = f"resourceType eq '{_TYPE}' and name eq '{_account(environment)}'"
    path = f"subscriptions/{_word(environment, _SUBSCRIPTION)}/resources"
    return Request(url=under(base, f"{path}?$filter={quote(chosen)}&api-version=2021-04-01"))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"{_path(environment)}/deployments/{segment(model_id)}", **_VERSION))


def _path(environment: Mapping[str, str]) -> str:
    subscription, group = _word(environment, _SUBSCRIPTION), _word(environment, _GROUP)
    return f"subscriptions/{subscription}/resourceGroups/{group}/providers/{_TYPE}/{_account(environment)}"


def _word(environment: Mapping[str, str], name: str) -> str:
    value = _given(environment, name)
    if _WORD.fullmatch(value) is None:
        raise UsageError(f"Azure Resource Manager is not asked: set {name} to the name that the Azure portal shows")
    return value


def _account(environment: Mapping[str, str]) -> str:
    given = next((environment[name] for name in ENDPOINTS if environment.get(name)), "")
    try:
        account = (urlsplit(given).hostname or "").partition(".")[0]
    except ValueError:
        account = ""
    if _WORD.fullmatch(account) is None:
        raise UsageError(f"Azure Resource Manager is not asked: set {ENDPOINTS[0]} to the address of the resource")
    return account


def _given(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name, "").strip()


def _read(document: object, request: Request) -> Page:
    path = urlsplit(request.url).path
    if path.endswith("/resources"):
        return Page(rows=(), following=_found(document, request))
    link = fields_of(document).text("nextLink")
    following = None if link is None else linked(link, request)
    if path.endswith("/models"):
        return page(document, "value", _model, following, name="")
    if following is None and path.endswith("/deployments"):
        following = _sibling(request, f"{path.removesuffix('/deployments')}/models")
    return page(document, "value", _deployment, following, name="name")


def _found(document: object, request: Request) -> Request:
    for one in rows(document, "value"):
        id_ = one.get("id") if isinstance(one, dict) else None
        if isinstance(id_, str) and _ACCOUNT.fullmatch(id_) and "/../" not in id_:
            return _sibling(request, f"{id_}/deployments")
    raise BadResponseError(f"the subscription has no such account; set {_GROUP} if the account is in another group")


def _sibling(request: Request, path: str) -> Request:
    parts = urlsplit(request.url)
    query = "&".join(f"{name}={value}" for name, value in _VERSION.items())
    return Request(url=urlunsplit((parts.scheme, parts.netloc, path, query, "")), headers=request.headers)


def _deployment(row: Row) -> Listed | None:
    id_ = row.id("name")
    if id_ is None:
        return None
    properties = row.inner("properties")
    model = properties.inner("model")
    name, version = model.text("name"), model.text("version") or ""
    provisioned = properties.text("provisioningState")
    ready = provisioned in (None, "Succeeded")
    return Listed(
        id=id_,
        callable=ready,
        reason=None if ready else "its deployment is not ready: see its provisioning state in the Azure portal",
        stands_for=(name, version) if name is not None and is_id(name + version) else None,
        upgrades=properties.text("versionUpgradeOption") in UPGRADES,
    )


def _model(row: Row) -> Listed | None:
    # The models of an account stand bare, those of a location each in a `model`.
    model = row.inner("model") if "model" in row.fields else row
    name, version = model.text("name"), model.text("version") or ""
    id_ = f"{name}{_BETWEEN}{version}"
    if name is None or not is_id(id_):
        row.doubts.append(f"{row.named} names no model")
        return None
    model = replace(model, named=id_)
    deprecation, replacement = model.inner("deprecation"), model.inner("replacementConfig")
    day = deprecation.day("inference") or _last(model)
    firm = deprecation.text("deprecationStatus") != "Tentative"
    target = replacement.text("targetModelName")
    successor = None if target is None else name_of(target, replacement.text("targetModelVersion"))
    state = state_of(model.text("lifecycleStatus"))
    return Listed(
        id=id_,
        state=state,
        ends=day if firm else None,
        earliest=None if firm else day,
        successor=successor if is_id(successor) else None,
        callable=state is not State.RETIRED,
        reason=RETIRED if state is State.RETIRED else None,
        stands_for=(name, version),
    )


def _last(model: Row) -> date | None:
    """The last day on which some kind of deployment ends, when every kind has such a day."""
    days = [sku.day("deprecationDate") for sku in model.inners("skus")]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _whole(listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """The deployments, each with what is said of the model behind it."""
    models = {_key(row): row for row in listed if _BETWEEN in row.id}
    return tuple(_joined(row, models.get(_key(row))) for row in listed if _BETWEEN not in row.id)


def _key(row: Listed) -> tuple[str, str] | None:
    return None if row.stands_for is None else (row.stands_for[0].lower(), row.stands_for[1].lower())


def _joined(row: Listed, model: Listed | None) -> Listed:
    if model is None:
        return row
    return replace(
        row,
        state=model.state,
        ends=model.ends,
        earliest=model.earliest,
        successor=model.successor,
        callable=row.callable and model.callable,
        reason=row.reason or model.reason,
    )


def _read_one(document: object) -> Listed:
    return single(document, _deployment)


LISTER = Lister(
    surface="azure",
    name="azure-arm",
    title="Azure Resource Manager",
    keys=("AZURE_ARM_ACCESS_TOKEN",),
    default="https://management.azure.com",
    origins=re.compile(r"https://management\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)"),
    needs=((_SUBSCRIPTION,), ENDPOINTS),
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    whole=_whole,
    absence=Absence.STRONG,
    any_case=True,
    outcome=azure_outcome,
)
