"""Says which endpoints serve a model: by the table where it names them, else by what the model is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.kinds import ENDPOINTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from pytest_modelgate.records import ModelRecord

_KINDS = {
    "chat": (
        "AI_COMPLETE", "CORTEX.COMPLETE", "agent", "anthropic.messages", "assistants", "chat.completions", "converse",
        "generateContent", "interactions", "messages", "responses", "threads",
    ),
    "completion": ("completions", "generate"),
    "embedding": ("embed", "embedContent", "embeddings"),
    "image": ("images.edits", "images.generations", "images.variations", "predict"),
    "moderation": ("moderations",),
    "realtime": (
        "bidiGenerateContent", "live.sessions", "realtime-beta", "realtime.transcription_sessions",
        "realtime.translations",
    ),
    "speech": ("audio.speech",),
    "transcription": ("audio.transcriptions", "audio.translations", "v1/listen", "v2/listen"),
    "video": ("predictLongRunning", "videos"),
}  # fmt: skip
_KIND = {word: kind for kind, words in _KINDS.items() for word in words} | {kind: kind for kind in ENDPOINTS}

_UNTOLD = frozenset({("gemini", "interactions"), ("groq", "responses"), ("openai", "realtime")})
"""Endpoints that the table names for some models of a surface though they serve others of the kind too."""

_APART = frozenset({"embedding", "image", "realtime", "rerank", "video"})
"""What models are for that do nothing else, wherever they are served."""
_REFUSED = {
    "chat": _APART,
    "completion": _APART,
    "embedding": frozenset({"image", "realtime", "video"}),
    "image": frozenset({"embedding", "realtime", "rerank"}),
    "moderation": frozenset({"image", "realtime", "rerank", "video"}),
    "ocr": frozenset({"embedding", "realtime", "rerank"}),
    "realtime": frozenset({"embedding", "image", "rerank", "video"}),
    "rerank": frozenset({"image", "realtime", "video"}),
    "speech": _APART - {"realtime"},
    "transcription": _APART - {"realtime"},
    "video": frozenset({"embedding", "realtime", "rerank"}),
}
"""By what a call is for, what the models are for that it is sure to refuse."""
_NO_EMBEDDING_CHAT = frozenset({"anthropic", "bedrock", "vertex", "xai"})
"""Surfaces whose table names no endpoint of embeddings and whose chat models have none."""
_ANSWERS = re.compile(r"gemini|flash-image|pegasus")
"""In the ids of models for images or videos that are asked as chat models are."""


def serves(record: ModelRecord, endpoint: str, named: Collection[str]) -> bool | None:
    """Whether an endpoint, or any of what it is for, serves a model; None where nothing says so.

    `endpoint` is a word of the table or one of `kinds.ENDPOINTS`, `named` are all that the table names on the surface.
    """
    if endpoint in record.endpoints:
        return True
    kind = kind_of(endpoint)
    own = {kind_of(word) for word in record.endpoints} - {None}
    if record.endpoints and endpoint in named:
        return None if (record.surface, endpoint) in _UNTOLD and kind in own else False
    if kind is None:
        return None
    if _is_another_makers(record, endpoint):
        return False
    if kind in own or kind == record.modality:
        return True
    if own and any(kind_of(word) == kind for word in named):
        return False
    return _by_modality(record, kind)


def kind_of(endpoint: str) -> str | None:
    """What an endpoint is for, as a word of `kinds.ENDPOINTS`; None for one of no known purpose."""
    return _KIND.get(endpoint)


def _is_another_makers(record: ModelRecord, endpoint: str) -> bool:
    """Whether, on a cloud with models of many makers, an endpoint speaks the language of another maker's."""
    if record.surface == "vertex" and endpoint in ("messages", "generateContent"):
        claude = "publishers/anthropic" in record.endpoints
        return bool(record.endpoints) and claude != (endpoint == "messages")
    return record.surface == "bedrock" and endpoint == "messages" and not record.id.startswith("anthropic.")


def _by_modality(record: ModelRecord, kind: str) -> bool | None:
    if record.modality in ("image", "video") and _ANSWERS.search(record.id):
        return None
    if kind == "embedding" and record.modality == "chat" and record.surface in _NO_EMBEDDING_CHAT:
        return False
    return False if record.modality in _REFUSED.get(kind, ()) else None
