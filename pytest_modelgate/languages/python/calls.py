"""The calls that are known to take a model id: what names the model, who will serve it, and through what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import libcst as cst

from pytest_modelgate.kinds import ENDPOINTS, OTHER_HOST, ModelCall
from pytest_modelgate.languages.python.clients import Clients
from pytest_modelgate.languages.python.flow import PARTIALS
from pytest_modelgate.languages.python.knowledge import knowledge
from pytest_modelgate.languages.python.syntax import argument, last_name
from pytest_modelgate.terms import Doubt
from pytest_modelgate.values import Use

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.kinds import Framework, Lexicon
    from pytest_modelgate.languages.python.clients import Asked
    from pytest_modelgate.languages.python.flow import Flow, Origin
    from pytest_modelgate.languages.python.literals import Literals
    from pytest_modelgate.languages.python.texts import Texts

_MOST = 1_000
"""Texts that one call can be given, as far as they are followed."""
_DEPLOYMENT = re.compile(r"(?:AZURE\w*)?DEPLOYMENT(?:_NAME|_ID)?|AZURE\w*DEPLOY\w*")


@dataclass(frozen=True, slots=True)
class Reached:
    """A literal, or a join of text, that a call is given as its model."""

    node: cst.CSTNode
    use: Use


@dataclass(frozen=True, slots=True)
class Linked:
    """What another file says of the model that a call is given: the dotted path by which this file imports it."""

    path: str
    value: cst.BaseExpression
    call: cst.Call
    use: Use
    key: str
    """Where the value is a dictionary, what names the model in it."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A model that only running code knows."""

    value: cst.BaseExpression
    call: cst.Call
    use: Use
    key: str
    """Where the value is a dictionary, what names the model in it."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A call of an API that the table has an end for, whether or not it is given a model."""

    call: cst.Call
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

    def __init__(self, flow: Flow, texts: Texts, literals: Literals, lexicon: Lexicon) -> None:
        self.flow = flow
        self.texts = texts
        self.tree = flow.tree
        self.lexicon = lexicon
        self.clients = Clients(flow, texts, lexicon, literals.parsed.text)
        self._known = knowledge(lexicon)
        self._last_names = self._known.last_names

    def found(self) -> Iterator[Reached | Linked | Unknown | Ended]:
        """What every known call is given as its model, and the calls of APIs that end."""
        for call in self.tree.calls:
            callee: cst.CSTNode = call.func
            if last_name(callee) in PARTIALS and call.args:
                callee = call.args[0].value
            if not self._may_be_known(callee):
                continue
            for heard in self._readings(callee, call):
                yield from self._given(heard, callee, call)

    def _may_be_known(self, callee: cst.CSTNode) -> bool:
        """Whether a callee ends as a known one does, under its own name or the one that the file imports it by."""
        if last_name(callee) in self._last_names:
            return True
        dotted = self.tree.dotted(callee) if isinstance(callee, cst.Name) else None
        return dotted is not None and dotted.rpartition(".")[2] in self._last_names

    def _given(
        self, heard: _Heard, callee: cst.CSTNode, call: cst.Call
    ) -> Iterator[Reached | Linked | Unknown | Ended]:
        use = self._use(heard, callee, call)
        surface = self._ended(heard, use)
        if surface is not None:
            yield Ended(call, surface, use)
        if not heard.known.argument:
            return
        position = None if callee is not call.func else heard.known.position
        value = argument(call, heard.known.argument, position)
        if value is not None and last_name(value) in ("None", "NOT_GIVEN", "omit"):
            return
        if value is not None and _DEPLOYMENT.fullmatch(self.texts.variable(value) or "") and use.base is not None:
            use = replace(use, doubts=(*use.doubts, Doubt.DEPLOYMENT))
        origins = list(islice(self._origins(heard.known, value, call), _MOST))
        for origin in origins:
            each = replace(use, sure=origin.sure)
            if origin.path is None:
                yield Reached(origin.node, each)
            elif value is not None:
                yield Linked(origin.path, value, call, each, heard.known.key)
        # What is given a client is told of its model by that client's own call.
        if not origins and value is not None and heard.certain and not self.clients.behind(value):
            yield Unknown(value, call, use, heard.known.key)

    def _origins(self, known: ModelCall, value: cst.BaseExpression | None, call: cst.Call) -> Iterator[Origin]:
        if value is None:
            key = f"{known.argument}.{known.key}" if known.key else known.argument
            for arg in call.args:
                if arg.star == "**":
                    yield from self.flow.items(arg.value, key)
        elif known.key:
            yield from self.flow.items(value, known.key)
        else:
            yield from self.flow.origins(value)

    def _use(self, heard: _Heard, callee: cst.CSTNode, call: cst.Call) -> Use:
        asked = heard.asked
        written = self.tree.calls[call]
        position = None if callee is not call.func else heard.known.position
        return Use(
            call=_spelled(callee),
            line=written.lineno,
            argument=_line_of(written, heard.known.argument, position),
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

    def _readings(self, callee: cst.CSTNode, call: cst.Call) -> Iterator[_Heard]:
        functions = self._known.functions.get(self.tree.dotted(callee) or "", ())
        if functions and (root := self.tree.variable_of(callee)) and self.clients.behind(root):
            # A client is often called like the module that it comes from: `openai = OpenAI()`.
            functions = ()
        for framework, function in functions:
            yield from self._of_function(framework, function, call)
        for framework, client in self.clients.named(callee):
            if client.arguments:
                asked = self.clients.made(framework, client, call)
                for index, name in enumerate(client.arguments):
                    position = client.position if index == 0 else None
                    known = _argument_of(client.name, name, position, client.endpoint)
                    yield _Heard(known, asked.surfaces, asked)
        if not functions:
            yield from self._of_method(callee, call)

    def _of_function(self, framework: Framework, function: ModelCall, call: cst.Call) -> Iterator[_Heard]:
        if function.address:
            yield from self._of_address(function, call)
            return
        surface = function.surface or framework.surface
        elsewhere = surface is None or self.clients.redirected(framework)
        yield _Heard(function, () if elsewhere or surface is None else (surface,))

    def _of_method(self, callee: cst.CSTNode, call: cst.Call) -> Iterator[_Heard]:
        """The calls on clients that end as the callee does: those of the client, if it is known."""
        matching = [
            (framework, method, receiver)
            for framework, method in self._known.methods.get(last_name(callee), ())
            if (receiver := _receiver(callee, method.path)) is not None
        ]
        # `completions.create` is also how `chat.completions.create` ends.
        longest = max((method.path.count(".") for _, method, _ in matching), default=0)
        candidates = [each for each in matching if each[1].path.count(".") == longest]
        open_ones: list[tuple[Framework, ModelCall]] = []
        for framework, method, receiver in candidates:
            behind = self.clients.behind(receiver)
            asked = next((each for each in behind if each.framework is framework), None)
            if asked is not None and not method.address:
                surfaces = (method.surface,) if method.surface else asked.surfaces
                yield _Heard(method, surfaces, asked)
            elif method.address:
                yield from self._of_address(method, call)
            elif not behind and (self.clients.uses(framework) or "." in method.path):
                open_ones.append((framework, method))
        yield from self._alike(open_ones)

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

    def _of_address(self, known: ModelCall, call: cst.Call) -> Iterator[_Heard]:
        """The call of an address whose host or path is known."""
        value = argument(call, known.address, known.address_position)
        address = self.texts.outline(value) if value is not None else ""
        path, _, _ = address.partition("?")
        endings = (end for end in sorted(self.lexicon.paths, key=len, reverse=True) if path.rstrip("/").endswith(end))
        endpoint = next((self.lexicon.paths[end] for end in endings), None)
        host = (urlsplit(address).hostname or "") if "://" in address else ""
        surface = self.clients.surface_at(host) if "." in host and "{" not in host else None
        if surface == OTHER_HOST and endpoint is None:
            return
        if surface is not None or endpoint is not None:
            yield _Heard(replace(known, endpoint=endpoint), () if surface is None else (surface,))


def _argument_of(client: str, name: str, position: int | None, endpoint: str | None) -> ModelCall:
    return ModelCall(path=client, argument=name, position=position, endpoint=endpoint)


def _receiver(callee: cst.CSTNode, path: str) -> cst.CSTNode | None:
    """What a method is called on when the callee ends in `path`, or None when it does not."""
    for name in reversed(path.split(".")):
        if not (isinstance(callee, cst.Attribute) and callee.attr.value == name):
            return None
        callee = callee.value
    return callee


def _line_of(call: ast.Call, name: str, position: int | None) -> int | None:
    """The line on which a call is given an argument, where that is not the call's own."""
    named = next((each.value for each in call.keywords if each.arg == name), None)
    given = named or (call.args[position] if position is not None and position < len(call.args) else call)
    return None if given.lineno == call.lineno else given.lineno


def _spelled(callee: cst.CSTNode) -> str:
    """A callee as the code spells it, without the arguments of calls on its way, which may hold keys."""
    names: list[str] = []
    while not isinstance(callee, cst.Name):
        if isinstance(callee, cst.Attribute):
            names.append(callee.attr.value)
            callee = callee.value
        elif isinstance(callee, cst.Call):
            names.append("()")
            callee = callee.func
        else:
            names.append("...")
            break
    else:
        names.append(callee.value)
    return ".".join(reversed(names)).replace(".()", "()")


def unique(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Uses in order of line, each once."""
    return tuple(sorted(dict.fromkeys(uses), key=lambda use: (use.path or "", use.line, use.call)))
