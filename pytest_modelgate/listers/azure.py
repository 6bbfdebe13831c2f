"""How an Azure OpenAI resource is asked, by its dated API, for the base models that it could deploy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._azure import (
    DATA_BEARERS,
    DATA_KEYS,
    ENDPOINTS,
    ORIGINS,
    azure_outcome,
    base_model,
    endpoint,
)
from pytest_modelgate.listers._reading import page, segment, single, under
from pytest_modelgate.live_values import Absence, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.live_values import Listed, Page

_VERSION = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}(?:-preview)?")
_VERSIONS = ("OPENAI_API_VERSION", "AZURE_API_VERSION")
_DEFAULT = "2024-10-21"


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return _request(base, environment, "models")


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return _request(base, environment, f"models/{segment(model_id)}")


def _request(base: str, environment: Mapping[str, str], path: str) -> Request:
    given = next((environment[name] for name in _VERSIONS if environment.get(name)), "")
    version = given if _VERSION.fullmatch(given) else _DEFAULT
    return Request(url=under(endpoint(base), f"openai/{path}", **{"api-version": version}))


def _read(document: object, request: Request) -> Page:
    return page(document, "data", base_model)


def _read_one(document: object) -> Listed:
    return single(document, base_model)


LISTER = Lister(
    surface="azure",
    name="azure",
    title="Azure OpenAI",
    keys=DATA_KEYS,
    default=None,
    bases=ENDPOINTS,
    origins=re.compile(ORIGINS),
    header="api-key",
    bearers=DATA_BEARERS,
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.NONE,
    presence_proves=False,
    any_case=True,
    outcome=azure_outcome,
)
