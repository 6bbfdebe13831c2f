"""Reads rows that are proposed for a table: from a file shaped like one, or from a comparison with catalogues."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pytest_modelgate import table
from pytest_modelgate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    Parts = dict[str, dict[str, Any]]


def read(text: bytes, shown: str) -> Parts:
    """The proposed rows by provider, each part with `sources` by key and `models` by id; `shown` names the file.

    Raises UsageError with everything about the file's shape that is wrong, and TableError for what is no YAML.
    """
    try:
        content = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        # YAML is told better: with the line of what is wrong, such as a key that is there twice.
        content = table.plain(text, shown)
    mistakes: list[str] = []
    if isinstance(content, dict) and isinstance(content.get("differences"), list):
        parts = _differences(content["differences"], mistakes)
    elif isinstance(content, dict) and content:
        parts = {surface: _part(surface, part, mistakes) for surface, part in content.items()}
    else:
        raise UsageError(f"{shown}: expected the parts of a table, or the document of `modelgate table verify`")
    if mistakes:
        raise UsageError(f"{shown}: {mistake}" for mistake in mistakes)
    return parts


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of JSON. Raises ValueError for a key that is there twice."""
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        raise ValueError("a key is there twice")
    return mapping


def _differences(differences: list[Any], mistakes: list[str]) -> Parts:
    """The rows that a comparison proposes; a difference without one, or with a review, has been a person's to judge."""
    parts: Parts = {}
    for place, difference in enumerate(differences):
        where = f"differences[{place}]"
        if not isinstance(difference, dict):
            mistakes.append(f"{where}: expected a mapping")
            continue
        row, source = difference.get("row"), difference.get("source")
        if row is None or difference.get("reviewed"):
            continue
        surface, model = difference.get("surface"), difference.get("id")
        if not isinstance(surface, str) or not isinstance(model, str):
            mistakes.append(f"{where}: a proposed row needs the texts 'surface' and 'id'")
            continue
        part = parts.setdefault(surface, {"sources": {}, "models": {}})
        if model in part["models"]:
            mistakes.append(f"{where}: {model} of {surface} is proposed twice; leave one of the rows in the file")
            continue
        entry = _plain(row, where, mistakes)
        if entry.pop("id", model) != model:
            mistakes.append(f"{where}: the row's id is not {model!r}")
        if source is not None:
            # White space is in no key of a table.
            key = f"proposed {place}"
            part["sources"][key] = _plain(source, where, mistakes)
            named = entry.get("source", [])
            entry["source"] = [*(named if isinstance(named, list) else [named]), key]
        part["models"][model] = entry
    return parts


def _part(surface: str, part: Any, mistakes: list[str]) -> dict[str, Any]:
    if not isinstance(part, dict):
        mistakes.append(f"{surface}: expected a provider's part with sources and models")
        return {}
    known: dict[str, Any] = {"sources": {}, "models": {}}
    for key, source in _pairs(part.get("sources", {}), f"the sources of {surface}", mistakes):
        known["sources"][key] = _plain(source, f"source {key} of {surface}", mistakes)
    models = part.get("models", [])
    # A list, as in a table, or by id.
    listed = [{"id": model, **row} for model, row in models.items()] if _is_by_id(models) else models
    if not isinstance(listed, list):
        mistakes.append(f"the models of {surface}: expected a list of rows")
        listed = []
    for place, row in enumerate(listed):
        where = f"row {place + 1} of {surface}"
        entry = _plain(row, where, mistakes)
        model = entry.pop("id", None)
        if not isinstance(model, str):
            mistakes.append(f"{where}: a row needs the key 'id'")
        elif model in known["models"]:
            mistakes.append(f"{where}: there is a row of {model!r} already")
        else:
            known["models"][model] = entry
    reviewed = part.get("reviewed", [])
    if not isinstance(reviewed, list):
        mistakes.append(f"the reviewed differences of {surface}: expected a list")
        reviewed = []
    known["reviewed"] = [_plain(one, f"a reviewed difference of {surface}", mistakes) for one in reviewed]
    rest = {key: value for key, value in part.items() if key not in known}
    return {**_plain(rest, surface, mistakes), **{key: value for key, value in known.items() if value}}


def _is_by_id(models: Any) -> bool:
    return isinstance(models, dict) and all(isinstance(row, dict) for row in models.values())


def _pairs(value: Any, what: str, mistakes: list[str]) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        mistakes.append(f"{what}: expected a mapping")
        return
    yield from value.items()


def _plain(mapping: Any, where: str, mistakes: list[str]) -> dict[str, Any]:
    """A mapping of what a table can hold; whether it may is for the table's own rules to say."""
    kept = {}
    for key, value in _pairs(mapping, where, mistakes):
        if isinstance(value, str | bool) or (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            kept[key] = value
        else:
            mistakes.append(f"{where}: {key!r} is no text, no list of texts and not true")
    return kept
