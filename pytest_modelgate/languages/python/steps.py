"""What each node around a string says of where it goes, and what that makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from pytest_modelgate.languages.python.syntax import last_name
from pytest_modelgate.terms import Reach, Role

if TYPE_CHECKING:
    from pytest_modelgate.languages.python.tree import Scope

_USED = frozenset({Reach.CALL_ARGUMENT, Reach.DEFAULT, Reach.ENVIRONMENT_DEFAULT, Reach.CLI_DEFAULT, Reach.FIELD})


@dataclass(frozen=True, slots=True)
class Place:
    """How a string is reached, what it is for, and whether what holds it is called like a model."""

    reach: Reach
    role: Role = Role.RUNTIME
    named: bool = False
    asked: bool = False
    """Whether it is gone through, and each value is asked for."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one parent adds: a reach unless one is settled already, a role, and whether the climb ends here."""

    reach: Reach | None
    role: Role = Role.RUNTIME
    named: bool = False
    final: bool = False
    chosen: bool = False
    """Whether it is asked when nobody says otherwise, whatever it stands among."""
    asked: bool = False
    """Whether it is gone through, and each value is asked for."""
    mentioned: bool = False
    """Whether it is only told of, whoever chooses it."""


def is_asked(use: Place) -> bool:
    """Whether a name is read where its value is asked for, rather than anywhere."""
    return use.role is Role.RUNTIME and (use.named or use.asked or use.reach in _USED)


def mention() -> Step:
    """What ends the climb: the string is only told of."""
    return Step(Reach.OTHER, Role.CATALOGUE, final=True, mentioned=True)


def declares_fields(scope: Scope, statement: cst.CSTNode) -> bool:
    """Whether a class body's assignment declares a field: it is annotated, or a base of the class reads fields."""
    if isinstance(statement, cst.AnnAssign):
        said = statement.annotation.annotation
        return last_name(said.value if isinstance(said, cst.Subscript) else said) != "ClassVar"
    if not isinstance(scope.node, cst.ClassDef):
        return False
    return any(last_name(base.value).endswith(("Model", "Settings", "Config", "Schema")) for base in scope.node.bases)
