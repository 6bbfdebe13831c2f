"""What a lock file holds of a model, what is known of it now, and how the two differ."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pytest_modelgate.terms import Role, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from pytest_modelgate.live_values import Listed
    from pytest_modelgate.records import ModelRecord

_RANKS = (State.ACTIVE, State.LEGACY, State.DEPRECATED, State.RETIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a model, whatever the day is."""

    state: State = State.UNKNOWN
    """ACTIVE, LEGACY, DEPRECATED once an end was announced, RETIRED where the provider says so and no day does."""
    announced: date | None = None
    ends: date | None = None
    stands_for: str | None = None
    """Of an alias, the model that it stood for when the table was read."""
    live_ends: date | None = None
    """The end day by the provider's own list."""
    live_stands_for: str | None = None
    """What it stands for by the provider's own list, such as the model behind a deployment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """One model of a lock file."""

    id: str
    surface: str | None = None
    facts: Facts = Facts()
    uses: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    """The files that use it, sorted, by what they use it for."""

    @property
    def key(self) -> tuple[str, str]:
        """What it is known again by."""
        return (self.surface or "", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockEvidence:
    """What a lock file says of one reference."""

    name: str
    """The file, as reports show it."""
    locked: Locked | None
    """Its entry; None where the file has none."""
    facts: Facts
    """What is known of the model now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that is not as it was, in words that go on after the model's name."""

    now: str
    was: str
    moved: bool = False
    """Whether another model answers."""


def facts_of(record: ModelRecord | None) -> Facts:
    """The table's facts of a model; None for one that it does not have."""
    if record is None:
        return Facts()
    if record.stage is not None:
        state = State(record.stage)
    else:
        state = State.ACTIVE if record.retires is None and record.announced is None else State.DEPRECATED
    return Facts(state=state, announced=record.announced, ends=record.retires, stands_for=record.alias_of)


def with_live(facts: Facts, row: Listed, names: Collection[str | None]) -> Facts:
    """The facts of a model, of which `names` are all, with what the provider's own list says of it."""
    target = None if row.id in names else row.id
    if row.stands_for is not None:
        target = "-".join(filter(None, row.stands_for))
    return replace(facts, live_ends=row.ends, live_stands_for=target)


def changes(was: Facts, now: Facts) -> Iterator[Change]:
    """What matters to those who call the model: that another answers, or that its end is another day.

    What one of the two does not know is no change.
    """
    for old, new, by in (
        (was.stands_for, now.stands_for, ""),
        (was.live_stands_for, now.live_stands_for, " by the provider's list"),
    ):
        if old is not None and new is not None and old != new:
            yield Change(now=f"stands for {new}{by}", was=f"stood for {old}", moved=True)
    if was.state is not State.UNKNOWN and now.state is not State.UNKNOWN and was.ends != now.ends:
        yield _end(was.ends, now.ends, "")
    elif now.state in _RANKS and was.state in _RANKS and _RANKS.index(now.state) > _RANKS.index(was.state):
        yield Change(now=f"is {now.state}", was=f"was {was.state}")
    if now.live_ends is not None and was.live_ends != now.live_ends and now.live_ends != was.ends:
        yield _end(was.live_ends, now.live_ends, " by the provider's list")


def _end(was: date | None, now: date | None, by: str) -> Change:
    return Change(
        now="has no end day any more" if now is None else f"ends on {now}{by}",
        was="had no end day" if was is None else f"was to end on {was}",
    )
