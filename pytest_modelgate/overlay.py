"""Lays a team's own rows over a provider's part of a table: what they say counts, the rest stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pytest_modelgate.content import ApiContent, RowContent, SourceContent, SurfaceContent


def overlay(under: SurfaceContent, own: SurfaceContent, name: str) -> SurfaceContent:
    """The part with the team's rows in it. `name`, or that with a number where another table has it, goes before the
    keys of the team's sources, so that the same key in both stays two sources.
    """
    taken = under["sources"]
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    first = next(one for one in names if not any(key.startswith(f"{one}.") for key in taken))
    sources = {**taken, **{f"{first}.{key}": source for key, source in own.get("sources", {}).items()}}
    below, above = _callable(under["models"]), _callable(own["models"])
    # An id that neither the one nor the other has a row for may well have one in both together.
    rows = {model: _listing(row, above) for model, row in under["models"].items()}
    for model, row in own["models"].items():
        rows[model] = _row(rows.get(model, {}), _listing(row, below), first, sources)
    merged: dict[str, Any] = {**under, **own, "sources": sources, "models": dict(sorted(rows.items()))}
    apis = dict(under.get("apis", {}))
    for api, entry in own.get("apis", {}).items():
        # The keys of such a row are those of a model's, as far as this goes.
        apis[api] = cast(
            "ApiContent", _row(cast("RowContent", apis.get(api, {})), cast("RowContent", entry), first, sources)
        )
    if apis:
        merged["apis"] = dict(sorted(apis.items()))
    # The rows that were read later stay, however old the team's table grows.
    merged["as_of"] = max(under["as_of"], own.get("as_of", ""))
    if endpoints := {*under.get("endpoints", ()), *own.get("endpoints", ())}:
        merged["endpoints"] = sorted(endpoints)
    return cast("SurfaceContent", merged)


def _callable(models: Mapping[str, RowContent]) -> frozenset[str]:
    """The ids that rows may name as replacements, and the names of models that have versions."""
    return frozenset(models).union(row["model"] for row in models.values() if "model" in row)


def _listing(row: RowContent, known: Collection[str]) -> RowContent:
    """The row without ids among its `unlisted` that do have rows."""
    unlisted = [model for model in row.get("unlisted", ()) if model not in known]
    rest: dict[str, Any] = {key: value for key, value in row.items() if key != "unlisted"}
    return cast("RowContent", {**rest, "unlisted": unlisted} if unlisted else rest)


def _row(under: RowContent, own: RowContent, name: str, sources: Mapping[str, SourceContent]) -> RowContent:
    below: dict[str, Any] = dict(under)
    decides = bool(own.keys() & {"retires", "announced", "stage"})
    if decides:
        # What the team decides about the end replaces what was known of it, and who reported that.
        for key in ("retires", "stage", "third_party"):
            below.pop(key, None)
        if own.get("retires", "") < below.get("earliest", ""):
            below.pop("earliest")
        if own.get("retires", "9") < below.get("announced", ""):
            below.pop("announced")
    if "successor" in own:
        # They are said of the replacement that the team does not want.
        for key in ("condition", "unlisted"):
            below.pop(key, None)
    merged = {**below, **own}
    keys = [f"{name}.{key}" for key in own.get("source", ())]
    merged["source"] = [*keys, *under.get("source", ())]
    if under:
        # Whose word the dates are must not be lost among sources for something else.
        speakers = keys if decides else under["source"]
        if speakers and _outside(speakers, sources) and not _outside(merged["source"], sources):
            merged["third_party"] = True
    return cast("RowContent", merged)


def _outside(keys: Collection[str], sources: Mapping[str, SourceContent]) -> bool:
    """Whether all of these sources are third parties."""
    return all(sources[key].get("third_party", False) for key in keys if key in sources)
