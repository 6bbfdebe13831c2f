from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from pytest_modelgate import packages
from pytest_modelgate.claims import UnreadableError


def wheel(folder: Path, name: str, version: str, files: dict[str, str], tag: str = "py3-none-any") -> Path:
    """An installable wheel with these files."""
    path = folder / f"{name}-{version}-{tag}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in files.items():
            archive.writestr(member, text)
        about = f"{name}-{version}.dist-info"
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        archive.writestr(f"{about}/RECORD", "")
    return path


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory that is all that pip looks into."""
    pytest.importorskip("pip")
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null" if sys.platform != "win32" else "nul")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_the_newest_wheel_is_downloaded_without_what_it_depends_on(shop: Path, tmp_path: Path) -> None:
    wheel(shop, "models", "1.9", {"models/ids.py": "old"})
    wheel(shop, "models", "1.10", {"models/ids.py": "new"})
    got = packages.download("models", tmp_path)
    assert got == tmp_path / "models-1.10-py3-none-any.whl"
    assert packages.version(got) == "1.10"
    assert packages.read(got, ["models/ids.py"]) == {"models/ids.py": b"new"}
    assert packages.download("models", tmp_path) == got


def test_a_package_that_is_only_source_is_not_built(shop: Path, tmp_path: Path) -> None:
    (shop / "models-2.0.tar.gz").write_bytes(b"anything")
    with pytest.raises(
        UnreadableError, match=r"^pip got no wheel of models: No matching distribution found for models"
    ):
        packages.download("models", tmp_path)


def test_a_pip_in_the_directory_of_the_call_is_not_run(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel(shop, "models", "1.0", {})
    (tmp_path / "pip.py").write_text("raise SystemExit(7)", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert packages.download("models", tmp_path).is_file()


def test_an_index_can_be_named(shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    page = shop / "models"
    page.mkdir()
    made = wheel(page, "models", "1.0", {})
    (page / "index.html").write_text(f'<!DOCTYPE html><a href="{made.name}">{made.name}</a>', "utf-8")
    assert packages.download("models", tmp_path, shop.as_uri()).name == made.name


def test_too_slow_a_pip_is_told(shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_SECONDS", 0.001)
    with pytest.raises(UnreadableError, match="pip did not get models within"):
        packages.download("models", tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script as interpreter")
def test_a_missing_pip_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "python"
    script.write_text('#!/bin/sh\necho "$0: No module named pip" >&2\nexit 1\n', "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    with pytest.raises(UnreadableError, match="pip is not installed for "):
        packages.download("models", tmp_path)
    script.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    with pytest.raises(UnreadableError, match="pip got no wheel of models: it gave no reason"):
        packages.download("models", tmp_path)


def test_a_name_that_is_no_wheels_has_no_version() -> None:
    assert packages.version(Path("models.whl")) == "unknown"


def test_a_member_that_is_not_there_is_told(tmp_path: Path) -> None:
    made = wheel(tmp_path, "models", "1.0", {"models/ids.py": ""})
    with pytest.raises(UnreadableError, match=r"it has no file models/names\.py any more"):
        packages.read(made, ["models/ids.py", "models/names.py"])


def test_a_member_that_unpacks_to_more_than_a_catalogue_is_told(tmp_path: Path) -> None:
    made = wheel(tmp_path, "models", "1.0", {"models/ids.py": " " * (packages._MEMBER + 1)})
    assert made.stat().st_size < packages._MEMBER // 100
    with pytest.raises(UnreadableError, match=r"models/ids\.py is larger than 32 MiB"):
        packages.read(made, ["models/ids.py"])


def test_a_wheel_that_is_too_large_is_told(tmp_path: Path) -> None:
    made = tmp_path / "models-1.0-py3-none-any.whl"
    with made.open("wb") as file:
        file.truncate(packages._WHEEL + 1)
    with pytest.raises(UnreadableError, match="is larger than 256 MiB"):
        packages.read(made, [])


def test_a_list_of_files_that_is_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = wheel(tmp_path, "models", "1.0", {f"models/{number}.py": "" for number in range(40)})
    monkeypatch.setattr(packages, "_DIRECTORY", 1000)
    with pytest.raises(UnreadableError, match="holds more files than any catalogue"):
        packages.read(made, ["models/1.py"])


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    made = wheel(tmp_path, "models", "1.0", {str(outside): "1", "../up": "2", "models/ids.py": "3"})
    assert packages.read(made, ["models/ids.py"]) == {"models/ids.py": b"3"}
    assert not outside.exists()
    assert not (tmp_path.parent / "up").exists()


@pytest.mark.parametrize("damage", ["empty", "text", "cut", "flipped", "comment", "zip64", "encrypted", "lzma"])
def test_what_is_no_wheel_is_told(tmp_path: Path, damage: str) -> None:
    made = wheel(tmp_path, "models", "1.0", {"models/ids.py": "x = 1\n" * 100})
    content = bytearray(made.read_bytes())
    if damage == "empty":
        content.clear()
    elif damage == "text":
        content[:] = b"not an archive" * 100
    elif damage == "cut":
        del content[-100:]
    elif damage == "flipped":
        content[44:50] = b"\xff" * 6
    elif damage == "zip64":
        content[-22:-22] = b"PK\6\7" + bytes(16)
    made.write_bytes(content)
    if damage == "comment":
        with zipfile.ZipFile(made, "a") as archive:
            archive.comment = b"more"
    elif damage == "encrypted":
        content[content.index(b"PK\1\2") + 8] |= 1
        made.write_bytes(content)
    elif damage == "lzma":
        with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
            archive.writestr("models/ids.py", "x = 1\n")
    with pytest.raises(UnreadableError, match=r"models-1\.0-py3-none-any\.whl is no wheel that can be read"):
        packages.read(made, ["models/ids.py"])
