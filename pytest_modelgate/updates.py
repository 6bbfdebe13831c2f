"""Keeps a newer deprecations table for the user: fetched, compared with its digest, validated and never older."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from pytest_modelgate import compiled, table
from pytest_modelgate.errors import UsageError
from pytest_modelgate.web import get, shown

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://github.com/pytest-modelgate/pytest-modelgate/releases/download/table/deprecations.yaml"
_LARGEST = 16 * 2**20
_SECONDS = 60.0
_DIGEST = re.compile(rb"\s*(?P<digest>[0-9a-fA-F]{64})(?:\s.*)?", re.DOTALL)


def update(url: str = URL, sha256: str | None = None) -> str:
    """Fetches the table at an https address and keeps it for later runs; the answer says what was done.

    Its SHA-256 is `sha256`, or else what the address with `.sha256` after it says. Raises UsageError when it cannot be
    fetched or kept, is of another digest, or is older than the table in use; and TableError when it is wrong.
    """
    path = _path()
    current, origin = compiled.newest()
    digest = (sha256 or _digest(url)).lower()
    if digest == hashlib.sha256(origin.path.read_bytes()).hexdigest():
        # What is there and cannot be used would be told of in every run.
        removed = origin.trouble is not None and _removed(path)
        return f"Already in use: the {origin.name} table {str(origin.path)!r} is the one at {shown(url)}." + (
            f" The table {str(path)!r}, which could not be used, is removed." if removed else ""
        )
    text = _fetched(url, _LARGEST)
    found = hashlib.sha256(text).hexdigest()
    if found != digest:
        said = "--sha256" if sha256 else shown(f"{url}.sha256")
        raise UsageError(f"{shown(url)} has the SHA-256 {found}, and {said} says {digest}; nothing is kept, try again")
    content = table.parse(text, shown(url).strip("'"))
    older = compiled.behind(content, current)
    if older:
        raise UsageError(
            f"the table at {shown(url)} is older than the one in use ({origin.name}, {str(origin.path)!r}): {reason};"
            " nothing is kept"
            for reason in older
        )
    try:
        # First the compiled form: alone, or beside another text, it is nothing.
        compiled.place(path.with_name(compiled.COMPILED), compiled.pack(content, digest))
        compiled.place(path, text)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"the table cannot be kept in {str(path.parent)!r}: {reason}") from error
    rows = sum(len(part["models"]) for part in content.values())
    days = sorted(part["as_of"] for part in content.values())
    read = days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
    return (
        f"The table of {read} with {rows} rows is used from now on: {str(path)!r}."
        " `modelgate table update --remove` goes back to the bundled one."
    )


def remove() -> str:
    """Removes the fetched table, so that the bundled one is used; the answer says what was done.

    Raises UsageError when the system refuses.
    """
    path = _path()
    if _removed(path):
        return f"Removed: {str(path)!r}. The bundled table is used from now on."
    return "There is no fetched table; the bundled one is in use."


def _path() -> Path:
    path = compiled.fetched_path()
    if path is None:
        raise UsageError("this user has no home directory in which a table could be kept; set HOME")
    return path


def _removed(path: Path) -> bool:
    there = path.is_symlink() or path.exists()
    try:
        path.with_name(compiled.COMPILED).unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"{str(path)!r} cannot be removed: {reason}") from error
    return there


def _digest(url: str) -> str:
    path, mark, query = url.partition("?")
    address = f"{path}.sha256{mark}{query}"
    said = _DIGEST.fullmatch(_fetched(address, 1024))
    if said is None:
        raise UsageError(
            f"{shown(address)} does not begin with a SHA-256, 64 hexadecimal digits; give it with --sha256"
        )
    return said["digest"].decode()


def _fetched(url: str, limit: int) -> bytes:
    answer = get(url, limit=limit, timeout=_SECONDS)
    if answer.status != 200:
        raise UsageError(f"{shown(url)} answers with status {answer.status}; look at the address, or try again later")
    return answer.body
