"""Which client a call is made on: its class, followed back to where it is made, and whom it asks as made there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import libcst as cst

from pytest_modelgate.kinds import OTHER_HOST
from pytest_modelgate.languages.python.knowledge import knowledge
from pytest_modelgate.languages.python.syntax import argument, last_name
from pytest_modelgate.terms import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.kinds import Client, Framework, Lexicon
    from pytest_modelgate.languages.python.flow import Flow
    from pytest_modelgate.languages.python.texts import Texts

_AZURE_VARIABLE = re.compile(r"AZURE\w*(?:ENDPOINT|BASE|HOST|URL)")
_AZURE_KEY = re.compile(r"AZURE\w*(?:KEY|TOKEN)")
_SPEAKS_OPENAI = re.compile(r"/openai/(?:v1|deployments/)")
"""What an address of Azure's holds where OpenAI's own client can ask it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A client as it is made: whom it asks, at its own address if `base` is given, and what is wrong with it."""

    framework: Framework
    client: Client
    surfaces: tuple[str, ...]
    base: str | None = None
    doubts: tuple[Doubt, ...] = ()


class Clients:
    """The clients of one tree. `text` is the file's own."""

    def __init__(self, flow: Flow, texts: Texts, lexicon: Lexicon, text: str) -> None:
        self.flow = flow
        self.texts = texts
        self.tree = flow.tree
        self.lexicon = lexicon
        self.text = text
        self.imported = self.tree.imported()
        self._known = knowledge(lexicon)
        self._behind: dict[cst.CSTNode, tuple[Asked, ...]] = {}

    def uses(self, framework: Framework) -> bool:
        """Whether the file imports the framework."""
        return not self.imported.isdisjoint(framework.modules)

    def named(self, node: cst.CSTNode) -> Iterator[tuple[Framework, Client]]:
        """The clients that an expression names; a bare name counts where the file does not say whose it is."""
        dotted = self.tree.dotted(node)
        if dotted is None:
            return
        first, _, _ = dotted.partition(".")
        name = dotted.rpartition(".")[2]
        bare = dotted == name
        if bare and self.tree.is_own(node):
            return
        candidates = self._known.clients.get(name, ())
        used = [pair for pair in candidates if self.uses(pair[0])] if bare else []
        for framework, client in used or candidates:
            if bare or (first in framework.modules and dotted.startswith(client.module)):
                yield framework, client

    def behind(self, receiver: cst.CSTNode) -> tuple[Asked, ...]:
        """The clients that a receiver may be, one for each framework that has one of that name; mostly one or none."""
        if receiver not in self._behind:
            # A client that holds itself is not known.
            self._behind[receiver] = ()
            annotated: dict[str, Asked] = {}
            made: dict[str, Asked] = {}
            for node in self._constructors(receiver, set()):
                if isinstance(node, cst.Call):
                    made = {of.name: self.made(of, client, node) for of, client in self.named(node.func)}
                    if made:
                        break
                for framework, client in self.named(node) if not isinstance(node, cst.Call) else ():
                    annotated.setdefault(framework.name, self.made(framework, client, None))
            self._behind[receiver] = tuple((made or annotated).values())
        return self._behind[receiver]

    def _constructors(self, node: cst.CSTNode, seen: set[cst.CSTNode]) -> Iterator[cst.CSTNode]:
        """The calls or annotations that say what class a receiver is of; `seen` were followed already."""
        if node in seen:
            return
        seen.add(node)
        if isinstance(node, cst.Await):
            yield from self._constructors(node.expression, seen)
        elif isinstance(node, cst.Call):
            yield node
            for answer in self.tree.answers_of(node):
                yield from self._constructors(answer, seen)
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
                if isinstance(bound.value, cst.ClassDef):
                    # A class of the file's own is asked as what it is derived from.
                    for base in bound.value.bases:
                        yield from self._constructors(base.value, seen)
                elif bound.value is not None and bound.value is not node:
                    yield from self._constructors(bound.value, seen)
            for given in self.flow.given(node):
                yield from self._constructors(given, seen)
            if isinstance(node, cst.Attribute):
                yield from self._constructors(node.value, seen)
        elif isinstance(node, cst.BooleanOperation):
            yield from self._constructors(node.left, seen)
            yield from self._constructors(node.right, seen)
        elif isinstance(node, cst.IfExp):
            yield from self._constructors(node.body, seen)
            yield from self._constructors(node.orelse, seen)

    def made(self, framework: Framework, client: Client, call: cst.Call | None) -> Asked:
        """A client as a call makes it; None stands for one that is made elsewhere."""
        own = () if client.surface is None else (client.surface,)
        if call is None:
            return Asked(framework, client, own)
        for name in client.through:
            value = argument(call, name)
            if value is not None and last_name(value) != "None" and self.texts.text(value) is None:
                inner = next(iter(self.behind(value)), None)
                return (
                    Asked(framework, client, ())
                    if inner is None
                    else Asked(framework, client, inner.surfaces, inner.base, inner.doubts)
                )
        for name in client.base_url:
            value = argument(call, name)
            if value is not None and last_name(value) != "None":
                return self._sent_elsewhere(framework, client, value)
        doubts = tuple(self._doubts(client, call))
        for name, sought, surface in client.tells:
            value = argument(call, name)
            if value is not None and sought in ("", last_name(value), self.texts.text(value)):
                return Asked(framework, client, (surface,), None, doubts)
        splatted = any(arg.star for arg in call.args)
        return Asked(framework, client, own, None if splatted else client.base, doubts)

    def _sent_elsewhere(self, framework: Framework, client: Client, value: cst.BaseExpression) -> Asked:
        url = self.texts.text(value)
        if url is None:
            variable = self.texts.variable(value)
            if client.surface == "openai" and variable is not None and _AZURE_VARIABLE.fullmatch(variable):
                return Asked(framework, client, ("azure",), None, (Doubt.AZURE_HOST,))
            return Asked(framework, client, ())
        host = urlsplit(url).hostname if "://" in url else None
        surface = self.surface_at(host or "")
        amiss = surface == "azure" and client.surface == "openai" and _SPEAKS_OPENAI.search(url) is None
        return Asked(framework, client, (surface,), None, (Doubt.AZURE_HOST,) if amiss else ())

    def _doubts(self, client: Client, call: cst.Call) -> Iterator[Doubt]:
        key = argument(call, client.key) if client.key else None
        variable = None if key is None else self.texts.variable(key)
        if client.surface == "openai" and variable is not None and _AZURE_KEY.fullmatch(variable):
            yield Doubt.AZURE_KEY
        if any(arg.star for arg in call.args):
            return
        for name, stand_in in client.needs:
            if argument(call, name) is None and stand_in not in self.text:
                yield Doubt.NO_API_VERSION

    def surface_at(self, host: str) -> str:
        """The surface that answers at a host."""
        return next(
            (surface for known, surface in self.lexicon.hosts.items() if host == known or host.endswith(f".{known}")),
            OTHER_HOST,
        )

    def redirected(self, framework: Framework) -> bool:
        """Whether the file sends a module's own functions elsewhere: `openai.api_base = ...`."""
        return any(
            isinstance(node, cst.AssignTarget)
            and isinstance(node.target, cst.Attribute)
            and node.target.attr.value in ("api_base", "base_url", "api_type", "azure_endpoint")
            and (self.tree.dotted(node.target) or "").partition(".")[0] in framework.modules
            for node in self.tree.scopes
        )


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
