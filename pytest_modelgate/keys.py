"""Says which key is used and where it may go: from the environment of the process and its operator's flags alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pytest_modelgate.live_values import Outcome, Secret
from pytest_modelgate.wire import LOOPBACK, Sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.live_values import Lister

SIGNED = frozenset({"sigv4", "adc"})
"""Kinds of `Lister.header` for which a cloud's own library makes the header, unless there is a token."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)*{_LABEL}")
_PATH = re.compile(r"(?:(?!\.\.?/)[A-Za-z0-9._~:@+-]+/)*(?!\.\.?\Z)[A-Za-z0-9._~:@+-]*")
_REGION = re.compile(r"[a-z0-9-]{1,40}")
_REGIONS = ("AWS_REGION", "AWS_DEFAULT_REGION")
_SENDABLE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
_NO_TOKENS = frozenset(
    {"GOOGLE_APPLICATION_CREDENTIALS", "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"}
)
"""What the clouds' libraries read themselves: names of files and profiles, and parts of credentials."""
_TIED = frozenset({"azure"})
"""Surfaces whose own hosts alone are asked, whatever the environment says: their keys are a company's."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no address to ask, and what to do."""

    reason: str
    outcome: Outcome = Outcome.REFUSED
    """NO_KEY where the environment does not say what is needed."""


def credential(lister: Lister, environment: Mapping[str, str]) -> Secret | None:
    """The key of the first variable that is set; None when there is none, or a cloud's library has to look."""
    for name in lister.keys:
        if environment.get(name, "").strip() and not (lister.header in SIGNED and name in _NO_TOKENS):
            return Secret(environment[name], name)
    return None


def base_of(lister: Lister, environment: Mapping[str, str], given: str | None = None) -> str | Refusal:
    """The base address to ask: the operator's, else that of the first variable that is set, else the provider's own."""
    named = next((name for name in lister.bases if environment.get(name, "").strip()), None)
    if given is not None:
        base, source = lister.address(given.strip()), "the base address"
    elif named is not None:
        base, source = lister.address(environment[named].strip()), named
    elif lister.default is None:
        reason = f"{lister.title} has no address of its own; set {' or '.join(lister.bases) or 'a base address'}"
        return Refusal(reason, Outcome.NO_KEY)
    else:
        base, source = lister.default, lister.title
        if "{region}" in base:
            region = _region(lister, environment)
            if isinstance(region, Refusal):
                return region
            base = base.replace("{region}", region)
    origin = origin_of(base)
    if not isinstance(origin, Refusal) and not _PATH.fullmatch(base[base.index("://") + 3 :].partition("/")[2]):
        origin = Refusal("has more than a plain path behind its host; leave the rest out")
    if isinstance(origin, Refusal):
        return Refusal(f"{source} {origin.reason}", origin.outcome)
    if lister.surface in _TIED and not (lister.origins.fullmatch(origin) or _local(origin)):
        return Refusal(
            f"{source} names {origin}, which is no address of {lister.title}; keys are sent to its own alone"
        )
    return base


def origin_of(url: str) -> str | Refusal:
    """Scheme, host and port of an address that may be asked; what is wrong with it follows the word it is put after."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return Refusal("is no address; write it like https://host.example.org/v1")
    if parts.username is not None or parts.password is not None:
        return Refusal("holds a user name or password; keys come from variables alone")
    if not url.isascii() or not url.isprintable() or "\\" in url or host is None or port == 0:
        return Refusal("is no address; write it like https://host.example.org/v1")
    local = LOOPBACK.fullmatch(host) is not None
    if not local and (not _NAME.fullmatch(host) or _numeric(host)):
        return Refusal("names no host by a plain name; IP addresses are asked on this machine alone")
    if any(label.startswith("xn--") for label in host.split(".")):
        return Refusal("names a host whose letters may look like others; write one in plain ASCII")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        return Refusal("is not https; http is used on this machine alone")
    shown = f"[{host}]" if ":" in host else host
    usual = {"https": 443, "http": 80}[parts.scheme]
    return f"{parts.scheme}://{shown}" + (f":{port}" if port not in {None, usual} else "")


def may_have(lister: Lister, environment: Mapping[str, str], origin: str) -> bool:
    """Whether the keys of this lister's variables may be sent to an origin: the provider's, or the environment's."""
    if lister.origins.fullmatch(origin):
        return True
    named = (environment.get(name, "").strip() for name in lister.bases)
    return any(origin_of(lister.address(base)) == origin for base in named if base)


def headers(lister: Lister, secret: Secret) -> Mapping[str, str]:
    """The header that carries a key, which shows itself nowhere."""
    value = secret.reveal()
    if lister.header in {"authorization", *SIGNED} or secret.variable in lister.bearers:
        return Sealed({"authorization": f"Bearer {value}"})
    return Sealed({lister.header: value})


def oddities(secret: Secret) -> tuple[str, ...]:
    """What is odd about a key, in words that go on after its variable's name."""
    value = secret.reveal()
    bare = value.strip()
    found = (
        (value != bare, "begins or ends with white space"),
        ("\n" in bare or "\r" in bare, "holds a line break"),
        (len(bare) > 1 and bare[0] in "\"'`" and bare[-1] == bare[0], "is in quotation marks"),
        (bare.lower().startswith("bearer "), "begins with the word Bearer"),
        (re.search(r"[^\x20-\x7e\r\n]", bare) is not None, "holds characters that no key has"),
    )
    return tuple(words for odd, words in found if odd)


def sendable(secret: Secret) -> bool:
    """Whether a header can carry it."""
    return _SENDABLE.fullmatch(secret.reveal()) is not None


def _region(lister: Lister, environment: Mapping[str, str]) -> str | Refusal:
    scopes = [name for group in lister.needs for name in group if name.endswith(("_REGION", "_LOCATION"))]
    names = scopes or list(_REGIONS)
    name = next((name for name in names if environment.get(name, "").strip()), None)
    if name is None:
        return Refusal(f"{lister.title} is asked in a region; set {' or '.join(names)}", Outcome.NO_KEY)
    region = environment[name].strip()
    if not _REGION.fullmatch(region):
        return Refusal(f"{name} names no region; write one like us-east-1")
    return region


def _local(origin: str) -> bool:
    return LOOPBACK.fullmatch(urlsplit(origin).hostname or "") is not None


def _numeric(host: str) -> bool:
    """Whether a system may take it for an IP address: `2130706433`, `127.1`, `0x7f.1`."""
    return re.fullmatch(r"[0-9]+|0x[0-9a-f]*", host.rpartition(".")[2]) is not None
