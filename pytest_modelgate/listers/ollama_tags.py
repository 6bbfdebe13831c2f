"""Asks an Ollama server for the models that it keeps, in its own form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.listers._ollama import also_tagged
from pytest_modelgate.listers._openai_form import below
from pytest_modelgate.listers._reading import page
from pytest_modelgate.listers.ollama import LISTER as IN_OPENAI_FORM
from pytest_modelgate.live_values import Listed, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=below(base.rstrip("/").removesuffix("/v1"), "api/tags"))


def _listed(row: Row) -> Listed | None:
    # Older servers have the name alone.
    id_ = row.id("model" if "model" in row.fields else "name")
    return None if id_ is None else Listed(id=id_)


def _read(document: object, request: Request) -> Page:
    return also_tagged(page(document, "models", _listed, name="name"))


LISTER = replace(
    IN_OPENAI_FORM,
    name="ollama-tags",
    title="the Ollama server's tags",
    first=_first,
    read=_read,
)
