"""The shelf of catalogues: one file for each published list of models that the table is held against."""

from __future__ import annotations

from pytest_modelgate._shelf import members
from pytest_modelgate.claims import Catalogue


def all_catalogues() -> tuple[Catalogue, ...]:
    """Every catalogue on the shelf, the official ones first, each group sorted by name."""
    return tuple(sorted(members(__name__, Catalogue), key=lambda catalogue: not catalogue.official))
