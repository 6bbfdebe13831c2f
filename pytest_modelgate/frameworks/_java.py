"""What the descriptions of packages for Java and Kotlin share: requests, and calls that are given one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.kinds import ModelCall

if TYPE_CHECKING:
    from collections.abc import Mapping


def asked(endpoints: Mapping[str | None, str], key: str = "model", position: int = 0) -> tuple[ModelCall, ...]:
    """Calls that are given a request, which holds the model under a key; `endpoints` holds the paths of each, between
    spaces.
    """
    return tuple(
        ModelCall(path=path, argument="request", position=position, key=key, endpoint=endpoint)
        for endpoint, paths in endpoints.items()
        for path in paths.split()
    )


def requests(module: str, endpoints: Mapping[str | None, str], argument: str = "model") -> tuple[ModelCall, ...]:
    """The classes and functions of a package that make such requests; `endpoints` holds the names of each."""
    return tuple(
        ModelCall(path=f"{module}#{name}", argument=argument, endpoint=endpoint, prepares=True)
        for endpoint, names in endpoints.items()
        for name in names.split()
    )
