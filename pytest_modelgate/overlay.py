"""Lays a team's own rows over a provider's part of a table: what they say counts, the rest stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.content import RowContent, SurfaceContent


def overlay(under: SurfaceContent, own: SurfaceContent, name: str) -> SurfaceContent:
    """The part with the team's rows in it. `name` goes before the keys of the team's sources, so that the same key in
    both stays two sources.
    """
    renamed = {key: f"{name}.{key}" for key in own.get("sources", {})}
    rows = dict(under["models"])
    for model, row in own["models"].items():
        rows[model] = _row(under["models"].get(model, {}), row, renamed)
    merged: dict[str, Any] = {**under, **own}
    endpoints = {*under.get("endpoints", ()), *own.get("endpoints", ())}
    if endpoints:
        merged["endpoints"] = sorted(endpoints)
    merged["sources"] = {
        **under["sources"],
        **{renamed[key]: source for key, source in own.get("sources", {}).items()},
    }
    merged["models"] = dict(sorted(rows.items()))
    return cast("SurfaceContent", merged)


def _row(under: RowContent, own: RowContent, renamed: Mapping[str, str]) -> RowContent:
    below: dict[str, Any] = dict(under)
    if own.keys() & {"retires", "announced", "stage"}:
        # What the team decides about the end replaces what was known of it, and who reported that.
        for key in ("retires", "stage", "third_party"):
            below.pop(key, None)
        if own.get("retires", "") < below.get("earliest", ""):
            below.pop("earliest")
        if own.get("retires", "9") < below.get("announced", ""):
            below.pop("announced")
    merged = {**below, **own}
    keys = [renamed.get(key, key) for key in own.get("source", ())]
    merged["source"] = [*keys, *(key for key in under.get("source", ()) if key not in keys)]
    return cast("RowContent", merged)
