"""Finds the bundled deprecations table, and spares reading its YAML where a compiled form of the same text exists."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pytest_modelgate.errors import TableError

if TYPE_CHECKING:
    from pytest_modelgate.content import Content

_HERE = Path(__file__).resolve().parent

TABLE = "deprecations.yaml"
COMPILED = "deprecations.json"
FORMAT = 1
"""Goes up when the content of the same text changes its form, or when what was valid no longer is."""


def bundled() -> Content:
    """The content of the table that came with this package. Raises TableError."""
    # A wheel carries the table in the package. A checkout has it beside the package; an editable install, too, and
    # only through the package is that checkout found: site-packages may hold a copy of another day.
    text = _packed(TABLE)
    if text is not None:
        return read(text, str(_HERE / TABLE), _packed(COMPILED))
    table = _HERE.parent / TABLE
    try:
        text = table.read_bytes()
    except OSError as error:
        reason = f"the table cannot be read ({error.strerror}); install the package again"
        raise TableError(f"{table}:1: {reason}") from error
    return read(text, str(table), None)


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
    """Writes the compiled form for the next run, whole or not at all, for this user only."""
    import tempfile

    # What cannot be kept is worked out again by the next run, some milliseconds slower; nobody needs to act on it.
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(compiled)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink()
            raise
