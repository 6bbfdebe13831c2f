"""Asks the Mistral API for its models, which name the end and the successor of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import first_at, one_at
from pytest_modelgate.listers._reading import error_of, is_id, page, single
from pytest_modelgate.live_values import Absence, Listed, Lister, Outcome

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page, Request


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    if id_ is None:
        return None
    successor = row.text("deprecation_replacement_model")
    archived = row.flag("archived") is True
    abilities = tuple(name for name, able in row.inner("capabilities").fields.items() if able is True and is_id(name))
    return Listed(
        id=id_,
        aliases=tuple(alias for alias in row.texts("aliases") if alias != id_),
        ends=row.day("deprecation"),
        successor=successor if is_id(successor) else None,
        callable=not archived,
        reason="it is archived" if archived else None,
        actions=abilities or None,
    )


def _read(document: object, request: Request) -> Page:
    return page(document, "data", _listed)


def _read_one(document: object) -> Listed:
    return single(document, _listed)


def _outcome(answer: Answer) -> Outcome | None:
    """Code 1500 is an unknown model; it stands beside the message, not in an `error`."""
    code = error_of(answer).fields.get("code")
    return Outcome.NOT_FOUND if answer.status in (400, 404) and str(code) == "1500" else None


LISTER = Lister(
    surface="mistral",
    name="mistral",
    title="the Mistral API",
    keys=("MISTRAL_API_KEY",),
    default="https://api.mistral.ai",
    origins=re.compile(r"https://api\.(?:eu\.|us\.)?mistral\.ai"),
    first=first_at("v1/models"),
    read=_read,
    one=one_at("v1/models"),
    read_one=_read_one,
    absence=Absence.STRONG,
    outcome=_outcome,
)
