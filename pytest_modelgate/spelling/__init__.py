"""Says which known id a text was probably meant to be: one small step away, with its digits unchanged.

A version digit that differs is news, not a mistake, so digits must agree everywhere but in a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_modelgate.spelling._form import SEPARATORS, form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from pytest_modelgate.spelling._form import Form

MOST_CANDIDATES = 3
_FARTHEST = 6
_LONGEST = 80

_SPELT = re.compile(r"[a-z0-9](?:[a-z0-9\s_.:@\-\u2010-\u2015\u2212]*[a-z0-9])?")
_PREFIX = re.compile(r"(?:openai|anthropic|google|models?)(?:\s*[-./:]\s*|\s+)|gpt-?(?=o\d)")
_LOOK_ALIKE_ZERO = re.compile(r"^0(?=[1-9])|(?<=\d)0(?![\w.])")
_NOT_TYPOS = frozenset(
    {"air", "base", "beta", "edge", "fast", "free", "high", "large", "light", "live", "low", "max", "medium", "next"}
    | {"plus", "small", "thinking", "tiny", "ultra"}
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A known id that a text may have been meant to be; a lower score is nearer."""

    id: str
    score: int
    loose: bool
    """Whether names of things are also written like this, so that only context tells a mistake from a label."""


def nearest(
    text: str,
    known: frozenset[str],
    *,
    as_of: date | None = None,
    prefer: Callable[[str], int] | None = None,
) -> tuple[tuple[str, ...], bool]:
    """The known ids that `text` was probably meant to be, the nearest first, and whether the first is clearly nearest.

    Nothing for a known id, and nothing where no id is clearly near. `as_of` and `prefer` are as for `guesses`.
    """
    found = guesses(text, known, as_of=as_of, prefer=prefer)
    return tuple(guess.id for guess in found[:MOST_CANDIDATES]), is_certain(found)


def is_certain(found: tuple[Guess, ...]) -> bool:
    """Whether the first of these guesses is strictly nearer than any other."""
    return bool(found) and (len(found) == 1 or found[0].score < found[1].score)


def guesses(
    text: str,
    known: frozenset[str],
    *,
    as_of: date | None = None,
    prefer: Callable[[str], int] | None = None,
) -> tuple[Guess, ...]:
    """Every known id within reach of `text`, the nearest first.

    A date after `as_of`, the day on which `known` was complete, is news. Of equally near ids, those with a lower
    `prefer` come first, then undated ones, then newer ones.
    """
    written = text.strip().lower()
    if text in known or not 2 <= len(written) <= _LONGEST:
        return ()
    index = _index(known)
    best: dict[str, Guess] = {}
    for reading, cost in _readings(written):
        for guess in _compare(reading, cost, index, as_of, changed=text):
            if guess.id not in best or guess.score < best[guess.id].score:
                best[guess.id] = guess
    return tuple(sorted(best.values(), key=lambda guess: _order(guess, index, prefer)))


@dataclass(frozen=True, slots=True)
class _Index:
    forms: Mapping[str, Form]
    by_digits: Mapping[str, tuple[Form, ...]]
    by_letters: Mapping[str, tuple[str, ...]]
    vocabulary: frozenset[str]


@lru_cache(maxsize=64)
def _index(known: frozenset[str]) -> _Index:
    forms = {id_: form_of(id_) for id_ in sorted(known)}
    by_digits: dict[str, list[Form]] = {}
    by_letters: dict[str, list[str]] = {}
    for form in forms.values():
        by_digits.setdefault(form.digits, []).append(form)
        by_letters.setdefault(SEPARATORS.sub("", form.id), []).append(form.id)
    return _Index(
        forms=forms,
        by_digits={digits: tuple(found) for digits, found in by_digits.items()},
        by_letters={letters: tuple(found) for letters, found in by_letters.items()},
        vocabulary=frozenset(word for form in forms.values() for word in form.words) | _NOT_TYPOS,
    )


def _readings(written: str) -> tuple[tuple[str, int], ...]:
    """The text itself, and without a maker's name before it."""
    found = _PREFIX.match(written)
    bare = written[found.end() :] if found else ""
    return tuple((reading, cost) for reading, cost in ((written, 0), (bare, 1)) if _SPELT.fullmatch(reading))


def _compare(reading: str, cost: int, index: _Index, as_of: date | None, *, changed: str) -> list[Guess]:
    letters = SEPARATORS.sub("", reading)
    same = index.by_letters.get(letters, ())
    if same:
        return [Guess(id_, cost, True) for id_ in same]
    with_letter_o = SEPARATORS.sub("", _LOOK_ALIKE_ZERO.sub("o", reading))
    if with_letter_o != letters and with_letter_o in index.by_letters:
        return [Guess(id_, cost + 2, True) for id_ in index.by_letters[with_letter_o]]
    form = form_of(reading)
    tidy = not cost and changed == reading and not re.search(r"[\s_:@]", reading)
    found = []
    for candidate in index.by_digits.get(form.digits, ()):
        wording = _wording(form, candidate, index.vocabulary)
        dating = _dating(form, candidate, as_of)
        if wording is None or dating is None or not _same_serial(form, candidate):
            continue
        if not form.digits and dating[0] and (cost or wording[0]):
            continue
        score = cost + wording[0] + dating[0] + (4 if form.serial != candidate.serial else 0)
        loose = not tidy or wording[1] or dating[1] or form.serial != candidate.serial
        if score <= _FARTHEST:
            found.append(Guess(candidate.id, score, loose))
    return found


def _same_serial(form: Form, candidate: Form) -> bool:
    """Whether the serial numbers agree, or only the number is left out of an id that has a version besides."""
    left_out = not form.serial and bool(candidate.digits) and form.words == candidate.words
    return form.serial == candidate.serial or left_out


def _wording(form: Form, candidate: Form, vocabulary: frozenset[str]) -> tuple[int, bool] | None:
    """The cost of the words, and whether labels differ in the same way."""
    if sorted(form.words) == sorted(candidate.words):
        moved = form.words != candidate.words or form.shape != candidate.shape
        return (2, True) if moved else (0, False)
    if len(form.words) != len(candidate.words) or form.shape != candidate.shape:
        return None
    edits = 0
    for written, right in zip(form.words, candidate.words, strict=True):
        if written != right:
            step = None if written in vocabulary else _edits(written, right)
            if step is None:
                return None
            edits += step
    one_word = candidate.id.isalpha()
    if edits > (1 if one_word else 2) or (one_word and len(candidate.id) < 6):
        return None
    bare = not (candidate.digits or candidate.serial or candidate.day)
    return 2 * edits, bare or (len(candidate.words) == 1 and _other_word(form.words[0], candidate.words[0]))


def _other_word(written: str, right: str) -> bool:
    """Whether a short word holds other letters, and so may well be another word."""
    return len(right) < 6 and set(written) != set(right)


@lru_cache(maxsize=4096)
def _edits(written: str, right: str) -> int | None:
    """How many letters are swapped, missing, doubled or wrong; None when that is too many for the word."""
    if abs(len(written) - len(right)) > 2:
        return None
    from rapidfuzz.distance import OSA

    most = 2 if len(right) >= 6 else 1
    edits: int = OSA.distance(written, right, score_cutoff=most)
    if edits > most or (len(right) <= 3 and _other_word(written, right)):
        return None
    return edits


def _dating(form: Form, candidate: Form, as_of: date | None) -> tuple[int, bool] | None:
    """The cost of the date or of `-latest`, and whether labels differ in the same way."""
    if form.day == candidate.day and form.latest == candidate.latest:
        return 0, False
    if not form.day:
        if form.latest:
            return 4, True
        if candidate.latest and len(form.words) + len(form.digits) < 2:
            return None
        return (3, True) if candidate.latest else (4, True)
    if as_of is not None and form.day[:4].startswith("20") and form.day > f"{as_of:%Y%m%d}"[: len(form.day)]:
        return None
    if candidate.day:
        return _other_day(form.day, candidate.day)
    return (4, False) if form.day.startswith("20") else None


def _other_day(written: str, right: str) -> tuple[int, bool] | None:
    if right.startswith(written) or right.endswith(written) or written.startswith(right):
        return 3, False
    if len(right) == 6 and written == right[4:] + right[2:4]:
        return 2, False
    edits = sum(a != b for a, b in zip(written, right, strict=True)) if len(written) == len(right) else 9
    if len(written) == 4 and not written.startswith("20"):
        return (2, False) if edits == 1 else None
    return (1 + edits, False) if edits <= 2 else (4, False)


def _order(guess: Guess, index: _Index, prefer: Callable[[str], int] | None) -> tuple[int, int, bool, int, str]:
    day = index.forms[guess.id].day
    return guess.score, prefer(guess.id) if prefer else 0, bool(day), -int(day or 0), guess.id
