"""How Amazon Bedrock is asked for the foundation models of a region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._aws import aws_outcome
from pytest_modelgate.listers._bedrock import ORIGINS, covers_model, model_of
from pytest_modelgate.listers._reading import page, segment, single, under
from pytest_modelgate.live_values import Absence, Listed, Lister, Request
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page

_ON_DEMAND = "ON_DEMAND"
_REASON = (
    "it cannot be called on demand by this id; an inference profile (an id that begins with a region, such as `us.` or "
    "`global.`) or provisioned throughput is needed"
)


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=under(base, "foundation-models"))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"foundation-models/{segment(model_of(model_id), safe='')}"))


def _listed(row: Row) -> Listed | None:
    id_ = row.id("modelId")
    if id_ is None:
        return None
    lifecycle = row.inner("modelLifecycle")
    ways = row.texts("inferenceTypesSupported")
    on_demand = not ways or _ON_DEMAND in ways
    return Listed(
        id=id_,
        state=State.LEGACY if lifecycle.text("status") == "LEGACY" else None,
        announced=lifecycle.day("legacyTime"),
        ends=lifecycle.day("endOfLifeTime"),
        callable=on_demand,
        reason=None if on_demand else _REASON,
        actions=ways or None,
    )


def _read(document: object, request: Request) -> Page:
    return page(document, "modelSummaries", _listed, name="modelId")


def _read_one(document: object) -> Listed:
    return single(document, _listed, "modelDetails")


LISTER = Lister(
    surface="bedrock",
    name="bedrock",
    title="Amazon Bedrock",
    keys=("AWS_BEARER_TOKEN_BEDROCK",),
    default="https://bedrock.{region}.amazonaws.com",
    bases=("AWS_ENDPOINT_URL_BEDROCK",),
    origins=re.compile(ORIGINS),
    header="sigv4",
    bearers=frozenset({"AWS_BEARER_TOKEN_BEDROCK"}),
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.STRONG,
    presence_proves=False,
    normal=model_of,
    covers=covers_model,
    outcome=aws_outcome,
)
