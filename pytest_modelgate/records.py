"""The rows of the table: facts only, as one surface's sources give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRecord:
    """One row of the table: facts only. The state is worked out from the dates (`lifecycle.state_of`)."""

    surface: str
    id: str
    kind: str
    modality: str
    model: str | None = None
    """The model's name on a surface that knows it by name and version."""
    version: str | None = None
    floating: bool = False
    """Whether the provider may let this alias stand for another model tomorrow."""
    announced: date | None = None
    retires: date | None = None
    """The first day on which the model is no longer served, in UTC."""
    earliest: date | None = None
    """A floor, "not sooner than"; never an end day."""
    stage: str | None = None
    """`retired`, `deprecated` or `legacy` where no date says so; `active` where a current model's end is published."""
    successors: tuple[str, ...] = ()
    condition: str | None = None
    """What limits or explains the official replacement."""
    alias_of: str | None = None
    endpoints: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Keys of the surface's sources; `Catalog.sources` gives what they stand for."""
    note: str | None = None
    after_retirement: str | None = None
    """What a call with it gets once it is retired, where that differs from its surface's other models."""
    third_party: bool = False
    """Whether its dates rest on third parties alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRecord:
    """One API or host that ends, as the table has it."""

    surface: str
    id: str
    """An endpoint as calls name it (`assistants`), or the name of a host."""
    title: str
    """The API as its users call it."""
    announced: date | None = None
    retires: date | None = None
    """The first day on which it is no longer served, in UTC."""
    stage: str | None = None
    """`retired` or `deprecated`, where no date says so."""
    instead: str | None = None
    """What to use, in a few words."""
    sources: tuple[str, ...] = ()
    address: str | None = None
    """The first address among its sources, the provider's own before others'."""
    third_party: bool = False
    note: str | None = None
