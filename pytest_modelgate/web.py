"""Fetches what is at an https address, and what that leads to: redirects are followed here, and nowhere else."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from pytest_modelgate.errors import UsageError
from pytest_modelgate.live_values import Request
from pytest_modelgate.wire import WireError, send

if TYPE_CHECKING:
    from pytest_modelgate.live_values import Answer

REDIRECTS = 5
_CONNECT = 10.0
_HEADERS = {"accept": "*/*", "accept-encoding": "identity"}
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_ADVICE = "look at the network, HTTPS_PROXY and SSL_CERT_FILE, or try again later"


def get(url: str, *, limit: int, timeout: float) -> Answer:
    """The answer at the end of at most five redirects, whatever its status is.

    Proxies and certificates are those that the environment names (HTTPS_PROXY, SSL_CERT_FILE and their like). Raises
    UsageError for an address that is not https or names a user, for more than `limit` bytes, for more than `timeout`
    seconds, and when there is no answer.
    """
    end = monotonic() + timeout
    address = _address(url, url)
    for _ in range(REDIRECTS + 1):
        left = max(end - monotonic(), 0.001)
        try:
            answer = send(
                Request(url=address), _HEADERS, connect=min(timeout, _CONNECT), read=timeout, limit=limit, deadline=left
            )
        except WireError as error:
            raise UsageError(_told(error, url, limit)) from error
        if answer.status not in _REDIRECTING or "location" not in answer.headers:
            return answer
        address = _address(answer.headers["location"], url, address)
    raise UsageError(f"{shown(url)} redirects more than {REDIRECTS} times; name the address that it leads to")


def shown(url: str) -> str:
    """An address for a message, without what may be secret in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "the address"
    host = parts.netloc.rpartition("@")[2]
    return repr(f"{parts.scheme}://{host}{parts.path}" if host else url.partition("?")[0])


def _address(url: str, asked: str, before: str | None = None) -> str:
    """An address that may be asked, spelt out where it is relative to the one before. Raises UsageError."""
    where = shown(asked)
    try:
        if before is not None:
            url = urljoin(before, url)
            where += f" redirects to {shown(url)}, which"
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UsageError(f"{where} is no address; write it like https://example.org/table.yaml") from None
    if parts.scheme != "https" or not parts.hostname:
        raise UsageError(f"{where} is no https address; only https is fetched")
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"{where} holds a user name or password; nothing is fetched with credentials")
    if port == 0 or any(character.isspace() for character in parts.netloc):
        raise UsageError(f"{where} is no address; write it like https://example.org/table.yaml")
    return parts._replace(fragment="").geturl()


def _told(error: WireError, url: str, limit: int) -> str:
    if error.kind == "timeout":
        return f"{shown(url)} has not answered in time; {_ADVICE}"
    if error.kind == "too-large":
        return f"{shown(url)} is larger than {limit:,} bytes, which nothing that is expected there is"
    return f"{shown(url)} cannot be fetched: {error.reason}; {_ADVICE}"
