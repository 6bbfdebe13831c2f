"""The plain content of a deprecations table, as it is read from YAML and kept in compiled form."""

from __future__ import annotations

from typing import TypedDict

ALIAS = "alias"
PREVIEW = "preview"
FINE_TUNES = "fine-tunes"
KINDS = ("snapshot", ALIAS, PREVIEW, "family", FINE_TUNES)
NAMES_ONLY = ("family", FINE_TUNES)
"""The kinds of rows that stand for several ids and are none themselves."""
MODALITIES = (
    *("chat", "completion", "embedding", "rerank", "image", "audio", "video", "realtime", "moderation", "agent"),
    *("ocr", "vision", "summarization", "other"),
)
STAGES = ("retired", "deprecated", "legacy", "active")
API_STAGES = ("retired", "deprecated")
OUTCOMES = ("fails", "redirects", "moved", "host-gone")
LISTINGS = ("complete", "partial")


class SourceContent(TypedDict, total=False):
    """Where facts were read."""

    title: str
    url: str
    read: str
    third_party: bool


class RowContent(TypedDict, total=False):
    """One model; days are `YYYY-MM-DD`, and what may be one or several is a list.

    Kind, modality and source are always there in a table that is right.
    """

    kind: str
    modality: str
    model: str
    version: str
    floating: bool
    endpoints: list[str]
    announced: str
    retires: str
    earliest: str
    stage: str
    successor: list[str]
    unlisted: list[str]
    condition: str
    alias_of: str
    after_retirement: str
    third_party: bool
    source: list[str]
    note: str


class ApiContent(TypedDict, total=False):
    """One API or host that ends. Title and source are always there in a table that is right."""

    title: str
    announced: str
    retires: str
    stage: str
    instead: str
    third_party: bool
    source: list[str]
    note: str


class SurfaceContent(TypedDict, total=False):
    """One provider's part; its models and the APIs that end by id, in the order of the file."""

    as_of: str
    after_retirement: str
    listing: str
    endpoints: list[str]
    sources: dict[str, SourceContent]
    reviewed: list[dict[str, str]]
    apis: dict[str, ApiContent]
    models: dict[str, RowContent]


Content = dict[str, SurfaceContent]
"""The parts by surface."""
