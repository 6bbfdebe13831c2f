"""Says all that the table knows of one API or host that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict
from urllib.parse import urlsplit

from pytest_modelgate.lifecycle import state_of
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pytest_modelgate.catalog import Catalog
    from pytest_modelgate.records import ApiRecord, ModelRecord


class Place(TypedDict):
    """Where facts were read."""

    key: str
    title: str
    url: str | None
    read: str | None
    third_party: bool


class Ending(TypedDict):
    """What an API or a host is. `days_left` is negative for an end in the past."""

    id: str
    surface: str
    title: str
    api: str
    state: str
    announced: str | None
    ends: str | None
    days_left: int | None
    instead: str | None
    third_party: bool
    note: str | None
    sources: list[Place]


def endings(text: str, catalog: Catalog, titles: Mapping[str, str], today: date, horizon: int) -> list[Ending]:
    """The rows of an endpoint, such as `assistants` or `/v1/edits`, or of the host of an address."""
    asked = {text.casefold(), text.casefold().removeprefix("/v1/"), _host(text)}
    return [
        _ending(api, titles.get(api.surface, api.surface), catalog, today, horizon)
        for api in catalog.apis
        if api.id.casefold() in asked
    ]


def paragraph(ending: Ending) -> Iterator[str]:
    """The same for a person."""
    yield f"{ending['id']} on {ending['title']}: {ending['api']}"
    yield f"  {_state(ending)}"
    if ending["third_party"]:
        yield "  only third parties say so"
    if ending["instead"]:
        yield f"  use instead: {ending['instead']}"
    yield from remarks(ending["note"], ending["sources"])


def remarks(note: str | None, sources: list[Place]) -> Iterator[str]:
    """The note of a row, and where its facts were read."""
    if note:
        yield f"  note: {note}"
    for source in sources:
        read = f", read {source['read']}" if source["read"] else ""
        address = f" <{source['url']}>" if source["url"] else ""
        outside = " (third party)" if source["third_party"] else ""
        yield f"  source {source['key']}: {source['title']}{read}{outside}{address}"


def places(record: ModelRecord | ApiRecord, catalog: Catalog) -> list[Place]:
    """Where the facts of a row were read."""
    return [
        {
            "key": source.key,
            "title": source.title,
            "url": source.url,
            "read": None if source.read is None else source.read.isoformat(),
            "third_party": source.third_party,
        }
        for source in catalog.sources(record)
    ]


def ago(days: int) -> str:
    """Days from today in words: 0 is today."""
    if days == 0:
        return "today"
    count = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"in {count}" if days > 0 else f"{count} ago"


def _ending(api: ApiRecord, title: str, catalog: Catalog, today: date, horizon: int) -> Ending:
    return {
        "id": api.id,
        "surface": api.surface,
        "title": title,
        "api": api.title,
        "state": state_of(api, today, horizon).value,
        "announced": None if api.announced is None else api.announced.isoformat(),
        "ends": None if api.retires is None else api.retires.isoformat(),
        "days_left": None if api.retires is None else (api.retires - today).days,
        "instead": api.instead,
        "third_party": api.third_party,
        "note": api.note,
        "sources": places(api, catalog),
    }


def _state(ending: Ending) -> str:
    """The state with its days."""
    state, ends, days, announced = ending["state"], ending["ends"], ending["days_left"], ending["announced"]
    since = f", announced {announced}" if announced else ""
    if ends is not None and days is not None:
        return f"{state}: {'ended' if state == State.RETIRED else 'ends'} {ends}, {ago(days)}{since}"
    return f"{state}: the day is not known" if state == State.RETIRED else f"{state}{since}: no end day yet"


def _host(text: str) -> str | None:
    """The host of an address."""
    try:
        return urlsplit(text).hostname
    except ValueError:
        return None
