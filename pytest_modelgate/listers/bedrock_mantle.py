"""How Amazon Bedrock is asked for the models of its endpoint in OpenAI's form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._aws import aws_outcome
from pytest_modelgate.listers._reading import page, plain, segment, single, under
from pytest_modelgate.live_values import Absence, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.live_values import Listed, Page


def _first(base: str, environment: Mapping[str, str]) -> Request:
    return Request(url=under(base, "models"))


def _one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
    return Request(url=under(base, f"models/{segment(model_id, safe='')}"))


def _read(document: object, request: Request) -> Page:
    return page(document, "data", plain)


def _read_one(document: object) -> Listed:
    return single(document, plain)


LISTER = Lister(
    surface="bedrock",
    name="bedrock-mantle",
    title="Amazon Bedrock in OpenAI's form",
    keys=("AWS_BEARER_TOKEN_BEDROCK",),
    default="https://bedrock-mantle.{region}.api.aws/v1",
    origins=re.compile(r"https://bedrock-mantle\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.api\.aws"),
    header="sigv4",
    bearers=frozenset({"AWS_BEARER_TOKEN_BEDROCK"}),
    first=_first,
    read=_read,
    one=_one,
    read_one=_read_one,
    absence=Absence.WEAK,
    presence_proves=False,
    outcome=aws_outcome,
)
