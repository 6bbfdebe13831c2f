"""A provider at https://api.acme.test whose keys are ACME_API_KEY and ACME_OTHER_KEY."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pytest_modelgate.live_values import Absence, BadResponseError, Listed, Lister, Page, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = "sk-proj-AbCdEfGh0123456789_xyz-END"


def acme(**given: Any) -> Lister:
    """How Acme is asked; given fields replace its own."""
    usual: dict[str, Any] = {
        "surface": "acme",
        "name": "acme",
        "title": "Acme",
        "keys": ("ACME_API_KEY", "ACME_OTHER_KEY"),
        "default": "https://api.acme.test/v1",
        "bases": ("ACME_BASE_URL",),
        "origins": re.compile(r"https://(?:[a-z]{2}\.)?api\.acme\.test"),
        "first": _first,
        "read": _read,
        "one": _one,
        "read_one": _read_one,
        "absence": Absence.STRONG,
    }
    return Lister(**{**usual, **given})


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=f"{base}/models?limit=1000")


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=f"{base}/models/{model_id}")


def _read(document: object, request: Request) -> Page:
    """`{"data": [{"id": ..}], "next": "https://.."}`."""
    if not isinstance(document, dict) or not isinstance(document.get("data"), list):
        raise BadResponseError("`data` in the answer is no list")
    following = document.get("next")
    return Page(
        rows=tuple(_read_one(row) for row in document["data"]),
        following=None if following is None else Request(url=following),
        doubts=tuple(document.get("doubts", ())),
    )


def _read_one(document: object) -> Listed:
    if not isinstance(document, dict) or "id" not in document:
        raise BadResponseError("the answer names no model")
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in document.items()
    }
    return Listed(**fields)
