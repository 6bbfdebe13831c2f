"""Says all that the table knows of one id, of a model or of an API: what it is, until when, and what replaces it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict

from pytest_modelgate.addresses import Addresses
from pytest_modelgate.endings import ago, endings, paragraph, places, remarks
from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.lifecycle import is_alive, state_of
from pytest_modelgate.providers import all_providers
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.endings import Ending, Place
    from pytest_modelgate.records import ModelRecord

_OUTCOMES = {
    "fails": "a call fails",
    "redirects": "another model answers",
    "moved": "the API has moved",
    "host-gone": "the host is gone",
}


class Link(TypedDict):
    """One replacement on the way to a living one."""

    id: str
    state: str
    condition: str | None
    source: str | None


class Entry(TypedDict):
    """What an id is on one surface. `days_left` is negative for an end in the past."""

    id: str
    surface: str
    title: str
    kind: str
    modality: str
    endpoints: list[str]
    state: str
    announced: str | None
    ends: str | None
    days_left: int | None
    earliest: str | None
    after_retirement: str
    alias_of: str | None
    replacements: list[str]
    chain: list[Link]
    successor: str | None
    third_party: bool
    note: str | None
    sources: list[Place]


class Relative(TypedDict):
    """What seems to be the same model under another id, in short."""

    surface: str
    title: str
    id: str
    state: str
    ends: str | None
    days_left: int | None
    successor: str | None


class Explanation(TypedDict):
    """The whole answer, ready for JSON; `nearest` is filled only when nothing has the id or one like it."""

    id: str
    today: str
    horizon: int
    table_as_of: str
    table_rows: int
    apis: list[Ending]
    surfaces: list[Entry]
    related: list[Relative]
    nearest: list[str]


def explain(
    model_id: str, catalog: Catalog, today: date, horizon: int, nearest: Callable[[str], Sequence[str]]
) -> Explanation:
    """The answer as plain data. `nearest` gives the known ids that a text was probably meant to be."""
    providers = all_providers()
    titles = {provider.name: provider.title for provider in providers}
    addresses = Addresses(providers)
    records = _records(model_id, catalog, addresses)
    related = _related(model_id, records, catalog, addresses)
    apis = endings(model_id, catalog, titles, today, horizon)
    return {
        "id": model_id,
        "today": today.isoformat(),
        "horizon": horizon,
        "table_as_of": catalog.as_of.isoformat(),
        "table_rows": catalog.rows,
        "apis": apis,
        "surfaces": [
            _entry(record, titles.get(record.surface, record.surface), catalog, today, horizon) for record in records
        ],
        "related": [
            {
                "surface": record.surface,
                "title": titles.get(record.surface, record.surface),
                "id": record.id,
                "state": state_of(record, today, horizon).value,
                "ends": _iso(record.retires),
                "days_left": None if record.retires is None else (record.retires - today).days,
                "successor": catalog.succession(record, today, horizon).living,
            }
            for record in related
        ],
        "nearest": [] if apis or records or related else list(nearest(model_id)),
    }


def lines(explanation: Explanation) -> tuple[str, ...]:
    """The answer for a person, one line each, safe to print whatever was asked."""
    asked = visible(clipped(explanation["id"], 200))
    found = [line for ending in explanation["apis"] for line in paragraph(ending)]
    found += [line for entry in explanation["surfaces"] for line in _paragraph(entry)]
    rows, as_of = explanation["table_rows"], explanation["table_as_of"]
    if not found:
        found.append(f"{asked}: no surface has this id in the table ({rows} rows, read up to {as_of}).")
    if explanation["related"]:
        found.append("The same model, it seems, under other ids:")
        found += [_relative(relative) for relative in explanation["related"]]
    elif not (explanation["apis"] or explanation["surfaces"]):
        near = ", ".join(visible(one) for one in explanation["nearest"])
        found.append(
            f"  nearest: {near}" if near else "  Nothing is near; look it up in the provider's own list of models."
        )
    return tuple(found)


def _records(model_id: str, catalog: Catalog, addresses: Addresses) -> list[ModelRecord]:
    """The rows of an id on every surface, in any spelling: each version's of a model with versions, and of a fine-tuned
    one that of all from its base.
    """
    found: dict[tuple[str, str], ModelRecord] = {}
    routed = addresses.routed(model_id)
    asked = addresses.inside(model_id) or routed
    texts = {model_id: None, model_id[asked.start : asked.end] if asked else model_id: None}
    for text in texts:
        for surface in catalog.surfaces if text == model_id or asked is None else (asked.surface,):
            ids = catalog.versions(surface, text) or (addresses.normal(surface, text),)
            base = addresses.base(surface, text)
            tuned = None if base is None else catalog.fine_tunes(surface, base)
            for record in (*(catalog.find(surface, id_) for id_ in ids), tuned):
                if record is not None:
                    found[surface, record.id] = record
    # The id as it was asked for comes before what it is the name or another spelling of.
    return [found[place] for place in sorted(found, key=lambda place: (place[1] not in texts, place))]


def _related(
    model_id: str, records: Sequence[ModelRecord], catalog: Catalog, addresses: Addresses
) -> list[ModelRecord]:
    """The rows whose ids hold the same maker's id, whatever its separators and date."""
    makers = {_likeness(addresses.makers_own(record.surface, record.id)) for record in records}
    makers |= {_likeness(addresses.makers_own(surface, model_id)) for surface in (*addresses.claimants(model_id), "")}
    makers.discard("")
    told = {(record.surface, record.id) for record in records}
    return [
        record
        for surface in catalog.surfaces
        for id_ in sorted(catalog.ids(surface))
        if (surface, id_) not in told
        and _likeness(addresses.makers_own(surface, id_)) in makers
        and (record := catalog.find(surface, id_)) is not None
    ]


def _likeness(model_id: str) -> str:
    """What the ids of one model have in common on different surfaces."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"[-@](?:20\d{6}|20\d\d-\d\d-\d\d)$", "", model_id.lower()))


def _entry(record: ModelRecord, title: str, catalog: Catalog, today: date, horizon: int) -> Entry:
    succession = catalog.succession(record, today, horizon)
    return {
        "id": record.id,
        "surface": record.surface,
        "title": title,
        "kind": record.kind,
        "modality": record.modality,
        "endpoints": list(record.endpoints),
        "state": state_of(record, today, horizon).value,
        "announced": _iso(record.announced),
        "ends": _iso(record.retires),
        "days_left": None if record.retires is None else (record.retires - today).days,
        "earliest": _iso(record.earliest),
        "after_retirement": record.after_retirement or catalog.after_retirement(record.surface),
        "alias_of": record.alias_of,
        "replacements": list(record.successors),
        "chain": [
            {"id": step.id, "state": step.state.value, "condition": step.condition, "source": step.source}
            for step in succession.steps
        ],
        "successor": succession.living,
        "third_party": record.third_party,
        "note": record.note,
        "sources": places(record, catalog),
    }


def _relative(relative: Relative) -> str:
    when = ""
    if relative["ends"] is not None and relative["days_left"] is not None:
        verb = "ended" if relative["state"] == State.RETIRED else "ends"
        when = f", {verb} {relative['ends']} ({ago(relative['days_left'])})"
    instead = f"; write {relative['successor']}" if relative["successor"] else ""
    return f"  {relative['id']} on {relative['title']}: {relative['state']}{when}{instead}"


def _paragraph(entry: Entry) -> Iterator[str]:
    through = f", through {_listed(entry['endpoints'])}" if entry["endpoints"] else ""
    yield f"{entry['id']} on {entry['title']}: {entry['kind']}, {entry['modality']}{through}"
    yield f"  {_state(entry)}"
    if entry["third_party"]:
        yield "  only third parties say so"
    if entry["alias_of"]:
        yield f"  stands for {entry['alias_of']}"
    yield from _replacements(entry)
    yield from remarks(entry["note"], entry["sources"])


def _state(entry: Entry) -> str:
    """The state with its days."""
    state, ends, days, announced = entry["state"], entry["ends"], entry["days_left"], entry["announced"]
    if ends is not None and days is not None:
        since = f", announced {announced}" if announced else ""
        when = f"ended {ends}, {ago(days)}" if state == State.RETIRED else f"ends {ends}, {ago(days)}"
        moment = "now" if state == State.RETIRED else "from then on"
        return f"{state}: {when}{since}; {moment} {_OUTCOMES[entry['after_retirement']]}"
    if state == State.RETIRED:
        return f"retired: the day is not known; now {_OUTCOMES[entry['after_retirement']]}"
    floor = f", not before {entry['earliest']}" if entry["earliest"] else ""
    if state == State.DEPRECATED:
        return f"deprecated: {f'announced {announced}, ' if announced else ''}no end day yet{floor}"
    return f"{state}: {'no more updates, ' if state == State.LEGACY else ''}no end announced{floor}"


def _replacements(entry: Entry) -> Iterator[str]:
    for place, link in enumerate(entry["chain"]):
        condition = f" ({link['condition']})" if link["condition"] else ""
        yield f"  {'then' if place else 'replacement'}: {link['id']}, {_link_state(link)}{condition}"
    others = [other for other in entry["replacements"] if other not in {link["id"] for link in entry["chain"]}]
    if others:
        yield f"  also named as a replacement: {_listed(others)}"
    if entry["chain"] and entry["successor"] is None:
        yield "  dead end: no official replacement is alive"
    elif not entry["chain"] and not is_alive(State(entry["state"])):
        yield "  dead end: there is no official replacement"


def _link_state(link: Link) -> str:
    return "without a row in the table" if link["state"] == State.UNKNOWN else link["state"]


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
