"""Reads one file's bytes, whatever lies at its path, and decodes them once into a `SourceFile`."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from itertools import pairwise
from pathlib import Path

from pytest_modelgate.values import Notification, SourceFile

LIMIT = 1 << 20
"""Bytes above which a file is left out: no hand-written source is that long, and parsers need a bound."""

_NOTEBOOK_LIMIT = 8 << 20
"""The same for notebooks, which hold the pictures that their cells put out."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark is the beginning of the other's."""

_PYTHON = (".py", ".pyi", ".pyw")
_CODING = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Bytes that no text holds."""
_SEVERAL_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""Characters of UTF-8 beyond ASCII."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CODING_TEXT = re.compile(r"#.*?coding[:=]")
_BLANK = re.compile(rb"[ \t\f]*(?:#|$)")
_NEWLINE = re.compile(rb"\r\n|\n|\r")
_FILE_NEWLINE = re.compile(r"\r\n|\n|\r")

_TEST_FOLDERS = frozenset(
    {"test", "tests", "testing", "__tests__", "testdata", "test_data", "fixtures", "__fixtures__", "cassettes"}
    | {"__mocks__", "__snapshots__", "unittests", "e2e", "cypress", ".storybook", "integrationtest", "androidtest"}
)
_TEST_NAME = re.compile(
    r"conftest\.\w+|tests?\.\w+|test_.*|.*_(?:tests?|spec)\.\w+|.*\.(?:test|spec|cy|stories)\.\w+|\.env\.test.*",
    re.DOTALL,
)
_TEST_CLASS = re.compile(r"(?:.*[a-z0-9])?(?:Tests?|TestCase|IT)\.(?:java|kt|kts|cs|php|scala|groovy)", re.DOTALL)
"""Files named after a class of tests; the capital tells `ChatTest.java` from `Latest.java`."""
_TEST_PROJECT = re.compile(r".+\.(?i:unit|integration|functional)?(?i:tests?)|.+_(?:Unit|Integration|Functional)?Tests")
"""The folder of a C# project of tests: `Acme.Chat.Tests`, `Acme_Tests`."""
_TEST_SOURCES = re.compile(r"[a-z]\w*Tests?|testFixtures")
"""What Gradle has below `src` for tests: `commonTest`, `jvmTest`."""
_SPECS = (".rb", ".js", ".jsx", ".ts", ".tsx", ".php")
"""Languages whose tests lie in `spec`; elsewhere a specification does."""
_WORKFLOWS = (".github", ".gitlab", ".circleci")
"""Folders whose files a machine runs, whatever they are called."""


def shown(path: Path, base: Path) -> str:
    """The path as reports print it: relative to `base` where it lies below, undecodable bytes in hexadecimal."""
    return _printable(_below(path, base) or path)


def on_one_line(name: str) -> str:
    """The name with what would leave the line, or not show on it, in hexadecimal."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in name)


def is_test(path: Path, base: Path) -> bool:
    """Whether the path below `base` says so; above it, and outside of it, folders say nothing of this code."""
    *folders, name = (_below(path, base) or Path(path.name)).parts
    if any(folder.lower() in _TEST_FOLDERS or _TEST_PROJECT.fullmatch(folder) for folder in folders):
        return True
    if any(above == "src" and _TEST_SOURCES.fullmatch(folder) for above, folder in pairwise(folders)):
        return True
    if folders and folders[0] in _WORKFLOWS:
        return False
    if "spec" in folders and name.lower().endswith(_SPECS):
        return True
    return bool(_TEST_NAME.fullmatch(name.lower()) or _TEST_CLASS.fullmatch(name))


def limit_of(path: Path | str) -> int:
    """The bytes above which a file of that name is left out."""
    return _NOTEBOOK_LIMIT if str(path).lower().endswith(".ipynb") else LIMIT


def content_of(path: Path | str) -> bytes:
    """The bytes of a regular file, at most one more than its limit. Raises OSError for anything else."""
    # What was a file when it was listed may be a named pipe now; opening one without O_NONBLOCK would wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - a descriptor, not a path
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        parts = []
        wanted = limit_of(path) + 1
        while wanted and (part := file.read(wanted)):
            parts.append(part)
            wanted -= len(part)
    return b"".join(parts)


def read(path: Path, base: Path) -> tuple[SourceFile | None, Notification | None]:
    """The file, decoded as far as possible, and what was wrong with it.

    Without a notification, and with that of Latin-1, the text encoded with `encoding` behind the byte order mark is
    the file again, byte by byte. There is no file when its bytes cannot be had: then the notification blocks, unless
    the file is simply gone.
    """
    name = shown(path, base)
    try:
        content = content_of(path)
    except (FileNotFoundError, NotADirectoryError):
        return None, Notification(message=f"{name} was removed while the run was reading; nothing to judge", path=name)
    except OSError as error:
        return None, unreadable(name, error)
    if len(content) > limit_of(path):
        message = (
            f"{name} grew past {limit_of(path) >> 20} MiB while the run was reading it, so it was not judged; run again"
        )
        return None, Notification(message=message, path=name, blocking=True)
    return decoded(path, base, content)


def decoded(path: Path, base: Path, content: bytes) -> tuple[SourceFile, Notification | None]:
    """The same of a file that holds these bytes."""
    name = shown(path, base)
    text, encoding, bom, line, trouble = _decode(content, name.lower().endswith(_PYTHON))
    source = SourceFile(path=path, shown=name, text=text, encoding=encoding, bom=bom, test=is_test(path, base))
    if trouble is None:
        return source, None
    return source, Notification(message=f"{name}:{line}: {trouble}", path=name, line=line)


def unreadable(name: str, error: OSError) -> Notification:
    """What to say of a file or folder whose bytes cannot be had."""
    reason = (error.strerror or "unknown error").lower()
    message = f"{name} cannot be read ({reason}), so it was not judged; make it readable or exclude it"
    return Notification(message=message, path=name, blocking=True)


def mark_of(content: bytes) -> tuple[bytes, str] | None:
    """The byte order mark that the content begins with, and the encoding it stands for."""
    return next(((mark, encoding) for mark, encoding in _BOMS if content.startswith(mark)), None)


def _decode(content: bytes, python: bool) -> tuple[str, str, bool, int, str | None]:
    """Text, encoding, whether there was a mark, and the line and sentence of the first trouble."""
    mark, encoding = mark_of(content) or (b"", "utf-8")
    content = content[len(mark) :]
    declared, at = _declared(content) if python and encoding == "utf-8" else (None, 0)
    if declared is not None and not _is_utf8(declared):
        if mark:
            trouble = f"the coding line says {declared}, the byte order mark UTF-8; it was read as UTF-8"
            return content.decode("utf-8", "replace"), "utf-8", True, at, trouble
        decoded = _decode_as(content, declared)
        if decoded is None:
            trouble = f"the file cannot be read as its coding line says ({declared}); it was read as UTF-8"
            return content.decode("utf-8", "replace"), "utf-8", False, at, trouble
        return decoded, declared, False, *_nul(decoded, python)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if not mark and not python and _is_latin_1(content):
            line = 1 + len(_FILE_NEWLINE.findall(content[: error.start].decode("latin-1")))
            trouble = "the file is not UTF-8; it was read as Latin-1, so ids are found, and other letters may be wrong"
            return content.decode("latin-1"), "latin-1", False, line, trouble
        # One mark for each piece that cannot be decoded, so that columns still count what an editor shows.
        line = 1 + len(_FILE_NEWLINE.findall(content[: error.start].decode(encoding, "replace")))
        trouble = f"the file is not {encoding.upper()}; the bytes that could not be read were replaced"
        return content.decode(encoding, "replace"), encoding, bool(mark), line, trouble
    return text, encoding, bool(mark), *_nul(text, python)


def _is_latin_1(content: bytes) -> bool:
    """Whether bytes that are no UTF-8 are a text with one byte for each character, rather than a damaged one."""
    if _CONTROL.search(content):
        return False
    joined = sum(len(found) for found in _SEVERAL_BYTES.findall(content))
    return 2 * joined <= len(_BEYOND_ASCII.findall(content))


def _declared(content: bytes) -> tuple[str | None, int]:
    """The encoding that Python's coding line names, and the line it stands on."""
    for number, line in enumerate(_NEWLINE.split(content[:4096], maxsplit=2)[:2], 1):
        if found := _CODING.match(line):
            return found[1].decode("ascii", "replace"), number
        if not _BLANK.match(line):
            break
    return None, 0


def _is_utf8(name: str) -> bool:
    try:
        return codecs.lookup(name).name in ("utf-8", "utf-8-sig")
    except (LookupError, ValueError):
        return False


def _decode_as(content: bytes, encoding: str) -> str | None:
    """The text, or None where the encoding is unknown, fails, or would not give the same bytes back."""
    try:
        text = content.decode(encoding)
        faithful = text.encode(encoding) == content
    except (LookupError, ValueError):
        return None
    # An encoding in which the coding line itself reads differently (UTF-16 without a mark) would hide every id.
    return text if faithful and _CODING_TEXT.search(text[:4096]) else None


def _nul(text: str, python: bool) -> tuple[int, str | None]:
    at = text.find("\0")
    if at < 0:
        return 0, None
    why = "which Python refuses" if python else "which belongs in no text"
    return 1 + len(_FILE_NEWLINE.findall(text[:at])), f"the file holds a NUL character, {why}"


def _below(path: Path, base: Path) -> Path | None:
    if path.is_relative_to(base):
        return path.relative_to(base)
    real = Path(os.path.realpath(base))
    return path.relative_to(real) if path.is_relative_to(real) else None


def _printable(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
