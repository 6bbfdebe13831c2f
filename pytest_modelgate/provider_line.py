"""Opens a line to one provider, sends along it what may be sent, and asks again where that may help."""

from __future__ import annotations

import json
import random
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from pytest_modelgate import keys, signing, wire
from pytest_modelgate.errors import UsageError
from pytest_modelgate.keys import Refusal
from pytest_modelgate.live_values import Outcome, Secret
from pytest_modelgate.outcomes import cleaned, outcome_of, request_id, said
from pytest_modelgate.signing import SigningError
from pytest_modelgate.wire import WireError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pytest_modelgate.live_values import Answer, Listed, Lister, Request

    Send = Callable[..., Answer]
    """Like `wire.send`."""

TRIES = 3
ID = re.compile(r"[\x21-\x7e]{1,256}")
NETWORK = "look at the network, HTTPS_PROXY and SSL_CERT_FILE, or try again later"
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 20.0
_SECONDS = re.compile(r"\s*\d{1,9}(?:\.\d{1,9})?\s*", re.ASCII)
_AGAIN = frozenset({Outcome.RATE_LIMITED, Outcome.UNAVAILABLE})
_BY_KIND = {
    "timeout": Outcome.TIMEOUT,
    "unreachable": Outcome.UNREACHABLE,
    "too-large": Outcome.BAD_RESPONSE,
    "unreadable": Outcome.BAD_RESPONSE,
    "refused": Outcome.REFUSED,
}
_NEXT = {
    Outcome.KEY_INVALID: "{title} does not accept {key}; look whether it is whole, current and meant for it",
    Outcome.KEY_SCOPE: "{title} knows {key}, and does not let it read the list; allow it to read models",
    Outcome.NO_ACCESS: "{title} does not let {key} use it; ask for access in its project or organisation",
    Outcome.NOT_FOUND: "{title} knows no such model, or not for {key}",
    Outcome.GONE: "{title} says that it is retired",
    Outcome.REGION: "{title} does not serve the country or region that this comes from; use another region or host",
    Outcome.IP_BLOCKED: "{title} does not let this network ask; look at allowed addresses, firewalls and proxies",
    Outcome.QUOTA: "{title} says that quota or credit is used up for {key}; look at billing and limits",
    Outcome.RATE_LIMITED: "{title} gets too many requests for {key}; try again later",
    Outcome.UNAVAILABLE: "{title} cannot answer now (status {status}); try again later",
    Outcome.WRONG_ENDPOINT: "{origin} answers with status {status} and not as {title} does; look at the base address",
    Outcome.BAD_RESPONSE: "{origin} gives an answer that {title} does not give",
}


class Said(NamedTuple):
    """What came of asking."""

    outcome: Outcome
    status: int | None = None
    document: object = None
    words: str | None = None
    """What there is to say besides the outcome."""
    whole: bool = False
    """Whether these words are all there is to say."""


class EndError(Exception):
    """Nothing is asked; the text is for the user."""

    def __init__(self, outcome: Outcome, reason: str) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason


class Line:
    """A line to one provider: where it leads, what opens it, and how much time is left."""

    def __init__(
        self,
        lister: Lister,
        environment: Mapping[str, str],
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        send: Send,
        budget: float,
    ) -> None:
        self.lister = lister
        self.environment = environment
        self.clock, self.sleep, self.send = clock, sleep, send
        self.start = clock()
        self.budget = budget
        self.origin = ""
        self.variable: str | None = None
        self.identity: Secret | None = None
        """What tells this credential from others."""
        self.secrets = tuple(Secret(environment[name], name) for name in lister.keys if environment.get(name))
        self.status: int | None = None
        self.request_id: str | None = None
        self._hints: tuple[str, ...] = ()
        self._headers: Callable[[Request], Mapping[str, str]] = lambda request: {}

    def open(
        self, given: str | None, secret: Secret | None, first: Callable[[str, Mapping[str, str]], Request]
    ) -> Request:
        """The first request, once it is sure where it goes and what may go with it. Raises EndError."""
        base = keys.base_of(self.lister, self.environment, given)
        if isinstance(base, Refusal):
            raise EndError(base.outcome, base.reason)
        self.origin = origin = str(keys.origin_of(base))
        try:
            request = first(base, self.environment)
        except UsageError as error:
            raise EndError(Outcome.NO_KEY, str(error)) from None
        if keys.origin_of(request.url) != origin:
            raise EndError(Outcome.REFUSED, f"what is asked of {self.lister.title} is not at {origin}")
        self._unlock(secret)
        return request

    def get(self, request: Request) -> Said:
        """What comes of a request, asked again where that may help and while there is time."""
        for attempt in range(TRIES):
            left = self.start + self.budget - self.clock()
            if left <= 0:
                return Said(Outcome.TIMEOUT, words=f"no answer within {self.budget:g} s")
            ended, wait = self._try(request, left, attempt)
            if wait is None or attempt == TRIES - 1 or wait >= self.start + self.budget - self.clock():
                break
            self.sleep(wait)
        return ended

    def message(self, ended: Said) -> str | None:
        """What happened and what to do, in at most 300 characters without any secret; None when all is well."""
        if ended.outcome is Outcome.OK:
            return None
        title, words = self.lister.title, ended.words
        if ended.whole:
            return cleaned(words or "", self.secrets)
        if ended.outcome in {Outcome.TIMEOUT, Outcome.UNREACHABLE}:
            return cleaned(f"{title}: {words}; {NETWORK}", self.secrets)
        if ended.outcome not in _NEXT:
            return cleaned(words or "", self.secrets)
        key = f"the key of {self.variable}" if self.variable else "a request without a key"
        step = _NEXT[ended.outcome].format(title=title, key=key, origin=self.origin, status=ended.status)
        hints = self._hints if ended.outcome in {Outcome.KEY_INVALID, Outcome.KEY_SCOPE} else ()
        parts = [step, *hints, *([words] if words else [])]
        return cleaned("; ".join(parts), self.secrets)

    def printable(self, row: Listed) -> Listed | None:
        """A row in which nothing can harm a terminal or show a key; None when its id does."""
        if not self._fit(row.id):
            return None
        stands_for = row.stands_for
        return replace(
            row,
            aliases=tuple(filter(self._fit, row.aliases)),
            successor=row.successor if row.successor and self._fit(row.successor) else None,
            reason=None if row.reason is None else cleaned(row.reason, self.secrets),
            stands_for=stands_for if stands_for and self._fit("".join(stands_for)) else None,
            actions=None if row.actions is None else tuple(filter(self._fit, row.actions)),
        )

    def _fit(self, text: str) -> bool:
        values = (secret.reveal().strip() for secret in self.secrets)
        return ID.fullmatch(text) is not None and not any(len(value) >= 8 and value in text for value in values)

    def _unlock(self, secret: Secret | None) -> None:
        """Finds the credential that may go to this origin; one that is given may. Raises EndError."""
        lister, origin = self.lister, self.origin
        ours = secret is not None or keys.may_have(lister, self.environment, origin)
        secret = secret or keys.credential(lister, self.environment)
        if secret is not None:
            self.secrets = (*self.secrets, secret)
            if not ours and not lister.keyless:
                raise EndError(Outcome.REFUSED, f"{secret.variable} is not sent to {origin}: {self._binding(secret)}")
            if not ours:
                self._hints = (f"{secret.variable} was not sent: {self._binding(secret)}",)
                return
            odd = " and ".join(keys.oddities(secret))
            self._hints = (f"{secret.variable} {odd}",) if odd else ()
            self.variable, self.identity = secret.variable, secret
            if not keys.sendable(secret):
                raise EndError(
                    Outcome.KEY_INVALID,
                    f"{secret.variable} {odd}, so it was not sent: no request can carry it; set it to the key alone",
                )
            carried = keys.headers(lister, secret)
            self._headers = lambda request: carried
        elif lister.header in keys.SIGNED:
            if not ours:
                raise EndError(Outcome.REFUSED, f"credentials of {lister.title} are not sent to {origin}")
            try:
                signer = signing.signer(lister.header, self.environment)
            except SigningError as error:
                raise EndError(error.outcome, error.reason) from None
            self.secrets = (*self.secrets, *signer.secrets)
            self.variable, self.identity = signer.secrets[0].variable, signer.secrets[0]
            self._headers = signer.headers
        elif lister.keys and not lister.keyless:
            raise EndError(Outcome.NO_KEY, f"{lister.title} is not asked: set {' or '.join(lister.keys)}")

    def _binding(self, secret: Secret) -> str:
        variable = f"set {self.lister.bases[0]} to that address, or " if self.lister.bases else ""
        return f"{variable}name the address and the variable of its key together"

    def _try(self, request: Request, left: float, attempt: int) -> tuple[Said, float | None]:
        """What came of one try, and after how many seconds another may help; None when none does."""
        usual = _FIRST_WAIT * 2**attempt * (1 - 0.25 * random.random())  # noqa: S311
        try:
            answer = self.send(
                request,
                self._headers(request),
                connect=wire.CONNECT,
                read=wire.READ,
                limit=wire.LARGEST,
                deadline=left,
            )
        except WireError as error:
            # Without a network the run is not held up: only what fails at once is tried again.
            again = error.kind == "timeout" or (
                error.kind == "unreachable" and self.clock() - self.start < wire.CONNECT - usual
            )
            return Said(_BY_KIND[error.kind], words=error.reason), usual if again else None
        self.status = answer.status
        identifier = request_id(answer.headers)
        self.request_id = None if identifier is None else cleaned(identifier, self.secrets)
        outcome = outcome_of(answer, self.lister)
        if outcome is Outcome.OK:
            try:
                return Said(outcome, answer.status, json.loads(answer.body)), None
            except (ValueError, RecursionError):
                return Said(Outcome.BAD_RESPONSE, answer.status, words="it is no JSON"), None
        ended = Said(outcome, answer.status, words=self._words(answer))
        again = outcome in _AGAIN and (answer.status in {408, 429} or answer.status >= 500)
        return ended, _wait(answer.headers, usual) if again else None

    def _words(self, answer: Answer) -> str | None:
        if 300 <= answer.status < 400:
            target = keys.origin_of(urljoin(self.origin, answer.headers.get("location", "")))
            return f"it redirects to {'no address' if isinstance(target, Refusal) else target}"
        words = said(answer, self.secrets)
        return f"it says: {words}" if words else None


def _wait(headers: Mapping[str, str], usual: float) -> float | None:
    """For how long to wait, as the server wishes; None when it wishes no other request, or one much later."""
    if headers.get("x-should-retry", "").strip().lower() == "false":
        return None
    wished = _number(headers.get("retry-after-ms"), 1000) or _number(headers.get("retry-after"), 1) or _until(headers)
    if wished is None or wished <= 0:
        return usual
    return wished if wished <= _LONGEST_WAIT else None


def _number(text: str | None, unit: int) -> float | None:
    return float(text) / unit if text is not None and _SECONDS.fullmatch(text) else None


def _until(headers: Mapping[str, str]) -> float | None:
    """The seconds until a date, from the moment at which the server wrote it."""
    from email.utils import parsedate_to_datetime

    try:
        then = parsedate_to_datetime(headers.get("retry-after", ""))
        now = parsedate_to_datetime(headers["date"]).timestamp() if "date" in headers else time.time()
        return then.timestamp() - now
    except (ValueError, OverflowError):
        return None
