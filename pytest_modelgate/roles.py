"""Gives references the roles that a team's configuration says they have."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Reach, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_modelgate.orders import Correction
    from pytest_modelgate.values import Reference, SourceFile

_NEVER_CALLED = frozenset({Reach.COMPARISON, Reach.PREFIX_CHECK})


class Roles:
    """The corrections of a configuration; the first that applies to a reference gives its role."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self._corrections = [(correction, _matcher(correction.path)) for correction in corrections]

    def prepared(self, source: SourceFile) -> SourceFile:
        """The file, as a test or not as the first correction by path alone says; as its path says without one."""
        for correction, holds in self._corrections:
            if correction.symbol is None and correction.id is None and holds(source.shown):
                test = correction.role is Role.TEST
                return source if source.test is test else replace(source, test=test)
        return source

    def deepens(self, source: SourceFile, gate_roles: frozenset[Role]) -> bool:
        """Whether the file, as it was prepared, is a test of which some references may gate all the same."""
        return source.test and any(
            correction.role in gate_roles and holds(source.shown) for correction, holds in self._corrections
        )

    def corrected(self, reference: Reference) -> Reference:
        """The reference, with the role that the first correction that applies gives it."""
        for correction, holds in self._corrections:
            if _applies(correction, reference) and holds(reference.path):
                return replace(reference, role=correction.role, corrected=correction.place)
        return reference


def _applies(correction: Correction, reference: Reference) -> bool:
    symbol, names = reference.occurrence.symbol, [name for name in (reference.id, reference.model) if name is not None]
    if correction.symbol is not None and not (symbol is not None and _covers(correction.symbol, symbol)):
        return False
    if correction.id is not None and not any(fnmatchcase(name, correction.id) for name in names):
        return False
    if correction.symbol is not None or correction.role is not Role.RUNTIME:
        return True
    # Prose and comparisons reach no call, whatever the file is.
    return reference.role is not Role.DOC and reference.occurrence.reach not in _NEVER_CALLED


def _covers(pattern: str, symbol: str) -> bool:
    """Whether the pattern names what holds the text, or a class or function around it."""
    return fnmatchcase(symbol, pattern) or fnmatchcase(symbol, f"{pattern}.*")


def _matcher(path: str | None) -> Callable[[str], bool]:
    if path is None:
        return lambda _path: True
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([path]).match_file
