from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import catalog
from pytest_modelgate.asking import Question
from pytest_modelgate.examine import evidence_for
from pytest_modelgate.listers import all_listers
from pytest_modelgate.live import Live, judged
from pytest_modelgate.live_values import Listed, Listing, Outcome
from pytest_modelgate.providers import all_providers
from pytest_modelgate.resolve import Resolver
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Context, Reach, Role
from pytest_modelgate.values import Evidence, Finding, Occurrence, Reference, SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pytest_modelgate.kinds import Example, Rule

    Judge = Callable[[Example], list[Finding]]

RULES = all_rules()
BY_CODE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
EXAMPLES = pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in RULES for n, example in enumerate(rule.examples)],
)
CLIENTS = {"OpenAI": "openai", "Anthropic": "anthropic", "genai": "gemini"}
HORIZON = 90


def _occurrence(code: str) -> Occurrence:
    """The model argument of the only call of the example that has one."""
    surface = next(name for word, name in CLIENTS.items() if word in code)
    (node,) = (
        keyword.value
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg == "model"
    )
    assert isinstance(node, ast.Constant)
    assert isinstance(node.value, str)
    assert node.end_col_offset is not None
    return Occurrence(
        text=node.value,
        span=Span(line=node.lineno, column=node.col_offset + 2, end_line=node.lineno, end_column=node.end_col_offset),
        reach=Reach.CALL_ARGUMENT,
        role=Role.RUNTIME,
        context=Context.CALL,
        surfaces=(surface,),
    )


def _evidence(reference: Reference, table: catalog.Catalog, today: date) -> Evidence:
    titles = {provider.name: provider.title for provider in all_providers()}
    return evidence_for(reference, table, titles, today, HORIZON)


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
def judge() -> Judge:
    """Runs an example through the gate: every finding of every rule."""

    def run(example: Example) -> list[Finding]:
        table = catalog.load()
        source = SourceFile(path=Path("app.py"), shown="app.py", text=example.code, encoding="utf-8")
        reference = Resolver(table, all_providers()).resolve(source.shown, _occurrence(example.code))
        if reference is None:
            return []
        evidence = _evidence(reference, table, example.today)
        if example.live is not None:
            answers = _answered(reference.surface, example.live)
            (reference, evidence), _ = judged((reference, evidence), answers, table)
        return [finding for rule in RULES if (finding := rule.judge(reference, evidence)) is not None]

    return run


@EXAMPLES
def test_an_example_fires_or_stays_silent_as_it_says(rule: Rule, example: Example, judge: Judge) -> None:
    codes = [finding.code for finding in judge(example)]
    assert (rule.code in codes) is example.fires


@EXAMPLES
def test_no_two_rules_speak_of_one_reference(rule: Rule, example: Example, judge: Judge) -> None:
    assert len(judge(example)) <= 1


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


def test_codes_names_and_severities() -> None:
    assert [(rule.code, rule.name, rule.severity.value) for rule in RULES] == [
        ("MG101", "retired-model", "error"),
        ("MG102", "retiring-model", "error"),
        ("MG103", "deprecated-model", "warning"),
        ("MG104", "legacy-model", "note"),
        ("MG105", "retired-fine-tune", "error"),
        ("MG201", "mistyped-model", "error"),
        ("MG202", "unknown-model", "warning"),
        ("MG301", "no-access", "error"),
    ]
