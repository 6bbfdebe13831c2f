from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pytest_modelgate.errors import UsageError
from pytest_modelgate.writing import write


def test_a_file_is_made_or_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    write(target, b"old")
    write(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    (tmp_path / "link").symlink_to(target)
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"out\.txt' cannot be written: no space left on device$"):
        write(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_directory_and_a_directory_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no directory"):
        write(tmp_path / "no" / "out.txt", b"")
    with pytest.raises(UsageError, match="is a directory; name a file in it"):
        write(tmp_path, b"")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write(Path("/dev/null"), b"gone")
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_stays(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    os.chown(target, 12345, 12346)
    target.chmod(0o4750)
    write(target, b"new")
    status = target.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (12345, 12346, 0o4750)


@pytest.mark.skipif(sys.platform == "win32", reason="owners are POSIX")
def test_who_may_not_give_a_file_away_owns_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*given: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    if os.geteuid() == 0:
        os.chown(target, 12345, 12346)
    monkeypatch.setattr(os, "chown", refused)
    write(target, b"new")
    assert target.read_bytes() == b"new"
