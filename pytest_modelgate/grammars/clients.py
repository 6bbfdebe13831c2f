"""Which client a call is made on: its class, followed back to where it is made, and whom it asks as made there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.grammars.given import Given
from pytest_modelgate.grammars.imports import Imports
from pytest_modelgate.grammars.knowledge import is_of, knowledge
from pytest_modelgate.grammars.names import MOST
from pytest_modelgate.grammars.paths import dotted, made_by
from pytest_modelgate.grammars.shapes import Call, Class, Member, Name, Through
from pytest_modelgate.kinds import OTHER_HOST
from pytest_modelgate.terms import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.texts import Texts
    from pytest_modelgate.kinds import Client, Framework, Lexicon

_AZURE_VARIABLE = re.compile(r"AZURE\w*(?:ENDPOINT|BASE|HOST|URL)")
_AZURE_KEY = re.compile(r"AZURE\w*(?:KEY|TOKEN)")
_SPEAKS_OPENAI = re.compile(r"/openai/(?:v1|deployments/)")
"""What an address of Azure's holds where OpenAI's own client can ask it."""
_TYPE = re.compile(r"[A-Za-z_][\w.:]*")
_PART = re.compile(r"\w+")
_BETWEEN = re.compile(r"\\|::|/")
"""What stands between the names of a module."""
_OWN = (".", "@/", "~/", "#", "$", "/", "src/")
"""How modules of the project itself begin, where the names of its files or short names for its folders are imported."""
_LONGEST = 200
"""Characters of a type that are looked at."""
_NONE = frozenset({"undefined", "null", "None", "nil"})
_DEEP = 6
"""Clients around clients, and classes under classes, through which one is followed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A client as it is made: whom it asks, at its own address if `base` is given, and what is wrong with it."""

    framework: Framework
    client: Client
    surfaces: tuple[str, ...]
    base: str | None = None
    doubts: tuple[Doubt, ...] = ()


_Source = tuple["Framework", "Client", "Node | None"]
"""A client with the call that makes it, or None where it is made elsewhere."""


class Clients:
    """The clients of one tree."""

    def __init__(self, flow: Flow, texts: Texts, lexicon: Lexicon) -> None:
        self.flow = flow
        self.texts = texts
        self.tree = flow.tree
        self.names = flow.names
        self.lexicon = lexicon
        self.imports = Imports(flow)
        self.given = Given(flow)
        self.known = knowledge(lexicon, flow.grammar.framework)
        self._behind: dict[int, tuple[Asked, ...]] = {}

    def named(self, of: Node | None, name: str, node: Node) -> Iterator[tuple[Framework, Client]]:
        """The clients that a callee, or an expression, of that last name names."""
        path = self.imports.path_of(of, name, node)
        module, _, taken = path.partition("#")
        if taken.partition(".")[0] == "default":
            # Each file calls it as it likes; what it holds is called as it is.
            rest = taken.partition(".")[2]
            candidates = self.known.clients.get(rest, ()) if rest else self.known.defaults
            for framework, client in candidates:
                if is_of(framework, client, module):
                    yield framework, client
            if rest or any(is_of(framework, None, module) for framework, _ in candidates):
                return
        spelled = f"{dotted(self.tree, of)}.{name}" if of is not None else name
        last = (taken.rpartition(".")[2] if of is None else "") or name
        candidates = tuple(
            (framework, client)
            for framework, client in self.known.clients.get(last, ())
            if client.name == last or spelled.endswith(client.name)
        )
        if module and not _is_own(module):
            # Another package's client of the name is another client.
            ours = [pair for pair in candidates if is_of(*pair, module)]
            nearest = max((len(client.module) for _, client in ours), default=0)
            yield from (pair for pair in ours if len(pair[1].module) == nearest)
            return
        if self.flow.grammar.implied:
            # What no import names is no package's.
            return
        if of is None and not path and self.names.seen(name, node):
            return
        used = [pair for pair in candidates if self.imports.uses(pair[0])]
        outer = dotted(self.tree, of)
        if spelled_out := [pair for pair in used if outer and _BETWEEN.sub(".", pair[1].module) == outer]:
            yield from spelled_out
        elif of is None or not self._is_namespace(of):
            yield from used if used or of is not None else candidates

    def _is_namespace(self, of: Node) -> bool:
        """Whether an expression is the namespace of what stands behind it, and nothing else."""
        return self.flow.grammar.namespaces is not None and of.type == self.flow.grammar.namespaces

    def behind(self, receiver: Node) -> tuple[Asked, ...]:
        """The clients that a receiver may be, one for each framework that has one of that name; mostly one or none.

        Of several that are made for one receiver, it is known alone that one of them is asked.
        """
        if receiver.id not in self._behind:
            # A client that holds itself is not known.
            self._behind[receiver.id] = ()
            found: dict[str, list[Asked]] = {}
            for framework, client, call in self._sources(receiver, 0):
                found.setdefault(framework.name, []).append(self.made(framework, client, call))
            self._behind[receiver.id] = tuple(_one_of(each) for each in found.values())
        return self._behind[receiver.id]

    def _sources(self, node: Node, depth: int) -> list[_Source]:
        """The clients that an expression is said to be, with the calls that make them.

        What makes a client says more than an annotation, which leaves the call open.
        """
        if depth > _DEEP:
            return []
        found: list[_Source] = []
        for end in self.flow.ends(node):
            shape = self.tree.shape(end.node)
            if isinstance(shape, Call):
                found += self._of_call(shape, end.node, depth)
            elif isinstance(shape, Class):
                found += self._of_class(shape, depth)
            elif isinstance(shape, Name):
                found += self._annotated(end.node) or [(*pair, None) for pair in self.named(None, shape.text, end.node)]
            elif isinstance(shape, Member):
                named: list[_Source] = [(*pair, None) for pair in self.named(shape.of, shape.name, end.node)]
                found += named or self._of_member(shape, depth)
        made = [source for source in found if source[2] is not None]
        return made or self._annotated(node) or found

    def _of_member(self, member: Member, depth: int) -> list[_Source]:
        """A member by what it is declared to be; else what else a client has is asked as it is."""
        for bound in self.names.members(member.name, self.names.class_of(member.of)):
            if bound.annotation is not None and (found := self._of_type(bound.annotation)):
                return found
        shape = self.tree.shape(member.of)
        if isinstance(shape, Name) and self.names.is_own(member.of, shape.text):
            return []
        return self._sources(member.of, depth + 1)

    def _annotated(self, node: Node) -> list[_Source]:
        kinds = (bound.annotation for bound in self.names.bindings(node))
        return [source for kind in kinds if kind is not None for source in self._of_type(kind)]

    def _of_type(self, annotation: Node) -> list[_Source]:
        found: list[_Source] = []
        for spelled in dict.fromkeys(_TYPE.findall(self.tree.text(annotation)[:_LONGEST])):
            names = _PART.findall(spelled)
            module = self.imports.import_of(names[0], annotation).partition("#")[0] if names else ""
            # What no import names may be spelled out.
            module = module or spelled.rpartition("::")[0]
            for framework, client in self.known.clients.get(names[-1], ()) if names else ():
                used = is_of(framework, client, module) if module else self.imports.uses(framework)
                if used and ".".join(names).endswith(client.name):
                    found.append((framework, client, None))
        return found

    def _of_class(self, shape: Class, depth: int) -> list[_Source]:
        """A class of the file's own is asked as what it is derived from, unless it may send that elsewhere."""
        if any(self.names.members(name, shape.name) for name in self.flow.grammar.constructors):
            return []
        return [source for base in shape.bases for source in self._sources(base, depth + 1)]

    def _of_call(self, call: Call, node: Node, depth: int) -> list[_Source]:
        for of, name in dict.fromkeys((made_by(self.tree, call), (call.of, call.name))):
            named: list[_Source] = [(*pair, node) for pair in self.named(of, name, node)]
            if named:
                return named
        if call.of is None and call.name and self.flow.class_named(None, call.name):
            made = [bound.made for each in self.names.known(call.name).bound.values() for bound in each]
            classes = (self.tree.shape(each) for each in made if each is not None)
            return [
                (framework, client, inner or node)
                for each in classes
                if isinstance(each, Class)
                for framework, client, inner in self._of_class(each, depth + 1)
            ]
        # Options and patches answer with the client that they are called on or given.
        of = self._before(call)
        found = self._sources(of, depth + 1) if of is not None else []
        plain = call.of is None and not self.flow.grammar.dollar
        for bound in self.names.seen(call.name, node) if plain else ():
            # What a client that is called answers with is told of by its own call.
            found += self._sources(bound.value, depth + 1) if bound.value is not None and not bound.key else []
        return found or [source for given in call.arguments[:1] for source in self._sources(given.value, depth + 1)]

    def _before(self, call: Call) -> Node | None:
        """What a call is called on; of a chain that builds something, what the chain begins with."""
        of = call.of
        for _ in range(MOST if self.flow.grammar.fluent else 0):
            shape = None if of is None else self.tree.shape(of)
            if isinstance(shape, Through):
                of = shape.value
            elif of is not None and isinstance(shape, Call) and self._goes_on(shape, of):
                of = shape.of
            else:
                break
        return of

    def _goes_on(self, call: Call, node: Node) -> bool:
        """Whether a call gives something more to what it is called on, rather than making it."""
        if call.makes or call.of is None or call.name in self.flow.grammar.makers:
            return False
        return not self.flow.functions.of(call) and not any(self.named(call.of, call.name, node))

    def _of(self, client: Client, call: Node, name: str) -> Node | None:
        """An argument of a client's constructor, by its name or by the place that the client has for it."""
        first, _, rest = name.partition(".")
        place = client.places.index(first) if first in client.places else None
        found = self.given.one(call, name, None if rest else place)
        if found is None and rest and (outer := self.given.one(call, first, place)) is not None:
            found = next(self.flow.held(outer, rest), None)
        return None if found is None or dotted(self.tree, found) in _NONE else found

    def made(self, framework: Framework, client: Client, call: Node | None) -> Asked:
        """A client as a call makes it; None stands for one that is made elsewhere."""
        own = () if client.surface is None else (client.surface,)
        if call is None:
            return Asked(framework, client, own, client.base if client.made else None)
        for stand_in in self._given_clients(client, call):
            inner = next(iter(self.behind(stand_in)), None)
            if inner is None:
                return Asked(framework, client, ())
            return Asked(framework, client, inner.surfaces, inner.base, inner.doubts)
        told = self._told(client, call, flagged=True)
        if told is not None:
            return Asked(framework, client, (told,), None, tuple(self._doubts(client, call)))
        for name in client.base_url:
            if (value := self._of(client, call, name)) is not None:
                asked = self._sent_elsewhere(framework, client, value)
                told = self._told(client, call, flagged=False) if asked.doubts or not asked.surfaces else None
                return Asked(framework, client, (told,)) if told else asked
        doubts = tuple(self._doubts(client, call))
        told = self._told(client, call, flagged=False)
        if told is not None:
            return Asked(framework, client, (told,), None, doubts)
        return Asked(framework, client, own, None if self.given.is_open(call) else client.base, doubts)

    def _told(self, client: Client, call: Node, *, flagged: bool) -> str | None:
        """The surface that an argument tells: one with a certain value, which says more than an address, or any."""
        for name, sought, surface in client.tells:
            value = self._of(client, call, name) if bool(sought) is flagged else None
            if value is not None and sought in ("", self.flow.key_of(value), self.tree.text(value)):
                return surface
        return None

    def _given_clients(self, client: Client, call: Node) -> Iterator[Node]:
        """What is given to be asked in a client's stead: by name, or in any place if it is known to be a client."""
        for name in client.through:
            value = self._of(client, call, name)
            if value is not None and self.texts.text(value) is None:
                yield value
        if client.through:
            shape = self.tree.shape(call)
            for each in shape.arguments if isinstance(shape, Call) else ():
                if not each.name and not self.given.is_options(each.value) and self.behind(each.value):
                    yield each.value

    def _sent_elsewhere(self, framework: Framework, client: Client, value: Node) -> Asked:
        url = self.texts.text(value) or self.texts.outline(value)
        host = _host(url)
        if host is None or "{" in host:
            variable = self.texts.variable(value)
            if client.surface == "openai" and variable is not None and _AZURE_VARIABLE.fullmatch(variable):
                return Asked(framework, client, ("azure",), None, (Doubt.AZURE_HOST,))
            return Asked(framework, client, ())
        surface = self.surface_at(host)
        amiss = surface == "azure" and client.surface == "openai" and _SPEAKS_OPENAI.search(url) is None
        return Asked(framework, client, (surface,), None, (Doubt.AZURE_HOST,) if amiss else ())

    def _doubts(self, client: Client, call: Node) -> Iterator[Doubt]:
        key = self._of(client, call, client.key) if client.key else None
        variable = None if key is None else self.texts.variable(key)
        if client.surface == "openai" and variable is not None and _AZURE_KEY.fullmatch(variable):
            yield Doubt.AZURE_KEY
        if self.given.is_open(call):
            return
        for name, stand_in in client.needs:
            if self.given.one(call, name) is None and stand_in.encode() not in self.tree.content:
                yield Doubt.NO_API_VERSION

    def surface_at(self, host: str) -> str:
        """The surface that answers at a host."""
        return next(
            (surface for known, surface in self.lexicon.hosts.items() if host == known or host.endswith(f".{known}")),
            OTHER_HOST,
        )


def _is_own(module: str) -> bool:
    """Whether what is imported is the project's own, which may hold a client that it made."""
    return module.startswith(_OWN)


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname if "://" in url else None
    except ValueError:
        return None


def _one_of(asked: list[Asked]) -> Asked:
    """What is known of a client that is one of several: the surfaces of all, if each has one."""
    first, distinct = asked[0], set(asked)
    if len(distinct) == 1:
        return first
    surfaces = {surface for each in asked for surface in each.surfaces} if all(each.surfaces for each in asked) else ()
    return Asked(first.framework, first.client, tuple(sorted(surfaces)))
