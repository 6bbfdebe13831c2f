from __future__ import annotations

import gzip
import http.server
import logging
import socket
import ssl
import threading
import time
import traceback
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import wire
from pytest_modelgate.live_values import Request
from pytest_modelgate.wire import WireError, send
from tests.live.acme import KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_modelgate.live_values import Answer


def get(url: str, headers: dict[str, str] | None = None, **given: Any) -> Answer:
    return send(Request(url=url, headers={"X-Scope": "all"}), headers or {}, **given)


def failed(url: str, headers: dict[str, str] | None = None, **given: Any) -> tuple[str, str]:
    with pytest.raises(WireError) as caught:
        get(url, headers, **given)
    assert str(caught.value) == caught.value.reason
    return caught.value.kind, caught.value.reason


@pytest.fixture
def raw() -> Iterator[Callable[..., str]]:
    """Starts a plain server that says these bytes to whoever comes, one after another; its address."""
    stopped = threading.Event()
    opened: list[tuple[socket.socket, threading.Thread]] = []

    def start(*pieces: bytes, pause: float = 0.0, forever: bytes = b"") -> str:
        server = socket.create_server(("127.0.0.1", 0))

        def serve() -> None:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                try:
                    for piece in pieces:
                        connection.sendall(piece)
                        stopped.wait(pause)
                    while forever and not stopped.wait(pause):
                        connection.sendall(forever)
                except OSError:
                    return

        thread = threading.Thread(target=serve)
        thread.start()
        opened.append((server, thread))
        return f"http://127.0.0.1:{server.getsockname()[1]}/v1/models"

    try:
        yield start
    finally:
        stopped.set()
        for server, thread in opened:
            server.shutdown(socket.SHUT_RDWR)
            server.close()
            thread.join()


def test_the_answer_comes_back_whatever_its_status(site: Any) -> None:
    url = site.put("/models?limit=2", b'{"data": []}', headers={"X-Request-Id": "req_1"})
    answer = get(url, {"Authorization": f"Bearer {KEY}"})
    assert (answer.status, answer.body, answer.headers["x-request-id"]) == (200, b'{"data": []}', "req_1")
    assert get(f"{site.url}/nowhere").status == 404
    (path, headers), _ = site.asked
    assert path == "/models?limit=2"
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["x-scope"] == "all"
    assert headers["user-agent"].startswith("modelgate/")
    assert (headers["accept"], headers["accept-encoding"]) == ("application/json", "gzip")
    assert "cookie" not in headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_an_answer(site: Any, status: int) -> None:
    url = site.put("/a", status=status, headers={"Location": "/b"})
    site.put("/b", b"there")
    answer = get(url)
    assert (answer.status, answer.headers["location"]) == (status, "/b")
    assert [path for path, _ in site.asked] == ["/a"]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://api.acme.test/v1", "only https is asked, and http on this machine alone"),
        ("http://127.0.0.1.evil.example/v1", "only https is asked, and http on this machine alone"),
        ("http://[::2]/v1", "only https is asked, and http on this machine alone"),
        ("ftp://127.0.0.1/v1", "only https is asked, and http on this machine alone"),
        ("file:///etc/passwd", "only https is asked, and http on this machine alone"),
        ("https:///v1", "only https is asked, and http on this machine alone"),
        ("https://me:secret@api.acme.test/v1", "the address holds a user name or password"),
        ("https://@api.acme.test/v1", "the address holds a user name or password"),
        ("https://[x", "it is no address"),
        ("https://a:port/", "it is no address"),
    ],
)
def test_what_may_not_be_asked_is_not(url: str, reason: str) -> None:
    assert failed(url) == ("refused", reason)


@pytest.mark.parametrize("value", [f"{KEY}\r\nX-Other: 1", f"{KEY}\n", f"{KEY}é", f"{KEY}\x00"])
def test_a_header_that_cannot_be_written_is_not_sent_and_not_quoted(site: Any, value: str) -> None:
    kind, reason = failed(f"{site.url}/a", {"x-api-key": value})
    assert (kind, KEY in reason) == ("refused", False)
    kind, reason = failed(f"{site.url}/a", {"x-api-key": f" {KEY} "})
    assert (kind, KEY in reason) == ("refused", False)
    assert site.asked == []


@pytest.mark.parametrize("packed", [False, True])
def test_a_body_within_the_limit_is_read_whole(site: Any, packed: bool) -> None:
    body = b"x" * 100_000
    headers = {"Content-Encoding": "gzip"} if packed else {}
    url = site.put("/a", gzip.compress(body) if packed else body, headers=headers)
    assert get(url, limit=100_000).body == body
    assert failed(url, limit=99_999) == ("too-large", "the answer is larger than 99,999 bytes")


def test_deflate_is_unpacked_too(site: Any) -> None:
    url = site.put("/a", zlib.compress(b"x" * 1000), headers={"Content-Encoding": "deflate"})
    assert get(url).body == b"x" * 1000


@pytest.mark.parametrize(
    ("encoding", "body", "reason"),
    [
        ("br", b"x", "the answer is packed in a way that was not asked for"),
        (
            "gzip, gzip",
            gzip.compress(gzip.compress(b"x", mtime=0), mtime=0),
            "the answer is packed in a way that was not asked for",
        ),
        ("gzip", b"no gzip", "the answer is packed in a way that cannot be unpacked"),
    ],
)
def test_what_cannot_be_unpacked_is_told(site: Any, encoding: str, body: bytes, reason: str) -> None:
    assert failed(site.put("/a", body, headers={"Content-Encoding": encoding})) == ("unreadable", reason)


def test_a_server_that_says_nothing_is_left(raw: Callable[..., str]) -> None:
    start = time.monotonic()
    assert failed(raw(b"", pause=5), read=0.2) == ("timeout", "no answer in time")
    assert time.monotonic() - start < 4.5


@pytest.mark.parametrize(
    "beginning",
    [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"],
    ids=["headers", "body"],
)
def test_a_server_that_says_a_byte_now_and_then_is_left(raw: Callable[..., str], beginning: bytes) -> None:
    start = time.monotonic()
    assert failed(raw(beginning, pause=0.05, forever=b"x"), read=5, deadline=0.4) == ("timeout", "no answer in time")
    assert time.monotonic() - start < 20


def test_the_end_of_time_comes_through_tls_too(site: Any) -> None:
    start = time.monotonic()
    assert failed(site.put("/a", b"x", pieces=100, pause=0.05), deadline=0.4) == ("timeout", "no answer in time")
    assert time.monotonic() - start < 4.5


def test_nobody_there_is_told(site: Any) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        kind, reason = failed(f"https://127.0.0.1:{closed.getsockname()[1]}/a")
    assert (kind, "refused" in reason) == ("unreachable", True)


@pytest.mark.parametrize("said", [b"no HTTP\r\n\r\n", b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"])
def test_what_is_no_whole_answer_is_told(raw: Callable[..., str], said: bytes) -> None:
    kind, reason = failed(raw(said), read=2)
    assert (kind, bool(reason)) == ("unreachable", True)


def test_a_server_that_nobody_vouches_for_is_not_asked(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    kind, reason = failed(f"{site.url}/a", {"authorization": KEY})
    assert (kind, "certificate" in reason.lower()) == ("unreachable", True)
    assert site.asked == []


@pytest.mark.usefixtures("site")
def test_certificates_that_are_none_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "nowhere.pem"))
    kind, reason = failed("https://127.0.0.1:9/a")
    assert kind == "unreachable"
    assert reason.startswith("the proxy or the certificates that the environment names cannot be used (")


def test_the_proxy_of_the_environment_is_used_and_named_without_its_password(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = site.put("/a", b"x")
    assert wire.proxy_of(url) is None
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@127.0.0.1:1")
    assert failed(url)[0] == "unreachable"
    assert wire.proxy_of(url) == "127.0.0.1:1"
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert get(url).body == b"x"
    assert wire.proxy_of(url) is None


def test_what_is_not_encrypted_goes_through_no_proxy(raw: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    url = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
    assert get(url, {"authorization": KEY}).body == b"{}"
    assert wire.proxy_of(url) is None


def test_nothing_that_is_sent_is_logged(site: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    get(site.put("/models?cursor=abc", b"{}", headers={"X-Echo": KEY}), {"x-api-key": KEY})
    assert caplog.text == ""
    logging.getLogger("httpx").info("another's request")
    assert "another's request" in caplog.text


def test_no_traceback_shows_what_was_sent(site: Any) -> None:
    """Not even one that shows the variables of every frame."""
    request = Request(url=site.put("/a", b"x" * 1000))
    headers = wire.Sealed({"x-api-key": KEY})
    for limit, deadline in ((10, 5.0), (10_000, 0.0001)):
        try:
            send(request, headers, limit=limit, deadline=deadline)
        except WireError as error:
            assert error.__traceback__ is not None
            ours = error.__traceback__.tb_next  # The frame of this test knows the server, which knows the key.
            shown = "".join(traceback.TracebackException(WireError, error, ours, capture_locals=True).format())
            assert "x-api-key" in shown
            assert KEY not in shown
            assert error.__context__ is None
            assert error.__cause__ is None
        else:
            pytest.fail("an answer came")


def test_certificates_are_read_once(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    url = site.put("/a", b"x")
    get(url)
    monkeypatch.setattr(ssl, "create_default_context", lambda **given: pytest.fail("they are read again"))
    assert get(url).body == b"x"


def test_only_get_is_asked(raw: Callable[..., str]) -> None:
    methods: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            methods.append(self.rfile.readline().decode().split()[0])
            self.close_connection = True

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        failed(f"http://127.0.0.1:{server.server_port}/a")
        thread.join()
    assert methods == ["GET"]
