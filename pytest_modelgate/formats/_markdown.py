"""Markdown that says what it was given: texts, code and tables in which nothing scanned turns into markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pytest_modelgate.formats._escape import clipped, visible
from pytest_modelgate.formats._summary import MESSAGE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST = 900 * 1024
"""Bytes of one document. GitHub takes 1 MiB of a step's summary, and nothing of a longer one (docs.github.com,
limits of job summaries, read 2026-11)."""
_CELL = 300
_MARKUP = re.compile(r"[\\`*_{}\[\]#~|&<>]|(?<![\w/.])@|(?<=\b)(?:https?|ftp|mailto|www)(?=[:.])", re.IGNORECASE)


def text(said: str) -> str:
    """The text so that it is shown as it is: no emphasis, links, mentions or HTML."""
    return _MARKUP.sub(lambda sign: _ENTITIES.get(sign[0], f"{sign[0]}<!-- -->"), visible(clipped(said, MESSAGE_LIMIT)))


_ENTITIES = {sign: f"\\{sign}" for sign in r"\`*_{}[]#~|"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def code(said: str) -> str:
    """The text as code in a line or a cell, whatever backticks and bars it holds."""
    shown = visible(clipped(said, _CELL))
    if not shown.strip():
        return ""
    if "|" in shown or "\\" in shown:
        # Bars in cells must be escaped, and how code in cells takes backslashes differs between readers.
        return f"<code>{_entities(shown)}</code>"
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    pad = " " if shown.startswith("`") or shown.endswith("`") or len(fence) > 1 else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; cells are Markdown already."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def within(lines: Iterable[str], last: Sequence[str]) -> str:
    """The lines up to the size that readers take, a count of the lines that were cut, and what always comes last."""
    room = MOST - sum(len(line.encode()) + 1 for line in last) - 200
    kept: list[str] = []
    cut = 0
    for line in lines:
        room -= len(line.encode()) + 1
        if room < 0 or cut:
            cut += 1
        else:
            kept.append(line)
    if cut:
        kept += ["", f"{cut} more lines are left out here: this is as much as a summary may hold."]
    return "\n".join([*kept, *last]) + "\n"


def _entities(shown: str) -> str:
    return "".join(_NUMBERED.get(sign, sign) for sign in shown)


_NUMBERED = {sign: f"&#{ord(sign)};" for sign in r"&<>|\`*_[]~"} | {"@": "&#64;<!-- -->"}
