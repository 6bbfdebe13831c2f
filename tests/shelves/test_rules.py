from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import config, gate
from pytest_modelgate.asking import Question
from pytest_modelgate.examine import Examiner
from pytest_modelgate.listers import all_listers
from pytest_modelgate.live import Live, judged
from pytest_modelgate.live_values import Listed, Listing, Outcome
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Applicability

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_modelgate.kinds import Example, Rule
    from pytest_modelgate.values import Finding

    Judge = Callable[[Example], list[Finding]]

RULES = all_rules()
BY_CODE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
EXAMPLES = pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in RULES for n, example in enumerate(rule.examples)],
)


def _answered(surface: str | None, ids: tuple[str, ...]) -> Live:
    """A surface's complete list of these ids."""
    lister = next(lister for lister in all_listers() if lister.surface == surface)
    listing = Listing(
        surface=lister.surface,
        origin="https://api.example.org",
        outcome=Outcome.OK,
        rows=tuple(Listed(id=id_) for id_ in ids),
        complete=True,
        request_id="req_0123456789",
        variable=lister.keys[0],
    )
    return Live([Question(lister=lister)], [listing], {})


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Runs an example through the gate: every finding of every rule."""

    def run(example: Example) -> list[Finding]:
        path = tmp_path / "app.py"
        path.write_text(example.code, "utf-8")
        (tmp_path / "modelgate.toml").write_text(example.configuration, "utf-8")
        if example.lock:
            (tmp_path / "modelgate.lock").write_text(example.lock, "utf-8")
        settings = config.load(tmp_path, [(rule.code, rule.name) for rule in RULES])
        if example.live is None:
            return list(gate.run(settings, paths=None, today=example.today, deep=True).findings)
        examiner = Examiner(settings, example.today, deep=True)
        findings = []
        for reference, evidence in examiner.examine(path).references:
            answers = _answered(reference.surface, example.live)
            pair, _ = judged((reference, evidence), answers, examiner.catalog)
            findings += [finding for rule in RULES if (finding := rule.judge(*pair)) is not None]
        return findings

    return run


@EXAMPLES
def test_an_example_fires_or_stays_silent_as_it_says(rule: Rule, example: Example, judge: Judge) -> None:
    codes = [finding.code for finding in judge(example)]
    assert (rule.code in codes) is example.fires


@EXAMPLES
def test_no_two_rules_speak_of_one_reference(rule: Rule, example: Example, judge: Judge) -> None:
    spoken_of = [finding.reference for finding in judge(example)]
    assert all(spoken_of.count(reference) == 1 for reference in spoken_of)


@EXAMPLES
def test_a_finding_is_short_names_the_id_and_spans_it(rule: Rule, example: Example, judge: Judge) -> None:
    lines = example.code.splitlines()
    for finding in judge(example):
        reference = finding.reference
        assert reference.id in finding.message
        assert len(finding.message) < 260
        assert finding.message.endswith((".", "?"))
        assert "None" not in finding.message
        assert lines[reference.span.line - 1][reference.span.column - 1 : reference.span.end_column - 1] == reference.id
        for edit in finding.fix.edits if finding.fix else ():
            assert edit.span == reference.span


@EXAMPLES
def test_no_fix_is_safer_than_the_rule_says(rule: Rule, example: Example, judge: Judge) -> None:
    order = [None, Applicability.DISPLAY, Applicability.UNSAFE, Applicability.SAFE]
    offered = [finding.fix.applicability if finding.fix else None for finding in judge(example)]
    assert all(order.index(each) <= order.index(rule.fix) for each in offered)


@BY_CODE
def test_an_example_has_the_fix_that_the_rule_promises(rule: Rule, judge: Judge) -> None:
    first = next(example for example in rule.examples if example.fires)
    offered = {finding.fix.applicability if finding.fix else None for finding in judge(first)}
    assert rule.fix in offered


@EXAMPLES
def test_the_code_is_silent_once_the_fix_is_applied(rule: Rule, example: Example, judge: Judge) -> None:
    for finding in judge(example):
        if finding.fix is None or finding.fix.edits == ():
            continue
        (edit,) = finding.fix.edits
        lines = example.code.splitlines(keepends=True)
        line = lines[edit.span.line - 1]
        lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
        assert judge(replace(example, code="".join(lines))) == []


@BY_CODE
def test_a_rule_shows_itself_both_firing_and_silent(rule: Rule) -> None:
    assert {example.fires for example in rule.examples} == {True, False}


@BY_CODE
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 120
    for heading in ("**Why it matters.**", "**What to do.**", "**Fix safety.**"):
        assert heading in rule.page


@BY_CODE
def test_what_a_rule_names_beside_itself_is_there(rule: Rule) -> None:
    assert set(rule.related) <= {other.code for other in RULES} - {rule.code}
    assert set(rule.options) <= {name.replace("_", "-") for name in config.Settings.__dataclass_fields__}


@BY_CODE
def test_a_rule_that_says_it_is_off_says_what_switches_it_on(rule: Rule) -> None:
    assert rule.summary.startswith("Off ") <= bool(rule.needs)


def test_codes_names_and_severities() -> None:
    assert [(rule.code, rule.name, rule.severity.value) for rule in RULES] == [
        ("MG101", "retired-model", "error"),
        ("MG102", "retiring-model", "error"),
        ("MG103", "deprecated-model", "warning"),
        ("MG104", "legacy-model", "note"),
        ("MG105", "retired-fine-tune", "error"),
        ("MG106", "retired-api", "error"),
        ("MG201", "mistyped-model", "error"),
        ("MG202", "unknown-model", "warning"),
        ("MG203", "foreign-spelling", "error"),
        ("MG301", "no-access", "error"),
        ("MG401", "wrong-endpoint", "error"),
        ("MG402", "wrong-client", "error"),
        ("MG501", "floating-alias", "error"),
        ("MG502", "preview-model", "error"),
        ("MG503", "model-not-allowed", "error"),
        ("MG504", "alias-drift", "warning"),
        ("MG901", "unused-ignore", "warning"),
    ]
