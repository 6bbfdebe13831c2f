from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pytest_modelgate.action import PREFIX, outputs_of, plan_of
from pytest_modelgate.errors import UsageError
from pytest_modelgate.formats.json import FORMAT
from pytest_modelgate.kinds import Style
from tests.golden.sample import clean, report

FOLDER = Path("reports")
PULL_REQUEST = {
    "pull_request": {
        "base": {"sha": "b" * 40, "repo": {"full_name": "acme/app"}},
        "head": {"sha": "c" * 40, "repo": {"full_name": "acme/app"}},
    }
}
FORK: dict[str, Any] = {
    "pull_request": PULL_REQUEST["pull_request"] | {"head": {"sha": "c" * 40, "repo": {"full_name": "stranger/app"}}}
}


def plan(event: str = "push", payload: dict[str, Any] | None = None, **inputs: str) -> Any:
    variables = {f"{PREFIX}{name.upper()}": value for name, value in inputs.items()}
    return plan_of(variables | {"GITHUB_EVENT_NAME": event}, payload or {}, FOLDER)


def test_without_inputs_the_project_is_judged_and_annotated() -> None:
    made = plan()
    assert made.words == (
        "check",
        f"--format=json={FOLDER / 'modelgate.json'}",
        f"--format=markdown={FOLDER / 'modelgate.md'}",
        f"--format=github={FOLDER / 'annotations.txt'}",
    )
    assert made.fail
    assert made.notices == ()


def test_inputs_become_options_and_paths_stay_paths() -> None:
    made = plan(
        paths="src\n --exit-zero \n\n$(touch x)", config="a b.toml", fail_on="warning", live="on", exclude="x/\n*.md",
        horizon="30", gate_roles="runtime,test", sarif="out.sarif", fail="false", format="text",
    )  # fmt: skip
    assert made.words[-4:] == ("--", "src", "--exit-zero", "$(touch x)")
    for word in (
        "--config=a b.toml",
        "--fail-on=warning",
        "--live=on",
        "--exclude=x/",
        "--exclude=*.md",
        "--horizon=30",
    ):
        assert word in made.words
    assert "--format=sarif=out.sarif" in made.words
    assert "github" not in made.reports
    assert not made.fail


@pytest.mark.parametrize(
    ("event", "payload", "base"),
    [
        ("pull_request", PULL_REQUEST, "b" * 40),
        ("merge_group", {"merge_group": {"base_sha": "d" * 40}}, "d" * 40),
        ("push", {"before": "e" * 40}, "e" * 40),
        ("push", {"before": "0" * 40}, None),
        ("schedule", {}, None),
        ("workflow_dispatch", {"before": "e" * 40}, None),
        ("pull_request", {"pull_request": {"base": {"sha": 7}}}, None),
    ],
)
def test_what_changed_is_told_by_the_event(event: str, payload: dict[str, Any], base: str | None) -> None:
    made = plan(event, payload, changed_only="true")
    assert [word for word in made.words if word.startswith("--changed")] == (
        [] if base is None else [f"--changed={base}"]
    )
    assert bool(made.notices) is (base is None)
    assert not any("--changed" in word for word in plan(event, payload).words)


def test_a_fork_has_no_keys_and_is_told_so() -> None:
    made = plan("pull_request", FORK, live="required")
    assert "--live=on" in made.words
    assert "fork" in made.notices[0]
    assert "--live=required" in plan("pull_request", PULL_REQUEST, live="required").words
    assert "--live=required" in plan("push", FORK, live="required").words


def test_an_input_that_is_neither_true_nor_false_is_a_mistake() -> None:
    with pytest.raises(UsageError) as caught:
        plan(changed_only="yes", fail="0")
    assert len(caught.value.mistakes) == 2


def test_outputs_are_counts_days_and_paths() -> None:
    document = json.loads(FORMAT.render("check", report(), Style()))
    found = outputs_of(document, plan(), 1)
    assert found == {
        "verdict": "findings",
        "exit-code": "1",
        "findings": "3",
        "retired": "2",
        "retiring": "0",
        "suppressed": "1",
        "next-end": "2027-06-01",
        "json-file": str(FOLDER / "modelgate.json"),
        "summary-file": str(FOLDER / "modelgate.md"),
        "sarif-file": "",
    }
    assert outputs_of(json.loads(FORMAT.render("check", clean(), Style())), plan(), 0)["verdict"] == "clean"
    assert outputs_of({}, plan(), 2)["verdict"] == "no-verdict"
