"""Asks a llama.cpp server for its models; its list is public, and one that serves a single model takes any name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import LOOPBACK, first_at
from pytest_modelgate.listers._reading import error_of, page
from pytest_modelgate.listers._surfaces import LOCAL
from pytest_modelgate.live_values import Absence, Listed, Lister, Outcome

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Answer, Page, Request


def _listed(row: Row) -> Listed | None:
    id_ = row.id("id")
    return None if id_ is None else Listed(id=id_, aliases=tuple(one for one in row.texts("aliases") if one != id_))


def _read(document: object, request: Request) -> Page:
    return page(document, "data", _listed)


def _outcome(answer: Answer) -> Outcome | None:
    """A model that is still being loaded answers soon."""
    if answer.status == 503 and error_of(answer).text("type") == "unavailable_error":
        return Outcome.UNAVAILABLE
    return None


LISTER = Lister(
    surface=LOCAL,
    name="llama-cpp",
    title="the llama.cpp server",
    keys=(),
    default="http://127.0.0.1:8080",
    origins=LOOPBACK,
    first=first_at("v1/models"),
    read=_read,
    absence=Absence.NONE,
    # A router lists what it has not loaded yet.
    presence_proves=False,
    outcome=_outcome,
)
