"""Requests that a document holds, each with its address and its body: who is asked, and what serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_modelgate.languages._documents import Branch, Scalar, above
from pytest_modelgate.values import Use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pytest_modelgate.languages._holding import Holding

_ADDRESS = "url", "uri", "endpoint", "path"
_BODIES = "body", "json", "data", "payload"
_LONGEST = 200
_MODES = {
    "chat": "chat", "completion": "completion", "embedding": "embedding", "image_generation": "image",
    "audio_transcription": "transcription", "audio_speech": "speech", "moderation": "moderation", "rerank": "rerank",
    "realtime": "realtime",
}  # fmt: skip
"""What a model of a LiteLLM proxy is for, in its words and in ours."""


def request(scalar: Scalar, names: Sequence[str], holding: Holding) -> Use | None:
    """The request in whose body a model stands, or that a proxy makes of it; None where none is told."""
    for branch in list(above(scalar))[:3]:
        beside = branch.texts()
        if is_route(names) and "modelinfo" in beside:
            return _routed(scalar, branch, holding)
        if any(key in beside for key in _BODIES) and (use := _sent(scalar, beside, holding)):
            return use
    return None


def body_of(scalar: Scalar, holding: Holding) -> Use | None:
    """The request whose body a text is; None where no address stands beside it."""
    uses = (_sent(scalar, branch.texts(), holding) for branch in list(above(scalar))[:2])
    return next((use for use in uses if use is not None), None)


def is_answer(names: Sequence[str]) -> bool:
    """Whether what stands under these names was answered rather than sent."""
    return any("response" in name.lower() or name.lower() == "output" for name in names)


def is_route(names: Sequence[str]) -> bool:
    """Whether a LiteLLM proxy takes a text under these names for where it sends its requests."""
    return len(names) > 1 and names[0] == "model" and names[1] == "litellm_params"


def _routed(scalar: Scalar, branch: Branch, holding: Holding) -> Use | None:
    told = next((value for key, value in branch.entries[:20] if key and key.text == "model_info"), None)
    mode = told.texts().get("mode", "") if isinstance(told, Branch) else ""
    endpoint = _MODES.get(mode)
    return Use(call="litellm.completion", line=_line(scalar, holding), endpoint=endpoint) if endpoint else None


def _sent(scalar: Scalar, beside: Mapping[str, str], holding: Holding) -> Use | None:
    address = next((beside[key] for key in _ADDRESS if beside.get(key)), "")
    if not address:
        return None
    endpoint = _endpoint(address, holding.lexicon.paths)
    surface = holding.surface_at(address) if "://" in address else None
    if endpoint is None and surface is None:
        return None
    call = f"{beside.get('method') or 'POST'} {address}"[:_LONGEST]
    surfaces = () if surface is None else (surface,)
    return Use(call=call, line=_line(scalar, holding), surfaces=surfaces, endpoint=endpoint)


def _endpoint(address: str, paths: Mapping[str, str]) -> str | None:
    """What serves an address, by the end of its path."""
    path = address.partition("?")[0].rstrip("/")
    ends = [end for end in paths if path.endswith(end)]
    return paths[max(ends, key=len)] if ends else None


def _line(scalar: Scalar, holding: Holding) -> int:
    return holding.places.span(scalar.held.start, scalar.held.end).line
