"""Says of a text in a document of settings whether a model goes there, who is asked for it, and what it is for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pytest_modelgate.languages._askers import Asker, asker
from pytest_modelgate.languages._documents import Branch, Scalar, above, walk
from pytest_modelgate.languages._purposes import FEW, compares, is_prose, lists, role_of, telling
from pytest_modelgate.languages._requests import is_route, request
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.vocabulary import names_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytest_modelgate.languages._holding import Holding
    from pytest_modelgate.values import Use

_LONGEST = 200
_NAMES = "name", "key", "variable", "parameterkey", "id", "field", "param"
_VALUES = "value", "default", "defaultvalue", "default_value", "parametervalue", "stringvalue", "simplevalue"
_OPTION = re.compile(r"--?(?P<name>[A-Za-z][\w-]*)")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_MODEL = frozenset("model models llm llms embedding embeddings embedder".split())
_HOLDS = _MODEL | frozenset("deployment engine".split())
_IDS = frozenset("id name identifier".split())
_ONLY = re.compile(r"(?i:true|false|yes|no|on|off|enabled?|disabled?|inherit|custom|other|chat|local|remote|all|any)")
"""What switches and choices are set to, whatever they are called."""


class Place(NamedTuple):
    """What is known of one text from where it stands."""

    names: Sequence[str]
    reach: Reach
    context: Context
    role: Role | None
    surfaces: tuple[str, ...] = ()
    use: Use | None = None


class Standing:
    """Answers for one file. `looks` tells which texts look like ids; `records` is whether each document is a record."""

    def __init__(
        self, holding: Holding, roots: list[Branch], looks: Callable[[str], bool], *, records: bool = False
    ) -> None:
        self._holding = holding
        self._looks = looks
        self._records = records
        stem = holding.source.path.stem
        self._file_lists = lists(stem)
        self._is_api = any("openapi" in root.texts() or "swagger" in root.texts() for root in roots[:1])
        self._own = frozenset(_team_names(roots)) if "litellm_params" in holding.source.text else frozenset()

    def place(self, scalar: Scalar) -> Place | None:
        """What is known of a text; None where no model goes and the text is none."""
        raw, branch = scalar.names(), scalar.above
        if branch is None:
            return None
        if scalar.key is None and not branch.is_list:
            return _key(branch, raw)
        names = telling(_paired(scalar, raw))
        looks = self._looks(scalar.text)
        named = bool(names) and is_model_name(names[0])
        told = asker(scalar, self._holding) if named else Asker()
        use = request(scalar, names, self._holding) if named else None
        among = looks and any(len(each.ids) >= FEW for each in above(scalar) if each.is_list)
        context = Context.NAMED if named or among else Context.NONE
        if named and self._is_asked(scalar.text, names, told, sure=use is not None or is_route(names)):
            context = Context.CALL
        if not looks and context is not Context.CALL:
            return None
        asked = use is not None or told.sends
        role = self.role(scalar, names, asked=asked)
        if role is Role.DOC or (raw and raw[0] == "model_name" and "litellmparams" in branch.texts()):
            return Place(names or raw, _reach(scalar, raw), Context.NONE, role or Role.CATALOGUE)
        surfaces = use.surfaces if use is not None and use.surfaces else told.surfaces
        if named and not surfaces and "deployment" in _words(names[0]):
            # Nobody else calls what is asked a deployment.
            surfaces = ("azure",)
        return Place(names or raw, _reach(scalar, raw), context, role, surfaces if named else (), use)

    def role(self, scalar: Scalar, names: Sequence[str], *, asked: bool) -> Role | None:
        """What a text is for; None for a plain setting."""
        raw = scalar.names()
        if any(name.lower() in ("example", "examples") for name in raw):
            return Role.DOC
        if is_route(raw):
            return None
        if scalar.text in self._own or (raw and raw[0] in ("base_model", "model_group_alias")):
            # The team's own name for a model, which its own proxy knows, or the name by which this one reckons.
            return Role.CATALOGUE
        if raw and raw[0] == "default" and self._is_api:
            return Role.CATALOGUE
        role = role_of(scalar, names or raw, asked=asked)
        return Role.CATALOGUE if role is None and not asked and (self._records or self._file_lists) else role

    def _is_asked(self, text: str, names: Sequence[str], told: Asker, *, sure: bool) -> bool:
        """Whether settings say that a text is asked for, whatever it reads like."""
        if not self._looks(text) and (_ONLY.fullmatch(text) or not _holds_model(names[0])):
            return False
        if sure:
            return True
        # Other things have a deployment or an engine too, and a provider.
        means_model = not _words(names[0]).isdisjoint(_MODEL)
        return told.sure and (means_model or any("openai" in name.lower() for name in names))


def _key(branch: Branch, raw: Sequence[str]) -> Place:
    outer = branch.above
    used = outer is not None and outer.is_list and bool(raw) and raw[0].lower() == "providers"
    role = None if used else Role.DOC if is_prose(raw) else Role.CATALOGUE
    among = not used and len(branch.ids) >= FEW and len(branch.ids) * FEW > len(branch.entries)
    context = Context.NAMED if among else Context.NONE
    return Place(raw, Reach.COLLECTION, context, role)


def _team_names(roots: list[Branch]) -> Iterator[str]:
    """What a team calls the models of its LiteLLM proxy."""
    for branch in walk(roots):
        beside = branch.texts() if not branch.is_list and len(branch.entries) < 20 else {}
        if "litellmparams" in beside and beside.get("modelname"):
            yield beside["modelname"]


def _paired(scalar: Scalar, names: Sequence[str]) -> Sequence[str]:
    """The names of a text, the first of them what stands beside it as a name or before it as an option."""
    branch = scalar.above
    if branch is not None and branch.is_list:
        option = _option(scalar, branch)
        return (option, *names) if option else names
    if branch is not None and names and names[0].lower() in _VALUES:
        beside = branch.texts()
        name = next((beside[key] for key in _NAMES if beside.get(key)), None)
        return (name, *names) if name else names
    return names


def _option(scalar: Scalar, branch: Branch) -> str | None:
    """The option of a command that a text of a list is given to."""
    before = branch.entries[scalar.number - 1][1] if 0 < scalar.number <= len(branch.entries) else None
    found = _OPTION.fullmatch(before.text) if isinstance(before, Scalar) else None
    return found["name"] if found else None


def _reach(scalar: Scalar, names: Sequence[str]) -> Reach:
    branch = scalar.above
    if names and compares(names[0]):
        return Reach.COMPARISON
    if branch is not None and branch.is_list:
        return Reach.CALL_ARGUMENT if _option(scalar, branch) else Reach.COLLECTION
    is_default = bool(names) and names[0].lower() in ("default", "defaultvalue", "default_value")
    return Reach.DEFAULT if is_default and len(names) > 1 else Reach.DICT_VALUE


@lru_cache(maxsize=4096)
def is_model_name(name: str) -> bool:
    """Whether what stands under a name holds a model id."""
    return len(name) <= _LONGEST and names_model(name)


def _holds_model(name: str) -> bool:
    """Whether a name means a model itself, rather than something of or about models."""
    words = [word.lower() for word in _WORD.findall(name)]
    return bool(words) and (words[-1] in _HOLDS or (words[-1] in _IDS and not _HOLDS.isdisjoint(words)))


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)}
