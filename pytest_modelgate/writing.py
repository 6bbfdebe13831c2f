"""Replaces a file in one step: whoever reads it finds the old content or the new, never half."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pytest_modelgate.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def writable(path: Path) -> None:
    """Returns when the path can become a file. Raises UsageError when its directory does not exist or it is one."""
    if path.is_dir():
        raise UsageError(f"{str(path)!r} is a directory; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"{str(path)!r}: there is no directory {str(path.parent)!r}; create it first")


def write(path: Path, content: bytes) -> None:
    """Puts the content in place of the file's. Raises UsageError when the system refuses."""
    writable(path)
    # A link stays a link, and a device or pipe such as /dev/stdout is written to, not replaced.
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"{str(path)!r} cannot be written: {reason}") from error


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            _take_after(path, draft)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _take_after(path: Path, draft: Path) -> None:
    """Gives the draft the owner and the permissions of the file."""
    status = path.stat()
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (draft.stat().st_uid, draft.stat().st_gid):
        # Only root gives files away; whoever else may write here owns what they write.
        with suppress(PermissionError):
            os.chown(draft, status.st_uid, status.st_gid)
    draft.chmod(status.st_mode & 0o7777)
