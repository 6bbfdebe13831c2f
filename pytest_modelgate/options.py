"""Turns one value of a configuration into what it means, or says what is wrong with it and what was probably meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from enum import StrEnum

    from pytest_modelgate.positions import Place

    E = TypeVar("E", bound=StrEnum)

LONGEST_HORIZON = 36_500
"""A hundred years in days: beyond it the calendar ends before the horizon does."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REFUSED = re.compile(
    r"(?:.*-)?(?:hosts?|headers?|urls?|url-.*|endpoints?|api-base|base|prox(?:y|ies)|keys?|key-.*|tokens?|secrets?"
    r"|credentials?|ca-.*|certificates?|env|environ(?:ment)?)"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value, where it stands, and the list that takes the mistakes found in it."""

    value: object
    place: Place
    mistakes: list[tuple[Place, str]] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key that the value is under, for messages."""
        return next((part for part in reversed(self.place) if isinstance(part, str)), "")

    def wrong(self, message: str) -> None:
        """Notes a mistake at this place."""
        self.mistakes.append((self.place, message))

    def inside(self, part: str | int, value: object) -> Value:
        """A value inside this one."""
        return Value(value, (*self.place, part), self.mistakes)


def text(given: Value) -> str | None:
    """A text that is not blank."""
    if isinstance(given.value, str) and given.value.strip():
        return given.value
    given.wrong(f"{given.key} must be a text that is not empty, not {quoted(given.value)}")
    return None


def texts(given: Value) -> tuple[str, ...]:
    """A list of such texts."""
    return tuple(item.value for item in _items(given) if isinstance(item.value, str))


def patterns(given: Value) -> tuple[str, ...]:
    """A list of patterns in gitignore syntax."""
    return tuple(item.value for item in _items(given) if isinstance(item.value, str) and _is_pattern(item))


def pattern(given: Value) -> str | None:
    """One pattern in gitignore syntax."""
    found = text(given)
    return found if found is not None and _is_pattern(given) else None


def days(given: Value) -> int | None:
    """A number of days."""
    if isinstance(given.value, int) and not isinstance(given.value, bool) and 0 <= given.value <= LONGEST_HORIZON:
        return given.value
    given.wrong(f"{given.key} must be a whole number of days from 0 to {LONGEST_HORIZON}, not {quoted(given.value)}")
    return None


def day(given: Value) -> date | None:
    """A date, written as TOML's own or as a quoted one."""
    value = given.value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            given.wrong(f"{given.key} names a day that is not in the calendar, {value}")
            return None
    given.wrong(f"{given.key} must be a date such as 2027-01-31, not {quoted(value)}")
    return None


def member(given: Value, kind: type[E], noun: str) -> E | None:
    """A member of an enumeration, by its value; `noun` says what it is."""
    choices = [str(each) for each in kind]
    if given.value in choices:
        return kind(given.value)
    given.wrong(f"{quoted(given.value)} is no {noun}; {hint(given.value, choices)}")
    return None


def truth(given: Value) -> bool:
    """Yes or no, as TOML says it."""
    if not isinstance(given.value, bool):
        given.wrong(f"{given.key} must be true or false, not {quoted(given.value)}")
    return given.value is True


def members(given: Value, kind: type[E], noun: str) -> frozenset[E]:
    """Members of an enumeration, at least one."""
    items = list(_items(given))
    if given.value == []:
        given.wrong(f"{given.key} is empty, so nothing could ever fail; name at least one of {', '.join(kind)}")
    return frozenset(found for item in items if (found := member(item, kind, noun)) is not None)


def codes(given: Value, rules: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The codes that a list of codes, names or beginnings of codes stands for."""
    found: set[str] = set()
    for item in _items(given):
        meant = {code for code, name in rules if isinstance(item.value, str) and _means(item.value, code, name)}
        if not meant:
            known = [word for rule in rules for word in rule]
            item.wrong(f"{quoted(item.value)} is no rule; {hint(item.value, known)}")
        found |= meant
    return frozenset(found)


def unknown(given: Value, choices: Iterable[str]) -> None:
    """Notes that the key is not known, or why it never will be."""
    refused = [name for name in (given.key, *_keys_below(given.value)) if _REFUSED.fullmatch(_kebab(name))]
    if refused:
        given.wrong(
            f"{quoted(refused[0])} is refused: a project's configuration must not say where a key is sent or which key"
            " is used; leave it out, for hosts and keys come from the environment of whoever runs modelgate"
        )
    else:
        given.wrong(f"unknown key {quoted(given.key)}; {hint(given.key, choices)}")


def hint(word: object, choices: Iterable[str]) -> str:
    """The nearest of the choices as a question, or all of them."""
    from difflib import get_close_matches

    choices = sorted(choices)
    near = get_close_matches(_kebab(str(word)), [_kebab(choice) for choice in choices], 1)
    if near:
        return f"did you mean {next(repr(choice) for choice in choices if _kebab(choice) == near[0])}?"
    return f"known are {', '.join(choices)}"


def quoted(value: object) -> str:
    """The value as TOML or Python would show it, on one line and not at length."""
    shown = repr(str(value)) if isinstance(value, date) else repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}..."


def _items(given: Value) -> Iterator[Value]:
    """The texts of a list, each at its own place."""
    if not isinstance(given.value, list | tuple):
        given.wrong(f"{given.key} must be a list of texts, not {quoted(given.value)}")
        return
    for number, value in enumerate(given.value):
        item = given.inside(number, value)
        if text(item) is not None:
            yield item


def _is_pattern(given: Value) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([str(given.value)])
    except ValueError:
        given.wrong(f"{quoted(given.value)} is no pattern that a .gitignore file could hold")
        return False
    return True


def _means(word: str, code: str, name: str) -> bool:
    return word.lower() == name or (code.startswith(word.upper()) and word.upper().startswith("MG"))


def _keys_below(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            yield from here
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)


def _kebab(name: str) -> str:
    return name.lower().replace("_", "-")
