"""The shelf of rules: one file for each judgement."""

from __future__ import annotations

from pytest_modelgate._shelf import members
from pytest_modelgate.kinds import Rule


def all_rules() -> tuple[Rule, ...]:
    """Every rule on the shelf, sorted by code."""
    return tuple(sorted(members(__name__, Rule, lambda rule: rule.code), key=lambda rule: rule.code))
