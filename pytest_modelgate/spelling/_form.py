"""Takes an id apart into words, digits, serial number and date, so that two spellings can be compared part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass

SEPARATORS = re.compile(r"[\s_.:@\-\u2010-\u2015\u2212]+")
_TOKEN = re.compile(r"[a-z]+|\d+[a-z]?(?![a-z])|\d+")
_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_DATES = (
    re.compile(r"-(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?=-|$)"),
    re.compile(rf"-(?P<year>20\d\d)(?P<month>{_MONTH})(?P<day>{_DAY})(?=-|$)"),
    re.compile(rf"(?<=preview|.{{4}}exp)-(?P<month>{_MONTH})-(?P<year>20\d\d)$"),
    re.compile(rf"(?<=preview|.{{4}}exp)-(?P<month>{_MONTH})-(?P<day>\d\d)$"),
    re.compile(rf"-(?P<month>{_MONTH})(?P<day>{_DAY})(?=-|$)"),
    re.compile(rf"-(?P<year>20\d\d)-?(?P<month>{_MONTH})?$"),
)
_LATEST = frozenset({"latest", "lastest", "lates", "latets", "latset", "latst"})


@dataclass(frozen=True, slots=True)
class Form:
    """An id taken apart; `day` holds the digits of its date, year first, as far as they are written."""

    id: str
    words: tuple[str, ...]
    digits: str
    shape: str
    """Where words and digits alternate."""
    serial: str
    day: str
    latest: bool


def form_of(text: str) -> Form:
    """The parts of a text, whatever its case and separators."""
    rest = SEPARATORS.sub("-", text.lower()).strip("-")
    day = ""
    for pattern in _DATES:
        if found := pattern.search(rest):
            parts = found.groupdict()
            day = "".join(parts[part].zfill(2) for part in ("year", "month", "day") if parts.get(part))
            rest = rest[: found.start()] + rest[found.end() :]
            break
    tokens = _TOKEN.findall(rest)
    serial = tokens.pop() if len(tokens) > 1 and re.fullmatch(r"0\d\d", tokens[-1]) else ""
    latest = not _LATEST.isdisjoint(tokens)
    tokens = [token for token in tokens if token not in _LATEST]
    words = tuple(token for token in tokens if token.isalpha())
    digits = "".join(token for token in tokens if not token.isalpha())
    shape = re.sub(r"(.)\1+", r"\1", "".join("w" if token.isalpha() else "d" for token in tokens))
    return Form(text, words, digits, shape, serial, day, latest)
