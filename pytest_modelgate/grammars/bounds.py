"""What a name of a file is bound to, and where it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.shapes import Holds

if TYPE_CHECKING:
    from tree_sitter import Node


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """One of the bindings of a name."""

    node: Node
    """The name where it is bound."""
    value: Node | None = None
    key: str = ""
    """Where the name gets a part of the value, what that part is called, dotted where it lies deeper."""
    each: bool = False
    """Whether it gets each of the value's values in turn."""
    holds: Holds = Holds.VARIABLE
    annotation: Node | None = None
    path: str = ""
    """Of what is taken from elsewhere, what it is, as `shapes.Import` spells it."""
    made: Node | None = None
    """The function or class that the name is of."""
    parameter: int | None = None
    """Of the parameter of a function, its place."""
    function: Node | None = None
    """Of a parameter, the function."""
    of: Node | None = None
    """Of a member, what it is a member of."""
    anew: bool = False
    """Whether the name stands for nothing else from there on."""


@dataclass(slots=True)
class Known:
    """All places of one name."""

    bound: dict[int, list[Bound]] = field(default_factory=dict)
    """Its bindings by the scope that they are seen in."""
    members: list[Bound] = field(default_factory=list)
    """Where members of that name are given values: `this.model = x`, fields of classes."""
    reads: list[Node] = field(default_factory=list)
    """Where it stands for its value."""
    member_reads: list[Node] = field(default_factory=list)
    """The expressions whose last name it is: `this.model`."""


class Hiding:
    """The bindings of names of one tree that hide those before them."""

    def __init__(self) -> None:
        self._groups: dict[int, list[list[Bound]]] = {}
        """The bindings of a name in one scope, by their first, divided where some hide those before."""

    def seen(self, bounds: list[Bound], node: Node) -> list[Bound]:
        """Those of the bindings of one scope, in order of place, that a place sees."""
        first = bounds[0].node.id
        if first not in self._groups:
            groups = self._groups[first] = [bounds] if not any(bound.anew for bound in bounds) else []
            for bound in bounds if not groups else ():
                if bound.anew or not groups:
                    groups.append([])
                groups[-1].append(bound)
        groups = self._groups[first]
        return next((group for group in reversed(groups) if _begins(group[0], node)), groups[0])


def _begins(bound: Bound, node: Node) -> bool:
    """Whether a binding stands before a place that is no part of its own value."""
    value = bound.value
    inside = value is not None and value.start_byte <= node.start_byte < value.end_byte
    return bound.node.start_byte <= node.start_byte and not inside
