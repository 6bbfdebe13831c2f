"""Reads documents of settings: which of their texts go where a model goes, who is asked for it, and what it is for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.languages._askers import Asker, asker
from pytest_modelgate.languages._documents import Branch, Scalar, above, walk
from pytest_modelgate.languages._holding import Held
from pytest_modelgate.languages._purposes import FEW, is_prose, role_of, telling
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Use
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from pytest_modelgate.languages._holding import Holding

_LONGEST_ID = 200
_HEIGHT = 4
"""Branches above a text that count it among their ids."""
_NAMES = "name", "key", "variable", "parameterkey", "id", "field", "param"
_VALUES = "value", "default", "defaultvalue", "default_value", "parametervalue", "stringvalue", "simplevalue"
_ASSIGNED = re.compile(
    r"(?:export\s+|-e\s*|--env[= ])?(?P<name>[A-Za-z_]\w*)=(?P<quote>[\"']?)(?P<text>[^\"'\s]+)(?P=quote)"
)
_OPTION = re.compile(r"(?<![\w-])--?(?P<name>[\w-]+)(?:=|\s+)(?P<quote>\\?[\"']?)(?P<text>[\w./:@-]+)(?P=quote)")
_NAMES_OPTION = re.compile(r"--?(?P<name>[A-Za-z][\w-]*)")
_BODY = re.compile(r"\s*[\[{]\s*[\[{\\\"']")
_SEVERAL = re.compile(r"[,;|]|\$\{")
_ONLY_PARTS = re.compile(r"deployment|engine", re.IGNORECASE)
_MODEL = re.compile(r"model|llm|embedding", re.IGNORECASE)
_ADDRESS = "url", "uri", "endpoint", "path"


class _Place(NamedTuple):
    """What is known of one text from where it stands."""

    names: Sequence[str]
    reach: Reach
    context: Context
    role: Role | None
    asker: Asker
    use: Use | None = None


class Configuration:
    """Tells a file's holding what the file's documents say. `apart` are texts that are read as parts of their own."""

    def __init__(self, holding: Holding, roots: list[Branch], *, deep: bool, apart: Container[Scalar] = ()) -> None:
        self.holding = holding
        self.deep = deep
        self._roots = roots
        self._apart = apart
        self._is_api = any("openapi" in root.texts() or "swagger" in root.texts() for root in roots[:1])
        self._aliases = frozenset(_team_names(roots)) if "litellm_params" in holding.source.text else frozenset()

    def read(self) -> None:
        """Finds all that may name a model."""
        candidates = list(self._candidates())
        elsewhere: dict[Scalar, list[Scalar]] = {}
        for scalar in candidates:
            if scalar.origin is not None:
                elsewhere.setdefault(scalar.origin, []).append(scalar)
        for scalar in candidates:
            if scalar.origin is None:
                self._text(scalar, elsewhere.get(scalar, [])[:20])

    def _candidates(self) -> Iterator[Scalar]:
        """The texts that may matter, after every branch was told of the ids in it."""
        found: list[Scalar] = []
        for branch in walk(self._roots):
            for key, value in branch.entries:
                if key is not None and key.string and self._looks(key.text):
                    branch.ids.add(key.text)
                    found.append(key)
                if not isinstance(value, Scalar) or not value.string:
                    continue
                if self._looks(value.text):
                    for higher, _ in zip(above(value), range(_HEIGHT), strict=False):
                        higher.ids.add(value.text)
                    found.append(value)
                elif self._may_hold(value):
                    found.append(value)
        return iter(found)

    def _looks(self, text: str) -> bool:
        lexicon = self.holding.lexicon
        return len(text) <= _LONGEST_ID and (text in lexicon.words or lexicon.is_id(text))

    def _may_hold(self, scalar: Scalar) -> bool:
        """Whether a text that is no id may name a model all the same, or hold one."""
        text = scalar.text
        if scalar.origin is not None:
            return False
        if len(text) <= _LONGEST_ID and any(map(_names_model, scalar.names()[:3])):
            return True
        longer = " " in text or "=" in text or "{" in text or "," in text or "/" in text or "\n" in text
        return longer and self.holding.lexicon.stems.within(text)

    def _text(self, scalar: Scalar, aliases: list[Scalar]) -> None:
        text, held = scalar.text, scalar.held
        if scalar in self._apart:
            return
        if not self._looks(text) and self._inside(scalar):
            return
        places = [place for each in (scalar, *aliases) if (place := self._place(each)) is not None]
        if not places:
            return
        place = max(places, key=lambda each: (each.role is None, each.context))
        if place.role is Role.DOC and not self.deep:
            return
        written = self.holding.source.text[held.start : held.end]
        if _SEVERAL.search(written) and not self._looks(text):
            self.holding.setting(held, place.names, place.reach, role=place.role)
            return
        self.holding.value(
            held,
            place.names,
            place.reach,
            role=place.role,
            context=place.context,
            surfaces=place.asker.surfaces,
            use=place.use,
            symbol=".".join(reversed(scalar.names())) or None,
        )

    def _place(self, scalar: Scalar) -> _Place | None:
        raw, branch = scalar.names(), scalar.above
        if branch is None:
            return None
        if scalar.key is None and not branch.is_list:
            return self._key(scalar, raw)
        names = telling(_paired(scalar, raw))
        looks = self._looks(scalar.text)
        told = asker(scalar, self.holding)
        named = bool(names) and _names_model(names[0])
        among = looks and any(len(each.ids) >= FEW for each in above(scalar) if each.is_list)
        use = self._use(scalar, names)
        route = _is_route(names)
        sure = use is not None or route or (told.sure and self._is_plain(names, told, branch))
        if named and (sure or (use is not None)):
            context = Context.CALL
        else:
            context = Context.NAMED if named or among else Context.NONE
        if not looks and context is not Context.CALL:
            return None
        role = self._role(scalar, names, asked=context is Context.CALL)
        if role is Role.DOC or (raw and raw[0] == "model_name" and "litellm_params" in branch.texts()):
            context, role = Context.NONE, role or Role.CATALOGUE
        surfaces = use.surfaces if use is not None and use.surfaces else told.surfaces
        if context is Context.NONE or (role is not None and not surfaces):
            surfaces = ()
        return _Place(names or raw, _reach(scalar, raw), context, role, Asker(surfaces, told.sure), use)

    def _key(self, scalar: Scalar, raw: Sequence[str]) -> _Place:
        branch = scalar.above
        assert branch is not None  # noqa: S101 - a key has the branch that it stands in
        outer = branch.above
        used = outer is not None and outer.is_list and bool(raw) and raw[0].lower() == "providers"
        role = None if used else Role.DOC if is_prose(raw) else Role.CATALOGUE
        context = Context.NAMED if len(branch.ids) >= FEW and not used else Context.NONE
        return _Place(raw, Reach.COLLECTION, context, role, Asker())

    def _role(self, scalar: Scalar, names: Sequence[str], *, asked: bool) -> Role | None:
        raw = scalar.names()
        if any(name.lower() in ("example", "examples") for name in raw):
            return Role.DOC
        if _is_route(raw):
            return None
        if scalar.text in self._aliases:
            # The team's own name for a model, which its own proxy knows.
            return Role.CATALOGUE
        if raw and raw[0] in ("base_model", "model_group_alias"):
            return Role.CATALOGUE
        if raw and raw[0] == "default" and self._is_api:
            return Role.CATALOGUE
        return role_of(scalar, names or raw, asked=asked)

    def _is_plain(self, names: Sequence[str], told: Asker, branch: Branch) -> bool:
        """Whether a name means a model, where its settings might be of something else: a deployment, an engine."""
        if _MODEL.search(names[0]) if names else False:
            return True
        beside = branch.texts()
        return bool(told.surfaces) and any("openai" in f"{key} {text}".lower() for key, text in [*beside.items()][:20])

    def _use(self, scalar: Scalar, names: Sequence[str]) -> Use | None:
        """The request that a text is sent in, where the document holds the whole of it."""
        if not names or not _names_model(names[0]):
            return None
        line = self.holding.places.span(scalar.held.start, scalar.held.end).line
        for branch in list(above(scalar))[:3]:
            beside = branch.texts()
            if _is_route(names) and "model_info" in beside:
                mode = next((value for key, value in branch.entries if key and key.text == "model_info"), None)
                mode_of = mode.texts().get("mode", "") if isinstance(mode, Branch) else ""
                endpoint = _MODES.get(mode_of)
                return Use(call="litellm.completion", line=line, endpoint=endpoint) if endpoint else None
            address = next((beside[key] for key in _ADDRESS if beside.get(key)), "")
            if not address or ("body" not in beside and "json" not in beside and "data" not in beside):
                continue
            endpoint = self.endpoint(address)
            surface = self.holding.surface_at(address) if "://" in address else None
            if endpoint is None and surface is None:
                continue
            method = beside.get("method") or "POST"
            surfaces = (surface,) if surface else ()
            return Use(call=f"{method} {address}"[:_LONGEST_ID], line=line, surfaces=surfaces, endpoint=endpoint)
        return None

    def endpoint(self, address: str) -> str | None:
        """What serves an address, by the end of its path."""
        paths = self.holding.lexicon.paths
        path = address.partition("?")[0].rstrip("/")
        ends = [end for end in paths if path.endswith(end)]
        return paths[max(ends, key=len)] if ends else None

    def _inside(self, scalar: Scalar) -> bool:
        """Reads a text that holds models rather than being one; whether it is such a text."""
        held, raw = scalar.held, self.holding.source.text
        names = scalar.names()
        role = self._role(scalar, names, asked=True)
        if role is Role.DOC:
            if self.deep:
                self.holding.comment(held.start, held.end)
            return True
        if assigned := _ASSIGNED.fullmatch(raw, held.start, held.end):
            inner = Held(assigned["text"], *assigned.span("text"))
            self.holding.setting(inner, (assigned["name"], *names), Reach.CONSTANT, role=role)
            return True
        if _BODY.match(scalar.text):
            return self._body(scalar, names)
        if not re.search(r"\s", scalar.text):
            return False
        found = False
        for option in _OPTION.finditer(raw, held.start, held.end):
            if _names_model(option["name"]):
                inner = Held(option["text"], *option.span("text"))
                self.holding.value(inner, (option["name"],), Reach.CALL_ARGUMENT, role=role)
                found = True
        for assigned in _ASSIGNED.finditer(raw, held.start, held.end):
            if _names_model(assigned["name"]):
                inner = Held(assigned["text"], *assigned.span("text"))
                self.holding.value(inner, (assigned["name"],), Reach.CONSTANT, role=role)
                found = True
        if self.deep and not found:
            self.holding.comment(held.start, held.end)
        return found

    def _body(self, scalar: Scalar, names: Sequence[str]) -> bool:
        """Reads a body that is sent, or was answered, and stands in a text."""
        answered = any("response" in name.lower() or name.lower() == "output" for name in names)
        use: Use | None = None
        for branch in list(above(scalar))[:2]:
            beside = branch.texts()
            address = next((beside[key] for key in _ADDRESS if beside.get(key)), "")
            if address and not answered:
                line = self.holding.places.span(scalar.held.start, scalar.held.end).line
                surface = self.holding.surface_at(address) if "://" in address else None
                endpoint = self.endpoint(address)
                if endpoint or surface:
                    surfaces = (surface,) if surface else ()
                    use = Use(call=f"POST {address}"[:_LONGEST_ID], line=line, surfaces=surfaces, endpoint=endpoint)
                break
        role = Role.CATALOGUE if answered or '"object"' in scalar.text else None
        return self.holding.body(scalar.held, surfaces=use.surfaces if use else (), use=use, role=role)


_MODES = {
    "chat": "chat", "completion": "completion", "embedding": "embedding", "image_generation": "image",
    "audio_transcription": "transcription", "audio_speech": "speech", "moderation": "moderation", "rerank": "rerank",
    "realtime": "realtime",
}  # fmt: skip
"""What a model of a LiteLLM proxy is for, in its words and in ours."""


def _is_route(names: Sequence[str]) -> bool:
    """Whether a LiteLLM proxy takes the text for where it sends its requests."""
    return len(names) > 1 and names[0] == "model" and names[1] == "litellm_params"


def _team_names(roots: list[Branch]) -> Iterator[str]:
    """What a team calls the models of its LiteLLM proxy."""
    for branch in walk(roots):
        beside = branch.texts() if not branch.is_list and len(branch.entries) < FEW * 5 else {}
        if "litellm_params" in beside and beside.get("model_name"):
            yield beside["model_name"]


def _paired(scalar: Scalar, names: Sequence[str]) -> Sequence[str]:
    """The names of a text, the first of them what stands beside it as a name or before it as an option."""
    branch = scalar.above
    if branch is None:
        return names
    if branch.is_list:
        before = branch.entries[scalar.number - 1][1] if scalar.number else None
        option = _NAMES_OPTION.fullmatch(before.text) if isinstance(before, Scalar) else None
        return (option["name"], *names) if option else names
    if names and names[0].lower() in _VALUES:
        beside = branch.texts()
        name = next((beside[key] for key in _NAMES if beside.get(key)), None)
        return (name, *names) if name else names
    return names


def _reach(scalar: Scalar, names: Sequence[str]) -> Reach:
    branch = scalar.above
    if branch is not None and branch.is_list:
        before = branch.entries[scalar.number - 1][1] if scalar.number else None
        option = isinstance(before, Scalar) and _NAMES_OPTION.fullmatch(before.text)
        return Reach.CALL_ARGUMENT if option else Reach.COLLECTION
    is_default = bool(names) and names[0].lower() in ("default", "defaultvalue", "default_value")
    return Reach.DEFAULT if is_default and len(names) > 1 else Reach.DICT_VALUE


@lru_cache(maxsize=4096)
def _names_model(name: str) -> bool:
    return len(name) <= _LONGEST_ID and names_model(name)
