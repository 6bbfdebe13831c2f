"""The deprecations table as an index: finds a model's row and follows its replacements."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import compiled
from pytest_modelgate.caution import caution
from pytest_modelgate.compiled import Origin
from pytest_modelgate.content import FINE_TUNES, NAMES_ONLY
from pytest_modelgate.errors import TableError
from pytest_modelgate.lifecycle import is_alive, state_of
from pytest_modelgate.records import ApiRecord, ModelRecord
from pytest_modelgate.terms import State
from pytest_modelgate.values import Step, Succession

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pytest_modelgate.content import ApiContent, Content, RowContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts of a row were read, and the key that the table's notes know it by."""

    key: str
    title: str
    url: str | None = None
    read: date | None = None
    third_party: bool = False


class Catalog:
    """Every row of a table. A record is built when it is first asked for, so that its cost is not that of the table."""

    def __init__(
        self, content: Content, origin: Origin | None = None, own_ids: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        """`content` must come from `table.parse`, which has validated it."""
        self.own_ids = own_ids or {}
        """By surface, the ids that only a team's own tables have."""
        self.origin = origin or Origin(name="bundled", path=Path(compiled.TABLE))
        self._content = content
        self._records: dict[tuple[str, str], ModelRecord] = {}
        self._successions: dict[tuple[ModelRecord, date, int], Succession] = {}
        self.surfaces: tuple[str, ...] = tuple(sorted(content))
        self.as_of: date = max(date.fromisoformat(surface["as_of"]) for surface in content.values())
        """The newest day up to which a provider's sources were read."""
        self.rows: int = sum(len(surface["models"]) for surface in content.values())

    def find(self, surface: str, model_id: str) -> ModelRecord | None:
        """The row of exactly this id; None also for a row that stands for several.

        The name of a model that the surface knows by name and version is found as its mildest version.
        """
        key = (surface, model_id)
        if key not in self._records:
            models = self._content[surface]["models"] if surface in self._content else {}
            if model_id in models and models[model_id]["kind"] not in NAMES_ONLY:
                self._records[key] = self._record(surface, model_id, models[model_id])
            elif versions := self._versions.get(key):
                records = [self._record(surface, version, models[version]) for version in versions]
                self._records[key] = replace(min(records, key=harshness), id=model_id)
            else:
                return None
        return self._records[key]

    def lookup(self, model_id: str) -> tuple[ModelRecord, ...]:
        """The rows of exactly this id on every surface that has one, sorted by surface."""
        found = (self.find(surface, model_id) for surface in self._places.get(model_id, ()))
        return tuple(record for record in found if record is not None)

    def ids(self, surface: str) -> frozenset[str]:
        """Every id of a surface; none for a surface that the table does not have."""
        models = self._content[surface]["models"] if surface in self._content else {}
        return frozenset(model_id for model_id, row in models.items() if row["kind"] not in NAMES_ONLY)

    def api(self, surface: str, api_id: str) -> ApiRecord | None:
        """The row of an endpoint or a host of a surface that ends."""
        return self._apis.get((surface, api_id))

    @property
    def apis(self) -> tuple[ApiRecord, ...]:
        """Every API and host that ends, sorted by surface and id."""
        return tuple(self._apis.values())

    def is_complete(self, surface: str) -> bool:
        """Whether every id that the surface served on its `as_of` has a row, so that an unknown one is news."""
        return surface in self._content and self._content[surface]["listing"] == "complete"

    def endpoints(self, surface: str) -> frozenset[str]:
        """Every endpoint that rows of a surface name; none for a surface that the table does not have."""
        return frozenset(self._content[surface].get("endpoints", ())) if surface in self._content else frozenset()

    def read_up_to(self, surface: str) -> date:
        """The day up to which the surface's sources were read. Raises KeyError for a surface the table has not."""
        return date.fromisoformat(self._content[surface]["as_of"])

    def versions(self, surface: str, model: str) -> tuple[str, ...]:
        """The ids of a model that the surface knows by name and version; none for any other text."""
        return tuple(self._versions.get((surface, model), ()))

    def fine_tunes(self, surface: str, base: str) -> ModelRecord | None:
        """The row of what was tuned from a base, which the provider may name without its date."""
        models = self._content[surface]["models"] if surface in self._content else {}
        rows = [
            model_id
            for model_id, row in models.items()
            if row["kind"] == FINE_TUNES and _is_dated(base, model_id.removeprefix("ft-"))
        ]
        longest = max(rows, key=len, default=None)
        return None if longest is None else self._record(surface, longest, models[longest])

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        """The surfaces that know each id."""
        places: dict[str, list[str]] = {}
        for surface in self.surfaces:
            for model_id, row in self._content[surface]["models"].items():
                if row["kind"] not in NAMES_ONLY:
                    places.setdefault(model_id, []).append(surface)
        return places

    @cached_property
    def _apis(self) -> dict[tuple[str, str], ApiRecord]:
        """The rows of APIs and hosts; there are few."""
        return {
            (surface, api_id): self._api(surface, api_id, row)
            for surface in self.surfaces
            for api_id, row in self._content[surface].get("apis", {}).items()
        }

    @cached_property
    def _versions(self) -> dict[tuple[str, str], list[str]]:
        """The ids of each model that a surface knows by name and version."""
        versions: dict[tuple[str, str], list[str]] = {}
        for surface in self.surfaces:
            for model_id, row in self._content[surface]["models"].items():
                if "model" in row and row["kind"] not in NAMES_ONLY:
                    versions.setdefault((surface, row["model"]), []).append(model_id)
        return versions

    def succession(self, record: ModelRecord, today: date, horizon: int) -> Succession:
        """The shortest way along official replacements to the first that is alive.

        Of several that a row names, those that serve one of the model's endpoints come first, each group in its order.
        The steps are that way's; when no replacement is alive, they are all that were looked at. A replacement
        without a row is UNKNOWN, and so never proposed.
        """
        key = (record, today, horizon)
        if key not in self._successions:
            self._successions[key] = self._succession(record, today, horizon)
        return self._successions[key]

    def _succession(self, record: ModelRecord, today: date, horizon: int) -> Succession:
        steps: dict[str, Step] = {}
        before: dict[str, str] = {}
        waiting = deque([record])
        while waiting:
            current = waiting.popleft()
            speaker = self._speaker(current)
            for successor in sorted(speaker.successors, key=lambda id_: not self._serves(id_, record)):
                if successor == record.id or successor in steps:
                    continue
                found = self.find(record.surface, successor)
                state = State.UNKNOWN if found is None else state_of(found, today, horizon)
                steps[successor] = Step(
                    id=successor, state=state, condition=speaker.condition, source=_address(self.sources(speaker))
                )
                before[successor] = current.id
                if found is not None and is_alive(state):
                    way = _way(record.id, successor, before)
                    why = self._caution(record, found, way, today, horizon)
                    return Succession(
                        steps=tuple(steps[id_] for id_ in way),
                        living=successor,
                        same_kind=why is None,
                        caution=why,
                    )
                if found is not None:
                    waiting.append(found)
        return Succession(steps=tuple(steps.values()))

    def _caution(
        self, record: ModelRecord, living: ModelRecord, way: Sequence[str], today: date, horizon: int
    ) -> str | None:
        """Why the living one does not simply take the place of the first."""
        passed = (record, *(found for id_ in way[:-1] if (found := self.find(record.surface, id_))))
        speakers = [self._speaker(each) for each in passed]
        named = {id_ for speaker in speakers for id_ in speaker.successors} - {record.id, *way}
        rows = (self.find(record.surface, id_) for id_ in sorted(named))
        others = [row.id for row in rows if row is not None and is_alive(state_of(row, today, horizon))]
        answered = (record.after_retirement or self.after_retirement(record.surface)) == "redirects"
        return caution(record, living, speakers, others, answered=answered)

    def _serves(self, successor: str, record: ModelRecord) -> bool:
        """Whether a replacement serves any endpoint of a model."""
        found = self.find(record.surface, successor)
        return found is not None and not set(found.endpoints).isdisjoint(record.endpoints)

    def after_retirement(self, surface: str) -> str:
        """What a call with a retired id of this surface gets, unless the id's own record says otherwise.

        Raises KeyError for a surface that the table does not have.
        """
        return self._content[surface]["after_retirement"]

    def sources(self, record: ModelRecord | ApiRecord) -> tuple[Source, ...]:
        """Where the facts of a row were read, in the row's order."""
        return self._sources(record.surface, record.sources)

    def _sources(self, surface: str, keys: Sequence[str]) -> tuple[Source, ...]:
        known = self._content[surface]["sources"]
        return tuple(
            Source(
                key=key,
                title=known[key]["title"],
                url=known[key].get("url"),
                read=_day(known[key].get("read")),
                third_party=known[key].get("third_party", False),
            )
            for key in keys
        )

    def _speaker(self, record: ModelRecord) -> ModelRecord:
        """The row that names the replacements of a model: its own, or for an alias that names none, its target's."""
        passed = {record.id}
        speaker = record
        while not speaker.successors and speaker.alias_of is not None and speaker.alias_of not in passed:
            passed.add(speaker.alias_of)
            target = self.find(record.surface, speaker.alias_of)
            if target is None:
                break
            speaker = target
        return speaker

    def _api(self, surface: str, api_id: str, row: ApiContent) -> ApiRecord:
        sources = self._sources(surface, row["source"])
        return ApiRecord(
            surface=surface,
            id=api_id,
            title=row["title"],
            announced=_day(row.get("announced")),
            retires=_day(row.get("retires")),
            stage=row.get("stage"),
            instead=row.get("instead"),
            sources=tuple(row["source"]),
            address=_address(sources),
            third_party=row.get("third_party", False) or all(source.third_party for source in sources),
            note=row.get("note"),
        )

    def _record(self, surface: str, model_id: str, row: RowContent) -> ModelRecord:
        known = self._content[surface]["sources"]
        return ModelRecord(
            surface=surface,
            id=model_id,
            kind=row["kind"],
            modality=row["modality"],
            announced=_day(row.get("announced")),
            retires=_day(row.get("retires")),
            earliest=_day(row.get("earliest")),
            stage=row.get("stage"),
            model=row.get("model"),
            version=row.get("version"),
            floating=row.get("floating", False),
            successors=tuple(row.get("successor", ())),
            condition=row.get("condition"),
            alias_of=row.get("alias_of"),
            endpoints=tuple(row.get("endpoints", ())),
            sources=tuple(row["source"]),
            note=row.get("note"),
            after_retirement=row.get("after_retirement"),
            third_party=row.get("third_party", False)
            or all(known[key].get("third_party", False) for key in row["source"]),
        )


def load(root: Path | None = None, extra: Sequence[str] = ()) -> Catalog:
    """The table in use, with a team's own tables over it, their paths relative to `root`. Raises TableError."""
    content, origin = compiled.newest()
    public = {surface: part["models"].keys() for surface, part in content.items()}
    for shown in extra:
        try:
            text = Path(root or "", shown).read_bytes()
        except OSError as error:
            reason = f"this table of `extra-tables` cannot be read ({(error.strerror or 'unknown error').lower()})"
            raise TableError(f"{shown}:1: {reason}; name one that can, or leave it out") from error
        from pytest_modelgate import table

        content = table.parse(text, shown, under=content)
    own_ids = {
        surface: own
        for surface, part in content.items()
        if (own := frozenset(part["models"].keys() - public.get(surface, frozenset())))
    }
    return Catalog(content, origin, own_ids)


def harshness(record: ModelRecord) -> tuple[int, int]:
    """Orders rows of one model on several surfaces, or of several versions, the mildest first.

    Of two that end, the one that ends later is milder on every day.
    """
    if record.retires is not None:
        return 3, -record.retires.toordinal()
    stages = {None: 0, "legacy": 1, "deprecated": 2, "retired": 4}
    return (2 if record.announced and record.stage is None else stages.get(record.stage, 2)), 0


def _is_dated(text: str, base: str) -> bool:
    """Whether a text is a base's id, or that id with a date after it."""
    return text == base or bool(re.fullmatch(re.escape(base) + r"-[\d-]{4,10}", text))


def _address(sources: Sequence[Source]) -> str | None:
    official = [source.url for source in sources if source.url and not source.third_party]
    return next(iter(official), next((source.url for source in sources if source.url), None))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _way(start: str, end: str, before: Mapping[str, str]) -> list[str]:
    """The ids from the first replacement of `start` to `end`."""
    way = [end]
    while before[way[-1]] != start:
        way.append(before[way[-1]])
    return way[::-1]
