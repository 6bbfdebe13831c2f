"""Fixtures that every test stands on."""

from __future__ import annotations

import os
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# The same examples in every run, however busy the machine is.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def own_git_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Git as a new user has it, whatever the machine's settings are and whichever hook started the tests."""
    settings = tmp_path_factory.mktemp("settings") / "gitconfig"
    settings.write_text("[user]\nname = A\nemail = a@example.org\n[init]\ndefaultBranch = main\n")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_GLOBAL", str(settings))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(scope="session", autouse=True)
def no_fetched_table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The bundled table is judged by, whichever table the machine's user has fetched."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("data")))
        yield


@dataclass(frozen=True, slots=True)
class Page:
    """What a server says of one path after `delay` seconds; each piece of the body `pause` seconds later."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: int = 1
    pause: float = 0.0
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Site:
    """A web server of this test, at an https address of this machine."""

    url: str
    pages: dict[str, Page]
    asked: list[tuple[str, dict[str, str]]]
    """The paths that were asked for, with the headers in lower case."""

    def put(self, path: str, body: bytes = b"", **said: Any) -> str:
        """Makes a page; its address."""
        self.pages[path] = Page(body, **said)
        return self.url + path


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server that the environment trusts."""
    import trustme

    pages: dict[str, Page] = {}
    asked: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = pages.get(self.path, Page(status=404))
            time.sleep(page.delay)
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(page.body) * page.pieces))
            self.end_headers()
            try:
                for _ in range(page.pieces):
                    time.sleep(page.pause)
                    self.wfile.write(page.body)
            except OSError:
                return  # The client has had enough, as it should.

        def log_message(self, *given: Any) -> None:
            """Nothing goes to the terminal."""

    authority = trustme.CA()
    certificate = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *given: None  # type: ignore[method-assign]
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Site(f"https://127.0.0.1:{server.server_port}", pages, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
