from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pytest_modelgate.remedies import Plan, planned, spared
from pytest_modelgate.tallies import TableUsed
from pytest_modelgate.terms import Applicability, Reach, Role, Severity
from pytest_modelgate.values import Edit, Finding, Fix, Notification, Occurrence, Reference, Report, Span, Suppression

TODAY = date(2026, 11, 21)
SPAN = Span(line=3, column=9, end_line=3, end_column=14)
SAFE = Fix(title="", applicability=Applicability.SAFE, edits=(Edit(span=SPAN, text="gpt-y"),))
UNSAFE = replace(SAFE, applicability=Applicability.UNSAFE, caution="it costs more")


def finding(fix: Fix | None = SAFE, **given: Any) -> Finding:
    role, path = given.pop("role", Role.RUNTIME), given.pop("path", "a.py")
    reference = Reference(
        path=path,
        occurrence=Occurrence(text="gpt-x", span=SPAN, reach=Reach.CONSTANT, role=role),
        span=SPAN,
        id="gpt-x",
        model="gpt-x",
        surface="openai",
        role=role,
    )
    told: dict[str, Any] = {"code": "MG101", "name": "retired-model", "severity": Severity.ERROR, "message": "gone"}
    return Finding(**(told | {"reference": reference, "fix": fix, "successor": "gpt-y"} | given))


def report(*findings: Finding, **given: Any) -> Report:
    return Report(today=TODAY, table=TableUsed(as_of=TODAY, rows=1), findings=findings, **given)


def texts(plan: Plan) -> dict[str, list[tuple[str, str]]]:
    return {path: [(change.old, change.new) for change in changes] for path, changes in plan.changes.items()}


def reasons(plan: Plan) -> list[str | None]:
    return [left.reason for left in plan.left]


def test_what_fails_the_build_and_is_safe_is_changed() -> None:
    plan = planned(report(finding(), finding(path="b.py")), unsafe=False)
    assert texts(plan) == {"a.py": [("gpt-x", "gpt-y")], "b.py": [("gpt-x", "gpt-y")]}
    assert plan.left == ()


def test_what_is_not_safe_waits_for_the_flag() -> None:
    found = report(finding(UNSAFE))
    assert reasons(planned(found, unsafe=False)) == ["it costs more; look, then add --unsafe-fixes to write gpt-y"]
    assert texts(planned(found, unsafe=True)) == {"a.py": [("gpt-x", "gpt-y")]}


@pytest.mark.parametrize(
    ("fix", "reason"),
    [
        (None, None),
        (
            replace(SAFE, applicability=Applicability.DISPLAY, edits=()),
            "the code puts it together, or spells it with escapes; write gpt-y there by hand",
        ),
    ],
)
def test_what_cannot_be_changed_in_place_is_listed(fix: Fix | None, reason: str | None) -> None:
    plan = planned(report(finding(fix)), unsafe=True)
    assert plan.changes == {}
    assert reasons(plan) == [reason]


@pytest.mark.parametrize("text", ["", 'a"b', "a'b", "a\\b", "a b", "${a}", "a\nb", "#a", "a:", "-a", "ä", "%a", "`a`"])
def test_what_may_need_quotes_is_never_written(text: str) -> None:
    plan = planned(report(finding(replace(SAFE, edits=(Edit(span=SPAN, text=text),)))), unsafe=True)
    assert plan.changes == {}
    assert reasons(plan) == [f"{text} may need quotes or escapes there; write it by hand"]


@pytest.mark.parametrize("text", ["gpt-5.4", "@cf/meta/llama-3", "anthropic.claude-v2:1", "a/b+c@001", "o1", "x_y"])
def test_what_ids_are_made_of_is_written(text: str) -> None:
    plan = planned(report(finding(replace(SAFE, edits=(Edit(span=SPAN, text=text),)))), unsafe=False)
    assert texts(plan) == {"a.py": [("gpt-x", text)]}


def test_a_literal_is_changed_once_whatever_is_found_of_it() -> None:
    plan = planned(report(finding(), finding(code="MG401", message="and more")), unsafe=False)
    assert texts(plan) == {"a.py": [("gpt-x", "gpt-y")]}
    assert [each.code for each in plan.changes["a.py"][0].findings] == ["MG101", "MG401"]


def test_a_literal_of_which_one_change_is_unsafe_waits_for_the_flag() -> None:
    found = report(finding(), finding(UNSAFE, code="MG203"))
    assert planned(found, unsafe=False).changes == {}
    assert texts(planned(found, unsafe=True)) == {"a.py": [("gpt-x", "gpt-y")]}


def test_different_texts_for_one_place_change_nothing() -> None:
    other = replace(SAFE, edits=(Edit(span=SPAN, text="gpt-z"),))
    beside = replace(SAFE, edits=(Edit(span=replace(SPAN, column=12, end_column=18), text="gpt-y"),))
    for fix in (other, beside):
        plan = planned(report(finding(), finding(fix, code="MG501", message="pin it")), unsafe=True)
        assert plan.changes == {}
        assert len(plan.left) == 2
        assert str(plan.left[0].reason).startswith("different texts are wanted there, gpt-y")
        assert "by MG101 and MG501; choose a rule with --select" in str(plan.left[0].reason)


def test_neighbours_on_a_line_are_both_changed() -> None:
    next_to = Span(line=3, column=14, end_line=3, end_column=19)
    beside = replace(SAFE, edits=(Edit(span=next_to, text="gpt-z"),))
    plan = planned(report(finding(beside, message="b"), finding()), unsafe=False)
    assert texts(plan) == {"a.py": [("gpt-x", "gpt-y"), ("gpt-x", "gpt-z")]}


def test_what_only_warns_is_changed_where_its_rule_is_named() -> None:
    found = report(finding(code="MG103", severity=Severity.WARNING))
    assert planned(found, unsafe=True) == Plan()
    assert texts(planned(found, unsafe=False, named=["MG103"])) == {"a.py": [("gpt-x", "gpt-y")]}
    assert texts(planned(replace(found, fail_on=Severity.WARNING), unsafe=False)) == {"a.py": [("gpt-x", "gpt-y")]}
    assert {reason: len(each) for reason, each in spared(found).items()} == {"warnings": 1}
    assert spared(found, ["MG103"]) == {}


def test_what_does_not_gate_or_is_silenced_is_counted_and_not_looked_at() -> None:
    in_test = finding(UNSAFE, role=Role.TEST)
    silenced = Suppression(finding=finding(), by="baseline")
    found = report(in_test, finding(None, role=Role.CATALOGUE), suppressed=(silenced,))
    assert planned(found, unsafe=True) == Plan()
    assert {reason: len(each) for reason, each in spared(found).items()} == {"test": 1, "suppressed": 1}
    gating = replace(found, gate_roles=frozenset({Role.TEST}))
    assert texts(planned(gating, unsafe=True)) == {"a.py": [("gpt-x", "gpt-y")]}


def test_a_file_that_could_not_be_read_to_the_full_is_left() -> None:
    note = Notification(message="broken", path="a.py", blocking=True)
    plan = planned(report(finding(), finding(path="b.py"), notifications=(note,)), unsafe=True)
    assert texts(plan) == {"b.py": [("gpt-x", "gpt-y")]}
    assert reasons(plan) == ["the file could not be read to the full; mend what is told of it, and run again"]
