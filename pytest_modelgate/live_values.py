"""What travels between the rooms that ask providers: what is asked, what is answered, and what that amounts to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping
    from datetime import date

    from pytest_modelgate.terms import State


class Outcome(StrEnum):
    """How a request for a list or for one model ended, in the same words for every provider."""

    OK = "ok"
    NO_KEY = "no-key"
    KEY_INVALID = "key-invalid"
    KEY_SCOPE = "key-scope"
    NO_ACCESS = "no-access"
    """The provider knows the model, and says that this key may not use it."""
    NOT_FOUND = "not-found"
    GONE = "gone"
    """The provider says that the model has been retired."""
    REGION = "region"
    IP_BLOCKED = "ip-blocked"
    QUOTA = "quota"
    RATE_LIMITED = "rate-limited"
    UNAVAILABLE = "unavailable"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    WRONG_ENDPOINT = "wrong-endpoint"
    BAD_RESPONSE = "bad-response"
    REFUSED = "refused"
    """Not asked: the security policy forbids it."""


class Absence(StrEnum):
    """What it means that a complete list lacks an id."""

    STRONG = "strong"
    AFTER_RETRIEVE = "after-retrieve"
    """Strong once the request for the one model is answered with 404 too."""
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Secret:
    """A credential, which shows itself nowhere but through `reveal`."""

    _value: str = field(repr=False)
    variable: str = ""
    """The environment variable it came from."""

    def reveal(self) -> str:
        """The value, for the header that it is meant for."""
        return self._value

    def __str__(self) -> str:
        return f"<{self.variable or 'secret'}>"

    def __repr__(self) -> str:
        return str(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A GET request but for its credential."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A model in a provider's list."""

    id: str
    """As the table spells it: without `models/` and the like."""
    aliases: tuple[str, ...] = ()
    state: State | None = None
    """RETIRED, DEPRECATED or LEGACY where the provider says so; None where it says nothing."""
    announced: date | None = None
    ends: date | None = None
    """The first day on which it is no longer served, in UTC."""
    earliest: date | None = None
    """Where the provider has no firm day: a day before which it plans no end."""
    successor: str | None = None
    callable: bool = True
    """False where the list itself says that this key, or this kind of access, cannot call it."""
    reason: str | None = None
    """Why it cannot be called, in words for the user."""
    stands_for: tuple[str, str] | None = None
    """Of a deployment, the name and the version of the model behind it."""
    upgrades: bool = False
    """Of a deployment, whether the provider is to move it to another version by itself."""
    actions: tuple[str, ...] | None = None
    """What it can be called for, in the provider's own words, where the list says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a list, and the request for the next."""

    rows: tuple[Listed, ...]
    following: Request | None = None
    doubts: tuple[str, ...] = ()
    """What could not be read in it, in words for the user: a bad date, an id that is no id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What came of asking one provider, at one origin with one key, for its list."""

    surface: str
    origin: str
    """Scheme, host and port."""
    outcome: Outcome
    rows: tuple[Listed, ...] = ()
    complete: bool = False
    """Whether every page was read, so that absence may mean something."""
    request_id: str | None = None
    message: str | None = None
    """The next step, or what the provider said, cleaned of secrets and cut to 300 characters."""
    variable: str | None = None
    """The environment variable that held the key."""
    cached: bool = False
    seconds: float = 0.0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEvidence:
    """What a provider's own list says of one reference."""

    listing: Listing
    row: Listed | None = None
    proves: bool = False
    """Whether being listed proves that it can be called."""
    absent: bool = False
    """Whether it is proven that this key cannot call it."""
    why: str | None = None
    """Why nothing can be concluded from its absence, in words that go on after the ids."""
    known: frozenset[str] = frozenset()
    """The ids that the list does have, where it lacks this one."""


class BadResponseError(Exception):
    """An answer that is not what the provider documents; its text says what is odd, without quoting it at length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lister:
    """How one provider, or one kind of gateway, is asked for its models. Everything in it is pure.

    `first(base, environment)` is the request for the first page; `read(document, request)` makes a page of a parsed
    JSON answer, or raises BadResponseError; `one(base, environment, model_id)` is the request for a single model, and
    `read_one(document)` what it says. `environment` is what the process has been given, for scopes such as a region or
    an API version; never a credential.
    """

    surface: str
    name: str
    """Of this way to ask; a surface may have several: `azure-arm`, `bedrock-profiles`."""
    title: str
    keys: tuple[str, ...]
    """Environment variables that hold the credential; the first that is set wins. Empty: no credential is needed."""
    keyless: bool = False
    """Whether it is asked without a credential where none of the variables is set, as a server may want none."""
    default: str | None
    """The base address where no variable names another; None where only the operator knows it. May hold `{region}`."""
    bases: tuple[str, ...] = ()
    """Environment variables that name another base address; the first that is set wins."""
    address: Callable[[str], str] = str
    """A base address from the environment or the operator as a URL, where the provider's own programs take less:
    `0.0.0.0:11434`."""
    origins: re.Pattern[str]
    """Matches, whole, the origins (`https://host`, or with a port) that the keys may be sent to besides that of a base
    address from the environment."""
    header: str = "authorization"
    """The header of the credential: `authorization` (as a Bearer token), `x-api-key`, `api-key`, `x-goog-api-key`, or
    `sigv4` and `adc` for signatures and tokens that a library makes."""
    bearers: frozenset[str] = frozenset()
    """Of `keys`, those whose credential goes as a Bearer token whatever `header` says."""
    needs: tuple[tuple[str, ...], ...] = ()
    """Groups of variables that name a scope; unless one of each group is set, `first` raises UsageError."""
    first: Callable[[str, Mapping[str, str]], Request]
    read: Callable[[object, Request], Page]
    one: Callable[[str, Mapping[str, str], str], Request] | None = None
    read_one: Callable[[object], Listed] | None = None
    whole: Callable[[tuple[Listed, ...]], tuple[Listed, ...]] | None = None
    """What the rows of all pages say together, where those of one page explain those of another."""
    absence: Absence
    presence_proves: bool = True
    """Whether a listed model can be called, as far as a list can tell."""
    normal: Callable[[str], str] = str
    """The form of an id in which it is looked for in the list."""
    any_case: bool = False
    covers: Callable[[str], bool] | None = None
    """Whether its list would hold an id of this form at all; of other ids, such as those of another account, absence
    says nothing. None: it would hold every id."""
    outcome: Callable[[Answer], Outcome | None] | None = None
    """What this provider's errors mean where that differs from everybody's."""
