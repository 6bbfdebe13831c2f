"""Which known calls a call may be: what takes the model, who is asked, and through what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.grammars.knowledge import lies_in
from pytest_modelgate.grammars.paths import dotted, made_by
from pytest_modelgate.grammars.shapes import Call, Member, Through
from pytest_modelgate.kinds import ENDPOINTS, OTHER_HOST, ModelCall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.clients import Asked, Clients
    from pytest_modelgate.kinds import Framework


_JOINED = re.compile(r"\}(?=\w)")
"""Where a path follows right behind what only running code knows."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One reading of a call: what takes the model, who is asked, and through what."""

    known: ModelCall
    surfaces: tuple[str, ...]
    asked: Asked | None = None
    certain: bool = True
    """Whether the code says that it is this call, rather than one that ends alike."""


class Signatures:
    """Compares the calls of one tree with those that the frameworks know."""

    def __init__(self, clients: Clients) -> None:
        self.clients = clients
        self.flow = clients.flow
        self.texts = clients.texts
        self.tree = clients.tree
        self.lexicon = clients.lexicon
        self.known = clients.known

    def of(self, node: Node, call: Call) -> Iterator[Heard]:
        """Every reading of a call, that of the node."""
        of, name = made_by(self.tree, call)
        path = self.clients.imports.path_of(of, name, node)
        functions = list(self._functions(path, of, name))
        for framework, function in functions:
            if function.address:
                yield from self._of_address(function, node)
            else:
                surface = function.surface or framework.surface
                yield Heard(function, () if surface is None else (surface,))
        for framework, client in self.clients.named(of, name, node):
            if client.arguments and not client.made:
                asked = self.clients.made(framework, client, node)
                for index, spelled in enumerate(client.arguments):
                    argument, _, key = spelled.partition(".")
                    position = client.position if index == 0 else None
                    if argument in client.places:
                        position = client.places.index(argument)
                    known = ModelCall(
                        path=client.name, argument=argument, key=key, position=position, endpoint=client.endpoint
                    )
                    yield Heard(known, asked.surfaces, asked)
        if not functions:
            yield from self._of_method(node, call)

    def _functions(self, path: str, of: Node | None, name: str) -> Iterator[tuple[Framework, ModelCall]]:
        spelled = f"{dotted(self.tree, of)}.{name}" if of is not None else name
        last = path.rpartition("#")[2].rpartition(".")[2] if path and of is None else name
        for framework, function in self.known.functions.get(last, ()):
            module, sign, taken = function.path.rpartition("#")
            if sign:
                own, _, rest = path.partition("#")
                if (rest == taken and lies_in(own, module)) or (
                    not path and taken == spelled and self._is_of_all(taken, module)
                ):
                    yield framework, function
            elif function.path in (spelled, path.rpartition("#")[2]):
                yield framework, function

    def _is_of_all(self, name: str, module: str) -> bool:
        """Whether a name that the file does not bind is among all that it takes of a module."""
        return self.clients.imports.takes_all_of(module) and not self.clients.names.known(name).bound

    def _of_method(self, node: Node, call: Call) -> Iterator[Heard]:
        """The calls on clients that end as the callee does: those of the client, if it is known."""
        matching = [
            (framework, method, receiver)
            for framework, method in self.known.methods.get(call.name, ())
            if (receiver := self._receiver(call, method.path)) is not None
        ]
        # `completions.create` is also how `chat.completions.create` ends.
        longest = max((method.path.count(".") for _, method, _ in matching), default=0)
        candidates = [each for each in matching if each[1].path.count(".") == longest]
        theirs = {framework.name for framework, _, _ in candidates}
        open_ones: list[tuple[Framework, ModelCall]] = []
        for framework, method, receiver in candidates:
            behind = self.clients.behind(receiver)
            asked = next((each for each in behind if each.framework is framework), None)
            if method.address:
                if asked is not None or not behind:
                    yield from self._of_address(method, node, asked)
            elif asked is not None:
                surfaces = (method.surface,) if method.surface else asked.surfaces
                yield Heard(method, surfaces, asked)
            elif not theirs.intersection(each.framework.name for each in behind) and (
                # Of what another framework is called, the file may hold a client that was made elsewhere.
                "." in method.path or (not behind and self.clients.imports.uses(framework))
            ):
                open_ones.append((framework, method))
        yield from self._alike(open_ones)

    def _receiver(self, call: Call, path: str) -> Node | None:
        """What a method is called on when the callee ends in `path`, or None when it does not."""
        node = call.of
        for name in reversed(path.split(".")[:-1]):
            while node is not None and isinstance(shape := self.tree.shape(node), Through):
                node = shape.value
            shape = None if node is None else self.tree.shape(node)
            if isinstance(shape, Call) and not shape.makes and shape.name == name and shape.of is not None:
                # What a method without arguments answers with: `client.chat().completions().create()`.
                node = shape.of
            elif isinstance(shape, Member) and shape.name == name:
                node = shape.of
            else:
                return None
        return node

    def _alike(self, candidates: list[tuple[Framework, ModelCall]]) -> Iterator[Heard]:
        """What calls on a client that is not known have in common, those of imported frameworks first."""
        used = [method for framework, method in candidates if self.clients.imports.uses(framework)]
        methods = used or [method for _, method in candidates]
        by_argument = {method.argument: method for method in methods}
        for argument_name, method in by_argument.items():
            alike = [each for each in methods if each.argument == argument_name]
            # What a provider calls its endpoint says more than what a framework calls the kind of it.
            exact = {each.endpoint for each in alike} - ENDPOINTS or {each.endpoint for each in alike}
            surfaces = {each.surface for each in alike}
            common = replace(
                method,
                endpoint=exact.pop() if len(exact) == 1 else None,
                # A method of a common name may well be another's, which is given anything first.
                position=method.position if "." in method.path else None,
            )
            surface = surfaces.pop() if len(surfaces) == 1 else None
            yield Heard(common, () if surface is None else (surface,), certain=bool(used))

    def _of_address(self, known: ModelCall, node: Node, asked: Asked | None = None) -> Iterator[Heard]:
        """The call of an address whose host or path is known, or of a path at the address that a client has."""
        given = self.clients.given
        value = given.at(node, known.address_position) or given.one(node, known.address)
        address = self.texts.outline(value) if value is not None else ""
        # Clients that know the host are given a path without its first slash, or put it behind what they know.
        path = _JOINED.sub("}/", f"/{address}".partition("?")[0])
        endings = (end for end in sorted(self.lexicon.paths, key=len, reverse=True) if path.rstrip("/").endswith(end))
        endpoint = next((self.lexicon.paths[end] for end in endings), None)
        try:
            host = (urlsplit(address).hostname or "") if "://" in address else ""
        except ValueError:
            host = ""
        surface = self.clients.surface_at(host) if "." in host and "{" not in host else None
        if surface == OTHER_HOST and endpoint is None:
            return
        if surface is not None or endpoint is not None:
            surfaces = asked.surfaces if asked is not None and not host else () if surface is None else (surface,)
            # A path alone may as well be one that the file itself serves.
            yield Heard(replace(known, endpoint=endpoint), surfaces, certain=bool(host) or asked is not None)
