"""Finds the deprecations table to use, and spares reading its YAML where a compiled form of the same text exists."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from pytest_modelgate.errors import TableError

if TYPE_CHECKING:
    from pytest_modelgate.content import Content

_HERE = Path(__file__).resolve().parent

TABLE = "deprecations.yaml"
COMPILED = "deprecations.json"
FORMAT = 3
"""Goes up when the content of the same text changes its form, or when what was valid no longer is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which table a run uses: the one that came with the package, or a newer one that the user has fetched."""

    name: Literal["bundled", "fetched"]
    path: Path
    fetched: date | None = None
    trouble: str | None = None
    """Why a fetched table that is there is not used, and what to do; an older one than the bundled is no trouble."""


def newest() -> tuple[Content, Origin]:
    """The table that the user has fetched if it can be trusted and is not older than the bundled one, else that one.

    Raises TableError when the bundled table is wrong.
    """
    content = bundled()
    packaged = Origin(name="bundled", path=_source())
    path = fetched_path()
    if path is None or not os.path.lexists(path):
        return content, packaged
    again = "`modelgate table update` fetches it again, `modelgate table update --remove` removes it"
    if not _ours(path):
        why = "somebody else may have written it, so the bundled table is used"
        return content, replace(packaged, trouble=f"fetched table {str(path)!r}: {why}; {again}")
    try:
        text, written = path.read_bytes(), path.stat().st_mtime
        beside = path.with_name(COMPILED)
        fetched = read(text, str(path), beside.read_bytes() if _ours(beside) else None)
    except (OSError, TableError) as error:
        why = error.mistakes[0] if isinstance(error, TableError) else (error.strerror or type(error).__name__).lower()
        return content, replace(
            packaged, trouble=f"fetched table {str(path)!r} cannot be used, so the bundled table is: {why}; {again}"
        )
    if behind(fetched, content):
        return content, packaged
    return fetched, Origin(name="fetched", path=path, fetched=datetime.fromtimestamp(written, UTC).date())


def fetched_path() -> Path | None:
    """Where a table that the user fetches is kept; None when the user has no home."""
    # The place that platformdirs names, whose import takes longer than everything that is done here.
    if sys.platform == "win32":
        folder = os.path.join(os.environ.get("LOCALAPPDATA", ""), "modelgate")  # noqa: PTH118
    else:
        usual = "~/Library/Application Support" if sys.platform == "darwin" else "~/.local/share"
        given = os.environ.get("XDG_DATA_HOME", "").strip()
        folder = given if os.path.isabs(given) else os.path.expanduser(usual)  # noqa: PTH111, PTH117
    path = Path(folder, "modelgate", TABLE)
    return path if path.is_absolute() else None


def behind(content: Content, other: Content) -> list[str]:
    """In what a table is older than another: a provider that it has no more, or one whose sources were read earlier."""
    reasons = []
    for surface, part in other.items():
        if surface not in content:
            reasons.append(f"it has no provider {surface!r}")
        elif content[surface]["as_of"] < part["as_of"]:
            reasons.append(f"{surface!r} is as of {content[surface]['as_of']}, not {part['as_of']}")
    return reasons


def bundled() -> Content:
    """The content of the table that came with this package. Raises TableError."""
    # A wheel carries the table in the package. A checkout has it beside the package; an editable install, too, and
    # only through the package is that checkout found: site-packages may hold a copy of another day.
    text = _packed(TABLE)
    if text is not None:
        return read(text, str(_HERE / TABLE), _packed(COMPILED))
    path = _source()
    try:
        text = path.read_bytes()
    except OSError as error:
        reason = f"the table cannot be read ({error.strerror}); install the package again"
        raise TableError(f"{path}:1: {reason}") from error
    return read(text, str(path), None)


def read(text: bytes, shown: str, beside: bytes | None) -> Content:
    """The content of a table's text: from the compiled form beside it, or in the user's cache, if that is of this text.

    Raises TableError, where `shown` is the table's file.
    """
    digest = hashlib.sha256(text).hexdigest()
    content = None if beside is None else unpack(beside, digest)
    if content is not None:
        return content
    kept = _cache(digest)
    if kept is not None and _ours(kept):
        with contextlib.suppress(OSError):
            content = unpack(kept.read_bytes(), digest)
    if content is not None:
        return content
    from pytest_modelgate import table

    content = table.parse(text, shown)
    if kept is not None:
        _keep(kept, pack(content, digest))
    return content


def pack(content: Content, digest: str) -> bytes:
    """The compiled form of a table whose text has this SHA-256."""
    return _sealed(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), digest)


def unpack(compiled: bytes, digest: str) -> Content | None:
    """The content of a compiled table; None when it is damaged, of another text or of another format."""
    body = compiled.partition(b',"content":')[2][:-1]
    # Only bytes that are as they were written are read at all: a flipped bit may still be JSON.
    return cast("Content", json.loads(body)) if _sealed(body, digest) == compiled else None


def place(path: Path, content: bytes) -> None:
    """Writes a file of this user's, whole or not at all, that nobody else can write. Raises OSError."""
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def _source() -> Path:
    """The bundled table's file, in the package or beside it."""
    packed = _HERE / TABLE
    return packed if packed.is_file() else _HERE.parent / TABLE


def _packed(name: str) -> bytes | None:
    """A file of the package; None when it has none of this name."""
    # Not importlib.resources, whose import alone takes longer than all that is done here.
    import pkgutil

    with contextlib.suppress(OSError):
        return pkgutil.get_data("pytest_modelgate", name)
    return None


def _sealed(body: bytes, digest: str) -> bytes:
    seal = hashlib.sha256(body).hexdigest()
    return f'{{"format":{FORMAT},"table":"{digest}","sha256":"{seal}","content":'.encode() + body + b"}"


def _cache(digest: str) -> Path | None:
    """Where this user's compiled form is kept; None when the user has no home."""
    import platformdirs

    path = platformdirs.user_cache_path("modelgate") / f"table-{FORMAT}-{digest}.json"
    return path if path.is_absolute() else None


def _ours(path: Path) -> bool:
    """Whether nobody but this user can have written a file."""
    try:
        status = path.lstat()
    except OSError:
        return False
    # Windows keeps the cache inside the user's profile, and knows no such owner or bits.
    private = sys.platform == "win32" or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
    return private and stat.S_ISREG(status.st_mode)


def _keep(path: Path, compiled: bytes) -> None:
    """Writes the compiled form for the next run."""
    # What cannot be kept is worked out again by the next run, some milliseconds slower; nobody needs to act on it.
    with contextlib.suppress(OSError):
        place(path, compiled)
