"""What a program fills in, `{{ ... }}` and `${{ ... }}`: what it falls back on, and how the file reads without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.languages._holding import Held
from pytest_modelgate.terms import Reach, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_modelgate.languages._holding import Holding

_HOLE = re.compile(r"\$?\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}|\{%[^%]*%\}|<%[^%]*%>")
_FILLED = re.compile(r"(?<!\$)\{\{|\{%|<%")
_BLANKS = re.compile(r"[^\r\n]")
_QUOTED = re.compile(r"""(?P<quote>\\?["'`])(?P<text>[^"'`\\\s]{2,200})(?P=quote)""")
_FALLS_BACK = re.compile(r"(?:\bdefault\b|\|\||\bor\b|\bcoalesce\b|\?\?|:=|\belse\b|\bternary\b|^)\W*(?:\w+\s*)?\W*$")
_COMPARES = re.compile(r"(?:\b(?:eq|ne|has|contains|hasPrefix|startsWith|endsWith|in)\b|[=!]=)[^|&]*$")
_KEY = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?(?P<key>[\w.-]+)[\"']?[ \t]*[:=]")
_NAME = re.compile(r"[\w-]+")
_HEARD = 80
"""Characters of a hole that are heard before a text in it."""


def masked(text: str, fill: str = "\ue000") -> str:
    """The text with its holes filled, and lines that are nothing else made comments; every place stays."""
    if _FILLED.search(text) is None:
        return text
    parts: list[str] = []
    done = 0
    for hole in _HOLE.finditer(text):
        remark = hole[0].startswith(("{{/*", "{{- /*"))
        if hole[0].startswith("$") or ("\n" in hole[0] and not remark):
            continue
        parts.append(text[done : hole.start()])
        parts.append(_BLANKS.sub(fill if "\n" not in hole[0] else " ", hole[0]))
        done = hole.end()
    parts.append(text[done:])
    return re.sub(rf"(?m)^([ \t]*){fill}(?=[{fill} \t]*(?:#|\r?$))", r"\1#", "".join(parts))


def is_filled(text: str) -> bool:
    """Whether a program other than the reader of its format fills the text in."""
    return _FILLED.search(text) is not None


def holes(text: str) -> Iterator[tuple[int, int]]:
    """Where a text is filled in."""
    return (hole.span() for hole in _HOLE.finditer(text))


def fallbacks(holding: Holding) -> None:
    """Tells a file's holding what its holes fall back on, and what they compare with."""
    text = holding.source.text
    for hole in _HOLE.finditer(text):
        quoted = list(_QUOTED.finditer(text, hole.start(), hole.end()))
        if not quoted:
            continue
        start = 1 + max(text.rfind("\n", 0, hole.start()), text.rfind("\r", 0, hole.start()))
        key = _KEY.match(text, start, hole.start())
        names = ([key["key"]] if key else []) + _NAME.findall(hole[0][:_HEARD])
        for each in quoted:
            before = text[max(hole.start() + 2, each.start() - _HEARD) : each.start()]
            held = Held(each["text"], *each.span("text"))
            if _COMPARES.search(before):
                holding.value(held, names[:1], Reach.COMPARISON, role=Role.CATALOGUE)
            elif _FALLS_BACK.search(before):
                holding.value(held, names[:2], Reach.DEFAULT, symbol=names[0] if names else None)
