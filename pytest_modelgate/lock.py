"""Reads and writes the file that records which models the code asks for, and tells two such records apart."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING

from pytest_modelgate.decode import shown
from pytest_modelgate.errors import UsageError
from pytest_modelgate.locked import Facts, Locked, LockEvidence, changes, facts_of
from pytest_modelgate.positions import key_lines
from pytest_modelgate.terms import Role, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from pytest_modelgate.values import Reference

NAME = "modelgate.lock"
"""The file that counts when nobody names another, if it is there."""
VERSION = 1
"""Of the file: it rises when what is written today would be read otherwise."""
MEND = "mend it, or let `modelgate lock` write it anew"

_FORMAT = f"modelgate-lock-{VERSION}"
_HEAD = f"""\
# Written by `modelgate lock`, to be committed. `modelgate lock --check` tells whether it fits the code.
format = "{_FORMAT}"
"""
_FORMAT_LINE = re.compile(r'^format = "modelgate-lock-(\d+)"\r?$', re.MULTILINE)
_MARKS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_AT_LINE = re.compile(r" *\(at line (\d+), column \d+\)| *\(at end of document\)")
_TEXTS = ("id", "surface", "stands-for", "live-stands-for")
_DAYS = ("announced", "ends", "live-ends")
_STATES = {str(state): state for state in State}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The content of one file."""

    name: str
    """The file, as reports show it."""
    roles: tuple[Role, ...] = ()
    """The uses that it speaks of."""
    models: tuple[Locked, ...] = ()
    """Sorted by surface and id."""

    def by_key(self) -> dict[tuple[str, str], Locked]:
        """The models by what they are known again by."""
        return {model.key: model for model in self.models}


class Locks:
    """What a lock file says of references."""

    def __init__(self, lock: Lock) -> None:
        self._lock = lock
        self._models = lock.by_key()

    def of(self, reference: Reference) -> LockEvidence | None:
        """What it says of a reference; None where it does not speak of such a use."""
        model = model_of(reference)
        if model is None or reference.role not in self._lock.roles:
            return None
        return LockEvidence(name=self._lock.name, locked=self._models.get(model.key), facts=model.facts)


def model_of(reference: Reference) -> Locked | None:
    """The model that a reference names, with what the table says of it, and without its uses; None where it is none.

    Of one that several surfaces may be asked for nothing is said, for who is asked is not known.
    """
    if reference.model is None or reference.api is not None:
        return None
    several = len(reference.surfaces) > 1
    surface = " or ".join(sorted(reference.surfaces)) if several else reference.surface
    return Locked(id=reference.model, surface=surface, facts=Facts() if several else facts_of(reference.record))


def locked_of(references: Iterable[Reference], roles: Sequence[Role]) -> tuple[Locked, ...]:
    """The models of the references that have one of the roles, with their uses, sorted."""
    models: dict[tuple[str, str], Locked] = {}
    uses: dict[tuple[str, str], dict[Role, set[str]]] = {}
    for reference in references:
        model = model_of(reference)
        if model is not None and reference.role in roles:
            models.setdefault(model.key, model)
            uses.setdefault(model.key, {}).setdefault(reference.role, set()).add(reference.path)
    return tuple(
        Locked(
            id=model.id,
            surface=model.surface,
            facts=model.facts,
            uses={role: tuple(sorted(uses[key][role])) for role in Role if role in uses[key]},
        )
        for key, model in sorted(models.items())
    )


def path_in(root: Path, named: str | None) -> Path:
    """A project's lock file: the one that is named, or else the usual one."""
    return root / (NAME if named is None else named)


def load(root: Path, named: str | None) -> Locks | None:
    """A project's lock file; None where there is none and nobody names one. Raises UsageError where it is broken."""
    path = path_in(root, named)
    return None if named is None and not os.path.lexists(path) else Locks(read(path, root))


def is_ours(path: Path) -> bool:
    """Whether the file is one that this version wrote, even if it was broken since."""
    try:
        found = _FORMAT_LINE.search(path.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return False
    return found is not None and int(found[1]) <= VERSION


def read(path: Path, root: Path) -> Lock:
    """The lock file at a path. Raises UsageError with every mistake, each with its line."""
    name = shown(path, root)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"{name}: the lock file cannot be read ({reason}); `modelgate lock` writes it") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}:{line}: not UTF-8, so this is no lock file; {MEND}") from error
    versions = [int(found[1]) for found in _FORMAT_LINE.finditer(text)]
    if versions and max(versions) > VERSION:
        raise UsageError(f"{name}:1: a newer modelgate wrote this lock file; update pytest-modelgate to read it")
    mark = _MARKS.search(text)
    if mark is not None:
        line = text.count("\n", 0, mark.start()) + 1
        raise UsageError(
            f"{name}:{line}: a merge left its marks here ({mark[0].strip()[:40]!r}); `modelgate lock` writes the file"
            " anew from the code"
        )
    try:
        content = tomllib.loads(text)
        lines = key_lines(text)
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at is not None and at[1] else text.count("\n") + 1
        raise UsageError(f"{name}:{line}: not valid TOML: {_AT_LINE.sub('', str(error))}; {MEND}") from error
    except RecursionError as error:
        raise UsageError(f"{name}:1: too deeply nested, so this is no lock file; {MEND}") from error
    if content.get("format") != _FORMAT:
        raise UsageError(f"{name}:1: this is no lock file that `modelgate lock` wrote; name another file")
    rows = content.get("models", [])
    roles = content.get("roles")
    mistakes = []
    if not isinstance(roles, list) or not all(role in tuple(Role) for role in roles):
        known = ", ".join(Role)
        mistakes.append(f"{name}:{lines.get(('roles',), 1)}: `roles` must be a list of {known}; {MEND}")
    if not isinstance(rows, list):
        mistakes.append(f"{name}:{lines.get(('models',), 1)}: `models` must be tables, each under [[models]]; {MEND}")
        rows = []
    models: list[Locked] = []
    for number, row in enumerate(rows):
        wrong = _wrong(row)
        if wrong is not None:
            mistakes.append(f"{name}:{lines.get(('models', number), 1)}: {wrong}; {MEND}")
        else:
            models.append(_locked(row))
    known_keys = [model.key for model in models]
    twice = (
        sorted({key for key in known_keys if known_keys.count(key) > 1}) if len(set(known_keys)) < len(models) else []
    )
    mistakes += [f"{name}:1: {id_!r} is there twice for {surface or 'no surface'}; {MEND}" for surface, id_ in twice]
    unknown = sorted(content.keys() - {"format", "roles", "models"})
    mistakes += [f"{name}:{lines.get((key,), 1)}: unknown key {key!r}; {MEND}" for key in unknown]
    if mistakes:
        raise UsageError(mistakes)
    return Lock(name=name, roles=tuple(Role(role) for role in roles or ()), models=tuple(models))


def _wrong(row: object) -> str | None:
    """What is wrong with a table of a model."""
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        return "a model has an `id`, which is a text"
    for key, value in row.items():
        if key in _TEXTS:
            right = isinstance(value, str)
        elif key in _DAYS:
            right = isinstance(value, date) and not isinstance(value, datetime)
        elif key in tuple(Role):
            right = isinstance(value, list) and all(isinstance(path, str) for path in value)
        else:
            right = key == "state" and isinstance(value, str) and value in _STATES
        if not right:
            return f"{key!r} of {row['id']!r} is not what a lock file holds"
    return None


def _locked(row: Mapping[str, Any]) -> Locked:
    given = {name: row[key] for name in _fact_names() if (key := name.replace("_", "-")) in row and name != "state"}
    return Locked(
        id=row["id"],
        surface=row.get("surface"),
        facts=Facts(state=_STATES[row.get("state", "unknown")], **given),
        uses={role: tuple(row[role]) for role in Role if role in row},
    )


def _fact_names() -> tuple[str, ...]:
    return tuple(each.name for each in fields(Facts))


def rendered(roles: Sequence[Role], models: Sequence[Locked]) -> str:
    """The content of a lock file: sorted, one fact and one path a line, with nothing that hangs on the day."""
    blocks = [f"{_HEAD}roles = [{', '.join(_quoted(role) for role in Role if role in roles)}]\n"]
    for model in sorted(models, key=lambda model: model.key):
        lines = ["[[models]]", f"id = {_quoted(model.id)}"]
        lines += [] if model.surface is None else [f"surface = {_quoted(model.surface)}"]
        for name in _fact_names():
            value = getattr(model.facts, name)
            if value is not None:
                written = value.isoformat() if isinstance(value, date) else _quoted(value)
                lines.append(f"{name.replace('_', '-')} = {written}")
        for role in Role:
            if role in model.uses:
                lines += [f"{role} = [", *(f"  {_quoted(path)}," for path in sorted(model.uses[role])), "]"]
        blocks.append("".join(f"{line}\n" for line in lines))
    return "\n".join(blocks)


def differences(before: Lock, after: Lock) -> Iterator[str]:
    """What is not as it was, a line each: `+` for models that are new, `-` for those that are gone, `~` for others."""
    if before.roles and before.roles != after.roles:
        yield f"~ roles: {', '.join(after.roles)}; they were {', '.join(before.roles)}"
    old, new = before.by_key(), after.by_key()
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        name = key[1] + (f" ({key[0]})" if key[0] else "")
        if was is None and now is not None:
            yield f"+ {name}: new, {_used(now)}"
        elif now is None and was is not None:
            yield f"- {name}: no longer used; it was {_used(was)}"
        elif was is not None and now is not None:
            yield from (f"~ {name}: {told}" for told in _told(was, now))


def _told(was: Locked, now: Locked) -> Iterator[str]:
    """All that is different about a model."""
    found = list(changes(was.facts, now.facts))
    yield from (f"{change.now}; it {change.was}" for change in found)
    if not found:
        for name in _fact_names():
            one, other = getattr(was.facts, name), getattr(now.facts, name)
            if one != other:
                yield f"{name.replace('_', '-')}: {_said(other)}; it was {_said(one)}"
    for role in Role:
        one, other = set(was.uses.get(role, ())), set(now.uses.get(role, ()))
        if other - one:
            yield f"also {role} in {', '.join(sorted(other - one))}"
        if one - other:
            yield f"no longer {role} in {', '.join(sorted(one - other))}"


def _said(value: object) -> str:
    return "not known" if value is None else str(value)


def _used(model: Locked) -> str:
    return "; ".join(f"{role} in {', '.join(paths)}" for role, paths in model.uses.items()) or "used nowhere"


def _quoted(text: str) -> str:
    """A text as TOML writes it, in characters that show what they are."""
    return '"' + "".join(_character(character) for character in text) + '"'


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    # A lone surrogate is no character that TOML has.
    number = ord(character) if not "\ud800" <= character <= "\udfff" else 0xFFFD
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"
