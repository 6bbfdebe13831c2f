from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import web
from pytest_modelgate.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


def refused(url: str, limit: int = 100, timeout: float = 5.0) -> str:
    with pytest.raises(UsageError) as caught:
        web.get(url, limit=limit, timeout=timeout)
    (mistake,) = caught.value.mistakes
    return mistake


@pytest.fixture
def page(site: Any) -> Any:
    """Puts a page on the site; gives its address."""
    return site.put


def test_an_answer_is_given_whatever_its_status(site: Any, page: Any) -> None:
    answer = web.get(page("/a?b=1", b"x" * 100, headers={"X-Said": "so"}), limit=100, timeout=5)
    assert (answer.status, answer.body, answer.headers["x-said"]) == (200, b"x" * 100, "so")
    assert web.get(f"{site.url}/nowhere", limit=0, timeout=5).status == 404
    (_, headers), _ = site.asked
    assert headers["user-agent"].startswith("modelgate/")
    assert headers["accept-encoding"] == "identity"
    assert not headers.keys() & {"authorization", "cookie"}


def test_redirects_are_followed_within_https(site: Any, page: Any) -> None:
    for step in range(5):
        page(f"/{step}", status=302, headers={"Location": f"/{step + 1}"})
    page("/5", b"there")
    assert web.get(f"{site.url}/0", limit=10, timeout=5).body == b"there"
    page("/5", status=301, headers={"Location": f"{site.url}/6"})
    assert refused(f"{site.url}/0") == f"'{site.url}/0' redirects more than 5 times; name the address that it leads to"


@pytest.mark.parametrize(
    ("location", "told"),
    [
        (
            "http://127.0.0.1:9/x",
            "redirects to 'http://127.0.0.1:9/x', which is no https address; only https is fetched",
        ),
        ("//me:secret@127.0.0.1:9/x", "redirects to 'https://127.0.0.1:9/x', which holds a user name or password"),
        ("file:///etc/passwd", "which is no https address"),
    ],
)
def test_a_redirect_that_leaves_https_is_refused(page: Any, location: str, told: str) -> None:
    message = refused(page("/a", status=302, headers={"Location": location}))
    assert told in message
    assert "secret" not in message


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://example.org/x", "'http://example.org/x' is no https address; only https is fetched"),
        ("ftp://example.org/x", "is no https address"),
        ("deprecations.yaml", "'deprecations.yaml' is no https address"),
        ("https:///x", "is no https address"),
        ("https://me:secret@example.org/x?key=secret", "'https://example.org/x' holds a user name or password"),
        ("https://[x", "the address is no address; write it like https://example.org/table.yaml"),
        ("https://exa mple.org:port/", "is no address"),
    ],
)
def test_an_address_that_is_no_plain_https_is_never_asked(url: str, told: str) -> None:
    message = refused(url)
    assert told in message
    assert "secret" not in message


def test_more_than_the_limit_is_not_read(page: Any) -> None:
    url = page("/large", b"x" * 2000, pieces=1000)
    assert refused(url, limit=100_000) == (
        f"'{url}' is larger than 100,000 bytes, which nothing that is expected there is"
    )


def test_a_compressed_answer_counts_by_its_full_size(page: Any) -> None:
    import gzip

    url = page("/bomb", gzip.compress(b"\0" * 10**6), headers={"Content-Encoding": "gzip"})
    assert "is larger than 100,000 bytes" in refused(url, limit=100_000)


def test_a_slow_server_is_left(page: Any) -> None:
    assert "has not answered in time; look at the network" in refused(page("/slow", b"x", pause=3), timeout=0.3)
    assert "has not answered in time" in refused(page("/drip", b"x", pieces=50, pause=0.1), timeout=0.5)


def test_a_slow_chain_of_redirects_is_left(page: Any) -> None:
    for step in range(5):
        page(f"/{step}", b"x", status=302, headers={"Location": f"/{step + 1}"}, delay=0.2)
    assert "has not answered in time" in refused(page("/", status=302, headers={"Location": "/0"}), timeout=0.5)


def test_a_server_that_nobody_vouches_for_is_not_trusted(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    message = refused(f"{site.url}/a")
    assert f"'{site.url}/a' cannot be fetched: " in message
    assert "certificate" in message.lower()
    assert site.asked == []


def test_certificates_that_are_none_are_told(site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "none.pem").write_text("no certificate")
    for name in ("none.pem", "nowhere.pem"):
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / name))
        assert "look at " in refused(f"{site.url}/a")
        assert "HTTPS_PROXY and SSL_CERT_FILE" in refused(f"{site.url}/a")


@pytest.mark.parametrize("proxy", ["nonsense://x", "socks5://127.0.0.1:9", "http://127.0.0.1:1"])
def test_a_proxy_of_the_environment_is_used_and_a_useless_one_told(
    site: Any, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    assert "HTTPS_PROXY and SSL_CERT_FILE" in refused(f"{site.url}/a")
    assert site.asked == []


@pytest.mark.usefixtures("site")
def test_nobody_there_is_told() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"https://127.0.0.1:{closed.getsockname()[1]}/a"
        assert refused(url).startswith(f"'{url}' cannot be fetched: ")


@pytest.mark.usefixtures("site")
def test_an_answer_that_is_no_tls_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nplain")
                connection.recv(1000)

        thread = threading.Thread(target=answer)
        thread.start()
        assert "cannot be fetched: " in refused(f"https://127.0.0.1:{server.getsockname()[1]}/a")
        thread.join()
