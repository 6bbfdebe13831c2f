from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate.asking import PAGES, Question, ask, ask_all, ask_one
from pytest_modelgate.errors import UsageError
from pytest_modelgate.live_values import Answer, Listed, Outcome, Request, Secret
from pytest_modelgate.wire import WireError
from tests.live.acme import KEY, acme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_modelgate.live_values import Lister

ENVIRONMENT = {"ACME_API_KEY": KEY}
BASE = "https://api.acme.test/v1"


def page(*ids: str, following: str | None = None, **headers: str) -> Answer:
    body = {"data": [{"id": each} for each in ids], "next": following}
    return said(200, body, **headers)


def said(status: int, body: object = "", **headers: str) -> Answer:
    text = body if isinstance(body, str) else json.dumps(body)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status=status, headers=named, body=text.encode())


@dataclass
class World:
    """A clock that only sleeping and sending move, and servers that give their answers one after another."""

    answers: list[Answer | WireError]
    cost: float = 0.0
    now: float = 1000.0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    deadlines: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def send(self, request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        self.asked.append((request.url, dict(headers)))
        self.deadlines.append(limits["deadline"])
        self.now += min(self.cost, limits["deadline"])
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, WireError):
            raise answer
        return answer

    def given(self) -> dict[str, Any]:
        return {"clock": self.clock, "sleep": self.sleep, "send": self.send}


def asked(
    world: World, lister: Lister | None = None, environment: Mapping[str, str] = ENVIRONMENT, **given: Any
) -> Any:
    return ask(lister or acme(), environment, **world.given(), **given)


def test_a_list_is_read_to_its_last_page() -> None:
    world = World([page("a", "b", following=f"{BASE}/models?after=b"), page("c", x_request_id="req_2")], cost=0.25)
    listing = asked(world)
    assert (listing.outcome, listing.complete, listing.message) == (Outcome.OK, True, None)
    assert listing.rows == (Listed(id="a"), Listed(id="b"), Listed(id="c"))
    assert (listing.surface, listing.origin, listing.variable) == ("acme", "https://api.acme.test", "ACME_API_KEY")
    assert (listing.request_id, listing.seconds, listing.cached) == ("req_2", 0.5, False)
    carried = {"authorization": f"Bearer {KEY}"}
    assert world.asked == [(f"{BASE}/models?limit=1000", carried), (f"{BASE}/models?after=b", carried)]


def test_what_all_pages_say_together_is_worked_out_at_the_end() -> None:
    whole = acme(whole=lambda rows: tuple(row for row in rows if row.id != "b"))
    world = World([page("a", following=f"{BASE}/models?after=a"), page("b", "c")])
    assert [row.id for row in asked(world, whole).rows] == ["a", "c"]
    broken = World([page("a", following=f"{BASE}/models?after=a"), said(500)])
    listing = asked(broken, whole)
    assert ([row.id for row in listing.rows], listing.complete) == (["a"], False)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([page("a", following=f"{BASE}/models?limit=1000")], "it names the same page again as the next"),
        (
            [page("a", following=f"{BASE}/x"), page("b", following=f"{BASE}/y"), page("c", following=f"{BASE}/x")],
            "again",
        ),
        ([page("a", following="https://evil.example/v1/models")], "it names a next page on another host"),
        ([page("a", following="http://api.acme.test/v1/models?after=a")], "it names a next page on another host"),
        ([page("a", following="https://api.acme.test:8443/v1")], "it names a next page on another host"),
        ([page("a", following="https://me@api.acme.test/v1")], "it names a next page on another host"),
        ([page("a", following="//[")], "it names a next page on another host"),
        ([page("a", following=f"{BASE}/x"), said(200, {"data": 7})], "`data` in the answer is no list"),
        ([page("a", following=f"{BASE}/x"), said(200, "{")], "it is no JSON"),
    ],
)
def test_pages_that_lead_nowhere_prove_no_absence(answers: list[Answer | WireError], words: str) -> None:
    world = World(answers)
    listing = asked(world)
    assert (listing.outcome, listing.complete) == (Outcome.BAD_RESPONSE, False)
    assert words in listing.message
    assert all(url.startswith(BASE) for url, _ in world.asked)


def test_pages_without_end_are_left() -> None:
    world = World([page(f"m{n}", following=f"{BASE}/models?after={n}") for n in range(PAGES + 9)])
    listing = asked(world)
    assert (listing.outcome, listing.complete, len(listing.rows), len(world.asked)) == (
        Outcome.BAD_RESPONSE,
        False,
        PAGES,
        PAGES,
    )
    assert "its list has more than 50 pages" in listing.message
    full = [page(f"m{n}", following=f"{BASE}/models?after={n}") for n in range(PAGES - 1)]
    assert asked(World([*full, page("last")])).complete


@pytest.mark.parametrize(
    ("answer", "outcome", "message"),
    [
        (
            said(401, {"error": {"message": f"Incorrect API key provided: {KEY}."}}),
            Outcome.KEY_INVALID,
            (
                "Acme does not accept the key of ACME_API_KEY; look whether it is whole, current and meant for it;"
                " it says: Incorrect API key provided: [removed]."
            ),
        ),
        (
            said(403),
            Outcome.KEY_SCOPE,
            "Acme knows the key of ACME_API_KEY, and does not let it read the list; allow it to read models",
        ),
        (
            said(404, {"error": {"message": "No such model", "code": "model_not_found"}}),
            Outcome.WRONG_ENDPOINT,
            (
                "https://api.acme.test answers with status 404 and not as Acme does; look at the base address;"
                " it says: No such model"
            ),
        ),
        (
            said(410),
            Outcome.WRONG_ENDPOINT,
            "https://api.acme.test answers with status 410 and not as Acme does; look at the base address",
        ),
        (
            said(302, location="https://login.evil.example/path?token=1"),
            Outcome.WRONG_ENDPOINT,
            (
                "https://api.acme.test answers with status 302 and not as Acme does; look at the base address;"
                " it redirects to https://login.evil.example"
            ),
        ),
        (
            said(307, location="/v1/models/"),
            Outcome.WRONG_ENDPOINT,
            (
                "https://api.acme.test answers with status 307 and not as Acme does; look at the base address;"
                " it redirects to https://api.acme.test"
            ),
        ),
        (
            said(302, location="javascript:alert(1)"),
            Outcome.WRONG_ENDPOINT,
            (
                "https://api.acme.test answers with status 302 and not as Acme does; look at the base address;"
                " it redirects to no address"
            ),
        ),
        (
            said(200, {"models": []}),
            Outcome.WRONG_ENDPOINT,
            (
                "https://api.acme.test answers with status 200 and not as Acme does; look at the base address;"
                " `data` in the answer is no list"
            ),
        ),
        (
            said(200, "no JSON"),
            Outcome.BAD_RESPONSE,
            "https://api.acme.test gives an answer that Acme does not give; it is no JSON",
        ),
        (said(402), Outcome.QUOTA, "Acme says that quota or credit is used up for the key of ACME_API_KEY; look at"),
        (said(429), Outcome.RATE_LIMITED, "Acme gets too many requests for the key of ACME_API_KEY; try again later"),
        (said(529), Outcome.UNAVAILABLE, "Acme cannot answer now (status 529); try again later"),
        (WireError("timeout", "no answer in time"), Outcome.TIMEOUT, "Acme: no answer in time; look at the network"),
        (WireError("unreachable", "no route"), Outcome.UNREACHABLE, "Acme: no route; look at the network, HTTPS_PROXY"),
        (WireError("too-large", "the answer is large"), Outcome.BAD_RESPONSE, "; the answer is large"),
        (WireError("unreadable", "it is packed"), Outcome.BAD_RESPONSE, "; it is packed"),
        (WireError("refused", "no header"), Outcome.REFUSED, "no header"),
    ],
)
def test_what_went_wrong_is_told_with_the_next_step(answer: Any, outcome: Outcome, message: str) -> None:
    listing = asked(World([answer]))
    assert listing.outcome is outcome
    assert message in listing.message
    assert len(listing.message) <= 300
    assert (listing.rows, listing.complete) == ((), False)


RETRIED = [said(408), said(429), said(500), said(502), said(503), said(529), WireError("timeout", "no answer in time")]
FINAL = [said(status) for status in (400, 401, 402, 403, 404, 405, 409, 410, 302)]
FINAL += [said(429, {"error": {"code": "insufficient_quota"}}), said(503, "", x_should_retry="false")]


@pytest.mark.parametrize("answer", [*RETRIED, WireError("unreachable", "no route")])
def test_what_may_pass_is_asked_three_times(answer: Any) -> None:
    world = World([answer])
    assert asked(world).outcome is not Outcome.OK
    assert len(world.asked) == 3
    first, second = world.slept
    assert 0.375 <= first <= 0.5
    assert 0.75 <= second <= 1.0
    again = World([answer, answer, page("a")])
    assert asked(again).outcome is Outcome.OK


@pytest.mark.parametrize("answer", [*FINAL, WireError("too-large", "x"), WireError("refused", "x")])
def test_what_will_not_pass_is_asked_once(answer: Any) -> None:
    world = World([answer])
    assert asked(world).outcome is not Outcome.OK
    assert (len(world.asked), world.slept) == (1, [])


def test_waits_differ_from_run_to_run() -> None:
    worlds = [World([said(503)]) for _ in range(20)]
    for world in worlds:
        asked(world)
    assert len({world.slept[0] for world in worlds}) > 1


WRITTEN = datetime(2026, 11, 21, 12, tzinfo=UTC)


def dated(seconds: float) -> dict[str, str]:
    return {"date": format_datetime(WRITTEN), "retry_after": format_datetime(WRITTEN + timedelta(seconds=seconds))}


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        ({"retry_after_ms": "1500", "retry_after": "9"}, 1.5),
        ({"retry_after": "3"}, 3.0),
        ({"retry_after": "0.25"}, 0.25),
        ({"retry_after": "20"}, 20.0),
        (dated(7), 7.0),
    ],
)
def test_a_server_says_how_long_to_wait(headers: dict[str, str], waits: float) -> None:
    world = World([said(429, **headers), page("a")])
    assert asked(world).outcome is Outcome.OK
    assert world.slept == [waits]


@pytest.mark.parametrize(
    "headers", [{"retry_after": "21"}, {"retry_after_ms": "20001"}, dated(3600), {"retry_after": "1e9"}]
)
def test_a_server_that_wants_to_wait_long_is_left_or_asked_soon(headers: dict[str, str]) -> None:
    world = World([said(429, **headers)])
    assert asked(world).outcome is Outcome.RATE_LIMITED
    assert sum(world.slept) <= 1.5


@pytest.mark.parametrize(
    "headers",
    [{"retry_after": "soon"}, {"retry_after": "-1"}, {"retry_after": "0"}, {"retry_after_ms": "nan"}, dated(-5)],
)
def test_a_wish_that_makes_no_sense_is_none(headers: dict[str, str]) -> None:
    world = World([said(503, **headers), page("a")])
    assert asked(world).outcome is Outcome.OK
    assert 0.375 <= world.slept[0] <= 0.5


def test_everything_ends_within_the_budget() -> None:
    slow = World([WireError("timeout", "no answer in time")], cost=15.0)
    listing = asked(slow)
    assert listing.outcome is Outcome.TIMEOUT
    assert listing.seconds <= 30
    assert slow.deadlines[0] == 30.0
    assert slow.deadlines[1] < 15.0
    patient = World([said(503, retry_after="20")])
    assert asked(patient).seconds <= 30
    assert patient.slept == [20.0]
    pages = World([page(f"m{n}", following=f"{BASE}/models?after={n}") for n in range(40)], cost=2.0)
    listing = asked(pages)
    assert (listing.outcome, listing.complete, len(listing.rows)) == (Outcome.TIMEOUT, False, 15)
    assert "no answer within 30 s" in listing.message


def test_without_a_network_the_run_is_not_held_up() -> None:
    world = World([WireError("unreachable", "no connection within 5 s")], cost=5.0)
    assert asked(world).outcome is Outcome.UNREACHABLE
    assert (len(world.asked), world.slept) == (1, [])


@pytest.mark.parametrize(
    ("environment", "given", "outcome", "message"),
    [
        ({}, {}, Outcome.NO_KEY, "Acme is not asked: set ACME_API_KEY or ACME_OTHER_KEY"),
        (
            {"ACME_API_KEY": KEY, "ACME_BASE_URL": "http://acme.example"},
            {},
            Outcome.REFUSED,
            "ACME_BASE_URL is not https",
        ),
        (
            ENVIRONMENT,
            {"base": "https://mine.example/v1"},
            Outcome.REFUSED,
            (
                "ACME_API_KEY is not sent to https://mine.example: set ACME_BASE_URL to that address, or name"
                " the address and the variable of its key together"
            ),
        ),
    ],
)
def test_what_is_not_asked_says_why(
    environment: dict[str, str], given: dict[str, str], outcome: Outcome, message: str
) -> None:
    world = World([page("a")])
    listing = asked(world, None, environment, **given)
    assert (listing.outcome, listing.complete, world.asked) == (outcome, False, [])
    assert message in listing.message


def test_a_scope_that_is_missing_is_told() -> None:
    def first(base: str, environment: Mapping[str, str]) -> Request:
        raise UsageError("Acme is not asked: set ACME_PROJECT")

    listing = asked(World([page("a")]), acme(first=first))
    assert (listing.outcome, listing.message) == (Outcome.NO_KEY, "Acme is not asked: set ACME_PROJECT")


def test_a_key_that_is_named_together_with_its_address_goes_there() -> None:
    world = World([page("a")])
    listing = asked(world, None, ENVIRONMENT, base="https://mine.example/v1", secret=Secret("other-key", "MINE_KEY"))
    assert (listing.outcome, listing.origin, listing.variable) == (Outcome.OK, "https://mine.example", "MINE_KEY")
    assert world.asked == [("https://mine.example/v1/models?limit=1000", {"authorization": "Bearer other-key"})]


def test_the_environment_s_own_address_gets_the_environment_s_key() -> None:
    world = World([page("a")])
    asked(world, None, {**ENVIRONMENT, "ACME_BASE_URL": "https://mine.example/v1"})
    assert world.asked == [("https://mine.example/v1/models?limit=1000", {"authorization": f"Bearer {KEY}"})]


def test_a_server_that_may_want_no_key_is_asked_without_one() -> None:
    local = acme(keyless=True, default=None)
    world = World([said(401)])
    listing = asked(world, local, {}, base="http://localhost:8080/v1")
    assert (listing.outcome, listing.variable) == (Outcome.KEY_INVALID, None)
    assert listing.message.startswith("Acme does not accept a request without a key; ")
    listing = asked(world, local, ENVIRONMENT, base="http://localhost:8080/v1")
    assert "; ACME_API_KEY was not sent: set ACME_BASE_URL to that address, or" in listing.message
    assert [headers for _, headers in world.asked] == [{}, {}]


@pytest.mark.parametrize(
    ("value", "sent", "hint"),
    [
        (
            f"{KEY}\n",
            0,
            "ACME_API_KEY begins or ends with white space, so it was not sent: no request can carry it; set it to the",
        ),
        (f'"{KEY}"', 1, "; ACME_API_KEY is in quotation marks"),
    ],
)
def test_an_odd_key_is_recognised_without_being_shown(value: str, sent: int, hint: str) -> None:
    world = World([said(401, {"error": f"no such key: {value}"})])
    listing = asked(world, None, {"ACME_API_KEY": value})
    assert (listing.outcome, len(world.asked)) == (Outcome.KEY_INVALID, sent)
    assert hint in listing.message
    assert KEY not in listing.message


def test_rows_are_made_fit_to_be_shown() -> None:
    body = {
        "data": [
            {
                "id": "good",
                "reason": f"red \x1b[31m {KEY}",
                "successor": "a b",
                "aliases": ["x", "\x1b"],
                "actions": ["é"],
            },
            {"id": "\x1b[2Jbad"},
            {"id": f"my-{KEY}"},
            {"id": "x" * 257},
        ],
        "doubts": [f"odd {KEY}\n"],
    }
    listing = asked(World([said(200, body)]))
    assert listing.rows == (Listed(id="good", reason="red [31m [removed]", aliases=("x",), actions=()),)
    assert listing.doubts == ("odd [removed]", "the list has rows whose ids cannot be printed; they are left out")
    assert (listing.outcome, listing.complete) == (Outcome.OK, True)


def test_one_model_is_asked_for() -> None:
    world = World([said(200, {"id": "m1"})])
    assert ask_one(acme(), ENVIRONMENT, "m1", **world.given()) == (Outcome.OK, Listed(id="m1"), None)
    assert world.asked == [(f"{BASE}/models/m1", {"authorization": f"Bearer {KEY}"})]


@pytest.mark.parametrize(
    ("answer", "outcome", "message"),
    [
        (
            said(404, {"error": {"code": "model_not_found"}}, x_request_id="req_9"),
            Outcome.NOT_FOUND,
            "Acme knows no such model, or not for the key of ACME_API_KEY (request id req_9)",
        ),
        (
            said(403, {"error": {"code": "model_not_found"}}),
            Outcome.NO_ACCESS,
            "Acme does not let the key of ACME_API_KEY use it; ask for access in its project or organisation",
        ),
        (said(410), Outcome.GONE, "Acme says that it is retired"),
        (said(200, {"name": "m1"}), Outcome.BAD_RESPONSE, "; the answer names no model"),
        (said(200, {"id": "\x1b"}), Outcome.BAD_RESPONSE, "; it names no model id"),
        (WireError("timeout", "no answer in time"), Outcome.TIMEOUT, "Acme: no answer in time; "),
    ],
)
def test_what_is_said_of_one_model(answer: Any, outcome: Outcome, message: str) -> None:
    found, listed, words = ask_one(acme(), ENVIRONMENT, "m1", **World([answer]).given())
    assert (found, listed) == (outcome, None)
    assert words is not None
    assert message in words


@pytest.mark.parametrize(
    ("lister", "model_id", "message"),
    [
        (acme(one=None), "m1", "Acme has no request for a single model"),
        (acme(read_one=None), "m1", "Acme has no request for a single model"),
        (acme(), "m 1", "a model id has 1 to 256 visible ASCII characters; this is none"),
        (acme(), "", "a model id has 1 to 256 visible ASCII characters; this is none"),
        (acme(), "x" * 257, "a model id has 1 to 256 visible ASCII characters; this is none"),
    ],
)
def test_what_is_not_asked_of_one_model(lister: Lister, model_id: str, message: str) -> None:
    world = World([page("a")])
    assert ask_one(lister, ENVIRONMENT, model_id, **world.given()) == (Outcome.REFUSED, None, message)
    assert world.asked == []


def test_all_are_asked_at_once_and_none_twice() -> None:
    together = threading.Barrier(3, timeout=5)
    urls: list[str] = []

    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        urls.append(request.url)
        together.wait()
        return page(request.url.split(".")[0].removeprefix("https://"))

    listers = [acme(name=name, default=f"https://{name}.api.acme.test") for name in ("aa", "bb", "cc")]
    questions = [Question(lister=lister) for lister in (*listers, listers[0])]
    listings = ask_all(questions, ENVIRONMENT, send=send)
    assert [listing.rows[0].id for listing in listings] == ["aa", "bb", "cc", "aa"]
    assert listings[0] is listings[3]
    assert len(urls) == 3


def test_other_keys_and_addresses_are_other_questions() -> None:
    world = World([page("a")])
    key, other = Secret("first-key", "A"), Secret("second-key", "B")
    base = "https://mine.example/v1"
    given = [(None, None), (base, key), (base, other), (f"{base}/", key), ("https://mine.example/v2", key)]
    ask_all([Question(lister=acme(), base=each, secret=secret) for each, secret in given], ENVIRONMENT, send=world.send)
    assert len(world.asked) == 4


def test_one_that_hangs_does_not_hold_up_the_others() -> None:
    release = threading.Event()

    def send(request: Request, headers: Mapping[str, str], **limits: float) -> Answer:
        if "slow" in request.url:
            release.wait(10)
        return page("a")

    slow = acme(name="slow", default="https://api.acme.test/slow")
    start = time.monotonic()
    late, quick = ask_all([Question(lister=slow), Question(lister=acme())], ENVIRONMENT, send=send, budget=0.1)
    assert time.monotonic() - start < 9
    release.set()
    assert (quick.outcome, late.outcome, late.complete) == (Outcome.OK, Outcome.TIMEOUT, False)
    assert late.origin == "https://api.acme.test"
    assert late.message is not None
    assert late.message.startswith("Acme: no answer within 0.1 s; look at the network")


def test_a_mistake_of_ours_is_not_hidden_in_a_thread() -> None:
    def read(document: object, request: Request) -> Any:
        raise KeyError("x")

    with pytest.raises(KeyError):
        ask_all([Question(lister=acme(read=read))], ENVIRONMENT, send=World([page("a")]).send)


def test_nothing_to_ask_takes_no_time() -> None:
    assert ask_all([], ENVIRONMENT) == ()


def test_a_real_server_is_asked(site: Any) -> None:
    site.put("/v1/models?limit=1000", json.dumps({"data": [{"id": "m1"}], "next": f"{site.url}/v1/more"}).encode())
    site.put("/v1/more", b'{"data": [{"id": "m2"}]}', headers={"X-Request-Id": "req_3"})
    listing = ask(acme(), {**ENVIRONMENT, "ACME_BASE_URL": f"{site.url}/v1"})
    assert ([row.id for row in listing.rows], listing.complete, listing.request_id) == (["m1", "m2"], True, "req_3")
    assert {headers["authorization"] for _, headers in site.asked} == {f"Bearer {KEY}"}
