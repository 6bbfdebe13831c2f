"""Holds the table against published catalogues of models, and says where they differ."""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate import packages
from pytest_modelgate.catalog import Catalog
from pytest_modelgate.catalogues import all_catalogues
from pytest_modelgate.claims import Comparison, Reading, Stale, UnreadableError
from pytest_modelgate.contrast import Contrast
from pytest_modelgate.differences import document, lines
from pytest_modelgate.errors import UsageError
from pytest_modelgate.relations import hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytest_modelgate.claims import Catalogue, Difference
    from pytest_modelgate.content import Content

__all__ = ["STALE_DAYS", "Comparison", "compare", "document", "lines", "run"]

STALE_DAYS = 90
"""Days after which what a source said should be read again."""


def run(
    content: Content,
    today: date,
    *,
    only: Sequence[str] = (),
    index_url: str | None = None,
    keep: Path | None = None,
) -> Comparison:
    """The table against the newest release of every catalogue, or of those that `only` names.

    `keep` is a directory in which the downloaded packages stay. A catalogue that cannot be had or read is told in the
    comparison. Raises UsageError for an unknown catalogue, or a directory that cannot be written to.
    """
    catalogues = _chosen(only)
    with contextlib.ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="modelgate-")))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{str(folder)!r} cannot be a directory for packages; name another") from error
        readings = [_reading(catalogue, folder, index_url) for catalogue in catalogues]
    return compare(content, readings, today)


def compare(content: Content, readings: Sequence[Reading], today: date) -> Comparison:
    """The table against what catalogues say. Surfaces of which the table has no part are left out."""
    table = Catalog(content)
    differences: list[Difference] = []
    excused: Counter[tuple[str, str]] = Counter()
    beyond: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        if reading.unread is None:
            side = Contrast(content, table, reading, today)
            differences.extend(side.differences())
            excused.update(side.excused)
            beyond.update(side.beyond)
    needed = {(difference.surface, difference.id, difference.catalogue, difference.says) for difference in differences}
    read = {reading.catalogue.name for reading in readings if reading.unread is None}
    return Comparison(
        today=today,
        as_of=table.as_of,
        rows=table.rows,
        readings=tuple(readings),
        differences=tuple(sorted(differences, key=lambda one: (one.surface, one.id, one.catalogue, one.kind))),
        excused=dict(sorted(excused.items())),
        beyond=dict(sorted(beyond.items())),
        spent=tuple(
            (surface, one["id"], one["catalogue"])
            for surface, part in sorted(content.items())
            for one in part.get("reviewed", ())
            if one["catalogue"] in read and (surface, one["id"], one["catalogue"], one["says"]) not in needed
        ),
        stale=tuple(_stale(content, today)),
    )


def _chosen(only: Sequence[str]) -> tuple[Catalogue, ...]:
    catalogues = all_catalogues()
    known = [catalogue.name for catalogue in catalogues]
    unknown = [name for name in only if name not in known]
    if unknown:
        raise UsageError(
            f"there is no catalogue {name!r}{hint(name, known)}; there are {', '.join(known)}" for name in unknown
        )
    return tuple(catalogue for catalogue in catalogues if not only or catalogue.name in only)


def _reading(catalogue: Catalogue, folder: Path, index_url: str | None) -> Reading:
    version = None
    try:
        wheel = packages.download(catalogue.package, folder, index_url)
        version = packages.version(wheel)
        claims = catalogue.read(packages.read(wheel, catalogue.members))
    except UnreadableError as error:
        return Reading(catalogue=catalogue, version=version, unread=str(error))
    return Reading(catalogue=catalogue, version=version, claims=claims)


def _stale(content: Content, today: date) -> Iterator[Stale]:
    """The rows whose newest source was read too long ago, by that source."""
    limit = (today - timedelta(days=STALE_DAYS)).isoformat()
    for surface, part in sorted(content.items()):
        read = {key: source.get("read", part["as_of"]) for key, source in part["sources"].items()}
        old: dict[str, list[str]] = defaultdict(list)
        for id_, row in part["models"].items():
            newest = max(row["source"], key=lambda key: read[key])
            if read[newest] < limit:
                old[newest].append(id_)
        for key, ids in sorted(old.items()):
            title, day = part["sources"][key]["title"], date.fromisoformat(read[key])
            yield Stale(surface=surface, source=key, title=title, read=day, ids=tuple(ids))
