"""Keeps lists for an hour in the user's cache directory: ids and lifecycles, no keys, and nothing a stranger wrote."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import stat
import sys
import time
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pytest_modelgate import __version__
from pytest_modelgate.compiled import place
from pytest_modelgate.live_values import Listed, Listing, Outcome
from pytest_modelgate.terms import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_modelgate.live_values import Lister, Request, Secret

LIFE = 3600.0
LONGEST = 24 * 3600.0
_KEY = "digest.key"
_SIZE = 32
_LARGEST = 16 * 2**20


def cache_beside(root: Path) -> Cache | None:
    """The cache of this user; None when the user has no home, or it lies in the project that is looked at."""
    import platformdirs

    folder = platformdirs.user_cache_path("modelgate") / "lists"
    if not folder.is_absolute():
        return None
    # What a pull request can write, or a shared cache of the job restores, is no memory of ours.
    inside = folder.resolve().is_relative_to(root.resolve())
    return None if inside else Cache(folder)


@dataclass(frozen=True, slots=True)
class Cache:
    """Lists in files that nobody but this user can read or write."""

    folder: Path
    life: float = LIFE
    """Seconds; a day at most."""
    now: Callable[[], float] = time.time

    def find(self, lister: Lister, request: Request, secret: Secret | None) -> Listing | None:
        """The list that was kept for this request with this key; None when it is old, damaged or somebody else's."""
        key = self._key()
        if key is None:
            return None
        name = _name(key, lister, request, secret)
        raw = _read(self.folder / name)
        seal, _, body = (raw or b"").partition(b"\n")
        if not hmac.compare_digest(seal, _seal(key, name, body)):
            return None
        kept = json.loads(body)
        if not 0 <= self.now() - kept["asked"] < min(self.life, LONGEST):
            return None
        return Listing(
            surface=lister.surface,
            origin=kept["origin"],
            outcome=Outcome.OK,
            rows=tuple(map(_listed, kept["rows"])),
            complete=True,
            cached=True,
        )

    def keep(self, lister: Lister, request: Request, secret: Secret | None, listing: Listing) -> None:
        """Keeps a complete list for later runs, and removes what has become old."""
        # What cannot be kept is asked for again by the next run; nobody needs to act on it.
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = self._key(make=True)
            if key is None:
                return
            self._forget()
            name = _name(key, lister, request, secret)
            kept = {"asked": self.now(), "origin": listing.origin, "rows": [_plain(row) for row in listing.rows]}
            body = json.dumps(kept, separators=(",", ":")).encode()
            place(self.folder / name, _seal(key, name, body) + b"\n" + body)

    def _key(self, *, make: bool = False) -> bytes | None:
        """What digests are keyed with, so that a stolen file tells nothing of a key; None when it is not ours alone."""
        if not _private(self.folder, stat.S_ISDIR):
            return None
        path = self.folder / _KEY
        if make:
            with contextlib.suppress(FileExistsError):
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(os.urandom(_SIZE))
        key = _read(path)
        return key if key is not None and len(key) == _SIZE else None

    def _forget(self) -> None:
        for path in self.folder.glob("*.json"):
            if self.now() - path.stat().st_mtime > LONGEST:
                path.unlink(missing_ok=True)


def _name(key: bytes, lister: Lister, request: Request, secret: Secret | None) -> str:
    credential = b"" if secret is None else hmac.digest(key, secret.reveal().encode(), "sha256")
    asked = [__version__, lister.name, request.url, sorted(request.headers.items()), credential.hex()]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest() + ".json"


def _seal(key: bytes, name: str, body: bytes) -> bytes:
    return hmac.digest(key, name.encode() + b"\n" + body, "sha256").hex().encode()


def _read(path: Path) -> bytes | None:
    with contextlib.suppress(OSError):
        if _private(path, stat.S_ISREG) and path.stat().st_size <= _LARGEST:
            return path.read_bytes()
    return None


def _private(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether nobody but this user can read or write it."""
    try:
        status = path.lstat()
    except OSError:
        return False
    # Windows keeps the cache inside the user's profile, and knows no such owner or bits.
    private = sys.platform == "win32" or (status.st_uid == os.getuid() and not status.st_mode & 0o077)
    return private and kind(status.st_mode)


def _plain(row: Listed) -> dict[str, object]:
    """The fields of a row that say anything, as JSON has them."""
    fields = {name: getattr(row, name) for name in Listed.__slots__}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in fields.items()
        if value not in (None, ()) and (name, value) != ("callable", True)
    }


def _listed(fields: dict[str, Any]) -> Listed:
    for name in ("announced", "ends", "earliest"):
        if name in fields:
            fields[name] = date.fromisoformat(fields[name])
    for name in ("aliases", "stands_for", "actions"):
        if name in fields:
            fields[name] = tuple(fields[name])
    if "state" in fields:
        fields["state"] = State(fields["state"])
    return Listed(**fields)
