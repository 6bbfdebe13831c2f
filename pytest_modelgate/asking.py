"""Asks providers for their models: page by page, all providers at once, and never for long."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pytest_modelgate import keys, wire
from pytest_modelgate.keys import Refusal
from pytest_modelgate.live_values import BadResponseError, Listing, Outcome, Secret
from pytest_modelgate.outcomes import cleaned
from pytest_modelgate.provider_line import ID, NETWORK, EndError, Line, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pytest_modelgate.listing_cache import Cache
    from pytest_modelgate.live_values import Listed, Lister, Request
    from pytest_modelgate.provider_line import Send

BUDGET = 30.0
PAGES = 50
_GRACE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One list to ask for: `secret` is given only where the operator named address and key together."""

    lister: Lister
    base: str | None = None
    secret: Secret | None = None


def ask(
    lister: Lister,
    environment: Mapping[str, str],
    *,
    base: str | None = None,
    secret: Secret | None = None,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    send: Send = wire.send,
    budget: float = BUDGET,
    cache: Cache | None = None,
) -> Listing:
    """The list of one provider, or why there is none; `budget` seconds bound everything.

    `base` is the operator's address. A key of the environment goes to the provider's own origins and to those that
    the environment names; a `secret` goes to the `base` that the operator gave together with it. What a `cache` holds
    is not asked again.
    """
    line = Line(lister, environment, clock, sleep, send, budget)
    rows: list[Listed] = []
    doubts: list[str] = []
    ended = Said(Outcome.OK)
    first: Request | None = None
    try:
        first = line.open(base, secret, lister.first)
        kept = None if cache is None else cache.find(lister, first, line.identity)
        if kept is not None:
            return replace(kept, variable=line.variable, seconds=clock() - line.start)
        ended = _pages(line, first, rows, doubts)
    except EndError as error:
        ended = Said(error.outcome, words=error.reason, whole=True)
    complete = ended.outcome is Outcome.OK
    listing = Listing(
        surface=lister.surface,
        origin=line.origin,
        outcome=ended.outcome,
        rows=lister.whole(tuple(rows)) if complete and lister.whole is not None else tuple(rows),
        complete=complete,
        request_id=line.request_id,
        message=line.message(ended),
        variable=line.variable,
        seconds=clock() - line.start,
        doubts=tuple(dict.fromkeys(doubts)),
    )
    if cache is not None and first is not None and complete:
        cache.keep(lister, first, line.identity, listing)
    return listing


def ask_one(
    lister: Lister,
    environment: Mapping[str, str],
    model_id: str,
    *,
    base: str | None = None,
    secret: Secret | None = None,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    send: Send = wire.send,
    budget: float = BUDGET,
) -> tuple[Outcome, Listed | None, str | None]:
    """How the request for one model ended, what the provider says of it, and the next step with the request's id."""
    line = Line(lister, environment, clock, sleep, send, budget)
    one, read_one = lister.one, lister.read_one
    try:
        if one is None or read_one is None:
            raise EndError(Outcome.REFUSED, f"{lister.title} has no request for a single model")
        if not ID.fullmatch(model_id):
            raise EndError(Outcome.REFUSED, "a model id has 1 to 256 visible ASCII characters; this is none")
        ended = line.get(line.open(base, secret, lambda base, environment: one(base, environment, model_id)))
        if ended.outcome is Outcome.OK:
            row = line.printable(read_one(ended.document))
            if row is not None:
                return Outcome.OK, row, None
            ended = ended._replace(outcome=Outcome.BAD_RESPONSE, words="it names no model id")
    except BadResponseError as error:
        ended = Said(Outcome.BAD_RESPONSE, line.status, words=str(error))
    except EndError as error:
        ended = Said(error.outcome, words=error.reason, whole=True)
    message = line.message(ended)
    return ended.outcome, None, f"{message} (request id {line.request_id})" if line.request_id else message


def ask_all(
    questions: Sequence[Question],
    environment: Mapping[str, str],
    *,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    send: Send = wire.send,
    budget: float = BUDGET,
    cache: Cache | None = None,
) -> tuple[Listing, ...]:
    """A listing for each question, in their order; all are asked at once, and nothing is asked twice.

    Not even a name server that never answers makes it last much longer than `budget` seconds.
    """
    asked = {_identity(question, environment): question for question in reversed(questions)}
    listings: dict[_Identity, Listing] = {}
    errors: list[BaseException] = []

    def work(identity: _Identity, question: Question) -> None:
        try:
            listings[identity] = ask(
                question.lister,
                environment,
                base=question.base,
                secret=question.secret,
                clock=clock,
                sleep=sleep,
                send=send,
                budget=budget,
                cache=cache,
            )
        except BaseException as error:
            errors.append(error)

    # Of the kind that the end of the program does not wait for.
    threads = [threading.Thread(target=work, args=each, daemon=True) for each in asked.items()]
    for thread in threads:
        thread.start()
    end = time.monotonic() + budget + _GRACE
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    if errors:
        raise errors[0]
    return tuple(
        listings.get(identity) or _late(question, identity, budget)
        for question in questions
        for identity in (_identity(question, environment),)
    )


_Identity = tuple[str, "str | Refusal", "Secret | None"]


def _identity(question: Question, environment: Mapping[str, str]) -> _Identity:
    base = keys.base_of(question.lister, environment, question.base)
    secret = question.secret or keys.credential(question.lister, environment)
    return (
        question.lister.name,
        base if isinstance(base, Refusal) else base.rstrip("/"),
        # The same key is the same, whichever variable holds it; and a traceback may show it.
        None if secret is None else Secret(secret.reveal()),
    )


def _late(question: Question, identity: _Identity, budget: float) -> Listing:
    origin = "" if isinstance(identity[1], Refusal) else keys.origin_of(identity[1])
    return Listing(
        surface=question.lister.surface,
        origin=origin if isinstance(origin, str) else "",
        outcome=Outcome.TIMEOUT,
        message=f"{question.lister.title}: no answer within {budget:g} s; {NETWORK}",
        seconds=budget,
    )


def _pages(line: Line, first: Request, rows: list[Listed], doubts: list[str]) -> Said:
    """Reads page after page into `rows` and `doubts`; OK once there is no further page."""
    asked: list[tuple[str, dict[str, str]]] = []
    request: Request | None = first
    while request is not None:
        mark = request.url, dict(request.headers)
        if mark in asked:
            return Said(Outcome.BAD_RESPONSE, line.status, words="it names the same page again as the next")
        if len(asked) == PAGES:
            return Said(Outcome.BAD_RESPONSE, line.status, words=f"its list has more than {PAGES} pages")
        if keys.origin_of(request.url) != line.origin:
            return Said(Outcome.BAD_RESPONSE, line.status, words="it names a next page on another host")
        asked.append(mark)
        ended = line.get(request)
        if ended.outcome is not Outcome.OK:
            absent = ended.outcome in {Outcome.NOT_FOUND, Outcome.GONE, Outcome.NO_ACCESS}
            return ended._replace(outcome=Outcome.WRONG_ENDPOINT) if absent and ended.status != 403 else ended
        try:
            page = line.lister.read(ended.document, request)
        except BadResponseError as error:
            outcome = Outcome.BAD_RESPONSE if len(asked) > 1 else Outcome.WRONG_ENDPOINT
            return Said(outcome, line.status, words=str(error))
        shown = [line.printable(row) for row in page.rows]
        rows += [row for row in shown if row is not None]
        doubts += [cleaned(doubt, line.secrets) for doubt in page.doubts]
        if None in shown:
            doubts.append("the list has rows whose ids cannot be printed; they are left out")
        request = page.following
    return Said(Outcome.OK)
