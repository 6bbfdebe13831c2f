"""Asks the xAI API for its language models, whose rows name their aliases.

Where a host in front of it knows only `/v1/models`, the form of that list is read as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import first_at, one_at
from pytest_modelgate.listers._reading import error_of, fields_of, page, single
from pytest_modelgate.live_values import Absence, Listed, Lister, Outcome

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page, Request

_NO_LANGUAGE = re.compile(r"image|imagine|video|voice|embed|transcribe")


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    return None if id_ is None else Listed(id=id_, aliases=row.texts("aliases"))


def _read(document: object, request: Request) -> Page:
    fields = fields_of(document).fields
    return page(document, "data" if "models" not in fields and "data" in fields else "models", _listed)


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _covers(model_id: str) -> bool:
    """The list is of language models alone."""
    return _NO_LANGUAGE.search(model_id) is None


def _outcome(answer: Answer) -> Outcome | None:
    """A wrong key is a 400 with the code of a wrong argument, which only the message tells apart."""
    error = error_of(answer)
    if answer.status == 400 and "api key" in (error.text("error") or error.text("message") or "").lower():
        return Outcome.KEY_INVALID
    return Outcome.NOT_FOUND if answer.status == 404 and error.text("code") == "not-found" else None


LISTER = Lister(
    surface="xai",
    name="xai",
    title="the xAI API",
    keys=("XAI_API_KEY",),
    default="https://api.x.ai",
    origins=re.compile(r"https://(?:us\.)?api\.x\.ai"),
    first=first_at("v1/language-models"),
    read=_read,
    one=one_at("v1/language-models"),
    read_one=_read_one,
    # What is retired may answer still, through another model.
    absence=Absence.WEAK,
    covers=_covers,
    outcome=_outcome,
)
