"""In words: what told the surface of a reference, and which calls it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._layout import count, where
from pytest_modelgate.terms import Doubt, Told

if TYPE_CHECKING:
    from pytest_modelgate.kinds import Style
    from pytest_modelgate.values import Reference, Use

MOST_CALLS = 3
"""Calls that are named one by one."""
_LIMIT = 120
_DOUBTS = {
    Doubt.AZURE_HOST: "the address is Azure's, which only Azure's own client can ask",
    Doubt.AZURE_KEY: "the key is Azure's, and the host is not",
    Doubt.NO_API_VERSION: "the client is made without the version of the API",
    Doubt.DEPLOYMENT: "a deployment is named, and the client knows models alone",
}


def evidence(reference: Reference, style: Style) -> list[str]:
    """What `check --explain` says under a finding: who is asked and why, then the calls that are reached."""
    if reference.idle is not None:
        return []
    uses = reference.occurrence.uses
    more = [f"and {count(len(uses) - MOST_CALLS, 'more call')}"] if len(uses) > MOST_CALLS else []
    named = "; ".join([*(call(use, reference.path, style) for use in uses[:MOST_CALLS]), *more])
    return [f"asked: {asked(reference)}", f"reaches: {named}" if named else "reaches: no call that is known"]


def asked(reference: Reference) -> str:
    """The surface, or those that remain, and what says so."""
    # An id that its client's provider does not have is judged by another's rows.
    use = next((each for each in reference.occurrence.uses if each.surfaces), None)
    surfaces = use.surfaces if use is not None and reference.foreign is not None else reference.surfaces
    who = " or ".join(map(visible, surfaces)) or visible(reference.surface or "")
    why = _told(reference)
    mildest = "; the mildest verdict of these counts" if len(reference.surfaces) > 1 else ""
    told = f"{who}, {why}" if who and why else who or "not known; nothing says who is asked"
    return told + mildest


def call(use: Use, path: str, style: Style) -> str:
    """One call: as the code spells it, where it stands, whose client it is, and what serves it."""
    client = [f"of {_short(use.client)}"] if use.client else []
    through = [f"through {visible(use.endpoint)}"] if use.endpoint else []
    place = where(path if use.path is None else use.path, style, use.line)
    unsure = [] if use.sure else ["as one of several that it may be given"]
    return ", ".join(
        [f"{_short(use.call)} at {place}", *client, *through, *unsure, *map(_DOUBTS.__getitem__, use.doubts)]
    )


def _told(reference: Reference) -> str:
    text, uses = reference.occurrence.text, reference.occurrence.uses
    if reference.told is Told.ROUTE and reference.api is not None:
        return "by the address"
    if reference.told is Told.ROUTE:
        prefix = text.strip().partition(reference.id)[0]
        return f"by its prefix {visible(clipped(prefix, _LIMIT))}" if prefix else "by its form, which only that has"
    client = next((use.client or use.call for use in uses if use.known), None)
    if reference.told is Told.CLIENT or (reference.foreign is not None and client):
        return "by the client that it is given to" + (f", {_short(client)}" if client else "")
    if reference.told is Told.NAME:
        symbol = reference.occurrence.symbol
        return "by the names of what holds it" + (f", {_short(symbol)}" if symbol else "")
    if reference.told is Told.FORM:
        return "by the form of the id alone: nothing in the code says who is asked"
    return ""


def _short(text: str) -> str:
    return visible(clipped(text, _LIMIT))
