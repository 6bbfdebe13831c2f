"""The form of list that OpenAI made and most others answer in: one page of `data`, where each row has an `id`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.listers._reading import page, plain, segment, single, under
from pytest_modelgate.live_values import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pytest_modelgate.live_values import Listed, Page

LOOPBACK = re.compile(r"https?://(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?")
"""Servers of this machine."""
NOWHERE = re.compile(r"(?!)")
"""Of servers that only the operator knows: no origin but that of the address that they are given by."""


def below(base: str, path: str, **parameters: str) -> str:
    """An address below a base address, which may end in the beginning of the path: `/v1`, as clients differ in that."""
    steps = path.split("/")
    bare = base.rstrip("/")
    for length in range(len(steps), 0, -1):
        beginning = "/" + "/".join(steps[:length])
        if bare.endswith(beginning):
            bare = bare.removesuffix(beginning)
            break
    return under(bare, path, **parameters)


def first_at(path: str, **parameters: str) -> Callable[[str, Mapping[str, str]], Request]:
    """Makes the request for a list below the base address."""

    def first(base: str, environment: Mapping[str, str]) -> Request:
        return Request(url=below(base, path, **parameters))

    return first


def one_at(path: str) -> Callable[[str, Mapping[str, str], str], Request]:
    """Makes the request for one model, whose id follows the path."""

    def one(base: str, environment: Mapping[str, str], model_id: str) -> Request:
        return Request(url=f"{below(base, path)}/{segment(model_id)}")

    return one


def read(document: object, request: Request) -> Page:
    """The rows, of which nothing but the id is known. Raises BadResponseError."""
    return page(document, "data", plain)


def read_one(document: object) -> Listed:
    """The model, of which nothing but the id is known. Raises BadResponseError."""
    return single(document, plain)
