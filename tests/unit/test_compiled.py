from __future__ import annotations

import hashlib
import json
import stat
import sys
from pathlib import Path

import platformdirs
import pytest

from pytest_modelgate import compiled, table
from pytest_modelgate.errors import TableError

TEXT = b"""\
acme:
  as_of: 2026-11-01
  after_retirement: fails
  endpoints: chat
  sources: {S1: {title: a page}}
  models:
    - {id: a, kind: snapshot, modality: chat, source: S1, note: "\xc3\xa4"}
"""
DIGEST = hashlib.sha256(TEXT).hexdigest()
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
