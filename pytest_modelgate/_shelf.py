"""Gathers a shelf's members by walking its package, sorted by name, refusing duplicates."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


class _Named(Protocol):
    @property
    def name(self) -> str:
        """The name that the shelf sorts by."""


M = TypeVar("M", bound=_Named)


def members(
    package: str,
    kind: type[M],
    key: Callable[[M], Hashable] = lambda member: member.name,
    wanted: Callable[[str], bool] = lambda _module: True,
) -> tuple[M, ...]:
    """Every member of `kind` that a module of `package` holds under the kind's name in capitals, sorted by name.

    `package` is a dotted name; a module of it whose name begins with an underscore is a companion, not a member. Only
    modules are imported whose names are `wanted`.
    Raises TypeError for a module without a member and ValueError when two members share a `key`.
    """
    attribute = kind.__name__.upper()
    found: dict[Hashable, M] = {}
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        if module.name.startswith("_") or not wanted(module.name):
            continue
        member = getattr(importlib.import_module(f"{package}.{module.name}"), attribute, None)
        if not isinstance(member, kind):
            raise TypeError(f"{package}.{module.name} must hold {attribute}, a {kind.__name__}")
        if key(member) in found:
            raise ValueError(f"{package}: two members are called {key(member)!r}")
        found[key(member)] = member
    return tuple(sorted(found.values(), key=lambda member: member.name))


def later(room: str, name: str) -> Callable[..., Any]:
    """The function `name` of a module, which is imported when it is first called: most runs need few of a shelf."""

    def call(*given: object, **named: object) -> object:
        return getattr(importlib.import_module(room), name)(*given, **named)

    return call
