from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
import pytest

from pytest_modelgate import compiled, table
from pytest_modelgate.errors import TableError

TEXT = b"""\
acme:
  as_of: 2026-11-01
  after_retirement: fails
  listing: complete
  sources: {S1: {title: a page, read: 2026-11-01}}
  models:
    - {id: a, kind: snapshot, modality: chat, source: S1, note: "\xc3\xa4"}
"""
DIGEST = hashlib.sha256(TEXT).hexdigest()
NEWER = TEXT.replace(b"as_of: 2026-11-01", b"as_of: 2026-11-20")
CONTENT = table.parse(TEXT, "t.yaml")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user" / "cache"
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: folder / name)
    return folder / "modelgate" / f"table-{compiled.FORMAT}-{DIGEST}.json"


@pytest.fixture
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the YAML fails the test."""

    def parse(text: bytes, shown: str) -> None:
        pytest.fail("the YAML was read although a compiled form is there")

    monkeypatch.setattr(table, "parse", parse)


def damaged(packed: bytes) -> list[bytes]:
    flipped = packed.replace(b'"snapshot"', b'"snapshoT"')
    other = compiled.pack(CONTENT, hashlib.sha256(b"another text").hexdigest())
    older = packed.replace(b'"format":%d' % compiled.FORMAT, b'"format":0')
    return [b"", b"{}", b"\xff\xfe", packed[:-20], packed + b"x", flipped, other, older]


def test_the_compiled_form_is_json_and_comes_back_whole() -> None:
    packed = compiled.pack(CONTENT, DIGEST)
    assert json.loads(packed)["content"] == CONTENT
    assert json.loads(packed)["table"] == DIGEST
    assert compiled.unpack(packed, DIGEST) == CONTENT


@pytest.mark.parametrize("number", range(8))
def test_a_damaged_or_foreign_compiled_form_is_nothing(number: int) -> None:
    assert compiled.unpack(damaged(compiled.pack(CONTENT, DIGEST))[number], DIGEST) is None


@pytest.mark.usefixtures("cache", "unparsed")
def test_the_compiled_form_beside_the_table_spares_the_yaml() -> None:
    assert compiled.read(TEXT, "t.yaml", compiled.pack(CONTENT, DIGEST)) == CONTENT


@pytest.mark.parametrize("number", range(8))
def test_the_yaml_is_read_when_the_compiled_form_beside_it_is_no_good(number: int, cache: Path) -> None:
    assert compiled.read(TEXT, "t.yaml", damaged(compiled.pack(CONTENT, DIGEST))[number]) == CONTENT
    assert cache.exists()


def test_what_was_read_is_kept_for_the_user_alone(cache: Path, request: pytest.FixtureRequest) -> None:
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT
    assert [file.name for file in cache.parent.iterdir()] == [cache.name]
    if sys.platform != "win32":
        assert stat.S_IMODE(cache.stat().st_mode) == 0o600
        assert stat.S_IMODE(cache.parent.stat().st_mode) == 0o700
    request.getfixturevalue("unparsed")
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT


@pytest.mark.parametrize("number", range(8))
def test_a_damaged_cache_is_read_past_and_mended(number: int, cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_bytes(damaged(compiled.pack(CONTENT, DIGEST))[number])
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT
    assert cache.read_bytes() == compiled.pack(CONTENT, DIGEST)


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits are not Windows'")
def test_a_cache_that_others_could_have_written_is_not_trusted(cache: Path) -> None:
    forged = json.loads(json.dumps(CONTENT))
    forged["acme"]["models"]["a"]["retires"] = "2020-01-01"
    cache.parent.mkdir(parents=True)
    cache.write_bytes(compiled.pack(forged, DIGEST))
    cache.chmod(0o666)
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")
def test_a_cache_that_is_a_link_is_not_trusted(cache: Path, tmp_path: Path) -> None:
    cache.parent.mkdir(parents=True)
    (tmp_path / "elsewhere").write_bytes(compiled.pack(CONTENT, DIGEST))
    cache.symlink_to(tmp_path / "elsewhere")
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT
    assert not cache.is_symlink()


def test_a_cache_that_cannot_be_written_is_no_trouble(cache: Path) -> None:
    cache.parent.parent.mkdir(parents=True)
    cache.parent.write_text("a file where the folder should be")
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT


def test_a_cache_that_cannot_be_put_in_place_leaves_nothing(cache: Path) -> None:
    cache.mkdir(parents=True)
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT
    assert list(cache.parent.iterdir()) == [cache]


def test_without_a_home_nothing_is_kept(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: Path("~") / name)
    assert compiled.read(TEXT, "t.yaml", None) == CONTENT
    assert not Path("~").exists()


@pytest.mark.usefixtures("cache")
def test_a_mistake_is_told_with_the_file_that_was_read() -> None:
    with pytest.raises(TableError) as caught:
        compiled.read(b"acme: 1\n", "some/table.yaml", None)
    assert caught.value.mistakes == ("some/table.yaml:1: expected a provider's part",)


@pytest.mark.usefixtures("cache")
def test_the_bundled_table_is_the_one_of_this_checkout() -> None:
    text = (Path(__file__).parents[2] / compiled.TABLE).read_bytes()
    assert compiled.bundled() == table.parse(text, compiled.TABLE)


def test_a_package_without_its_table_says_where_it_should_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_HERE", tmp_path / "pytest_modelgate")
    with pytest.raises(TableError) as caught:
        compiled.bundled()
    (mistake,) = caught.value.mistakes
    assert mistake.startswith(f"{tmp_path / compiled.TABLE}:1: the table cannot be read (")
    assert mistake.endswith("; install the package again")


@pytest.fixture
def fetched(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the fetched table; the bundled one is TEXT."""
    monkeypatch.setattr(compiled, "_HERE", tmp_path / "checkout" / "pytest_modelgate")
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / compiled.TABLE).write_bytes(TEXT)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    path = compiled.fetched_path()
    assert path is not None
    path.parent.mkdir(parents=True)
    return path


def keep(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    path.chmod(0o600)


@pytest.mark.usefixtures("fetched")
def test_without_a_fetched_table_the_bundled_one_is_used(tmp_path: Path) -> None:
    content, origin = compiled.newest()
    assert content == CONTENT
    assert origin == compiled.Origin(name="bundled", path=tmp_path / "checkout" / compiled.TABLE)


def test_a_newer_fetched_table_is_used_and_says_when_it_came(fetched: Path) -> None:
    keep(fetched, NEWER)
    os.utime(fetched, (0, datetime(2026, 11, 20, 23, 59, tzinfo=UTC).timestamp()))
    content, origin = compiled.newest()
    assert content["acme"]["as_of"] == "2026-11-20"
    assert origin == compiled.Origin(
        name="fetched", path=fetched, fetched=datetime(2026, 11, 20, tzinfo=UTC).date(), trouble=None
    )


def test_the_compiled_form_beside_a_fetched_table_spares_the_yaml(
    fetched: Path, request: pytest.FixtureRequest
) -> None:
    assert compiled.newest()[0] == CONTENT
    keep(fetched, NEWER)
    keep(
        fetched.with_name(compiled.COMPILED),
        compiled.pack(table.parse(NEWER, "t.yaml"), hashlib.sha256(NEWER).hexdigest()),
    )
    request.getfixturevalue("unparsed")
    assert compiled.newest()[1].name == "fetched"


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(b"as_of: 2026-11-01", b"as_of: 2026-11-02").replace(b"acme", b"acne"),
        TEXT.replace(b"11-01", b"10-31"),
    ],
    ids=["a provider is gone", "read earlier"],
)
def test_a_fetched_table_that_is_older_than_the_bundled_one_is_passed_over(fetched: Path, text: bytes) -> None:
    keep(fetched, text)
    content, origin = compiled.newest()
    assert (content, origin.name, origin.trouble) == (CONTENT, "bundled", None)


def test_a_broken_fetched_table_is_trouble_and_not_silence(fetched: Path) -> None:
    keep(fetched, b"acme: 1\n")
    content, origin = compiled.newest()
    assert (content, origin.name, origin.fetched) == (CONTENT, "bundled", None)
    assert origin.trouble is not None
    assert f"{fetched}:1: expected a provider's part" in origin.trouble
    assert origin.trouble.endswith(
        "`modelgate table update` fetches it again, `modelgate table update --remove` removes it"
    )


def test_a_fetched_table_that_cannot_be_read_is_trouble(fetched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(fetched, NEWER)
    real = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path == fetched:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    content, origin = compiled.newest()
    assert (content, origin.name) == (CONTENT, "bundled")
    assert origin.trouble is not None
    assert "so the bundled table is: permission denied; " in origin.trouble


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits and links are not Windows'")
def test_a_fetched_table_that_others_could_have_written_is_not_trusted(fetched: Path, tmp_path: Path) -> None:
    keep(fetched, NEWER)
    fetched.chmod(0o620)
    for _ in range(2):
        content, origin = compiled.newest()
        assert (content, origin.name) == (CONTENT, "bundled")
        assert origin.trouble is not None
        assert "somebody else may have written it" in origin.trouble
        fetched.unlink(missing_ok=True)
        fetched.symlink_to(tmp_path / "nowhere")


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits are not Windows'")
def test_a_compiled_form_that_others_could_have_written_is_not_trusted(fetched: Path) -> None:
    keep(fetched, NEWER)
    forged = json.loads(json.dumps(CONTENT).replace("2026-11-01", "2026-11-21"))
    beside = fetched.with_name(compiled.COMPILED)
    keep(beside, compiled.pack(forged, hashlib.sha256(NEWER).hexdigest()))
    beside.chmod(0o666)
    assert compiled.newest()[0]["acme"]["as_of"] == "2026-11-20"


@pytest.mark.skipif(sys.platform == "win32", reason="platformdirs asks Windows, not the environment")
def test_a_fetched_table_is_kept_where_platformdirs_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME")
    usual = platformdirs.user_data_path("modelgate") / compiled.TABLE
    assert compiled.fetched_path() == usual
    monkeypatch.setenv("XDG_DATA_HOME", "relative/data")
    assert compiled.fetched_path() == usual
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert compiled.fetched_path() == tmp_path / "data" / "modelgate" / compiled.TABLE


@pytest.mark.skipif(sys.platform == "win32", reason="a Windows user has a profile")
@pytest.mark.usefixtures("fetched")
def test_without_a_home_there_is_no_fetched_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "nowhere")
    monkeypatch.chdir(tmp_path)
    assert compiled.fetched_path() is None
    assert compiled.newest()[1].name == "bundled"


def test_what_makes_a_table_older_is_told() -> None:
    older = table.parse(TEXT.replace(b"acme", b"beta"), "t.yaml")
    newer = table.parse(NEWER, "t.yaml")
    assert compiled.behind(CONTENT, newer) == ["'acme' is as of 2026-11-01, not 2026-11-20"]
    assert compiled.behind(newer, CONTENT) == []
    assert compiled.behind(newer, newer) == []
    assert compiled.behind(older, newer) == ["it has no provider 'acme'"]
