"""Sets what one catalogue says beside the table's rows, and finds where the two differ."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from pytest_modelgate.claims import Difference
from pytest_modelgate.content import NAMES_ONLY
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.claims import Claim, Reading
    from pytest_modelgate.content import Content, RowContent, SurfaceContent

_ID = re.compile(r"[!-~]+")


class _Part:
    """One provider's rows, found by what catalogues call them."""

    def __init__(self, part: SurfaceContent) -> None:
        self.part, self.models = part, part["models"]
        self.versions: dict[str, list[str]] = defaultdict(list)
        for id_, row in self.models.items():
            if "model" in row:
                self.versions[row["model"]].append(id_)
        self.folded = {name.casefold(): name for name in (*self.versions, *self.models)}

    def name(self, claim: Claim) -> str:
        """The id, or the model of several versions, that a claim is about; its own spelling when there is none."""
        spellings = (claim.id, *claim.also)
        exact = (one for one in spellings if one in self.models or one in self.versions)
        folded = (self.folded[one.casefold()] for one in spellings if one.casefold() in self.folded)
        return next(exact, next(folded, claim.id))

    def rows(self, name: str) -> dict[str, RowContent]:
        """The rows by id: one, or that of each version."""
        ids = [name] if name in self.models else self.versions.get(name, [])
        return {id_: self.models[id_] for id_ in ids}

    def end(self, id_: str) -> str | None:
        """The end day of a row: an alias without one shares its target's."""
        passed = set()
        while "retires" not in self.models[id_] and "alias_of" in self.models[id_] and id_ not in passed:
            passed.add(id_)
            id_ = self.models[id_]["alias_of"]
        return self.models[id_].get("retires")


class Contrast:
    """What one reading and the table do not say alike. `differences` also counts what is none, by catalogue."""

    def __init__(self, content: Content, table: Catalog, reading: Reading, today: date) -> None:
        """`table` is the index of `content`."""
        self.table, self.reading, self.today = table, reading, today
        self.catalogue = reading.catalogue
        self.excused: Counter[tuple[str, str]] = Counter()
        """Days that are no end days, by catalogue and quirk."""
        self.beyond: Counter[tuple[str, str]] = Counter()
        """Ids that the table does not list, by catalogue and surface, where it lists only some."""
        self.parts = {surface: _Part(content[surface]) for surface in sorted(self.catalogue.surfaces & content.keys())}
        ids = {(claim.surface, claim.id): claim.retires for claim in reading.claims}
        self.sharing = Counter((surface, retires) for (surface, _), retires in ids.items())
        self.claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in reading.claims:
            if claim.surface in self.parts:
                self.claims[claim.surface, self.parts[claim.surface].name(claim)].append(claim)

    def differences(self) -> Iterator[Difference]:
        """Every difference, surface by surface."""
        for (surface, id_), claims in self.claims.items():
            part = self.parts[surface]
            rows = part.rows(id_)
            days = self._days(surface, claims, next(iter(rows.values()), None))
            if rows:
                yield from self._of_end(part, surface, id_, claims, days)
                yield from self._of_successor(surface, id_, claims, rows)
            elif self.catalogue.official or part.part["listing"] == "complete":
                says = ", ".join(("listed", *(f"ends {day}" for day in days)))
                yield self._difference(surface, id_, "missing-row", "no row", says, _new(id_, claims, days))
            else:
                self.beyond[self.catalogue.name, surface] += 1
        for surface in sorted(self.catalogue.complete & self.parts.keys()):
            yield from self._absent(surface, {id_ for of, id_ in self.claims if of == surface})

    def _days(self, surface: str, claims: list[Claim], row: RowContent | None) -> list[str]:
        """The end days that claims give, without those that are known to be something else."""
        days = set()
        for claim in claims:
            sharing = self.sharing[surface, claim.retires]
            quirks = (one for one in self.catalogue.quirks if claim.retires and one.holds(claim, row, sharing))
            quirk = next(quirks, None)
            if quirk is not None:
                self.excused[self.catalogue.name, quirk.name] += 1
            elif claim.retires is not None:
                days.add(claim.retires.isoformat())
        return sorted(days)

    def _of_end(
        self, part: _Part, surface: str, id_: str, claims: list[Claim], days: list[str]
    ) -> Iterator[Difference]:
        """What differs about the end of a model."""
        rows = part.rows(id_)
        known = sorted({day for row_id in rows if (day := part.end(row_id))})
        says = ", ".join(days)
        if days and not known:
            told = "; ".join(sorted({_told(row) for row in rows.values()}))
            yield self._difference(surface, id_, "missing-date", told, says, _dated(id_, rows.get(id_), days))
        elif not set(days) <= set(known):
            yield self._difference(surface, id_, "other-date", ", ".join(known), says)
        elif not days and not known and any(claim.ended for claim in claims):
            records = (self.table.find(surface, row_id) for row_id in rows)
            if all(record is None or state_of(record, self.today) is State.ACTIVE for record in records):
                yield self._difference(surface, id_, "gone-there", "nothing of an end", "deprecated")

    def _of_successor(
        self, surface: str, id_: str, claims: list[Claim], rows: Mapping[str, RowContent]
    ) -> Iterator[Difference]:
        """What differs about the replacement of a model."""
        says = list(dict.fromkeys(other for claim in claims for other in claim.successors))
        known = next((row["successor"] for row in rows.values() if "successor" in row), [])
        if says and set(says) != set(known):
            told = ", ".join(known) or "no successor"
            yield self._difference(surface, id_, "other-successor", told, ", ".join(says))

    def _absent(self, surface: str, listed: set[str]) -> Iterator[Difference]:
        """The ids that are alive by the table and not in a list that is complete, under no name of theirs."""
        models = self.parts[surface].models
        listed |= {models[id_]["alias_of"] for id_ in listed if "alias_of" in models.get(id_, {})}
        for id_ in sorted(models.keys() - listed):
            record = None if models[id_]["kind"] in NAMES_ONLY else self.table.find(surface, id_)
            if record is not None and record.alias_of not in listed:
                state = state_of(record, self.today)
                if state is not State.RETIRED:
                    yield self._difference(surface, id_, "unknown-there", str(state), "not listed")

    def _difference(
        self, surface: str, id_: str, kind: str, table: str, says: str, row: Mapping[str, object] | None = None
    ) -> Difference:
        """A difference with the review that covers it. Rows are proposed on the word of the provider alone."""
        wanted = (id_, self.catalogue.name, says)
        reviews = self.parts[surface].part.get("reviewed", ())
        reasons = (one["reason"] for one in reviews if (one["id"], one["catalogue"], one["says"]) == wanted)
        row = row if self.catalogue.official else None
        title = f"{self.catalogue.package} {self.reading.version}, the provider's own package"
        return Difference(
            surface=surface,
            id=id_,
            catalogue=self.catalogue.name,
            official=self.catalogue.official,
            kind=kind,
            table=table,
            says=says,
            reviewed=next(reasons, None),
            row=row,
            source=None if row is None else {"title": title, "read": self.today.isoformat()},
        )


def _told(row: RowContent) -> str:
    """What a row without an end day says of the end."""
    if "stage" in row:
        return f"{row['stage']}, without a day"
    return f"not before {row['earliest']}" if "earliest" in row else "no end day"


def _new(id_: str, claims: list[Claim], days: list[str]) -> dict[str, object] | None:
    """A row of what claims say; None when that is less than a row needs."""
    kinds = {claim.kind for claim in claims} - {None}
    modalities = {claim.modality for claim in claims} - {None}
    if len(kinds) != 1 or len(modalities) != 1 or len(days) > 1 or not _ID.fullmatch(id_):
        return None
    retires = {"retires": days[0]} if days else {}
    return {"id": id_, "kind": kinds.pop(), "modality": modalities.pop(), **retires}


def _dated(id_: str, row: RowContent | None, days: list[str]) -> dict[str, object] | None:
    """A row with its end; None when something in it speaks against the day."""
    if row is None or len(days) > 1 or row.get("earliest", "") > days[0] or row.get("note", "").startswith("Disputed:"):
        return None
    rest = {key: value for key, value in row.items() if key not in ("stage", "third_party")}
    return {"id": id_, **rest, "retires": days[0]}
