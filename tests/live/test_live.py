"""Whom to ask, and what the answers mean for each reference: the table's state of it against what the list says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import asking, catalog, live, table
from pytest_modelgate.asking import Question
from pytest_modelgate.examine import evidence_for
from pytest_modelgate.examine import judge as judged_by
from pytest_modelgate.live import Live, judged, notices
from pytest_modelgate.live_values import Absence, Listed, Listing, Outcome
from pytest_modelgate.questions import keys_at_hand, questions
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Context, Reach, Role, Severity, State
from pytest_modelgate.values import Evidence, Finding, Notification, Occurrence, Reference, Span
from tests.live.acme import KEY, acme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_modelgate.live_values import Lister

TODAY = date(2026, 11, 21)
TABLE = """\
acme:
  as_of: 2026-11-12
  after_retirement: fails
  listing: complete
  endpoints: chat
  sources: {S1: {title: "the page", url: "https://acme.example/ends", read: 2026-11-01}}
  models:
    - {id: acme-alive-1, kind: snapshot, modality: chat, source: S1}
    - {id: acme-gone-1, kind: snapshot, modality: chat, retires: 2025-06-06, successor: acme-alive-1, source: S1}
    - {id: acme-old-1, kind: snapshot, modality: chat, stage: legacy, source: S1}
    - {id: acme-soon-1, kind: snapshot, modality: chat, retires: 2026-12-01, source: S1}
    - {id: ft-acme-alive-1, kind: fine-tunes, modality: chat, source: S1}
azure:
  as_of: 2026-11-12
  after_retirement: fails
  listing: complete
  endpoints: chat
  sources: {S1: {title: "the page", url: "https://azure.example/ends", read: 2026-11-01}}
  models:
    - {id: big-2025-01-01, kind: snapshot, modality: chat, model: big, version: "2025-01-01", retires: 2026-01-01,
       source: S1}
    - {id: big-2026-01-01, kind: snapshot, modality: chat, model: big, version: "2026-01-01", source: S1}
    - {id: small-2026-01-01, kind: snapshot, modality: chat, model: small, version: "2026-01-01", source: S1}
"""
TITLES = {"acme": "Acme", "azure": "Azure OpenAI", "bedrock": "Amazon Bedrock"}
RULES = all_rules()
WEAK = "its list need not hold every id that it serves"
OWN = "only the account that made it can see it"


@pytest.fixture(scope="module")
def known() -> catalog.Catalog:
    return catalog.Catalog(table.parse(TABLE.encode(), "t.yaml"))


def reference(known: catalog.Catalog, id_: str, *, model: str | None = None, **given: Any) -> Reference:
    surface = given.pop("surface", "acme")
    span = Span(line=1, column=9, end_line=1, end_column=9 + len(id_))
    usual: dict[str, Any] = {
        "path": "app.py",
        "occurrence": Occurrence(
            text=id_,
            span=span,
            reach=Reach.CALL_ARGUMENT,
            role=Role.RUNTIME,
            context=Context.CALL,
            surfaces=(surface,),
        ),
        "span": span,
        "id": id_,
        "model": model or id_,
        "surface": surface,
        "role": Role.RUNTIME,
        "record": known.find(surface, model or id_),
    }
    return Reference(**{**usual, **given})


def evidence(known: catalog.Catalog, of: Reference) -> Evidence:
    return evidence_for(of, known, TITLES, TODAY, 90)


def listing(*rows: Listed, **given: Any) -> Listing:
    usual: dict[str, Any] = {
        "surface": "acme",
        "origin": "https://api.acme.test",
        "outcome": Outcome.OK,
        "rows": rows,
        "complete": True,
        "request_id": "req_1",
        "variable": "ACME_API_KEY",
    }
    return Listing(**{**usual, **given})


def answers(*rows: Listed, lister: Lister | None = None, **given: Any) -> Live:
    return Live([Question(lister=lister or acme())], [listing(*rows, **given)], {})


def verdict(
    known: catalog.Catalog, of: Reference, said: Live
) -> tuple[Reference, Evidence, list[Finding], tuple[Notification, ...]]:
    (changed, found), notes = judged((of, evidence(known, of)), said, known)
    return changed, found, judged_by(changed, found, RULES), notes


# Who is asked.


def asked(surfaces: Sequence[str], environment: dict[str, str], **given: Any) -> list[str]:
    return [question.lister.name for question in questions(surfaces, environment, **given)]


def test_only_providers_whose_ids_were_found_are_asked() -> None:
    environment = {"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": KEY, "GROQ_API_KEY": KEY}
    assert asked(["openai"], environment) == ["openai"]
    assert asked(["openai", "anthropic", "openai"], environment) == ["anthropic", "openai"]
    assert asked([], environment) == []
    assert asked(["custom-host", "ai21"], environment) == []


def test_a_provider_without_a_key_is_in_it_so_that_there_is_an_answer_that_says_so() -> None:
    assert asked(["openai"], {}) == ["openai"]
    assert asked(["openai"], {"OPENAI_API_KEY": "  "}) == ["openai"]


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({}, ["azure"]),
        ({"AZURE_OPENAI_ENDPOINT": "https://acme.openai.azure.com"}, ["azure"]),
        ({"AZURE_OPENAI_API_KEY": KEY}, ["azure"]),
        ({"AZURE_OPENAI_ENDPOINT": "https://a.openai.azure.com", "AZURE_API_KEY": KEY}, ["azure"]),
        (
            {
                "AZURE_OPENAI_ENDPOINT": "https://a.openai.azure.com",
                "AZURE_SUBSCRIPTION_ID": "0000",
                "AZURE_ARM_ACCESS_TOKEN": KEY,
            },
            ["azure-arm"],
        ),
        ({"FOUNDRY_PROJECT_ENDPOINT": "https://a.services.ai.azure.com", "AZURE_AI_ACCESS_TOKEN": KEY}, ["foundry"]),
    ],
)
def test_azure_is_asked_in_the_ways_that_the_environment_is_set_up_for(
    environment: dict[str, str], names: list[str]
) -> None:
    assert asked(["azure"], environment) == names


def test_a_cloud_is_asked_once_its_scope_is_named() -> None:
    assert asked(["vertex"], {"GOOGLE_CLOUD_PROJECT": "p", "GOOGLE_CLOUD_LOCATION": "us-east5"}) == ["vertex"]
    assert "bedrock-profiles" in asked(["bedrock"], {"AWS_REGION": "us-east-1"})


def test_the_public_list_of_openrouter_is_for_those_without_a_key() -> None:
    assert asked(["openrouter"], {"OPENROUTER_API_KEY": KEY}) == ["openrouter"]
    assert "openrouter-public" in asked(["openrouter"], {})


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({}, ["ollama"]),
        ({"OLLAMA_HOST": "127.0.0.1:11434"}, ["ollama"]),
        ({"VLLM_BASE_URL": "http://127.0.0.1:8000/v1"}, ["ollama", "vllm"]),
    ],
)
def test_local_servers_are_asked_where_a_variable_names_them_and_at_the_usual_address(
    environment: dict[str, str], names: list[str]
) -> None:
    assert asked(["local"], environment) == names


def test_gateways_of_the_operator_are_asked_with_their_own_keys() -> None:
    gateways = [("https://llm.acme.test/v1", "LLM_KEY"), ("http://127.0.0.1:4000", "NONE")]
    first, second = questions([], {"LLM_KEY": KEY}, gateways)
    assert (first.base, first.secret and first.secret.reveal()) == ("https://llm.acme.test/v1", KEY)
    assert first.secret is not None
    assert first.secret.variable == "LLM_KEY"
    assert (second.base, second.secret) == ("http://127.0.0.1:4000", None)
    assert len(questions(["gateway"], {"LLM_KEY": KEY}, gateways[:1])) == 1


def test_keys_at_hand_are_those_of_the_providers_that_were_found() -> None:
    environment = {"OPENAI_API_KEY": KEY, "GROQ_API_KEY": KEY, "GEMINI_API_KEY": KEY, "TOGETHERAI_API_KEY": KEY}
    assert keys_at_hand(["openai", "gemini"], environment) == ("GEMINI_API_KEY", "OPENAI_API_KEY")
    assert keys_at_hand(["together"], environment) == ("TOGETHERAI_API_KEY",)
    assert keys_at_hand(["anthropic"], environment) == ()
    assert keys_at_hand(["openai"], {"OPENAI_API_KEY": " "}) == ()


# What a list says of an id.


def test_nothing_is_said_where_no_list_was_read(known: catalog.Catalog) -> None:
    alive = reference(known, "acme-alive-1")
    assert answers(outcome=Outcome.TIMEOUT, complete=False).of(alive) is None
    assert answers().of(replace(alive, surface="other")) is None
    assert answers().of(replace(alive, surface=None)) is None
    assert answers().of(replace(alive, model=None)) is None


@pytest.mark.parametrize(
    ("given", "row", "id_", "found"),
    [
        ({}, Listed(id="acme-alive-1"), "acme-alive-1", True),
        ({}, Listed(id="x", aliases=("acme-alive-1",)), "acme-alive-1", True),
        ({}, Listed(id="Acme-Alive-1"), "acme-alive-1", False),
        ({"any_case": True}, Listed(id="Acme-Alive-1"), "aCME-alive-1", True),
        ({"normal": lambda id_: id_.removeprefix("models/")}, Listed(id="m"), "models/m", True),
        ({"normal": lambda id_: id_.removeprefix("models/")}, Listed(id="models/m"), "m", True),
        ({}, Listed(id="m"), "models/m", False),
    ],
)
def test_an_id_is_looked_for_in_its_normal_form_and_under_every_alias(
    known: catalog.Catalog, given: dict[str, Any], row: Listed, id_: str, found: bool
) -> None:
    said = answers(row, lister=acme(**given)).of(reference(known, id_))
    assert said is not None
    assert (said.row is row) is found
    assert said.absent is not found


def test_being_listed_proves_only_where_the_provider_says_so(known: catalog.Catalog) -> None:
    row = Listed(id="acme-alive-1")
    of = reference(known, row.id)
    for given, proves in (({}, True), ({"presence_proves": False}, False)):
        said = answers(row, lister=acme(**given)).of(of)
        assert said is not None
        assert said.proves is proves
    said = answers(replace(row, callable=False)).of(of)
    assert said is not None
    assert not said.proves


@pytest.mark.parametrize(
    ("id_", "lister", "given", "why"),
    [
        ("m", {}, {}, None),
        ("m", {}, {"complete": False}, "its list was not read to the end"),
        ("m", {"absence": Absence.WEAK}, {}, WEAK),
        ("m", {"absence": Absence.NONE}, {}, WEAK),
        ("m", {"covers": lambda id_: id_ != "m"}, {}, WEAK),
        ("n", {"covers": lambda id_: id_ != "m"}, {}, None),
        ("ft:acme-alive-1:org::x", {}, {}, OWN),
        ("acme-alive-1:ft-org-2023", {}, {}, OWN),
        ("my-model-ft", {}, {}, OWN),
        ("tunedModels/mine", {}, {}, OWN),
        ("arn:aws:acme:us-east-1:123:model/m", {}, {}, OWN),
    ],
)
def test_absence_proves_something_only_where_the_list_would_hold_the_id(
    known: catalog.Catalog, id_: str, lister: dict[str, Any], given: dict[str, Any], why: str | None
) -> None:
    said = answers(Listed(id="x"), lister=acme(**lister), **given).of(reference(known, id_))
    assert said is not None
    assert (said.absent, said.why) == (why is None, why)


def test_of_several_lists_that_could_hold_an_id_all_must_be_read(known: catalog.Catalog) -> None:
    two = [Question(lister=acme()), Question(lister=acme(name="acme-2"))]
    of = reference(known, "acme-alive-1")
    said = Live(two, [listing(), listing(outcome=Outcome.TIMEOUT, complete=False)], {}).of(of)
    assert said is not None
    assert (said.absent, said.why) == (False, "another of its lists could not be read")
    said = Live(two, [listing(), listing()], {}).of(of)
    assert said is not None
    assert said.absent
    said = Live(two, [listing(), listing(Listed(id="acme-alive-1"))], {}).of(of)
    assert said is not None
    assert said.row is not None


def test_a_list_that_says_nothing_of_an_id_does_not_weaken_one_that_does(known: catalog.Catalog) -> None:
    both = [Question(lister=acme(absence=Absence.NONE)), Question(lister=acme(name="acme-2"))]
    said = Live(both, [listing(), listing()], {}).of(reference(known, "acme-alive-1"))
    assert said is not None
    assert said.absent


# The request for one model, where the list alone does not settle it.


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Fixes the answer about one model; the ids that are asked for."""

    def put(outcome: Outcome, row: Listed | None = None) -> list[str]:
        seen: list[str] = []

        def ask_one(lister: Lister, environment: object, model: str, **given: Any) -> tuple[Outcome, Any, None]:
            seen.append(model)
            return outcome, row, None

        monkeypatch.setattr(asking, "ask_one", ask_one)
        return seen

    return put


@pytest.mark.parametrize(
    ("outcome", "row", "state", "codes", "why"),
    [
        (Outcome.NOT_FOUND, None, State.ACTIVE, ["MG301"], False),
        (Outcome.NO_ACCESS, None, State.ACTIVE, ["MG301"], False),
        (Outcome.OK, Listed(id="acme-alive-1-20260101"), State.ACTIVE, [], False),
        (Outcome.OK, Listed(id="x", ends=date(2026, 12, 20)), State.RETIRING, ["MG102"], False),
        (Outcome.GONE, None, State.RETIRED, ["MG101"], False),
        (Outcome.TIMEOUT, None, State.ACTIVE, [], True),
        (Outcome.RATE_LIMITED, None, State.ACTIVE, [], True),
        (Outcome.KEY_SCOPE, None, State.ACTIVE, [], True),
        (Outcome.REFUSED, None, State.ACTIVE, [], True),
    ],
)
def test_where_the_list_leaves_out_aliases_the_one_model_is_asked_for(
    known: catalog.Catalog,
    one: Callable[..., list[str]],
    outcome: Outcome,
    row: Listed | None,
    state: State,
    codes: list[str],
    why: bool,
) -> None:
    seen = one(outcome, row)
    said = answers(lister=acme(absence=Absence.AFTER_RETRIEVE))
    _, found, findings, _ = verdict(known, reference(known, "acme-alive-1"), said)
    assert (found.state, [finding.code for finding in findings]) == (state, codes)
    assert found.live is not None
    assert (found.live.why is not None) is why
    verdict(known, reference(known, "acme-alive-1"), said)
    assert seen == ["acme-alive-1"]


def test_one_silence_is_enough(known: catalog.Catalog, one: Callable[..., list[str]]) -> None:
    seen = one(Outcome.TIMEOUT)
    said = answers(lister=acme(absence=Absence.AFTER_RETRIEVE))
    for id_ in ("acme-alive-1", "acme-old-1", "acme-soon-1"):
        found = said.of(reference(known, id_))
        assert found is not None
        assert not found.absent
    assert seen == ["acme-alive-1"]


def test_nothing_is_asked_for_what_is_listed_or_cannot_be_told(
    known: catalog.Catalog, one: Callable[..., list[str]]
) -> None:
    seen = one(Outcome.NOT_FOUND)
    said = answers(Listed(id="acme-alive-1"), lister=acme(absence=Absence.AFTER_RETRIEVE))
    said.of(reference(known, "acme-alive-1"))
    said.of(reference(known, "ft:acme-alive-1:org::x"))
    assert seen == []


def test_a_provider_without_such_a_request_is_believed(known: catalog.Catalog) -> None:
    said = answers(lister=acme(absence=Absence.AFTER_RETRIEVE, one=None)).of(reference(known, "m"))
    assert said is not None
    assert said.absent


# The table's state against the list, through the real rules.

SOON, PAST = date(2026, 12, 20), date(2026, 11, 1)
SAYS: dict[str, dict[str, Any] | None] = {
    "plain": {},
    "ends soon": {"ends": SOON},
    "ended": {"ends": PAST},
    "retired": {"state": State.RETIRED, "callable": False, "reason": "it is retired"},
    "late": {"state": State.DEPRECATED, "ends": PAST},
    "deprecated": {"state": State.DEPRECATED},
    "blocked": {"callable": False, "reason": "it is served through inference profiles only"},
    "absent": None,
    "doubtful": None,
}
TABLE_STATES = ("acme-alive-1", "acme-soon-1", "acme-gone-1", "acme-new-7", "acme-alvie-1")
MATRIX = {
    ("acme-alive-1", "plain"): (State.ACTIVE, [], False),
    ("acme-alive-1", "ends soon"): (State.RETIRING, ["MG102"], True),
    ("acme-alive-1", "ended"): (State.RETIRED, ["MG101"], True),
    ("acme-alive-1", "retired"): (State.RETIRED, ["MG101"], True),
    ("acme-alive-1", "late"): (State.DEPRECATED, ["MG103"], True),
    ("acme-alive-1", "deprecated"): (State.DEPRECATED, ["MG103"], True),
    ("acme-alive-1", "blocked"): (State.ACTIVE, ["MG301"], False),
    ("acme-alive-1", "absent"): (State.ACTIVE, ["MG301"], False),
    ("acme-alive-1", "doubtful"): (State.ACTIVE, [], False),
    ("acme-soon-1", "plain"): (State.RETIRING, ["MG102"], False),
    ("acme-soon-1", "ends soon"): (State.RETIRING, ["MG102"], True),
    ("acme-soon-1", "ended"): (State.RETIRED, ["MG101"], True),
    ("acme-soon-1", "retired"): (State.RETIRED, ["MG101"], True),
    ("acme-soon-1", "late"): (State.DEPRECATED, ["MG103"], True),
    ("acme-soon-1", "deprecated"): (State.RETIRING, ["MG102"], False),
    ("acme-soon-1", "blocked"): (State.RETIRING, ["MG102", "MG301"], False),
    ("acme-soon-1", "absent"): (State.RETIRING, ["MG102", "MG301"], False),
    ("acme-soon-1", "doubtful"): (State.RETIRING, ["MG102"], False),
    ("acme-gone-1", "plain"): (State.DEPRECATED, ["MG103"], True),
    ("acme-gone-1", "ends soon"): (State.RETIRING, ["MG102"], True),
    ("acme-gone-1", "ended"): (State.RETIRED, ["MG101"], True),
    ("acme-gone-1", "retired"): (State.RETIRED, ["MG101"], False),
    ("acme-gone-1", "late"): (State.DEPRECATED, ["MG103"], True),
    ("acme-gone-1", "deprecated"): (State.DEPRECATED, ["MG103"], True),
    ("acme-gone-1", "blocked"): (State.RETIRED, ["MG101"], False),
    ("acme-gone-1", "absent"): (State.RETIRED, ["MG101"], False),
    ("acme-gone-1", "doubtful"): (State.RETIRED, ["MG101"], False),
    ("acme-new-7", "plain"): (State.ACTIVE, [], False),
    ("acme-new-7", "ends soon"): (State.RETIRING, ["MG102"], False),
    ("acme-new-7", "ended"): (State.RETIRED, ["MG101"], False),
    ("acme-new-7", "retired"): (State.RETIRED, ["MG101"], False),
    ("acme-new-7", "late"): (State.DEPRECATED, ["MG103"], False),
    ("acme-new-7", "deprecated"): (State.DEPRECATED, ["MG103"], False),
    ("acme-new-7", "blocked"): (State.ACTIVE, ["MG301"], False),
    ("acme-new-7", "absent"): (State.UNKNOWN, ["MG202"], False),
    ("acme-new-7", "doubtful"): (State.UNKNOWN, ["MG202"], False),
    ("acme-alvie-1", "plain"): (State.ACTIVE, [], False),
    ("acme-alvie-1", "ends soon"): (State.RETIRING, ["MG102"], False),
    ("acme-alvie-1", "ended"): (State.RETIRED, ["MG101"], False),
    ("acme-alvie-1", "retired"): (State.RETIRED, ["MG101"], False),
    ("acme-alvie-1", "late"): (State.DEPRECATED, ["MG103"], False),
    ("acme-alvie-1", "deprecated"): (State.DEPRECATED, ["MG103"], False),
    ("acme-alvie-1", "blocked"): (State.ACTIVE, ["MG301"], False),
    ("acme-alvie-1", "absent"): (State.MISTYPED, ["MG201"], False),
    ("acme-alvie-1", "doubtful"): (State.MISTYPED, ["MG201"], False),
}


def matrix(known: catalog.Catalog, id_: str, says: str) -> tuple[Reference, Live]:
    near: dict[str, Any] = {"nearest": ("acme-alive-1",), "certain": True} if id_ == "acme-alvie-1" else {}
    fields = SAYS[says]
    rows = [Listed(id="zeta-9")] + ([] if fields is None else [Listed(id=id_, **fields)])
    return reference(known, id_, **near), answers(*rows, complete=says != "doubtful")


def test_the_matrix_is_whole() -> None:
    assert set(MATRIX) == {(id_, says) for id_ in TABLE_STATES for says in SAYS}


@pytest.mark.parametrize(("id_", "says"), MATRIX, ids=lambda value: str(value).replace(" ", "-"))
def test_table_against_list(known: catalog.Catalog, id_: str, says: str) -> None:
    _, found, findings, notes = verdict(known, *matrix(known, id_, says))
    state, codes, differs = MATRIX[id_, says]
    assert found.state is state
    assert [finding.code for finding in findings] == codes
    assert len(notes) == differs
    for text in [*(finding.message for finding in findings), *(note.message for note in notes)]:
        assert id_ in text
        assert "None" not in text
        assert len(text) < 280


def message(known: catalog.Catalog, id_: str, says: str) -> str:
    return verdict(known, *matrix(known, id_, says))[2][-1].message


def test_what_the_findings_say(known: catalog.Catalog) -> None:
    assert message(known, "acme-alive-1", "absent") == (
        "acme-alive-1 is served by Acme, but not to the key of ACME_API_KEY, whose complete list (1 id, request req_1)"
        " lacks it: no access, or taken away early. Ask for access, or try another project's key."
    )
    assert message(known, "acme-alive-1", "blocked") == (
        "acme-alive-1 is in the list of Acme, but the key of ACME_API_KEY cannot call it: it is served through"
        " inference profiles only."
    )
    assert "is retired by Acme (the provider gives no date)" in message(known, "acme-alive-1", "retired")
    assert "ends on 2026-12-20, in 29 days" in message(known, "acme-alive-1", "ends soon")
    assert "was to end on 2026-11-01, 20 days ago, but still answers" in message(known, "acme-alive-1", "late")
    assert "was to end on 2025-06-06" in message(known, "acme-gone-1", "plain")
    assert "Write acme-alive-1" in message(known, "acme-gone-1", "plain")
    assert "2026-12-01" in message(known, "acme-soon-1", "deprecated") or "in 10 days" in message(
        known, "acme-soon-1", "deprecated"
    )
    assert "2025-06-06" in message(known, "acme-gone-1", "retired")


def test_an_id_that_nobody_has_is_an_error_once_the_list_is_complete(known: catalog.Catalog) -> None:
    for says, severity, words in (
        ("absent", Severity.ERROR, "the complete list of your key does not have it either"),
        ("doubtful", Severity.WARNING, "which may be older than the model"),
    ):
        (finding,) = verdict(known, *matrix(known, "acme-new-7", says))[2]
        assert finding.severity is severity
        assert words in finding.message


def test_a_difference_says_what_each_says(known: catalog.Catalog) -> None:
    def note(id_: str, says: str) -> str:
        (found,) = verdict(known, *matrix(known, id_, says))[3]
        assert not found.blocking
        return found.message

    begin = "the live list of https://api.acme.test says that it "
    assert f"{begin}ends on 2026-12-20, the table that it is served; the live" in note("acme-alive-1", "ends soon")
    assert f"{begin}ends on 2026-12-20, the table that it ends on 2026-12-01;" in note("acme-soon-1", "ends soon")
    assert f"{begin}is served, the table that it ended on 2025-06-06;" in note("acme-gone-1", "plain")
    assert f"{begin}is retired, the table that it ends on 2026-12-01;" in note("acme-soon-1", "retired")
    assert f"{begin}ended on 2026-11-01, the table that it is served;" in note("acme-alive-1", "late")


def test_a_weak_list_does_not_revive_what_the_table_has_retired(known: catalog.Catalog) -> None:
    said = answers(Listed(id="acme-gone-1"), lister=acme(presence_proves=False))
    _, found, findings, notes = verdict(known, reference(known, "acme-gone-1"), said)
    assert (found.state, [finding.code for finding in findings], notes) == (State.RETIRED, ["MG101"], ())


def test_the_replacement_is_the_one_that_the_list_names(known: catalog.Catalog) -> None:
    said = answers(Listed(id="acme-old-1", ends=SOON, successor="acme-alive-1"))
    changed, _, (finding,), _ = verdict(known, reference(known, "acme-old-1"), said)
    assert changed.record is not None
    assert changed.record.successors == ("acme-alive-1",)
    assert finding.successor == "acme-alive-1"
    assert finding.ends == SOON


def test_dates_of_third_parties_are_the_providers_own_once_it_says_them(known: catalog.Catalog) -> None:
    of = reference(known, "acme-soon-1")
    assert of.record is not None
    of = replace(of, record=replace(of.record, third_party=True))
    _, _, (finding,), _ = verdict(known, of, answers(Listed(id="acme-soon-1", ends=SOON)))
    assert finding.severity is Severity.ERROR
    assert "Third parties" not in finding.message


def test_a_suggestion_may_come_from_the_live_list(known: catalog.Catalog) -> None:
    said = answers(Listed(id="acme-quasar-3"), Listed(id="zeta-9"))
    changed, found, (finding,), _ = verdict(known, reference(known, "acme-quasr-3"), said)
    assert (found.state, changed.nearest, finding.code) == (State.MISTYPED, ("acme-quasar-3",), "MG201")
    assert "did you mean acme-quasar-3?" in finding.message
    assert finding.fix is not None
    assert finding.fix.applicability.value == "unsafe"
    _, found, (finding,), _ = verdict(known, reference(known, "big-blue-whale"), said)
    assert (found.state, finding.code) == (State.UNKNOWN, "MG202")


@pytest.mark.parametrize("id_", ["ft:acme-alive-1:org::x", "arn:aws:acme:us-east-1:123:model/m", "acme-alive-1-ft"])
def test_what_belongs_to_one_account_is_never_found_missing(known: catalog.Catalog, id_: str) -> None:
    of = reference(known, id_, record=known.find("acme", "acme-alive-1"))
    _, found, findings, _ = verdict(known, of, answers(Listed(id="acme-alive-1")))
    assert found.state is State.ACTIVE
    assert findings == []
    _, found, findings, _ = verdict(known, reference(known, id_), answers(Listed(id="acme-alive-1")))
    assert found.state is State.UNKNOWN
    assert "MG201" not in [finding.code for finding in findings]
    assert all(finding.severity is not Severity.ERROR for finding in findings)


def test_a_dynamic_id_is_left_alone(known: catalog.Catalog) -> None:
    of = replace(reference(known, "acme-{x}"), model=None)
    before = evidence(known, of)
    assert judged((of, before), answers(), known) == ((of, before), ())


# Azure and Bedrock: names that stand for models.

AZURE = "azure"


def deployed(*rows: Listed, **given: Any) -> Live:
    lister = acme(surface=AZURE, any_case=True, **given)
    return Live([Question(lister=lister)], [listing(*rows, surface=AZURE)], {})


@pytest.mark.parametrize(
    ("id_", "stands_for", "state", "codes"),
    [
        ("my-prod", ("big", "2025-01-01"), State.RETIRED, ["MG101"]),
        ("My-Prod", ("big", "2025-01-01"), State.RETIRED, ["MG101"]),
        ("my-prod", ("big", "2026-01-01"), State.ACTIVE, []),
        ("my-prod", ("big", ""), State.ACTIVE, []),
        ("my-prod", ("strange", "1"), State.ACTIVE, []),
        ("small", ("big", "2025-01-01"), State.RETIRED, ["MG101"]),
        ("big-2025-01-01", ("small", "2026-01-01"), State.ACTIVE, []),
        ("big-2025-01-01", ("strange", "1"), State.ACTIVE, []),
    ],
)
def test_a_deployment_is_judged_by_what_it_stands_for(
    known: catalog.Catalog, id_: str, stands_for: tuple[str, str], state: State, codes: list[str]
) -> None:
    said = deployed(Listed(id="my-prod", stands_for=stands_for), Listed(id=id_, stands_for=stands_for))
    _, found, findings, _ = verdict(known, reference(known, id_, surface=AZURE), said)
    assert found.state is state
    assert [finding.code for finding in findings] == codes


def test_what_could_be_deployed_is_not_what_is(known: catalog.Catalog) -> None:
    of = reference(known, "big-2026-01-01", surface=AZURE)
    base = Question(lister=acme(surface=AZURE, absence=Absence.NONE, presence_proves=False))
    arm = Question(lister=acme(surface=AZURE, name="arm"))
    models = listing(Listed(id="big-2026-01-01", ends=SOON), surface=AZURE)
    alone = Live([base], [models], {}).of(of)
    assert alone is not None
    assert (alone.row, alone.absent) == (None, False)
    both = Live([base, arm], [models, listing(Listed(id="other"), surface=AZURE)], {}).of(of)
    assert both is not None
    assert both.absent
    deployment = Listed(id="big-2026-01-01", stands_for=("small", "2026-01-01"))
    both = Live([base, arm], [models, listing(deployment, surface=AZURE)], {}).of(of)
    assert both is not None
    assert both.row == deployment


PROFILE = "us.acme.big-v1:0"


def bedrock(models: Sequence[Listed], profiles: Sequence[Listed] | None) -> Live:
    environment = {"AWS_REGION": "us-east-1"}
    ways = [question for question in questions(["bedrock"], environment) if question.lister.name != "bedrock-mantle"]
    lists = {
        "bedrock": listing(*models, surface="bedrock"),
        "bedrock-profiles": listing(*profiles, surface="bedrock")
        if profiles is not None
        else listing(surface="bedrock", outcome=Outcome.KEY_SCOPE, complete=False),
    }
    return Live(ways, [lists[way.lister.name] for way in ways], environment)


def test_a_profile_is_looked_for_among_profiles_and_lives_as_long_as_its_model(known: catalog.Catalog) -> None:
    of = reference(known, PROFILE, model="acme.big-v1:0", surface="bedrock")
    model = Listed(id="acme.big-v1:0", callable=False, reason="it is not served on demand")
    profile = Listed(id=PROFILE, stands_for=("acme.big-v1:0", ""))
    assert verdict(known, of, bedrock([model], [profile]))[2] == []
    _, found, findings, _ = verdict(known, of, bedrock([replace(model, ends=SOON)], [profile]))
    assert (found.state, [finding.code for finding in findings]) == (State.RETIRING, ["MG102"])
    said = bedrock([model], [Listed(id="eu.acme.big-v1:0")]).of(of)
    assert said is not None
    assert (said.row, said.absent) == (None, True)
    said = bedrock([model], None).of(of)
    assert said is not None
    assert (said.row, said.absent, said.why) == (None, False, "another of its lists could not be read")


def test_a_model_that_is_served_through_profiles_alone_cannot_be_called_by_its_own_id(known: catalog.Catalog) -> None:
    model = Listed(id="acme.big-v1:0", callable=False, reason="it is not served on demand")
    of = reference(known, "acme.big-v1:0", surface="bedrock")
    (finding,) = verdict(known, of, bedrock([model], [Listed(id=PROFILE)]))[2]
    assert finding.code == "MG301"
    assert "it is not served on demand" in finding.message


# What is told beside the findings.


def test_a_failure_is_told_with_its_request_and_blocks_where_an_answer_is_required() -> None:
    failed = answers(
        outcome=Outcome.KEY_INVALID, complete=False, message="Acme does not accept the key of ACME_API_KEY"
    )
    (note,) = notices(failed, [], required=False)
    assert note.message == (
        "live: acme at https://api.acme.test: key-invalid (request req_1); Acme does not accept the key of ACME_API_KEY"
    )
    assert not note.blocking
    (note,) = notices(failed, [], required=True)
    assert note.blocking
    assert notices(answers(), [], required=True) == []


def test_a_surface_that_is_not_set_up_is_told_once() -> None:
    ways = questions(["bedrock"], {})
    assert len(ways) > 1
    said = Live(ways, asking.ask_all(ways, {}), {})
    (note,) = notices(said, [], required=True)
    assert note.message == (
        "live: bedrock: no-key; Amazon Bedrock is asked in a region; set AWS_REGION or AWS_DEFAULT_REGION"
    )


def test_a_doubt_of_the_list_is_told() -> None:
    (note,) = notices(answers(doubts=("m-1 has a day that is none",)), [], required=True)
    assert (note.message, note.blocking) == ("live: acme: m-1 has a day that is none", False)


def test_what_cannot_be_concluded_is_told_once_for_each_reason(known: catalog.Catalog) -> None:
    said = answers(lister=acme(absence=Absence.WEAK))
    ids = ["acme-alive-1", "acme-alive-1", "acme-old-1", "acme-soon-1", "acme-gone-1", "ft:acme-alive-1:org::x"]
    pairs = [judged((of, evidence(known, of)), said, known)[0] for of in (reference(known, id_) for id_ in ids)]
    messages = [note.message for note in notices(said, pairs, required=True)]
    end = "so nothing is concluded"
    assert messages == [
        f"live: acme was asked for acme-alive-1, acme-gone-1, acme-old-1 and 1 more: {WEAK}, {end}",
        f"live: acme was asked for ft:acme-alive-1:org::x: {OWN}, {end}",
    ]
    assert not any(note.blocking for note in notices(said, pairs, required=True))


def test_the_row_of_an_id_is_found_under_any_of_its_names() -> None:
    row = Listed(id="m-1", aliases=("m-latest",))
    assert live.row_of(acme(), listing(row), "m-latest") is row
    assert live.row_of(acme(), listing(row), "m-2") is None
