from __future__ import annotations

import hashlib
import stat
import sys
from typing import TYPE_CHECKING, Any

import platformdirs
import pytest

from pytest_modelgate import compiled, table, updates
from pytest_modelgate.errors import TableError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"""\
acme:
  as_of: 2026-11-01
  after_retirement: fails
  listing: complete
  sources: {S1: {title: a page, read: 2026-11-01}}
  models:
    - {id: a, kind: snapshot, modality: chat, source: S1}
"""
NEWER = TEXT.replace(b"as_of: 2026-11-01", b"as_of: 2026-11-20")
OLDER = TEXT.replace(b"11-01", b"10-31")


def digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


@pytest.fixture(autouse=True)
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the fetched table; the bundled one is TEXT."""
    monkeypatch.setattr(compiled, "_HERE", tmp_path / "checkout" / "pytest_modelgate")
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / compiled.TABLE).write_bytes(TEXT)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: tmp_path / "cache" / name)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    path = compiled.fetched_path()
    assert path is not None
    return path


@pytest.fixture
def publish(site: Any) -> Any:
    """Puts a table and its digest on the site; gives its address."""

    def put(text: bytes, said: str | None = None) -> str:
        site.put("/t.yaml.sha256", f"{digest(text)}  deprecations.yaml\n".encode() if said is None else said.encode())
        return str(site.put("/t.yaml", text))

    return put


def refused(*given: Any) -> tuple[str, ...]:
    with pytest.raises((UsageError, TableError)) as caught:
        updates.update(*given)
    return caught.value.mistakes


def test_a_newer_table_is_kept_for_this_user_and_used(publish: Any, fetched: Path) -> None:
    said = updates.update(publish(NEWER))
    assert said.startswith(f"The table of 2026-11-20 with 1 rows is used from now on: '{fetched}'.")
    assert fetched.read_bytes() == NEWER
    content, origin = compiled.newest()
    assert (content, origin.name, origin.trouble) == (table.parse(NEWER, "t.yaml"), "fetched", None)
    assert {file.name for file in fetched.parent.iterdir()} == {compiled.TABLE, compiled.COMPILED}
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in fetched.parent.iterdir()} == {0o600}
        assert stat.S_IMODE(fetched.parent.stat().st_mode) == 0o700


def test_reading_a_fetched_table_spares_its_yaml(publish: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.newest()
    updates.update(publish(NEWER))

    def parse(text: bytes, shown: str) -> None:
        pytest.fail("the YAML was read although a compiled form is there")

    monkeypatch.setattr(table, "parse", parse)
    assert compiled.newest()[1].name == "fetched"


def test_the_table_in_use_is_not_fetched_again(publish: Any, site: Any, fetched: Path) -> None:
    url = publish(TEXT)
    assert updates.update(url).startswith("Already in use: the bundled table ")
    assert not fetched.exists()
    updates.update(publish(NEWER))
    asked = len(site.asked)
    assert updates.update(url).startswith("Already in use: the fetched table ")
    assert [path for path, _ in site.asked[asked:]] == ["/t.yaml.sha256"]


def test_a_given_digest_is_the_one_that_counts(publish: Any, site: Any, fetched: Path) -> None:
    url = publish(NEWER, "nothing of use")
    updates.update(url, digest(NEWER).upper())
    assert fetched.read_bytes() == NEWER
    assert [path for path, _ in site.asked] == ["/t.yaml"]


def test_a_table_of_another_digest_is_refused(publish: Any, site: Any, fetched: Path) -> None:
    url = publish(NEWER, digest(b"another"))
    assert refused(url) == (
        (
            f"'{url}' has the SHA-256 {digest(NEWER)}, and '{url}.sha256' says {digest(b'another')};"
            " nothing is kept, try again"
        ),
    )
    assert "and --sha256 says 0000" in refused(url, "0" * 64)[0]
    assert not fetched.parent.exists()


@pytest.mark.parametrize("said", ["", "<html>", "abc", "0" * 63, "0" * 65, "0" * 64 + "x"])
def test_what_is_no_digest_is_refused(publish: Any, said: str) -> None:
    url = publish(NEWER, said)
    assert refused(url) == (
        f"'{url}.sha256' does not begin with a SHA-256, 64 hexadecimal digits; give it with --sha256",
    )


def test_a_digest_stands_beside_the_path_of_an_address(publish: Any, site: Any, fetched: Path) -> None:
    publish(NEWER)
    site.pages["/t.yaml.sha256?key=secret"] = site.pages["/t.yaml.sha256"]
    site.pages["/t.yaml?key=secret"] = site.pages["/t.yaml"]
    updates.update(f"{site.url}/t.yaml?key=secret")
    assert fetched.exists()
    assert "secret" not in refused(f"{site.url}/t.yaml?key=secret2")[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OLDER, "'acme' is as of 2026-10-31, not 2026-11-01"),
        (NEWER.replace(b"acme", b"apex"), "it has no provider 'acme'"),
    ],
)
def test_an_older_table_is_refused(publish: Any, fetched: Path, text: bytes, reason: str) -> None:
    (told,) = refused(publish(text))
    assert " is older than the one in use (bundled, " in told
    assert told.endswith(f"{reason}; nothing is kept")
    assert not fetched.exists()


def test_a_table_older_than_the_fetched_one_is_refused(publish: Any, fetched: Path) -> None:
    updates.update(publish(NEWER))
    (told,) = refused(publish(NEWER.replace(b"11-20", b"11-19")))
    assert "older than the one in use (fetched, " in told
    assert fetched.read_bytes() == NEWER


def test_a_wrong_table_is_refused_with_every_mistake(publish: Any, fetched: Path) -> None:
    url = publish(NEWER.replace(b"snapshot", b"snap").replace(b"fails", b"fail"))
    told = refused(url)
    assert [mistake.split(": ")[0] for mistake in told] == [f"{url}:3", f"{url}:7"]
    assert not fetched.exists()


def test_a_table_that_is_not_there_is_told(site: Any) -> None:
    assert refused(f"{site.url}/no") == (
        f"'{site.url}/no.sha256' answers with status 404; look at the address, or try again later",
    )


def test_a_table_too_large_is_refused(publish: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updates, "_LARGEST", 10)
    assert "is larger than 10 bytes" in refused(publish(NEWER))[0]


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")
def test_a_link_in_its_place_is_replaced_and_not_followed(publish: Any, fetched: Path, tmp_path: Path) -> None:
    fetched.parent.mkdir(parents=True)
    (tmp_path / "elsewhere").write_text("mine")
    fetched.symlink_to(tmp_path / "elsewhere")
    updates.update(publish(NEWER))
    assert (tmp_path / "elsewhere").read_text() == "mine"
    assert compiled.newest()[1].name == "fetched"


def test_a_broken_fetched_table_is_mended_or_removed(publish: Any, fetched: Path) -> None:
    fetched.parent.mkdir(parents=True)
    fetched.write_text("broken")
    said = updates.update(publish(TEXT))
    assert said.endswith(f"The table '{fetched}', which could not be used, is removed.")
    assert not fetched.exists()
    fetched.write_text("broken")
    updates.update(publish(NEWER))
    assert compiled.newest()[1].trouble is None


def test_a_place_that_cannot_be_written_is_told(publish: Any, fetched: Path) -> None:
    fetched.parent.parent.mkdir(parents=True)
    fetched.parent.write_text("a file where the folder should be")
    (told,) = refused(publish(NEWER))
    assert told.startswith(f"the table cannot be kept in '{fetched.parent}': ")


def test_removing_goes_back_to_the_bundled_table(publish: Any, fetched: Path) -> None:
    assert updates.remove() == "There is no fetched table; the bundled one is in use."
    updates.update(publish(NEWER))
    assert updates.remove() == f"Removed: '{fetched}'. The bundled table is used from now on."
    assert compiled.newest()[1].name == "bundled"
    assert list(fetched.parent.iterdir()) == []
    fetched.mkdir()
    with pytest.raises(UsageError, match="cannot be removed: "):
        updates.remove()


@pytest.mark.skipif(sys.platform == "win32", reason="a Windows user has a profile")
def test_without_a_home_nothing_can_be_kept(publish: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setenv("HOME", "nowhere")
    assert refused(publish(NEWER))[0].startswith("this user has no home directory")


def test_the_usual_address_is_https() -> None:
    assert updates.URL.startswith("https://github.com/pytest-modelgate/pytest-modelgate/releases/download/table/")
    assert updates.URL.endswith(compiled.TABLE)
