"""Tells the evidence of a case piece by piece, each with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.cleaning import cleaned
from pytest_modelgate.diagnosis import Evidence, Origin
from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.live_values import Outcome
from pytest_modelgate.marks import Mark
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pytest_modelgate.case import Case, Known
    from pytest_modelgate.live_values import Listed, Listing

OUTCOMES: dict[Outcome, str] = {
    Outcome.OK: "was answered",
    Outcome.NO_KEY: "was not asked for: no key was found",
    Outcome.KEY_INVALID: "was refused: the key is not valid",
    Outcome.KEY_SCOPE: "was refused: the key may not ask for it",
    Outcome.NO_ACCESS: "was refused: this key may not use the model",
    Outcome.NOT_FOUND: "was answered with: there is no such model for this key",
    Outcome.GONE: "was answered with: the model has been retired",
    Outcome.REGION: "was refused: the place that the call comes from, or the region, is not served",
    Outcome.IP_BLOCKED: "was refused: the network that the call comes from is not allowed",
    Outcome.QUOTA: "was refused: the quota or the credit is used up",
    Outcome.RATE_LIMITED: "was refused: too many requests",
    Outcome.UNAVAILABLE: "failed: the server is in trouble",
    Outcome.TIMEOUT: "was not answered in time",
    Outcome.UNREACHABLE: "failed: nothing answers at this address",
    Outcome.WRONG_ENDPOINT: "was answered as by an address that has no such list",
    Outcome.BAD_RESPONSE: "was answered with something that is no such list",
    Outcome.REFUSED: "was not asked for: the key may not be sent there",
}


def testimony(case: Case) -> tuple[Evidence, ...]:
    """Everything that is known: the table's, the live list's, the single request's, the error's, the call's."""
    told: list[Evidence] = []
    told += [Evidence(Origin.TABLE, text) for text in _table(case)]
    told += [Evidence(Origin.LIST, text) for text in _list(case)]
    told += [Evidence(Origin.ONE, text) for text in _one(case)]
    told += [Evidence(Origin.ERROR, text) for text in _error(case)]
    told += [Evidence(Origin.CALL, text) for text in _call(case)]
    return tuple(told)


def away(day: date, today: date) -> str:
    """How far a day is from today: `240 days ago`, `today`, `in 54 days`."""
    days = (day - today).days
    if days == 0:
        return "today"
    count = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"in {count}" if days > 0 else f"{count} ago"


def _table(case: Case) -> Iterator[str]:
    if case.known is not None:
        yield _known(case.known, case)
    elif case.read_up_to is not None:
        extent = "which has every id that was served then" if case.table_complete else "which does not have every id"
        yield f"{case.title} has no such id in it (read up to {case.read_up_to}, {extent})"
    if case.tuned_from is not None:
        yield f"its base: {_known(case.tuned_from, case)}"
    for other in case.elsewhere[:3]:
        yield f"the same id elsewhere: {_known(other, case)}"
    if case.known is None and case.near_table:
        yield f"nearest ids: {', '.join(case.near_table[:3])}"


def _known(known: Known, case: Case) -> str:
    record = known.record
    state = state_of(record, case.today, case.horizon)
    if record.retires is not None:
        verb = "ended" if state is State.RETIRED else "ends"
        told = f"{state}, {verb} {record.retires} ({away(record.retires, case.today)})"
    else:
        told = f"{state}, " + ("the day is not known" if state is State.RETIRED else "no end day announced")
    announced = f", announced {record.announced}" if record.announced else ""
    disputed = "; sources disagree" if (record.note or "").startswith("Disputed:") else ""
    hearsay = "; only third parties say so" if record.third_party else ""
    source = known.sources[0] if known.sources else None
    where = "no source is named"
    if source is not None:
        read = f", read {source.read}" if source.read else ""
        where = f"source: {source.title}{read}" + (f" <{source.url}>" if source.url else "")
    return f"{record.id} at {known.title} is {told}{announced}{disputed}{hearsay}; {where}"


def _list(case: Case) -> Iterator[str]:
    listing = case.listing
    if listing is None:
        return
    if listing.outcome is not Outcome.OK:
        ended = f"{OUTCOMES[listing.outcome]}{_request(listing)}{_quoted(cleaned(listing.message))}"
        yield f"the list of {listing.origin or case.title} {ended}"
        return
    age = ", kept from an earlier request" if listing.cached else ""
    whole = "" if listing.complete else "; not every page could be read"
    yield f"{listing.origin} lists {_ids(listing)}{_request(listing)}{age}{whole}"
    yield f"it has {_row(case.listed)}" if case.listed is not None else f"it does not have {case.id}"
    if case.listed is None and case.near_list:
        yield f"nearest ids: {', '.join(case.near_list[:3])}"
    yield from listing.doubts[:2]
    if case.wider is not None and case.wider.outcome is Outcome.OK:
        verb = "has it" if case.wider_listed else "does not have it either"
        yield f"{case.wider.origin} lists {_ids(case.wider)}{_request(case.wider)} and {verb}"


def _row(row: Listed) -> str:
    facts = [row.id]
    if row.stands_for is not None:
        facts.append("a deployment of " + " ".join(part for part in row.stands_for if part))
    facts.append(row.state.value if row.state is not None else "with no word on its end")
    if row.ends is not None:
        facts.append(f"end day {row.ends}")
    if row.successor is not None:
        facts.append(f"replacement {row.successor}")
    if not row.callable:
        facts.append(f"not callable: {row.reason or 'the list gives no reason'}")
    return ", ".join(facts)


def _one(case: Case) -> Iterator[str]:
    if case.one is None:
        return
    request = f", request {case.one.request_id}" if case.one.request_id else ""
    row = f" as {_row(case.one.row)}" if case.one.row is not None else ""
    ended = f"{OUTCOMES[case.one.outcome]}{row}{request}{_quoted(cleaned(case.one.message))}"
    yield f"the request for {case.id} alone {ended}"


def _error(case: Case) -> Iterator[str]:
    pasted = case.pasted
    if pasted is None:
        return
    facts = [
        f"{name} {value}"
        for name, value in (
            ("status", pasted.status),
            ("code", pasted.code),
            ("type", pasted.type),
            ("request", pasted.request_id),
        )
        if value is not None
    ]
    yield (", ".join(facts) or "neither status nor code in it") + _quoted(pasted.message)
    if not case.same_model:
        yield f"it names {pasted.model}, which is not the id that was asked about"
    if pasted.says(Mark.HTML):
        yield "it is a web page, as proxies and firewalls send; the provider's own errors are JSON"
    if pasted.address is not None:
        yield f"the call went to {pasted.address}"


def _call(case: Case) -> Iterator[str]:
    if case.key is not None:
        name = case.key.variable or "the key"
        if not case.key.present:
            yield f"no key was found{f' in {case.key.variable}' if case.key.variable else ''}"
        for oddity in case.key.oddities:
            yield f"{name} {oddity}"
    if case.base is not None and not (case.base.default or case.base.gateway):
        yield f"calls go to {case.base.origin}, which is not {case.title}'s usual address"
    elif case.base is not None and case.base.regional:
        yield f"calls go to {case.base.origin}, a regional address"
    if case.endpoint is not None:
        through = case.known.record.endpoints if case.known is not None else ()
        served = f"; the table has {case.id} on {', '.join(through)}" if through else ""
        yield f"the call uses {case.endpoint}{served}"


def _ids(listing: Listing) -> str:
    return "1 id" if len(listing.rows) == 1 else f"{len(listing.rows)} ids"


def _request(listing: Listing) -> str:
    return f", request {listing.request_id}" if listing.request_id else ""


def _quoted(message: str | None) -> str:
    return f': "{message}"' if message else ""
