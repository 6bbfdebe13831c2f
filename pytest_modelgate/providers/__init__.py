"""The shelf of providers: one file for each surface that has a part in the table."""

from __future__ import annotations

from pytest_modelgate._shelf import members
from pytest_modelgate.kinds import Provider
from pytest_modelgate.providers._likeness import is_like_an_id, is_placeholder
from pytest_modelgate.providers._routes import ROUTES_ELSEWHERE, TO_ANY_HOST, is_gateways, is_local

__all__ = [
    "ROUTES_ELSEWHERE",
    "TO_ANY_HOST",
    "all_providers",
    "is_gateways",
    "is_like_an_id",
    "is_local",
    "is_placeholder",
]


def all_providers() -> tuple[Provider, ...]:
    """Every provider on the shelf, sorted by name."""
    return members(__name__, Provider)
