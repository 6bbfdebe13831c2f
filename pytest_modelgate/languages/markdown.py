"""Markdown: code in fences is read by its own language, the rest as prose."""

from __future__ import annotations

from pytest_modelgate._shelf import later
from pytest_modelgate.kinds import Language
from pytest_modelgate.remarks import MARKUP, remarks

_ROOM = "pytest_modelgate.languages._markdown"

LANGUAGE = Language(
    name="markdown",
    suffixes=(".md", ".markdown", ".mdx", ".qmd", ".rmd", ".prompt", ".prompty"),
    extract=later(_ROOM, "extract"),
    passages=later(_ROOM, "passages"),
    remarks=lambda source: remarks(source.text, MARKUP),
    comment="<!-- {} -->",
    pieces=later(_ROOM, "pieces"),
    prose=later(_ROOM, "is_prose"),
)
