"""Reads documents of settings: which of their texts name models, and which hold texts that do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate.languages._documents import Branch, Scalar, above, walk
from pytest_modelgate.languages._holding import Held
from pytest_modelgate.languages._requests import body_of, is_answer
from pytest_modelgate.languages._standing import Standing, is_model_name
from pytest_modelgate.terms import Context, Reach, Role

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from pytest_modelgate.languages._holding import Holding

_LONGEST_ID = 200
_HEIGHT = 4
"""Branches above a text that count it among their ids."""
_ALIASES = 20
"""Places of one text that are looked at."""
_ASSIGNED = re.compile(
    r"(?:export\s+|-e\s*|--env[= ])?(?P<name>[A-Za-z_]\w*)=(?P<quote>[\"']?)(?P<text>[^\"'\s]+)(?P=quote)"
)
_VARIABLE = re.compile(r"(?<![\w-])(?P<name>[A-Z][A-Z\d_]*)=(?P<quote>\\?[\"']?)(?P<text>[\w./:@-]+)(?P=quote)")
_OPTION = re.compile(r"(?<![\w-])--?(?P<name>[\w-]+)(?:=|\s+)(?P<quote>\\?[\"']?)(?P<text>[\w./:@-]+)(?P=quote)")
_BODY = re.compile(r"\s*[\[{]\s*[\[{\\\"']")
_MEMBER = re.compile(r"\\?\"(?:id|name|model|slug)\\?\"\s*:\s*\\?\"([^\"\\]+)")
_SEVERAL = re.compile(r"[,;|]|\$\{")
_HOLDING = re.compile(r"[\s=,/]|[\[{].|^[A-Z_]+:")
"""What is in texts that are more than one id."""
_LISTED = 5
"""Different ids in a text from which it lists what there is."""


class Configuration:
    """Tells a file's holding what the file's documents say. `apart` are texts that are read as parts of their own.

    `records` says that the documents are records of something, one after the other, rather than settings.
    """

    def __init__(
        self,
        holding: Holding,
        roots: list[Branch],
        *,
        deep: bool,
        apart: Container[Scalar] = (),
        records: bool = False,
    ) -> None:
        self.holding = holding
        self._deep = deep
        self._roots = roots
        self._apart = apart
        self._records = records
        self._standing = Standing(holding, roots, self._looks, records=records)

    def read(self) -> None:
        """Finds all that may name a model."""
        candidates = self._candidates()
        elsewhere: dict[Scalar, list[Scalar]] = {}
        for scalar in candidates:
            if scalar.origin is not None:
                elsewhere.setdefault(scalar.origin, []).append(scalar)
        for scalar in candidates:
            if scalar.origin is None and scalar not in self._apart:
                self._text(scalar, elsewhere.get(scalar, [])[:_ALIASES])

    def _candidates(self) -> list[Scalar]:
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
        return found

    def _looks(self, text: str) -> bool:
        lexicon = self.holding.lexicon
        return len(text) <= _LONGEST_ID and (text in lexicon.words or lexicon.is_id(text))

    def _may_hold(self, scalar: Scalar) -> bool:
        """Whether a text that is no id may name a model all the same, or hold one."""
        text = scalar.text
        if scalar.origin is not None or "\ue000" in text:
            return False
        if len(text) <= _LONGEST_ID and any(map(is_model_name, scalar.names()[:3])):
            return True
        return _HOLDING.search(text) is not None and self.holding.lexicon.stems.within(text)

    def _text(self, scalar: Scalar, aliases: Sequence[Scalar]) -> None:
        text, held = scalar.text, scalar.held
        if not self._looks(text) and self._inside(scalar):
            return
        standing_in = [] if self._looks(text) else list(self.holding.defaults(held))
        for variable, inner in standing_in:
            self._default(replace(scalar, held=inner), variable)
        if standing_in:
            return
        places = [place for each in (scalar, *aliases) if (place := self._standing.place(each)) is not None]
        if not places:
            return
        place = max(places, key=lambda each: (each.role is None, each.context))
        if place.role is Role.DOC and not self._deep:
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
            surfaces=place.surfaces,
            use=place.use,
            symbol=".".join(reversed(scalar.names())) or None,
        )

    def _default(self, scalar: Scalar, variable: str) -> None:
        """Reads what stands in for a variable that is not set."""
        place = self._standing.place(scalar)
        if place is None or (place.role is Role.DOC and not self._deep):
            return
        self.holding.value(
            scalar.held,
            (variable, *place.names),
            Reach.ENVIRONMENT_DEFAULT,
            role=place.role,
            context=None if place.context is Context.NONE else place.context,
            surfaces=place.surfaces,
            use=place.use,
            symbol=".".join(reversed(scalar.names())) or None,
        )

    def _inside(self, scalar: Scalar) -> bool:
        """Reads a text that holds models rather than being one; whether it is such a text."""
        held, raw = scalar.held, self.holding.source.text
        names = scalar.names()
        role = Role.CATALOGUE if self._records else self._standing.role(scalar, names, asked=True)
        if role is Role.DOC:
            if self._deep:
                self.holding.comment(held.start, held.end)
            return True
        if assigned := _ASSIGNED.fullmatch(raw, held.start, held.end):
            self._part(assigned, Reach.CONSTANT, role, names)
            return True
        if _BODY.match(scalar.text):
            return self._body(scalar, names)
        if not re.search(r"\s", scalar.text):
            return False
        parts = [
            (part, reach)
            for pattern, reach in ((_OPTION, Reach.CALL_ARGUMENT), (_VARIABLE, Reach.CONSTANT))
            for part in pattern.finditer(raw, held.start, held.end)
            if is_model_name(part["name"])
        ]
        for part, reach in parts:
            self._part(part, reach, role)
        if self._deep and not parts:
            self.holding.comment(held.start, held.end)
        return bool(parts)

    def _part(self, part: re.Match[str], reach: Reach, role: Role | None, names: Sequence[str] = ()) -> None:
        inner = Held(part["text"], *part.span("text"))
        self.holding.setting(inner, (part["name"], *names), reach, role=role)

    def _body(self, scalar: Scalar, names: Sequence[str]) -> bool:
        """Reads a body that is sent, or was answered, and stands in a text."""
        answered = is_answer(names) or '"object"' in scalar.text or self._records
        use = None if answered else body_of(scalar, self.holding)
        ids = {found[1] for found in _MEMBER.finditer(scalar.text) if self._looks(found[1])}
        role = Role.CATALOGUE if answered or (use is None and len(ids) >= _LISTED) else None
        return self.holding.body(scalar.held, surfaces=use.surfaces if use else (), use=use, role=role)
