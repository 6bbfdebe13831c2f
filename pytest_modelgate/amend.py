"""Puts rows into a table: gives their sources keys, keeps what is not to be replaced, and validates the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pytest_modelgate import canonical, table
from pytest_modelgate.errors import TableError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.content import Content

    Parts = dict[str, dict[str, Any]]


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one row, which is shown as it would stand in the table."""

    surface: str
    id: str
    verb: Literal["added", "replaced", "left", "kept"]
    """Left: the table has another row of this id. Kept: it has this very row."""
    row: str


def amended(
    text: bytes,
    shown: str,
    rows: Mapping[str, Mapping[str, Any]],
    *,
    replace: bool = False,
    move_as_of: bool = False,
    under: Content | None = None,
) -> tuple[str, list[Outcome]]:
    """The canonical text of a table with more rows in it, and what became of each row.

    `rows` has the shape of a table: by provider, `sources` by key and `models` by id, and what else a new part needs. A
    row's `source` names those, else the table's own. Rows that are there stay, unless `replace`; a source that no row
    rests on any more goes. `move_as_of` moves a part's day up to the newest on which a source of these rows was read.
    `under` is what a team's own table is laid over.

    Raises TableError where the table is wrong before, and UsageError with every mistake in it after.
    """
    canonical.formatted(text, shown, under)
    parts: Parts = table.plain(text, shown)
    for part in parts.values():
        part["models"] = {row.pop("id"): row for row in part.get("models", ())}
    outcomes = []
    for surface, own in sorted(rows.items()):
        part = parts.setdefault(surface, {**own, "sources": {}, "models": {}})
        for key in ("endpoints", "reviewed"):
            if own.get(key):
                part[key] = _joined(part.get(key, []), own[key])
        outcomes += _laid(surface, part, own, replace=replace, move_as_of=move_as_of)
        resting = (*part["models"].values(), *part.get("apis", ()))
        used = {key for row in resting for key in _several(row.get("source", []))}
        part["sources"] = {key: source for key, source in part["sources"].items() if key in used}
    for part in parts.values():
        if not part["models"]:
            del part["models"]
    parts = {surface: part for surface, part in parts.items() if part.keys() & {"apis", "models"}}
    heading = canonical.heading(text)
    whole = canonical.written(parts, heading)
    try:
        table.parse(whole.encode(), shown, under)
    except TableError as error:
        raise UsageError(_named(error, shown, heading, parts)) from error
    return whole, outcomes


def _laid(
    surface: str, part: dict[str, Any], own: Mapping[str, Any], *, replace: bool, move_as_of: bool
) -> list[Outcome]:
    """Puts rows into a part."""
    outcomes = []
    known: dict[str, Any] = own.get("sources", {})
    for model, given in sorted(own.get("models", {}).items()):
        keys, sources = _keys(_several(given.get("source", [])), known, part["sources"])
        row = {**given, "source": keys}
        line = canonical.row(model, row)
        there = part["models"].get(model)
        verb: Literal["added", "replaced", "left", "kept"] = "added"
        if there is not None:
            same = canonical.row(model, there) == line
            verb = "kept" if same else "replaced" if replace else "left"
        outcomes.append(Outcome(surface=surface, id=model, verb=verb, row=line))
        if verb in ("added", "replaced"):
            part["models"][model] = row
            part["sources"].update(sources)
            if move_as_of:
                read = [str(sources[key].get("read", "")) for key in keys if key in sources]
                part["as_of"] = max([str(part.get("as_of", "")), *read])
    return outcomes


def _keys(named: list[Any], known: Mapping[str, Any], there: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The keys that a row's sources have in the part, each once, and those sources by them."""
    keys = []
    sources = dict(there)
    for name in named:
        key = name
        if name in known:
            same = (key for key, source in sources.items() if source == known[name])
            key = next(same, None) or _free(sources)
            sources[key] = known[name]
        if key not in keys:
            keys.append(key)
    return keys, {key: sources[key] for key in keys if key in sources}


def _free(sources: Mapping[str, Any]) -> str:
    taken = [int(key[1:]) for key in sources if re.fullmatch(r"S[0-9]{1,6}", key)]
    return f"S{max(taken, default=0) + 1}"


def _joined(there: Any, own: Any) -> list[Any]:
    both = [*_several(there), *_several(own)]
    return [one for place, one in enumerate(both) if one not in both[:place]]


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def _named(error: TableError, shown: str, heading: str, parts: Parts) -> list[str]:
    """The mistakes with the rows that they are in: the lines are of a text that nobody has seen."""
    names = dict(enumerate((name for name, _ in canonical.lines(parts)), heading.count("\n") + 1))
    told = []
    for mistake in error.mistakes:
        line, _, message = mistake.removeprefix(f"{shown}:").partition(": ")
        told.append(f"{names[int(line)]}: {message}")
    return told
