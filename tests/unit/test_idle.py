"""Ignores that silence nothing, and those of which a run cannot know it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import baseline, config, gate
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Role, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pytest_modelgate.values import Finding, Report

TODAY = date(2026, 11, 21)
RULES = [(rule.code, rule.name) for rule in all_rules()]
GONE = '"gpt-4-0314"'
ALIVE = '"gpt-6-luna"'
UNUSED = "# modelgate: ignore[retired-model] -- why"


def run(root: Path, *, named: str | None = None, deep: bool = False, **options: Any) -> Report:
    given = {name.replace("_", "-"): value for name, value in options.items()}
    settings = config.load(root, RULES, overrides=given)
    return gate.run(settings, paths=None if named is None else [root / named], today=TODAY, deep=deep)


def told(root: Path, *, named: str | None = None, **options: Any) -> list[Finding]:
    return [finding for finding in run(root, named=named, **options).findings if finding.code == "MG901"]


def write(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def ignore(**fields: str) -> str:
    lines = "".join(f"{key} = {value}\n" for key, value in {"reason": '"why"', **fields}.items())
    return f"[[ignores]]\n{lines}"


def test_a_comment_that_silences_nothing_is_told_where_its_order_stands(tmp_path: Path) -> None:
    (found,) = told(write(tmp_path, {"app.py": f"MODEL = {ALIVE}  {UNUSED}\n"}))
    assert found.severity is Severity.WARNING
    assert (found.reference.path, found.reference.id) == ("app.py", "ignore[retired-model]")
    span = found.reference.span
    line = (tmp_path / "app.py").read_text("utf-8").splitlines()[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == found.reference.id
    assert found.message == (
        "`ignore[retired-model]` silences nothing: there is no finding of retired-model beside it. Delete it."
    )


def test_it_warns_and_fails_only_where_warnings_do(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": f"MODEL = {ALIVE}  {UNUSED}\n"})
    assert run(tmp_path).verdict is Verdict.CLEAN
    assert run(tmp_path, fail_on="warning").verdict is Verdict.FINDINGS
    assert run(tmp_path, fail_on="warning", gate_roles=["test"]).verdict is Verdict.FINDINGS


def test_it_is_no_reference(tmp_path: Path) -> None:
    report = run(write(tmp_path, {"app.py": f"MODEL = {ALIVE}\n{UNUSED}\n"}), deep=True)
    assert [reference.id for reference in report.references] == ["gpt-6-luna"]


@pytest.mark.parametrize(
    "text",
    [
        f"MODEL = {GONE}  {UNUSED}",
        f"{UNUSED}\nMODEL = {GONE}",
        f"MODEL = {GONE}  # modelgate: ignore[retired-model, legacy-model]",
        # Only another horizon tells which of the two it is.
        'MODEL = "gpt-5.1"  # modelgate: ignore[retiring-model]',
        # The key's own list may lack it.
        f"MODEL = {ALIVE}  # modelgate: ignore[no-access]",
        # Runs with other roles find it.
        f"# {GONE.strip(chr(34))} {UNUSED}\nMODEL = {ALIVE}",
        f"MODEL = {ALIVE}  # modelgate: ignore[retired-model, unused-ignore]",
        f"# modelgate: ignore-file[retired-model]\nMODEL = {GONE}",
    ],
)
def test_what_something_needs_is_not_told(tmp_path: Path, text: str) -> None:
    assert told(write(tmp_path, {"app.py": text + "\n"})) == []


@pytest.mark.parametrize(
    "options",
    [
        {"select": ["MG102", "MG901"]},
        {"gate_roles": ["test"]},
        {"horizon": 0},
        {"fail_on": "note"},
    ],
)
def test_what_a_run_leaves_out_is_looked_up_where_the_comment_stands(tmp_path: Path, options: dict[str, Any]) -> None:
    write(
        tmp_path,
        {
            "app.py": f"MODEL = {GONE}  {UNUSED}\nGOING = 'gpt-4o'  # modelgate: ignore[retiring-model]\n",
            "tests/test_app.py": f"def test() -> None:\n    call(model={GONE})  {UNUSED}\n",
            "guide.md": f"```python\nMODEL = {GONE}  {UNUSED}\n```\n",
        },
    )
    assert told(tmp_path, **options) == []
    write(tmp_path, {"tests/test_app.py": f"def test() -> None:\n    call(model={ALIVE})  {UNUSED}\n"})
    assert [finding.reference.path for finding in told(tmp_path, **options)] == ["tests/test_app.py"]


def test_comments_of_examples_are_told_only_where_prose_gates(tmp_path: Path) -> None:
    write(tmp_path, {"guide.md": f"```python\nMODEL = {ALIVE}  {UNUSED}\n```\n"})
    assert told(tmp_path) == []
    assert len(told(tmp_path, gate_roles=["doc"])) == 1


def test_a_file_from_which_the_last_id_is_gone_is_read_for_its_ignores(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": f"MODEL = None  {UNUSED}\n", "other.py": f"MODEL = {ALIVE}\n"})
    assert [finding.reference.path for finding in told(tmp_path)] == ["app.py"]
    write(tmp_path, {"app.py": "MODEL = None  # modelgate: ignore[retired-modle]\n"})
    assert run(tmp_path).verdict is Verdict.NO_VERDICT


def test_a_run_without_the_rule_tells_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": f"MODEL = {ALIVE}  {UNUSED}\n"})
    assert told(tmp_path, select=["MG101"]) == []
    assert told(tmp_path, ignore=["unused-ignore"]) == []
    assert len(told(tmp_path, select=["unused-ignore"])) == 1


def test_in_a_file_that_could_not_be_judged_nothing_is_unused(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": f"MODEL = {ALIVE}  {UNUSED}\ndef (\n"})
    assert told(tmp_path) == []


def test_an_ignore_in_another_language_within_a_file_is_told_in_the_file(tmp_path: Path) -> None:
    write(tmp_path, {"Chat.vue": f"<template/>\n<script>\nconst model = {ALIVE} // {UNUSED[2:]}\n</script>\n"})
    (found,) = told(tmp_path)
    assert (found.reference.span.line, found.reference.span.column) == (3, 42)


def test_past_its_day_it_is_told_with_what_is_back(tmp_path: Path) -> None:
    order = "# modelgate: ignore[MG101] until=2026-11-20"
    write(tmp_path, {"app.py": f"MODEL = {GONE}  {order}\nFINE = {ALIVE}  {order}\n"})
    report = run(tmp_path, named="app.py")
    assert [(finding.code, finding.reference.span.line) for finding in report.findings] == [
        ("MG101", 1),
        ("MG901", 1),
        ("MG901", 2),
    ]
    assert [finding.message for finding in report.findings[1:]] == [
        (
            "`ignore[MG101]` ended on 2026-11-20, and retired-model for 'gpt-4-0314' counts again. Mend that, or set a"
            " new day."
        ),
        "`ignore[MG101]` ended on 2026-11-20, and nothing is left that it could silence. Delete it.",
    ]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"id": '"gpt-4*"'}, "id 'gpt-4*'"),
        ({"path": '"src/**"', "rules": '["MG101"]'}, "path 'src/**'"),
        ({"path": '"app.py"', "id": '"claude-*"'}, "path 'app.py' and id 'claude-*'"),
    ],
)
def test_an_ignore_of_the_configuration_is_told_in_it(tmp_path: Path, fields: dict[str, str], named: str) -> None:
    write(tmp_path, {"app.py": f"MODEL = {ALIVE}\n", "modelgate.toml": f"horizon = 90\n\n{ignore(**fields)}"})
    (found,) = told(tmp_path)
    assert (found.reference.path, found.reference.span.line) == ("modelgate.toml", 3)
    assert found.message.startswith(f"The ignore of {named} silences nothing: ")


@pytest.mark.parametrize(
    ("fields", "files"),
    [
        ({"id": '"gpt-4*"'}, {"app.py": f"MODEL = {GONE}\n"}),
        ({"id": '"gpt-4*"'}, {"tests/test_app.py": f"assert model == {GONE}\n"}),
        ({"id": '"gpt-4*"'}, {"guide.md": "Write `gpt-4-0314`.\n"}),
        ({"id": '"gpt-4*"'}, {"app.py": "# gpt-4-0314 was nice\nimport openai\n"}),
        ({"path": '"app.py"'}, {"app.py": f"MODEL = {ALIVE}\n"}),
        ({"path": '"app.py"', "rules": '["MG901"]'}, {"app.py": f"MODEL = {ALIVE}  {UNUSED}\n"}),
    ],
)
def test_an_ignore_that_any_run_needs_is_not_told(
    tmp_path: Path, fields: dict[str, str], files: dict[str, str]
) -> None:
    write(tmp_path, {"other.py": f"FINE = {ALIVE}\n", **files, "modelgate.toml": ignore(**fields)})
    assert told(tmp_path) == []


def test_only_a_run_over_the_whole_project_tells_of_the_configuration(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": f"MODEL = {ALIVE}\n", "modelgate.toml": ignore(id='"gpt-4*"')})
    assert len(told(tmp_path)) == 1
    assert told(tmp_path, named="app.py") == []
    assert told(tmp_path, exclude=["other/"]) == []
    write(tmp_path, {"broken.py": f"FINE = {ALIVE}\ndef (\n"})
    assert told(tmp_path) == []


def test_an_ignore_of_what_is_excluded_is_left_alone(tmp_path: Path) -> None:
    settings = f'exclude = ["src/old/"]\n{ignore(path=chr(34) + "src/**" + chr(34))}'
    write(tmp_path, {"app.py": f"MODEL = {ALIVE}\n", "src/old/a.py": f"M = {GONE}\n", "modelgate.toml": settings})
    assert told(tmp_path) == []


def test_an_ignore_of_the_configuration_past_its_day_is_told_where_it_spoke(tmp_path: Path) -> None:
    settings = ignore(id='"gpt-4*"', until="2026-11-20")
    write(tmp_path, {"app.py": f"MODEL = {GONE}\n", "fine.py": f"MODEL = {ALIVE}\n", "modelgate.toml": settings})
    (found,) = told(tmp_path, named="app.py")
    assert "ended on 2026-11-20, and retired-model for 'gpt-4-0314' counts again" in found.message
    assert told(tmp_path, named="fine.py") == []


def test_entries_of_a_baseline_are_told_in_one(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": f"ONE = {GONE}\nTWO = {GONE}\n", "b.py": 'MODEL = "claude-2.1"\n'})
    recorded = [baseline.entry_of(finding) for finding in run(tmp_path).findings]
    write(tmp_path, {baseline.NAME: baseline.rendered(recorded)})
    assert told(tmp_path) == []
    write(tmp_path, {"app.py": f"ONE = {GONE}\nTWO = {ALIVE}\n", "b.py": f"MODEL = {ALIVE}\n"})
    (found,) = told(tmp_path)
    assert (found.reference.path, found.reference.span.line, found.reference.id) == (baseline.NAME, 5, "gpt-4-0314")
    assert found.message == (
        "gpt-4-0314 and 1 more entry of the baseline match no finding any more; `modelgate baseline --prune` takes"
        " them out."
    )
    assert told(tmp_path, named="b.py") == []
    assert told(tmp_path, exclude=["src/"]) == []
    write(tmp_path, {"b.py": 'MODEL = "claude-2.1"\n'})
    assert len(told(tmp_path)) == 1


def test_entries_for_what_a_run_leaves_out_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": f"MODEL = {GONE}\n", "guide.md": "Write `gpt-4-0314`.\n"})
    recorded = [baseline.entry_of(finding) for finding in run(tmp_path, deep=True).findings]
    assert {entry.path for entry in recorded} == {"app.py", "guide.md"}
    write(tmp_path, {baseline.NAME: baseline.rendered(recorded)})
    assert told(tmp_path) == []
    assert told(tmp_path, select=["MG2", "MG9"]) == []
    (tmp_path / "guide.md").unlink()
    (found,) = told(tmp_path, gate_roles=["test"])
    assert found.reference.role is Role.TEST
    assert json.loads((tmp_path / baseline.NAME).read_text("utf-8"))["findings"][1]["path"] == "guide.md"


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)


def test_where_only_changes_fail_an_old_ignore_fails_nothing(tmp_path: Path) -> None:
    settings = f'fail-on = "warning"\n{ignore(id=chr(34) + "gpt-4*" + chr(34))}'
    write(tmp_path, {"app.py": f"MODEL = {ALIVE}  {UNUSED}\n", "modelgate.toml": settings})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    loaded = config.load(tmp_path, RULES)

    def failing() -> list[str]:
        report = gate.run(loaded, paths=None, today=TODAY, deep=False, changed="HEAD")
        assert [finding.code for finding in report.findings] == ["MG901", "MG901"]
        return [finding.reference.path for finding in report.findings if report.gates(finding)]

    assert failing() == []
    write(tmp_path, {"app.py": f"{UNUSED}\nMODEL = {ALIVE}\n"})
    assert failing() == ["app.py"]
    write(tmp_path, {"modelgate.toml": settings.replace("why", "because")})
    assert failing() == ["app.py"]
    write(tmp_path, {"modelgate.toml": settings.replace("[[ignores]]", "[[ ignores ]]")})
    assert failing() == ["app.py", "modelgate.toml"]


def test_without_its_lock_file_a_run_leaves_alone_what_that_may_need(tmp_path: Path) -> None:
    locked = 'format = "modelgate-lock-1"\nroles = ["runtime"]\n'
    code = f"MODEL = {ALIVE}  # modelgate: ignore[model-not-allowed]\n"
    other = 'OTHER = "gpt-5.4"\n'
    write(tmp_path, {"app.py": code, "b.py": other, "modelgate.lock": locked})
    recorded = [baseline.entry_of(finding) for finding in run(tmp_path).findings]
    assert [(entry.path, entry.rule) for entry in recorded] == [("b.py", "MG503")]
    write(tmp_path, {baseline.NAME: baseline.rendered(recorded)})
    assert told(tmp_path) == []
    without = replace(config.load(tmp_path, RULES), locked=False)
    assert gate.run(without, paths=None, today=TODAY, deep=False).findings == ()
    (tmp_path / "modelgate.lock").unlink()
    assert [finding.reference.path for finding in told(tmp_path)] == [baseline.NAME, "app.py"]


def test_another_horizon_makes_no_entry_idle(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": 'MODEL = "gpt-4o"\n'})
    recorded = [baseline.entry_of(finding) for finding in run(tmp_path).findings]
    assert [entry.rule for entry in recorded] == ["MG102"]
    write(tmp_path, {baseline.NAME: baseline.rendered(recorded)})
    assert [finding.code for finding in run(tmp_path, horizon=10).findings] == ["MG103"]
    assert told(tmp_path) == []
