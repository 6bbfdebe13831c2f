"""What the descriptions of JavaScript packages share: usual options, and calls that are given a model by place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import Client, ModelCall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

URL = ("baseURL",)
"""The usual option with the address of another host."""


def by_place(endpoints: Mapping[str | None, str], argument: str = "modelId") -> tuple[ModelCall, ...]:
    """Calls whose first argument is the model; `endpoints` holds the paths of each, between spaces, `()` for a call of
    the client itself.
    """
    return tuple(
        ModelCall(path="" if path == "()" else path, argument=argument, position=0, endpoint=endpoint)
        for endpoint, paths in endpoints.items()
        for path in paths.split()
    )


def functions_of(module: str, calls: Iterable[ModelCall]) -> tuple[ModelCall, ...]:
    """The calls as a module's own."""
    return tuple(replace(call, path=f"{module}#{call.path}") for call in calls)


def provider(
    module: str, factories: str, ready: str, surface: str | None, base: str | None = None, url: tuple[str, ...] = URL
) -> tuple[Client, ...]:
    """The clients of a package in the form of the AI SDK's: functions that make one, and those that are made already.

    Names stand between spaces: newer versions have another for what they keep under the old one.
    """
    return (
        *(
            Client(name=name, module=module, surface=surface, base=base, base_url=url, key="apiKey")
            for name in factories.split()
        ),
        *(Client(name=name, module=module, surface=surface, base=base, made=True) for name in ready.split()),
    )
