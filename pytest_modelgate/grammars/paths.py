"""How a callee is spelled: its names with dots between them, what it makes, and what it gives."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.shapes import Call, Member, Name, Through

if TYPE_CHECKING:
    from tree_sitter import Node

    from pytest_modelgate.grammars.syntax import Syntax

_DEEP = 12
"""Members of members that are spelled."""


def dotted(tree: Syntax, node: Node | None) -> str:
    """A name with what it is a member of, as far as they are plain names; empty for anything else."""
    names: list[str] = []
    while node is not None and len(names) < _DEEP:
        shape = tree.shape(node)
        if isinstance(shape, Through):
            node = shape.value
            continue
        if isinstance(shape, Name):
            names.append(shape.text)
            return ".".join(reversed(names))
        if not isinstance(shape, Member):
            break
        names.append(shape.name)
        node = shape.of
    return ""


def path_of(tree: Syntax, call: Call) -> str:
    """What a call is of, dotted as far as the names before it are plain."""
    of = None if call.of is None else tree.shape(call.of)
    before = f"{of.name}()" if isinstance(of, Call) else dotted(tree, call.of)
    return f"{before}.{call.name}" if before else call.name


def made_by(tree: Syntax, call: Call) -> tuple[Node | None, str]:
    """What a call makes: what its last name is a member of, and that name, which is the class's where a name of the
    class's own makes it, as in `X.builder()`.
    """
    if call.of is None or call.name not in tree.grammar.makers:
        return call.of, call.name
    shape = tree.shape(call.of)
    while isinstance(shape, Through):
        shape = tree.shape(shape.value)
    if isinstance(shape, Name):
        return None, shape.text
    return (shape.of, shape.name) if isinstance(shape, Member) else (call.of, call.name)


def is_setter(method: str, name: str) -> bool:
    """Whether a method or an option gives an argument of that name: `withBaseUrl` gives `baseURL`."""
    return _plain(method) == _plain(name)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """A name without what spellings of it differ in."""
    low = name.replace("_", "").lower()
    return low.removeprefix("with").removeprefix("set") or low


def is_one_of(tree: Syntax, call: Call, names: frozenset[str]) -> bool:
    """Whether a call is of one of these, which are dotted or last names."""
    return call.name in names or (call.of is not None and path_of(tree, call) in names)
