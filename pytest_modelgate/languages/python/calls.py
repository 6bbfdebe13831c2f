"""The calls that are known to take a model id: which expression names the model, and who will serve it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import libcst as cst

from pytest_modelgate.kinds import OTHER_HOST, ModelCall
from pytest_modelgate.languages.python.depth import call_names
from pytest_modelgate.languages.python.flow import argument, last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Client, Framework, Lexicon
    from pytest_modelgate.languages.python.flow import Flow

_PARTIALS = frozenset({"partial", "partialmethod", "to_thread", "submit", "run_in_executor"})


class Calls:
    """The model arguments of one tree's calls."""

    def __init__(self, flow: Flow, lexicon: Lexicon) -> None:
        self.flow = flow
        self.tree = flow.tree
        self.lexicon = lexicon
        self.imported = self.tree.imported()
        methods, names = call_names(lexicon)
        self._last_names = names | {method.rpartition(".")[2] for method in methods}

    def model_arguments(self) -> Iterator[tuple[cst.CSTNode, tuple[str, ...]]]:
        """Each literal or join that reaches a model argument, with the surfaces that its call goes to."""
        for call in self.tree.calls:
            callee: cst.CSTNode = call.func
            if last_name(callee) in _PARTIALS and call.args:
                callee = call.args[0].value
            if not self._may_be_known(callee):
                continue
            for known, surfaces in self._known(callee, call):
                position = None if callee is not call.func else known.position
                for value in self._values(call, known.argument, position):
                    yield value, surfaces

    def _may_be_known(self, callee: cst.CSTNode) -> bool:
        """Whether a callee ends as a known one does, under its own name or the one that the file imports it by."""
        if last_name(callee) in self._last_names:
            return True
        dotted = self.tree.dotted(callee) if isinstance(callee, cst.Name) else None
        return dotted is not None and dotted.rpartition(".")[2] in self._last_names

    def _values(self, call: cst.Call, name: str, position: int | None) -> Iterator[cst.CSTNode]:
        value = argument(call, name, position)
        if value is not None:
            yield from self.flow.origins(value)
            return
        for arg in call.args:
            if arg.star == "**":
                yield from self.flow.items(arg.value, name)

    def _known(self, callee: cst.CSTNode, call: cst.Call) -> Iterator[tuple[ModelCall, tuple[str, ...]]]:
        dotted = self.tree.dotted(callee)
        for framework in self.lexicon.frameworks:
            used = not self.imported.isdisjoint(framework.modules)
            for function in framework.functions:
                if dotted == function.path:
                    yield function, _one(framework.surface) if not self._redirected(framework) else ()
            client = self._client_named(framework, dotted)
            if client is not None:
                for index, name in enumerate(client.arguments):
                    position = client.position if index == 0 else None
                    yield ModelCall(path="", argument=name, position=position), self._surfaces_of(client, call)
            for method in framework.calls:
                receiver = _receiver(callee, method.path)
                if receiver is not None:
                    surfaces = self._receiver_surfaces(framework, receiver)
                    if surfaces is not None:
                        yield method, surfaces
                    elif (used or "." in method.path) and not self._is_foreign(receiver, framework):
                        yield method, ()

    def _client_named(self, framework: Framework, dotted: str | None) -> Client | None:
        """The framework's client of that dotted name; a bare name counts where the file does not say whose it is."""
        if dotted is None:
            return None
        first, _, _ = dotted.partition(".")
        name = dotted.rpartition(".")[2]
        if dotted != name and first not in framework.modules:
            return None
        return next((client for client in framework.clients if client.name == name), None)

    def _receiver_surfaces(self, framework: Framework, receiver: cst.CSTNode) -> tuple[str, ...] | None:
        """Where a client goes; None when the receiver is not known to be a client of the framework."""
        for made in self._constructors(receiver, set()):
            client = self._client_named(framework, self.tree.dotted(made.func if isinstance(made, cst.Call) else made))
            if client is not None:
                return self._surfaces_of(client, made) if isinstance(made, cst.Call) else _one(client.surface)
        return None

    def _is_foreign(self, receiver: cst.CSTNode, framework: Framework) -> bool:
        """Whether a receiver is known to be a client of another framework."""
        return any(
            self._receiver_surfaces(other, receiver) is not None
            for other in self.lexicon.frameworks
            if other is not framework
        )

    def _constructors(self, node: cst.CSTNode, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        """The calls or annotations that say what class a receiver is of; `seen` were followed already."""
        if node in seen:
            return
        seen.add(node)
        if isinstance(node, cst.Await):
            yield from self._constructors(node.expression, seen)
        elif isinstance(node, cst.Call):
            yield node
            # Options and patches answer with the client that they are called on or given.
            if isinstance(node.func, cst.Attribute):
                yield from self._constructors(node.func.value, seen)
            for arg in node.args[:1]:
                yield from self._constructors(arg.value, seen)
        elif isinstance(node, cst.Name | cst.Attribute):
            yield node
            for bound in self.tree.bindings(node):
                if bound.annotation is not None:
                    yield from _names_in(bound.annotation)
                if bound.value is not None and bound.value is not node:
                    yield from self._constructors(bound.value, seen)
            if isinstance(node, cst.Attribute):
                yield from self._constructors(node.value, seen)
        elif isinstance(node, cst.BooleanOperation):
            yield from self._constructors(node.left, seen)
            yield from self._constructors(node.right, seen)

    def _surfaces_of(self, client: Client, call: cst.Call) -> tuple[str, ...]:
        for name in client.base_url:
            value = argument(call, name)
            if value is None or last_name(value) == "None":
                continue
            url = self.flow.text(value)
            if url is None:
                return ()
            host = urlsplit(url).hostname if "://" in url else None
            return (self._surface_at(host or ""),)
        for name, sought, surface in client.tells:
            value = argument(call, name)
            if value is not None and sought in ("", last_name(value)):
                return (surface,)
        return _one(client.surface)

    def _surface_at(self, host: str) -> str:
        return next(
            (surface for known, surface in self.lexicon.hosts.items() if host == known or host.endswith(f".{known}")),
            OTHER_HOST,
        )

    def _redirected(self, framework: Framework) -> bool:
        """Whether the file sends a module's own functions elsewhere: `openai.api_base = ...`."""
        return any(
            isinstance(node, cst.AssignTarget)
            and isinstance(node.target, cst.Attribute)
            and node.target.attr.value in ("api_base", "base_url", "api_type", "azure_endpoint")
            and (self.tree.dotted(node.target) or "").partition(".")[0] in framework.modules
            for node in self.tree.scopes
        )


def _one(surface: str | None) -> tuple[str, ...]:
    return () if surface is None else (surface,)


def _receiver(callee: cst.CSTNode, path: str) -> cst.CSTNode | None:
    """What a method is called on when the callee ends in `path`, or None when it does not."""
    for name in reversed(path.split(".")):
        if not (isinstance(callee, cst.Attribute) and callee.attr.value == name):
            return None
        callee = callee.value
    return callee


def _names_in(annotation: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The names of an annotation: those of `X`, `X | None` and `Optional[X]`."""
    if isinstance(annotation, cst.Name | cst.Attribute):
        yield annotation
    elif isinstance(annotation, cst.BinaryOperation):
        yield from _names_in(annotation.left)
        yield from _names_in(annotation.right)
    elif isinstance(annotation, cst.Subscript):
        for element in annotation.slice:
            if isinstance(element.slice, cst.Index):
                yield from _names_in(element.slice.value)
