"""Asks OpenRouter for the models that the account's settings allow, with the day on which each may be removed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._errors import unpaid
from pytest_modelgate.listers._openai_form import below, first_at
from pytest_modelgate.listers._reading import (
    error_of,
    fields_of,
    is_id,
    linked,
    page,
    rows,
    segment,
    single,
    token,
    with_query,
)
from pytest_modelgate.live_values import Absence, Listed, Lister, Outcome, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page

_FULL_PAGE = "1000"
# What is free of charge is listed, and ends, apart.
_ROUTED = re.compile(r"(?::(?:nitro|floor|online|exacto|thinking|extended|beta|batch))+\Z")
_ENDED = re.compile(r"\b(?:deprecated|retired|no longer)\b")
_OFFSET = re.compile(r"[?&]offset=(\d{1,6})(?:&|\Z)")


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    if id_ is None:
        return None
    target = row.inner("alias_target").text("slug")
    slug = row.text("canonical_slug")
    # A variant and an alias bear the slug of another row.
    own = slug if target is None and ":" not in id_ and is_id(slug) and slug != id_ else None
    return Listed(
        id=id_,
        aliases=() if own is None else (own,),
        ends=row.day("expiration_date"),
        stands_for=(target, "") if target is not None and is_id(target) else None,
    )


def _following(document: object, request: Request) -> Request | None:
    """The page that is linked; else, where fewer rows came than there are, that which begins after them."""
    link = token(fields_of(document).inner("links"), "next")
    if link is not None:
        return linked(link, request)
    total = fields_of(document).fields.get("total_count")
    here = _OFFSET.search(request.url)
    after = (int(here[1]) if here else 0) + len(rows(document, "data"))
    if isinstance(total, int) and total > after and rows(document, "data"):
        return with_query(request, offset=str(after), limit=_FULL_PAGE)
    return None


def _read(document: object, request: Request) -> Page:
    return page(document, "data", _listed, _following(document, request))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    # The author and the name of a model are two segments.
    author, slash, name = model_id.partition("/")
    return Request(url=f"{below(base, 'api/v1/model')}/{segment(author)}{slash}{segment(name) if slash else ''}")


def _read_one(document: object) -> Listed:
    return single(document, _listed, "data")


def _normal(model_id: str) -> str:
    return _ROUTED.sub("", model_id)


def _covers(model_id: str) -> bool:
    """What an account calls its own sets of parameters is in no list."""
    return "@preset/" not in model_id


def _outcome(answer: Answer) -> Outcome | None:
    """The code is the status again, so that only the message tells what is unknown from what the settings forbid.

    What it says of an end is understood as everybody's words are.
    """
    error = error_of(answer)
    said = error.text("message") or ""
    if error.fields.get("code") == answer.status and answer.status in (400, 404) and not _ENDED.search(said):
        if answer.status == 404:
            return Outcome.NO_ACCESS if said.startswith("No endpoints found") else Outcome.NOT_FOUND
        return Outcome.NOT_FOUND if "not a valid model ID" in said else None
    return unpaid(answer)


LISTER = Lister(
    surface="openrouter",
    name="openrouter",
    title="OpenRouter",
    keys=("OPENROUTER_API_KEY",),
    default="https://openrouter.ai/api/v1",
    bases=("OPENROUTER_API_BASE",),
    origins=re.compile(r"https://(?:eu\.)?openrouter\.ai"),
    first=first_at("api/v1/models/user", output_modalities="all"),
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.STRONG,
    normal=_normal,
    covers=_covers,
    outcome=_outcome,
)
