from __future__ import annotations

import codecs
import os
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.decode import LIMIT, content_of, read, shown
from pytest_modelgate.values import Notification, SourceFile

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, content: bytes, name: str = "app.py") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def decoded(folder: Path, content: bytes, name: str = "app.py") -> SourceFile:
    source, notification = read(written(folder, content, name), folder)
    assert notification is None
    assert source is not None
    return source


def troubled(folder: Path, content: bytes, name: str = "app.py") -> tuple[SourceFile, Notification]:
    source, notification = read(written(folder, content, name), folder)
    assert source is not None
    assert notification is not None
    assert (notification.path, notification.blocking) == (name, False)
    return source, notification


@pytest.mark.parametrize(
    ("content", "text", "encoding", "bom"),
    [
        (b"", "", "utf-8", False),
        ("é 😀\r\n\x0c\ty\r".encode(), "é 😀\r\n\x0c\ty\r", "utf-8", False),
        (codecs.BOM_UTF8 + b"# coding: utf-8\nx", "# coding: utf-8\nx", "utf-8", True),
        (codecs.BOM_UTF16_LE + "é😀".encode("utf-16-le"), "é😀", "utf-16-le", True),
        (codecs.BOM_UTF16_BE + "é😀".encode("utf-16-be"), "é😀", "utf-16-be", True),
        (codecs.BOM_UTF32_LE + "é😀".encode("utf-32-le"), "é😀", "utf-32-le", True),
        (codecs.BOM_UTF32_BE + "é😀".encode("utf-32-be"), "é😀", "utf-32-be", True),
        (b"# -*- coding: latin-1 -*-\n\xe9", "# -*- coding: latin-1 -*-\né", "latin-1", False),
        (
            b"#!/bin/sh\r# vim: set fileencoding=cp1252 :\r\x80",
            "#!/bin/sh\r# vim: set fileencoding=cp1252 :\r€",
            "cp1252",
            False,
        ),
        (b"\x0c\n  # coding=koi8-r\n\xc1", "\x0c\n  # coding=koi8-r\nа", "koi8-r", False),
        (b"# coding: utf8\n\xc3\xa9", "# coding: utf8\né", "utf-8", False),
        ("x = 1\n# coding: latin-1\né".encode(), "x = 1\n# coding: latin-1\né", "utf-8", False),
        ("\n\n# coding: latin-1\né".encode(), "\n\n# coding: latin-1\né", "utf-8", False),
        ("x = '# coding: latin-1é'".encode(), "x = '# coding: latin-1é'", "utf-8", False),
    ],
)
def test_a_file_is_decoded_as_it_says_and_can_be_written_back(
    tmp_path: Path, content: bytes, text: str, encoding: str, bom: bool
) -> None:
    path = tmp_path / "app.py"
    source = decoded(tmp_path, content)
    assert source == SourceFile(path=path, shown="app.py", text=text, encoding=encoding, bom=bom)


def test_only_python_has_coding_lines(tmp_path: Path) -> None:
    assert decoded(tmp_path, "# coding: latin-1\né".encode(), "a.yaml").text.endswith("é")


@pytest.mark.parametrize(
    ("coding", "rest"),
    [
        ("klingon", b""),
        ("rot13", b""),
        ("hex", b""),
        ("undefined", b""),
        ("utf-16", b"\n" * 14),
        ("ascii", "é".encode()),
        ("unicode_escape", rb"\x41"),
    ],
)
def test_a_coding_line_that_cannot_be_followed_is_told_and_the_file_read_as_utf8(
    tmp_path: Path, coding: str, rest: bytes
) -> None:
    content = f"#!python\n# coding: {coding}\nmodel = 'gpt-4'\n".encode() + rest
    source, notification = troubled(tmp_path, content)
    assert (source.text, source.encoding) == (content.decode(), "utf-8")
    assert notification.line == 2
    assert notification.message == (
        f"app.py:2: the file cannot be read as its coding line says ({coding}); it was read as UTF-8"
    )


def test_a_coding_line_against_the_byte_order_mark_is_told(tmp_path: Path) -> None:
    source, notification = troubled(tmp_path, codecs.BOM_UTF8 + "# coding: latin-1\né".encode())
    assert (source.text, source.encoding, source.bom) == ("# coding: latin-1\né", "utf-8", True)
    assert notification.message.startswith("app.py:1: the coding line says latin-1, the byte order mark UTF-8")


@pytest.mark.parametrize(
    ("content", "text", "line"),
    [
        (b"a\r\nb\rc \xff 'gpt-4'\n\xfe", "a\r\nb\rc \ufffd 'gpt-4'\n\ufffd", 3),
        (codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xd8x\x00", "a\nb\ufffdx", 2),
        (codecs.BOM_UTF16_LE + b"a\x00b", "a\ufffd", 1),
        (codecs.BOM_UTF8 + b"\xe9", "\ufffd", 1),
    ],
)
def test_bytes_that_are_no_text_are_replaced_and_told(tmp_path: Path, content: bytes, text: str, line: int) -> None:
    source, notification = troubled(tmp_path, content)
    assert (source.text, notification.line) == (text, line)
    assert "the bytes that could not be read were replaced" in notification.message


def test_a_nul_is_told_with_its_line(tmp_path: Path) -> None:
    source, notification = troubled(tmp_path, b"a\n'gpt-4'\0")
    assert source.text == "a\n'gpt-4'\0"
    assert notification.message == "app.py:2: the file holds a NUL character, which Python refuses"

    _, notification = troubled(tmp_path, b"a\n\n\0", "app.yaml")
    assert notification.message == "app.yaml:3: the file holds a NUL character, which belongs in no text"


@pytest.mark.parametrize("name", ["app.yaml", "app.java", "Dockerfile", "README.md"])
def test_what_is_not_utf8_and_no_python_is_read_as_latin_1(tmp_path: Path, name: str) -> None:
    content = b"a: caf\xe9\r\nb: \x93gpt-4\x94\xff\r\x85"
    source, notification = troubled(tmp_path, content, name)
    assert (source.text, source.encoding) == (content.decode("latin-1"), "latin-1")
    assert source.text.encode(source.encoding) == content
    assert notification.line == 1
    assert "it was read as Latin-1" in notification.message


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("é: übermäßig 'gpt-4'".encode() + b" \xe9", "é: übermäßig 'gpt-4' \ufffd"),
        (b"gpt-4 \xff\x01\x02", "gpt-4 \ufffd\x01\x02"),
        (b"\0\xe9gpt-4", "\0\ufffdgpt-4"),
    ],
)
def test_what_is_damaged_or_no_text_is_not_taken_for_latin_1(tmp_path: Path, content: bytes, text: str) -> None:
    source, notification = troubled(tmp_path, content, "app.yaml")
    assert (source.text, source.encoding) == (text, "utf-8")
    assert "the bytes that could not be read were replaced" in notification.message


def test_what_is_gone_is_told_and_does_not_block(tmp_path: Path) -> None:
    source, notification = read(tmp_path / "gone.py", tmp_path)
    assert source is None
    assert notification == Notification(
        message="gone.py was removed while the run was reading; nothing to judge", path="gone.py"
    )


def test_what_has_grown_too_large_blocks(tmp_path: Path) -> None:
    path = written(tmp_path, b"#" * (LIMIT + 1))
    source, notification = read(path, tmp_path)
    assert source is None
    assert notification is not None
    assert notification.blocking
    path.write_bytes(b"#" * LIMIT)
    source, notification = read(path, tmp_path)
    assert source is not None
    assert notification is None


def test_what_is_no_regular_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    for name in ("pipe.py", "."):
        source, notification = read(tmp_path / name, tmp_path)
        assert source is None
        assert notification is not None
        assert notification.blocking
    with pytest.raises(OSError, match="not a regular file"):
        content_of(tmp_path / "pipe.py")
    with pytest.raises(OSError, match="not a regular file"):
        content_of("/dev/zero")


@pytest.mark.parametrize(
    ("name", "test"),
    [
        ("app.py", False),
        ("contest.py", False),
        ("latest.py", False),
        ("test_app.py", True),
        ("app_test.py", True),
        ("app_tests.py", True),
        ("tests.py", True),
        ("conftest.py", True),
        ("app.test.ts", True),
        ("app.spec.ts", True),
        ("src/tests/app.py", True),
        ("src/Tests/app.py", True),
        ("src/__tests__/app.ts", True),
        ("fixtures/answer.py", True),
        ("cassettes/answer.yaml", True),
        ("testament/app.py", False),
        ("test_utils/app.py", False),
        ("pkg/chat_test.go", True),
        ("spec/models/chat_spec.rb", True),
        ("spec/support/client.rb", True),
        ("spec/openapi.yaml", False),
        ("src/test/java/ChatIT.java", True),
        ("src/main/java/ChatTest.java", True),
        ("src/main/java/ChatTests.kt", True),
        ("src/main/java/Latest.java", False),
        ("src/main/java/AUDIT.java", False),
        ("Acme.Chat.Tests/Client.cs", True),
        ("Acme.Chat/ClientTests.cs", True),
        ("Acme.Contest/Client.cs", False),
        ("Acme_Tests/Client.cs", True),
        ("acme_contests/client.py", False),
        ("client/src/commonTest/kotlin/Chat.kt", True),
        ("client/src/jvmTest/kotlin/Chat.kt", True),
        ("client/src/testFixtures/java/Chat.java", True),
        ("client/src/latest/Chat.kt", False),
        ("client/commonTest/Chat.kt", False),
        ("ui/Button.stories.tsx", True),
        ("cypress/chat.ts", True),
        ("chat.cy.ts", True),
        (".env.test", True),
        (".env.testing", True),
        (".env", False),
        (".github/workflows/test.yml", False),
        (".github/tests/ids.yml", True),
    ],
)
def test_the_path_says_what_is_a_test(tmp_path: Path, name: str, test: bool) -> None:
    base = tmp_path / "tests" / "checkout"
    assert decoded(base, b"", name).test is test


def test_folders_outside_the_base_say_nothing(tmp_path: Path) -> None:
    for name, test in (("app.py", False), ("test_app.py", True)):
        source, _ = read(written(tmp_path / "tests", b"", name), tmp_path / "base")
        assert source is not None
        assert source.test is test


def test_shown_paths(tmp_path: Path) -> None:
    base = tmp_path / "checkout"
    base.mkdir()
    link = tmp_path / "link"
    link.symlink_to(base)
    assert shown(base / "a" / "b.py", base) == "a/b.py"
    assert shown(base / "b.py", link) == "b.py"
    assert shown(tmp_path / "b.py", base) == f"{tmp_path}/b.py"
    assert shown(base / os.fsdecode(b"caf\xe9\n\xc3\xa9.py"), base) == "caf\\xe9\né.py"
