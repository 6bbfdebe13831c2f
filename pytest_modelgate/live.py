"""Says what the answers of the providers that were asked mean for each reference."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_modelgate import asking
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.live_values import Absence, Listed, Listing, LiveEvidence, Outcome
from pytest_modelgate.questions import asked_for, questions
from pytest_modelgate.records import ModelRecord
from pytest_modelgate.spelling import guesses
from pytest_modelgate.terms import State
from pytest_modelgate.values import Notification

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from pytest_modelgate.asking import Question
    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.listing_cache import Cache
    from pytest_modelgate.live_values import Lister
    from pytest_modelgate.values import Evidence, Reference

    Pair = tuple[Reference, Evidence]

_OF_ONE_ACCOUNT = re.compile(r"(?:.*[:/])?ft[:-].*|.*-ft|(?:tunedmodels/|arn:).*", re.IGNORECASE)
"""Fine-tuned models, and what an account has made of models otherwise."""
_SETTLES = frozenset({Outcome.OK, Outcome.NOT_FOUND, Outcome.GONE, Outcome.NO_ACCESS, Outcome.REFUSED})
"""Answers about one model, after which the next may be asked for too."""


class Live:
    """What the providers that were asked have said."""

    def __init__(self, asked: Sequence[Question], listings: Sequence[Listing], environment: Mapping[str, str]) -> None:
        self.listings = tuple(listings)
        self._environment = environment
        self._by_surface: dict[str, list[tuple[Question, Listing, dict[str, Listed]]]] = {}
        for question, listing in zip(asked, listings, strict=True):
            rows = _rows(question.lister, listing)
            self._by_surface.setdefault(listing.surface, []).append((question, listing, rows))
        self._retrieved: dict[tuple[str, str], tuple[Outcome, Listed | None]] = {}
        self._silent: set[str] = set()

    def of(self, reference: Reference) -> LiveEvidence | None:
        """What the lists of a reference's surface say of it; None where none was read."""
        everything = self._by_surface.get(asked_for(reference.surface) or "", [])
        asked = [each for each in everything if each[1].outcome is Outcome.OK]
        if reference.model is None or not asked:
            return None
        for question, listing, rows in asked:
            row = _found(question.lister, rows, reference)
            if row is not None:
                proves = question.lister.presence_proves and row.callable
                return LiveEvidence(listing=listing, row=_told(row, listing, asked), proves=proves)
        told = [each for each in everything if is_told(each[0].lister, reference.id)]
        question, listing, rows = next((each for each in told if each in asked), asked[0])
        why = _doubt(reference.id, told)
        if why is None and question.lister.absence is Absence.AFTER_RETRIEVE:
            outcome, row = self._retrieve(question, reference.id)
            if row is not None:
                return LiveEvidence(listing=listing, row=row, proves=row.callable)
            if outcome not in (Outcome.NOT_FOUND, Outcome.NO_ACCESS):
                why = "its list lacks it, and the request for this one model did not settle it"
        return LiveEvidence(listing=listing, absent=why is None, why=why, known=frozenset(rows))

    def _retrieve(self, question: Question, model: str) -> tuple[Outcome, Listed | None]:
        lister = question.lister
        if lister.one is None or lister.name in self._silent:
            return Outcome.NOT_FOUND if lister.one is None else Outcome.UNAVAILABLE, None
        place = (lister.name, model)
        if place not in self._retrieved:
            outcome, row, _ = asking.ask_one(
                lister, self._environment, model, base=question.base, secret=question.secret
            )
            if outcome is Outcome.GONE:
                row = Listed(id=model, state=State.RETIRED)
            if outcome not in _SETTLES:
                self._silent.add(lister.name)
            self._retrieved[place] = outcome, row
        return self._retrieved[place]


def _found(lister: Lister, rows: Mapping[str, Listed], reference: Reference) -> Listed | None:
    """The row of an id as written, or as the table spells it where the list is one for ids of this form."""
    covered = lister.covers is None or lister.covers(reference.id)
    row = rows.get(_key(lister, reference.id))
    if row is None and covered and reference.model is not None:
        row = rows.get(_key(lister, reference.model))
    # At Azure only deployments are called; other lists are of what could be deployed.
    return None if row is not None and lister.surface == "azure" and row.stands_for is None else row


def _told(row: Listed, listing: Listing, asked: Sequence[tuple[Question, Listing, Mapping[str, Listed]]]) -> Listed:
    """The row with what another list of the surface says of the model behind it, such as one behind a profile."""
    if row.stands_for is None or row.ends is not None or row.state is not None:
        return row
    for question, other, rows in asked:
        behind = rows.get(_key(question.lister, row.stands_for[0])) if other is not listing else None
        if behind is not None:
            return replace(
                row,
                state=behind.state,
                announced=behind.announced,
                ends=behind.ends,
                earliest=behind.earliest,
                successor=behind.successor,
            )
    return row


def is_told(lister: Lister, model: str) -> bool:
    """Whether absence from the list could mean something for this id."""
    covered = lister.covers is None or lister.covers(model)
    return covered and lister.absence in (Absence.STRONG, Absence.AFTER_RETRIEVE)


def _doubt(model: str, told: Sequence[tuple[Question, Listing, object]]) -> str | None:
    """Why absence proves nothing, `told` being what was asked of lists in which it could; None where it does."""
    if _OF_ONE_ACCOUNT.fullmatch(model):
        return "only the account that made it can see it"
    if not told:
        return "its list need not hold every id that it serves"
    if any(listing.outcome is not Outcome.OK for _, listing, _ in told):
        return "another of its lists could not be read"
    if not all(listing.complete for _, listing, _ in told):
        return "its list was not read to the end"
    return None


def row_of(lister: Lister, listing: Listing, model: str) -> Listed | None:
    """The row of an id in a list, under any of its names."""
    return _rows(lister, listing).get(_key(lister, model))


def _rows(lister: Lister, listing: Listing) -> dict[str, Listed]:
    """The rows by every id that leads to them."""
    rows: dict[str, Listed] = {}
    for row in listing.rows:
        for id_ in (*row.aliases, row.id):
            rows[_key(lister, id_)] = row
    return rows


def _key(lister: Lister, id_: str) -> str:
    found = lister.normal(id_)
    return found.lower() if lister.any_case else found


def judged(pair: Pair, live: Live, catalog: Catalog) -> tuple[Pair, tuple[Notification, ...]]:
    """A reference and its evidence with what the live list says, which beats the table where both speak."""
    reference, evidence = pair
    said = live.of(reference)
    if said is None:
        return pair, ()
    if said.row is None:
        return _missing(reference, evidence, said, catalog.as_of), ()
    return _present(reference, evidence, said, said.row, catalog)


def _present(
    reference: Reference, evidence: Evidence, said: LiveEvidence, row: Listed, catalog: Catalog
) -> tuple[Pair, tuple[Notification, ...]]:
    model, surface = reference.model or reference.id, reference.surface or ""
    # The name of a deployment may be that of another model.
    table = _behind(row, surface, catalog) if surface == "azure" else reference.record or _behind(row, surface, catalog)
    record = table or ModelRecord(surface=surface, id=model, kind="snapshot", modality="other")
    speaks = row.ends is not None or row.state is not None
    if speaks:
        record = replace(
            record,
            announced=row.announced or record.announced,
            retires=_end(row, table, evidence.today),
            stage=None if row.state is None else row.state.value,
            successors=(row.successor,) if row.successor else record.successors,
            third_party=False,
        )
        state = _stated(row, state_of(record, evidence.today, evidence.horizon))
    else:
        state = State.ACTIVE if table is None else state_of(table, evidence.today, evidence.horizon)
        if state is State.RETIRED and said.proves and surface != "azure":
            # It answers still, so it is not gone; that it is to go has been said. A deployment outlives its model.
            state = State.DEPRECATED
    changed = replace(reference, record=record if speaks or table is not None else None, nearest=(), certain=False)
    succession = catalog.succession(record, evidence.today, evidence.horizon)
    known = replace(
        evidence, state=state, live=said, meant=None, succession=succession, title=evidence.title or reference.surface
    )
    return (changed, known), _difference(reference, table, said, row, state, evidence)


def _end(row: Listed, table: ModelRecord | None, today: date) -> date | None:
    """The end day: the provider's, else the table's, and none that is to come for what the provider says is gone."""
    day = row.ends or (None if table is None else table.retires)
    return None if day is None or (row.state is State.RETIRED and day > today) else day


def _behind(row: Listed, surface: str, catalog: Catalog) -> ModelRecord | None:
    """The row of the model that a deployment or an alias stands for."""
    if row.stands_for is None:
        return None
    name, version = row.stands_for
    return catalog.find(surface, f"{name}-{version}") or catalog.find(surface, name)


def _stated(row: Listed, by_days: State) -> State:
    """The provider's state: where it calls a model deprecated past its day, it is late, and the model still answers."""
    if row.state is State.RETIRED:
        return State.RETIRED
    return State.DEPRECATED if by_days is State.RETIRED and row.state is not None else by_days


def _difference(
    reference: Reference, table: ModelRecord | None, said: LiveEvidence, row: Listed, state: State, evidence: Evidence
) -> tuple[Notification, ...]:
    """A remark where the list and the table speak and do not agree, so that the table can be mended."""
    if table is None or (state is evidence.state and (row.ends is None or row.ends == table.retires)):
        return ()
    by_list = _words(row.ends, row.state or State.ACTIVE, evidence.today)
    by_table = _words(table.retires, evidence.state, evidence.today)
    if by_list == by_table:
        return ()
    return (
        Notification(
            message=f"{reference.id}: the live list of {said.listing.origin} says that it {by_list}, the table that it"
            f" {by_table}; the live list counts"
        ),
    )


def _words(ends: date | None, state: State, today: date) -> str:
    if ends is not None:
        return f"{'ended' if ends <= today else 'ends'} on {ends}"
    return "is served" if state is State.ACTIVE else f"is {state.value}"


def _missing(reference: Reference, evidence: Evidence, said: LiveEvidence, as_of: date) -> Pair:
    if not said.absent:
        return reference, replace(evidence, live=said)
    if evidence.state is State.UNKNOWN and not reference.nearest:
        found = guesses(reference.id, said.known, as_of=as_of)
        near = tuple(guess.id for guess in found[:1])
        if near:
            changed = replace(reference, nearest=near, certain=len(found) == 1 or found[0].score < found[1].score)
            return changed, replace(evidence, state=State.MISTYPED, live=said, complete=True)
    return reference, replace(evidence, live=said, complete=True)


def notices(live: Live, pairs: Sequence[Pair], required: bool) -> list[Notification]:
    """What went wrong with the asking, and what cannot be concluded and why; blocking where an answer is required."""
    failed = [listing for listing in live.listings if listing.outcome is not Outcome.OK]
    keyless = {listing.surface: listing for listing in reversed(failed) if listing.outcome is Outcome.NO_KEY}
    # Where nothing is set up, each way to ask a surface would say the same.
    told = [each for each in failed if each.outcome is not Outcome.NO_KEY or each is keyless[each.surface]]
    found = [Notification(message=f"live: {_failure(listing)}", blocking=required) for listing in told]
    found += [
        Notification(message=f"live: {listing.surface}: {doubt}")
        for listing in live.listings
        for doubt in listing.doubts
    ]
    unsettled: dict[tuple[str, str], set[str]] = {}
    for reference, evidence in pairs:
        if evidence.live is not None and evidence.live.why is not None:
            unsettled.setdefault((reference.surface or "", evidence.live.why), set()).add(reference.id)
    found += [
        Notification(message=f"live: {surface} was asked for {_few(sorted(ids))}: {why}, so nothing is concluded")
        for (surface, why), ids in unsettled.items()
    ]
    return found


def _failure(listing: Listing) -> str:
    request = f" (request {listing.request_id})" if listing.request_id else ""
    place = f" at {listing.origin}" if listing.origin else ""
    return f"{listing.surface}{place}: {listing.outcome.value}{request}; {listing.message}"


def _few(ids: Sequence[str]) -> str:
    return ", ".join(ids[:3]) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")


def read(
    references: Iterable[Reference],
    environment: Mapping[str, str],
    *,
    gateways: Sequence[tuple[str, str]] = (),
    cache: Cache | None = None,
) -> Live:
    """Asks whom the references go to, all at once; what the cache holds is not asked again."""
    asked = questions({reference.surface for reference in references if reference.surface}, environment, gateways)
    return Live(asked, asking.ask_all(asked, environment, cache=cache), environment)
