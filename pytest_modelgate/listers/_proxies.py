"""Reads lists of gateways, in which a name may stand for every name of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.listers._reading import page, plain

if TYPE_CHECKING:
    from pytest_modelgate.listers._reading import Row
    from pytest_modelgate.live_values import Listed, Page, Request


def takes_any(row: Row, name: str) -> bool:
    """Whether a name is a pattern, which is a doubt and no model."""
    if "*" not in name:
        return False
    row.doubts.append(f"every name like {name!r} is taken, so that one that is missing here may work")
    return True


def read(document: object, request: Request) -> Page:
    """The rows in OpenAI's form, of which nothing but the id is known. Raises BadResponseError."""
    return page(document, "data", _listed)


def _listed(row: Row) -> Listed | None:
    listed = plain(row)
    return None if listed is None or takes_any(row, listed.id) else listed
