"""Reads one YAML node as the value that its place in a table asks for."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from pytest_modelgate.content import API_STAGES, KINDS, MODALITIES, OUTCOMES, STAGES
from pytest_modelgate.relations import hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Read = Callable[[Any], Any]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NAME = re.compile(r"[!-~]+")


class WrongError(Exception):
    """A node that is not what its place asks for; each argument is a message."""


def text(node: Any) -> str:
    """A line of text, which YAML must not take for anything else."""
    if node.id != "scalar" or not node.value.strip():
        raise WrongError("expected a text")
    if not node.tag.endswith(":str"):
        raise WrongError(f"{node.value!r} is read as {node.tag.rpartition(':')[2]}; write it in quotes")
    if not node.value.isprintable():
        raise WrongError(f"{node.value!r} holds a line break or a character that cannot be shown")
    return str(node.value)


def name(node: Any) -> str:
    """An id or a key: a text without white space."""
    value = text(node)
    if not _NAME.fullmatch(value):
        raise WrongError(f"{value!r} holds white space or a character that no id has")
    return value


def names(node: Any) -> list[str]:
    """One name or a list of them, each once."""
    if node.id == "scalar":
        return [name(node)]
    if node.id != "sequence" or not node.value:
        raise WrongError("expected a text or a list of texts")
    found = [name(one) for one in node.value]
    twice = sorted({one for one in found if found.count(one) > 1})
    if twice:
        raise WrongError(*(f"{one!r} is in the list twice" for one in twice))
    return found


def url(node: Any) -> str:
    """An https address."""
    value = name(node)
    if not value.startswith("https://"):
        raise WrongError(f"{value!r} is no https address")
    return value


def day(node: Any) -> str:
    """A day of the calendar, quoted or not."""
    if node.id != "scalar" or not _DAY.fullmatch(node.value):
        raise WrongError(f"{_shown(node)} is no day; write it like 2026-11-21")
    try:
        date.fromisoformat(node.value)
    except ValueError:
        raise WrongError(f"there is no day {node.value}") from None
    return str(node.value)


def flag(node: Any) -> bool:
    """True, the only value that a flag has."""
    if node.id != "scalar" or node.value != "true":
        raise WrongError(f"{_shown(node)} is not true; leave the key out for false")
    return True


def one_of(words: Sequence[str]) -> Callable[[Any], str]:
    """A reader that takes only these words."""

    def read(node: Any) -> str:
        if node.id != "scalar" or node.value not in words:
            near = hint(node.value, words) if node.id == "scalar" else ""
            raise WrongError(f"{_shown(node)} is not one of {', '.join(words)}{near}")
        return str(node.value)

    return read


def _shown(node: Any) -> str:
    return repr(node.value) if node.id == "scalar" else f"a {node.id}"


SOURCE: Mapping[str, Read] = {"title": text, "url": url, "read": day, "third_party": flag}
REVIEWED: Mapping[str, Read] = {"id": name, "catalogue": name, "says": text, "reason": text}
API: Mapping[str, Read] = {
    "id": name,
    "title": text,
    "announced": day,
    "retires": day,
    "stage": one_of(API_STAGES),
    "instead": text,
    "third_party": flag,
    "source": names,
    "note": text,
}
ROW: Mapping[str, Read] = {
    "id": name,
    "kind": one_of(KINDS),
    "modality": one_of(MODALITIES),
    "model": name,
    "version": name,
    "floating": flag,
    "endpoints": names,
    "announced": day,
    "retires": day,
    "earliest": day,
    "stage": one_of(STAGES),
    "successor": names,
    "unlisted": names,
    "condition": text,
    "alias_of": name,
    "after_retirement": one_of(OUTCOMES),
    "third_party": flag,
    "source": names,
    "note": text,
}
