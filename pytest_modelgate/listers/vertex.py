"""How Vertex AI is asked for the models of the publishers in its Model Garden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from pytest_modelgate.listers._google import google_outcome
from pytest_modelgate.listers._reading import fields_of, is_id, page, segment, single, token, under, with_query
from pytest_modelgate.live_values import Absence, Listed, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page

_PUBLISHERS = ("google", "anthropic", "meta", "mistralai")
_NAME = re.compile(r"(?:.*/)?publishers/(?P<publisher>[^/]+)/models/(?P<id>.+)")
_OWNERS = (
    ("claude", "anthropic"),
    ("llama", "meta"),
    *((name, "mistralai") for name in ("mistral", "ministral", "codestral")),
)


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return _list_of(_PUBLISHERS[0], Request(url=under(base, "v1beta1")))


def _list_of(publisher: str, request: Request) -> Request:
    path = f"/v1beta1/publishers/{publisher}/models"
    here = urlsplit(request.url)
    root = here.path.partition("/v1beta1")[0]
    return Request(url=urlunsplit((*here[:2], root + path, "pageSize=100&listAllVersions=true", "")))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    named = _NAME.fullmatch(model_id)
    publisher, slash, bare = ("", "", model_id) if named else model_id.rpartition("/")
    if named:
        publisher, bare = named["publisher"], named["id"]
    elif not slash:
        publisher = next((owner for word, owner in _OWNERS if bare.startswith(word)), "google")
    return Request(url=under(base, f"v1/publishers/{segment(publisher)}/models/{segment(bare)}"))


def _listed(row: Row) -> Listed | None:
    whole = row.id("name")
    if whole is None:
        return None
    named = _NAME.fullmatch(whole)
    if named is None:
        row.doubts.append(f"{row.named} is no model of a publisher")
        return None
    id_, version = named["id"], row.text("versionId")
    prefix = f"{named['publisher']}/"
    if version is None or version == "default" or "@" in id_ or id_.endswith(version) or not is_id(f"{id_}@{version}"):
        return Listed(id=id_, aliases=(prefix + id_,))
    return Listed(id=f"{id_}@{version}", aliases=(id_, prefix + id_, f"{prefix}{id_}@{version}"))


def _read(document: object, request: Request) -> Page:
    fields = fields_of(document)
    more = token(fields, "nextPageToken")
    following = None if more is None else with_query(request, pageToken=more)
    if following is None:
        publisher = urlsplit(request.url).path.rpartition("/publishers/")[2].partition("/")[0]
        left = _PUBLISHERS[_PUBLISHERS.index(publisher) + 1 :] if publisher in _PUBLISHERS else ()
        following = _list_of(left[0], request) if left else None
    # A publisher without models is answered with an empty object.
    found = document if fields.fields.keys() - {"nextPageToken"} else {"publisherModels": []}
    return page(found, "publisherModels", _listed, following, name="name")


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _normal(model_id: str) -> str:
    named = _NAME.fullmatch(model_id)
    return (named["id"] if named else model_id).removesuffix("@default")


LISTER = Lister(
    surface="vertex",
    name="vertex",
    title="Vertex AI",
    keys=(),
    default="https://aiplatform.googleapis.com",
    origins=re.compile(
        r"https://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?-)?aiplatform\.googleapis\.com"
        r"|https://aiplatform\.(?:us|eu)\.rep\.googleapis\.com"
    ),
    header="adc",
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.WEAK,
    presence_proves=False,
    normal=_normal,
    outcome=google_outcome,
)
