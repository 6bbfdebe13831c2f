"""Lock files and ignores where providers are asked: real servers on this machine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pytest_modelgate import config, gate, locking, provider_line
from pytest_modelgate.kinds import Style
from pytest_modelgate.rules import all_rules
from pytest_modelgate.terms import Verdict
from tests.live.loopback import Providers, Said, claude, listed, refusal, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_modelgate.config import Settings
    from pytest_modelgate.locking import Told
    from pytest_modelgate.values import Report

TODAY = date(2026, 11, 21)
RULES = [(rule.code, rule.name) for rule in all_rules()]
APP = """\
from anthropic import Anthropic
from openai import AzureOpenAI

AzureOpenAI(api_version="2026-01-01").chat.completions.create(model="my-prod", messages=[])
Anthropic().messages.create(model="claude-opus-4-8", messages=[])
"""
ENTRY = """\
[[models]]
id = "my-prod"
surface = "azure"
state = "unknown"
live-stands-for = "gpt-4o-2024-08-06"
runtime = [
  "app.py",
]
"""


def deployed(version: str) -> Said:
    row = {"name": "my-prod", "type": "ModelDeployment", "modelName": "gpt-4o", "modelVersion": version}
    return Said({"value": [row]})


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Providers]:
    monkeypatch.setattr(provider_line, "_FIRST_WAIT", 0.01)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    with serving() as providers:
        providers.said |= {
            "foundry": deployed("2024-08-06"),
            "anthropic": claude(("claude-opus-4-8", "active", None)),
            "openai": listed("gpt-6-luna", "gpt-5.4"),
        }
        yield providers


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "app.py").write_text(APP)
    return root


def settings_of(root: Path, live: str) -> Settings:
    return config.load(root, RULES, overrides={"live": live})


def lock(root: Path, providers: Providers, live: str = "on", *, check: bool = False) -> Told:
    # Lists are kept for a while; what they say here changes at once.
    for kept in (root.parent / "cache").rglob("*.json"):
        kept.unlink()
    return locking.run(
        settings_of(root, live),
        TODAY,
        check=check,
        style=Style(),
        progress=iter,
        environment=providers.environment("ANTHROPIC_API_KEY", "AZURE_AI_ACCESS_TOKEN", "OPENAI_API_KEY"),
    )


def run(root: Path, providers: Providers, live: str = "on") -> Report:
    for kept in (root.parent / "cache").rglob("*.json"):
        kept.unlink()
    environment = providers.environment("ANTHROPIC_API_KEY", "AZURE_AI_ACCESS_TOKEN", "OPENAI_API_KEY")
    return gate.run(settings_of(root, live), paths=None, today=TODAY, deep=False, environment=environment)


def told(report: Report, code: str) -> list[str]:
    return [finding.message for finding in report.findings if finding.code == code]


def text(root: Path) -> str:
    return (root / "modelgate.lock").read_text("utf-8")


def test_the_model_behind_a_deployment_is_recorded_and_its_move_is_told(project: Path, here: Providers) -> None:
    assert lock(project, here).code is Verdict.CLEAN
    assert ENTRY in text(project)
    assert told(run(project, here), "MG504") == []
    here.said["foundry"] = deployed("2024-11-20")
    assert told(run(project, here), "MG504") == [
        (
            "my-prod stands for gpt-4o-2024-11-20 by the provider's list at Azure OpenAI and Microsoft Foundry; when"
            " modelgate.lock was written, it stood for gpt-4o-2024-08-06. Test with what answers now, then record it"
            " with `modelgate lock`."
        )
    ]
    found = lock(project, here, check=True)
    assert found.code is Verdict.FINDINGS
    assert found.differences == (
        "~ my-prod (azure): stands for gpt-4o-2024-11-20 by the provider's list; it stood for gpt-4o-2024-08-06",
    )


def test_an_end_that_only_the_provider_knows_is_told_once(project: Path, here: Providers) -> None:
    assert lock(project, here).code is Verdict.CLEAN
    here.said["anthropic"] = claude(("claude-opus-4-8", "deprecated", "2027-05-05"))
    (only,) = told(run(project, here), "MG504")
    assert only.startswith("claude-opus-4-8 ends on 2027-05-05 by the provider's list at the Claude API; when")
    assert lock(project, here).code is Verdict.CLEAN
    assert "live-ends = 2027-05-05\n" in text(project)
    assert told(run(project, here), "MG504") == []


def test_without_answers_what_was_recorded_stays_and_nothing_drifts(project: Path, here: Providers) -> None:
    lock(project, here)
    before = text(project)
    assert lock(project, here, "off").differences == ()
    assert lock(project, here, "off", check=True).code is Verdict.CLEAN
    assert told(run(project, here, "off"), "MG504") == []
    here.said["foundry"] = refusal(401, "invalid_api_key", "no")
    assert lock(project, here).code is Verdict.CLEAN
    assert text(project) == before
    assert told(run(project, here), "MG504") == []


def test_where_answers_are_required_nothing_is_written_without_them(project: Path, here: Providers) -> None:
    here.said["foundry"] = refusal(401, "invalid_api_key", "no")
    found = lock(project, here, "required")
    assert found.code is Verdict.NO_VERDICT
    assert "modelgate.lock was not written" in found.lines[-1]
    assert not (project / "modelgate.lock").exists()


def ignored(project: Path, model: str, rule: str) -> None:
    code = f'from openai import OpenAI\n\nOpenAI().responses.create(model="{model}", input="")'
    (project / "app.py").write_text(f"{code}  # modelgate: ignore[{rule}]\n")


@pytest.mark.parametrize(
    ("model", "rule", "unused"),
    [
        # The key can call it, and offline nobody knows that.
        ("gpt-5.4", "no-access", {"on"}),
        # The key cannot, which only a live run finds.
        ("gpt-5.6-sol", "no-access", set()),
        # The list has it although the table says that it is gone.
        ("gpt-5.4", "retired-model", {"on", "off"}),
    ],
)
def test_what_only_a_list_can_show_is_unused_only_where_it_was_read(
    project: Path, here: Providers, model: str, rule: str, unused: set[str]
) -> None:
    ignored(project, model, rule)
    assert {live for live in ("on", "off") if told(run(project, here, live), "MG901")} == unused


def test_what_the_table_finds_is_no_unused_ignore_where_the_list_disagrees(project: Path, here: Providers) -> None:
    here.said["openai"] = listed("gpt-4-32k")
    ignored(project, "gpt-4-32k", "retired-model")
    assert told(run(project, here, "off"), "MG901") == []
    assert told(run(project, here), "MG901") == []


def test_a_surface_that_did_not_answer_leaves_its_ignores_alone(project: Path, here: Providers) -> None:
    here.said["openai"] = refusal(401, "invalid_api_key", "no")
    ignored(project, "gpt-5.4", "no-access")
    assert told(run(project, here), "MG901") == []
