"""Reads the project's configuration into one frozen `Settings`, reporting every mistake with file and line."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pytest_modelgate.errors import UsageError
from pytest_modelgate.lifecycle import DEFAULT_HORIZON
from pytest_modelgate.options import (
    Value,
    codes,
    day,
    days,
    member,
    members,
    pattern,
    patterns,
    quoted,
    text,
    texts,
    truth,
    unknown,
)
from pytest_modelgate.orders import Correction, Ignore, Policy
from pytest_modelgate.positions import key_lines
from pytest_modelgate.terms import Hearsay, LiveMode, Role, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pytest_modelgate.positions import Place

    T = TypeVar("T")

__all__ = ["VARIABLE", "Correction", "Ignore", "Settings", "load"]

VARIABLE = "MODELGATE_CONFIG"
"""The environment variable that names a configuration file; `--config` beats it."""

_OWN_FILES = ("modelgate.toml", ".modelgate.toml")
_SHARED_FILE = "pyproject.toml"
_TABLE: Place = ("tool", "modelgate")
_AT_LINE = re.compile(r" *\(at line (\d+), column \d+\)| *\(at end of document\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is told to do."""

    root: Path
    """What paths are relative to: the directory of the configuration file that was found, else the one given."""
    paths: tuple[str, ...] = (".",)
    exclude: tuple[str, ...] = ()
    """In gitignore syntax."""
    horizon: int = DEFAULT_HORIZON
    grace: int = 0
    """Days since an end was announced in which it fails nothing that stayed as it was. None are given unless asked
    for: a run over all of the code cannot tell what was written today from what was there before.
    """
    fail_on: Severity = Severity.ERROR
    gate_roles: frozenset[Role] = frozenset({Role.RUNTIME})
    select: tuple[str, ...] = ()
    """The codes of the rules that run, sorted."""
    ignores: tuple[Ignore, ...] = ()
    roles: tuple[Correction, ...] = ()
    """The first that applies to a reference gives its role."""
    extra_tables: tuple[str, ...] = ()
    """The team's own tables, relative to the root."""
    max_table_age: int | None = None
    """Days since a part of the table was read, after which it gives no verdict any more."""
    third_party_dates: Hearsay = Hearsay.WARN
    allow: tuple[str, ...] = ()
    """As `Policy` has it, like the three that follow."""
    deny: tuple[str, ...] = ()
    require_pinned: bool = False
    no_preview: bool = False
    baseline: str | None = None
    """The file with findings that fail nothing, relative to the root; None for the usual one, where that is there."""
    lock: str | None = None
    """The file with the models that the code asks for, relative to the root; None for the usual one, as above."""
    locked: bool = True
    """Whether that file counts."""
    live: LiveMode = LiveMode.OFF
    """Only the operator switches it on: a file may come with a stranger's change."""
    narrowed: bool = False
    """Whether the command line leaves out files that other runs read."""

    @property
    def policy(self) -> Policy:
        """Which models the code may ask for."""
        return Policy(allow=self.allow, deny=self.deny, require_pinned=self.require_pinned, no_preview=self.no_preview)


def load(
    start: Path,
    rules: Sequence[tuple[str, str]],
    *,
    file: Path | None = None,
    overrides: Mapping[str, object] | None = None,
) -> Settings:
    """The settings for a run in the directory `start`.

    `file` is read if it is given, else the one that MODELGATE_CONFIG names, else the nearest of `modelgate.toml`,
    `.modelgate.toml` and `pyproject.toml` with `[tool.modelgate]`, from `start` upward to the root of the checkout.
    Paths are relative to a file that was found, and to `start` with one that was named. `overrides` has keys and
    values as a file has, and wins. Raises UsageError with every mistake of both.
    """
    start = start.absolute()
    document = _named(start, file) or _nearest(start)
    mistakes: list[str] = []
    given: dict[str, Any] = {}
    if document is not None:
        found: list[tuple[Place, str]] = []
        given = _meanings(Value(document.table, (), found), rules, document.where)
        if given.get("live", LiveMode.OFF) not in (LiveMode.OFF, None):
            place: Place = ("live",)
            found.append((place, "live can only be switched off in a file; write --live where the command is called"))
        mistakes += [f"{document.where(place)}: {message}" for place, message in found]
    from_flags: list[tuple[Place, str]] = []
    flags = {key: value for key, value in (overrides or {}).items() if value is not None}
    given |= _meanings(Value(flags, (), from_flags), rules, _flag)
    mistakes += [f"{_flag(place)}: {message}" for place, message in from_flags]
    chosen = given.pop("select", frozenset(code for code, _ in rules)) - given.pop("ignore", frozenset())
    if not mistakes and not chosen:
        mistakes.append(f"{document.name if document else 'command line'}: select and ignore leave no rule to run")
    if mistakes:
        raise UsageError(mistakes)
    root = document.root if document else start
    return Settings(root=root, select=tuple(sorted(chosen)), narrowed="exclude" in flags, **given)


@dataclass(frozen=True, slots=True)
class _Document:
    """A configuration file that was read."""

    name: str
    """As messages show it."""
    root: Path
    table: dict[str, Any]
    prefix: Place
    lines: Mapping[Place, int]

    def where(self, place: Place) -> str:
        """File and line of a value, or of the nearest thing around it whose line is known."""
        whole = (*self.prefix, *place)
        known = (whole[:length] for length in range(len(whole), 0, -1))
        line = next((self.lines[part] for part in known if part in self.lines), None)
        return self.name if line is None else f"{self.name}:{line}"


def _flag(place: Place) -> str:
    return f"--{place[0]}" if place else "command line"


def _named(start: Path, file: Path | None) -> _Document | None:
    """The file that the user points at, if any."""
    variable = os.environ.get(VARIABLE)
    if file is None and not variable:
        return None
    path = (file or Path(str(variable))).absolute()
    origin = "--config" if file else VARIABLE
    name = path.relative_to(start).as_posix() if path.is_relative_to(start) else path.as_posix()
    if not path.is_file():
        reason = "is not a file" if path.exists() else "does not exist"
        raise UsageError(f"{origin}: the configuration file {name!r} {reason}; name one that does, or leave it out")
    document = _read(path, name, start)
    if document is None:
        raise UsageError(f"{name}: there is no table [tool.modelgate]; add it, or name another file")
    return document


def _nearest(start: Path) -> _Document | None:
    """The first file that configures us, upward to the root of the checkout: what lies above is another project's."""
    for folder in (start, *start.parents):
        for name in (*_OWN_FILES, _SHARED_FILE):
            path = folder / name
            document = _read(path, name, folder) if path.is_file() else None
            if document is not None:
                return document
        if os.path.lexists(folder / ".git"):
            return None
    return None


def _read(path: Path, name: str, root: Path) -> _Document | None:
    """The file's table and lines, or None for a shared file that says nothing of us."""
    shared = path.name == _SHARED_FILE
    try:
        content = path.read_text(encoding="utf-8-sig")
        if shared and "modelgate" not in content:
            return None
        table = tomllib.loads(content)
        lines = key_lines(content)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read ({(error.strerror or 'unknown error').lower()})") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}:{line}: not UTF-8, as TOML must be") from error
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at is not None and at[1] else content.count("\n") + 1
        raise UsageError(f"{name}:{line}: not valid TOML: {_AT_LINE.sub('', str(error))}") from error
    except RecursionError as error:
        raise UsageError(f"{name}: too deeply nested to be read") from error
    if not shared:
        return _Document(name, root, table, (), lines)
    tool = table.get("tool")
    own = tool.get("modelgate") if isinstance(tool, dict) else None
    if own is None:
        return None
    if not isinstance(own, dict):
        raise UsageError(f"{name}:{lines.get(_TABLE, 1)}: tool.modelgate must be a table, not {quoted(own)}")
    return _Document(name, root, own, _TABLE, lines)


def _meanings(given: Value, rules: Sequence[tuple[str, str]], where: Callable[[Place], str]) -> dict[str, Any]:
    """What each key of a document means, under the names of `Settings`."""
    readers: dict[str, Callable[[Value], Any]] = {
        "paths": texts,
        "exclude": patterns,
        "horizon": days,
        "grace": days,
        "fail-on": lambda value: member(value, Severity, "severity"),
        "gate-roles": lambda value: members(value, Role, "role"),
        "select": lambda value: codes(value, rules),
        "ignore": lambda value: codes(value, rules),
        "ignores": lambda value: _orders(value, lambda table: _ignore(table, rules, where)),
        "roles": lambda value: _orders(value, lambda table: _correction(table, where)),
        "extra-tables": texts,
        "baseline": text,
        "lock": text,
        "max-table-age": days,
        "live": lambda value: member(value, LiveMode, "way to ask providers"),
        "allow": texts,
        "deny": texts,
        "require-pinned": truth,
        "no-preview": truth,
        "third-party-dates": lambda value: member(value, Hearsay, "answer to dates of third parties"),
    }
    table = dict(given.value) if isinstance(given.value, dict) else {}
    if "changed" in table:
        told = "changed counts on the command line alone, for a file may come with the change; write --changed there"
        given.inside("changed", table.pop("changed")).wrong(told)
    read = _read_keys(Value(table, given.place, given.mistakes), readers)
    return {key.replace("-", "_"): meaning for key, meaning in read.items()}


def _orders(given: Value, read: Callable[[Value], T | None]) -> tuple[T, ...]:
    """What each of the tables under a key orders."""
    if not isinstance(given.value, list) or not all(isinstance(table, dict) for table in given.value):
        header = f"[[tool.modelgate.{given.key}]]"
        given.wrong(f"{given.key} must be tables, each under a header of its own such as {header}")
        return ()
    found = (read(given.inside(number, table)) for number, table in enumerate(given.value))
    return tuple(order for order in found if order is not None)


def _ignore(given: Value, rules: Sequence[tuple[str, str]], where: Callable[[Place], str]) -> Ignore | None:
    readers: dict[str, Callable[[Value], Any]] = {
        "path": pattern,
        "id": text,
        "rules": lambda value: tuple(sorted(codes(value, rules))),
        "reason": text,
        "until": day,
    }
    before = len(given.mistakes)
    meanings: dict[str, Any] = {"path": None, "id": None, "rules": (), "until": None} | _read_keys(given, readers)
    if "reason" not in meanings:
        given.wrong("the ignore has no reason; say why it is there, for whoever reads it next")
    if not _names(given, "path", "id"):
        given.wrong("the ignore names neither a path nor an id; to switch a rule off everywhere, use `ignore`")
    return Ignore(**meanings, place=where(given.place)) if len(given.mistakes) == before else None


def _correction(given: Value, where: Callable[[Place], str]) -> Correction | None:
    readers: dict[str, Callable[[Value], Any]] = {
        "role": lambda value: member(value, Role, "role"),
        "path": pattern,
        "symbol": text,
        "id": text,
        "reason": text,
    }
    before = len(given.mistakes)
    meanings = _read_keys(given, readers)
    if "role" not in meanings:
        given.wrong(f"the table says no role; write `role = ` and one of {', '.join(map(repr, map(str, Role)))}")
    if not _names(given, "path", "symbol"):
        given.wrong("the table names neither a path nor a symbol; without one, nobody knows what has the role")
    return Correction(**meanings, place=where(given.place)) if len(given.mistakes) == before else None


def _read_keys(given: Value, readers: Mapping[str, Callable[[Value], Any]]) -> dict[str, Any]:
    """What each key of a table means; those that nobody knows are mistakes."""
    meanings = {}
    table = given.value if isinstance(given.value, dict) else {}
    for key, value in table.items():
        if key in readers:
            meanings[key] = readers[key](given.inside(key, value))
        else:
            unknown(given.inside(key, value), readers)
    return meanings


def _names(given: Value, *keys: str) -> bool:
    return isinstance(given.value, dict) and not given.value.keys().isdisjoint(keys)
