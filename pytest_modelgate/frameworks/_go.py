"""How Go's SDKs are given models: in structs whose fields name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.kinds import ModelCall

if TYPE_CHECKING:
    from collections.abc import Mapping


def methods(
    endpoints: Mapping[str | None, str], *, key: str = "Model", position: int = 1, surface: str | None = None
) -> tuple[ModelCall, ...]:
    """Calls that are given a struct in a place; `endpoints` holds the paths of each, between spaces."""
    return tuple(
        ModelCall(path=path, argument="params", key=key, position=position, endpoint=endpoint, surface=surface)
        for endpoint, paths in endpoints.items()
        for path in paths.split()
    )


def structs(
    module: str, endpoints: Mapping[str | None, str], *, key: str = "Model", surface: str | None = None
) -> tuple[ModelCall, ...]:
    """The structs that such calls are given, by the package that holds them."""
    return tuple(
        ModelCall(path=f"{module}#{name}", argument=key, endpoint=endpoint, surface=surface, prepares=True)
        for endpoint, names in endpoints.items()
        for name in names.split()
    )
