"""Asks a LiteLLM proxy which provider's model is behind each name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import below
from pytest_modelgate.listers._proxies import takes_any
from pytest_modelgate.listers._reading import is_id, page
from pytest_modelgate.listers.litellm import LISTER as NAMES
from pytest_modelgate.live_values import Listed, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=below(base.rstrip("/").removesuffix("/v1"), "model/info"))


def _listed(row: Row) -> Listed | None:
    id_ = row.id("model_name")
    if id_ is None or takes_any(row, id_):
        return None
    behind = row.inner("litellm_params").text("model")
    mode = row.inner("model_info").text("mode")
    return Listed(
        id=id_,
        stands_for=(behind, "") if behind is not None and is_id(behind) else None,
        actions=None if mode is None else (mode,),
    )


def _read(document: object, request: Request) -> Page:
    return page(document, "data", _listed, name="model_name")


LISTER = replace(
    NAMES,
    name="litellm-info",
    title="the models behind the LiteLLM proxy",
    first=_first,
    read=_read,
    one=None,
    read_one=None,
)
