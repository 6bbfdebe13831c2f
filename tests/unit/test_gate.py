"""The order of the steps, on real small projects."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import config, gate
from pytest_modelgate.errors import UsageError
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Role, State, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_modelgate.values import Report

TODAY = date(2026, 11, 21)


def run(root: Path, **options: object) -> Report:
    settings = config.load(root, [(rule.code, rule.name) for rule in all_rules()], overrides=options)
    return gate.run(settings, paths=None, today=TODAY, deep=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text('MODEL = "gpt-4-0314"\nFINE = "gpt-6-luna"\n')
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_app.py").write_text('assert model == "claude-2.1"\n')
    return tmp_path


def test_findings_stand_in_order_and_only_runtime_ones_gate(project: Path) -> None:
    report = run(project)
    assert [(finding.reference.path, finding.code) for finding in report.findings] == [
        ("app.py", "MG101"),
        ("tests/test_app.py", "MG101"),
    ]
    assert [report.gates(finding) for finding in report.findings] == [True, False]
    assert report.verdict is Verdict.FINDINGS
    assert dict(zip([reference.id for reference in report.references], report.states, strict=True)) == {
        "gpt-4-0314": State.RETIRED,
        "gpt-6-luna": State.ACTIVE,
        "claude-2.1": State.RETIRED,
    }


def test_roles_that_gate_are_a_setting(project: Path) -> None:
    (project / "app.py").write_text("import openai\n")
    assert run(project).verdict is Verdict.CLEAN
    report = run(project, **{"gate-roles": ["test"]})
    assert report.verdict is Verdict.FINDINGS
    assert report.findings[0].reference.role is Role.TEST


def test_prose_is_read_when_it_gates(project: Path) -> None:
    (project / "app.py").write_text("# gpt-4-0314 was nice\nimport openai\n")
    assert not [finding for finding in run(project).findings if finding.reference.path == "app.py"]
    report = run(project, **{"gate-roles": ["doc"]})
    assert [finding.reference.role for finding in report.findings if finding.reference.path == "app.py"] == [Role.DOC]


def test_a_comment_sets_a_finding_aside_and_keeps_it_in_the_report(project: Path) -> None:
    (project / "app.py").write_text('MODEL = "gpt-4-0314"  # modelgate: ignore[MG101] -- replayed from a cassette\n')
    report = run(project)
    assert report.verdict is Verdict.CLEAN
    assert [suppression.reason for suppression in report.suppressed] == ["replayed from a cassette"]


def test_a_mistyped_comment_is_told_even_where_there_is_nothing_to_silence(project: Path) -> None:
    (project / "app.py").write_text('MODEL = "gpt-6-luna"  # modelgate: ignore[MG999] -- why\n')
    report = run(project)
    assert report.verdict is Verdict.NO_VERDICT
    assert [notification.line for notification in report.notifications] == [1]


def test_a_file_that_cannot_be_parsed_is_no_clean_file(project: Path) -> None:
    (project / "app.py").write_text('print "gpt-6-luna"\n')
    assert run(project).verdict is Verdict.NO_VERDICT
    (project / "app.py").write_text('print "gpt-4-0314"\n')
    report = run(project)
    assert report.verdict is Verdict.FINDINGS
    assert len(report.notifications) == 1


def test_a_file_whose_whole_name_is_an_ending_is_read(project: Path) -> None:
    (project / ".py").write_text('MODEL = "gpt-4-0314"\n')
    assert [finding.reference.path for finding in run(project).findings][:1] == [".py"]


def test_only_the_rules_that_are_selected_run(project: Path) -> None:
    assert run(project, select=["MG2"]).findings == ()
    assert run(project, ignore=["retired-model"]).findings == ()


def test_nothing_to_read_is_no_clean_answer(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        run(tmp_path)


def test_an_alias_of_a_live_model_and_its_mistyped_form_are_told_apart(project: Path) -> None:
    (project / "app.py").write_text('MODEL = "gpt-6-luna"\nOTHER_MODEL = "gpt-6-lnua"\n')
    (finding,) = (finding for finding in run(project).findings if finding.reference.path == "app.py")
    assert (finding.code, finding.successor) == ("MG201", "gpt-6-luna")
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == ["gpt-6-luna"]


OWN = """\
openai:
  sources: {S1: {title: "our wiki", read: 2026-11-20}}
  models:
    - {id: house-model-1, kind: snapshot, modality: chat, source: S1}
"""
LONG_AFTER = date(2036, 1, 1)


def on_that_day(root: Path, **options: object) -> Report:
    settings = config.load(root, [(rule.code, rule.name) for rule in all_rules()], overrides=options)
    return gate.run(settings, paths=[root / "app.py"], today=LONG_AFTER, deep=False)


@pytest.mark.parametrize(
    ("line", "surfaces"),
    [
        ('MODEL = "house-model-1"', {"openai"}),
        ('MODEL = "gpt-4-0314"', {"openai"}),
        ('MODEL = "gpt-4-0314"\nOTHER_MODEL = "claude-2.1"', {"anthropic", "openai"}),
        ('import openai\nopenai.OpenAI().responses.create(model="gpt-77-pro")', {"openai"}),
        ('import openai\nopenai.OpenAI().responses.create(model=f"gpt-{size}")', set()),
        ('import openai\nopenai.AzureOpenAI().responses.create(model="prod-east")', set()),
        ("import openai", set()),
    ],
)
def test_only_the_parts_that_judged_something_may_be_too_old(project: Path, line: str, surfaces: set[str]) -> None:
    (project / "own.yaml").write_text(OWN)
    (project / "app.py").write_text(f"{line}\n")
    report = on_that_day(project, **{"extra-tables": ["own.yaml"]})
    assert report.table.read_up_to.keys() == surfaces
    assert report.table.extra == ("own.yaml",)
    warned = [notification for notification in report.notifications if "table update" in notification.message]
    assert [notification.blocking for notification in warned] == ([False] if surfaces else [])


def test_a_table_older_than_the_project_allows_gives_no_verdict(project: Path) -> None:
    (project / "own.yaml").write_text(OWN)
    (project / "app.py").write_text('MODEL = "house-model-1"\n')
    own = {"extra-tables": ["own.yaml"]}
    assert on_that_day(project, **own).verdict is Verdict.CLEAN
    assert on_that_day(project, **own, **{"max-table-age": 10_000}).verdict is Verdict.CLEAN
    assert on_that_day(project, **own, **{"max-table-age": 1}).verdict is Verdict.NO_VERDICT
    (project / "app.py").write_text('MODEL = "gpt-4-0314"\n')
    assert on_that_day(project, **own, **{"max-table-age": 1}).verdict is Verdict.FINDINGS
