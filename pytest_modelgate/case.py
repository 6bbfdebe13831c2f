"""All that is known of a call with one id, gathered before anything is concluded from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.lifecycle import DEFAULT_HORIZON, state_of
from pytest_modelgate.live_values import Absence, Outcome

if TYPE_CHECKING:
    from datetime import date

    from pytest_modelgate.catalog import Catalog, Source
    from pytest_modelgate.live_values import Listed, Listing
    from pytest_modelgate.marks import Mark
    from pytest_modelgate.pasted import Pasted
    from pytest_modelgate.records import ModelRecord
    from pytest_modelgate.terms import State
    from pytest_modelgate.values import Succession

AZURE_HOSTS = (
    *(".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com"),
    *(".openai.azure.us", ".cognitiveservices.azure.us", ".openai.azure.cn", ".cognitiveservices.azure.cn"),
)


class IdKind(StrEnum):
    """What an id names; only MODEL is the same for every account."""

    MODEL = "model"
    FINE_TUNE = "fine-tune"
    DEPLOYMENT = "deployment"
    ARN = "arn"
    CUSTOM = "custom"
    """Imported, provisioned or otherwise the account's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A row of the table, and what the table says around it."""

    record: ModelRecord
    title: str
    """The surface as its users call it."""
    sources: tuple[Source, ...]
    read_up_to: date
    succession: Succession
    after_retirement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """The answer to the request for the one model."""

    outcome: Outcome
    row: Listed | None = None
    request_id: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What is known of the key without its value."""

    present: bool
    variable: str | None = None
    oddities: tuple[str, ...] = ()
    """What is odd about its outer form, as `has white space around it`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Where calls go."""

    origin: str
    default: bool = True
    """Whether it is the provider's own address, and no other that a variable or a flag names."""
    regional: bool = False
    gateway: bool = False


@dataclass(frozen=True, kw_only=True)
class Case:
    """The evidence; None and empty where there is none."""

    id: str
    """As asked."""
    surface: str | None
    title: str
    today: date
    horizon: int = DEFAULT_HORIZON
    kind: IdKind = IdKind.MODEL
    known: Known | None = None
    """The row of the id at this surface."""
    tuned_from: Known | None = None
    """Of a fine-tuned model, the row of its base, or of what was tuned from it."""
    elsewhere: tuple[Known, ...] = ()
    """The rows of exactly this id at other surfaces."""
    read_up_to: date | None = None
    """How far the table's part for this surface had read; None where it has no such part."""
    table_complete: bool = False
    near_table: tuple[str, ...] = ()
    near_list: tuple[str, ...] = ()
    listing: Listing | None = None
    listed: Listed | None = None
    absence: Absence = Absence.NONE
    presence_proves: bool = True
    wider: Listing | None = None
    """The list of the provider's other address, where the asked one is regional."""
    wider_listed: bool = False
    one: Single | None = None
    pasted: Pasted | None = None
    endpoint: str | None = None
    key: Key | None = None
    base: Base | None = None

    @cached_property
    def row(self) -> Listed | None:
        """What the provider itself says of the id; at Azure a deployment, as only those can be called."""
        found = self.listed or (self.one.row if self.one is not None and self.one.outcome is Outcome.OK else None)
        return None if found is not None and self.azure and found.stands_for is None else found

    @cached_property
    def azure(self) -> bool:
        """Whether an Azure resource is called, where ids are names of deployments."""
        addresses = (self.base.origin if self.base else None, self.pasted.address if self.pasted else None)
        return self.surface == "azure" or any(_host(address).endswith(AZURE_HOSTS) for address in addresses if address)

    @cached_property
    def state(self) -> State | None:
        """The table's state of the id, of a fine-tuned model that of its base; None without a row."""
        known = self.known or self.tuned_from
        return None if known is None else state_of(known.record, self.today, self.horizon)

    @cached_property
    def asked(self) -> bool:
        """Whether a whole list was read."""
        return self.listing is not None and self.listing.outcome is Outcome.OK and self.listing.complete

    @cached_property
    def absent(self) -> bool:
        """Whether the provider does not serve the id to this key, as far as such a list can prove it."""
        missing = self.one is not None and self.one.outcome is Outcome.NOT_FOUND
        unlisted = self.asked and self.row is None
        return unlisted and (self.absence is Absence.STRONG or (self.absence is not Absence.NONE and missing))

    @cached_property
    def near(self) -> tuple[str, ...]:
        """Known ids that the asked one was probably meant to be; those of the live list first."""
        return tuple(dict.fromkeys((*self.near_list, *self.near_table)))

    @cached_property
    def same_model(self) -> bool:
        """Whether the pasted error is about this id, as far as it says."""
        if self.pasted is None or self.pasted.model is None:
            return True
        named, asked = self.pasted.model.casefold(), self.id.strip().casefold()
        return named in asked or asked in named

    @cached_property
    def other_host(self) -> str | None:
        """The host that the pasted call went to, where that is another than the one that was asked."""
        if self.pasted is None or self.pasted.address is None or self.base is None:
            return None
        called = _host(self.pasted.address)
        return called if called and called != _host(self.base.origin) else None

    def says(self, *wanted: Mark) -> bool:
        """Whether the pasted error says this of the asked id."""
        return self.pasted is not None and self.same_model and self.pasted.says(*wanted)


def known(record: ModelRecord, title: str, catalog: Catalog, today: date, horizon: int = DEFAULT_HORIZON) -> Known:
    """A row with its sources and replacements."""
    return Known(
        record=record,
        title=title,
        sources=catalog.sources(record),
        read_up_to=catalog.read_up_to(record.surface),
        succession=catalog.succession(record, today, horizon),
        after_retirement=record.after_retirement or catalog.after_retirement(record.surface),
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
