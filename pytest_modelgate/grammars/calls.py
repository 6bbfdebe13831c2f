"""The calls that are known to take a model id: what names the model, who will serve it, and through what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pytest_modelgate.grammars.callees import Callees
from pytest_modelgate.grammars.clients import Clients
from pytest_modelgate.grammars.knowledge import is_of
from pytest_modelgate.grammars.names import MOST
from pytest_modelgate.grammars.paths import dotted
from pytest_modelgate.grammars.shapes import Call, Member, Name, Record, Text, Through
from pytest_modelgate.grammars.signatures import Heard, Signatures
from pytest_modelgate.kinds import GATEWAY
from pytest_modelgate.terms import Doubt
from pytest_modelgate.values import Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from pytest_modelgate.grammars.flow import Flow
    from pytest_modelgate.grammars.texts import Texts
    from pytest_modelgate.kinds import Lexicon, ModelCall

_DEPLOYMENT = re.compile(r"(?:AZURE\w*)?DEPLOYMENT(?:_NAME|_ID)?|AZURE\w*DEPLOY\w*")
_NONE = frozenset({"undefined", "null", "None", "nil", "nullptr"})


@dataclass(frozen=True, slots=True)
class Reached:
    """A literal, or a join of text, that a call is given as its model."""

    node: Node
    use: Use
    prepared: bool = False
    """Whether the call only makes what another is given, which says more."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A model that only running code knows."""

    node: Node
    use: Use
    prepared: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """A call of an API that the table has an end for, whether or not it is given a model."""

    node: Node
    surface: str
    use: Use


class Calls:
    """The known calls of one tree."""

    def __init__(self, flow: Flow, texts: Texts, lexicon: Lexicon) -> None:
        self.flow = flow
        self.texts = texts
        self.tree = flow.tree
        self.lexicon = lexicon
        self.clients = Clients(flow, texts, lexicon)
        self.known = self.clients.known
        self.callees = Callees(self.clients)
        self.signatures = Signatures(self.clients)

    def found(self) -> Iterator[Reached | Unknown | Ended]:
        """What every known call is given as its model, and the calls of APIs that end."""
        done: set[int] = set()
        for node, call in self.callees.named():
            if node.id in done:
                continue
            done.add(node.id)
            for heard in self.signatures.of(node, call):
                yield from self._given(heard, node, call)
        for read, node, call in self.callees.of_clients():
            for asked in self.clients.behind(read):
                for framework, method in self.known.methods.get("", ()):
                    if framework is asked.framework:
                        surfaces = (method.surface,) if method.surface else asked.surfaces
                        yield from self._given(Heard(method, surfaces, asked), node, call)

    def _given(self, heard: Heard, node: Node, call: Call) -> Iterator[Reached | Unknown | Ended]:
        values = self._values(heard.known, node, call)
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
                if not self._is_sure(origin.node):
                    continue
                yield Reached(origin.node, replace(use, sure=origin.sure), heard.known.prepares)
        # What is given a client is told of its model by that client's own call; a constant of a package is fixed there.
        if found or not heard.certain or self.clients.behind(value):
            return
        if not (self._is_object(value) or self._is_theirs(value)):
            # Where a text would be sent to a gateway, anything else may be a model that asks its maker.
            surfaces = tuple(surface for surface in use.surfaces if surface != GATEWAY)
            yield Unknown(value, replace(use, surfaces=surfaces), heard.known.prepares)

    def _is_sure(self, node: Node) -> bool:
        """Whether a text is what the file spells, or what a package's constant stands for by its name: a known id."""
        shape = self.tree.shape(node)
        if not isinstance(shape, Text) or node.type not in self.tree.grammar.constants:
            return True
        return self.lexicon.is_known("".join(part for part in shape.parts if isinstance(part, str)))

    def _is_object(self, value: Node) -> bool:
        """Whether what stands where a model may be given is an object that the file makes, and so no id."""
        shapes = [self.tree.shape(end.node) for end in self.flow.ends(value)]
        built = self.flow.grammar.fluent
        return any(
            isinstance(shape, Record)
            or (isinstance(shape, Call) and (shape.makes or (built and shape.name == "build")))
            for shape in shapes
        )

    def _is_theirs(self, value: Node) -> bool:
        """Whether an expression is something that a framework's own package names, such as `openai.GPT4o`."""
        shape = self.tree.shape(value)
        if not isinstance(shape, Member):
            return False
        module = self.clients.imports.path_of(shape.of, shape.name, value).partition("#")[0]
        return bool(module) and any(is_of(framework, None, module) for framework in self.known.frameworks)

    def _values(self, known: ModelCall, node: Node, call: Call) -> list[Node]:
        """What the call is given as its model."""
        if not known.argument:
            return []
        if known.key:
            at = known.position
            inner = list(self.clients.given.all(node, f"{known.argument}.{known.key}"))
            if not inner and at is not None and at < len(call.arguments):
                inner = list(self.flow.held(call.arguments[at].value, known.key))
            if not inner:
                for body in self.clients.given.all(node, known.argument):
                    inner += self.flow.held(body, known.key)
            return inner
        return list(self.clients.given.all(node, known.argument, known.position))

    def _use(self, heard: Heard, node: Node, call: Call, value: Node | None) -> Use:
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

    def _ended(self, heard: Heard, use: Use) -> str | None:
        """The surface whose API the call uses, where the table has an end for it."""
        if use.endpoint is None or not heard.certain:
            return None
        ending = [surface for surface, endpoint in self.lexicon.apis if endpoint == use.endpoint]
        surfaces = heard.surfaces or tuple(ending if not heard.known.argument and len(ending) == 1 else ())
        return next((surface for surface in surfaces if surface in ending), None)

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
