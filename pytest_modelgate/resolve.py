"""Turns an occurrence into a reference, or drops it: by table, by a small mistake, by grammar, by context."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.catalog import harshness
from pytest_modelgate.content import FINE_TUNES
from pytest_modelgate.finder import Finder
from pytest_modelgate.kinds import GATEWAY, LOCAL, NOBODY
from pytest_modelgate.kinship import Kinship
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.lookup import Lookup
from pytest_modelgate.providers import TO_ANY_HOST, is_gateways, is_like_an_id, is_local, is_placeholder
from pytest_modelgate.spelling import MOST_CANDIDATES, Guess, is_certain
from pytest_modelgate.terms import Context, State, Told
from pytest_modelgate.values import Reference, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pytest_modelgate.addresses import Address
    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.kinds import Provider
    from pytest_modelgate.records import ModelRecord
    from pytest_modelgate.values import Occurrence

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
    routed: bool = False
    """Whether the text itself says who is asked."""
    foreign: str | None = None


class Resolver:
    """Knows every id of the catalog and how each provider's ids look."""

    def __init__(self, catalog: Catalog, providers: Sequence[Provider]) -> None:
        self._table = Lookup(catalog, providers)
        self._addresses = self._table.addresses
        self._kinship = Kinship(self._table, providers)
        judged = [provider for provider in providers if not provider.private_names]
        self._families = tuple((provider.name, provider.family) for provider in judged if provider.claims is not NOBODY)
        self._shared = tuple(provider.name for provider in judged if provider.claims is NOBODY)
        self._shy = frozenset().union(*(provider.needs_context for provider in providers))
        # What a team calls its own models need not hold a word of their makers.
        stems = Finder(keyword for provider in providers for keyword in provider.keywords)
        own = {id_.lower() for id_ in self._table.known - self._shy if not stems.within(id_)}
        self.keywords = Finder(own.union(stems.words))
        """Lower-case texts, one of which is in every file that can hold a reference."""
        # Of a file with thousands of ids, most are the same few.
        self._recalled = lru_cache(maxsize=_CACHE)(self._read)

    def is_known(self, text: str) -> bool:
        """Whether a text is exactly an id of the table, and no ordinary word."""
        return text in self._table.known and text not in self._shy

    def is_id(self, text: str) -> bool:
        """Whether this whole text could be a reference: a known id, the form of one, or one small step from one.

        Context may still speak against it: `GPT-4o` is a mistake where a model goes and a label anywhere else.
        """
        if text in self._table.known:
            return text not in self._shy
        if not 2 <= len(text) <= _LONGEST or not self.keywords.within(text):
            return False
        return self._recalled(text, (), Context.NAMED) is not None

    def is_settled(self, text: str, today: date, horizon: int) -> bool:
        """Whether the text is an exact id that is active on that day wherever it could be asked for.

        No rule can then say anything of it, whatever its context; nor of text for a surface that is not judged.
        """
        if text not in self._table.known and not self.keywords.within(text):
            return False
        surface, begin = self._route(text)
        if surface is not None:
            if surface not in self._table.ids:
                return surface != GATEWAY
            records = [self._table.find(surface, text[begin:])]
        else:
            places = set(self._table.places(text))
            records = [self._table.find(place, text) for place in places.union(self._table.claimants(text))]
        return bool(records) and all(
            record is not None and state_of(record, today, horizon) is State.ACTIVE for record in records
        )

    def resolve(self, path: str, occurrence: Occurrence) -> Reference | None:
        """The reference that an occurrence of the file shown as `path` is, or None when it names no model."""
        text = occurrence.text
        if occurrence.dynamic:
            if occurrence.context is not Context.CALL and not self.keywords.within(text):
                return None
            reading: _Reading | None = _Reading(0, len(text), None, next(iter(occurrence.surfaces), None))
        else:
            uses = occurrence.uses
            direct = bool(uses) and all(use.base is not None and use.sure for use in uses)
            sure = not uses or any(use.sure for use in uses)
            reading = self._recalled(text, occurrence.surfaces, occurrence.context, sure, direct)
        if reading is None:
            return None
        return Reference(
            path=path,
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
            told=_told(occurrence, reading),
            foreign=reading.foreign,
        )

    def _read(
        self, text: str, surfaces: tuple[str, ...], context: Context, sure: bool = True, direct: bool = False
    ) -> _Reading | None:
        """What a text names; `sure` and `direct` say whether calls are certain to get it, and ask whom they seem to."""
        bare = text.strip()
        if not 2 <= len(bare) <= _LONGEST or (context is Context.NONE and bare != text):
            return None
        offset = text.index(bare)
        if bare in self._shy and (context is Context.NONE or not (surfaces or self._table.claimants(bare))):
            return None
        if not any(surface in self._table.ids for surface in surfaces):
            # An address that nobody else knows may well be the team's own gateway.
            surfaces = self._table.own(bare) or surfaces
        if within := self._addresses.inside(bare):
            plain = context is not Context.NONE or self.keywords.within(bare)
            return self._addressed(bare, within, offset) if plain else None
        told = bool(surfaces) and context is not Context.NONE
        if told and (strange := self._strange(bare, surfaces, context, sure, direct)):
            return replace(strange, start=offset, end=offset + len(bare))
        route, begin = (None, 0) if self._is_whole(bare, surfaces) else self._route(bare)
        if route == GATEWAY and surfaces:
            # A maker's name before the id, which a client that is known does not take.
            route, begin = None, 0
        if not surfaces and is_gateways(bare):
            return _Reading(offset, offset + len(bare), bare, GATEWAY, routed=True)
        rest = bare[begin:]
        whole = (offset + begin, offset + len(bare))
        if foreign := self._judged_nowhere(surfaces, route, bare[:begin]):
            if not self._is_plain(rest, context):
                return None
            start = whole[0] if foreign == route else offset
            by_text = route is not None and foreign in (route, GATEWAY)
            return _Reading(start, whole[1], bare[start - offset :], foreign, _several(surfaces), routed=by_text)
        asked = (route,) if route else surfaces
        start = whole[0] if route else 0
        # A router's prefix says as much as a name would, but any path may begin like one.
        named = max(context, Context.NAMED) if route else context
        heard = context if surfaces or not bare[:begin].startswith(TO_ANY_HOST) else min(context, Context.NAMED)
        found = (
            (self._by_table(rest, whole, asked) if text[start:] == rest else None)
            or self._by_mistake(text, start, asked, named)
            or self._by_grammar(rest, whole, asked, named)
            or self._by_context(rest, whole, asked, heard)
            or (_Reading(*whole, rest, LOCAL) if is_local(rest) and not asked else None)
        )
        return replace(found, routed=True) if found is not None and route else found

    def _strange(
        self, bare: str, surfaces: tuple[str, ...], context: Context, sure: bool, direct: bool
    ) -> _Reading | None:
        """The reading of an id that is another's where it is asked for: in its spelling, or of its models."""
        if not sure:
            # One of several that a table holds, and perhaps never given to this client.
            return None
        called = context is Context.CALL
        if kin := self._kinship.misspelt(bare, surfaces, called=called, direct=called and direct):
            near = tuple(Guess(id_, int(kin.certain and place > 0), True) for place, id_ in enumerate(kin.ids))
            return _Reading(0, 0, bare, kin.surface, _several(surfaces), None, near, foreign=kin.foreign)
        if called and direct and (home := self._kinship.home(bare, surfaces)):
            surface, begin = home
            record = self._table.find(surface, bare[begin:])
            return _Reading(0, 0, record.id if record else bare[begin:], surface, (), record, foreign=surface)
        return None

    def _is_whole(self, text: str, surfaces: tuple[str, ...]) -> bool:
        """Whether what looks like a router's prefix is part of the id where the code sends it."""
        return any(
            surface in self._table.ids and (self._table.find(surface, text) or self._addresses.fits(surface, text))
            for surface in surfaces
        )

    def _addressed(self, text: str, address: Address, offset: int) -> _Reading:
        """The reading of an id in the text around it, which says where it goes."""
        id_ = text[address.start : address.end]
        record = self._table.find(address.surface, id_)
        model = record.id if record else self._addresses.normal(address.surface, id_)
        return _Reading(offset + address.start, offset + address.end, model, address.surface, (), record, routed=True)

    def _by_table(self, rest: str, whole: tuple[int, int], asked: tuple[str, ...]) -> _Reading | None:
        claimants = self._table.claimants(rest)
        records = self._table.on(asked or claimants, rest)
        if not records and asked:
            # An id of another provider, which this one would have listed if it had it.
            foreign = rest in self._table.known and self._table.all_listed(asked)
            records = self._table.on(claimants, rest) if foreign else []
        if not records:
            places = () if asked or claimants or rest not in self._table.known else self._table.places(rest)
            return _Reading(*whole, rest, None, places) if places else None
        record = min(records, key=harshness)
        possible = _several(tuple(sorted({record.surface for record in records} | set(_several(asked)))))
        # A row for fine-tunes speaks of many ids, and is none itself.
        model = rest if record.kind == FINE_TUNES else record.id
        return _Reading(*whole, model, record.surface, possible, record)

    def _by_mistake(self, text: str, start: int, asked: tuple[str, ...], context: Context) -> _Reading | None:
        written, bare = text[start:], text[start:].strip()
        spaced = re.search(r"\s", bare) and context is not Context.CALL
        unlikely = context is Context.NONE and not self.keywords.within(bare)
        if spaced or unlikely or len(written) > _LONGEST or is_placeholder(bare):
            return None
        best: tuple[Guess, ...] = ()
        home = ""
        for surface in asked or self._table.claimants(bare) or self._table.listed:
            found = self._table.meant(written, surface, asked)
            if found and (not best or found[0].score < best[0].score):
                best, home = found, surface
            elif found and found[0].score == best[0].score and found[0].id != best[0].id:
                best = (best[0], found[0], *best[1:])
        if not best or (context is Context.NONE and best[0].loose):
            return None
        return _Reading(start, len(text), written, home, _several(asked), None, best)

    def _by_grammar(
        self, rest: str, whole: tuple[int, int], asked: tuple[str, ...], context: Context
    ) -> _Reading | None:
        form = rest if context is Context.NONE else rest.lower()
        homes = tuple(surface for surface in asked if self._addresses.fits(surface, form))
        claimants = homes or self._table.claimants(form)
        if not claimants:
            return None
        # What another would be asked for says nothing of a surface that may well have it too.
        homes = homes or (claimants if self._table.all_listed(asked) else asked)
        return _Reading(*whole, self._addresses.normal(homes[0], rest), homes[0], _several(asked or homes))

    def _by_context(
        self, rest: str, whole: tuple[int, int], asked: tuple[str, ...], context: Context
    ) -> _Reading | None:
        if context is Context.NONE or not is_like_an_id(rest):
            return None
        if context is Context.NAMED and not asked:
            home = next((name for name, family in self._families if family.fullmatch(rest)), None)
            shared = any(self._addresses.fits(surface, rest.lower()) for surface in self._shared)
            return _Reading(*whole, rest, home) if home or shared else None
        judged = asked and context is Context.CALL and "/" not in rest
        surface = (
            None if not judged or any(self._table.meant(rest, other, ()) for other in self._table.listed) else asked[0]
        )
        return _Reading(*whole, rest, surface, _several(asked))

    def _is_plain(self, text: str, context: Context) -> bool:
        """Whether a text that is not judged names a model: it is known, or stands where a model goes."""
        if context is not Context.NONE:
            return is_like_an_id(text)
        return self.is_known(text) or bool(self._table.claimants(text))

    def _judged_nowhere(self, surfaces: tuple[str, ...], route: str | None, prefix: str) -> str | None:
        """The surface that will be asked and cannot be judged, when the text or the code says so."""
        if route is not None and route not in self._table.ids and not (route == GATEWAY and surfaces):
            return route
        for surface in surfaces:
            if surface not in self._table.ids:
                return surface
        return GATEWAY if surfaces and route not in (None, *surfaces) and prefix.endswith("/") else None

    def _route(self, text: str) -> tuple[str | None, int]:
        """The surface that a prefix of the text names, and where the id begins after it."""
        routed = self._addresses.routed(text)
        if routed and self._is_more_than_its_end(text, routed):
            return None, 0
        surfaces = (routed.surface,) if routed else self._addresses.with_own_prefixes
        begin = routed.start if routed else 0
        for surface in surfaces:
            own = self._addresses.own_prefix(surface, text[begin:])
            rest = text[begin + own :]
            if own and (rest in self._table.ids.get(surface, ()) or self._addresses.fits(surface, rest)):
                return surface, begin + own
        return (routed.surface, begin) if routed else (None, 0)

    def _is_more_than_its_end(self, text: str, routed: Address) -> bool:
        """Whether what looks like a router's prefix belongs to the id: `groq/compound` is one of Groq's."""
        known = self._table.ids.get(routed.surface, frozenset())
        elsewhere = self._table.known if known else known
        return text[routed.start :] not in known and (text in elsewhere or bool(self._table.claimants(text)))


def _several(surfaces: tuple[str, ...]) -> tuple[str, ...]:
    """What remains possible, as a reference tells it: nothing when one surface is certain."""
    return surfaces if len(surfaces) > 1 else ()


def _told(occurrence: Occurrence, reading: _Reading) -> Told | None:
    """What says which surface will be asked."""
    if reading.surface is None:
        return None
    if reading.routed:
        return Told.ROUTE
    if reading.surface in occurrence.surfaces or reading.foreign:
        return Told.CLIENT if occurrence.context is Context.CALL else Told.NAME
    return Told.FORM


def _narrow(occurrence: Occurrence, reading: _Reading) -> Span:
    span = occurrence.span
    length = len(occurrence.text)
    one_line = span.line == span.end_line and span.end_column - span.column == length
    if not (occurrence.editable and one_line):
        return span
    start, end = span.column + reading.start, span.column + reading.end
    return Span(line=span.line, column=start, end_line=span.line, end_column=end)
