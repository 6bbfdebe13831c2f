"""Turns an occurrence into a reference, or drops it: by table, by a small mistake, by grammar, by context."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.providers import GATEWAY, elsewhere, is_like_an_id, is_placeholder
from pytest_modelgate.spelling import MOST_CANDIDATES, guesses, is_certain
from pytest_modelgate.terms import Context, State
from pytest_modelgate.values import Reference, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.kinds import Provider
    from pytest_modelgate.spelling import Guess
    from pytest_modelgate.values import ModelRecord, Occurrence, SourceFile

_LONGEST = 200
_CACHE = 20_000


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text names: `start` and `end` bound the id within it."""

    start: int
    end: int
    model: str | None
    surface: str | None
    surfaces: tuple[str, ...] = ()
    record: ModelRecord | None = None
    guesses: tuple[Guess, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolver:
    """Knows every id of the catalog and how each provider's ids look."""

    catalog: Catalog
    providers: tuple[Provider, ...]
    _ids: dict[str, frozenset[str]]
    _known: frozenset[str]
    _shy: frozenset[str]
    _keyword: re.Pattern[str]
    _seen: dict[str, bool] = field(default_factory=dict, repr=False)

    def keywords(self) -> tuple[str, ...]:
        """Lower-case texts, one of which is in every file that can hold a reference; for the search of bytes."""
        return tuple(sorted({keyword for provider in self.providers for keyword in provider.keywords}))

    def is_id(self, text: str) -> bool:
        """Whether this whole text could be a reference: a known id, the form of one, or one small step from one.

        Context may still speak against it: `GPT-4o` is a mistake where a model goes and a label anywhere else.
        """
        if text in self._known:
            return text not in self._shy
        if not 2 <= len(text) <= _LONGEST or not self._keyword.search(text.lower()):
            return False
        if text not in self._seen:
            if len(self._seen) >= _CACHE:
                self._seen.clear()
            self._seen[text] = self._read(text, (), Context.NAMED) is not None
        return self._seen[text]

    def is_settled(self, text: str, today: date, horizon: int) -> bool:
        """Whether the text is an exact id that is active on that day wherever it could be asked for.

        No rule can then say anything of it, whatever its context; nor of text for a surface without a table.
        """
        if text not in self._known and not self._keyword.search(text.lower()):
            return False
        if elsewhere(text, tuple(self._ids)):
            return True
        records = self.catalog.lookup(text[self._route(text)[1] :])
        return bool(records) and all(state_of(record, today, horizon) is State.ACTIVE for record in records)

    def resolve(self, source: SourceFile, occurrence: Occurrence) -> Reference | None:
        """The reference that an occurrence is, or None when it names no model."""
        text = occurrence.text
        if occurrence.dynamic:
            if occurrence.context is not Context.CALL and not self._keyword.search(text.lower()):
                return None
            reading: _Reading | None = _Reading(0, len(text), None, next(iter(occurrence.surfaces), None))
        else:
            reading = self._read(text, occurrence.surfaces, occurrence.context)
        if reading is None:
            return None
        return Reference(
            path=source.shown,
            occurrence=occurrence,
            span=_narrow(occurrence, reading),
            id=text[reading.start : reading.end],
            model=reading.model,
            surface=reading.surface,
            surfaces=reading.surfaces,
            role=occurrence.role,
            record=reading.record,
            nearest=tuple(guess.id for guess in reading.guesses[:MOST_CANDIDATES]),
            certain=is_certain(reading.guesses),
        )

    def _read(self, text: str, surfaces: tuple[str, ...], context: Context) -> _Reading | None:
        bare = text.strip()
        if not 2 <= len(bare) <= _LONGEST or (context is Context.NONE and bare != text):
            return None
        offset = text.index(bare)
        if away := elsewhere(bare, surfaces):
            id_ = bare[away.start : away.end]
            plain = away.unmistakable and self._keyword.search(bare.lower())
            if not (plain or self._is_plain(id_, context)):
                return None
            return _Reading(offset + away.start, offset + away.end, id_, away.surface)
        route, begin = self._route(bare)
        rest = bare[begin:]
        whole = (offset + begin, offset + len(bare))
        if foreign := self._judged_nowhere(surfaces, route, bare[:begin]):
            if not self._is_plain(rest, context):
                return None
            return _Reading(offset, whole[1], bare, foreign, _several(surfaces))
        asked = (route,) if route else surfaces
        start = whole[0] if route else 0
        # A router's prefix says as much as a name would.
        context = max(context, Context.NAMED) if route else context
        return (
            (self._by_table(rest, whole, asked, context) if text[start:] == rest else None)
            or self._by_mistake(text, start, asked, context)
            or self._by_grammar(rest, whole, asked, context)
            or self._by_context(rest, whole, surfaces, context)
        )

    def _by_table(self, rest: str, whole: tuple[int, int], asked: tuple[str, ...], context: Context) -> _Reading | None:
        if rest not in self._known or (context is Context.NONE and rest in self._shy):
            return None
        records = self.catalog.lookup(rest)
        mine = [record for record in records if record.surface in asked] or list(records)
        record = min(mine, key=_harshness)
        possible = _several(tuple(sorted({record.surface for record in mine} | set(_several(asked)))))
        return _Reading(*whole, rest, record.surface, possible, record)

    def _by_mistake(self, text: str, start: int, asked: tuple[str, ...], context: Context) -> _Reading | None:
        written, bare = text[start:], text[start:].strip()
        spaced = re.search(r"\s", bare) and context is not Context.CALL
        unlikely = context is Context.NONE and not self._keyword.search(bare.lower())
        if spaced or unlikely or len(written) > _LONGEST or is_placeholder(bare):
            return None
        best: tuple[Guess, ...] = ()
        home = ""
        for surface in asked or self._ids:
            found = self._guesses(written, surface)
            if found and (not best or found[0].score < best[0].score):
                best, home = found, surface
            elif found and found[0].score == best[0].score:
                best = (best[0], found[0], *best[1:])
        if not best or (context is Context.NONE and best[0].loose):
            return None
        return _Reading(start, len(text), written, home, _several(asked), None, best)

    def _guesses(self, written: str, surface: str) -> tuple[Guess, ...]:
        ids = self._ids.get(surface, frozenset())
        return guesses(written, ids, as_of=self.catalog.as_of, prefer=lambda id_: self._alive_first(surface, id_))

    def _alive_first(self, surface: str, model_id: str) -> int:
        record = self.catalog.find(surface, model_id)
        return 0 if record and record.retires is None and record.stage is None else 1

    def _by_grammar(
        self, rest: str, whole: tuple[int, int], asked: tuple[str, ...], context: Context
    ) -> _Reading | None:
        form = rest if context is Context.NONE else rest.lower()
        homes = [provider.name for provider in self.providers if provider.grammar.fullmatch(form)]
        home = next((name for name in homes if name in asked), homes[0] if homes else None)
        return _Reading(*whole, rest, home, _several(asked)) if home else None

    def _by_context(
        self, rest: str, whole: tuple[int, int], surfaces: tuple[str, ...], context: Context
    ) -> _Reading | None:
        if context is Context.NONE or not is_like_an_id(rest):
            return None
        if context is Context.NAMED and not surfaces:
            home = next((provider.name for provider in self.providers if provider.family.fullmatch(rest)), None)
            return _Reading(*whole, rest, home) if home else None
        judged = surfaces and context is Context.CALL and "/" not in rest
        surface = None if not judged or any(self._guesses(rest, other) for other in self._ids) else surfaces[0]
        return _Reading(*whole, rest, surface, _several(surfaces))

    def _is_plain(self, text: str, context: Context) -> bool:
        """Whether a text that goes elsewhere names a model: it is known here too, or stands where a model goes."""
        if context is not Context.NONE:
            return is_like_an_id(text)
        known = text in self._known and text not in self._shy
        return known or any(provider.grammar.fullmatch(text) for provider in self.providers)

    def _judged_nowhere(self, surfaces: tuple[str, ...], route: str | None, prefix: str) -> str | None:
        """The surface without a table that will be asked, when the code or a maker's name before the id says so."""
        for surface in surfaces:
            if surface not in self._ids:
                return surface
        return GATEWAY if surfaces and route not in (None, *surfaces) and prefix.endswith("/") else None

    def _route(self, text: str) -> tuple[str | None, int]:
        """The surface that a router's prefix names, and where the id begins after it and the surface's own prefix."""
        for provider in self.providers:
            begin = next((len(route) for route in provider.routes if text.startswith(route) and text != route), 0)
            own = next((prefix for prefix in provider.own_prefixes if text.startswith(prefix, begin)), "")
            rest = text[begin + len(own) :]
            if rest in self._ids.get(provider.name, ()) or provider.grammar.fullmatch(rest):
                begin += len(own)
            if begin:
                return provider.name, begin
        return None, 0


def resolver(catalog: Catalog, providers: Sequence[Provider]) -> Resolver:
    """A resolver for the ids of `catalog`, with the grammars of `providers`."""
    ids = {surface: catalog.ids(surface) for surface in catalog.surfaces}
    keywords = sorted({keyword for provider in providers for keyword in provider.keywords}, key=len)
    return Resolver(
        catalog=catalog,
        providers=tuple(providers),
        _ids=ids,
        _known=frozenset().union(*ids.values()),
        _shy=frozenset().union(*(provider.needs_context for provider in providers)),
        _keyword=re.compile("|".join(map(re.escape, keywords))),
    )


def _several(surfaces: tuple[str, ...]) -> tuple[str, ...]:
    """What remains possible, as a reference tells it: nothing when one surface is certain."""
    return surfaces if len(surfaces) > 1 else ()


def _harshness(record: ModelRecord) -> tuple[int, int]:
    """Orders rows of one id on several surfaces, the mildest first."""
    if record.retires is not None:
        return 3, -record.retires.toordinal()
    stages = {None: 0, "legacy": 1, "deprecated": 2, "retired": 4}
    return (2 if record.announced and record.stage is None else stages.get(record.stage, 2)), 0


def _narrow(occurrence: Occurrence, reading: _Reading) -> Span:
    span = occurrence.span
    length = len(occurrence.text)
    one_line = span.line == span.end_line and span.end_column - span.column == length
    if not (occurrence.editable and one_line):
        return span
    start, end = span.column + reading.start, span.column + reading.end
    return Span(line=span.line, column=start, end_line=span.line, end_column=end)
