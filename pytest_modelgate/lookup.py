"""Finds what the table knows of a text: its row on each surface, in any spelling, and the ids it was meant to be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pytest_modelgate.addresses import Addresses
from pytest_modelgate.spelling import guesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.kinds import Provider
    from pytest_modelgate.records import ModelRecord
    from pytest_modelgate.spelling import Guess


class Lookup:
    """The ids of a catalog as the providers' forms lead to them.

    A surface whose callers send names of their own is in none of the answers: its rows say nothing of such a name.
    """

    def __init__(self, catalog: Catalog, providers: Sequence[Provider]) -> None:
        self.catalog = catalog
        self.addresses = Addresses(providers)
        private = frozenset(provider.name for provider in providers if provider.private_names)
        self.ids = {surface: catalog.ids(surface) for surface in catalog.surfaces if surface not in private}
        """By surface, every id of the table."""
        self.known = frozenset().union(*self.ids.values())
        """Every id of every surface."""
        self.listed = tuple(filter(catalog.is_complete, self.ids))
        """The surfaces of which every id is known, so that another is news or a mistake."""
        self._named = frozenset(provider.name for provider in providers)
        self._folded = {
            provider.name: {id_.lower(): id_ for id_ in sorted(self.ids[provider.name])}
            for provider in providers
            if provider.any_case and provider.name in self.ids
        }

    def find(self, surface: str, text: str) -> ModelRecord | None:
        """The row of a text on a surface, in any spelling that the surface takes; of a fine-tuned id, its base's."""
        if surface not in self.ids:
            return None
        if record := self.catalog.find(surface, text):
            return record
        if base := self.addresses.base(surface, text):
            return self.catalog.fine_tunes(surface, base)
        folded = self._folded.get(surface, {})
        spellings = self.addresses.spellings(surface, text)
        found = (self.catalog.find(surface, folded.get(id_.lower(), id_)) for id_ in spellings)
        return next((record for record in found if record is not None), None)

    def on(self, surfaces: Sequence[str], text: str) -> list[ModelRecord]:
        """The rows of a text on those of the surfaces that have one."""
        return [record for surface in surfaces if (record := self.find(surface, text)) is not None]

    def places(self, model_id: str) -> tuple[str, ...]:
        """The surfaces that have exactly this id."""
        return tuple(record.surface for record in self.catalog.lookup(model_id) if record.surface in self.ids)

    def claimants(self, text: str) -> tuple[str, ...]:
        """The surfaces one of which is asked, as the text alone says: by its form, or because a team's table has it."""
        return tuple(dict.fromkeys((*self.addresses.claimants(text), *self.own(text))))

    def own(self, text: str) -> tuple[str, ...]:
        """The surfaces that have an id by a team's own tables alone."""
        return tuple(surface for surface, ids in self.catalog.own_ids.items() if text in ids)

    def all_listed(self, surfaces: Sequence[str]) -> bool:
        """Whether an id that the table does not have is news or a mistake on each of the surfaces."""
        return all(map(self.catalog.is_complete, surfaces))

    def meant(self, written: str, surface: str, asked: Sequence[str]) -> tuple[Guess, ...]:
        """What was meant on a surface that lists all it has, and is asked or has ids that read like the text."""
        if surface not in self.ids or not self.catalog.is_complete(surface):
            return ()
        own = surface not in self._named
        if not (own or surface in asked or surface in self.addresses.resembled(written)):
            return ()
        prefer = partial(self._alive_first, surface)
        found = guesses(written, self.ids[surface], as_of=self.catalog.read_up_to(surface), prefer=prefer)
        if own or surface in asked:
            return found
        # Beside an id that other hosts serve too, a text like it may be right on one of them.
        return tuple(guess for guess in found if surface in self.claimants(guess.id))

    def _alive_first(self, surface: str, model_id: str) -> int:
        record = self.catalog.find(surface, model_id)
        return 0 if record and record.retires is None and record.stage is None else 1
