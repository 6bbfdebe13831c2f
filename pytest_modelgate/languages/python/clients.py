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


_Source = tuple["Framework", "Client", cst.Call | None]
"""A client with the call that makes it, or None where it is made elsewhere."""


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
        self._behind: dict[object, tuple[Asked, ...]] = {}

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
        """The clients that a receiver may be, one for each framework that has one of that name; mostly one or none.

        Of several that are made for one receiver, it is known alone that one of them is asked.
        """
        # A name is followed once, however often it is read.
        key = (self.tree.owner_of(receiver), receiver.value) if isinstance(receiver, cst.Name) else receiver
        if key not in self._behind:
            # A client that holds itself is not known.
            self._behind[key] = ()
            found: dict[str, list[Asked]] = {}
            for framework, client, call in self._sources(receiver, set()):
                found.setdefault(framework.name, []).append(self.made(framework, client, call))
            self._behind[key] = tuple(_one_of(each) for each in found.values())
        return self._behind[key]

    def _sources(self, node: cst.CSTNode, seen: set[cst.CSTNode]) -> list[_Source]:
        """The clients that an expression is said to be, with the calls that make them; `seen` were followed already.

        What makes a client says more than an annotation, which leaves the call open.
        """
        if node in seen:
            return []
        seen.add(node)
        if isinstance(node, cst.Await):
            return self._sources(node.expression, seen)
        if isinstance(node, cst.Call):
            return self._sources_of_call(node, seen)
        if isinstance(node, cst.BooleanOperation):
            return [*self._sources(node.left, seen), *self._sources(node.right, seen)]
        if isinstance(node, cst.IfExp):
            return [*self._sources(node.body, seen), *self._sources(node.orelse, seen)]
        if not isinstance(node, cst.Name | cst.Attribute):
            return []
        named: list[_Source] = [(*pair, None) for pair in self.named(node)]
        found: list[_Source] = []
        for bound in self.tree.bindings(node):
            if bound.annotation is not None:
                names = _names_in(bound.annotation)
                named += [(*pair, None) for name in names for pair in self.named(name)]
            if isinstance(bound.value, cst.ClassDef):
                found += self._sources_of_class(bound.value, seen)
            elif isinstance(bound.value, cst.FunctionDef):
                # A property is what it answers with.
                found += [each for answer in self.tree.returned(bound.value) for each in self._sources(answer, seen)]
            elif bound.value is not None and bound.value is not node:
                found += self._sources(bound.value, seen)
        own = isinstance(node, cst.Name) and node.value in ("self", "cls") and self.tree.class_of(node)
        if own and isinstance(own.node, cst.ClassDef):
            found += self._sources_of_class(own.node, seen)
        for given in self.flow.given(node):
            found += self._sources(given, seen)
        made = [source for source in found if source[2] is not None]
        outer: list[_Source] = []
        # What else a client has is asked as it is; what a class of the file's own has may be anything.
        if isinstance(node, cst.Attribute) and last_name(node.value) != "self" and not (named or found):
            outer = self._sources(node.value, seen)
        return made or named or found or outer

    def _sources_of_class(self, written: cst.ClassDef, seen: set[cst.CSTNode]) -> list[_Source]:
        """A class of the file's own is asked as what it is derived from, unless it may send that elsewhere."""
        if "__init__" in self.tree.scopes[written.body].values:
            return []
        return [source for base in written.bases for source in self._sources(base.value, seen)]

    def _sources_of_call(self, call: cst.Call, seen: set[cst.CSTNode]) -> list[_Source]:
        named: list[_Source] = [(*pair, call) for pair in self.named(call.func)]
        if named:
            return named
        found = [source for answer in self.tree.answers_of(call) for source in self._sources(answer, seen)]
        if not found and self.tree.is_own(call.func):
            found = [(*source[:2], source[2] or call) for source in self._sources(call.func, seen)]
        # Options and patches answer with the client that they are called on or given.
        if not found and isinstance(call.func, cst.Attribute):
            found = self._sources(call.func.value, seen)
        return found or [source for arg in call.args[:1] for source in self._sources(arg.value, seen)]

    def made(self, framework: Framework, client: Client, call: cst.Call | None) -> Asked:
        """A client as a call makes it; None stands for one that is made elsewhere."""
        own = () if client.surface is None else (client.surface,)
        if call is None:
            return Asked(framework, client, own)
        for stand_in in self._given_clients(client, call):
            inner = next(iter(self.behind(stand_in)), None)
            if inner is None:
                return Asked(framework, client, ())
            return Asked(framework, client, inner.surfaces, inner.base, inner.doubts)
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

    def _given_clients(self, client: Client, call: cst.Call) -> Iterator[cst.BaseExpression]:
        """What is given to be asked in a client's stead: by name, or in any place if it is known to be a client."""
        for name in client.through:
            value = argument(call, name)
            if value is not None and last_name(value) != "None" and self.texts.text(value) is None:
                yield value
        if client.through:
            yield from (arg.value for arg in call.args if arg.keyword is None and self.behind(arg.value))

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
            isinstance(target, cst.Attribute)
            and target.attr.value in ("api_base", "base_url", "api_type", "azure_endpoint")
            and (self.tree.dotted(target) or "").partition(".")[0] in framework.modules
            for target in self.tree.targets
        )


def _one_of(asked: list[Asked]) -> Asked:
    """What is known of a client that is one of several: the surfaces of all, if each has one."""
    first, distinct = asked[0], set(asked)
    if len(distinct) == 1:
        return first
    surfaces = {surface for each in asked for surface in each.surfaces} if all(each.surfaces for each in asked) else ()
    return Asked(first.framework, first.client, tuple(sorted(surfaces)))


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
