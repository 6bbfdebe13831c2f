"""Asks an Ollama server for the models that it keeps, in OpenAI's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers import _openai_form
from pytest_modelgate.listers._errors import unknown_model
from pytest_modelgate.listers._ollama import address, also_tagged, tagged
from pytest_modelgate.listers._openai_form import LOOPBACK, first_at, one_at, read_one
from pytest_modelgate.listers._surfaces import LOCAL
from pytest_modelgate.live_values import Absence, Lister

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Page, Request


def _read(document: object, request: Request) -> Page:
    return also_tagged(_openai_form.read(document, request))


LISTER = Lister(
    surface=LOCAL,
    name="ollama",
    title="the Ollama server",
    keys=(),
    default="http://127.0.0.1:11434",
    bases=("OLLAMA_HOST", "OLLAMA_BASE_URL"),
    address=address,
    origins=LOOPBACK,
    first=first_at("v1/models"),
    read=_read,
    one=one_at("v1/models"),
    read_one=read_one,
    # Models of the cloud may be served without being kept.
    absence=Absence.AFTER_RETRIEVE,
    normal=tagged,
    outcome=unknown_model,
)
