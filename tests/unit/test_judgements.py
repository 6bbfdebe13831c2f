from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate.records import ApiRecord, ModelRecord
from pytest_modelgate.rules import (
    _wording,
    all_rules,
    deprecated_model,
    legacy_model,
    mistyped_model,
    retired_api,
    retired_fine_tune,
    retired_model,
    retiring_model,
    unknown_model,
)
from pytest_modelgate.terms import Applicability, Context, Reach, Role, Severity, State
from pytest_modelgate.values import Evidence, Finding, Occurrence, Reference, Span, Step, Succession, Use

if TYPE_CHECKING:
    from types import ModuleType

TODAY = date(2026, 11, 21)
SPAN = Span(line=1, column=5, end_line=1, end_column=10)
OCCURRENCE = Occurrence(text="gpt-x", span=SPAN, reach=Reach.CONSTANT, role=Role.RUNTIME, context=Context.CALL)
RECORD = ModelRecord(surface="openai", id="gpt-x", kind="snapshot", modality="chat")
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
LIVING = Succession(steps=(Step(id="gpt-y", state=State.ACTIVE),), living="gpt-y", same_kind=True)
EVIDENCE = Evidence(
    state=State.RETIRED,
    today=TODAY,
    horizon=90,
    succession=LIVING,
    after_retirement="fails",
    title="the OpenAI API",
    listed=True,
)


def said(finding: Finding | None) -> str:
    assert finding is not None
    return finding.message


def retired(record: ModelRecord, **evidence: object) -> Finding | None:
    return retired_model.judge(replace(REFERENCE, record=record), replace(EVIDENCE, **evidence))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 21), "was retired by the OpenAI API on 2026-11-21 (today): calls fail."),
        (date(2026, 11, 20), "on 2026-11-20 (1 day ago)"),
        (date(2026, 3, 26), "on 2026-03-26 (240 days ago)"),
        (None, "is retired by the OpenAI API (the provider gives no date): calls fail."),
    ],
)
def test_retired_says_since_when(day: date | None, words: str) -> None:
    finding = retired(replace(RECORD, retires=day))
    assert words in said(finding)
    assert finding is not None
    assert finding.ends == day


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("fails", ": calls fail."),
        ("redirects", ": requests are answered by gpt-y at its price."),
        ("moved", ": its API has moved."),
        ("host-gone", ": the host is gone."),
    ],
)
def test_retired_says_what_happens_now(after: str, words: str) -> None:
    assert words in said(retired(replace(RECORD, successors=("gpt-y",)), after_retirement=after))
    assert words in said(retired(replace(RECORD, successors=("gpt-y",), after_retirement=after)))


def test_a_redirect_to_an_unnamed_model() -> None:
    words = "requests are answered by another model at that model's price"
    assert words in said(retired(RECORD, after_retirement="redirects"))


def test_a_redirect_is_told_once() -> None:
    record = replace(RECORD, successors=("gpt-y",), condition="goes to gpt-y now", after_retirement="redirects")
    steps = (Step(id="gpt-y", state=State.ACTIVE, condition="goes to gpt-y now"),)
    message = said(retired(record, succession=Succession(steps=steps, living="gpt-y")))
    assert "goes to gpt-y now" not in message
    other = said(retired(replace(record, after_retirement=None), succession=Succession(steps=steps, living="gpt-y")))
    assert "(official replacement; goes to gpt-y now)" in other


def test_the_way_to_the_living_successor_is_told() -> None:
    steps = tuple(Step(id=id_, state=State.RETIRED) for id_ in ("a", "b", "c"))
    way = Succession(steps=(*steps, Step(id="gpt-y", state=State.ACTIVE)), living="gpt-y")
    finding = retired(RECORD, succession=way)
    assert said(finding).endswith("Write gpt-y (official replacement, by way of a, b and c).")
    assert finding is not None
    assert finding.successor == "gpt-y"
    assert finding.chain == ("a", "b", "c", "gpt-y")


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "The provider names no replacement; choose another model."),
        (("a",), "Nothing that the provider names instead (a) is known to last; choose another model."),
        (("a", "b"), "(a and b)"),
    ],
)
def test_without_a_living_successor_there_is_no_fix(steps: tuple[str, ...], words: str) -> None:
    dead = Succession(steps=tuple(Step(id=id_, state=State.RETIRED) for id_ in steps))
    finding = retired(RECORD, succession=dead)
    assert words in said(finding)
    assert finding is not None
    assert finding.fix is None
    assert finding.successor is None


def test_dates_from_third_parties_are_marked() -> None:
    heard = replace(RECORD, retires=TODAY, third_party=True)
    finding = retired(heard)
    assert "Third parties report this; the provider's own page was not seen, so only `third-party-dates" in said(
        finding
    )
    assert finding is not None
    assert finding.severity is Severity.WARNING


def test_dates_from_third_parties_fail_where_they_are_trusted() -> None:
    finding = retired(replace(RECORD, retires=TODAY, third_party=True), third_party_fails=True)
    assert said(finding).endswith("Third parties report this; the provider's own page was not seen.")
    assert finding is not None
    assert finding.severity is Severity.ERROR


FINE_TUNES = replace(RECORD, id="ft-gpt-x", kind="fine-tunes", retires=TODAY)


def test_what_was_tuned_from_a_base_ends_by_its_own_row() -> None:
    reference = replace(REFERENCE, id="ft:gpt-x:acme::1", model="ft:gpt-x:acme::1", record=FINE_TUNES)
    finding = retired_fine_tune.judge(reference, EVIDENCE)
    assert finding is not None
    assert finding.message == (
        "ft:gpt-x:acme::1 is fine-tuned from gpt-x, whose fine-tuned models ended on 2026-11-21 (today) on"
        f" the OpenAI API: calls fail. Tune {LIVING.living} anew, or call it as it is."
    )
    assert (finding.ends, finding.successor, finding.fix) == (TODAY, LIVING.living, None)
    dead_end = retired_fine_tune.judge(reference, replace(EVIDENCE, succession=Succession()))
    assert "The provider names no base to tune instead." in said(dead_end)
    assert retired_fine_tune.judge(replace(reference, record=RECORD), EVIDENCE) is None


@pytest.mark.parametrize("rule", [retired_model, retiring_model, deprecated_model])
def test_the_row_of_fine_tunes_is_no_model(rule: ModuleType) -> None:
    states = {retired_model: State.RETIRED, retiring_model: State.RETIRING, deprecated_model: State.DEPRECATED}
    reference = replace(REFERENCE, record=FINE_TUNES)
    assert rule.judge(reference, replace(EVIDENCE, state=states[rule])) is None


def test_what_is_around_an_id_stays_when_it_is_replaced_and_is_not_sure_to_fit() -> None:
    span = Span(line=3, column=9, end_line=3, end_column=9 + len(f"us.{RECORD.id}:28k"))
    reference = replace(REFERENCE, id=f"us.{RECORD.id}:28k", model=RECORD.id, span=span, record=RECORD)
    fix = _wording.replacement(reference, replace(LIVING, same_kind=True))
    assert fix is not None
    assert fix.title == f"Replace us.{RECORD.id}:28k with us.{LIVING.living}:28k"
    assert fix.applicability is Applicability.UNSAFE
    assert [(edit.span, edit.text) for edit in fix.edits] == [(span, f"us.{LIVING.living}:28k")]


def test_an_open_surface_is_told() -> None:
    reference = replace(REFERENCE, surfaces=("anthropic", "openai"))
    assert said(retired_model.judge(reference, EVIDENCE)).endswith(
        "This is the mildest verdict of anthropic and openai, which the code leaves open."
    )


def test_a_surface_without_a_title_is_named() -> None:
    assert "retired by openai" in said(retired(RECORD, title=None))


@pytest.mark.parametrize(
    ("same_kind", "editable", "span", "applicability"),
    [
        (True, True, SPAN, Applicability.SAFE),
        (False, True, SPAN, Applicability.UNSAFE),
        (True, False, SPAN, Applicability.DISPLAY),
        (True, True, Span(line=1, column=5, end_line=1, end_column=11), Applicability.DISPLAY),
        (True, True, Span(line=1, column=5, end_line=2, end_column=10), Applicability.DISPLAY),
    ],
)
def test_fix_safety(same_kind: bool, editable: bool, span: Span, applicability: Applicability) -> None:
    reference = replace(REFERENCE, span=span, occurrence=replace(OCCURRENCE, editable=editable))
    finding = retired_model.judge(reference, replace(EVIDENCE, succession=replace(LIVING, same_kind=same_kind)))
    assert finding is not None
    assert finding.fix is not None
    assert finding.fix.applicability is applicability
    assert finding.fix.title == "Replace gpt-x with gpt-y"
    texts = [(edit.span, edit.text) for edit in finding.fix.edits]
    assert texts == ([] if applicability is Applicability.DISPLAY else [(span, "gpt-y")])


def test_what_the_code_leaves_open_is_not_written_unasked() -> None:
    several = replace(REFERENCE, surfaces=("azure", "openai"))
    fix = _wording.replacement(several, LIVING)
    assert fix is not None
    assert fix.applicability is Applicability.UNSAFE
    assert fix.caution == "the code leaves open which of azure and openai is asked"
    bare = _wording.replacement(replace(REFERENCE, occurrence=replace(OCCURRENCE, context=Context.NONE)), LIVING)
    assert bare is not None
    assert bare.caution == "nothing beside it says that it is used as a model"
    listed = _wording.replacement(replace(REFERENCE, role=Role.CATALOGUE), LIVING)
    assert listed is not None
    assert listed.caution == "the id is not used to call a model (catalogue)"


def test_retiring() -> None:
    reference = replace(REFERENCE, record=replace(RECORD, retires=date(2027, 1, 14)))
    finding = retiring_model.judge(reference, replace(EVIDENCE, state=State.RETIRING))
    assert said(finding) == (
        "gpt-x ends on 2027-01-14, in 54 days, on the OpenAI API: from then on calls fail."
        " Write gpt-y (official replacement)."
    )
    tomorrow = replace(REFERENCE, record=replace(RECORD, retires=date(2026, 11, 22)))
    assert "in 1 day," in said(retiring_model.judge(tomorrow, replace(EVIDENCE, state=State.RETIRING)))


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (
            replace(RECORD, retires=date(2027, 4, 1)),
            "is deprecated by the OpenAI API and ends on 2027-04-01, in 131 days.",
        ),
        (replace(RECORD, announced=date(2026, 6, 9)), "since 2026-06-09 and has no end day yet."),
        (
            replace(RECORD, after_retirement="redirects", successors=("gpt-y",)),
            "and has no end day, but requests are answered by gpt-y at its price.",
        ),
    ],
)
def test_deprecated(record: ModelRecord, words: str) -> None:
    finding = deprecated_model.judge(replace(REFERENCE, record=record), replace(EVIDENCE, state=State.DEPRECATED))
    assert words in said(finding)


def test_legacy() -> None:
    evidence = replace(EVIDENCE, state=State.LEGACY)
    finding = legacy_model.judge(REFERENCE, evidence)
    assert "is a legacy model of the OpenAI API" in said(finding)
    assert "Write gpt-y" in said(finding)
    assert finding is not None
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE
    alone = legacy_model.judge(REFERENCE, replace(evidence, succession=Succession()))
    assert said(alone).endswith("has no end day.")
    assert alone is not None
    assert alone.fix is None


MISTYPED = replace(REFERENCE, record=None, nearest=("gpt-z", "gpt-w"), certain=True)
WRONG = replace(EVIDENCE, state=State.MISTYPED, meant=replace(RECORD, id="gpt-z"), succession=Succession())


def test_mistyped_and_certain() -> None:
    finding = mistyped_model.judge(MISTYPED, WRONG)
    assert said(finding) == "gpt-x is no model of the OpenAI API; did you mean gpt-z?"
    assert finding is not None
    assert finding.successor == "gpt-z"
    assert finding.fix is not None
    assert (finding.fix.applicability, finding.fix.edits[0].text) == (Applicability.SAFE, "gpt-z")


def test_mistyped_and_open() -> None:
    finding = mistyped_model.judge(replace(MISTYPED, certain=False), WRONG)
    assert said(finding).endswith("did you mean gpt-z or gpt-w?")
    assert finding is not None
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    ("record", "certain", "words"),
    [
        (
            replace(RECORD, id="gpt-z", retires=date(2026, 10, 23)),
            True,
            "It was itself retired on 2026-10-23. Write gpt-y",
        ),
        (replace(RECORD, id="gpt-z", stage="retired"), True, "It is itself retired. Write gpt-y"),
        (
            replace(RECORD, id="gpt-z", retires=date(2027, 1, 14)),
            False,
            "gpt-z itself ends on 2027-01-14, in 54 days. Write",
        ),
        (replace(RECORD, id="gpt-z", announced=date(2026, 1, 1)), True, "It is itself deprecated. Write gpt-y"),
    ],
)
def test_what_was_meant_may_itself_be_gone(record: ModelRecord, certain: bool, words: str) -> None:
    finding = mistyped_model.judge(replace(MISTYPED, certain=certain), replace(WRONG, meant=record, succession=LIVING))
    assert words in said(finding)
    assert finding is not None
    assert finding.successor == "gpt-y"
    assert finding.fix is not None
    assert (finding.fix.applicability, finding.fix.edits[0].text) == (Applicability.UNSAFE, "gpt-y")


def test_what_was_meant_is_written_when_nothing_replaces_it_unless_it_is_gone() -> None:
    going = replace(RECORD, id="gpt-z", retires=date(2026, 12, 23))
    finding = mistyped_model.judge(MISTYPED, replace(WRONG, meant=going))
    assert finding is not None
    assert finding.successor == "gpt-z"
    assert finding.fix is not None
    assert (finding.fix.applicability, finding.fix.caution) == (Applicability.UNSAFE, "gpt-z is itself retiring")
    gone = mistyped_model.judge(MISTYPED, replace(WRONG, meant=replace(going, retires=date(2026, 10, 23))))
    assert gone is not None
    assert gone.fix is None


def test_white_space_is_shown() -> None:
    finding = mistyped_model.judge(replace(MISTYPED, id=" gpt-z\n"), WRONG)
    assert said(finding).startswith(r"' gpt-z\n' is no model")


UNKNOWN = replace(REFERENCE, record=None)
NEWS = replace(EVIDENCE, state=State.UNKNOWN, succession=Succession())


def test_unknown() -> None:
    finding = unknown_model.judge(UNKNOWN, NEWS)
    assert finding is not None
    assert finding.severity is Severity.WARNING
    assert "is not in the table of the OpenAI API, which may be older than the model." in finding.message
    assert finding.fix is None


def test_unknown_is_an_error_when_the_list_is_complete() -> None:
    finding = unknown_model.judge(UNKNOWN, replace(NEWS, complete=True))
    assert finding is not None
    assert finding.severity is Severity.ERROR
    assert "the complete list of your key does not have it either" in finding.message


@pytest.mark.parametrize(
    ("reference", "evidence"),
    [
        (UNKNOWN, replace(NEWS, title=None)),
        (UNKNOWN, replace(NEWS, listed=False)),
        (replace(UNKNOWN, model=None), NEWS),
        (replace(UNKNOWN, occurrence=replace(OCCURRENCE, surfaces=("gemini",))), NEWS),
        (replace(UNKNOWN, model="ft:gpt-4o-mini-2024-07-18:acme::1"), NEWS),
        (replace(UNKNOWN, model="davinci:ft-acme-2023-01-01"), NEWS),
        (replace(UNKNOWN, model="tunedModels/mine"), NEWS),
    ],
)
def test_unknown_is_silent_where_no_table_can_know(reference: Reference, evidence: Evidence) -> None:
    assert unknown_model.judge(reference, evidence) is None


@pytest.mark.parametrize("state", list(State))
def test_each_rule_speaks_of_its_own_state_only(state: State) -> None:
    reference = replace(REFERENCE, record=replace(RECORD, retires=TODAY), nearest=("gpt-z",))
    speaking = {
        retired_model: State.RETIRED,
        retiring_model: State.RETIRING,
        deprecated_model: State.DEPRECATED,
        legacy_model: State.LEGACY,
        mistyped_model: State.MISTYPED,
        unknown_model: State.UNKNOWN,
    }
    for rule, own in speaking.items():
        assert (rule.judge(reference, replace(EVIDENCE, state=state)) is not None) is (state is own)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RUNTIME])
def test_a_fix_is_safe_only_where_the_id_is_used(role: Role) -> None:
    span = Span(line=1, column=2, end_line=1, end_column=7)
    occurrence = Occurrence(text="gpt-4", span=span, reach=Reach.COLLECTION, role=role)
    reference = Reference(
        path="a.py", occurrence=occurrence, span=span, id="gpt-4", model="gpt-4", surface="openai", role=role
    )
    assert _wording.rewrite(reference, "gpt-6-sol", Applicability.SAFE).applicability is Applicability.UNSAFE


API = ApiRecord(surface="openai", id="edits", title="the Edits endpoint", address="https://example.org/ends")
USE = Use(call="client.edits.create", line=1, endpoint="edits")


def api_finding(**facts: object) -> Finding | None:
    """What is said of a call of an API with these facts."""
    occurrence = replace(OCCURRENCE, text="client.edits.create", api=True, uses=(USE,))
    reference = replace(
        REFERENCE,
        occurrence=occurrence,
        id="client.edits.create",
        model=None,
        record=None,
        api=replace(API, **facts),  # type: ignore[arg-type]
    )
    evidence = replace(EVIDENCE, succession=Succession())
    for rule in all_rules():
        if rule.code != "MG106":
            assert rule.judge(reference, evidence) is None
    return retired_api.judge(reference, evidence)


@pytest.mark.parametrize(
    ("facts", "severity", "end"),
    [
        ({"retires": date(2026, 11, 21)}, "error", "which ended on 2026-11-21 (today)."),
        ({"retires": date(2024, 1, 4)}, "error", "which ended on 2024-01-04 (1052 days ago)."),
        ({"retires": date(2027, 2, 19)}, "error", "which ends on 2027-02-19, in 90 days."),
        ({"retires": date(2027, 2, 20)}, "warning", "which ends on 2027-02-20, in 91 days."),
        ({"stage": "retired"}, "error", "which has ended (the provider gives no date)."),
        (
            {"stage": "deprecated"},
            "warning",
            "which is deprecated, and ends on a day that the table does not have.",
        ),
        (
            {"announced": date(2026, 11, 20)},
            "warning",
            "which is deprecated since 2026-11-20 (1 day ago), and ends on a day that the table does not have.",
        ),
    ],
)
def test_an_api_says_when_it_ends(facts: dict[str, object], severity: str, end: str) -> None:
    finding = api_finding(**facts)
    assert finding is not None
    assert finding.severity == severity
    assert said(finding) == f"client.edits.create uses the Edits endpoint, {end} Source: https://example.org/ends."
    assert finding.ends == facts.get("retires")
    assert finding.fix is None


def test_an_api_says_what_to_use_instead() -> None:
    assert "(today). Use chat completions. Source:" in said(api_finding(retires=TODAY, instead="chat completions"))


def test_an_api_without_an_address_names_none() -> None:
    assert said(api_finding(retires=TODAY, address=None)).endswith("(today).")


def test_an_api_whose_end_is_not_announced_yet_is_let_be() -> None:
    assert api_finding(announced=date(2026, 11, 22)) is None


def test_an_end_of_an_api_that_only_third_parties_report_is_a_warning() -> None:
    finding = api_finding(retires=TODAY, third_party=True)
    assert finding is not None
    assert finding.severity is Severity.WARNING
    assert "Third parties report this" in said(finding)


def test_an_address_leads_to_what_ends() -> None:
    reference = replace(
        REFERENCE, id="https://api.example.org", record=None, model=None, api=replace(API, retires=TODAY)
    )
    assert said(retired_api.judge(reference, EVIDENCE)).startswith(
        "https://api.example.org leads to the Edits endpoint"
    )


def test_a_model_is_no_api() -> None:
    assert retired_api.judge(REFERENCE, EVIDENCE) is None
