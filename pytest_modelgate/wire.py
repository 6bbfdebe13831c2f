"""Sends one GET request within limits, and follows nothing: the only room that knows the HTTP client."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import socket
import threading
import zlib
from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from pytest_modelgate import __version__
from pytest_modelgate.live_values import Answer

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Mapping

    import httpx

    from pytest_modelgate.live_values import Request

CONNECT = 5.0
READ = 15.0
LARGEST = 10 * 2**20
LOOPBACK = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1")

Kind = Literal["timeout", "unreachable", "too-large", "unreadable", "refused"]

_HEADER = re.compile(r"[\x20-\x7e]*")
_LOGGERS = ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks")))
_sending: ContextVar[bool] = ContextVar("modelgate_sending", default=False)
_contexts: dict[tuple[str, str], ssl.SSLContext] = {}
_making = threading.Lock()


class WireError(Exception):
    """There is no answer; `reason` says why, without addresses and without anything that was sent."""

    def __init__(self, kind: Kind, reason: str) -> None:
        super().__init__(reason)
        self.kind: Kind = kind
        self.reason = reason


def send(
    request: Request,
    headers: Mapping[str, str],
    *,
    connect: float = CONNECT,
    read: float = READ,
    limit: int = LARGEST,
    deadline: float = READ,
) -> Answer:
    """The answer to a request with these headers besides its own, whatever its status is; redirects are answers too.

    `connect` and `read` bound each step, and `deadline` everything, in seconds; `limit` bounds the unpacked body.
    Proxies and certificates are those that the environment names (HTTPS_PROXY, SSL_CERT_FILE and their like). Raises
    WireError of kind `refused`, without asking, for an address that is neither https nor http on this machine, for
    one that names a user, and for a header that no request can carry.
    """
    import httpx

    _quieten()
    token = _sending.set(True)
    trouble: WireError
    # What goes wrong is raised outside the handler, so that no chained traceback reaches what was sent.
    try:
        timeout = httpx.Timeout(min(read, deadline), connect=min(connect, deadline))
        return _sent(request, headers, timeout, limit, deadline)
    except WireError as error:
        trouble = WireError(error.kind, error.reason)
    except httpx.ConnectTimeout:
        trouble = WireError("unreachable", f"no connection within {min(connect, deadline):g} s")
    except httpx.TimeoutException:
        trouble = _slow()
    except httpx.LocalProtocolError:
        # Its text quotes the header that it is about.
        trouble = WireError("refused", "the request cannot be written down")
    except httpx.HTTPError as error:
        trouble = WireError("unreachable", _reason(error))
    finally:
        _sending.reset(token)
    raise trouble


def proxy_of(url: str) -> str | None:
    """The proxy of the environment that a request goes through, without a user; None when it goes straight."""
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or parts.scheme == "http" or proxy_bypass(parts.netloc):
        return None
    return proxy.rpartition("@")[2].partition("://")[2] or proxy.rpartition("@")[2]


def _sent(request: Request, headers: Mapping[str, str], timeout: httpx.Timeout, limit: int, deadline: float) -> Answer:
    import httpx

    end = monotonic() + deadline
    address = _address(request.url)
    every = Sealed({name.lower(): value for name, value in {**request.headers, **headers}.items()})
    if not all(_HEADER.fullmatch(value) for value in every.values()):
        raise WireError("refused", "a header would hold something else than visible ASCII characters and spaces")
    with _client(address, every, timeout) as client, _watched(end) as watch:
        try:
            with client.stream("GET", address, extensions={"trace": watch.see}) as response:
                return Answer(
                    status=response.status_code,
                    headers={name.lower(): value for name, value in response.headers.items()},
                    body=_body(response, limit, end),
                )
        except httpx.HTTPError:
            if not watch.over:
                raise
        raise _slow()


class Sealed(dict[str, str]):
    """Headers, of which a traceback shows the names alone."""

    def __repr__(self) -> str:
        return f"<headers: {', '.join(self)}>"


class _Watch:
    """Shuts the connection down at the end: a server that sends a byte now and then keeps within every other limit."""

    def __init__(self) -> None:
        self.over = False
        self.socket: socket.socket | None = None
        self._turn = threading.Lock()

    def see(self, event: str, given: Mapping[str, object]) -> None:
        with self._turn:
            if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
                self.socket = given["return_value"].get_extra_info("socket")  # type: ignore[attr-defined]
                if self.over:
                    self._shut()
            elif event.endswith(".start_tls.started") and self.socket is not None:
                if self.over:
                    # Python loses a socket that is shut down, but not closed, when it is to begin TLS.
                    self.socket.close()
                self.socket = None

    def shut(self) -> None:
        with self._turn:
            self.over = True
            self._shut()

    def _shut(self) -> None:
        if self.socket is not None:
            with contextlib.suppress(OSError):
                # Not through TLS, whose own farewell would wait for the other side.
                socket.socket.shutdown(self.socket, socket.SHUT_RDWR)


@contextlib.contextmanager
def _watched(end: float) -> Iterator[_Watch]:
    watch = _Watch()
    timer = threading.Timer(max(0.0, end - monotonic()), watch.shut)
    timer.daemon = True
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()


def _address(url: str) -> httpx.URL:
    import httpx

    try:
        # Stricter about brackets than httpx, which would look for a host of such a name.
        parts = urlsplit(url)
        address = httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        raise WireError("refused", "it is no address") from None
    if parts.username is not None or parts.password is not None or address.userinfo:
        raise WireError("refused", "the address holds a user name or password")
    local = LOOPBACK.fullmatch(address.host) is not None
    if not address.host or (address.scheme != "https" and not (address.scheme == "http" and local)):
        raise WireError("refused", "only https is asked, and http on this machine alone")
    return address


def _client(address: httpx.URL, headers: Mapping[str, str], timeout: httpx.Timeout) -> httpx.Client:
    """A client that trusts whom the environment names."""
    import httpx

    own = {"user-agent": f"modelgate/{__version__}", "accept": "application/json", "accept-encoding": "gzip"}
    try:
        return httpx.Client(
            headers=Sealed({**own, **headers}),
            timeout=timeout,
            follow_redirects=False,
            verify=_context(),
            # What is not encrypted is not shown to a proxy either.
            trust_env=address.scheme == "https",
        )
    except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
        why = _reason(error)
    raise WireError("unreachable", f"the proxy or the certificates that the environment names cannot be used ({why})")


def _context() -> ssl.SSLContext:
    """Made once for all threads: reading the certificates takes longer than a request on a good day."""
    import ssl

    import httpx

    file, folder = named = os.environ.get("SSL_CERT_FILE", ""), os.environ.get("SSL_CERT_DIR", "")
    with _making:
        if named not in _contexts and (file or folder):
            # Older httpx passes over a file that is not there.
            _contexts[named] = ssl.create_default_context(cafile=file or None, capath=None if file else folder)
        elif named not in _contexts:
            _contexts[named] = httpx.create_ssl_context()
        return _contexts[named]


def _body(response: httpx.Response, limit: int, end: float) -> bytes:
    """Everything that was said, unpacked piece by piece, so that no small body becomes a large one first."""
    unpack = _unpacker(response.headers.get("content-encoding", "identity").strip().lower())
    body = bytearray()
    for piece in response.iter_raw():
        body += unpack(piece, limit + 1 - len(body))
        if len(body) > limit:
            raise WireError("too-large", f"the answer is larger than {limit:,} bytes")
    if monotonic() > end:
        raise _slow()
    return bytes(body)


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    if encoding in {"", "identity"}:
        return lambda piece, room: piece[:room]
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise WireError("unreadable", "the answer is packed in a way that was not asked for")
    unpacking = zlib.decompressobj(wbits=47)  # Either header is understood.

    def unpacked(piece: bytes, room: int) -> bytes:
        try:
            return unpacking.decompress(piece, room)
        except zlib.error:
            raise WireError("unreadable", "the answer is packed in a way that cannot be unpacked") from None

    return unpacked


def _quieten() -> None:
    """Keeps the client's own log, which quotes addresses and headers, from showing what this room sends."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if _unlogged not in logger.filters:
            logger.addFilter(_unlogged)


def _unlogged(record: logging.LogRecord) -> bool:
    return not _sending.get()


def _slow() -> WireError:
    return WireError("timeout", "no answer in time")


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
