"""The calls that are known to take a model id: what names the model, who will serve it, and through what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.grammars.candidates import finder
from pytest_modelgate.grammars.clients import Clients
from pytest_modelgate.grammars.flow import dotted
from pytest_modelgate.grammars.names import MOST
from pytest_modelgate.grammars.shapes import Bind, Call, Import, Member, Name, Through
from pytest_modelgate.kinds import ENDPOINTS, OTHER_HOST, ModelCall
from pytest_modelgate.terms import Doubt
from pytest_modelgate.values import Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.clients import Asked
    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.texts import Texts
    from pytest_modelgate.kinds import Client, Framework, Lexicon

_DEPLOYMENT = re.compile(r"(?:AZURE\w*)?DEPLOYMENT(?:_NAME|_ID)?|AZURE\w*DEPLOY\w*")
_NONE = frozenset({"undefined", "null", "None", "nil", "nullptr"})
_NEAR = 5
"""Nodes between the last name of a callee and its call."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A literal, or a join of text, that a call is given as its model."""

    node: Node
    use: Use


@dataclass(frozen=True, slots=True)
class Unknown:
    """A model that only running code knows."""

    node: Node
    use: Use


@dataclass(frozen=True, slots=True)
class Ended:
    """A call of an API that the table has an end for, whether or not it is given a model."""

    node: Node
    surface: str
    use: Use


@dataclass(frozen=True, slots=True)
class _Heard:
    """One reading of a call: what takes the model, who is asked, and through what."""

    known: ModelCall
    surfaces: tuple[str, ...]
    asked: Asked | None = None
    certain: bool = True
    """Whether the code says that it is this call, rather than one that ends alike."""


class Calls:
    """The known calls of one tree."""

    def __init__(self, flow: Flow, texts: Texts, lexicon: Lexicon) -> None:
        self.flow = flow
        self.texts = texts
        self.tree = flow.tree
        self.lexicon = lexicon
        self.clients = Clients(flow, texts, lexicon)
        self.known = self.clients.known

    def found(self) -> Iterator[Reached | Unknown | Ended]:
        """What every known call is given as its model, and the calls of APIs that end."""
        done: set[int] = set()
        for node, call in self._calls():
            if node.id in done:
                continue
            done.add(node.id)
            for heard in self._readings(node, call):
                yield from self._given(heard, node, call)
        for read, node, call in self._called_clients():
            for asked in self.clients.behind(read):
                for framework, method in self.known.methods.get("", ()):
                    if framework is asked.framework:
                        surfaces = (method.surface,) if method.surface else asked.surfaces
                        yield from self._given(_Heard(method, surfaces, asked), node, call)

    def _calls(self) -> Iterator[tuple[Node, Call]]:
        """The calls whose last name is known, under that name or the one that the file imports it by."""
        words = finder(self.known.last_names).found(self.tree.content)
        names = {last: {last} for last in sorted({word for _, _, word in words})}
        for last in sorted(names):
            for leaf in self.tree.leaves(self.tree.places(last)[:MOST]):
                above = self.tree.parent(leaf)
                call = self._call_at(leaf, last)
                if call is not None:
                    yield call
                elif above is not None:
                    names[last] |= self._imported_as(leaf, last)
        for last, others in names.items():
            for other in others - {last}:
                yield from self.flow.calls_of(other)

    def _imported_as(self, leaf: Node, last: str) -> set[str]:
        for above, _ in self.tree.ancestors(leaf):
            shape = self.tree.shape(above)
            if isinstance(shape, Import):
                return {called for called, path in shape.names if path.endswith(f"#{last}")}
            if shape is not None and not isinstance(shape, Name):
                break
        return set()

    def _call_at(self, leaf: Node, name: str) -> tuple[Node, Call] | None:
        """The call whose last name a leaf is."""
        for at, (above, _) in enumerate(self.tree.ancestors(leaf)):
            shape = self.tree.shape(above)
            if isinstance(shape, Call):
                inside = any(each.value.start_byte <= leaf.start_byte < each.value.end_byte for each in shape.arguments)
                return (above, shape) if shape.name == name and not inside else None
            if at >= _NEAR or (shape is not None and not isinstance(shape, Member | Through | Name)):
                return None
        return None

    def _called_clients(self) -> Iterator[tuple[Node, Node, Call]]:
        """The calls of what may be a client itself: what is called, and the call."""
        frameworks = {framework.name: framework for framework, _ in self.known.methods.get("", ())}
        names: set[str] = set()
        for framework in frameworks.values():
            for client in framework.clients if self.clients.uses(framework) else ():
                for leaf in self.tree.leaves(self.tree.places(client.name)[:MOST]):
                    names |= self._called_so(leaf, client)
                    made = self._call_at(leaf, client.name)
                    above = None if made is None else self.tree.parent(made[0])
                    shape = None if above is None else self.tree.shape(above)
                    if made and above and isinstance(shape, Call) and shape.of and shape.of.id == made[0].id:
                        yield made[0], above, shape
        for name in sorted(names):
            known = self.flow.names.known(name)
            for read in (*known.reads, *known.member_reads):
                found = self._call_at(read, name)
                if found is not None and not found[1].makes:
                    yield read, *found

    def _called_so(self, leaf: Node, client: Client) -> set[str]:
        """The names under which the file has a client where it is named: its own, or those that it is given to."""
        if client.made and leaf.type not in self.tree.grammar.strings:
            imported = self._imported_as(leaf, client.name)
            if imported:
                return imported
        for at, (above, below) in enumerate(self.tree.ancestors(leaf)):
            shape = self.tree.shape(above)
            if isinstance(shape, Bind):
                targets = [target for target, value in shape.pairs if value is not None and value.id == below.id]
                said = [self.tree.shape(target) for target in targets]
                return {each.text if isinstance(each, Name) else getattr(each, "name", "") for each in said} - {""}
            if at > _NEAR:
                break
        return set()

    def _given(self, heard: _Heard, node: Node, call: Call) -> Iterator[Reached | Unknown | Ended]:
        values = self._values(heard.known, call)
        value = values[0] if values else None
        use = self._use(heard, node, call, value)
        surface = self._ended(heard, use)
        if surface is not None:
            yield Ended(node, surface, use)
        if value is None or dotted(self.tree, value) in _NONE:
            return
        if use.base is not None and _DEPLOYMENT.fullmatch(self.texts.variable(value) or ""):
            use = replace(use, doubts=(*use.doubts, Doubt.DEPLOYMENT))
        found = False
        for each in values:
            for origin in self.flow.origins(each):
                found = True
                yield Reached(origin.node, replace(use, sure=origin.sure))
        # What is given a client is told of its model by that client's own call.
        if not found and heard.certain and not self.clients.behind(value):
            yield Unknown(value, use)

    def _values(self, known: ModelCall, call: Call) -> list[Node]:
        """What the call is given as its model."""
        if not known.argument:
            return []
        if known.key:
            at = known.position
            inner = list(self.clients.given(call, f"{known.argument}.{known.key}"))
            if not inner and at is not None and at < len(call.arguments):
                inner = list(self.flow.held(call.arguments[at].value, known.key))
            if not inner:
                for body in self.clients.given(call, known.argument):
                    inner += self.flow.held(body, known.key)
            return inner
        return list(self.clients.given(call, known.argument, known.position))

    def _use(self, heard: _Heard, node: Node, call: Call, value: Node | None) -> Use:
        asked = heard.asked
        line = self.tree.line(node.start_byte)
        given = line if value is None else self.tree.line(value.start_byte)
        inside = value is not None and node.start_byte <= value.start_byte < node.end_byte
        return Use(
            call=self.spelled(call),
            line=line,
            argument=given if inside and given != line else None,
            surfaces=heard.surfaces,
            endpoint=heard.known.endpoint,
            client=None if asked is None else asked.client.name,
            base=None if asked is None else asked.base,
            doubts=() if asked is None else asked.doubts,
        )

    def _ended(self, heard: _Heard, use: Use) -> str | None:
        """The surface whose API the call uses, where the table has an end for it."""
        if use.endpoint is None or not heard.certain:
            return None
        ending = [surface for surface, endpoint in self.lexicon.apis if endpoint == use.endpoint]
        surfaces = heard.surfaces or tuple(ending if not heard.known.argument and len(ending) == 1 else ())
        return next((surface for surface in surfaces if surface in ending), None)

    def _readings(self, node: Node, call: Call) -> Iterator[_Heard]:
        path = self.clients.path_of(call.of, call.name, node)
        functions = list(self._functions(path, call))
        for framework, function in functions:
            if function.address:
                yield from self._of_address(function, call)
            else:
                surface = function.surface or framework.surface
                yield _Heard(function, () if surface is None else (surface,))
        for framework, client in self.clients.named(call.of, call.name, node):
            if client.arguments and not client.made:
                asked = self.clients.made(framework, client, call)
                for index, name in enumerate(client.arguments):
                    position = client.position if index == 0 else None
                    known = ModelCall(path=client.name, argument=name, position=position, endpoint=client.endpoint)
                    yield _Heard(known, asked.surfaces, asked)
        if not functions:
            yield from self._of_method(call)

    def _functions(self, path: str, call: Call) -> Iterator[tuple[Framework, ModelCall]]:
        spelled = f"{dotted(self.tree, call.of)}.{call.name}" if call.of is not None else call.name
        last = path.rpartition("#")[2].rpartition(".")[2] if path and call.of is None else call.name
        for framework, function in self.known.functions.get(last, ()):
            module, sign, taken = function.path.rpartition("#")
            if sign:
                own, _, rest = path.partition("#")
                if rest == taken and (own == module or own.startswith(f"{module}/")):
                    yield framework, function
            elif function.path in (spelled, path.rpartition("#")[2]):
                yield framework, function

    def _of_method(self, call: Call) -> Iterator[_Heard]:
        """The calls on clients that end as the callee does: those of the client, if it is known."""
        matching = [
            (framework, method, receiver)
            for framework, method in self.known.methods.get(call.name, ())
            if (receiver := self._receiver(call, method.path)) is not None
        ]
        # `completions.create` is also how `chat.completions.create` ends.
        longest = max((method.path.count(".") for _, method, _ in matching), default=0)
        candidates = [each for each in matching if each[1].path.count(".") == longest]
        open_ones: list[tuple[Framework, ModelCall]] = []
        for framework, method, receiver in candidates:
            if receiver is call:
                # A chain that began with its builder.
                surface = method.surface or framework.surface
                yield _Heard(method, () if surface is None else (surface,), certain=self.clients.uses(framework))
                continue
            behind = self.clients.behind(receiver)  # type: ignore[arg-type] # the call itself was told apart above
            asked = next((each for each in behind if each.framework is framework), None)
            if method.address:
                if asked is not None or not behind:
                    yield from self._of_address(method, call)
            elif asked is not None:
                surfaces = (method.surface,) if method.surface else asked.surfaces
                yield _Heard(method, surfaces, asked)
            elif not behind and ("." in method.path or self._is_telling(framework)):
                open_ones.append((framework, method))
        yield from self._alike(open_ones)

    def _is_telling(self, framework: Framework) -> bool:
        return self.clients.uses(framework)

    def _receiver(self, call: Call, path: str) -> Node | Call | None:
        """What a method is called on when the callee ends in `path`, or None when it does not.

        A path that begins with a type and ends in a method of what builds it, `X.builder.model`, gives the call itself
        for a chain of calls that begins so.
        """
        parts = path.split(".")
        if len(parts) > 2 and parts[0][:1].isupper():  # a type, its builder, and a method
            return call if self._chain(call)[: len(parts) - 1] == parts[:-1] else None
        node = call.of
        for name in reversed(parts[:-1]):
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

    def _chain(self, call: Call) -> list[str]:
        """The names of a chain of calls from its begin, names of the file followed to where they are given."""
        names: list[str] = []
        node: Node | None = call.of
        for _ in range(MOST):
            shape = None if node is None else self.tree.shape(node)
            if isinstance(shape, Name):
                ends = self.flow.ends(node) if node is not None else ()
                if len(ends) == 1 and isinstance(self.tree.shape(ends[0].node), Call):
                    node = ends[0].node
                    continue
                names.append(shape.text)
                break
            if isinstance(shape, Call | Member):
                names.append(shape.name)
                node = shape.of
                continue
            if isinstance(shape, Through):
                node = shape.value
                continue
            break
        return [name for name in reversed(names) if name]

    def _alike(self, candidates: list[tuple[Framework, ModelCall]]) -> Iterator[_Heard]:
        """What calls on a client that is not known have in common, those of imported frameworks first."""
        used = [method for framework, method in candidates if self.clients.uses(framework)]
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
            yield _Heard(common, () if surface is None else (surface,), certain=bool(used))

    def _of_address(self, known: ModelCall, call: Call) -> Iterator[_Heard]:
        """The call of an address whose host or path is known."""
        value = self.clients.argument(call, known.address, known.address_position)
        address = self.texts.outline(value) if value is not None else ""
        path, _, _ = address.partition("?")
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
            yield _Heard(replace(known, endpoint=endpoint), () if surface is None else (surface,))

    def spelled(self, call: Call) -> str:
        """A callee as the code spells it, without the arguments of calls on its way, which may hold keys."""
        names = [call.name]
        node = call.of
        for _ in range(MOST):
            shape = None if node is None else self.tree.shape(node)
            if isinstance(shape, Through):
                node = shape.value
            elif isinstance(shape, Member):
                names.append(shape.name)
                node = shape.of
            elif isinstance(shape, Call):
                names.append(f"{shape.name}()")
                node = shape.of
            else:
                if node is not None:
                    names.append(shape.text if isinstance(shape, Name) else "...")
                break
        return ".".join(name for name in reversed(names) if name)


def unique(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Uses in order of line, each once."""
    return tuple(sorted(dict.fromkeys(uses), key=lambda use: (use.path or "", use.line, use.call)))
