"""The shelf of listers: one file for each way to ask a provider or a gateway for its models."""

from __future__ import annotations

from pytest_modelgate._shelf import members
from pytest_modelgate.live_values import Lister


def all_listers() -> tuple[Lister, ...]:
    """Every lister on the shelf, sorted by name."""
    return members(__name__, Lister)
