"""JSON, with comments or without, line after line or in one piece."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language

_ROOM = "pytest_modelgate.languages._json"

LANGUAGE = Language(
    name="json",
    suffixes=(".json", ".jsonc", ".json5", ".jsonl", ".ndjson", ".code-workspace", ".webmanifest", ".hujson"),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=later(_ROOM, "remarks"),
    # Most of its files are read by programs that know no comments.
    comment=None,
    names=(".eslintrc", ".babelrc", ".swcrc", ".mcprc"),
)
