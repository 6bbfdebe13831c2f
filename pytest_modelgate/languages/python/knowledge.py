"""What the frameworks know, found by how a callee ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pytest_modelgate.kinds import Client, Framework, Lexicon, ModelCall

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """The calls and clients of every framework."""

    methods: Mapping[str, tuple[tuple[Framework, ModelCall], ...]]
    """Calls on clients, by the last part of their path."""
    functions: Mapping[str, tuple[tuple[Framework, ModelCall], ...]]
    """Calls of modules, by their whole path."""
    clients: Mapping[str, tuple[tuple[Framework, Client], ...]]
    """Clients by their name."""
    call_ends: frozenset[str]
    """How calls read at their end: the method with what comes before it, `completions.create`."""
    names: frozenset[str]
    """The plain names of functions, and of clients that are given a model."""
    arguments: frozenset[str]
    """The arguments that name a model, or hold what does."""
    positional: frozenset[str]
    """Of `call_ends` and `names`, those that may be given a model without its name."""
    ended: frozenset[str]
    """Of `call_ends` and `names`, those of APIs that the table has an end for."""

    @property
    def last_names(self) -> frozenset[str]:
        """The last names of all known callees."""
        return self.names | {end.rpartition(".")[2] for end in self.call_ends}


@lru_cache(maxsize=1)
def knowledge(lexicon: Lexicon) -> Knowledge:
    """Python's frameworks of a lexicon, indexed."""
    each = lexicon.frameworks("python")
    calls = [call for framework in each for call in (*framework.calls, *framework.functions)]
    clients = [client for framework in each for client in framework.clients]
    call_ends: set[str] = set()
    names = {client.name for client in clients if client.arguments}
    ended: set[str] = set()
    positional = {client.name for client in clients if client.position is not None}
    endpoints = {endpoint for _, endpoint in lexicon.apis}
    for framework in each:
        on_clients = {call.path for call in framework.calls}
        for call in (*framework.calls, *framework.functions):
            ends = _ends(call.path, framework, on_clients)
            call_ends |= {end for end in ends if "." in end}
            names |= {end for end in ends if "." not in end}
            if call.position is not None or call.address_position is not None:
                positional |= ends
            if call.endpoint in endpoints and not call.argument:
                ended |= ends
    return Knowledge(
        methods=_grouped((call.path.rpartition(".")[2], (of, call)) for of in each for call in of.calls),
        functions=_grouped((call.path, (of, call)) for of in each for call in of.functions),
        clients=_grouped((client.name, (of, client)) for of in each for client in of.clients),
        call_ends=frozenset(call_ends),
        names=frozenset(names),
        arguments=frozenset(
            [
                *(call.argument for call in calls if call.argument),
                *(name for client in clients for name in client.arguments),
            ]
        ),
        positional=frozenset(positional | {"partial"}),
        ended=frozenset(ended),
    )


def _ends(path: str, framework: Framework, on_clients: set[str]) -> set[str]:
    """How a callee of that path can read at its end."""
    before, _, last = path.rpartition(".")
    owner = before.rpartition(".")[2]
    ends = set()
    if owner and owner not in framework.modules:
        ends.add(f"{owner}.{last}")
    # What a module holds can be imported by its own name; what a class or a client holds cannot.
    if not owner or (path not in on_clients and owner.islower() and path.partition(".")[2] not in on_clients):
        ends.add(last)
    return ends


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
