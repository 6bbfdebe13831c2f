"""What names stand for: the scopes of a file, and the values that each name is bound to there."""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst


@dataclass(eq=False, slots=True)
class Scope:
    """A module, class, function or lambda, and what its names are bound to."""

    node: cst.CSTNode
    parent: Scope | None
    values: dict[str, list[Bound]] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    """Local names of imported things, with their full dotted paths."""

    @property
    def is_class(self) -> bool:
        """Whether names bound here are attributes of a class."""
        return isinstance(self.node, cst.ClassDef)


@dataclass(eq=False, slots=True)
class Bound:
    """One value of a name. `element`: the name stands for each element of the value; `key`: for its item."""

    value: cst.CSTNode | None
    element: bool = False
    key: str | None = None
    parameter: bool = False
    """Whether the value is only a default, which callers may replace."""
    annotation: cst.CSTNode | None = None
    uses: list[cst.CSTNode] = field(default_factory=list)
    """The expressions that read the name, wherever they stand in the file."""
