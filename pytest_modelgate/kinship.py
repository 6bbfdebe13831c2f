"""Finds the same model under another surface's id, and the surface that an id belongs to where another is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import GATEWAY
from pytest_modelgate.providers import is_gateways, is_like_an_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.kinds import Provider
    from pytest_modelgate.lookup import Lookup

_ONE_CLIENT = frozenset({"gemini", "vertex"})
"""Surfaces that one client asks, as variables of its surroundings say."""
_SPELT_ONE_WAY = frozenset({"bedrock", "mistral", "vertex", "cohere"})
"""Surfaces listed in part on which a model has no name but those of its form."""
_OWN_ALONE = frozenset({"ai21", "assemblyai", "cohere", "deepgram", "elevenlabs", "groq", "mistral", "voyage"})
"""Surfaces listed in part that serve their own models or open ones, and no other maker's."""
_ROUTERS = ("openrouter", "azure", "bedrock", "vertex")
"""Whose spellings are met most, where several surfaces spell an id alike."""
_DAY = re.compile(r"[-@](?:20\d{6}|20\d\d-\d\d-\d\d)$")


@dataclass(frozen=True, slots=True)
class Kin:
    """An id in another surface's spelling, and the same model's ids where it is asked for, the likeliest first."""

    foreign: str
    surface: str
    ids: tuple[str, ...]
    certain: bool
    """Whether the first of them is clearly the one."""


class Kinship:
    """The ids of a table by what they have in common with those of the same model on other surfaces."""

    def __init__(self, table: Lookup, providers: Sequence[Provider]) -> None:
        self._table = table
        self._addresses = table.addresses
        self._routes = dict.fromkeys(table.ids, ()) | {
            provider.name: tuple(route for route in provider.routes if route.endswith("/")) for provider in providers
        }
        self._by_likeness: dict[str, dict[str, tuple[str, ...]]] = {}
        catalog = table.catalog
        every = {surface: catalog.ids(surface) for surface in catalog.surfaces}
        first = [surface for surface in _ROUTERS if surface in every]
        self._ids = {surface: every[surface] for surface in (*first, *(one for one in every if one not in first))}
        self._after_maker = frozenset(id_.partition("/")[2] for id_ in every.get("openrouter", ()))

    def misspelt(self, text: str, asked: tuple[str, ...], *, called: bool, direct: bool) -> Kin | None:
        """What a text that no asked surface knows was written for another, where they have the same model.

        `called` says that it is the argument of a call to them, `direct` that they get it as it is.
        """
        if self._is_at_home(text, asked, direct=direct):
            return None
        claimed = bool(self._elsewhere(self._table.claimants(text), asked))
        if not self._table.all_listed(asked):
            # What a surface lists in part may have more names than the table.
            plain = called and _SPELT_ONE_WAY.issuperset(asked) and (claimed or self._is_routed_to(text, asked))
            if not plain:
                return None
        elif claimed and not direct:
            return None
        for surface in asked:
            for foreign, makers in self._spellers(text, asked):
                ids = self._kin(surface).get(likeness(makers), ())
                if ids:
                    exact = makers in (self._addresses.makers_own(surface, id_) for id_ in ids)
                    certain = exact or len(ids) == 1
                    return Kin(foreign, surface, self._ordered(surface, ids, makers), certain)
        return None

    def home(self, text: str, asked: tuple[str, ...]) -> tuple[str, int] | None:
        """The surface of an id that none of the asked ones has, and where the id begins in the text; None if unsure."""
        listed = self._table.all_listed(asked)
        if not (listed or _OWN_ALONE.issuperset(asked)) or not is_like_an_id(text):
            return None
        if self._is_at_home(text, asked, direct=True):
            return None
        for begin in self._begins(text):
            if claimants := self._elsewhere(self._table.claimants(text[begin:]), asked):
                return claimants[0], begin
        if is_gateways(text):
            return "openrouter", 0
        if not listed or not self._addresses.resembled(text).isdisjoint(asked):
            return None
        places = self._elsewhere(self._table.places(text), asked)
        return (places[0], 0) if places else None

    def _begins(self, text: str) -> list[int]:
        """Where an id may begin: with the text, or after a prefix of a router's or of a surface's own."""
        routed = self._addresses.routed(text)
        own = (self._addresses.own_prefix(surface, text) for surface in self._addresses.with_own_prefixes)
        return [0, *([routed.start] if routed else []), *filter(None, own)]

    def _is_at_home(self, text: str, asked: tuple[str, ...], *, direct: bool) -> bool:
        """Whether one of the asked surfaces has the text, or may have it."""
        begins = [0]
        if not direct and self._is_routed_to(text, asked) and (routed := self._addresses.routed(text)):
            begins.append(routed.start)
        for surface in asked:
            if surface not in self._table.ids:
                return True
            for begin in begins:
                id_ = text[begin + self._addresses.own_prefix(surface, text[begin:]) :]
                if self._table.find(surface, id_) or self._addresses.fits(surface, id_.lower()):
                    return True
        return bool(self._table.own(text))

    def _is_routed_to(self, text: str, asked: tuple[str, ...]) -> bool:
        """Whether a router would send the text to who is asked."""
        routed = self._addresses.routed(text)
        return routed is not None and routed.surface in asked

    def _elsewhere(self, surfaces: Sequence[str], asked: tuple[str, ...]) -> tuple[str, ...]:
        """The surfaces that are judged, unless who is asked may be one of them."""
        if any(surface in asked for surface in surfaces):
            return ()
        one = not _ONE_CLIENT.isdisjoint(asked)
        return tuple(
            surface for surface in surfaces if surface in self._table.ids and not (one and surface in _ONE_CLIENT)
        )

    def _spellers(self, text: str, asked: tuple[str, ...]) -> list[tuple[str, str]]:
        """Who spells a model like this, with its maker's own id, the likeliest first."""
        routed = self._addresses.routed(text)
        rest = text[routed.start :] if routed is not None and routed.surface in asked else text
        after_maker = text in self._after_maker or any(
            is_gateways(f"{route}{rest}") for surface in asked for route in self._routes[surface]
        )
        found = [(surface, self._addresses.makers_own(surface, text)) for surface in self._spelt_by(text, asked)]
        if after_maker:
            found.insert(0, ("openrouter", rest))
        elif rest != text:
            found.insert(0, (GATEWAY, rest))
        return found

    def _spelt_by(self, text: str, asked: tuple[str, ...]) -> list[str]:
        """The surfaces, but those that are asked, whose id the text is or may be by its form."""
        claimants = self._addresses.claimants(text)
        holders = (surface for surface, ids in self._ids.items() if text in ids)
        one = not _ONE_CLIENT.isdisjoint(asked)
        return [
            surface
            for surface in dict.fromkeys((*claimants, *holders))
            if surface not in asked and not (one and surface in _ONE_CLIENT)
        ]

    def _kin(self, surface: str) -> dict[str, tuple[str, ...]]:
        """The ids of a surface by their likeness."""
        if surface not in self._by_likeness:
            groups: dict[str, list[str]] = {}
            for id_ in sorted(self._table.ids[surface]):
                groups.setdefault(likeness(self._addresses.makers_own(surface, id_)), []).append(id_)
            self._by_likeness[surface] = {key: tuple(ids) for key, ids in groups.items()}
        return self._by_likeness[surface]

    def _ordered(self, surface: str, ids: tuple[str, ...], makers: str) -> tuple[str, ...]:
        """The exact one first, then what is not dated, then the newest."""

        def order(id_: str) -> tuple[bool, bool, int]:
            own = self._addresses.makers_own(surface, id_)
            found = _DAY.search(own)
            day = re.sub(r"\D", "", found.group()) if found else ""
            return own != makers, bool(day), -int(day or 0)

        return tuple(sorted(ids, key=order))


def likeness(model_id: str) -> str:
    """What the ids of one model have in common on different surfaces."""
    return re.sub(r"[^a-z0-9]", "", _DAY.sub("", model_id.lower()))
