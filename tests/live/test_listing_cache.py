from __future__ import annotations

import os
import stat
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate.asking import ask
from pytest_modelgate.listing_cache import Cache, cache_beside
from pytest_modelgate.live_values import Answer, Listed, Listing, Outcome, Request, Secret
from pytest_modelgate.terms import State
from tests.live.acme import KEY, acme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

REQUEST = Request(url="https://api.acme.test/v1/models?limit=1000", headers={"x-project": "p"})
SECRET = Secret(KEY, "ACME_API_KEY")
ROWS = (
    Listed(id="a"),
    Listed(
        id="b",
        aliases=("b-latest",),
        state=State.DEPRECATED,
        announced=date(2026, 1, 2),
        ends=date(2027, 1, 2),
        earliest=date(2026, 12, 1),
        successor="c",
        callable=False,
        reason="it needs a deployment",
        stands_for=("model", "2"),
        upgrades=True,
        actions=("chat",),
    ),
)
LISTING = Listing(
    surface="acme",
    origin="https://api.acme.test",
    outcome=Outcome.OK,
    rows=ROWS,
    complete=True,
    request_id="req_1",
    variable="ACME_API_KEY",
    seconds=0.5,
    doubts=("odd",),
)


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(tmp_path: Path, clock: Clock) -> Cache:
    return Cache(tmp_path / "cache" / "lists", now=clock)


def files(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*.json"))


def found(cache: Cache) -> Listing | None:
    return cache.find(acme(), REQUEST, SECRET)


def keep(cache: Cache) -> Path:
    cache.keep(acme(), REQUEST, SECRET, LISTING)
    (path,) = files(cache)
    return path


def test_what_was_kept_is_found(cache: Cache) -> None:
    assert found(cache) is None
    keep(cache)
    kept = found(cache)
    assert kept == Listing(
        surface="acme", origin="https://api.acme.test", outcome=Outcome.OK, rows=ROWS, complete=True, cached=True
    )


@pytest.mark.parametrize(("life", "seconds"), [(3600.0, 3600.0), (60.0, 60.0), (1e9, 24 * 3600.0)])
def test_it_lives_for_an_hour_and_never_for_more_than_a_day(
    cache: Cache, clock: Clock, life: float, seconds: float
) -> None:
    cache = Cache(cache.folder, life=life, now=clock)
    keep(cache)
    clock.now += seconds - 1
    assert found(cache) is not None
    clock.now += 1
    assert found(cache) is None
    clock.now -= seconds + 1
    assert found(cache) is None


def test_another_question_is_not_answered(cache: Cache) -> None:
    keep(cache)
    other = Request(url=REQUEST.url, headers={"x-project": "q"})
    assert cache.find(acme(), other, SECRET) is None
    assert cache.find(acme(), Request(url="https://eu.api.acme.test/", headers=REQUEST.headers), SECRET) is None
    assert cache.find(acme(name="other"), REQUEST, SECRET) is None
    assert cache.find(acme(), REQUEST, Secret(f"{KEY}2", "ACME_API_KEY")) is None
    assert cache.find(acme(), REQUEST, None) is None


def test_files_are_the_user_s_alone_and_tell_nothing_of_the_key(cache: Cache) -> None:
    before = os.umask(0)
    try:
        keep(cache)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in cache.folder.iterdir()}
    assert len(modes) == 2
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    written = b"".join(path.name.encode() + path.read_bytes() for path in cache.folder.iterdir())
    for word in (KEY, "ACME_API_KEY", "req_1", "odd", "limit=1000"):
        assert word.encode() not in written


def test_the_same_key_has_another_digest_for_another_user(tmp_path: Path) -> None:
    caches = [Cache(tmp_path / name) for name in ("one", "two")]
    assert keep(caches[0]).name != keep(caches[1]).name
    assert keep(caches[0]) == keep(caches[0])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: b"",
        lambda body: body[:-1],
        lambda body: body.replace(b'"b"', b'"x"'),
        lambda body: body.partition(b"\n")[2],
        lambda body: b"\n" + body,
        lambda body: b"0" * 64 + body[64:],
        lambda body: b"\xff" * 100,
    ],
)
def test_a_damaged_file_is_ignored_and_mended(cache: Cache, spoil: Any) -> None:
    path = keep(cache)
    path.write_bytes(spoil(path.read_bytes()))
    assert found(cache) is None
    keep(cache)
    assert found(cache) is not None


def test_a_file_is_no_answer_to_another_question(cache: Cache) -> None:
    path = keep(cache)
    cache.keep(acme(), REQUEST, None, LISTING)
    (other,) = set(files(cache)) - {path}
    other.write_bytes(path.read_bytes())
    assert cache.find(acme(), REQUEST, None) is None


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o602])
@pytest.mark.parametrize("name", ["list", "digest.key"])
def test_a_file_that_others_can_reach_is_ignored(cache: Cache, name: str, mode: int) -> None:
    path = keep(cache)
    (path if name == "list" else cache.folder / name).chmod(mode)
    assert found(cache) is None


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o777])
def test_a_directory_that_others_can_reach_is_ignored(cache: Cache, mode: int) -> None:
    path = keep(cache)
    cache.folder.chmod(mode)
    assert found(cache) is None
    path.unlink()
    cache.keep(acme(), REQUEST, SECRET, LISTING)
    assert files(cache) == []


def test_another_user_s_file_is_ignored(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(cache)
    own = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: own + 1)
    assert found(cache) is None


def test_a_link_is_ignored(cache: Cache, tmp_path: Path) -> None:
    path = keep(cache)
    elsewhere = tmp_path / "elsewhere.json"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert found(cache) is None


def test_a_linked_directory_is_ignored(cache: Cache, tmp_path: Path) -> None:
    keep(cache)
    link = tmp_path / "link"
    link.symlink_to(cache.folder)
    assert found(Cache(link, now=cache.now)) is None


def test_what_cannot_be_kept_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "lists")
    cache.keep(acme(), REQUEST, SECRET, LISTING)
    assert found(cache) is None


def test_what_is_old_is_removed(cache: Cache, clock: Clock) -> None:
    path = keep(cache)
    os.utime(path, (clock.now - 90_000, clock.now - 90_000))
    cache.keep(acme(), REQUEST, None, LISTING)
    assert path not in files(cache)
    assert len(files(cache)) == 1


def test_the_cache_is_never_inside_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    outside = cache_beside(project)
    assert outside is not None
    assert outside.folder.is_relative_to(tmp_path / "cache")
    (tmp_path / "link").symlink_to(project)
    for inside in (project / ".cache", tmp_path / "link" / "cache", tmp_path / "cache" / ".." / "project"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(inside))
        assert cache_beside(project) is None


def test_a_list_is_asked_for_once_in_an_hour(cache: Cache, clock: Clock) -> None:
    asked: list[str] = []

    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        asked.append(request.url)
        return Answer(status=200, body=b'{"data": [{"id": "a"}]}')

    environment = {"ACME_API_KEY": KEY}
    first, second = (ask(acme(), environment, send=send, cache=cache) for _ in range(2))
    assert (first.cached, second.cached, len(asked)) == (False, True, 1)
    assert (second.rows, second.complete, second.variable) == (first.rows, True, "ACME_API_KEY")
    clock.now += 3601
    assert ask(acme(), environment, send=send, cache=cache).cached is False


@pytest.mark.parametrize("status", [401, 500, 200])
def test_only_a_whole_list_is_kept(cache: Cache, status: int) -> None:
    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        return Answer(status=status, body=b'{"data": [{"id": "a"}], "next": "https://evil.example/"}')

    listing = ask(acme(), {"ACME_API_KEY": KEY}, send=send, sleep=lambda seconds: None, cache=cache)
    assert not listing.complete
    assert files(cache) == []


def test_a_key_that_may_not_go_there_finds_nothing_either(cache: Cache) -> None:
    """What was listed with a key is shown to nobody who could not ask with it."""
    keep(cache)
    listing = ask(acme(), {"ACME_API_KEY": KEY}, base="https://mine.example", cache=cache)
    assert (listing.outcome, listing.rows) == (Outcome.REFUSED, ())
