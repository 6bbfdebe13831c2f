"""Says which surface a text is addressed to: by a router's prefix, by the text around an id, by the id's own form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.finder import Finder
from pytest_modelgate.kinds import GATEWAY
from pytest_modelgate.providers import ROUTES_ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.kinds import Provider


_TEXTS = 4096
"""Texts whose readings are kept."""


@dataclass(frozen=True, slots=True)
class Address:
    """The part of a text that is an id, and the surface that will be asked for it."""

    surface: str
    start: int
    end: int


class Addresses:
    """Reads the addresses that texts carry, by what the providers say of their ids."""

    def __init__(self, providers: Sequence[Provider]) -> None:
        self._providers = {provider.name: provider for provider in providers}
        self._surfaces = {route: provider.name for provider in providers for route in provider.routes}
        self._surfaces |= {route: surface for surface, routes in ROUTES_ELSEWHERE.items() for route in routes}
        routes = sorted(self._surfaces, key=len, reverse=True)
        self._route = re.compile("|".join(map(re.escape, routes)))
        self._claims = [(provider, provider.claims or provider.grammar) for provider in providers]
        self._by_keyword: dict[str, list[str]] = {}
        for provider in providers:
            for keyword in provider.keywords:
                self._by_keyword.setdefault(keyword, []).append(provider.name)
        self._keywords = Finder(self._by_keyword)
        self._inside = [(provider.name, provider.inside) for provider in providers if provider.inside]
        # Each is asked once for every surface that a text may be read on.
        self.resembled = lru_cache(maxsize=_TEXTS)(self._resembled)
        self.claimants = lru_cache(maxsize=_TEXTS)(self._claimants)

    def inside(self, text: str) -> Address | None:
        """The id in a longer text whose form is unmistakable, such as an ARN or the path of a deployment."""
        if "/" not in text:
            return None
        for surface, form in self._inside:
            if found := form.search(text):
                return Address(surface, found.start("id"), found.end("id"))
        return None

    def routed(self, text: str) -> Address | None:
        """What a router's prefix sends where; None for a text without one."""
        found = self._route.match(text)
        if found is None or found.end() == len(text):
            return None
        return Address(self._surfaces[found.group()], found.end(), len(text))

    def _resembled(self, text: str) -> frozenset[str]:
        """The surfaces that a text holds a keyword of: any other has no id that reads like it, but ordinary words."""
        found = self._keywords.found(text.lower().encode("utf-8", "replace"))
        return frozenset(surface for _, _, keyword in found for surface in self._by_keyword[keyword])

    def _claimants(self, text: str) -> tuple[str, ...]:
        """The surfaces, in their order, one of which is asked, as the text's form alone says."""
        # What begins with a maker's name may go to any gateway.
        open_to_all = text.startswith(ROUTES_ELSEWHERE[GATEWAY])
        likely = self.resembled(text)
        return tuple(
            provider.name
            for provider, claims in self._claims
            if (provider.name in likely or text in provider.needs_context)
            and (claims.fullmatch(text) or (not open_to_all and claims.fullmatch(self.normal(provider.name, text))))
        )

    def normal(self, surface: str, text: str) -> str:
        """The id that a text is one of the surface's spellings of; the text itself where it is none."""
        provider = self._providers.get(surface)
        found = provider.written.fullmatch(text) if provider and provider.written else None
        return text if found is None else found.group("id")

    def spellings(self, surface: str, text: str) -> tuple[str, ...]:
        """The ids that a text can be a spelling of on a surface: its own, then those with what may be left out."""
        provider = self._providers.get(surface)
        id_ = self.normal(surface, text)
        return (id_, *(f"{beginning}{id_}" for beginning in (provider.left_out if provider else ())))

    def makers_own(self, surface: str, text: str) -> str:
        """The maker's own id in one of the surface's, as far as its form tells; else the text itself."""
        id_ = self.normal(surface, text)
        provider = self._providers.get(surface)
        found = provider.wraps.fullmatch(id_) if provider and provider.wraps else None
        return id_ if found is None else "-".join(filter(None, (found["model"], found.groupdict().get("day"))))

    def base(self, surface: str, text: str) -> str | None:
        """The id of the model that a fine-tuned one was tuned from; None for any other text."""
        provider = self._providers.get(surface)
        found = provider.tuned.fullmatch(text) if provider and provider.tuned else None
        return None if found is None else found.group("base")

    def fits(self, surface: str, text: str) -> bool:
        """Whether a text has the form of the surface's ids."""
        provider = self._providers.get(surface)
        return provider is not None and bool(provider.grammar.fullmatch(self.normal(surface, text)))

    def own_prefix(self, surface: str, text: str) -> int:
        """The length of the surface's own prefix, such as `models/`, at the begin of a text; 0 without one."""
        provider = self._providers.get(surface)
        prefixes = provider.own_prefixes if provider else ()
        return next((len(prefix) for prefix in prefixes if text.startswith(prefix) and text != prefix), 0)

    @property
    def with_own_prefixes(self) -> tuple[str, ...]:
        """The surfaces that have a prefix of their own."""
        return tuple(name for name, provider in self._providers.items() if provider.own_prefixes)
