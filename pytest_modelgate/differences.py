"""Shows what it came to when the table was held against catalogues: as text for people, and as one JSON document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, encodable, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.claims import Comparison, Difference, Reading

_LIMIT = 300
"""Characters of a text from elsewhere that are shown."""


def lines(comparison: Comparison) -> tuple[str, ...]:
    """The comparison for a person: catalogue by catalogue, then what to read again, and a summary as the last line."""
    return (*_body(comparison), _summary(comparison))


def document(comparison: Comparison) -> dict[str, object]:
    """The comparison for machines, with nothing in it that is no JSON."""
    return {
        "version": 1,
        "today": comparison.today.isoformat(),
        "agrees": comparison.agrees,
        "table": {"as_of": comparison.as_of.isoformat(), "rows": comparison.rows},
        "catalogues": [
            {
                "name": reading.catalogue.name,
                "package": reading.catalogue.package,
                "version": _plain(reading.version),
                "official": reading.catalogue.official,
                "unread": _plain(reading.unread),
                "facts": len(reading.claims),
                "excused": {
                    quirk: n for (name, quirk), n in comparison.excused.items() if name == reading.catalogue.name
                },
                "beyond": {
                    surface: n for (name, surface), n in comparison.beyond.items() if name == reading.catalogue.name
                },
            }
            for reading in comparison.readings
        ],
        "differences": [_entry(difference) for difference in comparison.differences],
        "spent": [
            {"surface": surface, "id": id_, "catalogue": catalogue} for surface, id_, catalogue in comparison.spent
        ],
        "stale": [
            {
                "surface": stale.surface,
                "source": stale.source,
                "title": stale.title,
                "read": stale.read.isoformat(),
                "ids": list(stale.ids),
            }
            for stale in comparison.stale
        ],
    }


def _body(comparison: Comparison) -> Iterator[str]:
    for reading in comparison.readings:
        yield _heading(reading)
        name = reading.catalogue.name
        if reading.unread is not None:
            yield f"  not read: {_shown(reading.unread)}"
        for difference in comparison.differences:
            if difference.catalogue == name:
                yield from _told(difference)
        for quirk in reading.catalogue.quirks:
            if count := comparison.excused.get((name, quirk.name)):
                yield f"  {_counted(count, 'day')} left out ({quirk.name}): {quirk.reason}"
        for (of, surface), count in comparison.beyond.items():
            if of == name:
                yield f"  {_counted(count, 'more id')} of {surface}, of which the table lists only some"
    for surface, id_, catalogue in comparison.spent:
        yield f"{surface} {id_}: {catalogue} no longer says what was reviewed; take the review out of the table"
    for stale in comparison.stale:
        days = (comparison.today - stale.read).days
        where = f"{stale.surface}, source {stale.source} of {stale.read} ({days} days ago): {_shown(stale.title)}"
        yield f"{_counted(len(stale.ids), 'row')} to read again: {where}"


def _heading(reading: Reading) -> str:
    catalogue = reading.catalogue
    release = f"{catalogue.package} {_shown(reading.version)}" if reading.version else catalogue.package
    whose = "the provider's own" if catalogue.official else "third party"
    return f"{catalogue.name} ({release}, {whose}): {_counted(len(reading.claims), 'claim')}"


def _told(difference: Difference) -> Iterator[str]:
    table, says = _shown(difference.table), _shown(difference.says)
    yield f'  {difference.kind}: {difference.surface} {_shown(difference.id)}: it says "{says}", the table "{table}"'
    if difference.reviewed is not None:
        yield f"    reviewed: {_shown(difference.reviewed)}"
    elif difference.row is not None:
        yield "    a row is proposed"


def _summary(comparison: Comparison) -> str:
    open_ = [difference for difference in comparison.differences if difference.reviewed is None]
    official = sum(difference.official for difference in open_)
    kinds = Counter(difference.kind for difference in open_)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    unread = [reading.catalogue.name for reading in comparison.readings if reading.unread is not None]
    return "; ".join(
        (
            f"{_counted(official, 'difference')} with the providers' own packages",
            f"{len(open_) - official} with third parties" + (f" ({counts})" if counts else ""),
            f"{len(comparison.differences) - len(open_)} reviewed",
            f"{_counted(sum(len(stale.ids) for stale in comparison.stale), 'row')} to read again",
            f"not read: {', '.join(unread)}" if unread else "every catalogue was read",
        )
    )


def _entry(difference: Difference) -> dict[str, object]:
    return {
        "surface": difference.surface,
        "id": encodable(difference.id),
        "catalogue": difference.catalogue,
        "official": difference.official,
        "kind": difference.kind,
        "table": difference.table,
        "says": encodable(difference.says),
        "reviewed": difference.reviewed,
        "row": None if difference.row is None else dict(difference.row),
        "source": None if difference.source is None else dict(difference.source),
    }


def _plain(text: str | None) -> str | None:
    return None if text is None else encodable(text)


def _shown(text: str) -> str:
    return visible(clipped(text, _LIMIT))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
