"""What the frameworks of one language know of clients and calls, found by the last name of what is called."""

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
    """The calls and clients of every framework of one language."""

    frameworks: tuple[Framework, ...]
    methods: Mapping[str, tuple[tuple[Framework, ModelCall], ...]]
    """Calls on clients, by the last part of their path; those of the client itself under an empty one."""
    functions: Mapping[str, tuple[tuple[Framework, ModelCall], ...]]
    """Calls of modules, by the last part of their path."""
    clients: Mapping[str, tuple[tuple[Framework, Client], ...]]
    """Clients by the last part of their name."""
    last_names: frozenset[str]
    """The last names of all callees that are known, clients that are given a model among them."""
    modules: frozenset[str]
    """The modules of all frameworks."""
    keywords: tuple[str, ...]
    """Lower-case texts, one of which every file holds that uses one of the frameworks."""
    defaults: tuple[tuple[Framework, Client], ...]
    """Clients that their modules export by default."""


def is_of(framework: Framework, client: Client | None, module: str) -> bool:
    """Whether an imported module is one of a framework's, or lies in one, and may hold the client."""
    if not any(lies_in(module, own) for own in framework.modules):
        return False
    return client is None or not client.module or lies_in(module, client.module)


def lies_in(module: str, outer: str) -> bool:
    """Whether a module is another, or lies in it."""
    return module == outer or (
        module.startswith(outer) and not module[len(outer)].isalnum() and module[len(outer)] != "-"
    )


@lru_cache(maxsize=16)
def knowledge(lexicon: Lexicon, language: str) -> Knowledge:
    """The frameworks of a lexicon that are of a language, indexed."""
    each = lexicon.frameworks(language)
    methods = _grouped((_last(call.path), (of, call)) for of in each for call in of.calls)
    functions = _grouped((_last(call.path), (of, call)) for of in each for call in of.functions)
    clients = _grouped((_last(client.name), (of, client)) for of in each for client in of.clients)
    makers = {_last(client.name) for of in each for client in of.clients if client.arguments}
    return Knowledge(
        frameworks=each,
        methods=methods,
        functions=functions,
        clients=clients,
        last_names=frozenset({*methods, *functions, *makers} - {""}),
        modules=frozenset(module for of in each for module in of.modules),
        defaults=tuple((of, client) for of in each for client in of.clients if client.default),
        keywords=tuple(sorted({keyword for of in each for keyword in of.keywords})),
    )


def _last(path: str) -> str:
    return path.rpartition("#")[2].rpartition(".")[2]


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
