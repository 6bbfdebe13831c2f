"""Asks any server in OpenAI's form whose address the operator gives, as OpenAI's own client would be given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers._openai_form import NOWHERE
from pytest_modelgate.listers._proxies import read
from pytest_modelgate.listers._reading import under
from pytest_modelgate.listers._surfaces import GATEWAY
from pytest_modelgate.live_values import Absence, Lister, Request

if TYPE_CHECKING:
    from collections.abc import Mapping


def _first(base: str, environment: Mapping[str, str]) -> Request:
    # What the client would miss without `/v1` in its base is missed here too.
    return Request(url=under(base, "models"))


LISTER = Lister(
    surface=GATEWAY,
    name="gateway",
    title="the gateway",
    keys=("MODELGATE_GATEWAY_API_KEY",),
    keyless=True,
    default=None,
    bases=("MODELGATE_GATEWAY_BASE_URL",),
    origins=NOWHERE,
    first=_first,
    read=read,
    absence=Absence.NONE,
    presence_proves=False,
)
