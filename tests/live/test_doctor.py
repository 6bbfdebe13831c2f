from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_modelgate.case import Base, Case, IdKind, Key, Known, Single, known
from pytest_modelgate.catalog import Source, load
from pytest_modelgate.diagnosis import Cause, Confidence, Diagnosis, Origin, document, lines
from pytest_modelgate.doctor import diagnose
from pytest_modelgate.live_values import Absence, Listed, Listing, Outcome
from pytest_modelgate.pasted import read
from pytest_modelgate.records import ModelRecord
from pytest_modelgate.terms import State
from pytest_modelgate.values import Step, Succession

TODAY = date(2026, 11, 21)
PAST, SOON, LATER = date(2026, 6, 1), TODAY + timedelta(days=30), TODAY + timedelta(days=300)
CERTAIN, LIKELY, UNSURE = Confidence.CERTAIN, Confidence.LIKELY, Confidence.UNSURE
SAMPLES = {
    block.partition(" | ")[0]: block.partition("\n")[2]
    for block in (Path(__file__).parent / "errors.txt").read_text("utf-8").split("=== ")[1:]
}
NOT_FOUND = (
    "Error code: 404 - {'error': {'message': 'The model `m-1` does not exist or you do not have access to it.', "
)
NOT_FOUND += "'code': 'model_not_found'}}"


def row(surface: str = "openai", title: str = "OpenAI", after: str = "fails", **facts: Any) -> Known:
    """A row of the table; with an end it names `m-2` as its living replacement."""
    facts = {"id": "m-1", "kind": "snapshot", "modality": "chat"} | facts
    record = ModelRecord(surface=surface, **facts)
    ends = record.retires is not None or record.announced is not None
    way = Succession(steps=(Step(id="m-2", state=State.ACTIVE),), living="m-2") if ends else Succession()
    source = Source(key="S1", title="Deprecations", url="https://example.org/d", read=date(2026, 11, 20))
    return Known(
        record=record,
        title=title,
        sources=(source,),
        read_up_to=date(2026, 11, 20),
        succession=way,
        after_retirement=after,
    )


ALIVE, ENDED = row(), row(retires=PAST)
GOING = row(announced=PAST, retires=SOON)


def listing(outcome: Outcome = Outcome.OK, *, complete: bool = True, origin: str = "https://api.openai.com") -> Listing:
    rows = (Listed(id="a"), Listed(id="b")) if outcome is Outcome.OK else ()
    whole = complete and outcome is Outcome.OK
    return Listing(surface="openai", origin=origin, outcome=outcome, rows=rows, complete=whole, request_id="req_1")


def case(**facts: Any) -> Case:
    """A case at OpenAI; `error` is a pasted text, `live` a row of the list, `one` the outcome of the single request."""
    given: dict[str, Any] = {"id": "m-1", "surface": "openai", "title": "OpenAI", "today": TODAY}
    given |= {"read_up_to": date(2026, 11, 20), "table_complete": True}
    if (error := facts.pop("error", None)) is not None:
        given["pasted"] = read(SAMPLES.get(error, error))
    if (live := facts.pop("live", None)) is not None:
        given |= {"listing": listing(), "listed": live, "absence": Absence.STRONG}
    if isinstance(one := facts.pop("one", None), Outcome):
        given["one"] = Single(outcome=one, request_id="req_2")
    elif one is not None:
        given["one"] = one
    if facts.pop("absent", False):
        given |= {"listing": listing(), "absence": facts.pop("absence", Absence.STRONG)}
    return Case(**given | facts)


def live(**facts: Any) -> Listed:
    return Listed(**{"id": "m-1"} | facts)


AZURE = {"surface": "azure", "title": "Azure OpenAI"}
BEDROCK = {"surface": "bedrock", "title": "Amazon Bedrock"}
GEMINI = {"surface": "gemini", "title": "the Gemini API"}
BY_BODY = "{'error': {'message': 'm', 'code': 'model_not_found'}}"

DECISIONS: dict[str, tuple[Case, Cause, Confidence]] = {
    "1 state": (case(live=live(state=State.RETIRED)), Cause.RETIRED, CERTAIN),
    "1 day": (case(live=live(ends=TODAY)), Cause.RETIRED, CERTAIN),
    "1 beats the table": (case(live=live(ends=PAST), known=ALIVE), Cause.RETIRED, CERTAIN),
    "1 overdue at Anthropic": (
        case(surface="anthropic", live=live(state=State.DEPRECATED, ends=PAST)),
        Cause.RETIRING,
        CERTAIN,
    ),
    "1 one": (case(one=Single(outcome=Outcome.OK, row=live(state=State.RETIRED))), Cause.RETIRED, CERTAIN),
    "2 soon": (case(live=live(ends=SOON)), Cause.RETIRING, CERTAIN),
    "2 later": (case(live=live(ends=LATER)), Cause.DEPRECATED, CERTAIN),
    "2 no day": (case(live=live(state=State.DEPRECATED)), Cause.DEPRECATED, CERTAIN),
    "2 legacy": (case(live=live(state=State.LEGACY), known=ALIVE), Cause.DEPRECATED, CERTAIN),
    "2 inactive": (
        case(live=live(state=State.DEPRECATED, callable=False, reason="it is not active")),
        Cause.DEPRECATED,
        CERTAIN,
    ),
    "2 by the table": (case(live=live(), known=GOING), Cause.RETIRING, CERTAIN),
    "3": (case(absent=True, known=ENDED), Cause.RETIRED, CERTAIN),
    "3 retrieve": (
        case(absent=True, absence=Absence.AFTER_RETRIEVE, one=Outcome.NOT_FOUND, known=ENDED),
        Cause.RETIRED,
        CERTAIN,
    ),
    "3 weak": (case(absent=True, absence=Absence.WEAK, known=ENDED), Cause.RETIRED, LIKELY),
    "3 hearsay": (case(absent=True, known=row(retires=PAST, third_party=True)), Cause.RETIRED, LIKELY),
    "3 no list": (case(known=ENDED), Cause.RETIRED, CERTAIN),
    "3 announced only": (case(known=replace(ENDED, read_up_to=date(2026, 5, 1))), Cause.RETIRED, LIKELY),
    "3 redirected": (case(known=row(retires=PAST, after="redirects")), Cause.REDIRECTED, CERTAIN),
    "3 still listed": (case(live=live(), known=ENDED), Cause.WORKS, CERTAIN),
    "4": (case(absent=True, known=GOING), Cause.EARLY_REMOVAL_OR_NO_ACCESS, LIKELY),
    "4 error": (case(known=GOING, error=NOT_FOUND), Cause.EARLY_REMOVAL_OR_NO_ACCESS, LIKELY),
    "4 no error": (case(known=GOING), Cause.RETIRING, CERTAIN),
    "5 one": (case(absent=True, known=ALIVE, one=Outcome.NO_ACCESS), Cause.NO_ACCESS, CERTAIN),
    "5 error": (case(id="gpt-6-sol", known=row(id="gpt-6-sol"), error="openai-no-access"), Cause.NO_ACCESS, CERTAIN),
    "6": (case(absent=True, known=ALIVE, one=Outcome.NOT_FOUND), Cause.EARLY_REMOVAL_OR_NO_ACCESS, LIKELY),
    "6 no retrieve": (case(absent=True, known=ALIVE), Cause.EARLY_REMOVAL_OR_NO_ACCESS, LIKELY),
    "6 weak list": (case(absent=True, absence=Absence.WEAK, known=ALIVE), Cause.COULD_NOT_TELL, UNSURE),
    "6 retrieve needed": (
        case(absent=True, absence=Absence.AFTER_RETRIEVE, known=ALIVE),
        Cause.COULD_NOT_TELL,
        UNSURE,
    ),
    "6 half a list": (
        case(listing=listing(complete=False), absence=Absence.STRONG, known=ALIVE),
        Cause.WORKS,
        UNSURE,
    ),
    "6 bare 404": (case(known=ALIVE, error="404 Not Found"), Cause.EARLY_REMOVAL_OR_NO_ACCESS, UNSURE),
    "7 scope": (case(known=ALIVE, listing=listing(Outcome.KEY_SCOPE)), Cause.KEY_SCOPE, UNSURE),
    "7 key": (case(known=ALIVE, listing=listing(Outcome.KEY_INVALID)), Cause.KEY_INVALID, CERTAIN),
    "7 network": (case(known=ALIVE, listing=listing(Outcome.TIMEOUT)), Cause.UNAVAILABLE, UNSURE),
    "7 announced": (case(known=GOING, listing=listing(Outcome.TIMEOUT)), Cause.RETIRING, CERTAIN),
    "7 retired": (case(known=ENDED, listing=listing(Outcome.KEY_INVALID)), Cause.RETIRED, CERTAIN),
    "7 no key": (case(known=ALIVE, listing=listing(Outcome.NO_KEY)), Cause.WORKS, UNSURE),
    "7 unreadable": (case(known=ALIVE, listing=listing(Outcome.BAD_RESPONSE)), Cause.COULD_NOT_TELL, UNSURE),
    "8 list": (case(absent=True, near_list=("m-1a",)), Cause.TYPO, LIKELY),
    "8 table": (case(near_table=("m-1a",)), Cause.TYPO, LIKELY),
    "8 failed list": (case(near_table=("m-1a",), listing=listing(Outcome.TIMEOUT)), Cause.TYPO, LIKELY),
    "9": (case(absent=True, elsewhere=(row("groq", "Groq"),)), Cause.WRONG_PROVIDER, LIKELY),
    "9 and 8": (
        case(elsewhere=(row("openrouter", "OpenRouter"),), near_table=("m",)),
        Cause.WRONG_PROVIDER,
        LIKELY,
    ),
    "10": (case(absent=True), Cause.UNKNOWN_ID, UNSURE),
    "10 no list": (case(), Cause.UNKNOWN_ID, UNSURE),
    "11": (case(known=ALIVE, listing=listing(Outcome.WRONG_ENDPOINT)), Cause.WRONG_BASE_URL, CERTAIN),
    "11 own address": (
        case(
            known=ALIVE,
            listing=listing(Outcome.UNREACHABLE),
            base=Base(origin="https://gateway.example.org", default=False),
        ),
        Cause.WRONG_BASE_URL,
        LIKELY,
    ),
    "11 error": (case(known=ALIVE, error="openai-invalid-url"), Cause.WRONG_BASE_URL, CERTAIN),
    "11 redirect": (case(known=ALIVE, error="HTTP/1.1 301 Moved Permanently\n"), Cause.WRONG_BASE_URL, CERTAIN),
    "12 deployment": (case(**AZURE, error="azure-deployment"), Cause.AZURE_DEPLOYMENT, CERTAIN),
    "12 path": (
        case(**AZURE, known=row("azure", "Azure OpenAI", retires=PAST), error="azure-path"),
        Cause.AZURE_API_VERSION,
        CERTAIN,
    ),
    "12 version": (case(**AZURE, error="azure-api-version"), Cause.AZURE_API_VERSION, CERTAIN),
    "12 name": (case(**AZURE, known=row("azure", "Azure OpenAI", retires=PAST)), Cause.COULD_NOT_TELL, UNSURE),
    "12 base models": (case(**AZURE, live=live(ends=PAST), absence=Absence.NONE), Cause.COULD_NOT_TELL, UNSURE),
    "12 stock client": (
        case(error=NOT_FOUND, known=ALIVE, base=Base(origin="https://x.openai.azure.com", default=False)),
        Cause.AZURE_DEPLOYMENT,
        LIKELY,
    ),
    "12 deployments lack it": (case(**AZURE, absent=True, known=ALIVE), Cause.AZURE_DEPLOYMENT, CERTAIN),
    "12 deployed": (case(**AZURE, live=live(stands_for=("gpt", "1"))), Cause.WORKS, CERTAIN),
    "12 deployed, ended": (case(**AZURE, live=live(stands_for=("gpt", "1"), ends=PAST)), Cause.RETIRED, CERTAIN),
    "12 not ready": (
        case(**AZURE, live=live(stands_for=("gpt", "1"), callable=False)),
        Cause.AZURE_DEPLOYMENT,
        CERTAIN,
    ),
    "12 list": (case(**AZURE, listing=listing(Outcome.WRONG_ENDPOINT)), Cause.AZURE_API_VERSION, CERTAIN),
    "13": (
        case(absent=True, known=ALIVE, wider=listing(origin="https://api.x.ai"), wider_listed=True),
        Cause.REGION,
        CERTAIN,
    ),
    "14 list": (
        case(**BEDROCK, live=live(callable=False, reason="it is not served on demand", actions=("PROVISIONED",))),
        Cause.NEEDS_INFERENCE_PROFILE,
        CERTAIN,
    ),
    "14 error": (
        case(**BEDROCK, id="anthropic.claude-sonnet-4-5-20250929-v1:0", error="bedrock-profile"),
        Cause.NEEDS_INFERENCE_PROFILE,
        CERTAIN,
    ),
    "15": (case(**BEDROCK, known=ALIVE, error="bedrock-not-granted"), Cause.MODEL_ACCESS_NOT_GRANTED, CERTAIN),
    "15 availability": (
        case(**BEDROCK, error='{"message": "authorizationStatus: NOT_AUTHORIZED", "code": "400"}'),
        Cause.MODEL_ACCESS_NOT_GRANTED,
        CERTAIN,
    ),
    "16 gone": (
        case(**GEMINI, id="gemini-2.0-flash", live=live(), presence_proves=False, error="gemini-gone"),
        Cause.RETIRED,
        CERTAIN,
    ),
    "16 closed": (
        case(**GEMINI, id="gemini-2.0-flash", live=live(), presence_proves=False, error="gemini-new-users"),
        Cause.NO_ACCESS,
        CERTAIN,
    ),
    "16 list alone": (case(**GEMINI, live=live(), presence_proves=False), Cause.WORKS, LIKELY),
    "16 not found": (
        case(**GEMINI, live=live(), presence_proves=False, error=NOT_FOUND),
        Cause.EARLY_REMOVAL_OR_NO_ACCESS,
        LIKELY,
    ),
    "17 alive": (
        case(**GEMINI, id="gemini-1.5-flash", known=ALIVE, error="gemini-version"),
        Cause.WRONG_ENDPOINT,
        CERTAIN,
    ),
    "17 retired": (case(**GEMINI, id="gemini-1.5-flash", known=ENDED, error="gemini-version"), Cause.RETIRED, CERTAIN),
    "17 typo": (
        case(**GEMINI, id="gemini-1.5-flash", near_table=("m",), error="gemini-version"),
        Cause.TYPO,
        LIKELY,
    ),
    "17 unknown": (case(**GEMINI, id="gemini-1.5-flash", error="gemini-version"), Cause.WRONG_ENDPOINT, LIKELY),
    "17 method": (
        case(**GEMINI, live=live(actions=("embedContent",)), endpoint="generateContent"),
        Cause.WRONG_ENDPOINT,
        CERTAIN,
    ),
    "18 groq": (case(id="llama3-70b-8192", error="groq-decommissioned"), Cause.RETIRED, CERTAIN),
    "18 openai": (case(id="gpt-4-0314", error="openai-deprecated"), Cause.RETIRED, CERTAIN),
    "18 bedrock": (case(**BEDROCK, error="bedrock-end-of-life"), Cause.RETIRED, CERTAIN),
    "18 azure": (case(**AZURE, error="HTTP/1.1 410 Gone\n\n{}"), Cause.RETIRED, CERTAIN),
    "18 elsewhere 410": (case(known=ALIVE, error="HTTP/1.1 410 Gone\n\n{}"), Cause.RETIRED, LIKELY),
    "18 one": (case(known=ALIVE, one=Outcome.GONE), Cause.RETIRED, CERTAIN),
    "18 still listed": (case(id="llama3-70b-8192", live=live(), error="groq-decommissioned"), Cause.RETIRED, LIKELY),
    "18 wording alone": (case(error="the model has been decommissioned"), Cause.RETIRED, LIKELY),
    "19": (
        case(
            surface="groq",
            title="the Groq API",
            known=row("groq", "the Groq API", id="x"),
            error="groq-blocked-org",
            id="x",
        ),
        Cause.BLOCKED_BY_SETTINGS,
        CERTAIN,
    ),
    "19 terms": (case(known=ALIVE, error="groq-terms", id="playai-tts"), Cause.BLOCKED_BY_SETTINGS, CERTAIN),
    "20 unknown": (case(id="openai/gpt-99", error="openrouter-bad-id"), Cause.UNKNOWN_ID, CERTAIN),
    "20 near": (case(id="openai/gpt-99", near_table=("openai/gpt-9",), error="openrouter-bad-id"), Cause.TYPO, LIKELY),
    "20 no endpoints": (
        case(id="openai/gpt-6-luna", known=ALIVE, error="openrouter-no-endpoints"),
        Cause.BLOCKED_BY_SETTINGS,
        CERTAIN,
    ),
    "21 alive": (case(id="grok-9", known=ALIVE, error="xai-not-found"), Cause.EARLY_REMOVAL_OR_NO_ACCESS, LIKELY),
    "21 ended": (case(id="grok-9", known=ENDED, error="xai-not-found"), Cause.RETIRED, CERTAIN),
    "21 unknown": (case(id="grok-9", error="xai-not-found"), Cause.UNKNOWN_ID, UNSURE),
    "22": (
        case(live=live(), base=Base(origin="http://127.0.0.1:4000", default=False, gateway=True)),
        Cause.WORKS,
        LIKELY,
    ),
    "works": (case(live=live(), known=ALIVE), Cause.WORKS, CERTAIN),
    "works by the table": (case(known=ALIVE), Cause.WORKS, UNSURE),
    "works, says one": (
        case(absent=True, one=Single(outcome=Outcome.OK, row=live()), presence_proves=False),
        Cause.WORKS,
        CERTAIN,
    ),
    "listed but failing": (case(live=live(), known=ALIVE, error=NOT_FOUND), Cause.NO_ACCESS, UNSURE),
    "listed but another host": (
        case(
            live=live(),
            error=NOT_FOUND + " for url 'https://eu.api.openai.com/v1/chat/completions'",
            base=Base(origin="https://api.openai.com"),
        ),
        Cause.WRONG_BASE_URL,
        LIKELY,
    ),
    "listed, odd error": (case(live=live(), error="something broke"), Cause.WORKS, UNSURE),
    "listed, not callable": (case(live=live(callable=False, reason="it needs a deployment")), Cause.NO_ACCESS, CERTAIN),
    "endpoint by the table": (
        case(known=row(endpoints=("responses",)), endpoint="/v1/chat/completions"),
        Cause.WRONG_ENDPOINT,
        CERTAIN,
    ),
    "endpoint by the error": (case(known=ALIVE, error="openai-responses-only"), Cause.WRONG_ENDPOINT, CERTAIN),
    "endpoint of an ended one": (
        case(known=row(retires=PAST, endpoints=("responses",)), endpoint="chat.completions"),
        Cause.RETIRED,
        CERTAIN,
    ),
    "key": (case(known=ALIVE, error="openai-key"), Cause.KEY_INVALID, CERTAIN),
    "no key": (case(known=ALIVE, error="openai-no-key"), Cause.KEY_INVALID, LIKELY),
    "scope": (case(known=ALIVE, error="openai-scopes"), Cause.KEY_SCOPE, CERTAIN),
    "quota": (case(known=ALIVE, error="openai-quota"), Cause.QUOTA, CERTAIN),
    "rate": (case(known=ALIVE, error="openai-rate", id="gpt-6-luna"), Cause.RATE_LIMITED, CERTAIN),
    "region": (case(known=ALIVE, error="openai-region"), Cause.REGION, CERTAIN),
    "ip": (case(known=ALIVE, error="openai-ip"), Cause.IP_BLOCKED, CERTAIN),
    "trouble": (case(known=ALIVE, error="anthropic-overloaded"), Cause.UNAVAILABLE, CERTAIN),
    "proxy": (case(known=ALIVE, error="proxy-html"), Cause.IP_BLOCKED, LIKELY),
    "proxy password": (
        case(known=ALIVE, error="HTTP/1.1 407 Proxy Authentication Required"),
        Cause.IP_BLOCKED,
        CERTAIN,
    ),
    "certificate": (case(known=ALIVE, error="certificate"), Cause.IP_BLOCKED, LIKELY),
    "host": (case(known=ALIVE, error="dns"), Cause.WRONG_BASE_URL, LIKELY),
    "web page": (case(known=ALIVE, error="HTTP/1.1 404 Not Found\n\n<html></html>"), Cause.WRONG_BASE_URL, LIKELY),
    "forbidden": (case(known=ALIVE, error="HTTP/1.1 403 Forbidden\n\n{}"), Cause.KEY_SCOPE, LIKELY),
    "fine-tune": (
        case(id="ft:m-1:acme::1", kind=IdKind.FINE_TUNE, absent=True, tuned_from=ALIVE),
        Cause.NO_ACCESS,
        UNSURE,
    ),
    "fine-tune of an ended base": (
        case(id="ft:m-1:a::1", kind=IdKind.FINE_TUNE, tuned_from=ENDED),
        Cause.RETIRED,
        LIKELY,
    ),
    "fine-tune of a going base": (
        case(id="ft:m-1:a::1", kind=IdKind.FINE_TUNE, tuned_from=GOING),
        Cause.RETIRING,
        LIKELY,
    ),
    "fine-tune of a living base": (
        case(id="ft:m-1:a::1", kind=IdKind.FINE_TUNE, tuned_from=ALIVE),
        Cause.COULD_NOT_TELL,
        UNSURE,
    ),
    "arn": (case(**BEDROCK, kind=IdKind.ARN, absent=True), Cause.COULD_NOT_TELL, UNSURE),
    "nothing at all": (
        case(listing=listing(complete=False), listed=None, kind=IdKind.FINE_TUNE),
        Cause.UNKNOWN_ID,
        UNSURE,
    ),
    "doubled version": (
        case(known=ALIVE, error="404 Not Found for url 'https://api.openai.com/v1/v1/chat/completions'"),
        Cause.WRONG_BASE_URL,
        CERTAIN,
    ),
    "no provider": (case(surface=None, title="an unknown provider"), Cause.COULD_NOT_TELL, UNSURE),
    "odd error": (case(known=ALIVE, error="something broke"), Cause.COULD_NOT_TELL, UNSURE),
    "another model's error": (case(id="zzz", known=ALIVE, error="groq-decommissioned"), Cause.COULD_NOT_TELL, UNSURE),
}


@pytest.mark.parametrize(("given_case", "cause", "confidence"), DECISIONS.values(), ids=DECISIONS)
def test_every_row_of_the_decision_table(given_case: Case, cause: Cause, confidence: Confidence) -> None:
    found = diagnose(given_case)
    assert (found.cause, found.confidence) == (cause, confidence), "\n".join(lines(found))
    assert found.cause not in found.others
    assert 1 <= len(found.next) <= 2


def test_every_cause_is_found_by_some_evidence() -> None:
    assert {diagnose(one).cause for one, _, _ in DECISIONS.values()} == set(Cause)


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("table", [None, ALIVE, ENDED, GOING])
def test_every_end_of_a_list_leads_somewhere(outcome: Outcome, table: Known | None) -> None:
    found = diagnose(case(known=table, listing=listing(outcome), absence=Absence.STRONG))
    assert any(piece.origin is Origin.LIST for piece in found.evidence)
    if outcome is not Outcome.OK:
        assert found.cause is not Cause.EARLY_REMOVAL_OR_NO_ACCESS, "a list that was not read proves no absence"
    if table is ENDED:
        assert found.cause is Cause.RETIRED


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_end_of_a_single_request_leads_somewhere(outcome: Outcome) -> None:
    found = diagnose(case(known=ALIVE, one=outcome))
    assert any(piece.origin is Origin.ONE and "req_2" in piece.text for piece in found.evidence)


def test_what_is_also_wrong_is_said() -> None:
    assert Cause.RETIRED in diagnose(case(known=ENDED, error="openai-quota")).others
    assert Cause.KEY_INVALID in diagnose(case(known=ENDED, listing=listing(Outcome.KEY_INVALID))).others
    assert Cause.RETIRING in diagnose(case(known=GOING, error="openai-key")).others
    assert Cause.RETIRED in diagnose(case(**AZURE, known=row("azure", "Azure OpenAI", retires=PAST))).others


def test_the_replacement_comes_from_the_list_before_the_table() -> None:
    assert diagnose(case(known=ENDED)).suggestion == "m-2"
    assert diagnose(case(known=ENDED, live=live(ends=PAST, successor="m-3"))).suggestion == "m-3"
    assert diagnose(case(known=replace(ENDED, succession=Succession()))).suggestion is None


def test_a_known_condition_of_the_replacement_is_told() -> None:
    step = Step(id="m-2", state=State.ACTIVE, condition="for text only")
    told = diagnose(case(known=replace(ENDED, succession=Succession(steps=(step,), living="m-2")))).next
    assert told == ("Write m-2 now (official replacement; for text only).",)


def test_white_space_around_a_key_is_the_next_step() -> None:
    key = Key(present=True, variable="OPENAI_API_KEY", oddities=("has white space around it",))
    found = diagnose(case(known=ALIVE, error="openai-key", key=key))
    assert found.next == ("Take what does not belong to the key out of OPENAI_API_KEY, and try again.",)
    assert Origin.CALL in {piece.origin for piece in found.evidence}
    assert Cause.KEY_INVALID in diagnose(case(absent=True, known=ALIVE, key=key)).others
    assert Cause.KEY_INVALID not in diagnose(case(live=live(), key=key)).others


def test_a_key_that_is_not_there_is_the_next_step() -> None:
    found = diagnose(case(known=ALIVE, error="openai-no-key", key=Key(present=False, variable="OPENAI_API_KEY")))
    assert found.next == ("Put a key of OpenAI into OPENAI_API_KEY.",)
    assert "no key was found in OPENAI_API_KEY" in [piece.text for piece in found.evidence]


def test_a_key_that_the_list_refuses_is_looked_at_from_outside() -> None:
    key = Key(present=True, variable="OPENAI_API_KEY", oddities=("is in quotes",))
    found = diagnose(case(known=ALIVE, listing=listing(Outcome.KEY_INVALID), key=key))
    assert found.summary == "OpenAI does not accept the key. What is around it looks like the reason."
    assert "OPENAI_API_KEY is in quotes" in [piece.text for piece in found.evidence]


@pytest.mark.parametrize(("after", "told"), [("moved", "Its API has moved."), ("host-gone", "is gone.")])
def test_what_comes_after_the_end_is_told(after: str, told: str) -> None:
    assert diagnose(case(known=row(retires=PAST, after=after))).summary.endswith(told)


def test_a_regional_address_is_evidence() -> None:
    found = diagnose(case(known=ALIVE, base=Base(origin="https://us.api.x.ai", regional=True)))
    assert "calls go to https://us.api.x.ai, a regional address" in [piece.text for piece in found.evidence]


def test_a_title_begins_a_sentence() -> None:
    assert diagnose(case(**GEMINI, live=live())).summary == "The Gemini API has it for this key."


def test_addresses_that_are_none_are_no_trouble() -> None:
    assert diagnose(case(known=ALIVE, base=Base(origin="http://[", default=False))).cause is Cause.WORKS


def test_evidence_says_where_it_comes_from() -> None:
    told = "\n".join(lines(diagnose(case(absent=True, known=ENDED, one=Outcome.NOT_FOUND, error=NOT_FOUND))))
    assert "table: m-1 at OpenAI is retired, ended 2026-06-01 (173 days ago)" in told
    assert "source: Deprecations, read 2026-11-20 <https://example.org/d>" in told
    assert "live list: https://api.openai.com lists 2 ids, request req_1" in told
    assert "live list: it does not have m-1" in told
    assert "single-model request: the request for m-1 alone was answered with: there is no such model" in told
    assert 'pasted error: status 404, code model_not_found: "The model `m-1` does not exist' in told


@pytest.mark.parametrize(
    ("found", "settled"),
    [
        (case(known=ENDED), True),
        (case(near_table=("m-1a",)), True),
        (case(absent=True), False),
        (case(known=ALIVE), False),
        (case(live=live(), presence_proves=False), True),
        (case(**AZURE), False),
        (case(known=ALIVE, listing=listing(Outcome.TIMEOUT)), False),
    ],
)
def test_what_counts_as_settled(found: Case, settled: bool) -> None:
    assert diagnose(found).settled is settled


def test_the_document_holds_everything() -> None:
    found = document(diagnose(case(known=ENDED)))
    assert found["version"] == 1
    assert (found["cause"], found["confidence"], found["settled"]) == ("retired", "certain", True)
    assert (found["suggestion"], found["today"], found["surface"]) == ("m-2", "2026-11-21", "openai")
    assert found["evidence"][0]["origin"] == "table"
    json.dumps(found)


def test_a_row_of_the_bundled_table() -> None:
    catalog = load()
    record = catalog.find("openai", "gpt-4-0314")
    assert record is not None
    found = diagnose(case(id="gpt-4-0314", known=known(record, "OpenAI", catalog, TODAY)))
    assert (found.cause, found.confidence) == (Cause.RETIRED, CERTAIN)
    assert "source: " in found.evidence[0].text


SNAPSHOTS = (
    *("1 day", "2 soon", "3", "5 error", "6", "8 list", "9 and 8", "11", "12 path", "12 name", "14 list", "16 closed"),
    *("17 typo", "19", "21 unknown", "key", "quota", "works", "works by the table", "7 scope", "proxy"),
)


def test_what_a_person_reads() -> None:
    """To accept a change, write what this prints into the file."""
    sheet = "".join(f"=== {name}\n" + "\n".join(lines(diagnose(DECISIONS[name][0]))) + "\n" for name in SNAPSHOTS)
    assert sheet == (Path(__file__).parent / "doctor.txt").read_text("utf-8")
    assert len({DECISIONS[name][1] for name in SNAPSHOTS}) >= 10


SECRET = "sk-proj-abcdefghijklmnop0123456789"


def shown(found: Diagnosis) -> list[str]:
    return [*lines(found), json.dumps(document(found))]


def test_nothing_secret_is_shown() -> None:
    errors = [text.replace("m-1", SECRET) + f" Bearer {SECRET}" for text in (NOT_FOUND, *SAMPLES.values())]
    for error in errors:
        noisy = replace(listing(Outcome.KEY_INVALID), message=f"Incorrect API key provided: {SECRET}")
        single = Single(outcome=Outcome.KEY_INVALID, message=f"Incorrect API key provided: {SECRET}")
        assert SECRET not in "\n".join(shown(diagnose(case(error=error, listing=noisy, one=single))))


@given(st.text(), st.text(), st.text(), st.sampled_from(list(Outcome)), st.sampled_from([None, "openai", "azure"]))
def test_any_text_is_told_harmlessly(error: str, id_: str, said: str, outcome: Outcome, surface: str | None) -> None:
    spoken = replace(listing(outcome), message=said, doubts=(said,))
    found = diagnose(
        case(
            id=id_,
            surface=surface,
            error=error,
            listing=spoken,
            listed=live(reason=said, callable=False) if outcome is Outcome.OK else None,
            one=Single(outcome=outcome, message=said),
            endpoint=said,
            key=Key(present=True, variable=said, oddities=(said,)),
            near_table=(said,),
        )
    )
    for line in shown(found):
        assert line.isprintable()
        assert "##[" not in line
        assert not line.lstrip().startswith("::")


MARKED = st.sampled_from(sorted(SAMPLES.values()))


@given(
    MARKED | st.none(),
    st.sampled_from(list(Outcome)),
    st.sampled_from([*Outcome, None]),
    st.sampled_from([None, ALIVE, ENDED, GOING]),
    st.sampled_from([None, live(), live(ends=PAST), live(ends=SOON), live(callable=False)]),
    st.sampled_from(list(Absence)),
    st.sampled_from(["openai", "azure", "bedrock", "gemini", "anthropic", "xai"]),
    st.sampled_from(list(IdKind)),
)
def test_any_mixture_of_evidence_leads_somewhere(
    error: str | None,
    outcome: Outcome,
    one: Outcome | None,
    table: Known | None,
    row: Listed | None,
    absence: Absence,
    surface: str,
    kind: IdKind,
) -> None:
    found = diagnose(
        case(
            surface=surface,
            error=error,
            listing=listing(outcome),
            listed=row if outcome is Outcome.OK else None,
            one=one,
            known=table,
            absence=absence,
            kind=kind,
        )
    )
    assert found.evidence and found.next and found.summary.endswith(".")
    assert len(set(found.others) | {found.cause}) == len(found.others) + 1
    if found.cause is Cause.COULD_NOT_TELL:
        assert not found.settled
