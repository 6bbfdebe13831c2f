"""How Amazon Bedrock is asked for the inference profiles that it defines in a region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._aws import aws_outcome
from pytest_modelgate.listers._bedrock import ORIGINS, covers_profile, model_of
from pytest_modelgate.listers._reading import fields_of, is_id, page, segment, single, token, under, with_query
from pytest_modelgate.live_values import Absence, Listed, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Page


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=under(base, "inference-profiles", maxResults="1000", type="SYSTEM_DEFINED"))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"inference-profiles/{segment(model_of(model_id), safe='')}"))


def _listed(row: Row) -> Listed | None:
    id_ = row.id("inferenceProfileId")
    if id_ is None:
        return None
    models = {model_of(model.text("modelArn") or "") for model in row.inners("models")} - {""}
    # A profile routes one model to several regions; what routes several models stands for none of them.
    model = models.pop() if len(models) == 1 else None
    status = row.text("status")
    usable = status in (None, "ACTIVE")
    arn = row.text("inferenceProfileArn")
    return Listed(
        id=id_,
        aliases=(arn,) if arn is not None and is_id(arn) else (),
        callable=usable,
        reason=None if usable else "Bedrock does not list the inference profile as active",
        stands_for=(model, "") if model is not None and is_id(model) else None,
    )


def _read(document: object, request: Request) -> Page:
    more = token(fields_of(document), "nextToken")
    following = None if more is None else with_query(request, nextToken=more)
    return page(document, "inferenceProfileSummaries", _listed, following, name="inferenceProfileId")


def _read_one(document: object) -> Listed:
    return single(document, _listed)


LISTER = Lister(
    surface="bedrock",
    name="bedrock-profiles",
    title="Amazon Bedrock's inference profiles",
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
    covers=covers_profile,
    outcome=aws_outcome,
)
