from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.live_values import Listing, LiveEvidence, Outcome
from pytest_modelgate.records import ModelRecord
from pytest_modelgate.rules import (
    deprecated_model,
    foreign_spelling,
    legacy_model,
    mistyped_model,
    no_access,
    retired_fine_tune,
    retired_model,
    retiring_model,
    unknown_model,
    wrong_client,
    wrong_endpoint,
)
from pytest_modelgate.terms import Applicability, Context, Doubt, Reach, Role, Severity, State
from pytest_modelgate.values import Evidence, Finding, Occurrence, Reference, Span, Step, Succession, Use

if TYPE_CHECKING:
    from types import ModuleType

TODAY = date(2026, 11, 21)
SPAN = Span(line=2, column=5, end_line=2, end_column=10)
USE = Use(
    call="client.chat.completions.create",
    line=2,
    surfaces=("openai",),
    endpoint="chat.completions",
    client="OpenAI",
    base="https://api.openai.com/v1",
)
OCCURRENCE = Occurrence(
    text="gpt-x", span=SPAN, reach=Reach.CALL_ARGUMENT, role=Role.RUNTIME, context=Context.CALL, surfaces=("openai",)
)
RECORD = ModelRecord(surface="openai", id="gpt-x", kind="snapshot", modality="chat", endpoints=("responses",))
REFERENCE = Reference(
    path="a.py",
    occurrence=OCCURRENCE,
    span=SPAN,
    id="gpt-x",
    model="gpt-x",
    surface="openai",
    role=Role.RUNTIME,
    record=RECORD,
)
EVIDENCE = Evidence(
    state=State.ACTIVE,
    today=TODAY,
    horizon=90,
    title="the OpenAI API",
    endpoints=frozenset({"chat.completions", "embeddings", "responses", "realtime"}),
    listed=True,
)


def using(*uses: Use, **changes: object) -> Reference:
    return replace(REFERENCE, occurrence=replace(OCCURRENCE, uses=uses), **changes)  # type: ignore[arg-type]


def message(finding: Finding | None) -> str:
    assert finding is not None
    return finding.message


def test_the_message_says_what_serves_the_model() -> None:
    finding = wrong_endpoint.judge(using(USE), EVIDENCE)
    assert message(finding) == (
        "gpt-x is a chat model of the OpenAI API, served through responses, and client.chat.completions.create asks"
        " chat.completions: calls fail. Call client.responses.create instead."
    )
    assert finding is not None
    assert finding.fix is None


@pytest.mark.parametrize(
    ("record", "use", "words"),
    [
        (
            replace(RECORD, modality="embedding", endpoints=("embeddings",)),
            USE,
            "Call client.embeddings.create, or choose a model that chat.completions serves.",
        ),
        (
            replace(RECORD, surface="bedrock", modality="embedding", endpoints=()),
            replace(USE, surfaces=("bedrock",), endpoint="chat", call="client.converse"),
            "client.converse is for chat: calls fail. Call client.invoke_model, or choose a model for chat.",
        ),
        (
            replace(RECORD, surface="bedrock", modality="realtime", endpoints=()),
            replace(USE, surfaces=("bedrock",), endpoint="chat"),
            "calls fail. Choose a model for chat.",
        ),
        (RECORD, replace(USE, line=9), "client.chat.completions.create (line 9) asks"),
        (RECORD, replace(USE, line=1, argument=2), "client.chat.completions.create asks"),
        (RECORD, replace(USE, line=9, path="b.py"), "client.chat.completions.create (b.py:9) asks"),
        (RECORD, replace(USE, call=f"{'x' * 80}.create"), f"and ...{'x' * 53}.create asks"),
    ],
)
def test_the_message_says_which_call_and_what_else_to_do(record: ModelRecord, use: Use, words: str) -> None:
    assert words in message(wrong_endpoint.judge(using(use, record=record, surface=record.surface), EVIDENCE))


def test_the_first_call_that_does_not_serve_is_told() -> None:
    right = replace(USE, endpoint="responses", call="client.responses.create")
    wrong = replace(USE, line=8)
    finding = wrong_endpoint.judge(using(right, wrong, replace(wrong, line=9)), EVIDENCE)
    assert "(line 8)" in message(finding)
    assert finding is not None
    assert finding.severity is Severity.WARNING


def test_where_no_call_serves_the_model_it_is_an_error() -> None:
    finding = wrong_endpoint.judge(using(USE, replace(USE, line=8)), EVIDENCE)
    assert finding is not None
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "reference",
    [
        using(),
        using(replace(USE, sure=False)),
        using(replace(USE, endpoint=None)),
        using(replace(USE, endpoint="responses")),
        using(replace(USE, surfaces=("azure",))),
        using(USE, replace(USE, endpoint="responses")),
        using(USE, record=None),
        using(USE, foreign="anthropic"),
        using(USE, surfaces=("azure", "openai")),
    ],
)
def test_no_word_where_the_call_may_be_right(reference: Reference) -> None:
    assert wrong_endpoint.judge(reference, EVIDENCE) is None


def test_what_is_retired_is_gone_from_every_endpoint() -> None:
    assert wrong_endpoint.judge(using(USE), replace(EVIDENCE, state=State.RETIRED)) is None
    assert wrong_endpoint.judge(using(USE), replace(EVIDENCE, state=State.RETIRING)) is not None


def test_what_a_model_is_for_is_alike_on_every_surface_that_remains() -> None:
    record = replace(RECORD, modality="embedding", endpoints=("embeddings",))
    finding = wrong_endpoint.judge(using(USE, record=record, surfaces=("azure", "openai")), EVIDENCE)
    assert message(finding).endswith("This is the mildest verdict of azure and openai, which the code leaves open.")


FOREIGN = using(USE, foreign="anthropic", surface="anthropic", record=replace(RECORD, surface="anthropic"))
CLAUDE = replace(EVIDENCE, title="the Claude API")


def test_another_providers_id() -> None:
    finding = wrong_client.judge(FOREIGN, CLAUDE)
    assert message(finding) == (
        "gpt-x is a model of the Claude API, and OpenAI() asks api.openai.com, which does not have it: calls fail."
        " Use that provider's client, or set the base_url."
    )
    assert finding is not None
    assert (finding.severity, finding.fix) == (Severity.ERROR, None)


@pytest.mark.parametrize("doubt", list(Doubt))
@pytest.mark.parametrize("model", ["gpt-x", None])
def test_each_doubt_of_a_client_is_told_whatever_the_model(doubt: Doubt, model: str | None) -> None:
    reference = using(replace(USE, doubts=(doubt,)), model=model)
    finding = wrong_client.judge(reference, EVIDENCE)
    assert message(finding).startswith("gpt-x ")
    assert "OpenAI()" in message(finding)
    assert finding is not None
    assert finding.severity is (Severity.WARNING if doubt is Doubt.NO_API_VERSION else Severity.ERROR)
    assert wrong_client.judge(using(replace(USE, doubts=(doubt,), sure=False)), EVIDENCE) is None


def test_the_worst_doubt_is_told() -> None:
    doubts = (Doubt.NO_API_VERSION, Doubt.AZURE_KEY)
    assert "an Azure key" in message(wrong_client.judge(using(replace(USE, doubts=doubts)), EVIDENCE))


def test_a_long_expression_is_cut() -> None:
    reference = using(replace(USE, doubts=(Doubt.AZURE_KEY,)), model=None, id="pick(" + "x" * 200)
    assert message(wrong_client.judge(reference, EVIDENCE)).startswith(f"pick({'x' * 75}... is")


AZURE = replace(USE, client="AzureOpenAI", surfaces=("azure",), base=None)


@pytest.mark.parametrize("text", ["azure/prod", "openai:gpt-x", "a" * 65, "my deployment", "gpt-x\n"])
def test_what_no_deployment_can_be_called(text: str) -> None:
    reference = using(AZURE, surface="azure", record=None)
    reference = replace(reference, occurrence=replace(reference.occurrence, text=text))
    assert "cannot be the name of an Azure deployment" in message(wrong_client.judge(reference, EVIDENCE))
    assert wrong_client.judge(replace(reference, model=None), EVIDENCE) is None


@pytest.mark.parametrize(
    "reference",
    [
        using(USE),
        using(AZURE, surface="azure"),
        using(replace(AZURE, client="AzureChatOpenAI")),
        replace(FOREIGN, surface="openai"),
        using(replace(USE, base=None), foreign="anthropic", surface="anthropic"),
    ],
)
def test_no_word_of_a_client_that_fits(reference: Reference) -> None:
    assert wrong_client.judge(reference, EVIDENCE) is None


LIVING = Succession(steps=(Step(id="gpt-y", state=State.ACTIVE),), living="gpt-y", same_kind=True)
SPELT = using(USE, record=None, foreign="openrouter", nearest=("gpt-z", "gpt-w"), certain=True)
WRONG = replace(EVIDENCE, state=State.MISTYPED, meant=replace(RECORD, id="gpt-z", endpoints=(str(USE.endpoint),)))


def test_the_id_of_the_same_model_here_is_named() -> None:
    finding = foreign_spelling.judge(SPELT, WRONG)
    assert message(finding) == (
        "gpt-x is openrouter's spelling, and fails here: the OpenAI API has the model as gpt-z."
    )
    assert finding is not None
    assert finding.fix is not None
    assert (finding.fix.applicability, finding.fix.edits[0].text) == (Applicability.SAFE, "gpt-z")
    router = foreign_spelling.judge(replace(SPELT, foreign="gateway"), WRONG)
    assert message(router).startswith("gpt-x is a router's spelling, and")


def test_an_id_that_the_call_cannot_be_given_is_only_offered() -> None:
    finding = foreign_spelling.judge(SPELT, replace(WRONG, meant=replace(RECORD, id="gpt-z")))
    assert finding is not None
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE
    assert finding.fix.caution == "gpt-z is not served through the endpoint that is called"


def test_one_of_several_ids_is_only_offered() -> None:
    finding = foreign_spelling.judge(replace(SPELT, certain=False), WRONG)
    assert message(finding).endswith("has the model as gpt-z or gpt-w.")
    assert finding is not None
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE
    assert finding.fix.caution == "it may also be gpt-w"


def test_where_the_model_has_ended_its_living_successor_is_written() -> None:
    gone = replace(RECORD, id="gpt-z", retires=date(2026, 10, 23))
    finding = foreign_spelling.judge(SPELT, replace(WRONG, meant=gone, succession=LIVING))
    assert message(finding).endswith("It was itself retired on 2026-10-23. Write gpt-y (official replacement).")
    assert finding is not None
    assert finding.fix is not None
    assert (finding.successor, finding.ends) == ("gpt-y", gone.retires)
    assert (finding.fix.applicability, finding.fix.edits[0].text) == (Applicability.UNSAFE, "gpt-y")


@pytest.mark.parametrize(
    "reference", [FOREIGN, replace(SPELT, foreign=None), replace(SPELT, nearest=()), replace(SPELT, foreign="openai")]
)
def test_no_word_of_spelling_where_no_spelling_is_foreign(reference: Reference) -> None:
    assert foreign_spelling.judge(reference, WRONG) is None


STATES = {
    retired_model: State.RETIRED,
    retiring_model: State.RETIRING,
    deprecated_model: State.DEPRECATED,
    legacy_model: State.LEGACY,
    mistyped_model: State.MISTYPED,
    retired_fine_tune: State.RETIRED,
    unknown_model: State.UNKNOWN,
}


@pytest.mark.parametrize("rule", STATES)
def test_nothing_is_said_of_a_model_that_is_asked_for_where_it_is_not(rule: ModuleType) -> None:
    kind = "fine-tunes" if rule is retired_fine_tune else "snapshot"
    record = replace(RECORD, kind=kind, retires=TODAY)
    evidence = replace(EVIDENCE, state=STATES[rule], meant=record)
    right = using(USE, record=record, nearest=("gpt-z",))
    assert rule.judge(right, evidence) is not None
    assert rule.judge(replace(right, foreign="anthropic"), evidence) is None
    for doubt in Doubt:
        spoken = rule.judge(using(replace(USE, doubts=(doubt,)), record=record, nearest=("gpt-z",)), evidence)
        assert (spoken is None) is (doubt in (Doubt.AZURE_HOST, Doubt.DEPLOYMENT))


def test_no_rule_says_the_model_is_closed_where_it_was_never_open() -> None:
    listing = Listing(surface="anthropic", origin="https://api.example.org", outcome=Outcome.OK, complete=True)
    evidence = replace(CLAUDE, live=LiveEvidence(listing=listing, absent=True))
    assert no_access.judge(replace(FOREIGN, foreign=None), evidence) is not None
    assert no_access.judge(FOREIGN, evidence) is None
