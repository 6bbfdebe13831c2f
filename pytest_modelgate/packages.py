"""Gets published packages and reads files out of them; nothing of a package is ever installed, imported or run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_modelgate.claims import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS = 300
_WHEEL = 256 * 2**20
_DIRECTORY = 8 * 2**20
"""Bytes of an archive's list of its files, which zipfile keeps in memory as a whole."""
_MEMBER = 32 * 2**20
"""Bytes of one file, unpacked: several times what the largest catalogue takes."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What zipfile raises for what is no archive, is cut off, encrypted, or packed in a way that it does not know."""


def download(package: str, folder: Path, index_url: str | None = None) -> Path:
    """The newest wheel of a package, put into a folder.

    pip's own configuration and environment decide where it comes from, unless `index_url` does. Raises
    UnreadableError when pip is not there, has no wheel of the package or takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="modelgate-") as empty:
        # -P: the directory of the call may hold other people's code, and among it something called pip.
        command = [sys.executable, "-P", "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
        command += ["--no-input", "--quiet", "--disable-pip-version-check", "--dest", empty]
        command += ["--index-url", index_url] if index_url else []
        try:
            done = subprocess.run(
                [*command, package],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnreadableError(f"pip did not get {package} within {_SECONDS} seconds; try again later") from None
        wheels = sorted(Path(empty).glob("*.whl"))
        if done.returncode != 0 or not wheels:
            raise UnreadableError(_reason(package, done.stderr))
        return Path(shutil.move(wheels[0], folder / wheels[0].name))


def version(wheel: Path) -> str:
    """The version that a wheel's name carries; `unknown` for a name of another form."""
    found = re.fullmatch(r"[^-]+-([^-]+)-.+\.whl", wheel.name)
    return found[1] if found else "unknown"


def read(wheel: Path, members: Sequence[str]) -> dict[str, bytes]:
    """The content of files in a wheel, which is not unpacked.

    Raises UnreadableError when the wheel is no such archive or larger than a catalogue could be, or lacks one of them.
    """
    try:
        if wheel.stat().st_size > _WHEEL:
            raise UnreadableError(f"{wheel.name} is larger than {_WHEEL // 2**20} MiB")
        if _directory(wheel) > _DIRECTORY:
            raise UnreadableError(f"{wheel.name} holds more files than any catalogue")
        with zipfile.ZipFile(wheel) as archive:
            return {member: _member(archive, member) for member in members}
    except _DAMAGE as error:
        raise UnreadableError(f"{wheel.name} is no wheel that can be read") from error


def _directory(wheel: Path) -> int:
    """The size of an archive's list of files. Raises BadZipFile for an archive that does not end as wheels end."""
    with wheel.open("rb") as file:
        file.seek(max(0, wheel.stat().st_size - 42))
        locator, end = (tail := file.read())[:-22], tail[-22:]
    # Neither a comment nor the form for huge archives: both would let zipfile read another size than this one.
    if not end.startswith(b"PK\5\6") or locator.startswith(b"PK\6\7"):
        raise zipfile.BadZipFile
    return int.from_bytes(end[12:16], "little")


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        entry = archive.getinfo(name)
    except KeyError:
        raise UnreadableError(f"it has no file {name} any more; its models may have moved to another file") from None
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile
    with archive.open(entry) as file:
        # The size that an archive states may be a lie, and a kilobyte can unpack to a gigabyte.
        content = file.read(_MEMBER + 1)
    if len(content) > _MEMBER:
        raise UnreadableError(f"its file {name} is larger than {_MEMBER // 2**20} MiB")
    return content


def _reason(package: str, said: str) -> str:
    if "No module named pip" in said:
        return f"pip is not installed for {sys.executable}, and it gets the packages; install pip there and run again"
    errors = [line.strip() for line in said.splitlines() if line.startswith("ERROR:")]
    told = errors[-1].removeprefix("ERROR:").strip() if errors else "it gave no reason"
    return f"pip got no wheel of {package}: {told[:300]}"
