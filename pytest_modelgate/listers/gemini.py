"""How the Gemini API is asked for its models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._google import google_outcome
from pytest_modelgate.listers._reading import fields_of, page, segment, single, token, under, with_query
from pytest_modelgate.live_values import Absence, Listed, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page

_PREFIX = "models/"
_VERSION = re.compile(r"v[1-9][a-z0-9]{0,15}")


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=under(base, f"{_version(environment)}/models", pageSize="1000"))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"{_version(environment)}/models/{segment(_normal(model_id))}"))


def _version(environment: Mapping[str, str]) -> str:
    # v1 lists no previews.
    given = environment.get("GOOGLE_GENAI_API_VERSION", "")
    return given if _VERSION.fullmatch(given) else "v1beta"


def _listed(row: Row) -> Listed | None:
    id_ = row.id("name", _PREFIX)
    return None if id_ is None else Listed(id=id_, actions=row.texts("supportedGenerationMethods") or None)


def _read(document: object, request: Request) -> Page:
    following = token(fields_of(document), "nextPageToken")
    more = None if following is None else with_query(request, pageToken=following)
    return page(document, "models", _listed, more, name="name")


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _normal(model_id: str) -> str:
    return model_id.removeprefix(_PREFIX)


def _covers(model_id: str) -> bool:
    return not model_id.startswith("tunedModels/")


LISTER = Lister(
    surface="gemini",
    name="gemini",
    title="the Gemini API",
    keys=("GOOGLE_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"),
    default="https://generativelanguage.googleapis.com",
    bases=("GOOGLE_GEMINI_BASE_URL",),
    origins=re.compile(r"https://generativelanguage\.googleapis\.com"),
    header="x-goog-api-key",
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.STRONG,
    presence_proves=False,
    normal=_normal,
    covers=_covers,
    outcome=google_outcome,
)
