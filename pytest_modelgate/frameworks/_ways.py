"""The ways in which generated SDKs let one call be made: plainly, for the raw answer, or for a streamed one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import ModelCall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BETWEEN = ("with_raw_response", "with_streaming_response")


def calls_of(endpoints: Mapping[str | None, str]) -> tuple[ModelCall, ...]:
    """A call with `model` for each path; `endpoints` holds the paths of each, between spaces."""
    return tuple(
        ModelCall(path=path, endpoint=endpoint) for endpoint, paths in endpoints.items() for path in paths.split()
    )


def plain_calls(paths: str, endpoint: str) -> tuple[ModelCall, ...]:
    """Calls that take no model, of an API that is named by its endpoint; `paths` stand between spaces."""
    return tuple(ModelCall(path=path, argument="", endpoint=endpoint) for path in paths.split())


def every_way(calls: Iterable[ModelCall]) -> tuple[ModelCall, ...]:
    """The calls, each followed by those that answer otherwise: `messages.with_raw_response.create`."""
    found: list[ModelCall] = []
    for call in calls:
        found.append(call)
        resource, _, method = call.path.rpartition(".")
        if resource:
            found.extend(replace(call, path=f"{resource}.{way}.{method}") for way in _BETWEEN)
    return tuple(found)
