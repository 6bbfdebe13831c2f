"""Fetches what is at an https address, within limits: the only room that asks the web."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from pytest_modelgate import __version__
from pytest_modelgate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

REDIRECTS = 5
_CONNECT = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def get(url: str, *, limit: int, timeout: float) -> Answer:
    """The answer at the end of at most five redirects, whatever its status is.

    Proxies and certificates are those that the environment names (HTTPS_PROXY, SSL_CERT_FILE and their like). Raises
    UsageError for an address that is not https or names a user, for more than `limit` bytes, for more than `timeout`
    seconds, and when there is no answer.
    """
    import httpx

    end = monotonic() + timeout
    address = _address(url, url)
    try:
        with _client(url, timeout) as client:
            for _ in range(REDIRECTS + 1):
                with client.stream("GET", address) as response:
                    if response.next_request is None:
                        return Answer(response.status_code, dict(response.headers), _body(response, url, limit, end))
                    address = _address(str(response.next_request.url), url)
                if monotonic() > end:
                    raise _slow(url)
    except httpx.TimeoutException as error:
        raise _slow(url) from error
    except httpx.HTTPError as error:
        raise UsageError(f"{shown(url)} cannot be fetched: {_reason(error)}; {_ADVICE}") from error
    raise UsageError(f"{shown(url)} redirects more than {REDIRECTS} times; name the address that it leads to")


def shown(url: str) -> str:
    """An address for a message, without what may be secret in it."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
    except ValueError:
        return "the address"
    host = parts.netloc.rpartition("@")[2]
    return repr(f"{parts.scheme}://{host}{parts.path}" if host else url.partition("?")[0])


_ADVICE = "look at the network, HTTPS_PROXY and SSL_CERT_FILE, or try again later"


def _client(url: str, timeout: float) -> httpx.Client:
    """Raises UsageError when the environment names a proxy or a file of certificates that nobody can use."""
    import httpx

    try:
        return httpx.Client(
            headers={"User-Agent": f"modelgate/{__version__}", "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(timeout, connect=min(timeout, _CONNECT)),
            follow_redirects=False,
        )
    except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
        reason = f"the proxy or the certificates that the environment names cannot be used ({_reason(error)})"
        raise UsageError(f"{shown(url)} cannot be fetched: {reason}; look at HTTPS_PROXY and SSL_CERT_FILE") from error


def _body(response: httpx.Response, url: str, limit: int, end: float) -> bytes:
    body = b""
    for piece in response.iter_bytes():
        body += piece
        if len(body) > limit:
            raise UsageError(f"{shown(url)} is larger than {limit:,} bytes, which nothing that is expected there is")
        # A server that sends a byte now and then keeps within every time limit of the client.
        if monotonic() > end:
            raise _slow(url)
    return body


def _address(url: str, asked: str) -> httpx.URL:
    """A parsed address that may be asked. Raises UsageError."""
    from urllib.parse import urlsplit

    import httpx

    where = shown(asked) if url == asked else f"{shown(asked)} redirects to {shown(url)}, which"
    try:
        # Stricter about brackets than httpx, which would look for a host of such a name.
        urlsplit(url)
        address = httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        raise UsageError(f"{where} is no address; write it like https://example.org/table.yaml") from None
    if address.scheme != "https" or not address.host:
        raise UsageError(f"{where} is no https address; only https is fetched")
    if address.userinfo:
        raise UsageError(f"{where} holds a user name or password; nothing is fetched with credentials")
    return address


def _slow(url: str) -> UsageError:
    return UsageError(f"{shown(url)} has not answered in time; {_ADVICE}")


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
