"""Knows a finding again by what it is, not by where in its file it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pytest_modelgate.values import Finding


class Identity(NamedTuple):
    """What stays the same when lines move: the file, the rule, the id as written and what holds it."""

    path: str
    rule: str
    id: str
    symbol: str
    """The name that holds the id, or else the call that is given it; empty where nothing has a name."""


def identity_of(finding: Finding) -> Identity:
    """What a finding is known by. Several findings of one file may share it."""
    reference = finding.reference
    calls = reference.occurrence.uses[:1]
    symbol = reference.occurrence.symbol or "".join(f"{use.call}()" for use in calls)
    return Identity(path=reference.path, rule=finding.code, id=reference.id, symbol=symbol)
