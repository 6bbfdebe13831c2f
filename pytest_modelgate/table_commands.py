"""The commands of `modelgate table`: each reads a table, does its one thing, and says what came of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_modelgate import compiled
from pytest_modelgate.clock import day_of_run
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats._escape import visible
from pytest_modelgate.terms import Verdict
from pytest_modelgate.writing import writable, write

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from pytest_modelgate.amend import Outcome
    from pytest_modelgate.content import Content

SHOWN = 5
"""Places that `format --check` names; who wants all of them lets the table be written."""
_DAYS = ("announced", "retires", "earliest", "read")
_TEXTS = (
    "kind",
    "modality",
    "model",
    "version",
    *_DAYS[:3],
    "stage",
    "condition",
    "alias_of",
    "after_retirement",
    "note",
)


def run(asked: argparse.Namespace, mistakes: list[str]) -> int:
    """Runs the command that was asked for; the exit code. Raises ModelgateError."""
    commands = {"format": _format, "add": _add, "import": _import, "verify": _verify, "update": _update}
    return commands[asked.table_command](asked, mistakes)


def _format(asked: argparse.Namespace, mistakes: list[str]) -> int:
    path = _table(asked.file, mistakes)
    if mistakes or path is None:
        raise UsageError(mistakes)

    from pytest_modelgate import canonical

    text = _read(path)
    formatted = canonical.formatted(text, str(path), _under(asked)).encode()
    if formatted == text:
        _print([f"{path} is canonical."])
        return Verdict.CLEAN
    if asked.check:
        _print(_differing(text.decode("utf-8-sig"), formatted.decode(), path))
        return Verdict.FINDINGS
    write(path, formatted)
    _print([f"{path} is canonical now."])
    return Verdict.CLEAN


def _differing(text: str, formatted: str, path: Path) -> Iterator[str]:
    """The first places in which a text is not canonical, and how many there are."""
    from difflib import SequenceMatcher

    before, after = text.splitlines(keepends=True), formatted.splitlines(keepends=True)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    places = [place for place in matcher.get_opcodes() if place[0] != "equal"]
    for _, begin, end, start, stop in places[:SHOWN]:
        yield f"{path}:{begin + 1}: not canonical"
        yield from (f"  - {line.rstrip()}" for line in before[begin:end][:SHOWN])
        yield from (f"  + {line.rstrip()}" for line in after[start:stop][:SHOWN])
    if not places:
        yield f"{path}:1: not canonical: it begins with a byte order mark"
    elif len(places) > SHOWN:
        yield f"{len(places) - SHOWN} more places are not canonical."
    yield f"`modelgate table format {path}` writes the canonical form."


def _add(asked: argparse.Namespace, mistakes: list[str]) -> int:
    path = _table(asked.table, mistakes)
    for name in _DAYS:
        mistakes += _wrong_day(getattr(asked, name), f"--{name}")
    new = {"title": asked.source_title, "url": asked.source_url, "read": asked.read, "third_party": asked.third_party}
    source = {key: value for key, value in new.items() if value}
    if not source and not asked.source:
        mistakes.append("a row needs a source: --source-title, --source-url and --read, or --source with a key")
    if source and not source.keys() >= {"title", "read"}:
        mistakes.append("a new source needs --source-title and --read; --source names one that the table has")
    if mistakes or path is None:
        raise UsageError(mistakes)
    row: dict[str, Any] = {key: getattr(asked, key) for key in _TEXTS}
    row |= {"endpoints": asked.endpoint, "successor": asked.successor, "unlisted": asked.unlisted}
    row |= {"floating": asked.floating, "third_party": asked.third_party_dates}
    # White space is in no key of a table.
    row["source"] = [*(asked.source or ()), *(["a new one"] if source else ())]
    part = {
        "sources": {"a new one": source} if source else {},
        "models": {asked.id: {key: value for key, value in row.items() if value not in (None, False)}},
    }
    text = _read(path)
    whole, outcomes = _amended(asked, text, path, {asked.surface: part}, known_only=True)
    (outcome,) = outcomes
    if outcome.verb == "left":
        raise UsageError(f"{path} has a row of {asked.id!r} on {asked.surface} already; --replace replaces it")
    _keep(path, text, whole)
    _print([f"{outcome.verb} in {path}:", f"  {outcome.row}"])
    return Verdict.CLEAN


def _import(asked: argparse.Namespace, mistakes: list[str]) -> int:
    path = _table(asked.table, mistakes)
    if mistakes or path is None:
        raise UsageError(mistakes)

    from pytest_modelgate import proposals

    rows = proposals.read(_read(Path(asked.file)), asked.file)
    text = _read(path)
    whole, outcomes = _amended(asked, text, path, rows)
    _keep(path, text, whole)
    told = {"left": "left (--replace replaces it)", "kept": "kept as it is"}
    _print(f"{outcome.surface} {outcome.id}: {told.get(outcome.verb, outcome.verb)}" for outcome in outcomes)
    counts = {verb: sum(outcome.verb == verb for outcome in outcomes) for verb in ("added", "replaced", "left", "kept")}
    _print([f"{path}: " + ", ".join(f"{count} {verb}" for verb, count in counts.items()) + "."])
    return Verdict.CLEAN


def _amended(
    asked: argparse.Namespace, text: bytes, path: Path, rows: dict[str, dict[str, Any]], *, known_only: bool = False
) -> tuple[str, list[Outcome]]:
    from pytest_modelgate import amend, table
    from pytest_modelgate.relations import hint

    under = _under(asked)
    if known_only:
        known = tuple(table.parse(text, str(path), under, ordered=False))
        strange = [surface for surface in rows if surface not in known]
        if strange:
            step = "`modelgate table import` adds a whole part"
            raise UsageError(
                f"{path} has no provider {surface!r}{hint(surface, known) or f'; {step}'}" for surface in strange
            )
    return amend.amended(text, str(path), rows, replace=asked.replace, move_as_of=asked.move_as_of, under=under)


def _verify(asked: argparse.Namespace, mistakes: list[str]) -> int:
    output = None if asked.output is None else Path(asked.output)
    today = None
    try:
        today = day_of_run(asked.as_of, "--as-of", os.environ)
    except UsageError as error:
        mistakes += error.mistakes
    try:
        if output is not None:
            writable(output)
    except UsageError as error:
        mistakes += error.mistakes
    if mistakes or today is None:
        raise UsageError(mistakes)

    from pytest_modelgate import table, verify

    here = asked.table or (compiled.TABLE if Path(compiled.TABLE).is_file() else None)
    content = compiled.newest()[0] if here is None else table.parse(_read(Path(here)), here)
    keep = None if asked.keep is None else Path(asked.keep)
    comparison = verify.run(content, today, only=asked.catalogue or (), index_url=asked.index_url, keep=keep)
    if asked.format == "json":
        from pytest_modelgate.formats.json import serialized

        text = serialized(verify.document(comparison), indent=2) + "\n"
    else:
        text = "".join(f"{visible(line)}\n" for line in verify.lines(comparison))
    if output is None:
        sys.stdout.write(text)
    else:
        write(output, text.encode("utf-8", "backslashreplace"))
    if any(reading.unread for reading in comparison.readings):
        return Verdict.NO_VERDICT
    return Verdict.CLEAN if comparison.agrees else Verdict.FINDINGS


def _update(asked: argparse.Namespace, mistakes: list[str]) -> int:
    import re

    if asked.remove and (asked.url or asked.sha256):
        mistakes.append("--remove fetches nothing; leave out --url and --sha256")
    if asked.sha256 is not None and not re.fullmatch(r"[0-9a-fA-F]{64}", asked.sha256):
        mistakes.append(f"--sha256: {asked.sha256!r} is no SHA-256: write its 64 hexadecimal digits")
    if mistakes:
        raise UsageError(mistakes)

    from pytest_modelgate import updates

    _print([updates.remove() if asked.remove else updates.update(asked.url or updates.URL, asked.sha256)])
    return Verdict.CLEAN


def _table(given: str | None, mistakes: list[str]) -> Path | None:
    """The table that a command works on; None, with its mistakes noted, when there is none to read or write."""
    path = Path(compiled.TABLE if given is None else given)
    if path.is_file():
        return path
    if given is None:
        mistakes.append(f"there is no {compiled.TABLE} in this directory; name the table, or go to where it is")
    else:
        mistakes.append(f"{given!r} is no file; name a table")
    return None


def _under(asked: argparse.Namespace) -> Content | None:
    """What a team's own table is laid over."""
    return compiled.newest()[0] if asked.extra else None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {(error.strerror or type(error).__name__).lower()}") from error


def _keep(path: Path, before: bytes, text: str) -> None:
    if text.encode() != before:
        write(path, text.encode())


def _wrong_day(given: str | None, name: str) -> tuple[str, ...]:
    try:
        if given is not None:
            day_of_run(given, name, {})
    except UsageError as error:
        return error.mistakes
    return ()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(visible(line))  # noqa: T201
